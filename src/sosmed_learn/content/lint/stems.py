"""Rules over what is asked: gaps, length, focus. Each is one function with its source."""

from collections.abc import Iterator

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Found, Item
from sosmed_learn.content.lint.words import ABOUT, ASKS, GENERIC, NOT, TRUE
from sosmed_learn.core.text import Language

_LONGEST = {1: 60, 2: 80, 3: 100}  # words; a screen holds about 90
_ROOT = 3  # letters behind a prefix; "media" is no verb
_TOPIC = 3  # words that name one
_HEADING = 6  # words; what is longer is hardly a heading


def gap_first(item: Item) -> Iterator[Found]:
    """The gap stands at the start, so the learner reads on without knowing what is asked.

    Flaw "fill in the blank" of the 19; HDR 2002, guideline 14: the central idea belongs in the stem.
    """
    for start, end in reading.gaps(item.stem)[:1]:
        if len(reading.words(item.stem[:start])) <= 1 and len(reading.words(item.stem[end:])) > 1:
            yield Found(item.stem_place)


def too_long(item: Item) -> Iterator[Found]:
    """More words than the thinking needs. HDR 2002, guidelines 7 and 15: minimise reading, no window dressing."""
    most = _LONGEST.get(item.level, max(_LONGEST.values()))
    if len(item.stem_words) > most:
        args = {"count": str(len(item.stem_words)), "value": str(item.level), "high": str(most)}
        yield Found(item.stem_place, args)


def unfocused(item: Item) -> Iterator[Found]:
    """Without the options nobody could say what is asked: "Manakah yang benar (tentang iklan)?", or a bare heading.

    HDR 2002, guidelines 13 and 14: directions clear, central idea in the stem. Flaw "unfocused stem".
    """
    if item.kind == "true-false" or not item.stem:
        return
    generic = set(item.stem_words) <= GENERIC[item.language]
    if generic or _is_about_a_topic(item) or _is_heading(item):
        yield Found(item.stem_place)


def _is_about_a_topic(item: Item) -> bool:
    """Whether it asks what is true about something, and no more. What is false of it is a negative, which is told."""
    generic, listed = GENERIC[item.language], item.stem_words
    at = next((at for at, word in enumerate(listed) if word in ABOUT[item.language]), None)
    if at is None or NOT[item.language] & set(listed):
        return False
    named = [word for word in listed[at + 1 :] if word not in generic]
    asks = {*listed[:at], *(word for word in listed[at + 1 :] if word in generic)}
    return bool(asks & TRUE[item.language]) and set(listed[:at]) <= generic and len(named) <= _TOPIC


def _is_heading(item: Item) -> bool:
    """No question mark, no gap, no verb."""
    stem, listed = item.stem.rstrip(), item.stem_words
    if "?" in stem or reading.gaps(stem) or len(listed) > _HEADING:
        return False
    return not any(_asks(word, item.language) for word in listed)


def _asks(word: str, language: Language) -> bool:
    if word in ASKS[language]:
        return True
    prefixes = ("meng", "men", "mem", "me", "ber", "di", "ter") if language == "id" else ()
    return any(word.startswith(prefix) and len(word) > len(prefix) + _ROOT for prefix in prefixes)
