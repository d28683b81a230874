"""The store while processes die and the disk fails, as SQLite is tested: every call fails, or is the last one.

``python3 tests`` runs a short form of all this and ``python3 tests faults`` the full one. What dies is forked from a
small process of its own, started once for each test, never from pytest.
"""

import os

FULL = bool(os.environ.get("SOSMED_LEARN_FULL"))
"""Set by ``python3 tests faults``; the gate is content with less."""
