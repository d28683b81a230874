"""What must be true of a learner's folder after anything has happened to it."""

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from sosmed_learn.core.errors import SosmedError
from sosmed_learn.core.events import Event
from sosmed_learn.core.progress import fold
from sosmed_learn.storage import backups
from sosmed_learn.storage.store import TinyEventStore
from tests.storage.building import contents, kept_aside, note, raw_rows, store_in

AFTER = "zzz"


def verdict(home: Path, must: Collection[str], may: Collection[str]) -> list[str]:
    """What is wrong: events that ``must`` be there and are not, any beyond those that ``may``, broken files."""
    try:
        return [*_events(home, must, may), *_goes_on(home), *_backups(home)]
    except (SosmedError, OSError) as error:
        return [f"raised {error!r}"]


def _events(home: Path, must: Collection[str], may: Collection[str]) -> list[str]:
    store = store_in(home)
    events = store.load()
    found = Counter(event.id for event in events)
    wrong = [f"lost {name}" for name in must if not found[name]]
    wrong += [
        f"came from nowhere {name}" for name in found if not (name in must or name in may or name.startswith(AFTER))
    ]
    wrong += [f"doubled {name}" for name, count in found.items() if count > 1]
    if store_in(home).progress() != fold(events):
        wrong.append("progress does not follow from the events")
    raw_rows(home)  # raises where mending has left anything that cannot be read whole
    return wrong


def _goes_on(home: Path) -> list[str]:
    """A further save works."""
    before = store_in(home).load()
    more = note(f"{AFTER}{len(before):05d}", "sesudahnya")
    store_in(home).append(more)
    return [] if store_in(home).load() == [*before, more] else ["a further save does not work"]


def _backups(home: Path) -> list[str]:
    """Every backup opens, and holds nothing but what is in the store."""
    known = {event.id for event in store_in(home).load()}
    wrong = []
    for backup in backups.listed(home / "backups"):
        store = TinyEventStore(backup.path)
        if not {event.id for event in store.load()} <= known or store.damage():
            wrong.append(f"backup {backup.name} is broken")
    return wrong


def originals_kept(home: Path, before: dict[str, bytes]) -> list[str]:
    """Damaged and older files are still there byte for byte, wherever they are now."""
    now = [*kept_aside(home).values(), *contents(home).values()]
    kept = {name: content for name, content in before.items() if name == "progress.json" or _is_damaged(content)}
    return [f"{name} is gone" for name, content in kept.items() if content not in now]


def _is_damaged(content: bytes) -> bool:
    return b"catatan 9" in content or content.endswith(b'"n0')


def ids(events: Sequence[Event]) -> set[str]:
    return {event.id for event in events}
