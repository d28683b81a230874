"""Does a question ask for what is not so? The rule against a small "not", and what other rules ask about it."""

from collections.abc import Iterator

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Found, Item
from sosmed_learn.content.lint.words import GENERIC, LINKS, LOST, MODALS, NOT, WRONG
from sosmed_learn.core.text import Language

_ASKERS: dict[Language, frozenset[str]] = {
    "id": frozenset({"mana", "manakah", "apa", "apakah", "siapa", "siapakah", "berikut"}),
    "en": frozenset({"which", "what", "who"}),
}
_PICKERS = frozenset({"mana", "manakah", "berikut"})
"""What asks for one of several. "Apa yang salah dari …" looks for a mistake, and that is no negative."""

_EXCEPT: dict[Language, frozenset[str]] = {"id": frozenset({"kecuali"}), "en": frozenset({"except"})}
_UNFINISHED = frozenset({"adalah", "ialah", "yaitu", "adalah:", "is", "are"})
_WITHIN = frozenset({"dari", "dalam", "pada", "di", "with", "in"})
_TOPIC = frozenset({"about", "of", "on"})
_AVOIDED = frozenset({"dihindari", "hindari"})
_FAR = 7  # words between the question word and what it turns on
_NEAR = 4  # words behind a "not" that can take it back


def negative(item: Item) -> Iterator[Found]:
    """The question turns on a "not" that is not in capitals.

    HDR 2002, guideline 17: word the stem positively; if negative words are used, use capitals. Flaw "negative worded".
    A "not" inside a case ("a customer who does not answer") is no negative stem.
    """
    if set(item.stem_words) <= GENERIC[item.language]:
        return  # that it asks about nothing at all is said by another rule
    for sentence, word in _turning(item):
        if word.upper() not in sentence:
            yield Found(item.stem_place, {"text": word, "value": word.upper()})
            return


def asks_for_wrong(item: Item) -> bool:
    """Whether the right option is the one that does not hold, in capitals or not."""
    return any(True for _ in _turning(item))


def _turning(item: Item) -> Iterator[tuple[str, str]]:
    """Each sentence that asks for what is not so, with the words by which it does."""
    for sentence, listed in item.asking if item.options else ():
        words = _except(listed, item.language) or _not(listed, item.language) or _wrong(listed, item.language)
        if words:
            yield sentence, words


def _except(listed: list[str], language: Language) -> str:
    return next((word for word in listed[-2:] if word in _EXCEPT[language]), "")


def _not(listed: list[str], language: Language) -> str:
    """The negation on which the sentence turns. One that is taken back ("must not be missing") asks for what is so."""
    for at, word in enumerate(listed):
        if word not in NOT[language] or set(listed[at + 1 : at + 1 + _NEAR]) & LOST[language]:
            continue
        if _asked(listed, at, language):
            return word
    return ""


def _wrong(listed: list[str], language: Language) -> str:
    """Words such as "kurang tepat" and "false" on which the sentence turns."""
    for at, phrase in reading.phrases_in(listed, WRONG[language]):
        behind = listed[at + len(phrase.split()) :]
        if language == "en":
            if _is_wrong(listed[:at], phrase, behind):
                return phrase
        elif _is_picked(listed, at, phrase) and not set(behind[:1]) & _WITHIN and _asked(listed, at, language):
            return phrase
    return ""


def _is_picked(listed: list[str], at: int, phrase: str) -> bool:
    """Whether the sentence picks one of several, and does not look for a mistake in something."""
    return phrase in _AVOIDED or bool(_PICKERS & set(listed[:at])) or listed[-1] in _UNFINISHED


def _is_wrong(before: list[str], phrase: str, behind: list[str]) -> bool:
    """Whether "which … is false" or "which … should be avoided" leads to the phrase; "what is wrong with" does not."""
    asker = next((at for at, word in enumerate(before) if word in _ASKERS["en"]), None)
    if asker is None or set(before[asker + 1 :]) & (LINKS["en"] - _TOPIC) or set(behind[:1]) & _WITHIN:
        return False
    if phrase == "avoid":
        return not behind
    return phrase == "avoided" or (before[asker] == "which" and before[-1] in _UNFINISHED)


def _asked(listed: list[str], at: int, language: Language) -> bool:
    """Whether the question word leads to the word at that place, and nothing else does."""
    before = listed[max(0, at - _FAR) : at]
    if language == "id":
        while before and before[-1] in MODALS:
            before.pop()
        return _asked_in_indonesian(before, listed)
    links = LINKS["en"] - _TOPIC if before[-1:] and before[-1] in _UNFINISHED else LINKS["en"]
    askers = [place for place, other in enumerate(before) if other in _ASKERS["en"]]
    return bool(askers) and not set(before[askers[0] + 1 :]) & links


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
