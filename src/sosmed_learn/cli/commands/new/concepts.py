"""Which concept a new lesson or question is about."""

from collections.abc import Sequence

import click

from sosmed_learn.cli.commands.new.asking import choose, somebody_there
from sosmed_learn.content.format import ModuleFile
from sosmed_learn.i18n import _


def the_concept(name: str | None, module: ModuleFile, *, asked: bool, first: Sequence[str] = ()) -> str:
    """The concept of that id; without one, the first of ``first`` or of the module, or what a person picks.

    ``asked`` says whether a person is being asked at all. Raises ``click.UsageError`` if there is no such concept.
    """
    names = list(dict.fromkeys([*first, *(concept.id for concept in module.concepts)]))
    if not names:
        raise click.UsageError(_("The module has no concept yet. Write one under concepts: in its module.yaml first."))
    if name is None:
        return choose(_("Which concept is it about?"), names) if asked and somebody_there() else names[0]
    if name not in names:
        words = _("The module has no concept {name}. It has: {names}.")
        raise click.UsageError(words.format(name=name, names=", ".join(names)))
    return name
