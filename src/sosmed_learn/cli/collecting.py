"""When Python looks for garbage: seldom while modules and courses are read, and not at all on the way out.

What is read stays until the process ends, so a search among it finds nothing and takes a tenth of the time.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 200_000
"""New values before a search; by default it begins after 700."""


@contextmanager
def few_collections() -> Iterator[None]:
    """Search seldom inside of this."""
    before = gc.get_threshold()
    gc.set_threshold(_MANY, *before[1:])
    try:
        yield
    finally:
        gc.freeze()  # what is new would be searched as soon as the threshold is low again: these two make it old
        gc.unfreeze()
        gc.set_threshold(*before)


def leave_at_once() -> None:
    """When the process ends, keep Python from looking through all that it holds, twice, before it is thrown away."""
    atexit.unregister(gc.freeze)  # however often this is called
    atexit.register(gc.freeze)
