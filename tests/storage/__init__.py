"""The store over a real file system. What it promises while processes die is proven in ``tests/faults``."""
