"""Characters that could do harm on a screen, and text without them. Knows no files and no problems."""

import re
import unicodedata

from sosmed_learn.core.patterns import later

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
"""Control characters: they can move the cursor, change colours or hide text. Tab and line ends are not among them."""

HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u2028\u2029]")
"""Characters that turn the reading direction round or break a line unseen: what is read is not what is there."""

_UNSEEN = later(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
"""Space, and what Unicode calls ignorable when there is nothing beside it."""

_UNSAFE = later(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)


def may_harm(text: str) -> bool:
    """Whether a search for control and hidden characters could find any in ``text``, which is told far sooner.

    Neither kind can be printed. Nor can some others that are harmless, so a yes is only a reason to search.
    """
    return not text.replace("\n", "").isprintable()


def harmless(text: str) -> str:
    r"""``text`` with every character that is unsafe on a terminal written as an escape, such as ``\x1b``."""
    return _UNSAFE().sub(lambda match: escape(match[0]), text)


def is_seen(text: str) -> bool:
    """Whether anything of ``text`` can be seen: more than space and characters without a look of their own."""
    return "!" <= text[:1] <= "~" or not _UNSEEN().fullmatch(text)  # most texts begin with a sign that is seen


def escape(character: str) -> str:
    r"""How a character that must not be printed is named: ``\x1b`` or ``\u202e``."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - two hex digits are enough below


def shorten(text: str, most: int = 60) -> str:
    """``text`` on one line and at most ``most`` characters, with ``…`` where it was cut."""
    line = " ".join(text[: most * 4].split())
    return line if len(line) <= most and len(text) <= most * 4 else line[: most - 1] + "…"


def width(character: str) -> int:
    """Terminal cells that ``character`` takes: 0, 1 or 2."""
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
