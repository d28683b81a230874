"""Rules over the options one by one: length, "all of the above", absolute, vague and joke options."""

import re
from collections.abc import Iterator

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Found, Item, Option
from sosmed_learn.content.lint.negation import asks_for_wrong
from sosmed_learn.content.lint.words import ABSOLUTE, DOUBTED, EVERY, HASTE, MUST, NARROW, ONE_OF, SPANS, VAGUE
from sosmed_learn.core.patterns import later
from sosmed_learn.core.text import LANGUAGES, Language

_CLEARLY = 1.5  # times as long as the longest wrong option
_AT_LEAST = 12  # characters more; a word or two
_FEW = 3  # options; of two, one is always longer

_ABOUT_OPTIONS = later(
    r"(?:(?:semua|seluruh|tidak ada|tak ada|tak satu pun|tidak satu pun|bukan salah satu"
    r"|keduanya|ketiganya|semuanya|dua-duanya|dua duanya|tiga-tiganya|tiga tiganya|kedua)"
    r"(?: (?:satu pun|dari))?(?: (?:pilihan|jawaban|opsi|pernyataan|jawabannya|pilihannya))?(?: yang)?"
    r"(?: (?:di )?(?:atas|bawah)| ini| itu| tersebut| lain)?(?: (?:adalah|sama sama))?"
    r"(?: (?:benar|salah|tepat|betul|keliru|cocok|sesuai))?(?: semua)?"
    r"|(?:all|none|neither|both|any|each)(?: of)?(?: the| these| those| them)?"
    r"(?: (?:options?|answers?|choices?|statements?|two|three))?(?: (?:above|below|preceding))?"
    r"(?: (?:is|are))?(?: (?:all |both )?(?:true|correct|right|wrong|false))?"
    r"|(?:pilihan |jawaban |opsi |both |options? |answers? )*[a-e] (?:dan|atau|and|or|nor) [a-e]"
    r"(?: (?:saja|benar|keduanya benar|only|are correct|are true|are right))?)"
)
_FIRST = frozenset(
    {"semua", "seluruh", "tidak", "tak", "bukan", "keduanya", "ketiganya", "semuanya", "dua-duanya", "dua"}
    | {"tiga-tiganya", "tiga", "kedua", "all", "none", "neither", "both", "any", "each", "pilihan", "jawaban"}
    | {"opsi", "option", "options", "answer", "answers", "a", "b", "c", "d", "e"}
)
"""The words with which all of these begin; few options begin so."""
_NOT_ENOUGH = frozenset(
    {"tidak ada", "tak ada", "kedua", "keduanya", "ketiganya", "semua", "semua itu", "semua ini", "seluruh"}
    | {"both", "neither", "none", "any", "each", "all", "all right"}
)
"""Alone these may be a plain answer."""

_VAGUE_OR_HASTE = {language: VAGUE[language] | HASTE[language] for language in LANGUAGES}
_EMOJI = re.compile("[\u2600-\u26ff\U0001f000-\U0001faff]")
_LAUGHS = re.compile(r"(?:(?:ha|he|hi|wk|xi){2,}[hk]?|lol|lmao|rofl|ngakak)")
_LAUGHS_BEGIN = frozenset("hwxlrn")
_ABSURD = 4  # times as many words as the others have in the middle
_MANY_WORDS = 25


def longest(item: Item) -> Iterator[Found]:
    """The right option is clearly longer than every wrong one.

    HDR 2002, guideline 24: keep the length of choices about equal. Flaw "longest option correct", the commonest of the
    19. Numbers are as long as they are.
    """
    if len(item.options) < _FEW or not item.keys or not item.wrong:
        return
    key = min(item.keys, key=_length)
    other = max(map(_length, item.wrong))
    if _length(key) >= max(other * _CLEARLY, other + _AT_LEAST) and len(key.words) > 1:
        yield Found(key.place, {"count": str(_length(key)), "high": str(other)})


def _length(option: Option) -> int:
    return len(option.text)


def about_options(item: Item) -> Iterator[Found]:
    """Options such as "all of the above" and "A and C": half a thought finds them or rules them out.

    HDR 2002, guidelines 25 and 26 (avoid all, use none with care) and 9 (no complex multiple choice, K-type).
    """
    for option in item.options:
        if _FIRST.isdisjoint(option.words[:1]):
            continue
        plain = " ".join(option.words)
        if _ABOUT_OPTIONS().fullmatch(plain) and plain not in _NOT_ENOUGH:
            yield Found(option.place, {"text": option.text})


def absolute(item: Item) -> Iterator[Found]:
    """Absolute words stand only in options that do not hold: whoever knows tests strikes those out.

    HDR 2002, guideline 28a: avoid specific determiners such as always, never, completely. "Only" is everyday speech,
    so it counts when two options lean on it. Of a question that asks for what is wrong, the key is what does not hold.
    """
    holds, fails = (item.wrong, item.keys) if asks_for_wrong(item) else (item.keys, item.wrong)
    language = item.language
    if not holds or any(_sure(option, language) or _narrow(option, language) for option in holds):
        return
    sure = [(option, word) for option in fails if (word := _sure(option, language))]
    narrow = [(option, word) for option in fails if (word := _narrow(option, language))]
    found = sure or (narrow if len(narrow) > 1 else [])
    if found:
        yield Found(found[0][0].place, {"text": found[0][1]})


def _sure(option: Option, language: Language) -> str:
    """The words that leave no exception, or nothing."""
    listed = option.own_words
    found = reading.first_of(listed, ABSOLUTE[language], DOUBTED[language])
    return found or _of_all(listed, language)


def _of_all(listed: list[str], language: Language) -> str:
    """The words that make a rule for all cases, "every … must". What must be done every day is none."""
    for at, word in enumerate(listed):
        if word in EVERY[language] and not set(listed[at + 1 : at + 2]) & SPANS[language]:
            must = next((other for other in listed[at + 1 :] if other in MUST[language]), "")
            return f"{word} … {must}" if must else ""
    return ""


def _narrow(option: Option, language: Language) -> str:
    """A word that narrows. "Only one of five" and "just once" count, and narrow nothing."""
    listed = option.own_words
    found = reading.phrases_in(listed, NARROW[language])
    plain, doubted = ONE_OF[language], DOUBTED[language]
    for at, phrase in found:
        if not (at and listed[at - 1] in doubted) and not set(listed[at + len(phrase.split()) :][:1]) & plain:
            return phrase
    return ""


def vague(item: Item) -> Iterator[Found]:
    """An option rests on a word such as "often", which everybody reads in their own way.

    Flaw "vague terms" of the 19; HDR 2002 calls for choices that are precise. Only where the word is what the option
    says: it opens or ends it; "as soon as possible" and the like only open it, since they end many a plain sentence.
    """
    often, either = VAGUE[item.language], _VAGUE_OR_HASTE[item.language]
    for option in item.options:
        count = len(option.words)
        for at, phrase in reading.phrases_in(option.words, either):
            if at == 0 or (phrase in often and at + len(phrase.split()) == count):
                yield Found(option.place, {"text": phrase})
                break


def joke(item: Item) -> Iterator[Found]:
    """A wrong option that nobody would choose in earnest: laughter, emoji, shouting, absurd length.

    HDR 2002, guideline 29: make all distractors plausible; 31: humour only if it fits the teacher. What people say in
    quotation marks may have all of that.
    """
    for option in item.wrong:
        marks = set(_marks(option))
        if _absurd(option, item) or (marks and marks.difference(*map(_marks, item.keys))):
            yield Found(option.place)


def _absurd(option: Option, item: Item) -> bool:
    """Whether it is many times as long as the others."""
    count = len(option.words)
    if count < _MANY_WORDS:
        return False
    others = sorted(len(other.words) for other in item.options if other is not option)
    return count > _ABSURD * others[len(others) // 2]


def _marks(option: Option) -> Iterator[str]:
    outside = option.outside_quotes
    if "!" in outside:
        yield "shouts"
    if not outside.isascii() and _EMOJI.search(outside):
        yield "emoji"
    if any(word[0] in _LAUGHS_BEGIN and _LAUGHS.fullmatch(word) for word in option.own_words):
        yield "laughs"
