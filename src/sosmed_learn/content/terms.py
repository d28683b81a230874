"""Is the glossary of a module used as it defines its terms? Over its glossary and lessons, for ``check`` alone.

Words have more meanings than one, so a single text without the term says nothing. What is told is certain: a term that
stands there twice, a term whose twin appears in none of its translations, a spelling that is nearly that of a term.
Reads no file.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.lint.reading import blanked, clean, plain, words
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path
from sosmed_learn.core.text import LANGUAGES, Language

Form = tuple[str, ...]

_WAYS: tuple[tuple[Language, Language], ...] = (("id", "en"), ("en", "id"))
_SHORT = re.compile(r"\(([^()]*)\)")
_ENDINGS: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r"(?:nya|mu|ku|lah|kah|pun)$"),
    "en": re.compile(r"(?:'s|s'|(?:(?<=[sxz])|(?<=[cs]h))es|(?<=[^s])s)$"),
}
_LAST: dict[Language, tuple[str, ...]] = {"id": ("nya", "mu", "ku", "ah", "pun"), "en": ("s", "s'")}
"""How the words end that may have such an ending."""
_MOST_STEMS = 20_000
_STEM = 4  # letters that are left of a word whose ending goes
_TWICE = 2  # texts without the twin, to be no chance
_MOST = 1000  # terms that are compared; a file made to hurt could have more
_LONGEST = 40  # letters of a term that could be split; more is no word
_LONG = 8  # letters of two words written as one; shorter ones meet by chance


def check_terms(glossary: Document[shape.GlossaryFile], documents: Sequence[Document[shape.LessonFile]]) -> None:
    """Each term is defined once, used with its twin, and spelt as it is defined."""
    terms = glossary.value.terms[:_MOST] if glossary.value is not None else ()
    if not terms:
        return
    _check_twice(glossary, terms)
    places = [
        _Place(document, path, text)
        for document in documents
        for path, text in document.texts
        if not isinstance(text, str)
    ]
    odd = {language: [*_odd_spellings(terms, language)] for language in LANGUAGES}
    said = {
        language: _Texts([getattr(place.text, language) or "" for place in places], language, looked_for)
        for language in LANGUAGES
        for looked_for in [_looked_for(terms, odd[language], language)]
    }
    for at, term in enumerate(terms):
        if not isinstance(term.term, str):
            _check_twin(glossary, ("terms", at, "term"), term.term, said)
    for language in LANGUAGES:
        for spelt, name in odd[language]:
            _report_spelling([places[at] for at in said[language].using([tuple(spelt.split())])], language, spelt, name)


def _looked_for(terms: Sequence[shape.TermShape], odd: Sequence[tuple[str, str]], language: Language) -> set[str]:
    """The words of all names and of all odd spellings."""
    said = [term.term if isinstance(term.term, str) else getattr(term.term, language) or "" for term in terms]
    found = {word for name in said for form in _forms(name, language) for word in form}
    return found.union(*(spelt.split() for spelt, _ in odd))


class _Place(NamedTuple):
    """A text with where it stands."""

    document: Document[shape.LessonFile]
    path: Path
    text: shape.Words


class _Texts:
    """Texts in one language, as words without their endings: which of them name a term.

    Only names are known whose words are ``looked_for``: of all that is written they are a small part.
    """

    def __init__(self, said: Sequence[str], language: Language, looked_for: Collection[str]) -> None:
        self._rows = {at: words(clean(text)) for at, text in enumerate(said) if not text.isascii()}
        usual = [at for at, text in enumerate(said) if text.isascii()]
        # Made ready all together, as lines of one text: that is several times as quick as one by one.
        together = " \n ".join([said[at].replace("\n", " ") for at in usual])
        lines = blanked(plain(clean(together))).split("\n") if usual else []
        self._rows.update(zip(usual, map(str.split, lines), strict=True))
        self._language = language
        self._stems: dict[int, str] = {}
        self._where: dict[str, list[int]] = {}
        """By each word without its ending, the numbers of the texts in which it stands."""
        written = list(set[str]().union(*self._rows.values()))
        stems = {
            word: stem for word, stem in zip(written, _stems(written, language), strict=True) if stem in looked_for
        }
        known = set(stems)
        for at, row in self._rows.items():
            for word in known.intersection(row):
                self._where.setdefault(stems[word], []).append(at)

    def using(self, forms: Sequence[Form]) -> list[int]:
        """The numbers of the texts in which one of the names stands, word by word."""
        found: set[int] = set()
        for form in forms:
            likely = set(self._where.get(form[0], ())).intersection(*(self._where.get(word, ()) for word in form[1:]))
            found |= likely if len(form) == 1 else {at for at in likely if self._has_in_a_row(at, form)}
        return sorted(found)

    def _has_in_a_row(self, at: int, form: Form) -> bool:
        if at not in self._stems:
            self._stems[at] = f" {' '.join(_stems(self._rows[at], self._language))} "
        return f" {' '.join(form)} " in self._stems[at]


def _both(text: shape.Words) -> Iterator[tuple[Language, str]]:
    for language in LANGUAGES:
        yield language, getattr(text, language) or ""


def _stems(listed: Collection[str], language: Language) -> list[str]:
    """The words without their endings."""
    last = _LAST[language]
    shorter = {word: _shorter(word, language) for word in set(listed) if word.endswith(last)}
    return [shorter.get(word, word) for word in listed]


@lru_cache(maxsize=_MOST_STEMS)
def _shorter(word: str, language: Language) -> str:
    short = _ENDINGS[language].sub("", word)
    return short if len(short) >= _STEM else word


def _bare(said: str, language: Language) -> list[str]:
    return _stems(words(clean(said)), language)


def _forms(term: str, language: Language) -> list[Form]:
    """The names in a term: "Rasio klik (CTR)" is two, and so is "COD, bayar di tempat"."""
    parts = [*_SHORT.sub(",", term).split(","), *_SHORT.findall(term)]
    return [form for part in parts if (form := tuple(_bare(part, language)))]


def _check_twice(glossary: Document[shape.GlossaryFile], terms: Sequence[shape.TermShape]) -> None:
    """The same name, but for capitals, hyphens and the plural, in one language."""
    first: dict[tuple[Language, str], int] = {}
    for at, term in enumerate(terms):
        for inner, said in said_in(("terms", at, "term"), term.term):
            language: Language = "id" if inner[-1] == "id" else "en"
            name = "".join("".join(form) for form in _forms(said, language)[:1]).replace("-", "")
            before = first.setdefault((language, name), at)
            if name and before != at:
                line = glossary.span(("terms", before)).line
                glossary.report("W525", inner, text=said, other=f"{glossary.sheet.path}:{line}")
                break


def _check_twin(
    glossary: Document[shape.GlossaryFile], path: Path, term: shape.Words, said: Mapping[Language, _Texts]
) -> None:
    """A term that several texts use, and none of their translations uses its twin.

    English words mean much besides the term ("return", "reach"), so only names of several words count there.
    """
    forms = {language: _forms(said, language) for language, said in _both(term)}
    for language, other in _WAYS:
        if not forms[language] or not forms[other]:
            return
        using = said[language].using([form for form in forms[language] if language == "id" or len(form) > 1])
        if len(using) >= _TWICE and not set(using).intersection(said[other].using(forms[other])):
            args = {"text": getattr(term, language), "value": getattr(term, other), "count": str(len(using))}
            glossary.report("W526", (*path, other), language=other, **args)
            return


def _report_spelling(places: Sequence[_Place], language: Language, spelt: str, name: str) -> None:
    """The first place of each file at which a term is spelt otherwise."""
    for place in {id(place.document): place for place in reversed(places)}.values():
        place.document.report("W527", (*place.path, language), text=spelt, value=name)


def _odd_spellings(terms: Sequence[shape.TermShape], language: Language) -> Iterator[tuple[str, str]]:
    """Wrong spellings of the terms, each with the right one. Only those that are nobody's right spelling.

    A term of two words written as one, and in Indonesian one word written as two: in English "check out" and "checkout"
    are two things.
    """
    named = {part: name for term in terms for part, name in _names(term, language)}
    for form, name in named.items():
        glued = form.replace(" ", "")
        if " " in form and form.count(" ") == 1 and len(glued) >= _LONG and glued not in named:
            yield glued, name
        elif language == "id" and " " not in form and _LONG <= len(form) <= _LONGEST:
            apart = (f"{form[:at]} {form[at:]}" for at in range(3, len(form) - 2))
            yield from ((spelt, name) for spelt in apart if spelt not in named)


def _names(term: shape.TermShape, language: Language) -> Iterator[tuple[str, str]]:
    """Each name of a term as it is compared, and as it is written."""
    said = term.term if isinstance(term.term, str) else getattr(term.term, language) or ""
    for part in (*_SHORT.sub(",", said).split(","), *_SHORT.findall(said)):
        yield " ".join(_bare(part, language)), part.strip()
