"""sosmed-learn: learn social-media work in the terminal, a few minutes at a time."""

__version__ = "0.1.0"
