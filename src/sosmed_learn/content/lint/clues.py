"""Rules over what gives the right option away: a word that comes back, grammar that only it fits."""

import re
from collections.abc import Iterator

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Found, Item, Option
from sosmed_learn.content.lint.words import (
    COMMON,
    COUNTS,
    JOINS,
    PLAIN,
    PLURAL_BEFORE,
    SINGULAR_BEFORE,
    VERB_AFTER,
)
from sosmed_learn.core.patterns import later
from sosmed_learn.core.text import LANGUAGES, Language
from sosmed_learn.i18n import N_

_USUAL = {language: PLAIN[language] | COMMON[language] for language in LANGUAGES}
_RARE = 5  # letters; shorter words are seldom terms
_FEW = 3  # options; and words of an option that is a mere name
_VOWEL = later(r"(?:[aeiou](?!ne\b|u)|hour|honest|hono|heir)(?<!\buni)", re.IGNORECASE)
_LIKE_YOU = later(r"(?:uni[a-z]|use|usual|util|eu|ubi|one\b|once)", re.IGNORECASE)
_SPELT = later(r"[A-Z]{2,}\b")
_SPOKEN_VOWEL = frozenset("AEFHILMNORSX")
_VERB = later(r"(?:meng|meny|men|mem|me|ber)[a-z]{3,}")


def repeated_word(item: Item) -> Iterator[Found]:
    """A telling word of the stem comes back in the right option, and no wrong option repeats any.

    HDR 2002, guideline 28b: avoid clang associations. Flaw "word repeats in stem and correct answer".
    """
    if item.kind != "single" or len(item.options) < _FEW or not item.keys:
        return
    stem = _telling(item.stem_words, item.language)
    key = _telling(item.keys[0].words, item.language)
    shared = [root for root in stem if root in key]
    if not shared:
        return
    if all(stem.keys().isdisjoint(_telling(option.words, item.language)) for option in item.wrong):
        yield Found(item.keys[0].place, {"text": key[shared[0]]})


def _telling(listed: list[str], language: Language) -> dict[str, str]:
    """The roots of words that are neither plain nor of everyday trade, each with the word."""
    plain = _USUAL[language]
    return {
        root: word
        for word in listed
        if len(word) >= _RARE
        and word not in plain
        and word.isalpha()
        and (root := reading.root(word, language)) not in plain
    }


def grammar(item: Item) -> Iterator[Found]:
    """Only the right option fits the grammar of a stem to complete.

    HDR 2002, guideline 28d: avoid grammatical inconsistencies that cue the test-taker. Flaw "grammatical cues".
    """
    if item.kind != "single" or len(item.options) < _FEW or not item.keys or "?" in item.stem[-2:]:
        return
    spans = reading.gaps(item.stem)
    before = reading.words(item.stem[: spans[-1][0]] if spans else item.stem)
    fitting, reason = _fitting(item, before)
    if reason and [option for option in item.options if option in fitting] == item.keys:
        yield Found(item.keys[0].place, {"reason": reason})


def _fitting(item: Item, before: list[str]) -> tuple[list[Option], str]:
    """The options that go on as the stem begins, and what about it tells; nothing where the stem does not tell."""
    last = before[-1] if before else ""
    short = all(len(option.words) <= _FEW for option in item.options)
    if item.language == "en" and last in {"a", "an"}:
        wanted = last == "an"
        return [o for o in item.options if _sounds_open(o.text) == wanted], N_("`a` or `an` before the gap")
    if item.language == "en" and short and last in PLURAL_BEFORE | SINGULAR_BEFORE:
        plural = last in PLURAL_BEFORE
        return [o for o in item.options if _plural(o) == plural], N_("singular or plural before the gap")
    if item.language == "id" and last in VERB_AFTER:
        return [o for o in item.options if o.words and _VERB().fullmatch(o.words[0])], N_("the verb that must follow")
    if set(before) & COUNTS:
        return [o for o in item.options if _is_pair(o)], N_("the number of things asked for")
    return [], ""


def _sounds_open(text: str) -> bool:
    """Whether "an" stands before it."""
    start = text.lstrip("\"“'*")
    if _SPELT().match(start):
        return start[0] in _SPOKEN_VOWEL
    return bool(_VOWEL().match(start)) and not _LIKE_YOU().match(start)


def _plural(option: Option) -> bool:
    last = option.words[-1] if option.words else ""
    return _is_pair(option) or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _is_pair(option: Option) -> bool:
    return bool(set(option.words) & JOINS) or "," in option.text
