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

FORMATS = ("text", "json", "github", "sarif")


def check_command() -> click.Command:
    """The command, with its help in the language in use."""
    paths = click.Argument(["paths"], nargs=-1, type=click.Path(path_type=Path), metavar=_("[PATHS]..."))
    style = click.Option(
        ["--format", "style"], type=click.Choice(FORMATS), default="text", help=_("How to print the problems.")
    )
    strict = click.Option(["--strict"], is_flag=True, help=_("Let warnings count as problems."))
    ignored = click.Option(
        ["--ignore", "ignored"], multiple=True, metavar=_("CODE"), help=_("Leave out a warning; may be repeated.")
    )
    explained = click.Option(
        ["--explain", "explained"],
        metavar=_("CODE"),
        help=_("Tell what a code means, with a bad and a good example, and check nothing."),
    )
    words = _(
        "Check course files: a folder of modules, a module, one file, or the fact register. "
        "Without a path, the bundled courses and those of SOSMED_LEARN_COURSES."
    )
    codes = _(
        "SOSMED_LEARN_COURSES lists folders with more courses, parted as in PATH. "
        "The exit code is 0 when nothing is wrong, 1 when problems were found, 2 when the command was used wrongly."
    )
    translations = click.Option(
        ["--translations"],
        is_flag=True,
        help=_("Also list translations that are older than their source, as git tells."),
    )
    options = [paths, style, strict, translations, ignored, explained]
    return click.Command("check", callback=_check, params=options, help=words, epilog=codes)


def _check(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...],
    style: str,
    ignored: tuple[str, ...],
    explained: str | None,
    *,
    strict: bool,
    translations: bool,
) -> None:
    if explained is not None:
        _explain(explained)
        return
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415 - only this command needs these
    from sosmed_learn.cli.history import history_of_git  # noqa: PLC0415
    from sosmed_learn.content.check import check  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.content.render import RENDERERS, as_text  # noqa: PLC0415

    for path in paths:
        look_at(path)
    left_out = {_known(code, "--ignore") for code in ignored}
    for code in left_out:
        if not code.startswith("W"):
            raise click.BadParameter(_("{code} is an error; only warnings can be left out.").format(code=code))
    report = check(
        paths,
        bundled=bundled(),
        extra=extra_courses(),
        today=SystemClock().today(),
        ignored=left_out,
        history=history_of_git() if translations else None,
    )
    render = RENDERERS.get(style)
    text = render(report.problems) if render else as_text(report.problems, _columns())
    if text:
        say(text)
    tell(_summary(report))
    if report.problems and render is None:
        words = _("`sosmed-learn check --explain {code}` tells more about a code.")
        tell(words.format(code=report.problems[0].code))
    sys.exit(1 if report.errors or (strict and report.warnings) else 0)


def _explain(code: str) -> None:
    """One page about a code."""
    from sosmed_learn.content.explain import page  # noqa: PLC0415

    say(page(_known(code, "--explain")))


def _known(code: str, option: str) -> str:
    """The code as it is written in the catalogue. Raises ``click.BadParameter`` for one that is not there."""
    from sosmed_learn.content.catalogue import CATALOGUE  # noqa: PLC0415

    known = code.strip().upper()
    if known in CATALOGUE:
        return known
    raise click.BadParameter(_("There is no code {code}.").format(code=code), param_hint=option)


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
