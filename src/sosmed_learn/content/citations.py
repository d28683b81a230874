"""Do the facts that a lesson's texts cite, those that its steps list and those that exist agree? Reads no file."""

import re

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.guess import guess
from sosmed_learn.content.names import Known
from sosmed_learn.content.nodes import Scalar
from sosmed_learn.content.problems import Span
from sosmed_learn.content.reading import locate
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path

_CITED = re.compile(shape.CITED)
_ANY_CITED = re.compile(r"\[\^([^\[\]\n]{0,60})\]")


def check_citations(document: Document[shape.LessonFile], lesson: shape.LessonFile, known: Known) -> None:
    """What looks like a citation is one, a step lists the facts that it cites, and both languages cite alike."""
    texts: dict[int, list[tuple[Path, shape.Words | str]]] = {}
    for path, words in document.texts:
        at = path[1] if len(path) > 1 and path[0] == "steps" else None
        texts.setdefault(at if isinstance(at, int) else -1, []).append((path, words))
    problems = document.sheet.problems
    for at in range(-1, len(lesson.steps)):
        count = len(problems)
        said = [inner for words in texts.get(at, ()) for inner in said_in(*words) if "[^" in inner[1]]
        _check_marks(document, said, known)
        if at >= 0:
            cited = [(path, name) for path, text in said for name in _CITED.findall(text)]
            _check_step(document, _facts_path(lesson, at), _facts(lesson.steps[at]), cited, known)
        if said and len(problems) == count:  # else the other language says what was meant
            for path, words in texts[at]:
                _check_alike(document, path, words)


def _check_step(
    document: Document[shape.LessonFile],
    path: Path,
    listed: tuple[str, ...],
    cited: list[tuple[Path, str]],
    known: Known,
) -> None:
    """``path`` is that of the list. A fact that is cited and not listed is what a misspelt one was meant to be."""
    names = dict.fromkeys(name for _, name in cited)
    own = frozenset(listed)
    forgotten = [name for name in names if name not in own and (known.facts is None or name in known.facts)]
    for position, name in enumerate(listed):
        if document.sheet.full:
            return
        if name and known.facts is not None and name not in known.facts:
            meant = guess(name, forgotten) or next(iter(forgotten), "") or guess(name, known.facts)
            document.report("E306", (*path, position), id=name, guess=meant)
            forgotten = [other for other in forgotten if other != meant]
        elif name and name not in names and not document.is_broken(path[:2]):
            document.report("W503", (*path, position), id=name)
    for inner, name in [] if document.is_broken(path) else cited:
        if name in forgotten:
            document.sheet.add("E309", _citation(document, inner, name), id=name)
        elif known.facts is not None and name not in known.facts and name not in own and not document.sheet.full:
            document.sheet.add("E306", _citation(document, inner, name), id=name, guess=guess(name, known.facts))


def _check_marks(document: Document[shape.LessonFile], said: list[tuple[Path, str]], known: Known) -> None:
    """Whatever looks like a citation is one; of a fact that does not exist, another check speaks."""
    for inner, text in said:
        for match in _ANY_CITED.finditer(text):
            if not _CITED.fullmatch(match[0]) and not document.sheet.full:
                meant = guess(match[1], known.facts or ())
                document.sheet.add("E311", _citation(document, inner, match[1]), text=match[0], guess=meant)


def _check_alike(document: Document[shape.LessonFile], path: Path, words: shape.Words | str) -> None:
    """A text says the same in both languages, so it also rests on the same facts."""
    if isinstance(words, str) or words.id is None or words.en is None:
        return
    cited = {"id": dict.fromkeys(_CITED.findall(words.id)), "en": dict.fromkeys(_CITED.findall(words.en))}
    for language, other in (("id", "en"), ("en", "id")):
        for name in cited[other]:
            if name not in cited[language]:
                document.report("W513", (*path, language), id=name, language=language, other=other)


def kind_of_step(step: shape.StepShape) -> str:
    """The key under which the step's own group of keys stands; empty for a text, which has none."""
    return next((key for key in ("question", "scenario", "task") if getattr(step, key) is not None), "")


def _facts(step: shape.StepShape) -> tuple[str, ...]:
    inner = step.question or step.scenario or step.task
    return inner.facts if inner is not None else step.facts


def _facts_path(lesson: shape.LessonFile, at: int) -> Path:
    step = lesson.steps[at]
    inner = kind_of_step(step)
    return ("steps", at, inner, "facts") if inner else ("steps", at, "facts")


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
