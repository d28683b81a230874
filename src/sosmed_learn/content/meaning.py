"""Checks over the values of one lesson, and of the texts of any file: ids, keys, citations. Reads no file.

What needs other modules is in ``relations``; whether a typed answer is accepted is in ``answers``.
"""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.answers import check_answers
from sosmed_learn.content.build import choice_id
from sosmed_learn.content.documents import Document
from sosmed_learn.content.guess import guess
from sosmed_learn.content.nodes import Scalar
from sosmed_learn.content.problems import Span
from sosmed_learn.content.reading import Path, locate
from sosmed_learn.core.text import LANGUAGES, Language

_CITED = re.compile(shape.CITED)
_ANY_CITED = re.compile(r"\[\^([^\[\]\n]{0,60})\]")
_FEW_WORDS = 3  # a brand or a number; anything longer is a sentence that needs a language
_UNITS = {"%", "Rp"}  # units that both languages write alike


class Known(Struct, frozen=True):
    """What a lesson can refer to. None means that it is not known, and then nothing is said about it."""

    languages: tuple[Language, ...] = LANGUAGES
    concepts: Collection[str] | None = None
    misconceptions: Collection[str] | None = None
    facts: Collection[str] | None = None


def check_texts(document: Document[Struct], languages: tuple[Language, ...], alike: Collection[str] = ()) -> None:
    """Every text has all languages of the module, and no others. Keys in ``alike`` may have long plain text."""
    for path, words in document.texts:
        if isinstance(words, str):
            if len(languages) > 1 and len(words.split()) > _FEW_WORDS and path[-1] not in alike:
                document.report("W502", path)
            continue
        for language in LANGUAGES:
            there = getattr(words, language) is not None
            if language in languages and not there:
                document.report("E209", (*path, language), language=language, languages=", ".join(languages))
            elif language not in languages and there:
                document.report("W506", (*path, language), language=language)


def check_unique(
    document: Document[Struct], ids: Iterator[tuple[Path, str]], taken: dict[str, str], code: str = "E301"
) -> None:
    """Each id is used once. ``taken`` maps ids to the places that have them, and grows."""
    for path, name in ids:
        if not name or document.is_broken(path):
            continue
        if name in taken:
            document.report(code, path, id=name, other=taken[name])
        else:
            span = document.span(path)
            taken[name] = f"{document.sheet.path}:{span.line}"


def check_known(
    document: Document[Struct], code: str, path: Path, name: str | None, known: Collection[str] | None
) -> None:
    """``name`` at ``path`` is one of ``known``, if that is known at all."""
    if name and known is not None and name not in known and not document.sheet.full:
        document.report(code, path, id=name, guess=guess(name, known))


def check_lesson(document: Document[shape.LessonFile], known: Known, name: str) -> None:
    """Everything that can be said about a lesson. ``name`` is its file's name without the ending."""
    lesson = document.value
    if lesson is None:
        return
    check_texts(document, known.languages)
    if lesson.id != name:
        document.report("E302", ("id",), id=lesson.id, other=name)
    for at, concept in enumerate(lesson.concepts):
        check_known(document, "E304", ("concepts", at), concept, known.concepts)
    check_unique(document, _ids(lesson), {})
    _check_marks(document, known)
    _check_citations(document, lesson, known)
    beside: set[str] = set()
    for at, step in enumerate(lesson.steps):
        if step.question is not None:
            _check_question(document, ("steps", at, "question"), step.question, known)
            concept = step.question.concept
            exists = known.concepts is None or concept in known.concepts
            certain = lesson.concepts and concept and exists and not document.is_broken(("concepts",))
            if certain and concept not in (*lesson.concepts, *beside):
                beside.add(concept)  # said once for all its questions
                document.report("W505", ("steps", at, "question", "concept"), id=concept)


def _ids(lesson: shape.LessonFile) -> Iterator[tuple[Path, str]]:
    """Steps and questions share their ids: progress and notes are kept under either."""
    for at, step in enumerate(lesson.steps):
        if step.id:
            yield ("steps", at, "id"), step.id
        if step.question is not None:
            yield ("steps", at, "question", "id"), step.question.id
            for alias, name in enumerate(step.question.aliases):
                yield ("steps", at, "question", "aliases", alias), name


def _check_citations(document: Document[shape.LessonFile], lesson: shape.LessonFile, known: Known) -> None:
    """The facts that the words of a step cite are those that it lists."""
    cited: dict[int, set[str]] = {}
    for path, words in document.texts:
        if len(path) > 1 and path[0] == "steps" and isinstance(path[1], int):
            at = path[1]
            listed = _facts(lesson.steps[at])
            for inner, said in _said(path, words):
                for name in _CITED.findall(said):
                    cited.setdefault(at, set()).add(name)
                    if name not in listed and not document.is_broken(_facts_path(lesson, at)):
                        _unlisted(document, inner, name, known)
    for at, step in enumerate(lesson.steps):
        for position, name in enumerate(_facts(step)):
            path = (*_facts_path(lesson, at), position)
            check_known(document, "E306", path, name, known.facts)
            if name and name not in cited.get(at, ()) and not document.is_broken(("steps", at)):
                document.report("W503", path, id=name)


def _unlisted(document: Document[shape.LessonFile], path: Path, name: str, known: Known) -> None:
    """A fact that is cited and not listed: it may not even exist."""
    if document.sheet.full:
        return
    span = _citation(document, path, name)
    if known.facts is not None and name not in known.facts:
        document.sheet.add("E306", span, id=name, guess=guess(name, known.facts))
    else:
        document.sheet.add("E309", span, id=name)


def _check_marks(document: Document[shape.LessonFile], known: Known) -> None:
    """Whatever looks like a citation is one; of a fact that does not exist, another check speaks."""
    for path, words in document.texts:
        for inner, said in _said(path, words):
            for match in _ANY_CITED.finditer(said) if "[^" in said else ():
                if not _CITED.fullmatch(match[0]) and not document.sheet.full:
                    meant = guess(match[1], known.facts or ())
                    document.sheet.add("E311", _citation(document, inner, match[1]), text=match[0], guess=meant)


def _facts(step: shape.StepShape) -> tuple[str, ...]:
    return step.question.facts if step.question is not None else step.facts


def _facts_path(lesson: shape.LessonFile, at: int) -> Path:
    return ("steps", at, "question", "facts") if lesson.steps[at].question is not None else ("steps", at, "facts")


def _said(path: Path, words: shape.Words | str) -> Iterator[tuple[Path, str]]:
    if isinstance(words, str):
        yield path, words
        return
    for language in LANGUAGES:
        said = getattr(words, language)
        if said:
            yield (*path, language), said


def _citation(document: Document[shape.LessonFile], path: Path, name: str) -> Span:
    """Where exactly the text at ``path`` cites the fact."""
    node = locate(document.node, path) if document.node is not None else None
    if isinstance(node, Scalar):
        mark = f"[^{name}]"
        for line in range(node.line, min(node.end_line, len(document.sheet.lines)) + 1):
            column = document.sheet.lines[line - 1].find(mark, node.column - 1 if line == node.line else 0)
            if column >= 0:
                return Span(line, column + 1, line, column + 1 + len(mark))
    return document.span(path)


def _check_question(document: Document[shape.LessonFile], path: Path, question: shape.Question, known: Known) -> None:
    check_known(document, "E304", (*path, "concept"), question.concept, known.concepts)
    match question:
        case shape.SingleShape() | shape.MultipleShape():
            _check_choices(document, path, question, known)
        case shape.TrueFalseShape():
            check_known(document, "E305", (*path, "misconception"), question.misconception, known.misconceptions)
        case shape.TextQuestionShape():
            _check_slips(document, path, [slip.misconception for slip in question.slips], known)
            check_answers(document, path, question)
        case shape.NumberQuestionShape():
            _check_slips(document, path, [slip.misconception for slip in question.slips], known)
            check_answers(document, path, question)
            if isinstance(question.unit, str) and len(known.languages) > 1 and question.unit not in _UNITS:
                document.report("W502", (*path, "unit"))


def _check_slips(document: Document[Struct], path: Path, misconceptions: list[str | None], known: Known) -> None:
    for at, name in enumerate(misconceptions):
        check_known(document, "E305", (*path, "slips", at, "misconception"), name, known.misconceptions)


def _check_choices(
    document: Document[shape.LessonFile], path: Path, question: shape.SingleShape | shape.MultipleShape, known: Known
) -> None:
    right = sum(choice.correct for choice in question.choices)
    if isinstance(question, shape.SingleShape):
        if right != 1:
            document.report_key("E401", (*path, "choices"), kind="single", count=str(right))
    elif not right:
        document.report_key("E402", (*path, "choices"))
    taken: dict[str, int] = {}
    for at, choice in enumerate(question.choices):
        inner = (*path, "choices", at)
        check_known(document, "E305", (*inner, "misconception"), choice.misconception, known.misconceptions)
        if choice.correct and choice.misconception:
            document.report("E404", (*inner, "misconception"))
        first = taken.setdefault(choice_id(choice), at)
        if first != at and not document.is_broken((*inner, "text")):
            line = document.span((*path, "choices", first)).line
            document.report("E403", (*inner, "id" if choice.id else "text"), other=f"{document.sheet.path}:{line}")
