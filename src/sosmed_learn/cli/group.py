"""The command line as click sees it: one group with a command a file.

Built by a function, not at import, so that the help can be in either language.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

import click
from click.exceptions import Exit

from sosmed_learn import __version__, i18n
from sosmed_learn.cli.main import INTERRUPTED
from sosmed_learn.cli.streams import tell
from sosmed_learn.core.text import LANGUAGES
from sosmed_learn.i18n import _

PROGRAM = "sosmed-learn"

MAKERS = {
    "next": "next_command",
    "documents": "documents_group",
    "check": "check_command",
    "new": "new_group",
    "preview": "preview_command",
    "transcript": "transcript_command",
    "diff": "diff_command",
    "pack": "pack_command",
    "install": "install_command",
    "courses": "courses_group",
    "schema": "schema_command",
    "progress": "progress_group",
    "completion": "completion_command",
}
"""The commands in the help's order, each with what makes it in the module of its name."""


def make_cli(run_app: Callable[[], None], given: Sequence[str] = ()) -> click.Group:
    """The whole command line in the language in use; of its commands only the one that ``given`` begins with, if any.

    What the others import takes longer than most commands do.
    """

    def run() -> None:
        if click.get_current_context().invoked_subcommand is None:
            run_app()

    group = _Interruptible(
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
    for make in _makers(given):
        group.add_command(make())
    inner = [command for outer in group.commands.values() for command in _commands_in(outer)]
    for command in (*group.commands.values(), *inner):
        command.params.append(_language_option())
    for command in (group, *group.commands.values(), *inner):
        command.options_metavar = _("[OPTIONS]")
    return group


class _Interruptible(click.Group):
    """Ends with its own code after a Ctrl+C: click's is 1, with which ``check`` says that it has found problems."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interrupt:
            tell("\n" + _("Aborted!"))  # click's word, on a line of its own
            raise Exit(INTERRUPTED) from interrupt


def _makers(given: Sequence[str]) -> Iterable[Callable[[], click.Command]]:
    words = [
        word for at, word in enumerate(given) if "--lang" not in (word.partition("=")[0], *given[max(0, at - 1) : at])
    ]
    named = words[0] if words else ""
    for name in [named] if named in MAKERS else MAKERS:
        yield getattr(import_module(f"sosmed_learn.cli.commands.{name}"), MAKERS[name])


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
