"""Rules over what is asked: negatives, gaps, length, focus. Each is one function with its source."""

from collections.abc import Iterator

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Found, Item
from sosmed_learn.content.lint.words import ASKS, GENERIC, LINKS
from sosmed_learn.core.text import Language

_ASKERS: dict[Language, frozenset[str]] = {
    "id": frozenset({"mana", "manakah", "apa", "apakah", "siapa", "siapakah", "berikut"}),
    "en": frozenset({"which", "what", "who"}),
}
_NOT: dict[Language, frozenset[str]] = {
    "id": frozenset({"tidak", "bukan", "tak", "bukanlah"}),
    "en": frozenset({"not", "cannot", "isn't", "aren't", "shouldn't", "don't", "doesn't", "won't", "can't"}),
}
_EXCEPT: dict[Language, frozenset[str]] = {"id": frozenset({"kecuali"}), "en": frozenset({"except"})}
_UNFINISHED = frozenset({"adalah", "ialah", "yaitu", "adalah:", "is", "are"})
_FAR = 7  # words between the question word and what it turns on
_LONGEST = {1: 60, 2: 80, 3: 100}  # words; a screen holds about 90
_ROOT = 3  # letters behind a prefix; "media" is no verb
_HEADING = 6  # words; what is longer is hardly a heading


def negative(item: Item) -> Iterator[Found]:
    """The question turns on a "not" that is not in capitals.

    HDR 2002, guideline 17: word the stem positively; if negative words are used, use capitals. Flaw "negative worded".
    A "not" inside a case ("a customer who does not answer") is no negative stem.
    """
    if not item.options:
        return
    for sentence in reading.asking(item.stem):
        listed = reading.words(sentence)
        word = _turning_word(listed, item.language)
        if word and word.upper() not in sentence:
            yield Found(item.stem_place, {"text": word, "value": word.upper()})
            return


def _turning_word(listed: list[str], language: Language) -> str:
    """The negation on which the sentence turns, or nothing."""
    if set(listed[-2:]) & _EXCEPT[language]:
        return next(word for word in listed[-2:] if word in _EXCEPT[language])
    negations, links = _NOT[language], LINKS[language]
    for at, word in enumerate(listed):
        if word not in negations:
            continue
        before = listed[max(0, at - _FAR) : at]
        if language == "id" and _asked_in_indonesian(before, listed):
            return word
        askers = [place for place, other in enumerate(before) if other in _ASKERS["en"]]
        if language == "en" and askers and not set(before[askers[0] + 1 :]) & links:
            return word
    return ""


def _asked_in_indonesian(before: list[str], listed: list[str]) -> bool:
    """Whether "mana … yang tidak", "berikut ini bukan" or "yang tidak … adalah" leads to the negation."""
    places = [place for place, word in enumerate(before) if word in _ASKERS["id"]]
    between = before[places[-1] + 1 :] if places else []
    if places and before[-1:] == ["yang"]:
        return not set(between[:-1]) & LINKS["id"]
    if places and before[places[-1]] == "berikut":
        return not set(between) & LINKS["id"]
    unfinished = bool(listed) and listed[-1] in _UNFINISHED
    return unfinished and before[-1:] == ["yang"] and not set(before[:-1]) & LINKS["id"]


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
    """Without the options nobody could say what is asked: "Manakah yang benar?", or a bare heading.

    HDR 2002, guidelines 13 and 14: directions clear, central idea in the stem. Flaw "unfocused stem".
    """
    if item.kind == "true-false" or not item.stem:
        return
    generic = set(item.stem_words) <= GENERIC[item.language]
    if generic or _is_heading(item):
        yield Found(item.stem_place)


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
