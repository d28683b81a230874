"""``sosmed-learn check``: every problem of every course file at once, for the people who write courses.

Exit code 0 when nothing is wrong, 1 when something is, 2 when the command was used wrongly.
"""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.paths import look_at
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import extra_courses
from sosmed_learn.i18n import _, ngettext

if TYPE_CHECKING:
    from sosmed_learn.content.check import Report

FORMATS = ("text", "json", "github")


def check_command() -> click.Command:
    """The command, with its help in the language in use."""
    paths = click.Argument(["paths"], nargs=-1, type=click.Path(path_type=Path), metavar=_("[PATHS]..."))
    style = click.Option(
        ["--format", "style"], type=click.Choice(FORMATS), default="text", help=_("How to print the problems.")
    )
    strict = click.Option(["--strict"], is_flag=True, help=_("Let warnings count as problems."))
    words = _(
        "Check course files: a folder of modules, a module, one file, or the fact register. "
        "Without a path, the bundled courses and those of SOSMED_LEARN_COURSES."
    )
    codes = _(
        "SOSMED_LEARN_COURSES lists folders with more courses, parted as in PATH. "
        "The exit code is 0 when nothing is wrong, 1 when problems were found, 2 when the command was used wrongly."
    )
    return click.Command("check", callback=_check, params=[paths, style, strict], help=words, epilog=codes)


def _check(paths: tuple[Path, ...], style: str, *, strict: bool) -> None:
    from sosmed_learn.content.check import check  # noqa: PLC0415 - only this command needs it
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.content.render import RENDERERS, as_text  # noqa: PLC0415

    for path in paths:
        look_at(path)
    report = check(paths, bundled=bundled(), extra=extra_courses())
    render = RENDERERS.get(style)
    text = render(report.problems) if render else as_text(report.problems, _columns())
    if text:
        say(text)
    tell(_summary(report))
    sys.exit(1 if report.errors or (strict and report.warnings) else 0)


def _columns() -> int | None:
    """The width of the terminal, if that is where the answer goes."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _summary(report: "Report") -> str:
    lessons = ngettext("{count} lesson", "{count} lessons", report.lessons).format(count=report.lessons)
    questions = ngettext("{count} question", "{count} questions", report.questions).format(count=report.questions)
    seen = ngettext("{count} file", "{count} files", report.files).format(count=report.files)
    looked_at = _("Looked at {files}: {lessons}, {questions}.").format(files=seen, lessons=lessons, questions=questions)
    if not report.problems:
        return looked_at + " " + _("Nothing is wrong.")
    errors = ngettext("{count} error", "{count} errors", report.errors).format(count=report.errors)
    warnings = ngettext("{count} warning", "{count} warnings", report.warnings).format(count=report.warnings)
    return looked_at + " " + _("Found {errors} and {warnings}.").format(errors=errors, warnings=warnings)
