"""Learners' folders for the tests of the commands that look after them, and what stands in one."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sosmed_learn.core.events import Answered, Event, StepRead
from sosmed_learn.core.grading import Picked
from sosmed_learn.storage import disk, locations
from sosmed_learn.storage.store import TinyEventStore
from tests.fakes import NOW


def answer(name: str, *, module: str = "strategy", days: int = 0, prompt: str = "Which one?") -> Answered:
    """An answer to a question that no course has."""
    return Answered(
        id=name,
        at=NOW + timedelta(days=days),
        offset=420,
        module=module,
        lesson="gone",
        question="q",
        revision=1,
        fingerprint="f",
        response=Picked(("a",)),
        correct=True,
        score=1.0,
        prompt=prompt,
    )


def reading(name: str, at: datetime = NOW) -> StepRead:
    """A step that was read."""
    return StepRead(id=name, at=at, offset=420, module="strategy", lesson="goals", step=name)


def store() -> TinyEventStore:
    """The store of the learner that ``SOSMED_LEARN_HOME`` names."""
    return TinyEventStore(
        locations.progress_folder(),
        snapshot=locations.snapshot_file(),
        backups=locations.backups_folder(),
        legacy=locations.single_file(),
    )


def saved(*events: Event | str) -> Path:
    """The learner's folder in which these have happened; a name is a step that was read."""
    kept = store()
    for event in events:
        kept.append(reading(event) if isinstance(event, str) else event)
    return kept.place


def at_home(home: Path, monkeypatch: pytest.MonkeyPatch, events: Iterable[str] = ()) -> Path:
    """From now on the learner is the one at ``home``, where ``events`` have happened."""
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(home))
    saved(*events)
    return home


def ids() -> list[str]:
    """The ids of the learner's events, as they are saved."""
    return sorted(event.id for event in store().load())


def seen(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` but the lock, by name: what a look must not change."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock" and "cache" not in path.parts
    }


def journal(folder: Path) -> Path:
    """The one journal in ``folder``."""
    (path,) = folder.glob("journal-??????.jsonl")
    return path


def format_1(path: Path, events: Iterable[Event]) -> Path:
    """A file as the first version of the app wrote it."""
    import msgspec  # noqa: PLC0415 - for the one test that looks this far back

    rows = {str(number): msgspec.to_builtins(event) for number, event in enumerate(events, start=1)}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"meta": {"1": {"format": 1}}, "events": rows}), encoding="utf-8")
    return path


class _Stop(BaseException):
    """The process ends here."""


def stopped_at_each(call: str, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> Iterator[str]:
    """Do ``act`` again and again, each time stopped at one more use of the ``call`` of ``disk``, until it is done.

    Gives where it was stopped, so that one can look at what is left then.
    """
    real: Callable[..., object] = getattr(disk, call)
    for at in range(100):
        left = at

        def stopping(*arguments: object) -> object:
            nonlocal left
            if left == 0:
                raise _Stop
            left -= 1
            return real(*arguments)

        with monkeypatch.context() as patched:
            patched.setattr(disk, call, stopping)
            try:
                act()
            except _Stop:
                pass
            else:
                return
        yield f"{call} number {at}"
    pytest.fail(f"never done, however late it is stopped at {call}")
