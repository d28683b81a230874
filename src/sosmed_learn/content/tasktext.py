"""A task as plain text for reviewers: the brief, each field, the document while it is empty, and the rubric."""

from collections.abc import Iterator

from sosmed_learn.content.prose import lines_of, numbered
from sosmed_learn.core.task import Task, TaskField, Worksheet
from sosmed_learn.core.text import Text
from sosmed_learn.i18n import N_, _, in_use

KINDS = {
    "line": N_("a line"),
    "lines": N_("several lines"),
    "number": N_("a number"),
    "choice": N_("one choice"),
}


def task_lines(task: Task) -> Iterator[str]:
    """The task without its heading."""
    yield from _words(task, task.title, 2)
    if task.brief is not None:
        yield ""
        yield from _words(task, task.brief, 2)
    if task.personal:
        yield from lines_of(_("A warning stands above the fields: no data of customers."), 2)
    yield ""
    for number, field in enumerate(task.fields, start=1):
        yield from _field(task, field, number)
    yield ""
    yield from lines_of(_("The document {name}, still empty:").format(name=f"{task.document}.md"), 2)
    for line in Worksheet(task, {}).document(in_use()).splitlines():
        yield f"    {line}".rstrip()
    yield ""
    yield from lines_of(_("To check it against:"), 2)
    for each in task.rubric:
        yield from _words(task, each.text, 6, "  [ ]")


def _field(task: Task, field: TaskField, number: int) -> Iterator[str]:
    unit = field.unit.say(in_use()) if field.unit else ""
    kind = f"= {field.formula}" if field.formula is not None else _(KINDS[field.kind])
    about = " · ".join([field.label.say(in_use()), kind, *([unit] if unit else []), field.id])
    yield from lines_of(about, 6, f"  {number}")
    if field.help is not None:
        yield from _words(task, field.help, 6)
    for choice in field.choices:
        yield from _words(task, choice.text, 8, "      -")


def _words(task: Task, text: Text, indent: int, first: str = "") -> Iterator[str]:
    yield from lines_of(numbered(text.say(in_use()), task.facts), indent, first)
