"""``sosmed-learn check``: every problem of every course file at once, for the people who write courses.

Exit code 0 when nothing is wrong, 1 when something is, 2 when the command was used wrongly. ``mending`` is what
``--fix`` does.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.collecting import few_collections
from sosmed_learn.cli.paths import look_at, pasted
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import extra_courses
from sosmed_learn.i18n import _, ngettext

if TYPE_CHECKING:
    from sosmed_learn.content.check import Report
    from sosmed_learn.content.remembered import Remembered

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
        multiple=True,
        metavar=_("CODE"),
        help=_("Tell what a code means, with a bad and a good example, and check nothing; may be repeated."),
    )
    fix = click.Option(
        ["--fix"],
        is_flag=True,
        help=_(
            "Mend what can be mended in one way only: missing quotes and spaces, missing ids, spaces at the ends of "
            "lines, the order of keys. The difference is shown first, and you are asked; "
            "where nobody can be asked, nothing is written without --yes."
        ),
    )
    yes = click.Option(["--yes", "-y"], is_flag=True, help=_("With --fix: write without asking."))
    words = _(
        "Check course files: a folder of modules, a module, one file, or the fact register. "
        "Without a path, the bundled and the installed courses and those of SOSMED_LEARN_COURSES."
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
    fresh = click.Option(
        ["--fresh"], is_flag=True, help=_("Judge every file anew, also those that were found clean before.")
    )
    jobs = click.Option(
        ["--jobs"],
        type=click.IntRange(min=1),
        metavar=_("N"),
        help=_("Judge so many modules at a time; without it, as many as there are cores."),
    )
    options = [paths, style, strict, translations, ignored, explained, fix, yes, fresh, jobs]
    return click.Command("check", callback=_check, params=options, help=words, epilog=codes)


def _check(  # noqa: PLR0913 - click hands over each option by itself
    paths: tuple[Path, ...],
    style: str,
    ignored: tuple[str, ...],
    explained: tuple[str, ...],
    *,
    strict: bool,
    translations: bool,
    fresh: bool,
    jobs: int | None,
    fix: bool,
    yes: bool,
) -> None:
    _refuse_nonsense(paths, style, explained, fix=fix, yes=yes)
    if explained:
        _explain(explained)
        return
    for path in paths:
        look_at(path)
    left_out = {_known(code, "--ignore") for code in _listed(ignored)}
    for code in left_out:
        if not code.startswith("W"):
            raise click.BadParameter(_("{code} is an error; only warnings can be left out.").format(code=code))
    report = _report(paths, left_out, jobs, translations=translations, fresh=fresh)
    if fix:
        from sosmed_learn.cli.commands.mending import mend  # noqa: PLC0415 - only when it is asked for

        done = mend(report.paths, yes=yes)
        if done is False:
            sys.exit(1)
        report = _report(paths, left_out, jobs, translations=translations, fresh=fresh) if done else report
    _tell_all(_marked(report), style, paths)
    sys.exit(1 if report.errors or (strict and report.warnings) else 0)


def _refuse_nonsense(paths: Sequence[Path], style: str, explained: Sequence[str], *, fix: bool, yes: bool) -> None:
    """Raise ``click.UsageError`` for options that say nothing together."""
    if yes and not fix:
        raise click.UsageError(_("--yes says something only together with --fix."))
    if fix and explained:
        raise click.UsageError(_("--explain checks nothing, so there is nothing to mend: leave out one of the two."))
    if fix and style != "text":
        words = _("--fix prints the difference and not the problems as {style}: leave out --format, or mend first.")
        raise click.UsageError(words.format(style=style))
    if fix and not paths:
        words = _("Say which files shall be mended: sosmed-learn check --fix PATH. The bundled courses are not yours.")
        raise click.UsageError(words)


@few_collections()
def _report(
    paths: Sequence[Path], left_out: set[str], jobs: int | None, *, translations: bool, fresh: bool
) -> "Report":
    from sosmed_learn.cli.bar import Bar  # noqa: PLC0415 - only this command needs these
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415
    from sosmed_learn.content.check import check  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415

    history = None
    if translations:
        from sosmed_learn.cli.history import history_of_git  # noqa: PLC0415 - git is asked only here

        history = history_of_git()
    with Bar(_("Checking lessons")) as bar:
        return check(
            paths,
            remembered=None if fresh else _what_was_clean(),
            bundled=bundled(),
            extra=extra_courses(),
            today=SystemClock().today(),
            ignored=left_out,
            history=history,
            watch=bar.show,
            workers=jobs or _cores(),
        )


def _cores() -> int:
    """On how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _what_was_clean() -> "Remembered":
    from sosmed_learn.content.remembered import Remembered  # noqa: PLC0415 - not with --fresh
    from sosmed_learn.storage.locations import cache_folder  # noqa: PLC0415

    return Remembered(cache_folder() / "clean")


def _marked(report: "Report") -> "Report":
    """The report in which problems know whether they can be mended."""
    if not report.problems:
        return report
    from msgspec.structs import replace  # noqa: PLC0415 - not for clean courses

    from sosmed_learn.content.fixing.files import marked  # noqa: PLC0415

    return replace(report, problems=marked(report.problems))


def _tell_all(report: "Report", style: str, paths: Sequence[Path]) -> None:
    if not report.problems and style == "text":
        tell(_summary(report))
        return
    from sosmed_learn.content.harmless import harmless  # noqa: PLC0415 - not for clean courses
    from sosmed_learn.content.render import RENDERERS, as_text  # noqa: PLC0415

    render = RENDERERS.get(style)
    if render is None:
        columns = _columns()
        for problem in report.problems:  # one by one: put together they take much room
            say(as_text([problem], columns))
    elif text := render(report.problems):
        say(text)
    tell(_summary(report))
    if render is not None:
        return
    count = sum(problem.fixable for problem in report.problems)
    if count:
        names = " ".join(pasted(harmless(str(path))) for path in paths) or _("PATH")
        words = ngettext(
            "{count} of these can be mended by `sosmed-learn check --fix {paths}`.",
            "{count} of these can be mended by `sosmed-learn check --fix {paths}`.",
            count,
        )
        tell(words.format(count=count, paths=names))
    words = _("`sosmed-learn check --explain {code}` tells more about a code.")
    tell(words.format(code=report.problems[0].code))


def _explain(codes: Iterable[str]) -> None:
    """One page about each code."""
    from sosmed_learn.content.explain import page  # noqa: PLC0415

    known = dict.fromkeys(_known(code, "--explain") for code in _listed(codes))
    say("\n\n\n".join(page(code) for code in known))


def _listed(given: Iterable[str]) -> list[str]:
    """The codes of an option that may be repeated, each time with one code or with several and commas between."""
    return [code for each in given for code in each.split(",") if code.strip() or not each.strip(" ,")]


def _known(code: str, option: str) -> str:
    """The code as it is written in the catalogue. Raises ``click.BadParameter`` for one that is not there."""
    from sosmed_learn.content.catalogue import CATALOGUE  # noqa: PLC0415

    known = code.strip().upper()
    if known in CATALOGUE:
        return known
    raise click.BadParameter(_("There is no code {code}.").format(code=code), param_hint=option)


def _columns() -> int | None:
    """The width of the terminal, if that is where the answer goes."""
    if not sys.stdout.isatty():
        return None
    import shutil  # noqa: PLC0415 - it brings all kinds of archives along

    return shutil.get_terminal_size().columns


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
