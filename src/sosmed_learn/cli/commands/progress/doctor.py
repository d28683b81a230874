"""``sosmed-learn progress doctor``: every file looked at, what is wrong or waiting said, and mended if asked to.

Exit code 0 when nothing is wrong, 1 when something is (with ``--repair``: when something remains), 2 when the command
was used wrongly. Answers whose question is gone are told and are no problem.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.commands.progress.access import in_words, opened
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import study
from sosmed_learn.core.study import Library
from sosmed_learn.i18n import _, ngettext

if TYPE_CHECKING:
    from sosmed_learn.core.orphans import Orphan
    from sosmed_learn.storage.findings import Health

FORMATS = ("text", "json")


def doctor_command() -> click.Command:
    """The command, with its help in the language in use."""
    mend = click.Option(["--repair"], is_flag=True, help=_("Mend what can be mended, and say what was done."))
    style = click.Option(
        ["--format", "style"], type=click.Choice(FORMATS), default="text", help=_("How to print what was found.")
    )
    words = _(
        "Look at every file of your progress: whether it can be read whole, what was left by a stopped write, what is "
        "kept twice, how old the newest backup is, and which answers are to questions that are gone. Nothing is "
        "changed without --repair."
    )
    codes = _(
        "The exit code is 0 when nothing is wrong, 1 when problems were found (with --repair: when some remain), 2 "
        "when the command was used wrongly."
    )
    short = _("Look at every file of your progress, and mend it with --repair.")
    return click.Command("doctor", callback=_doctor, params=[mend, style], help=words, short_help=short, epilog=codes)


def _doctor(*, repair: bool, style: str) -> None:
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.cli.commands.progress.doctor_words import Report, as_json, as_text  # noqa: PLC0415
    from sosmed_learn.storage import doctor, repairing  # noqa: PLC0415

    kept, where = opened()
    today = SystemClock().today()
    with in_words():
        if repair:
            done, health = repairing.repair(kept, where, today)
        else:
            done, health = [], doctor.examine(where, today)
    report = Report(where, health, tuple(done), tuple(_orphans(health, study().library)))
    say(as_json(report) if style == "json" else as_text(report))
    tell(_verdict(len(health.problems), repaired=repair))
    sys.exit(1 if health.problems else 0)


def _orphans(health: "Health", library: Library) -> "Sequence[Orphan]":
    from sosmed_learn.core.errors import LessonUnreadable  # noqa: PLC0415
    from sosmed_learn.core.orphans import courses, orphans  # noqa: PLC0415
    from sosmed_learn.storage.rows import to_events  # noqa: PLC0415

    lessons = []
    troubles = library.troubles()
    closed = [(trouble.module, trouble.lesson) for trouble in troubles if trouble.module]
    for module in library.modules:
        for name in module.files:
            try:
                lessons.append((module.id, library.lesson(module.id, name)))
            except LessonUnreadable:
                closed.append((module.id, name))
    found = orphans(to_events(health.rows), courses(library.modules, lessons, closed))
    unseen = any(not trouble.module for trouble in troubles)  # a whole folder: whatever is missing may be in it
    return [orphan for orphan in found if not (unseen and orphan.gone == "module")]


def _verdict(problems: int, *, repaired: bool) -> str:
    if not problems:
        return _("Nothing is wrong.")
    if repaired:
        words = ngettext("{count} problem remains.", "{count} problems remain.", problems)
    else:
        words = ngettext(
            "{count} problem. To mend what can be mended: sosmed-learn progress doctor --repair",
            "{count} problems. To mend what can be mended: sosmed-learn progress doctor --repair",
            problems,
        )
    return words.format(count=problems)
