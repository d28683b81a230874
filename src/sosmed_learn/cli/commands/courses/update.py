"""``sosmed-learn courses update``: looks again where installed modules came from, for newer versions."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.commands.courses.remove import complete, must_be_installed
from sosmed_learn.cli.commands.install import asked_options
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import Refused, installed_courses
from sosmed_learn.i18n import _

if TYPE_CHECKING:
    from sosmed_learn.content.locations import Places
    from sosmed_learn.content.packs.pack import Pack


def update_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], required=False, metavar=_("[ID]"), shell_complete=complete)
    source = click.Argument(["source"], required=False, metavar=_("[SOURCE]"))
    words = _(
        "Look for newer versions of installed modules where they came from, say what changes, and ask. Beside a pack "
        "ID-1.0.0.zip other packs ID-….zip are looked at. With SOURCE, look there from now on."
    )
    return click.Command("update", callback=_update, params=[name, source, *asked_options()], help=words)


def _update(name: str | None, source: str | None, *, yes: bool, force: bool) -> None:
    from sosmed_learn.cli.commands.courses.installing import install  # noqa: PLC0415 - only this command needs these
    from sosmed_learn.cli.commands.courses.sources import path_of  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415

    if name is not None:
        must_be_installed(name)
    names = [name] if name is not None else list(installed_courses())
    if not names:
        tell(_("Nothing is installed, so there is nothing to update. New versions of the app's courses come with it."))
        return
    given = path_of(source) if source is not None else None
    places = bundled()
    found: list[Pack | Refused] = []
    for each_name in names:
        try:
            newer = _newest(each_name, given, places, must=given is not None or force)
        except Refused as refusal:
            found.append(refusal)
            continue
        if newer:
            found.append(newer)
        else:
            version = _version(each_name)
            say(_("{id} {version} is the newest there is where it came from.").format(id=each_name, version=version))
    if len(found) > 1 and all(isinstance(each, Refused) for each in found):
        for each in found:
            tell(str(each))
        sys.exit(1)
    if found:
        install(found, places, yes=yes, force=force)


def _newest(name: str, given: Path | None, bundled: "Places", *, must: bool) -> "Pack | None":
    """The newest version of the module where it came from; None if that is installed. ``must``: then it is given too.

    Raises ``Refused`` when nothing is to be found there.
    """
    from sosmed_learn.cli.commands.courses.sources import packs_at  # noqa: PLC0415
    from sosmed_learn.content.harmless import harmless  # noqa: PLC0415
    from sosmed_learn.content.packs.origin import origin  # noqa: PLC0415
    from sosmed_learn.content.packs.pack import Pack, numbered  # noqa: PLC0415

    source = given or origin(installed_courses()[name])
    paths = _places_of(name, source) if source else []
    if not paths:
        words = _(
            "{id} came from {path}, where nothing is now. Say where to look: sosmed-learn courses update {id} SOURCE"
        )
        raise Refused(words.format(id=name, path=harmless(str(source or "?"))))
    found = [each for path in paths for each in packs_at(path, bundled)]
    packs = [each for each in found if isinstance(each, Pack) and _is(each, name)]
    if not packs:
        refusal = next((each for each in found if isinstance(each, Refused)), None)
        words = _("There is no module {id} in {path}.").format(id=name, path=harmless(str(source)))
        raise refusal or Refused(words)
    best = max(packs, key=lambda pack: pack.number)
    return best if must or best.number > numbered(_version(name)) else None


def _is(pack: "Pack", name: str) -> bool:
    """Whether the pack is the module ``name``, perhaps under a new id."""
    from sosmed_learn.content.documents import read_document  # noqa: PLC0415
    from sosmed_learn.content.folders import MODULE  # noqa: PLC0415
    from sosmed_learn.content.format import ModuleFile  # noqa: PLC0415
    from sosmed_learn.content.problems import Sheet  # noqa: PLC0415
    from sosmed_learn.content.source import check_text  # noqa: PLC0415

    text = pack.files[MODULE].decode("utf-8", "replace")
    value = read_document(check_text(text, Sheet(MODULE)), ModuleFile).value
    return value is not None and name in {value.id, *value.aliases}


def _places_of(name: str, source: Path) -> list[Path]:
    """What to look at: the place itself, and beside a pack those that are called alike."""
    beside = [] if source.is_dir() else sorted(source.parent.glob(f"{name}-*.zip"))
    return [path for path in dict.fromkeys([source, *beside]) if path.exists()]


def _version(name: str) -> str:
    from sosmed_learn.content.packs.judging import value_of  # noqa: PLC0415

    value = value_of(installed_courses()[name])
    return value.version if value else "0"
