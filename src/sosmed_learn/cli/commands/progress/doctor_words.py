"""What the doctor has found, in sentences for people and as JSON for scripts. Looks at nothing itself."""

import errno
import os
from collections.abc import Iterator, Sequence
from typing import Any, get_args

import msgspec
from msgspec import Struct

from sosmed_learn.cli.commands.progress.words import (
    day_words,
    events_words,
    filled,
    item,
    number,
    path_words,
    safe,
    size_words,
)
from sosmed_learn.cli.streams import reason
from sosmed_learn.core.orphans import Kind as StepKind
from sosmed_learn.core.orphans import Orphan
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.storage.findings import Finding, Health, Kind, Places
from sosmed_learn.storage.repairing import Mended

_FOUND: dict[Kind, str] = {
    "damaged": N_("{path} is damaged. What can be read in it: {events}."),
    "newer": N_("{path} was made by a newer version of sosmed-learn. Update the app; it was left as it is."),
    "refused": N_("{path} cannot be read ({detail}). Make it readable for you, or move it away."),
    "mode": N_("Others can open files or folders in {path}: {count}, among them {detail}."),
    "leftover": N_("{path} was left by a stopped write. Nothing in it counts ({size})."),
    "kept": N_("{path} is a damaged file that was kept ({size}). Not in your progress yet: {events}."),
    "copy": N_("{path} is a copy by a file-sync program ({size}). Not in your progress yet: {events}."),
    "twice": N_("Kept twice, in {path}: {events}. Space that it costs: {size}."),
    "differ": N_("In {path} other things are told under the same id: {events} ({detail}). One of each counts."),
    "snapshot": N_("{path}, kept for a quick start, does not agree with the events."),
    "backup": N_("{path}, in a backup, is damaged. What can be read in it: {events}."),
    "old-backup": N_("There is no new backup in {path}. Older than a day and in none: {events}."),
    "lock": N_("{path} cannot be locked ({detail}), so nothing can be saved there now."),
    "missing": N_(
        "The backup {path} has events that your progress has not: {events}. See: sosmed-learn progress restore"
    ),
    "unknown": N_("Of a newer app and kept as they are: {events} ({detail}, {size})."),
    "older": N_("{path} is of an older version ({events}). It is taken in when the app is opened."),
    "migrated": N_("{path} is what an older version kept ({size}). All of it is taken in; you may remove it."),
}
_DONE: dict[Kind, str] = {
    "damaged": N_("Damaged files were mended; what could be read in them counts."),
    "refused": N_("Files were made readable for you: {count}."),
    "mode": N_("Only you can open your files now: {count} were changed."),
    "leftover": N_("What stopped writes had left was removed: {count}."),
    "kept": N_("Damaged files were looked through and moved to {kept}"),
    "copy": N_("Copies by a file-sync program were merged and moved to {kept}"),
    "twice": N_("What was kept twice is kept once now: {events}."),
    "differ": N_("Of events told in two ways the one that counts stays: {events}. The others are in {kept}"),
    "snapshot": N_("The file for a quick start was removed. It is made anew from the events."),
    "backup": N_("Damaged files in backups were replaced or mended."),
    "old-backup": N_("A backup was made: {kept}"),
    "older": N_("The events of the older version were taken in: {events}."),
}
_GONE = {
    "module": N_("the module is gone"),
    "lesson": N_("the lesson is gone"),
    "step": N_("the step is gone"),
}


MOST_ORPHANS = 12
"""Questions that are told to a person; a module that is gone can have hundreds."""


class Report(Struct, frozen=True):
    """All there is to tell."""

    where: Places
    health: Health
    done: tuple[Mended, ...]
    orphans: tuple[Orphan, ...]


def as_text(report: Report) -> str:
    """Lines for people, at most as wide as a terminal where paths let them be."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    health = report.health
    files = ngettext("{count} file", "{count} files", health.files).format(count=number(health.files))
    yield _("{events} in {files}, {size}: {path}").format(
        events=events_words(len(health.rows)),
        files=files,
        size=size_words(health.size),
        path=path_words(report.where.folder),
    )
    if health.newest_backup:
        yield _("Newest backup: {day}").format(day=day_words(health.newest_backup))
    else:
        yield _("Newest backup: none yet")
    yield from _section(_("Repair"), [_mended_words(one) for one in report.done])
    yield from _section(_("Problems"), [_found_words(finding) for finding in health.problems])
    information = [_found_words(finding) for finding in health.findings if not finding.problem]
    yield from _section(_("Good to know"), information)
    heading = _("Done in steps that are not in the courses now: {done}. All of it is kept.").format(
        done=", ".join(_counts(report.orphans))
    )
    shown = [_orphan_words(orphan) for orphan in report.orphans[:MOST_ORPHANS]]
    if len(report.orphans) > MOST_ORPHANS:
        shown.append(
            _("{count} more; --format json shows all.").format(count=number(len(report.orphans) - MOST_ORPHANS))
        )
    yield from _section(heading, shown)


def _section(heading: str, points: list[str]) -> Iterator[str]:
    if points:
        yield ""
        yield filled(heading)
        yield from map(item, points)


def _found_words(finding: Finding) -> str:
    return _(_FOUND[finding.kind]).format(
        path=path_words(finding.path),
        events=events_words(finding.count),
        count=number(finding.count),
        size=size_words(finding.size),
        detail=_why(finding.detail) if finding.kind in {"refused", "lock"} else safe(finding.detail),
    )


def _why(code: str) -> str:
    """What was in the way, from its code."""
    word = {
        "full": "ENOSPC",
        "denied": "EACCES",
        "read-only": "EROFS",
        "locked": N_("another program holds it"),
        "newer": N_("a file is of a newer version"),
        "other": N_("something else was in the way"),
    }.get(code, code)
    number = getattr(errno, word, None)
    return reason(OSError(number, os.strerror(number))) if isinstance(number, int) else _(word)


def _mended_words(done: Mended) -> str:
    if done.failed:
        words = _("Could not be mended ({reason}): {what}")
        return words.format(reason=_why(done.failed), what=_(_WHAT[done.kind]))
    kept = path_words(done.kept) if done.kept else "-"
    return _(_DONE[done.kind]).format(count=number(done.count), events=events_words(done.count), kept=kept)


_WHAT: dict[Kind, str] = {
    "damaged": N_("damaged files"),
    "refused": N_("files that cannot be read"),
    "mode": N_("files that others can open"),
    "leftover": N_("what stopped writes have left"),
    "kept": N_("damaged files that were kept"),
    "copy": N_("copies by a file-sync program"),
    "twice": N_("what is kept twice"),
    "differ": N_("events told in two ways"),
    "snapshot": N_("the file for a quick start"),
    "backup": N_("damaged files in backups"),
    "old-backup": N_("the missing backup"),
    "older": N_("the file of an older version"),
}


def _counts(orphans: Sequence[Orphan]) -> Iterator[str]:
    """How much was done in what is gone, for each kind of step there is among it."""
    for kind in get_args(StepKind):
        count = sum(orphan.count for orphan in orphans if orphan.kind == kind)
        if count:
            yield _count_words(kind, count)


def _count_words(kind: StepKind, count: int) -> str:
    words = {
        "question": ngettext("{count} answer", "{count} answers", count),
        "scenario": ngettext("{count} move in a scenario", "{count} moves in scenarios", count),
        "task": ngettext("{count} entry in a task", "{count} entries in tasks", count),
    }
    return words[kind].format(count=number(count))


def _orphan_words(orphan: Orphan) -> str:
    place = f"{orphan.module} › {orphan.lesson} › {orphan.step}"
    words = f'{place}: "{orphan.prompt}" · ' if orphan.prompt else f"{place}: "
    done = _count_words(orphan.kind, orphan.count)
    day = day_words(orphan.last) if orphan.last else "-"
    tail = _("{done}, last on {day}; {gone}").format(done=done, day=day, gone=_(_GONE[orphan.gone]))
    return safe(words) + tail


def as_json(report: Report) -> str:
    """One object: ``healthy``, what was found and done, and the orphans."""
    health = report.health
    value: dict[str, Any] = {
        "healthy": not health.problems,
        "folder": str(report.where.folder),
        "events": len(health.rows),
        "files": health.files,
        "bytes": health.size,
        "newest_backup": health.newest_backup,
        "problems": [_finding(finding) for finding in health.problems],
        "information": [_finding(finding) for finding in health.findings if not finding.problem],
        "mended": [
            {"kind": one.kind, "count": one.count, "kept": str(one.kept) if one.kept else None, "failed": one.failed}
            for one in report.done
        ],
        "orphans": report.orphans,
    }
    return msgspec.json.format(msgspec.json.encode(value)).decode()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "path": str(finding.path),
        "count": finding.count,
        "bytes": finding.size,
        "detail": finding.detail,
    }
