"""Checks over one task of a lesson: the names in its template and formulas, and what learners would stumble over.

Reads no file. What a worksheet makes of its fields, the core tells (``task``).
"""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_task import kind_of
from sosmed_learn.content.documents import Document
from sosmed_learn.content.drawnrules import FAULTS
from sosmed_learn.content.guess import guess
from sosmed_learn.content.names import Known, Place, check_known, check_unique, told
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path
from sosmed_learn.core.drawing import PLACEHOLDER
from sosmed_learn.core.formula import FUNCTIONS, FormulaError, evaluate, names_in

LessonDocument = Document[shape.LessonFile]

_FEWEST_CHOICES = 2
_ASKS_FOR_PEOPLE = re.compile(
    r"\b(?:(?:nama|nomor|no\.?|alamat|kontak|data|keluhan) (?:\w+ )?(?:pelanggan|pembeli)"
    r"|nomor (?:hp|wa|whatsapp|telepon) (?:pelanggan|pembeli)"
    r"|(?:customers?|buyers?)['’]?s? (?:\w+ )?(?:names?|numbers?|phones?|address(?:es)?|contacts?|data))\b",  # noqa: RUF001
    re.IGNORECASE,
)


def check_task(document: LessonDocument, path: Path, task: shape.TaskShape, known: Known) -> None:
    """Everything that can be said about the task at ``path``."""
    check_known(document, "E304", (*path, "concept"), task.concept, known.concepts)
    check_unique(document, (((*path, "fields", at, "id"), field.id) for at, field in enumerate(task.fields)), {})
    check_unique(document, (((*path, "rubric", at, "id"), each.id) for at, each in enumerate(task.rubric)), {})
    for at, field in enumerate(task.fields):
        _check_kind(document, (*path, "fields", at), field)
    if document.is_broken((*path, "fields")):
        return
    if all(field.formula is not None for field in task.fields):
        document.report_key("E475", (*path, "fields"))
    _check_formulas(document, path, task)
    _check_template(document, path, task)
    _check_personal(document, path, task)


def check_documents(documents: Sequence[LessonDocument]) -> None:
    """No two tasks of a module write a document of one name: learners would not know which file is which."""
    taken: dict[str, Place] = {}
    for document in documents:
        for at, step in enumerate(document.value.steps if document.value else ()):
            task = step.task
            if task is None or not task.id:
                continue
            path = ("steps", at, "task", "document" if task.document else "id")
            name = task.document or task.id
            if name in taken:
                document.report("W575", path, id=name, other=told(taken[name]))
            taken.setdefault(name, (document, path))


def _check_kind(document: LessonDocument, path: Path, field: shape.TaskFieldShape) -> None:
    """A field that is chosen has choices, and no key of it does nothing."""
    if document.is_broken(path):
        return
    kind = kind_of(field)
    check_unique(document, (((*path, "choices", at, "id"), each.id) for at, each in enumerate(field.choices)), {})
    if kind == "choice" and len(field.choices) < _FEWEST_CHOICES:
        document.report("E474", (*path, "id"), id=field.id)
    idle = [
        *(["choices"] if field.choices and (kind != "choice" or field.formula) else []),
        *(["unit"] if field.unit is not None and kind != "number" else []),
        *(["round"] if field.round is not None and field.formula is None else []),
        *(["kind"] if field.formula is not None and kind != "number" else []),
    ]
    for key in idle:
        document.report_key("W574", (*path, key), key=key)


def _check_formulas(document: LessonDocument, path: Path, task: shape.TaskShape) -> None:
    """Each works with the numbers above it."""
    numbers: list[str] = []
    for at, field in enumerate(task.fields):
        inner = (*path, "fields", at)
        if field.id in FUNCTIONS:
            document.report("E476", (*inner, "id"), id=field.id)
        if field.formula is not None:
            _check_formula(document, (*inner, "formula"), field.formula, numbers)
        if kind_of(field) == "number":
            numbers.append(field.id)


def _check_formula(document: LessonDocument, path: Path, formula: str, known: Collection[str]) -> None:
    try:
        used = names_in(formula)
        evaluate(formula, dict.fromkeys(used, Decimal(1)))
    except FormulaError as error:
        if error.fault not in {"zero", "large"}:  # with other values it may well be fine
            document.report("E473", path, value=formula, reason=FAULTS[error.fault])
            return
    for name in used:
        if name not in known:
            document.report("E472", path, id=name, guess=guess(name, known))
            return


def _check_template(document: LessonDocument, path: Path, task: shape.TaskShape) -> None:
    """It names fields that exist, the same ones in each language, and every field that is filled in comes up."""
    names = [field.id for field in task.fields]
    shown: dict[Path, set[str]] = {}
    for inner, words in said_in((*path, "template"), task.template):
        found = PLACEHOLDER.findall(words)
        shown[inner] = set(found)
        for name in dict.fromkeys(found):
            if name not in names:
                document.report("E471", inner, id=name, guess=guess(name, names))
    everywhere: set[str] = set().union(*shown.values()) if shown else set()
    for inner, there in shown.items():
        for name in names:
            if name in everywhere and name not in there:
                document.report("W572", inner, id=name)
    used = {name for field in task.fields if field.formula is not None for name in _names(field.formula)}
    for at, field in enumerate(task.fields):
        if field.id not in everywhere and field.id not in used and not document.is_broken((*path, "template")):
            document.report("W571", (*path, "fields", at, "id"), id=field.id)


def _names(formula: str) -> tuple[str, ...]:
    try:
        return names_in(formula)
    except FormulaError:
        return ()


def _check_personal(document: LessonDocument, path: Path, task: shape.TaskShape) -> None:
    """Where people's data is asked for, learners are warned first. Told once."""
    if task.customer_data or document.is_broken((*path, "customer-data")):
        return
    for at, field in enumerate(task.fields):
        for key, text in (("label", field.label), ("help", field.help)):
            for inner, words in said_in((*path, "fields", at, key), text or ""):
                asked = _ASKS_FOR_PEOPLE.search(words)
                if asked:
                    document.report("W573", inner, text=asked[0])
                    return
