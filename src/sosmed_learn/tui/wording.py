"""How values are said to the reader: dates, numbers, safe text. Says nothing of where they stand on the screen."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from sosmed_learn.core import numbers
from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Arranged, Filled, Placed, Typed, right_choices
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.question import (
    BLANK,
    Accepted,
    AnyQuestion,
    Blank,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    OrderQuestion,
    PlaceQuestion,
    TextQuestion,
)
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
    return f"{day_name(day.weekday())} {day.day} {month_name(day.month)}"


def day_name(weekday: int) -> str:
    """``Sen`` / ``Mon`` for 0."""
    return _(_DAYS[weekday])


def month_name(month: int) -> str:
    """``Nov`` for 11."""
    return _(_MONTHS[month - 1])


def month_of(day: date) -> str:
    """``Nov 2026`` in the reader's language."""
    return f"{month_name(day.month)} {day.year}"


def number(value: Decimal | int) -> str:
    """``1.250,5`` / ``1,250.5``: grouped, without trailing zeros."""
    return numbers.grouped(value, in_use())


def with_unit(value: Decimal, unit: Text | None) -> str:
    """``Rp50.000``, ``2,5%``, ``200 pesanan``."""
    return numbers.with_unit(value, said(unit) if unit else "", in_use())


def minutes(count: int) -> str:
    """``8 menit`` / ``8 minutes``."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def offer_title(view: OfferView) -> str:
    """The name of what comes next: a task's, a lesson's, the exam of a module, or the map."""
    if view.offer.reason in {"map", "mapping"}:
        return _("Blind-spot map")
    if view.offer.reason in {"sitting", "exam"}:
        return _("Exam: {module}").format(module=said(view.module_title))
    return said(view.task_title or view.lesson_title)


def length(seconds: int) -> str:
    """``12:05``, in minutes and seconds: how long something took, or may still take."""
    return f"{seconds // 60}:{seconds % 60:02}"


def moment(at: datetime) -> str:
    """``Sen 23 Nov, 14.30`` / ``Mon 23 Nov, 14:30``."""
    time = _("{hour}:{minute}").format(hour=f"{at.hour:02}", minute=f"{at.minute:02}")
    return f"{short_date(at.date())}, {time}"


def key_words(question: AnyQuestion, language: Language) -> str:
    """The right answer in words: choices by their text, a number with its unit, the model answer of a text."""
    match question:
        case ChoiceQuestion():
            return " + ".join(safe(choice.text.say(language)) for choice in right_choices(question))
        case NumberQuestion():
            return with_unit(question.answer, question.unit)
        case TextQuestion():
            return safe(question.model.say(language)) if question.model else _exact(question.accept)
        case OrderQuestion():
            return " → ".join(safe(item.text.say(language)) for item in question.items)
        case PlaceQuestion():
            return _placed_words(question, {item.id: item.place for item in question.items}, language)
        case FillQuestion():
            return _filled_words(question, [blank_words(blank, language) for blank in question.blanks], language)


def answer_words(question: AnyQuestion, given: Given, language: Language) -> str:
    """What the learner answered, in words. What is no longer part of the question is left out."""
    match question, given.response:
        case ChoiceQuestion(), _:
            picked = [choice for choice in question.choices if choice.id in given.verdict.picked]
            return " + ".join(safe(choice.text.say(language)) for choice in picked)
        case OrderQuestion(), Arranged(items=order):
            texts = {item.id: item.text for item in question.items}
            return " → ".join(safe(texts[name].say(language)) for name in order if name in texts)
        case PlaceQuestion(), Placed(places=places):
            return _placed_words(question, dict(places), language)
        case FillQuestion(), Filled(blanks=blanks):
            words = [_in_blank(blank, dict(blanks).get(blank.id, ""), language) for blank in question.blanks]
            return _filled_words(question, words, language)
        case _, Typed(text=typed):
            return safe(typed)
    return ""


def blank_words(blank: Blank, language: Language) -> str:
    """What belongs into a gap."""
    if blank.choices:
        return " / ".join(safe(choice.text.say(language)) for choice in blank.choices if choice.correct)
    return safe(blank.model.say(language)) if blank.model else _exact(blank.accept)


def _exact(accept: Sequence[Accepted]) -> str:
    """The first answer that is accepted as it stands, or else the first pattern."""
    exact = [accepted.text for accepted in accept if not accepted.wildcard]
    return safe(exact[0] if exact else accept[0].text.replace("*", "…"))


def _placed_words(question: PlaceQuestion, put: Mapping[str, str], language: Language) -> str:
    names = {place.id: place.text for place in question.places}
    pairs = [(item.text, names[put[item.id]]) for item in question.items if put.get(item.id) in names]
    return "; ".join(f"{safe(item.say(language))} → {safe(place.say(language))}" for item, place in pairs)


def _in_blank(blank: Blank, given: str, language: Language) -> str:
    words = {choice.id: choice.text.say(language) for choice in blank.choices}
    return safe(words.get(given, "") if blank.choices else given)


def _filled_words(question: FillQuestion, words: Sequence[str], language: Language) -> str:
    """The sentence with ``words`` in its gaps, in brackets."""
    by_id = {blank.id: said for blank, said in zip(question.blanks, words, strict=True)}
    return BLANK.sub(lambda gap: f"[{by_id.get(gap[1], '') or '____'}]", safe(question.sentence.say(language)))
