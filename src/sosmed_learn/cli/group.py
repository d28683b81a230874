"""The command line as click sees it: one group with a command a file.

Built by a function, not at import, so that the help can be in either language.
"""

import os
from collections.abc import Callable

import click

from sosmed_learn import __version__, i18n
from sosmed_learn.cli.commands.check import check_command
from sosmed_learn.cli.commands.completion import completion_command
from sosmed_learn.cli.commands.next import next_command
from sosmed_learn.cli.commands.progress import progress_group
from sosmed_learn.core.text import LANGUAGES
from sosmed_learn.i18n import _

PROGRAM = "sosmed-learn"


def make_cli(run_app: Callable[[], None]) -> click.Group:
    """The whole command line in the language in use."""

    def run() -> None:
        if click.get_current_context().invoked_subcommand is None:
            run_app()

    group = click.Group(
        name=PROGRAM,
        callback=run,
        invoke_without_command=True,
        help=_("Learn social media work in the terminal, a few minutes at a time. Without a command, the app opens."),
        params=[_language_option()],
        subcommand_metavar=_("[COMMAND] [ARGS]..."),
        epilog=_(
            "Your progress is kept in a folder of your own; SOSMED_LEARN_HOME names another one. "
            "SOSMED_LEARN_COURSES lists folders with more courses."
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    group = click.version_option(__version__, "--version", prog_name=PROGRAM, message="%(prog)s %(version)s")(group)
    progress = progress_group()
    for command in (next_command(), check_command(), progress, completion_command()):
        group.add_command(command)
    for command in (*group.commands.values(), *progress.commands.values()):
        command.params.append(_language_option())
    for command in (group, *group.commands.values(), *progress.commands.values()):
        command.options_metavar = _("[OPTIONS]")
    return group


def _language_option() -> click.Option:
    """``--lang``, before or after the command's name.

    It is taken from the line by ``reader.asked`` before click runs; click checks it and tells of it in the help.
    """
    words = _("Language of the app and its messages: id or en.")
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), help=words, expose_value=False)


def speak_click() -> None:
    """Let click's own words go through our catalogue.

    It asks gettext's default domain, and gettext asks the variable ``LANGUAGE``.
    """
    import gettext  # noqa: PLC0415 - only wanted here

    os.environ["LANGUAGE"] = i18n.in_use()
    gettext.bindtextdomain("sosmed_learn", str(i18n.LOCALES))
    gettext.textdomain("sosmed_learn")
