"""Text -> words, and small questions about words that several rules ask. Knows no questions and no problems."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from sosmed_learn.content.format import CITED
from sosmed_learn.core.text import Language

_CITED = re.compile(CITED)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")  # noqa: RUF001 - as people type the apostrophe
_PIECE = re.compile(
    r"(?<![^\W_])[-−]?\d+(?:[.,]\d+)*|[^\W_]+(?:[.,]\d+|[-'’][^\W_]+)*"  # noqa: RUF001 - the same, and a true minus
    r"|[+×÷=<>≤≥%/#@&?\u2600-\u26ff\U0001f000-\U0001faff]"  # noqa: RUF001 - as people write it
)
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")
_ASCII_PIECE = re.compile(r"(?<![a-z0-9])-?[0-9]+(?:[.,][0-9]+)*|[a-z0-9]+(?:[.,][0-9]+|[-'][a-z0-9]+)*|[+=<>%/#@&?]")
"""The same for small letters without accents, which most texts are made of, in a fraction of the time."""
_BLANKED = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) in "-'")}
"""Signs that part words, for such texts."""
_BLANKED_LINES = {code: by for code, by in _BLANKED.items() if code != ord("\n")}
_SENTENCE_END = re.compile(r"(?<=[.?!:])\s+|\n+")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”|‘[^‘’]*’")  # noqa: RUF001 - the odd ones are looked for
_GAP = re.compile(r"_{2,}|\.{4,}|[(\[] ?\.{2,4} ?[)\]]|(?<!\S)\.{3}(?!\S)|…")

_PREFIX = re.compile(
    r"mem(?=[bfpv])|men(?=[cdjtz])|meng(?=[aeioughk])|meny|pem(?=[bp])|peng|pen|me|ber|ter|di|ke|pe|se"
)
"""Of Indonesian words; of English ones only the end is compared."""
_SUFFIXES: dict[Language, tuple[str, ...]] = {
    "id": ("nya", "kan", "lah", "kah", "an", "i"),
    "en": ("ions", "ings", "ion", "ing", "ies", "ors", "ed", "or", "ly", "es", "e", "s"),
}
"""The longest first, which is the one that goes."""
_SOFT = re.compile(r"[kpst](?=[aeiou])")
_SHORTEST_ROOT = 4


def clean(text: str) -> str:
    """``text`` without citations and without the marks of emphasis."""
    return (_CITED.sub("", text) if "[^" in text else text).replace("*", "").replace("`", "")


def words(text: str) -> list[str]:
    """The words in small letters. ``sering-sering`` and ``isn't`` are one word each; signs are none."""
    text = plain(text)
    if not text.isascii():
        return _WORD.findall(text)
    # To blank all signs and split is several times as fast as to search, and most texts can be read so.
    return parted(text.translate(_BLANKED))


def parted(text: str) -> list[str]:
    """The words of a text in small letters without accents, in which spaces stand for all signs but ``-`` and ``'``."""
    found = text.split()
    if "-" not in text and "'" not in text:
        return found
    return [word for each in found for word in ([each] if each.isalnum() else _ASCII_WORD.findall(each))]


def blanked(text: str) -> str:
    """A text in small letters without accents: each word stands between spaces, and each line remains one.

    What ``parted`` makes of it is the same.
    """
    text = text.translate(_BLANKED_LINES)
    for odd in ("--", "''", "-'", "'-", " -", " '", "- ", "' "):  # these are part of no word
        text = text.replace(odd, "  ")
    return text


def plain(text: str) -> str:
    """``text`` in small letters, with one sign for the apostrophe."""
    return text.casefold().replace("’", "'")  # noqa: RUF001 - one way to write it


def letters(text: str) -> tuple[int, int, int, int]:
    """How often four common letters stand in it. Texts that differ in this differ in their words and pieces.

    To count is several times as quick as to part texts, and shows of nearly all that they are no twins.
    """
    text = text.casefold()
    return text.count("a"), text.count("e"), text.count("n"), text.count("t")


def pieces(text: str) -> list[str]:
    """Words, numbers and the signs that change what is said: ``10 ÷ 4`` is not ``10 × 4``."""  # noqa: RUF002
    text = plain(text)
    return (_ASCII_PIECE if text.isascii() else _PIECE).findall(text)


def sentences(text: str) -> list[str]:
    """The sentences, with the sign that ends each."""
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def asking(text: str) -> list[str]:
    """The sentences that ask: those with a question mark, otherwise the last one."""
    found = sentences(_QUOTED.sub(_mentioned, text) if _may_quote(text) else text)
    return [part for part in found if part.rstrip().endswith("?")] or found[-1:]


def _mentioned(match: re.Match[str]) -> str:
    """A quotation without its words. One that ends a sentence goes on doing so, but asks nothing."""
    return "“…”." if match[0][-2] in ".?!" else "“…”"


def outside_quotes(text: str) -> str:
    """What is not somebody's speech."""
    return _QUOTED.sub(" ", text) if _may_quote(text) else text


def _may_quote(text: str) -> bool:
    return '"' in text or not text.isascii()


def gaps(text: str) -> list[tuple[int, int]]:
    """Where each gap to fill begins and ends."""
    if not ("__" in text or ".." in text or "…" in text):  # what all gaps have, and few texts
        return []
    return [match.span() for match in _GAP.finditer(text)]


def phrases_in(listed: Sequence[str], phrases: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Each of the phrases that stands among the words, with the place where it begins."""
    begins = _begins(phrases)
    if begins.keys().isdisjoint(listed):  # so it is of nearly all texts
        return
    for at, word in enumerate(listed):
        for phrase in begins.get(word, ()):
            if tuple(listed[at : at + len(phrase)]) == phrase:
                yield at, " ".join(phrase)


@cache
def _begins(phrases: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def first_of(listed: Sequence[str], phrases: frozenset[str], unless_after: Collection[str] = ()) -> str:
    """The first of ``phrases`` among the words, unless one of ``unless_after`` stands right before it; or nothing."""
    found = phrases_in(listed, phrases)
    return next((phrase for at, phrase in found if not (at and listed[at - 1] in unless_after)), "")


@lru_cache(maxsize=20_000)
def root(word: str, language: Language) -> str:
    """The word without the commonest affixes, so that "kurasi" and "mengurasi" meet. Rough, and enough to compare."""
    if len(word) <= _SHORTEST_ROOT:
        return word
    endings = _SUFFIXES[language]
    word = _without_prefix(word, _PREFIX) if language == "id" else word
    for _ in range(2):
        if word.endswith(endings):  # of most words, one question tells that there is nothing to take off
            word = _without_suffix(word, endings)
    return _without_prefix(word, _SOFT) if language == "id" and word[0] in "kpst" else word


def _without_prefix(word: str, affix: re.Pattern[str]) -> str:
    match = affix.match(word)
    return word[match.end() :] if match and len(word) - match.end() >= _SHORTEST_ROOT else word


def _without_suffix(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending):
            left = len(word) - len(ending)
            return word[:left] if left >= _SHORTEST_ROOT else word
    return word
