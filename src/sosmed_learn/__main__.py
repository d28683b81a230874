"""``python -m sosmed_learn`` is ``sosmed-learn``."""

from sosmed_learn.cli.main import main

main()
