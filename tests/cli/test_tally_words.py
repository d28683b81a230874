"""What is in files of progress, said by module and kind: every kind of event has words."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sosmed_learn.cli.commands.progress.words import tally_lines
from sosmed_learn.core.events import DiagnosisBegun, DiagnosisEnded, Event, LessonPassed, Looked
from sosmed_learn.storage.rows import to_row
from tests.core.builders import START
from tests.core.test_values import EVENTS
from tests.fakes import MemoryLibrary


@settings(max_examples=60)
@given(st.lists(EVENTS, max_size=12))
def test_any_events_can_be_told(events: list[Event]) -> None:
    head, *_lines = tally_lines("A:", [to_row(event) for event in events], MemoryLibrary((), {}))
    assert head.startswith("A:")


def test_what_diagnoses_leave_is_told_too() -> None:
    when: dict[str, Any] = {"at": START, "offset": 420}
    events: list[Event] = [
        DiagnosisBegun(id="a", length=15, seed=1, **when),
        DiagnosisEnded(id="b", diagnosis="a", **when),
        LessonPassed(id="c", module="service", lesson="first", right=3, asked=4, **when),
        Looked(id="d", **when),
    ]
    told = "\n".join(tally_lines("A:", [to_row(event) for event in events], MemoryLibrary((), {})))
    for words in (
        "1 diagnosis dimulai",
        "1 diagnosis selesai",
        "1 pelajaran dilewati lewat uji",
        "1 hari tanpa ulasan",
    ):
        assert words in told
