"""Numbers as people write them: ``1.250.000``, ``1,2 jt``, ``10rb``, ``Rp 50.000``, ``2,5%``.

Reads text into exact decimals, and writes decimals the way a reader of a language does.
"""

import re
from decimal import Decimal

from msgspec import Struct

from sosmed_learn.core.text import Language, other

LONGEST_NUMBER = 40
"""More characters than this are not a number that a person typed."""

# Powers of ten behind a number. A lone "m" is miliar to an Indonesian and million to an English reader.
_SCALES: dict[Language, dict[str, int]] = {
    "id": {"rb": 3, "ribu": 3, "jt": 6, "juta": 6, "m": 9, "miliar": 9, "milyar": 9, "t": 12, "triliun": 12},
    "en": {
        "k": 3,
        "thousand": 3,
        "m": 6,
        "million": 6,
        "mn": 6,
        "b": 9,
        "bn": 9,
        "billion": 9,
        "t": 12,
        "trillion": 12,
    },
}
_GROUPED: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r"(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?P<fraction>\d+))?"),
    "en": re.compile(r"(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(?P<fraction>\d+))?"),
}
_PARTS = re.compile(r"(?P<sign>[-+]?) ?(?P<digits>\d[\d., ]*?) ?(?P<words>[^\d., ][^\d]*)?")
PERCENT = frozenset({"%", "persen", "percent"})
_TIMES = frozenset({"x", "×", "kali", "times"})  # noqa: RUF001 - as people write a ratio


class Reading(Struct, frozen=True):
    """One way to read what was typed: ``value`` without its percent sign, and whether there was one."""

    value: Decimal
    percent: bool = False


def readings(typed: str, language: Language, unit: str = "") -> tuple[Reading, ...]:
    """Every sensible reading of ``typed``, the reader's own way first, then the other language's.

    ``1.250`` is 1250 and then 1.25 for an Indonesian reader, the other way round for an English one. ``unit`` is what
    may stand behind the number, whole or only its first words. What is not a number gives no reading at all.
    """
    text = " ".join(typed.replace("\u2212", "-").replace("\u00a0", " ").replace("'", "").casefold().split())
    text = re.sub(r"^([-+]?) ?(?:rp|idr)\.? ?", r"\1", text)
    text = re.sub(r"(?: ?(?:rupiah|idr)|,[-\u2013]+)$", "", text)
    parts = _PARTS.fullmatch(text) if len(text) <= LONGEST_NUMBER else None
    if parts is None:
        return ()
    found: list[Reading] = []
    for way in (language, other(language)):
        power = _power(parts["words"] or "", language, unit)
        value = _decimal(parts["digits"], way)
        if power is None or value is None:
            continue
        # Put together as text: arithmetic would round to the precision of the moment.
        reading = Reading(Decimal(f"{parts['sign']}{value}e{power[0]}"), power[1])
        if reading not in found:
            found.append(reading)
    return tuple(found)


def grouped(value: Decimal | int, language: Language) -> str:
    """``1.250,5`` / ``1,250.5``: grouped, without trailing zeros."""
    plain = f"{Decimal(value):,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.translate(str.maketrans(",.", ".,")) if language == "id" else plain


def with_unit(value: Decimal, unit: str, language: Language) -> str:
    """``Rp50.000``, ``2,5%``, ``200 pesanan``; a negative sum of money as ``-Rp50.000``."""
    words = grouped(value, language)
    if unit == "Rp":
        return f"-Rp{words[1:]}" if words.startswith("-") else f"Rp{words}"
    return f"{words}%" if unit == "%" else f"{words} {unit}".rstrip()


def _decimal(digits: str, way: Language) -> str | None:
    match = _GROUPED[way].fullmatch(digits.strip())
    if match is None:
        return None
    whole = digits.strip()[: match.start("fraction") - 1] if match["fraction"] else digits
    fraction = "." + match["fraction"] if match["fraction"] else ""
    return re.sub(r"\D", "", whole) + fraction


def _power(words: str, language: Language, unit: str) -> tuple[int, bool] | None:
    """Power of ten and whether percent, from what stands behind the digits; None if it means nothing here."""
    left = words.strip().removesuffix(".").strip()
    known = _SCALES[other(language)] | _SCALES[language]
    unit = unit.casefold()
    if left and _means_unit(left, unit):
        return 0, False
    in_unit = known.get(unit, 0)  # "1,2 jt" where juta is asked for
    power = 0
    for word in left.split():
        if word in known and not power:
            power = known[word] - in_unit
            left = left[len(word) :].strip()
        break
    if not left or _means_unit(left, unit):
        return power, False
    if left in PERCENT:
        return power, True
    return None


def _means_unit(words: str, unit: str) -> bool:
    """Whether ``words`` say no more than the unit: its first words ("1,6 views" for views per account), or times."""
    return words in _TIMES or f"{unit} ".startswith(f"{words} ")
