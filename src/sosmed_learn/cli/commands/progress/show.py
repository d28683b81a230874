"""``sosmed-learn progress show``: how far each module is, and what waits to be looked after."""

import click

from sosmed_learn.cli.commands.progress.access import places
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import progress_of, study, tell_aside
from sosmed_learn.core.examresult import percent
from sosmed_learn.core.plan import standing
from sosmed_learn.i18n import _, in_use, ngettext


def show_command() -> click.Command:
    """The command, with its help in the language in use."""
    return click.Command("show", callback=_show, help=_("Say how far each module is."))


def _show() -> None:
    opened = study()
    progress = progress_of(opened)
    tell_aside(opened)
    for module in opened.library.modules:
        how_far = standing(module, progress)
        line = _("{title}: {done} of {all} lessons finished").format(
            title=module.title.say(in_use()), done=how_far.finished, all=how_far.lessons
        )
        line += _(", under way") if how_far.under_way else ""
        best = progress.exam((module.id, *module.aliases)).best
        if best is not None:
            words = (
                _(", exam passed with {points} of 100") if best.passed else _(", exam {points} of 100, not passed yet")
            )
            line += words.format(points=percent(best.points, best.asked))
        say(line)
    tell(_("Kept in {place}").format(place=opened.store.place))
    _tell_what_waits(len(opened.store.copies()))


def _tell_what_waits(copies: int) -> None:
    from sosmed_learn.storage.waiting import kept_damaged  # noqa: PLC0415 - each command imports only what it needs

    damaged = len(kept_damaged(places()))
    if copies:
        words = ngettext(
            "{count} copy made by a file-sync program waits to be merged: sosmed-learn progress merge",
            "{count} copies made by a file-sync program wait to be merged: sosmed-learn progress merge",
            copies,
        )
        tell(words.format(count=copies))
    if damaged:
        words = ngettext(
            "{count} damaged file was kept and waits to be looked at: sosmed-learn progress doctor",
            "{count} damaged files were kept and wait to be looked at: sosmed-learn progress doctor",
            damaged,
        )
        tell(words.format(count=damaged))
