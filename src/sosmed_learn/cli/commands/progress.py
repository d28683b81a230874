"""``sosmed-learn progress``: what was done, for people (``show``) and for other programs (``export``)."""

import sys
from pathlib import Path

import click
import msgspec

from sosmed_learn.cli.streams import reason, say, tell
from sosmed_learn.cli.wiring import Refused, progress_of, study, tell_aside, unusable
from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.core.plan import standing
from sosmed_learn.i18n import _, in_use


def progress_group() -> click.Group:
    """The group with its commands, with help in the language in use."""
    group = click.Group(
        "progress",
        help=_("Show or export what you have done."),
        subcommand_metavar=_("COMMAND [ARGS]..."),
    )
    group.add_command(click.Command("show", callback=_show, help=_("Say how far each module is.")))
    output = click.Option(
        ["--output", "-o"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=_("Write to this file instead of the screen; a file that exists is not overwritten."),
    )
    group.add_command(
        click.Command(
            "export", callback=_export, params=[output], help=_("Write all events as JSON Lines, one event a line.")
        )
    )
    return group


def _show() -> None:
    opened = study()
    progress = progress_of(opened)
    tell_aside(opened)
    for module in opened.library.modules:
        how_far = standing(module, progress)
        line = _("{title}: {done} of {all} lessons finished").format(
            title=module.title.say(in_use()), done=how_far.finished, all=how_far.lessons
        )
        say(line + _(", one under way") if how_far.under_way else line)
    tell(_("Kept in {place}").format(place=opened.store.place))


def _export(output: Path | None) -> None:
    opened = study()
    try:
        events = opened.store.load()
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error
    tell_aside(opened)
    lines = b"".join(msgspec.json.encode(event) + b"\n" for event in events)
    if output is None:
        sys.stdout.buffer.write(lines)
        sys.stdout.buffer.flush()
        return
    try:
        with output.open("xb") as file:
            file.write(lines)
    except FileExistsError as error:
        words = _("{path} exists already. Choose another name, or remove it first.").format(path=output)
        raise Refused(words) from error
    except OSError as error:
        words = _("{path} cannot be written: {reason}").format(path=output, reason=reason(error))
        raise Refused(words) from error
    tell(_("{count} events written to {path}").format(count=len(events), path=output))
