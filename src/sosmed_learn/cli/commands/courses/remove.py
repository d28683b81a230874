"""``sosmed-learn courses remove``: takes an installed module out. What was learned in it stays."""

import click
from click.shell_completion import CompletionItem

from sosmed_learn.cli.commands.courses.asking import agreed
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import Refused, installed_courses
from sosmed_learn.i18n import _


def remove_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], metavar=_("ID"), shell_complete=complete)
    yes = click.Option(["--yes", "-y"], is_flag=True, help=_("Do not ask."))
    words = _("Remove an installed module. Your progress in it is kept, and counts again when it is installed again.")
    return click.Command("remove", callback=_remove, params=[name, yes], help=words)


def _remove(name: str, *, yes: bool) -> None:
    from sosmed_learn.cli.commands.courses.folder import alone  # noqa: PLC0415 - only this command needs these
    from sosmed_learn.content.packs.placing import remove  # noqa: PLC0415

    with alone() as courses:
        must_be_installed(name)
        tell(_("Progress is kept, and counts again when the module is installed again."))
        if not agreed(_("Remove {id}?").format(id=name), yes=yes, default=False):
            raise Refused(_("Nothing was removed."))
        remove(name, courses)
    say(_("Removed: {id}").format(id=name))


def must_be_installed(name: str) -> None:
    """Raise ``Refused`` for a course that is here another way, ``click.UsageError`` for what is no course at all."""
    from sosmed_learn.cli.commands.courses.listing import rows_of_all  # noqa: PLC0415
    from sosmed_learn.content.guess import guess  # noqa: PLC0415
    from sosmed_learn.content.harmless import harmless  # noqa: PLC0415

    there = installed_courses()
    if name in there:
        return
    kind = next((row.kind for row in rows_of_all() if row.name == name), "")
    if kind == "bundled":
        raise Refused(_("{id} comes with the app, so it is removed and updated with the app only.").format(id=name))
    if kind == "folder":
        words = _("{id} is not installed; it stands in a folder of SOSMED_LEARN_COURSES. Take that out of the list.")
        raise Refused(words.format(id=name))
    words = _("No module {id} is installed. sosmed-learn courses list shows them.").format(id=harmless(name))
    likely = guess(name, there)
    raise click.UsageError(f"{words} {_('Did you mean `{guess}`?').format(guess=likely)}" if likely else words)


def complete(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The ids of installed modules."""
    return [CompletionItem(name) for name in installed_courses() if name.startswith(typed)]
