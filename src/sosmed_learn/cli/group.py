"""The command line as click sees it: one group with a command a file.

Built by a function, not at import, so that the help can be in either language.
"""

import os
from collections.abc import Callable

import click

from sosmed_learn import __version__, i18n
from sosmed_learn.cli.commands.check import check_command
from sosmed_learn.cli.commands.completion import completion_command
from sosmed_learn.cli.commands.courses import courses_group
from sosmed_learn.cli.commands.diff import diff_command
from sosmed_learn.cli.commands.install import install_command
from sosmed_learn.cli.commands.new import new_group
from sosmed_learn.cli.commands.next import next_command
from sosmed_learn.cli.commands.pack import pack_command
from sosmed_learn.cli.commands.preview import preview_command
from sosmed_learn.cli.commands.progress import progress_group
from sosmed_learn.cli.commands.schema import schema_command
from sosmed_learn.cli.commands.transcript import transcript_command
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
    makers = (
        next_command,
        check_command,
        new_group,
        preview_command,
        transcript_command,
        diff_command,
        pack_command,
        install_command,
        courses_group,
        schema_command,
        progress_group,
        completion_command,
    )
    for make in makers:
        group.add_command(make())
    inner = [command for outer in group.commands.values() for command in _commands_in(outer)]
    for command in (*group.commands.values(), *inner):
        command.params.append(_language_option())
    for command in (group, *group.commands.values(), *inner):
        command.options_metavar = _("[OPTIONS]")
    return group


def _commands_in(command: click.Command) -> list[click.Command]:
    return [*command.commands.values()] if isinstance(command, click.Group) else []


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
