"""How values are said to the reader: dates, numbers, safe text. Says nothing of where they stand on the screen."""

import unicodedata
from datetime import date
from decimal import Decimal

from sosmed_learn.core import numbers
from sosmed_learn.core.grading import Typed, right_choices
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, NumberQuestion, TextQuestion
from sosmed_learn.core.session import Given
from sosmed_learn.core.text import Language, Text
from sosmed_learn.i18n import N_, _, in_use, ngettext

_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip

# Bidirectional controls can make a line read as something else than it is (CVE-2021-42574).
UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories: controls, lone surrogates, line and paragraph separators."""
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def safe(words: str) -> str:
    """``words`` without anything that could steer a terminal: control characters and bidirectional overrides.

    Course files with such characters are refused when they are read; this guards the screen against everything else.
    """
    lines = words.replace("\r\n", "\n").replace("\r", " ").replace("\t", " ")
    kept = (c for c in lines if c == "\n" or (unicodedata.category(c) not in UNSAFE and c not in _BIDI))
    return "".join(kept)


def said(text: Text) -> str:
    """Course text in the language in use, safe to draw."""
    return safe(text.say(in_use()))


def short_date(day: date) -> str:
    """``Sen 23 Nov`` / ``Mon 23 Nov``."""
    return f"{_(_DAYS[day.weekday()])} {day.day} {_(_MONTHS[day.month - 1])}"


def month_of(day: date) -> str:
    """``Nov 2026`` in the reader's language."""
    return f"{_(_MONTHS[day.month - 1])} {day.year}"


def number(value: Decimal | int) -> str:
    """``1.250,5`` / ``1,250.5``: grouped, without trailing zeros."""
    return numbers.grouped(value, in_use())


def with_unit(value: Decimal, unit: Text | None) -> str:
    """``Rp50.000``, ``2,5%``, ``200 pesanan``."""
    return numbers.with_unit(value, said(unit) if unit else "", in_use())


def minutes(count: int) -> str:
    """``8 menit`` / ``8 minutes``."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def key_words(question: AnyQuestion, language: Language) -> str:
    """The right answer in words: choices by their text, a number with its unit, the model answer of a text."""
    match question:
        case ChoiceQuestion():
            return " + ".join(safe(choice.text.say(language)) for choice in right_choices(question))
        case NumberQuestion():
            return with_unit(question.answer, question.unit)
        case TextQuestion(model=Text() as model):
            return safe(model.say(language))
        case TextQuestion():
            exact = [accepted.text for accepted in question.accept if not accepted.wildcard]
            return safe(exact[0] if exact else question.accept[0].text.replace("*", "…"))


def answer_words(question: AnyQuestion, given: Given, language: Language) -> str:
    """What the learner answered, in words."""
    if isinstance(given.response, Typed) or not isinstance(question, ChoiceQuestion):
        return safe(given.response.text) if isinstance(given.response, Typed) else ""
    picked = [choice for choice in question.choices if choice.id in given.verdict.picked]
    return " + ".join(safe(choice.text.say(language)) for choice in picked)
