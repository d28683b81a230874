"""A task as values: fields to fill in, the document that comes of them, and a rubric to check it against.

The learner's own words go in as they were typed; what can be worked out from them is. Whatever is typed, nothing here
raises: a field that cannot be read is a ``Fault``, and a gap in the document.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.drawing import PLACEHOLDER
from sosmed_learn.core.formula import LARGEST, FormulaError, evaluate, names_in, rounded
from sosmed_learn.core.numbers import grouped, readings, with_unit
from sosmed_learn.core.patterns import later
from sosmed_learn.core.text import Language, Text

FieldKind = Literal["line", "lines", "number", "choice"]
Fault = Literal["empty", "number", "large", "waits", "zero"]
"""Why a field has no value: nothing was typed, it is no number, it is too large, it waits for others, or these would
have to be divided by zero."""

GAP = "…"
"""Stands in the document where nothing was filled in yet."""
LONGEST_LINE = 200
LONGEST_LINES = 4_000
"""Characters of a field; what is behind them is not taken."""

_ITEM = later(r"\s*(?:[-*+>]|\d+[.)]|- \[ \])? ?")
_BREAKS = later(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")


class FieldChoice(Struct, frozen=True):
    """One of the things that a field can be."""

    id: str
    text: Text


class TaskField(Struct, frozen=True, kw_only=True):
    """Something to fill in, or with a ``formula`` something that follows from the numbers filled in before it.

    ``places`` is how many decimals a worked-out number is shown with.
    """

    id: str
    label: Text
    kind: FieldKind = "line"
    help: Text | None = None
    unit: Text | None = None
    choices: tuple[FieldChoice, ...] = ()
    formula: str | None = None
    places: int = 2


class Criterion(Struct, frozen=True):
    """What the finished document is checked for."""

    id: str
    text: Text


class Task(Struct, frozen=True, kw_only=True):
    """Work on one's own account. ``document`` is the name of the file without its ending.

    ``personal``: customers' data could find its way into it, so a warning stands above it.
    """

    id: str
    title: Text
    fields: tuple[TaskField, ...]
    template: Text
    rubric: tuple[Criterion, ...]
    document: str
    brief: Text | None = None
    personal: bool = False
    minutes: int = 0
    concept: str | None = None
    facts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def inputs(self) -> tuple[TaskField, ...]:
        """The fields that the learner fills in."""
        return tuple(field for field in self.fields if field.formula is None)

    def field(self, name: str) -> TaskField | None:
        """The field of that id, or None."""
        return next((field for field in self.fields if field.id == name), None)


class Entry(Struct, frozen=True):
    """What stands in a field, and the language of who typed it: it decides what ``1.250`` means."""

    text: str = ""
    reader: Language = "id"


class Worksheet:
    """A task with what was filled in so far. ``entries`` of fields that are not there any more do nothing."""

    def __init__(self, task: Task, entries: Mapping[str, Entry]) -> None:
        self.task = task
        self.entries = entries

    def entry(self, name: str) -> Entry:
        """What stands in the field."""
        return self.entries.get(name, Entry())

    @cached_property
    def numbers(self) -> dict[str, Decimal]:
        """Every number that was typed or follows from such, by the ids of the fields."""
        return self._worked_out[0]

    def fault(self, name: str) -> Fault | None:
        """Why the field has no value, or None when it has one."""
        field = self.task.field(name)
        if field is None:
            return "empty"
        if field.kind == "number" or field.formula is not None:
            return self._worked_out[1].get(name)
        if field.kind == "choice" and _chosen(field, self.entry(name).text) is None:
            return "empty"
        return None if self.entry(name).text.strip() else "empty"

    @property
    def filled(self) -> int:
        """How many of the fields to fill in have a value."""
        return sum(self.fault(field.id) is None for field in self.task.inputs)

    @property
    def begun(self) -> bool:
        """Whether anything was typed or chosen at all."""
        return any(self.entry(field.id).text.strip() for field in self.task.inputs)

    def following(self, name: str) -> tuple[TaskField, ...]:
        """The fields that are worked out from that one, directly or through others."""
        found, names = list[TaskField](), {name}
        for field in self.task.fields:
            if field.formula is not None and names & set(_names(field.formula)):
                found.append(field)
                names.add(field.id)
        return tuple(found)

    def shown(self, name: str, language: Language) -> str:
        """The value of the field as a reader of ``language`` writes it; empty without one."""
        field = self.task.field(name)
        if field is None or self.fault(name) is not None:
            return ""
        if name in self.numbers:
            unit = field.unit.say(language) if field.unit else ""
            return with_unit(_short(self.numbers[name], field), unit, language)
        if field.kind == "choice":
            chosen = _chosen(field, self.entry(name).text)
            return chosen.text.say(language) if chosen else ""
        return tidy(self.entry(name).text)

    def as_typed(self, name: str, language: Language) -> str:
        """What to put into an editor: the text itself, a number typed in the other language as this one writes it."""
        entry, field = self.entry(name), self.task.field(name)
        if field is not None and field.kind == "number" and entry.reader != language and name in self.numbers:
            return grouped(self.numbers[name], language)
        return entry.text

    def document(self, language: Language) -> str:
        """The learner's document as Markdown, ending with a line end."""
        lines = self.task.template.say(language).strip("\n").split("\n")
        made = [row.rstrip() for line in lines for row in self._filled_in(line, language)]
        return "\n".join(made) + "\n"

    def _filled_in(self, line: str, language: Language) -> Iterator[str]:
        """The lines that a line of the template becomes. Where a field of several lines stands alone, perhaps as an
        item of a list, each of its lines becomes one; within other words they stand behind each other.
        """
        found = list(PLACEHOLDER.finditer(line))
        alone = len(found) == 1 and found[0].end() == len(line.rstrip()) and _ITEM().fullmatch(line[: found[0].start()])
        field = self.task.field(found[0][1]) if alone else None
        if field is not None and field.kind == "lines":
            head = line[: found[0].start()]
            rows = self.shown(field.id, language).split("\n")
            for row in rows if not head.strip() else [row for row in rows if row.strip()] or [""]:
                yield head + (_without_mark(row, head) or ("" if row == "" and len(rows) > 1 else GAP))
            return
        yield PLACEHOLDER.sub(lambda match: self._within(match, line, language), line)

    def _within(self, match: re.Match[str], line: str, language: Language) -> str:
        if self.task.field(match[1]) is None:
            return match[0]
        rows = [_without_mark(row, "-").strip() for row in self.shown(match[1], language).split("\n")]
        words = "; ".join(row for row in rows if row)
        return (words.replace("|", "\\|") if line.lstrip().startswith("|") else words) or GAP

    @cached_property
    def _worked_out(self) -> tuple[dict[str, Decimal], dict[str, Fault]]:
        numbers: dict[str, Decimal] = {}
        faults: dict[str, Fault] = {}
        for field in self.task.fields:
            value: Decimal | Fault | None = None
            if field.formula is not None:
                value = _evaluated(field.formula, numbers)
            elif field.kind == "number":
                value = _read(self.entry(field.id), field)
            if isinstance(value, Decimal):
                numbers[field.id] = value
            elif value is not None:
                faults[field.id] = value
        return numbers, faults


def tidy(text: str) -> str:
    """The learner's words with line ends of one kind, without blanks at the ends, and no longer than is taken."""
    lines = [line.rstrip() for line in _BREAKS().sub("\n", text[:LONGEST_LINES]).strip().split("\n")]
    return "\n".join(lines)


def _read(entry: Entry, field: TaskField) -> Decimal | Fault:
    if not entry.text.strip():
        return "empty"
    unit = field.unit.say(entry.reader) if field.unit else ""
    found = readings(entry.text, entry.reader, unit)
    if not found:
        return "number"
    value = found[0].value / 100 if found[0].percent and unit != "%" else found[0].value
    return "large" if abs(value) > LARGEST else value


def _evaluated(formula: str, numbers: Mapping[str, Decimal]) -> Decimal | Fault:
    try:
        return evaluate(formula, numbers)
    except FormulaError as error:
        return {"name": "waits", "zero": "zero", "large": "large"}.get(error.fault, "waits")  # type: ignore[return-value]


def _names(formula: str) -> tuple[str, ...]:
    try:
        return names_in(formula)
    except FormulaError:
        return ()


def _short(value: Decimal, field: TaskField) -> Decimal:
    """A number that was worked out is rounded; one that was typed stays as exact as it was."""
    return rounded(value, field.places) if field.formula is not None else value


def _chosen(field: TaskField, name: str) -> FieldChoice | None:
    return next((choice for choice in field.choices if choice.id == name), None)


def _without_mark(row: str, head: str) -> str:
    """The line without a mark of its own when the template gives it one: people type ``- `` in lists."""
    return re.sub(r"^\s*(?:[-*+•]|\d+[.)])\s+", "", row) if head.strip() else row
