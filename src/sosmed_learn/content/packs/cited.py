"""The facts that a module cites, as files that travel with it, so that a pack needs nothing from where it was made.

A fact keeps the name of the file that it stood in: files of one name that share ids are copies of each other to
``check``, as for other copies of the register. A fact that the app brings itself is always the app's on screen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import yaml

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.facts import FactsDocument
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.content.scaffold import slug
from sosmed_learn.i18n import N_

_CITED = re.compile(shape.CITED)
_ENDLESS = 1_000_000  # characters of a line, so that none is folded


def cited_in(lessons: Iterable[Document[shape.LessonFile]]) -> dict[str, str]:
    """The ids of all facts that the lessons list or cite, with the name of a file that does."""
    found: dict[str, str] = {}
    for lesson in lessons:
        for name in (*_listed(lesson.value), *_CITED.findall("\n".join(lesson.sheet.lines))):
            found.setdefault(name, lesson.sheet.path)
    return found


def _listed(lesson: shape.LessonFile | None) -> Iterator[str]:
    for step in lesson.steps if lesson else ():
        yield from step.facts
        yield from step.question.facts if step.question else ()


def facts_files(cited: dict[str, str], registers: Sequence[FactsDocument]) -> dict[str, bytes]:
    """By their names in the pack, files with these facts and those that correct them; the first register counts.

    Raises ``PackError`` for one that is in none.
    """
    known: dict[str, tuple[FactsDocument, shape.FactShape]] = {}
    for document in registers:
        for fact in document.value.facts if document.value and document.usable else ():
            known.setdefault(fact.id, (document, fact))
    wanted = _with_corrections(cited, known)
    files: dict[str, bytes] = {}
    for document in registers:
        facts = [fact for fact in (document.value.facts if document.value else ()) if fact.id in wanted]
        own = [fact for fact in facts if known[fact.id][0] is document]
        if own and document.value:
            files[_free_name(document, files)] = _written(document.value, own)
    return files


def _with_corrections(cited: dict[str, str], known: dict[str, tuple[FactsDocument, shape.FactShape]]) -> set[str]:
    wanted: set[str] = set()
    waiting = dict(cited)
    while waiting:
        name, where = waiting.popitem()
        if name not in known:
            raise PackError(
                N_("{where} cites {name}, and no file of facts that can be read has it."), where=where, name=name
            )
        document, fact = known[name]
        wanted.add(name)
        waiting.update({other: document.sheet.path for other in fact.corrected_by if other not in wanted})
    return wanted


def _free_name(document: FactsDocument, taken: dict[str, bytes]) -> str:
    stem = slug(re.split(r"[/\\]", document.sheet.path)[-1].removesuffix(".yaml")) or "facts"
    names = (f"facts/{stem}{f'-{number}' if number else ''}.yaml" for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)


def _written(file: shape.FactsFile, facts: Sequence[shape.FactShape]) -> bytes:
    """A file with some of the facts of another."""
    rows: dict[str, Any] = msgspec.to_builtins(file)
    rows["facts"] = [_row(fact) for fact in facts]
    if not file.ignore:
        del rows["ignore"]
    return yaml.safe_dump(_plain(rows), allow_unicode=True, sort_keys=False, width=_ENDLESS).encode()


def _row(fact: shape.FactShape) -> dict[str, Any]:
    """The keys of a fact that have something to say."""
    row: dict[str, Any] = msgspec.to_builtins(fact)
    return {key: value for key, value in row.items() if value not in (None, [], (), False)}


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a facts file holds
    """The same in lists and dicts only, without texts that are not there."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
