"""What would change in files, as a unified difference that is fit for a terminal. Compares texts, knows no courses."""

import re
from collections.abc import Iterable
from difflib import unified_diff

from sosmed_learn.content.fixing.files import Change
from sosmed_learn.content.harmless import harmless

_END = re.compile(r"\r\n|\r|\n")


def difference(wanted: Iterable[Change]) -> str:
    """The differences of all files, one behind the other."""
    return "\n".join(line for change in wanted for line in _lines(change))


def _lines(change: Change) -> Iterable[str]:
    before, after = (_END.split(data.decode("utf-8-sig")) for data in (change.before, change.after))
    name = str(change.path)
    for line in unified_diff(before, after, name, name, lineterm=""):
        yield harmless(line.replace("\t", "    "))
