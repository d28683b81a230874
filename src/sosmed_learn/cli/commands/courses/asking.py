"""Yes or no, from the person at the terminal."""

import click

from sosmed_learn.cli.commands.new.asking import ask, somebody_there
from sosmed_learn.i18n import _

_YES, _NO = ("y", "yes", "ya"), ("n", "no", "t", "tidak")


def agreed(words: str, *, yes: bool, default: bool = True) -> bool:
    """Whether a person agrees, or has with ``--yes``. Raises ``click.UsageError`` if there is nobody to ask."""
    if yes:
        return True
    if not somebody_there():
        raise click.UsageError(_("There is nobody to ask here. Add --yes to agree beforehand."))

    def understand(answer: str) -> str:
        said = answer.strip().casefold()
        return "yes" if said in _YES else "no" if said in _NO else ""

    choices = f"{_('y')}/{_('n')}"
    return ask(f"{words} ({choices})", _("y") if default else _("n"), understand, _("Type y or n.")) == "yes"
