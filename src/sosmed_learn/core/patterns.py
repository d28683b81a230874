"""Regular expressions that are made when they are first needed. Most of those for mistakes never are.

To make one takes as long as importing a small module, and the app has two hundred.
"""

import re
from collections.abc import Callable
from functools import cache, partial


def later(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A function that gives the compiled pattern, always the same one."""
    return cache(partial(re.compile, pattern, flags))
