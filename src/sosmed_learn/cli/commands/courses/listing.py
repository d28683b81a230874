"""``sosmed-learn courses list``: every module that the app reads, and where it comes from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import installed_courses, listed_courses
from sosmed_learn.i18n import N_, _, in_use, ngettext

if TYPE_CHECKING:
    from sosmed_learn.core.module import Module

FORMATS = ("text", "json")
_KINDS = {"bundled": N_("of the app"), "installed": N_("installed"), "folder": N_("folder")}


@dataclass(frozen=True)
class Row:
    """A module in its folder: None when it cannot be opened; ``source`` is where an installed one came from."""

    kind: str
    name: str
    path: Path
    module: "Module | None"
    source: Path | None = None


def list_command() -> click.Command:
    """The command, with its help in the language in use."""
    style = click.Option(
        ["--format", "style"], type=click.Choice(FORMATS), default="text", help=_("How to print the list.")
    )
    words = _(
        "List all courses: those of the app, the installed ones, and those in the folders of SOSMED_LEARN_COURSES."
    )
    return click.Command("list", callback=_list, params=[style], help=words)


def _list(style: str) -> None:
    rows = list(rows_of_all())
    if style == "json":
        say(json.dumps([_as_object(row) for row in rows], indent=2))
        return
    for line in _table(rows):
        say(line)
    for row in rows:
        if row.module is None:
            words = _("{name} cannot be opened. sosmed-learn check {path} shows why.")
            tell(words.format(name=_shown(row.name), path=_shown(str(row.path))))


def rows_of_all() -> Iterator[Row]:
    """The courses in the order in which the app reads them."""
    from sosmed_learn.content.folders import look_into  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.content.packs.origin import origin  # noqa: PLC0415

    folders = [("bundled", path) for path in look_into(bundled().courses).modules]
    folders += [("folder", path) for folder in listed_courses() for path in look_into(folder).modules]
    for kind, path in folders:
        module = _opened(path)
        yield Row(kind, module.id if module else path.name, path, module)
    for name, path in installed_courses().items():
        yield Row("installed", name, path, _opened(path), origin(path))


def _opened(folder: Path) -> "Module | None":
    from sosmed_learn.content import build  # noqa: PLC0415
    from sosmed_learn.content.packs.judging import value_of  # noqa: PLC0415

    value = value_of(folder)
    return build.module(value) if value else None


def _as_object(row: Row) -> dict[str, object]:
    title = row.module.title if row.module else None
    return {
        "id": row.name,
        "version": row.module.version if row.module else None,
        "title": {language: title.say(language) for language in ("id", "en")} if title else None,
        "lessons": len(row.module.lessons) if row.module else None,
        "from": row.kind,
        "path": str(row.path),
        "source": str(row.source) if row.source else None,
    }


def _table(rows: list[Row]) -> Iterator[str]:
    names = [_shown(row.name) for row in rows]
    versions = [row.module.version if row.module else "?" for row in rows]
    kinds = [_(_KINDS[row.kind]) for row in rows]
    widths = [max(map(len, column), default=0) for column in (names, versions, kinds)]
    for row, *cells in zip(rows, names, versions, kinds, strict=True):
        count = len(row.module.lessons) if row.module else 0
        lessons = ngettext("{count} lesson", "{count} lessons", count).format(count=count)
        title = _shown(row.module.title.say(in_use())) if row.module else ""
        about = f"{title} ({lessons})" if row.module else _("cannot be opened")
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), about]).rstrip()


def _shown(words: str) -> str:
    from sosmed_learn.content.harmless import harmless, shorten  # noqa: PLC0415

    return shorten(harmless(words), 200)
