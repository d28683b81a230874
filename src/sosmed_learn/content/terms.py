"""Is the glossary of a module used as it defines its terms? Over its glossary and lessons, for ``check`` alone.

Words have more meanings than one, so a single text without the term says nothing. What is told is certain: a term that
stands there twice, a term whose twin appears in none of its translations, a spelling that is nearly that of a term.
Reads no file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.lint.reading import clean, words
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
    said = [_texts_of(document) for document in documents]
    texts = [text for each in said for text in each]
    everything = {language: "\n".join(text.words[language] for text in texts) for language in LANGUAGES}
    for at, term in enumerate(terms):
        if not isinstance(term.term, str):
            _check_twin(glossary, ("terms", at, "term"), term.term, texts, everything)
    for language in LANGUAGES:
        known = set(everything[language].split())
        for spelt, name in _odd_spellings(terms, language):
            if known.issuperset(spelt.split()) and f" {spelt} " in everything[language]:
                _report_spelling(documents, said, language, spelt, name)


class _Said:
    """A text as words without their endings, joined with spaces, in each language; and where it stands."""

    def __init__(self, path: Path, text: shape.Words) -> None:
        self.path = path
        self.words = {language: f" {' '.join(_bare(said, language))} " for language, said in _both(text)}

    def has(self, names: Sequence[str], language: Language) -> bool:
        """Whether one of the names stands there, each with a space on both sides."""
        return _has(self.words[language], names)


def _texts_of(document: Document[shape.LessonFile]) -> list[_Said]:
    return [_Said(path, text) for path, text in document.texts if not isinstance(text, str)]


def _has(said: str, names: Sequence[str]) -> bool:
    return any(name in said for name in names)


def _spaced(forms: Sequence[Form]) -> list[str]:
    return [f" {' '.join(form)} " for form in forms]


def _both(text: shape.Words) -> Iterator[tuple[Language, str]]:
    for language in LANGUAGES:
        yield language, getattr(text, language) or ""


def _bare(said: str, language: Language) -> list[str]:
    known = _STEMS[language]
    return [known[word] for word in words(clean(said))]


class _Stems(dict[str, str]):
    """Words -> the same without their endings. Begins anew now and then: course files have no end of words."""

    def __init__(self, ending: re.Pattern[str]) -> None:
        super().__init__()
        self._ending = ending

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        short = self._ending.sub("", word)
        stem = self[word] = short if len(short) >= _STEM else word
        return stem


_STEMS = {language: _Stems(ending) for language, ending in _ENDINGS.items()}


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
    glossary: Document[shape.GlossaryFile],
    path: Path,
    term: shape.Words,
    texts: Sequence[_Said],
    everything: Mapping[Language, str],
) -> None:
    """A term that several texts use, and none of their translations uses its twin.

    English words mean much besides the term ("return", "reach"), so only names of several words count there.
    """
    forms = {language: _forms(said, language) for language, said in _both(term)}
    for language, other in _WAYS:
        if not forms[language] or not forms[other]:
            return
        certain = _spaced([form for form in forms[language] if language == "id" or len(form) > 1])
        if not _has(everything[language], certain):
            continue
        using = [text for text in texts if text.has(certain, language)]
        if len(using) >= _TWICE and not any(text.has(_spaced(forms[other]), other) for text in using):
            args = {"text": getattr(term, language), "value": getattr(term, other), "count": str(len(using))}
            glossary.report("W526", (*path, other), language=other, **args)
            return


def _report_spelling(
    documents: Sequence[Document[shape.LessonFile]],
    said: Sequence[Sequence[_Said]],
    language: Language,
    spelt: str,
    name: str,
) -> None:
    """The first place of each file at which a term is spelt otherwise."""
    for document, texts in zip(documents, said, strict=True):
        first = next((text for text in texts if text.has([f" {spelt} "], language)), None)
        if first is not None:
            document.report("W527", (*first.path, language), text=spelt, value=name)


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
