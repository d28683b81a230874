"""Warnings that an author does not want, each with a reason: ``ignore: [{code: W601, reason: "…"}]``.

At the top of a file they hold for all of it, on a question, a scenario or a task for that one. Errors cannot be
ignored: they keep learners out. An ignore that no warning needs any more is told, so that none is left lying about.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sosmed_learn.content import format as shape
from sosmed_learn.content.citations import kind_of_step
from sosmed_learn.content.documents import Document
from sosmed_learn.content.nodes import Sequence
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.reading import locate
from sosmed_learn.content.walk import Path

_Place = tuple[int, int]
_EVERYWHERE: tuple[_Place, _Place] = ((0, 0), (1 << 60, 0))
_UNUSED = "W524"
_DATED = frozenset({"W523", "W590"})
_ON_DEMAND = "W528"  # only found where earlier versions are asked for


class _Ignore(NamedTuple):
    path: Path
    code: str
    area: tuple[_Place, _Place]


def apply_ignores(document: Document[Any], *, dated: bool) -> None:
    """Take the warnings off the sheet that the file ignores. Only ``dated`` checks know what is past its date."""
    sheet = document.sheet
    certain = not (sheet.has_errors or sheet.full)  # else some warnings were perhaps not found
    for ignore in list(_ignores(document)):
        if document.is_broken(ignore.path):
            continue
        code = ignore.code
        left = [problem for problem in sheet.problems if not _covers(ignore, problem)]
        if len(left) < len(sheet.problems) and code.startswith("W"):
            sheet.problems[:] = left
        elif not _is_known(code):
            document.report("E412", (*ignore.path, "code"), value=code)
        elif not code.startswith("W"):
            document.report("E413", (*ignore.path, "code"), value=code)
        elif certain and code != _ON_DEMAND and (dated or code not in _DATED):
            document.report(_UNUSED, (*ignore.path, "code"), value=code)


def _is_known(code: str) -> bool:
    from sosmed_learn.content.catalogue import CATALOGUE  # noqa: PLC0415 - not where all ignores are of use

    return code in CATALOGUE


def _covers(ignore: _Ignore, problem: Problem) -> bool:
    start, end = ignore.area
    return problem.code == ignore.code and start <= (problem.line, problem.column) < end


def _ignores(document: Document[Any]) -> Iterator[_Ignore]:
    """Those of questions, scenarios and tasks first: what they cover needs no ignore of the whole file."""
    value = document.value
    if isinstance(value, shape.LessonFile):
        for at, step in enumerate(value.steps):
            inner = step.question or step.scenario or step.task
            if inner is not None and inner.ignore:
                area, name = _area(document, at), kind_of_step(step)
                for position, ignore in enumerate(inner.ignore):
                    yield _Ignore(("steps", at, name, "ignore", position), ignore.code, area)
    for position, ignore in enumerate(getattr(value, "ignore", ())):
        yield _Ignore(("ignore", position), ignore.code, _EVERYWHERE)


def _area(document: Document[Any], at: int) -> tuple[_Place, _Place]:
    """From where the step begins to where the next one does."""
    steps = locate(document.node, ("steps",)) if document.node is not None else None
    if not isinstance(steps, Sequence) or at >= len(steps.items):
        return _EVERYWHERE
    start, behind = steps.items[at], steps.items[at + 1 : at + 2]
    end = (behind[0].line, behind[0].column) if behind else _EVERYWHERE[1]
    return (start.line, start.column), end
