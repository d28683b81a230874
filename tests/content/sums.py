"""The sums that a text does for its readers: ``sums(text, language)`` finds them, ``holds(left, right)`` redoes them.

``240 ÷ 8 = 30 menit`` is a sum, and so is each step of ``(18 + 54) ÷ 240 = 72 ÷ 240 = 0,30``. Words between the numbers
are left out, so that ``Rp12.000 ÷ Rp300 per menit = 40 menit`` is one too.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from sosmed_learn.core.formula import evaluate, rounded
from sosmed_learn.core.text import Language

_PIECE = re.compile(r"[.?!:;](?:\s|$)|,\s|\n|\s(?:is|ialah|adalah)\s")
_WORD = re.compile(r"\[\^[\w-]+\]|Rp|[^\W\d_]+(?:[-'][^\W\d_]+)*")
_NUMBER = r"\d+(?:\.\d+)?%?"
_OPERAND = rf"\(*\s*{_NUMBER}\s*\)*"
_SIDE = re.compile(rf"{_OPERAND}(?:\s*[-+*/]\s*{_OPERAND})*")
_EXACT = 6
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "*": " "})


def sums(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """What stands on both sides of each equals sign, as formulas; pieces that are no sums are passed over."""
    for piece in _PIECE.split(text):
        sides = [_plain(side, language) for side in piece.split("=")]
        for left, right in pairwise(sides):
            if _SIDE.fullmatch(left) and _SIDE.fullmatch(right) and re.search(r"[-+*/]", left):
                yield left, right


def holds(left: str, right: str) -> bool:
    """Whether both sides are the same, to the decimals that the right one shows.

    0.3 may be called 30%, what was taken times 100 may be called percent, and 60% less 35% is 25 points.
    """
    places = len(right.rstrip("%").partition(".")[2]) if re.fullmatch(_NUMBER, right) else _EXACT
    in_percent = right.endswith("%") or left.endswith("%")
    values = {_worth(left), _worth(left) * 100} if in_percent else {_worth(left)}
    said = _worth(right.rstrip("%"))
    return said in {rounded(value, places) for value in values}


def numbers(text: str, language: Language) -> set[Decimal]:
    """Every number that stands in ``text``."""
    return {Decimal(found.rstrip("%")) for found in re.findall(_NUMBER, _plain(text, language))}


def _plain(side: str, language: Language) -> str:
    side = _WORD.sub(" ", side.translate(_SIGNS).replace("~", ""))
    thousands, point = (".", ",") if language == "id" else (",", ".")
    return re.sub(r"\s+", " ", side.replace(thousands, "").replace(point, ".")).strip()


def _worth(side: str) -> Decimal:
    return evaluate(re.sub(r"(\d+(?:\.\d+)?)%", r"(\1 / 100)", side), {})
