"""``sosmed-learn transcript``: plays lessons and writes what a learner would see, as text for reviewers."""

from pathlib import Path

import click

from sosmed_learn.cli.output import hand_over, unwritable
from sosmed_learn.cli.paths import look_at
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _


def transcript_command() -> click.Command:
    """The command, with its help in the language in use."""
    path = click.Argument(["path"], required=False, type=click.Path(path_type=Path), metavar=_("[PATH]"))
    output = click.Option(
        ["--output", "-o"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=_("Write to this file instead of the screen. Only an older transcript is overwritten."),
    )
    words = _(
        "Play a lesson, a module or a folder of modules and write what a learner would see: each step, each answer "
        "with what is said to it, the sources. Without a path, the bundled courses."
    )
    return click.Command("transcript", callback=_transcript, params=[path, output], help=words)


def _transcript(path: Path | None, output: Path | None) -> None:
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.opening import open_courses  # noqa: PLC0415
    from sosmed_learn.content.transcript import transcript  # noqa: PLC0415

    if path is not None:
        look_at(path)
    places = bundled()
    opened = open_courses(path or places.courses, places.seeds)
    for trouble in opened.troubles:
        tell(_("{path} cannot be opened, so it is left out. sosmed-learn check shows why.").format(path=trouble.where))
    if not any(opened.lessons.values()):
        raise Refused(_("There is no lesson to play in `{path}`.").format(path=path or places.courses))
    text = transcript(opened)
    if output is None:
        say(text.removesuffix("\n"))
    else:
        _write(output, text)
    if opened.troubles:
        raise Refused(_("The transcript is not complete."))


def _write(output: Path, text: str) -> None:
    from sosmed_learn.content.newfiles import replace_whole  # noqa: PLC0415
    from sosmed_learn.content.transcript import MARK  # noqa: PLC0415

    content = text.encode()
    try:
        if not output.exists():
            hand_over(content, output)
            return
        with output.open("rb") as file:
            if file.read(len(MARK)) != MARK.encode():
                words = _("{path} is not a transcript, so it is not overwritten. Choose another name.")
                raise Refused(words.format(path=output))
        replace_whole(output, content)
    except OSError as error:
        raise unwritable(output, error) from error
