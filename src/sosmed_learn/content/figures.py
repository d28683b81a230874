"""Do both languages of a text carry the same numbers? Compares values, not spellings: ``1.250`` is ``1,250``.

Small numbers are left alone, since one language may write them as words.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.harmless import CONTROL, may_harm
from sosmed_learn.core.patterns import later
from sosmed_learn.core.text import Language

_CITED = re.compile(shape.CITED)
_NO_DIGITS = bytes(code for code in range(128) if not chr(code).isdigit())
_FIGURE = re.compile(
    r"(?<![^\W_])(?:rp\.? ?|idr ?)?(?P<digits>\d+(?:[.,:]\d+)*)(?:[ \u00a0]?(?P<word>[^\W\d]+(?:\.m\.)?))?"
)
_DIGITS = re.compile(r"\d(?:(?<![^\W_]\d)|(?<=(?<![^\W_])rp\d)|(?<=(?<![^\W_])idr\d))\d*(?:[.,:]\d+)*")
"""The digits alone. What must not stand before the first is written behind it, so that the search skips to digits."""
_WORTH_MORE = re.compile(r"\d[ \u00a0]?(?:r(?:b|ib|p)|idr|k(?![^\W\d])|th|j(?:t|ut)|m(?:il|n)|b(?:il|n)|tri)")
"""The beginnings of all words for thousands and more, and two amounts in a row."""
_MIRRORED = str.maketrans(".,", ",.")
_GROUPED: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}
_NO_NUMBER = re.compile(r"\d{1,2}\.\d\d|(\d{1,2})\.\1|0\d+[.,]\d+")
"""What both may write alike although one of them reads it as a number: a time, a day of sales (9.9), a code."""

_SCALES = {
    "rb": 3, "ribu": 3, "ribuan": 3, "k": 3, "thousand": 3, "thousands": 3,
    "jt": 6, "juta": 6, "jutaan": 6, "million": 6, "millions": 6, "mn": 6,
    "miliar": 9, "milyar": 9, "billion": 9, "bn": 9, "triliun": 12, "trillion": 12,
}  # fmt: skip
_PM = re.compile(r"(?:p\.m\.|[a-z]+)")
_HALF = later(r"(?<=\d)½")
_AFTERNOON = frozenset({"pm", "p.m.", "siang", "sore", "malam"})
_UNITS = (
    ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
)
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = {word: at for words in _UNITS for at, word in enumerate(words, start=1)}
_ONE_TO_NINE = "|".join(_ONES)
_IN_WORDS = later(
    rf"\b(?:(?P<teen>{_ONE_TO_NINE}) belas|(?P<ten>{_ONE_TO_NINE}) puluh(?: (?P<unit>{_ONE_TO_NINE}))?"
    rf"|(?P<thirteen>{'|'.join(_TEENS)})|(?P<twenty>{'|'.join(_TENS)})(?:[- ](?P<one>{_ONE_TO_NINE}))?"
    rf"|(?P<few>{_ONE_TO_NINE}|se)[ -]?(?P<scale>ratus|ribu|juta|miliar|hundred|thousand|million|billion)"
    r"|(?P<half>setengah|half))\b"
)
_MAY_BE_IN_WORDS = later("elas|uluh|teen|[nrfxhe]ty|atus|ibu|juta|iliar|hundred|thousand|illion|half|tengah")
"""What one of these is part of; most texts have none, and to look for them all takes long."""
_HUNDRED = {"ratus": 2, "hundred": 2}
_SPELT_OUT = 12  # numbers up to here may be words in the other language
_LONGEST = 30  # digits; more are no number
_SHOWN = 4
_NOTHING = "–"  # noqa: RUF001 - a dash where one side has nothing


class Figures(Struct):
    """The numbers of a text: values with their spelling, what they may also mean, and everything as it is spelt.

    ``text`` is in small letters; numbers that are words in it are looked for when one is missed.
    """

    text: str
    values: dict[Decimal, str]
    maybe: set[Decimal]
    spelt: set[str]


def check_figures(document: Document[Struct]) -> None:
    """Every text that has both languages says the same numbers in both."""
    for path, words in document.texts:
        if isinstance(words, str) or not words.id or not words.en or document.is_broken(path):
            continue
        if not (_may_have_digits(words.id) or _may_have_digits(words.en)):
            continue
        if _plainly_alike(words.id, words.en):
            continue
        if _has_codes(words.id) or _has_codes(words.en):  # the numbers of an escape code are none
            continue
        here, there = figures(words.en, "en"), figures(words.id, "id")
        ours, theirs = _only(here, there), _only(there, here)
        if ours or theirs:
            args = {"value": ours or _NOTHING, "number": theirs or _NOTHING}
            document.report("W521", (*path, "en"), other="id", **args)


def _may_have_digits(text: str) -> bool:
    """Whether anything is left of it without what are no digits for sure. To search takes three times as long."""
    return bool(text.encode("utf-8", "surrogatepass").translate(None, _NO_DIGITS))


def _has_codes(text: str) -> bool:
    return may_harm(text) and CONTROL.search(text) is not None


def _plainly_alike(here: str, there: str) -> bool:
    """Whether both have the same digits, of which each language takes the points for what are commas to the other.

    So it is in most texts, and to see this much is quicker than to read them. Words may change what digits are worth.
    """
    sides = [_uncited(text.casefold()) for text in (here, there)]
    if any("½" in text or _WORTH_MORE.search(text) for text in sides):
        return False
    return {digits.translate(_MIRRORED) for digits in _DIGITS.findall(sides[0])} == set(_DIGITS.findall(sides[1]))


def _uncited(text: str) -> str:
    """``text`` without citations: the numbers of facts are none of its own."""
    return _CITED.sub(" ", text) if "[^" in text else text


def _only(here: Figures, there: Figures) -> str:
    """The numbers that the other text does not have, as they are spelt."""
    found = [
        spelt
        for value, spelt in here.values.items()
        if value not in there.values
        and value not in there.maybe
        and not (spelt in there.spelt and _NO_NUMBER.fullmatch(spelt))
        and value not in set(in_words(there.text))
    ]
    return ", ".join([*found[:_SHOWN], *(["…"] if len(found) > _SHOWN else [])])


def figures(text: str, language: Language) -> Figures:
    """The numbers that are large enough to be written in digits."""
    text = text.casefold()
    found = Figures(text, {}, set(), set())
    afternoon = None
    text = _HALF().sub(",5" if language == "id" else ".5", text) if "½" in text else text
    for match in _FIGURE.finditer(_uncited(text)):
        digits, word = match["digits"], match["word"] or ""
        if len(digits) > _LONGEST:
            continue
        found.spelt.add(digits)
        for value, large in _read(digits, _SCALES.get(word, 0), language):
            if large:
                found.values.setdefault(value, digits)
                continue
            if afternoon is None:
                afternoon = not _AFTERNOON.isdisjoint(_PM.findall(found.text))
            if afternoon or word in _AFTERNOON:
                found.maybe.add(value + _SPELT_OUT)
    return found


def in_words(text: str) -> Iterator[Decimal]:
    """The numbers that are written as words, in small letters, and that the other language may have in digits."""
    for match in _IN_WORDS().finditer(text) if _MAY_BE_IN_WORDS().search(text) else ():
        named = {name: word for name, word in match.groupdict().items() if word}
        ones = {name: _ONES.get(word, 1) for name, word in named.items()}
        if "half" in named:
            yield Decimal("0.5")
        elif "scale" in named:
            power = _HUNDRED.get(named["scale"]) or _SCALES[named["scale"]]
            yield Decimal(f"{ones['few']}e{power}").normalize()
        elif "teen" in named:
            yield Decimal(10 + ones["teen"])
        elif "thirteen" in named:
            yield Decimal(13 + _TEENS.index(named["thirteen"]))
        elif "ten" in named:
            yield Decimal(10 * ones["ten"] + ones.get("unit", 0)).normalize()
        else:
            yield Decimal(10 * (2 + _TENS.index(named["twenty"])) + ones.get("one", 0)).normalize()


@lru_cache(maxsize=5_000)
def _read(digits: str, power: int, language: Language) -> tuple[tuple[Decimal, bool], ...]:
    """The numbers in ``digits`` times ten to ``power``, each with whether it would be written in digits."""
    values = [Decimal(f"{part}e{power}").normalize() for part in _values(digits, language)]
    return tuple((value, value > _SPELT_OUT or value != int(value)) for value in values)


def _values(digits: str, language: Language) -> Iterator[str]:
    """One number, or the parts of what is none in that language, such as a time of day."""
    if _GROUPED[language].fullmatch(digits):
        group, point = (".", ",") if language == "id" else (",", ".")
        yield digits.replace(group, "").replace(point, ".")
    else:
        yield from re.split(r"[.,:]", digits)
