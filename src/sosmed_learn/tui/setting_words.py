"""What the settings are called, how their values are said, and what each of them does."""

from decimal import Decimal, InvalidOperation

from sosmed_learn.core.settings import OFF
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.wording import minutes, number, safe

_TITLES = {
    "language": N_("Language"),
    "theme": N_("Colours"),
    "role": N_("What you do"),
    "minutes": N_("Time a day"),
    "goal": N_("Goal a week"),
    "reviews": N_("Reviews"),
    "retention": N_("Still known"),
    "confidence": N_("How sure you are"),
    "exam-limit": N_("Time limit of exams"),
}
_WHAT_THEY_DO = {
    "language": N_("What the app and the lessons speak."),
    "theme": N_("Other themes: Ctrl+P, then All themes."),
    "role": N_("Decides which modules you are offered first."),
    "minutes": N_("How much you are offered at a time."),
    "goal": N_("A missed week costs nothing."),
    "reviews": N_("Questions come back shortly before they would be forgotten."),
    "confidence": N_("It finds what you are sure of and have wrong."),
    "exam-limit": N_("An exam ends when its minutes are over."),
}
# Measured over a simulated year with the scheduler of ``core.memory``: 4.7, 6.2, 7.2 and 12.2 reviews of each question.
_RETENTION = {
    "0.8": N_("When a review comes, one in five is forgotten. A third less to review."),
    "0.85": N_("When a review comes, one in seven is forgotten. Slightly less to review."),
    "0.9": N_("When a review comes, one in ten is forgotten. The usual balance."),
    "0.95": N_("When a review comes, one in twenty is forgotten. 70% more to review."),
}
_OTHER_RETENTION = N_("How much is to be still known when a review comes.")
_LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
"""Each in itself, whatever is spoken: who is lost in the other language finds the own one."""
_VALUES = {
    ("theme", "sosmed-dark"): N_("dark"),
    ("theme", "sosmed-light"): N_("light"),
    ("role", "admin"): N_("social media accounts"),
    ("role", "owner"): N_("a business of my own"),
    ("role", "lead"): N_("leading a team"),
    ("goal", OFF): N_("none"),
    ("reviews", "on"): N_("on"),
    ("reviews", OFF): N_("off"),
    ("confidence", "on"): N_("asked"),
    ("confidence", OFF): N_("not asked"),
    ("exam-limit", "on"): N_("on"),
    ("exam-limit", OFF): N_("off"),
}


def title(name: str) -> str:
    """What a setting is called."""
    return _(_TITLES[name])


def value_words(name: str, value: str) -> str:
    """How a value is said; one that nobody knows as it stands."""
    if name == "language" and value in _LANGUAGES:
        return _LANGUAGES[value]
    if (name, value) in _VALUES:
        return _(_VALUES[name, value])
    if name in {"minutes", "goal"} and value.isdecimal():
        count = int(value)
        days = ngettext("{count} day", "{count} days", count).format(count=count)
        return minutes(count) if name == "minutes" else days
    return _share(value) if name == "retention" else safe(value)


def _share(value: str) -> str:
    """``90%``."""
    try:
        return f"{number(round(Decimal(value) * 100, 1))}%"
    except (InvalidOperation, ValueError):  # not a number, or none that can be written out
        return safe(value)


def what_it_does(name: str, value: str) -> str:
    """The sentence below it."""
    if name == "retention":
        return _(_RETENTION.get(value, _OTHER_RETENTION))
    return _(_WHAT_THEY_DO[name])
