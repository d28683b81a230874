"""What a problem code means: a sentence, a hint and a reason. The sentences stand in ``catalogue`` and its parts."""

from typing import NamedTuple


class Entry(NamedTuple):
    """``what`` is wrong and where, in one sentence; ``hint`` is how to mend it.

    ``why`` is what it does to a learner, where that does not go without saying.
    """

    what: str
    hint: str
    why: str = ""
