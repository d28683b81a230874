"""Mends what ``doctor`` has found. Each step may be stopped and done again; what it takes away it keeps elsewhere.

Nothing that could lose is done before there is a backup, and what cannot be mended is left as it is and told.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from sosmed_learn.core.errors import StoreError
from sosmed_learn.storage import backups, disk, doctor, restoring
from sosmed_learn.storage.findings import Finding, Health, Kind, Places, code_of
from sosmed_learn.storage.formats import DamagedError, NewerError, free_name
from sosmed_learn.storage.mending import file_time, mend
from sosmed_learn.storage.merging import Known, weigh
from sosmed_learn.storage.restoring import Store
from sosmed_learn.storage.rows import Row, checksum, to_line
from sosmed_learn.storage.segments import read_segment
from sosmed_learn.storage.sources import gather
from sosmed_learn.storage.waiting import kept_damaged, rows_in_backups

_FOLDER_MODE = 0o700
_ROUNDS = 3

_Step = Callable[[Sequence[Finding]], Path | None]
_Stage = list[tuple[set[Kind], _Step]]


class Mended(Struct, frozen=True):
    """What was done about the findings of one kind: to how many, and where something is kept now.

    ``failed`` is a code of what was in the way, where it could not be done.
    """

    kind: Kind
    count: int
    kept: Path | None = None
    failed: str = ""


def repair(store: Store, places: Places, today: date) -> tuple[list[Mended], Health]:
    """Mend what can be mended: what was done, or why not, and what is found afterwards. Raises ``OSError``.

    Mending one thing can bring another to light (a file that is kept aside, a file that can now be opened), so it is
    looked at again before each stage, and all of it until there is nothing more to be done.
    """
    done: list[Mended] = []
    for _ in range(_ROUNDS):
        now = file_time()
        of_this_round: list[Mended] = []
        for stage in _stages(store, places, today, now):
            of_this_round += _mend(stage, doctor.examine(places, today))
        done += [one for one in of_this_round if one not in done]
        if all(one.failed for one in of_this_round):
            break
    return done, doctor.examine(places, today)


def _mend(stage: _Stage, health: Health) -> list[Mended]:
    done: list[Mended] = []
    for kinds, step in stage:
        found = [finding for finding in health.findings if finding.kind in kinds]
        if not found:
            continue
        try:
            kept = step(found)
        except OSError as error:
            done.append(Mended(found[0].kind, len(found), failed=code_of(error)))
        except RuntimeError:  # of the lock, where the file system has none
            done.append(Mended(found[0].kind, len(found), failed="ENOSYS"))
        except StoreError as error:
            done.append(Mended(found[0].kind, len(found), failed=error.trouble))
        except NewerError:
            done.append(Mended(found[0].kind, len(found), failed="newer"))
        except DamagedError:  # harmed while we were at work: the next round finds it
            done.append(Mended(found[0].kind, len(found), failed="other"))
        else:
            done.append(Mended(found[0].kind, sum(finding.count or 1 for finding in found), kept))
    return done


def _stages(store: Store, places: Places, today: date, now: str) -> list[_Stage]:
    """Each step with the kinds of findings that it mends: first whole files, then what is in them, then the rest."""

    def unfit(_: Sequence[Finding]) -> None:
        with store.lock():
            restoring.mend_all(places.folder)
        store.rows()  # takes in the file of format 1, damaged or not

    def doubles(_: Sequence[Finding]) -> None:
        backups.make(places.folder, places.backups, backups.before("repair", now))
        with store.lock():
            _drop_doubles(places.folder)

    def differing(_: Sequence[Finding]) -> Path | None:
        with store.lock():
            return _settle(places, now)

    def waiting(found: Sequence[Finding]) -> Path | None:
        return _look_through(store, places, [finding.path for finding in found], now)

    def late(_: Sequence[Finding]) -> Path | None:
        return backups.make(places.folder, places.backups, today.isoformat())

    return [
        [
            ({"refused"}, _open_to_owner),
            ({"mode"}, lambda _: _close_to_others(places)),
            ({"leftover"}, _remove),
            ({"damaged", "older"}, unfit),
        ],
        [({"copy"}, waiting), ({"kept"}, waiting)],
        [({"twice"}, doubles), ({"differ"}, differing)],
        [
            ({"snapshot"}, _remove),
            ({"backup"}, lambda found: _mend_backups(found, places.folder)),
            ({"old-backup"}, late),
        ],
    ]


def _look_through(store: Store, places: Places, paths: Sequence[Path], now: str) -> Path | None:
    """Add what is in damaged files or copies and not known yet, then move them away; where they are kept now."""
    sources = gather(paths)
    rows = [row for source in sources for row in source.rows]
    rows += [row for path in paths for row in rows_in_backups(places, path)]
    new = weigh(rows, store.rows()).new
    if new:
        store.add(new)
    done = [source.path for source in sources if source.trouble in {None, "damaged", "foreign"}]
    what = "damaged" if set(paths) & set(kept_damaged(places)) else "copies"
    return backups.move_aside(done, places.backups, what, now)


def _close_to_others(places: Places) -> None:
    for top in (places.folder, places.backups, places.legacy):
        for path in (top, *(top.rglob("*") if top.is_dir() else ())):
            if doctor.others_may(path):
                path.chmod(_FOLDER_MODE if path.is_dir() else disk.OWNER_ONLY)
                if doctor.others_may(path):  # some file systems take every mode and keep none
                    raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(path))


def _open_to_owner(found: Sequence[Finding]) -> None:
    for finding in found:
        if not finding.path.is_file() or finding.path.stat().st_mode & disk.OWNER_ONLY == disk.OWNER_ONLY:
            number = getattr(errno, finding.detail, errno.EACCES)
            raise OSError(number, os.strerror(number), str(finding.path))  # it is not for its mode
        finding.path.chmod(disk.OWNER_ONLY)


def _remove(found: Sequence[Finding]) -> None:
    for finding in found:
        if finding.path.is_dir():
            shutil.rmtree(finding.path)
        else:
            disk.remove(finding.path)


def _drop_doubles(folder: Path) -> None:
    """Let each event stay where it is met first. The lock is held."""
    seen = Known()
    restoring.rewrite(folder, seen.learn)


def _settle(places: Places, now: str) -> Path | None:
    """Of rows of one id that differ let only the one stay that counts; where the others are kept. Under the lock."""
    rows = [row for _, inside in restoring.files_of(places.folder) for row in inside]
    counts: dict[str, Row] = {}
    for row in rows:
        other = counts.setdefault(row["id"], row)
        if checksum(row) < checksum(other):  # as ``to_events`` chooses
            counts[row["id"]] = row
    others = Known(row for row in rows if doctor.differ(counts[row["id"]], row))
    if not len(others):
        return None
    disk.make_folder(places.backups)
    target = free_name(places.backups / f"damaged-{now}")
    disk.make_folder(target)
    disk.write_whole(target / "differing.jsonl", b"".join(to_line(row) for row in rows if row in others))
    restoring.rewrite(places.folder, lambda row: row not in others)
    return target


def _mend_backups(found: Sequence[Finding], folder: Path) -> Path | None:
    """Replace each damaged file in a backup by the store's own of that name, else by what is whole in it.

    The same content stands in many backups under second names: each of them is one to be mended.
    """
    kept = None
    for finding in found:
        if finding.detail != "damaged":
            continue  # of a newer app, or not to be opened: neither is ours to change
        harmed = finding.path.stat().st_ino
        for backup in backups.listed(finding.path.parent.parent):
            path = backup.path / finding.path.name
            if path.exists() and path.stat().st_ino == harmed:
                kept = _mend_copy(path, folder / path.name) or kept
    return kept


def _mend_copy(path: Path, ours: Path) -> Path | None:
    with contextlib.suppress(OSError, DamagedError, NewerError):
        read_segment(ours)
        fresh = path.with_name(f".{path.name}.whole.new")
        disk.copy(ours, fresh)
        disk.replace(str(fresh), path)
        return None
    return mend(path)
