"""One scalar that is not empty, as typed -> a text, number, date or truth as declared, or what is wrong with it.

The format decides the type, never YAML: quotes make no difference, and ``012`` or ``Yes`` stay what was typed.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from msgspec import Struct, inspect

from sosmed_learn.content.guess import guess
from sosmed_learn.core.patterns import later
from sosmed_learn.i18n import N_

Outcome: TypeAlias = tuple[Any, str, dict[str, str]]
"""The value, and if it is none, a problem code with the arguments of its sentence."""

WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?")
EITHER_WAY = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")  # 1.250: a thousand to many readers, little more than one here
_WITH_WORD = later(r"(?:Rp\.? ?)?(-?[0-9][0-9.]*)(?: ?%| +([^\W\d]{3,})\b.*)?")
_MINUS = later(r"^[\u2212\u2013\u2014](?=[0-9])")  # signs that look like a minus and come from word processors
_POWERS = {"ribu", "juta", "miliar", "triliun", "thousand", "million", "billion"}  # they are part of the number
_MEANT = {
    "indonesia": "id",
    "indonesian": "id",
    "inggris": "en",
    "english": "en",
    "once": "1",
    "sekali": "1",
    "twice": "2",
    "dua kali": "2",
    "always": "until-right",
    "unlimited": "until-right",
    "sampai benar": "until-right",
    "sampai-benar": "until-right",
}
"""What people write for a value of a list."""
_NO_ARGS: dict[str, str] = {}  # of a problem that there is not; never filled
_FILE = later(r"(?:\./)?(?:lessons/)?([^/.]+)(?:\.ya?ml)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ScalarReader(Struct, frozen=True):
    """How to read a scalar. ``expected`` names the type to a person; ``blank`` stands in where reading fails.

    ``example`` is the value to write where there is only one.
    """

    read: Callable[[str], Outcome]
    blank: Any
    expected: str
    example: str = "…"


def scalar_reader(kind: inspect.Type, rules: Mapping[str, Any], extra: Mapping[str, Any]) -> ScalarReader:
    """The reader for one type of the declaration. Raises ``TypeError`` for a type that the format does not use."""
    if isinstance(kind, inspect.StrType):
        return _text(kind, rules.get("description", ""), names_file=bool(extra.get("names-file")))
    if isinstance(kind, inspect.LiteralType):
        return _one_of({str(value): value for value in kind.values})
    if isinstance(kind, inspect.IntType):
        return _whole(kind)
    if isinstance(kind, inspect.DecimalType):
        return _number(rules.get("minimum"))
    if isinstance(kind, inspect.BoolType):
        return ScalarReader(_truth, blank=False, expected=N_("`true` or `false`"))
    if isinstance(kind, inspect.DateType):
        return ScalarReader(_date, blank=date.min, expected=N_("a date such as 2026-11-23"))
    message = f"the format has no {type(kind).__name__}"
    raise TypeError(message)


MOST_LINES = 120
"""Each paragraph and list item is a widget on screen; more of them than this are felt when a step is opened."""


def _text(kind: inspect.StrType, form: str, *, names_file: bool) -> ScalarReader:
    pattern = re.compile(kind.pattern) if kind.pattern else None
    longest = kind.max_length

    def read(text: str) -> Outcome:
        if longest is not None and len(text) > longest:
            return "", "E213", {"count": str(len(text)), "high": str(longest)}
        if text.count("\n") >= MOST_LINES:
            return "", "E220", {"count": str(text.count("\n") + 1), "high": str(MOST_LINES)}
        if pattern and not pattern.fullmatch(text):
            lesson = _FILE().fullmatch(text) if names_file else None
            if lesson and pattern.fullmatch(lesson[1]):
                return "", "E221", {"value": text, "guess": lesson[1]}
            if names_file and re.search(r"[/\\]|^\.+$", text):
                return "", "E108", {"path": text}
            return "", "E205", {"value": text, "form": form, "guess": _slug(text, pattern)}
        return text, "", _NO_ARGS

    return ScalarReader(read, blank="", expected=N_("text"))


def _slug(text: str, pattern: re.Pattern[str]) -> str:
    """``text`` as it would look as an id or a code, if that is what is asked for."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    slug = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
    return next((each for each in (slug, slug.upper(), slug.replace("-", "_")) if pattern.fullmatch(each)), "")


def _one_of(allowed: Mapping[str, Any]) -> ScalarReader:
    """One of the values of a list, by what is typed for it."""
    blank = next(iter(allowed.values()))

    def read(text: str) -> Outcome:
        if text in allowed:
            return allowed[text], "", {}
        meant = _MEANT.get(text.casefold(), "")
        likely = meant if meant in allowed else guess(text, allowed)
        return blank, "E204", {"value": text, "guess": likely, "allowed": ", ".join(allowed)}

    return ScalarReader(read, blank=blank, expected=N_("one word"))


def _whole(kind: inspect.IntType) -> ScalarReader:
    low, high = kind.ge, kind.le
    expected = N_("a whole number")
    only = str(low) if low is not None and low == high else ""
    signed = low is not None and low < 0  # of a change, people write the plus too

    def read(text: str) -> Outcome:
        typed, text = text, text.removeprefix("+") if signed and not text.startswith(("+-", "++")) else text
        if only and text != only:
            return low, "E204", {"value": text, "guess": "", "allowed": only}
        if not WHOLE.fullmatch(text):
            form = N_("a whole number such as 1 or -1") if signed else N_("digits alone, such as 8 or 1250000")
            return 0, *_no_number(typed, WHOLE, {"expected": expected, "form": form})
        value = int(text)
        if high is not None and (value > high or (low is not None and value < low)):
            return 0, "E207", {"value": text, "low": str(low), "high": str(high)}
        if low is not None and value < low:
            return 0, "E223", {"value": text, "low": str(low)}
        return value, "", {}

    return ScalarReader(read, blank=low or 0, expected=expected, example=only or "…")


def _no_number(text: str, pattern: re.Pattern[str], args: dict[str, str]) -> tuple[str, dict[str, str]]:
    """What is wrong with ``text``, which is no number or has something beside it: a unit, a currency."""
    match = _WITH_WORD().fullmatch(_MINUS().sub("-", text))
    if match and pattern.fullmatch(match[1]) and (match[2] or "").casefold() not in _POWERS:
        return "E224", {"value": text, "number": match[1]}
    return "E206", {"value": text, **args}


def either_way(text: str) -> dict[str, str]:
    """What a number that two people read differently can mean, and how it is written so that nobody does."""
    decimal = text.rstrip("0").rstrip(".")
    # 1.255 has no shorter form; one more digit says what is meant.
    spelt = decimal if decimal != text else f"{text}0"
    return {"value": text, "whole": text.replace(".", ""), "decimal": decimal, "written": spelt}


def _number(low: int | None) -> ScalarReader:
    expected = N_("a number")

    def read(text: str) -> Outcome:
        if not NUMBER.fullmatch(text):
            form = N_("it without dots between thousands and with a point for decimals, such as 1250000 or 0.25")
            return Decimal(0), *_no_number(text, NUMBER, {"expected": expected, "form": form})
        if EITHER_WAY.fullmatch(text):
            return Decimal(0), "E219", either_way(text)
        value = Decimal(text)
        if low is not None and value < low:
            return Decimal(0), "E223", {"value": text, "low": str(low)}
        return value, "", {}

    return ScalarReader(read, blank=Decimal(0), expected=expected)


def _truth(text: str) -> Outcome:
    if text in {"true", "false"}:
        return text == "true", "", {}
    meant = {"yes": "true", "ya": "true", "benar": "true", "no": "false", "tidak": "false", "salah": "false"}
    word = text.casefold()
    likely = word if word in {"true", "false"} else meant.get(word, "")
    return False, "E216", {"value": text, "expected": N_("`true` or `false`"), "guess": likely}


def _date(text: str) -> Outcome:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text), "", {}
    except ValueError:  # such as 2026-02-30
        pass
    return date.min, "E215", {"value": text, "expected": N_("a date such as 2026-11-23")}
