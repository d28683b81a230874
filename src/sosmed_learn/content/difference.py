"""Changes of courses in sentences, for authors before they publish. Compares nothing itself."""

from collections.abc import Iterator, Sequence

from sosmed_learn.content.changes import Change, ModuleChanges
from sosmed_learn.content.harmless import harmless, shorten
from sosmed_learn.i18n import N_, _, in_use, ngettext

_THINGS = {
    "module": N_("Module"),
    "lesson": N_("Lesson"),
    "question": N_("Question"),
    "scenario": N_("Scenario"),
    "task": N_("Task"),
    "text": N_("Text"),
}
_MARKS = {"added": "+", "removed": "-", "key": "?", "renamed": "=", "changed": "~"}
_SENTENCES = {
    "added": N_("is new."),
    "removed": N_("is gone, and with it what learners did there."),
    "renamed": N_("was called {was}. Progress is kept."),
    "changed": N_("changed: {parts}."),
    "moved": N_("stands in {was} now. What learners did there stays behind."),
    "unaliased": N_("does not list {was} under aliases any more: what was done under that id is lost."),
    "asked-again": N_("is asked again: its revision was {old} and is {new}."),
    "answered-otherwise": N_("is answered in another way now, so the answers given before do not count."),
    "key": N_("has another right answer, but the same revision: answers given before still count as they did."),
    "replies": N_("lost or reworded choices or endings: {parts}. Whoever stands behind one is put back before it."),
    "fields": N_("lost fields: {parts}. What learners typed there is no longer shown, nor in their document."),
    "reworded": N_("has another id now, so it counts as unread and notes to it are not shown."),
}
_REMEDIES = {
    "removed": N_("If it only has another id now, write the old one there: aliases: [{id}]"),
    "unaliased": N_("Put it back: aliases: [{was}]"),
    "key": N_("If something else is asked now, raise it: revision: {next}"),
    "replies": N_("Where only the words of a choice changed, give it the id that it had, behind the point: id: …"),
    "fields": N_("Where a field only has another id now, give it back the one that it had."),
    "reworded": N_("To keep both, give the text the id that it had: id: {was}"),
}


def report(found: Sequence[ModuleChanges]) -> str:
    """Everything that changed, by module. Empty if nothing did."""
    return "\n\n".join("\n".join(_module(each)) for each in found)


def summary(found: Sequence[ModuleChanges]) -> str:
    """In one line: how much changed, and how much would be lost."""
    everything = [change for each in found for change in each.changes]
    if not everything:
        return _("Learners would notice nothing.")
    lost = sum(change.loses for change in everything)
    counted = ngettext("{count} change", "{count} changes", len(everything)).format(count=len(everything))
    if not lost:
        return _("{changes}; no progress would be lost.").format(changes=counted)
    if lost == len(everything):
        return ngettext("{changes}, and it would lose progress.", "{changes}; all would lose progress.", lost).format(
            changes=counted
        )
    return ngettext(
        "{changes}; {count} of them would lose progress.", "{changes}; {count} of them would lose progress.", lost
    ).format(changes=counted, count=lost)


def _module(each: ModuleChanges) -> Iterator[str]:
    versions = each.new or each.old
    if each.old and each.new and each.old != each.new:
        versions = f"{each.old} → {each.new}"
    yield f"{each.module} {versions} · {harmless(each.title.say(in_use()))}"
    for change in each.changes:
        yield from _change(change)
    if each.old and each.old == each.new:
        words = _("The version is still {version}. Raise it before you publish.").format(version=each.new)
        yield f"  ? {words}"


def _change(change: Change) -> Iterator[str]:
    mark = "!" if change.loses else _MARKS[change.what]
    values = {
        "was": change.was,
        "parts": ", ".join(change.parts),
        "old": change.revisions[0],
        "new": change.revisions[1],
        "next": change.revisions[0] + 1,
        "id": change.place[-1],
    }
    title = shorten(harmless(change.title.say(in_use())).lstrip("# "), 50)
    sentence = _(_SENTENCES[change.what]).format(**values)
    yield f'  {mark} {_(_THINGS[change.thing])} {"/".join(change.place)} "{title}" {sentence}'
    remedy = _REMEDIES.get(change.what, "")
    if remedy and not (change.thing == "text" and change.what == "removed"):
        yield f"      {_(remedy).format(**values)}"
