"""What is about to be installed, in words, for the person who will be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sosmed_learn.cli.streams import tell
from sosmed_learn.content.changes import ModuleChanges
from sosmed_learn.content.difference import report, summary
from sosmed_learn.content.harmless import harmless, shorten
from sosmed_learn.content.packs.judging import Judged, value_of
from sosmed_learn.content.packs.pack import Pack
from sosmed_learn.content.problems import name_of
from sosmed_learn.i18n import _, in_use, ngettext


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A pack that may be installed.

    ``staged`` is where it waits, ``old`` the id and folder of what it replaces, ``changes`` what that means (None when
    nobody can say), ``facts`` those that another course folder tells otherwise, ``shadow`` a module of the same id in
    a folder that comes first.
    """

    pack: Pack
    staged: Path
    old: tuple[str, Path] | None
    judged: Judged
    changes: tuple[ModuleChanges, ...] | None
    facts: dict[str, Path]
    shadow: Path | None

    @property
    def loses(self) -> bool:
        return any(change.loses for each in self.changes or () for change in each.changes)


def tell_of(ready: Ready) -> None:
    """What comes, from where, and what it changes."""
    pack, judged = ready.pack, ready.judged
    title = shorten(harmless(pack.manifest.title.get(in_use()) or pack.id), 100)
    lessons = ngettext("{count} lesson", "{count} lessons", judged.lessons).format(count=judged.lessons)
    questions = ngettext("{count} question", "{count} questions", judged.questions).format(count=judged.questions)
    tell(f"{title} · {pack.id} {pack.version} · {lessons}, {questions}")
    tell("  " + _("from {path}").format(path=harmless(str(pack.source))))
    if ready.old:
        for line in _changes(ready.old, ready.changes):
            tell(f"  {line}")
    if ready.shadow:
        words = _("The app opens only the module of this id in {path}, which SOSMED_LEARN_COURSES lists.")
        tell("  " + words.format(path=harmless(name_of(ready.shadow))))
    for name, folder in ready.facts.items():
        words = _("The fact {name} stands in {path} too, with other words; only one of the two is shown.")
        tell("  " + words.format(name=name, path=harmless(name_of(folder))))


def _changes(old: tuple[str, Path], changes: tuple[ModuleChanges, ...] | None) -> list[str]:
    value = value_of(old[1])
    words = _("It takes the place of {id} {version}. What changes, with ! where progress will not count any more:")
    first = words.format(id=old[0], version=value.version if value else "?")
    if changes is None:
        return [first, _("That cannot be said: the installed version cannot be opened any more.")]
    return [first, *report(changes).splitlines(), summary(changes)]


def question(ready: Sequence[Ready]) -> str:
    """What to ask before anything is installed."""
    if any(each.loses for each in ready):
        return _("Install, although some progress will not count any more?")
    return ngettext("Install it?", "Install these {count}?", len(ready)).format(count=len(ready))
