"""Packs -> installed modules: looked at, told, agreed to, and put in place one by one."""

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sosmed_learn.cli.clock import SystemClock
from sosmed_learn.cli.commands.courses.asking import agreed
from sosmed_learn.cli.commands.courses.folder import alone
from sosmed_learn.cli.commands.courses.sources import refuse_broken
from sosmed_learn.cli.commands.courses.telling import Ready, question, tell_of
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import Refused, listed_courses
from sosmed_learn.content.harmless import harmless
from sosmed_learn.content.locations import Places
from sosmed_learn.content.packs.installed import installed
from sosmed_learn.content.packs.judging import (
    Standing,
    also_in,
    bundled_ids,
    judge,
    noticed,
    standing,
    told_otherwise,
    value_of,
)
from sosmed_learn.content.packs.names import MANIFEST
from sosmed_learn.content.packs.origin import write_origin
from sosmed_learn.content.packs.pack import Pack
from sosmed_learn.content.packs.placing import place, remove, stage, unstage
from sosmed_learn.content.problems import name_of
from sosmed_learn.i18n import _


def install(found: Iterable[Pack | Refused], bundled: Places, *, yes: bool, force: bool) -> None:
    """Install the packs. Raises ``Refused``, or exits with 1 after telling it where others could be installed.

    Raises ``click.UsageError`` if somebody should be asked and nobody is there.
    """
    packs = list(found)
    refused = [each for each in packs if isinstance(each, Refused)]
    done: list[str] = []
    try:
        with alone() as courses, contextlib.ExitStack() as undo:
            run = _Run(courses, bundled, packs, undo, force=force, done=done, refused=refused)
            ready = list(run.prepared())
            for each in ready:
                tell_of(each)
            if ready and not agreed(question(ready), yes=yes, default=not any(each.loses for each in ready)):
                raise Refused(_("Nothing was installed."))
            for each in ready:
                run.put(each)
    finally:
        for line in done:  # not before: a stream that is closed is no trouble with the folder
            say(line)
    _end(refused)


def _end(refused: Sequence[Refused]) -> None:
    """What could not be installed comes last, where it is read."""
    if len(refused) == 1:
        raise refused[0]
    for refusal in refused:
        tell(str(refusal))
    if refused:
        sys.exit(1)


@dataclass(frozen=True)
class _Run:
    """One installation of one or several packs; ``undo`` takes away what was written and got no name."""

    courses: Path
    bundled: Places
    packs: Sequence[Pack | Refused]
    undo: contextlib.ExitStack
    force: bool
    done: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def prepared(self) -> Iterator[Ready]:
        """Each pack that can be installed; why others cannot is gathered in ``refused``."""
        seen: dict[str, Pack] = {}
        for pack in self.packs:
            if isinstance(pack, Pack):
                try:
                    ready = self._prepared(pack, seen.setdefault(pack.id, pack))
                except Refused as refusal:
                    self.refused.append(refusal)
                else:
                    yield from [ready] if ready else []

    def _prepared(self, pack: Pack, first: Pack) -> Ready | None:
        """The pack, written beside the others and found to be right; None if it is installed already.

        Raises ``Refused``. ``first`` is the one that comes first under this id.
        """
        _refuse_twin(pack, first)
        _refuse_bundled(pack, self.bundled)
        there = installed(self.courses)
        how = standing(pack, there.get(pack.id))
        if how == "same":
            write_origin(there[pack.id], pack.source)
            words = _("{id} {version} is installed already; there is nothing to do.")
            self.done.append(words.format(id=pack.id, version=pack.version))
            return None
        if not self.force:
            _refuse_clash(pack, how, there)
        staged = stage(pack, self.courses)
        self.undo.callback(unstage, staged)
        others = [*listed_courses(), *(folder for name, folder in there.items() if name != pack.id)]
        judged = judge(staged, name_of(pack.source), self.bundled, SystemClock().today(), self._beside(pack, others))
        refuse_broken(judged.errors, name_of(pack.source))
        names = _names(pack, staged)
        old = next(((each, there[each]) for each in names if each in there), None)
        return Ready(
            pack=pack,
            staged=staged,
            old=old,
            judged=judged,
            changes=noticed(old[1], staged, self.bundled) if old else (),
            facts=told_otherwise(staged, others, self.bundled),
            shadow=also_in(pack.id, listed_courses()),
        )

    def _beside(self, pack: Pack, others: Sequence[Path]) -> list[Path]:
        """Where else the concepts may be that the module needs: what is installed, and what comes with it."""
        coming = [each.source for each in self.packs if isinstance(each, Pack) and each.source.is_dir()]
        return [folder for folder in (*coming, *others) if folder != pack.source]

    def put(self, ready: Ready) -> None:
        """Make it the installed version. Raises ``OSError``."""
        pack = ready.pack
        place(ready.staged, pack.id, self.courses)
        if ready.old and ready.old[0] != pack.id:  # it was renamed, and its old name is among the aliases
            remove(ready.old[0], self.courses)
        self.done.append(_("Installed: {id} {version}").format(id=pack.id, version=pack.version))


def _names(pack: Pack, staged: Path) -> list[str]:
    """The id of the module and those that it had. Raises ``Refused`` if the manifest speaks of another."""
    value = value_of(staged)
    if value is None or (value.id, value.version) != (pack.id, pack.version):
        words = _("{name}: module.yaml is of another module or version than {manifest} says. Do not use this pack.")
        raise Refused(words.format(name=harmless(name_of(pack.source)), manifest=MANIFEST))
    return [value.id, *value.aliases]


def _refuse_twin(pack: Pack, first: Pack) -> None:
    if first is pack:
        return
    words = _("{name} has the same id as {other}, which comes first: {id}. Only one of them can be installed.")
    names = {"name": name_of(pack.source), "other": name_of(first.source)}
    raise Refused(harmless(words.format(**names, id=pack.id)))


def _refuse_clash(pack: Pack, how: Standing, there: dict[str, Path]) -> None:
    if how not in {"other", "older"}:
        return
    value = value_of(there[pack.id])
    if how == "older":
        words = _(
            "Version {old} of {id} is installed, and {version} is older. To go back to it all the same, add --force."
        )
    else:
        words = _(
            "Version {version} of {id} is installed already, with other content. Its author should raise the version; "
            "to put this one in its place all the same, add --force."
        )
    raise Refused(harmless(words.format(id=pack.id, version=pack.version, old=value.version if value else "")))


def _refuse_bundled(pack: Pack, bundled: Places) -> None:
    """A module of the app is only ever replaced by a newer app: what learners rely on is not anybody's to change."""
    if pack.id in bundled_ids(bundled):
        words = _(
            "{id} is a course of the app itself, and no other can be installed under its name. Ask the author to give "
            "this one an id of its own; new versions of the app's own courses come with the app."
        )
        raise Refused(words.format(id=pack.id))
