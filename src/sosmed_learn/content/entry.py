"""What a problem code means: one sentence and one hint. The sentences stand in ``catalogue`` and its parts."""

from typing import NamedTuple


class Entry(NamedTuple):
    """``what`` is wrong and where, in one sentence; ``hint`` is how to mend it."""

    what: str
    hint: str
