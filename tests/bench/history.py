"""A learner's years in a moment: sealed files with any number of events, as the store makes them but not synced."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from sosmed_learn.core.events import Answered, Event, LessonFinished, StepRead, Undone
from sosmed_learn.core.grading import Picked
from sosmed_learn.storage.formats import FORMAT, segment_name
from sosmed_learn.storage.rows import to_row
from sosmed_learn.storage.segments import SEGMENT_ROWS

BEGUN = datetime(2024, 1, 1, 1, 0, tzinfo=UTC)
MODULES, LESSONS = 5, 8
STEPS_READ, ANSWERS = 3, 8


def events() -> Iterator[Event]:
    """Lesson after lesson, again and again; now and then an answer is taken back."""
    for round_ in range(10_000_000):
        module, lesson = f"module-{round_ % MODULES}", f"lesson-{round_ // MODULES % LESSONS}"
        for number in range(STEPS_READ + ANSWERS + 1):
            if number < STEPS_READ:
                yield StepRead(**stamp(round_, number), module=module, lesson=lesson, step=f"text-{number}")
            elif number < STEPS_READ + ANSWERS:
                yield answer(f"question-{number}", **stamp(round_, number), module=module, lesson=lesson)
            elif round_ % 7:
                score: dict[str, Any] = {"right": ANSWERS, "asked": ANSWERS}
                yield LessonFinished(**stamp(round_, number), **score, module=module, lesson=lesson)
            else:
                yield Undone(**stamp(round_, number), target=stamp(round_, number - 1)["id"])


def stamp(round_: int, number: int) -> dict[str, Any]:
    """Id, time and offset, as the clock gives them."""
    at = BEGUN + timedelta(minutes=round_, seconds=7 * number)
    return {"id": f"{int(at.timestamp() * 1000):012x}-0000-{round_:016x}", "at": at, "offset": 420}


def answer(question: str, **rest: Any) -> Answered:
    """One answer of a usual size."""
    said: dict[str, Any] = {"response": Picked(("2",)), "correct": True, "score": 1.0, "hints": 1}
    prompt = "Rini, admin Keripik Mbok Sarti, mengunggah foto produk setiap pagi selama tiga bulan."
    about: dict[str, Any] = {"question": question, "revision": 1, "fingerprint": "6f1c2a9b", "prompt": prompt}
    return Answered(**rest, **said, **about)


def make_folder(folder: Path, count: int) -> None:
    """Have ``count`` events in the sealed files of ``folder``."""
    folder.mkdir(parents=True)
    rows = map(to_row, islice(events(), count))
    while part := list(islice(rows, SEGMENT_ROWS)):
        tables = {"meta": {"1": {"format": FORMAT}}, "events": {str(n): row for n, row in enumerate(part, 1)}}
        content = msgspec.json.format(msgspec.json.encode(tables), indent=1) + b"\n"
        (folder / segment_name(part)).write_bytes(content)
