"""The map as it is shown: the newest diagnosis, what lessons say since, the path, and what changed."""

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sosmed_learn.core.events import Answered, Event, LessonFinished
from sosmed_learn.core.insight import insight
from sosmed_learn.core.mapping.blindspots import RETAKE_DAYS
from sosmed_learn.core.mapping.picture import picture
from sosmed_learn.core.progress import fold
from sosmed_learn.core.today import proposals
from tests.core.builders import START, Ticks
from tests.core.interviews import BANK, CONCEPTS, SURE, WAYS, Way, begun, drawn, new, shown, sit_down, walk
from tests.core.recalling import answered

BLIND: Way = ("wrong", "sure")
UNKNOWN: Way = ("unknown", None)


def _sitting(ways: list[Way], ticks: Ticks, before: list[Event] | None = None, length: int = 15) -> list[Event]:
    """All events with one more diagnosis, in which every question is answered by its way in turn."""
    event = begun(ticks, length)
    session = sit_down([*(before or []), event]) if before else new(event)
    _, events = walk(session, ways, ticks)
    return [*(before or []), event, *events]


def in_lesson(concept: str, number: int, *, right: bool, at: int = 300, **rest: Any) -> Answered:
    """An answer in the lesson that teaches the concept, so many minutes after the start."""
    home = next(name for name, concepts in CONCEPTS.items() if concept in concepts)
    return answered(
        f"{concept}-in-{number}", right=right, module=home, id=f"e{at:06d}-{concept}-{number}",
        at=START + timedelta(minutes=at), **rest,
    )  # fmt: skip


def test_with_nothing_answered_it_is_blank_and_leads_through_all_lessons() -> None:
    found = drawn([])
    assert found.blank
    assert (found.day, found.questions, found.changes) == (None, 0, ())
    assert {(step.module, step.lesson) for step in found.path.steps} == {("strategy", "first"), ("commerce", "first")}


def test_it_is_what_the_diagnosis_found() -> None:
    found = drawn(_sitting([BLIND] * 15, Ticks()))
    assert {spot.place for spot in found.drawn.spots} == {"blind"}
    assert found.day == START.date()
    assert found.again == START.date() + timedelta(days=RETAKE_DAYS)
    assert (found.questions, found.whole) == (15, True)
    assert found.path.steps[0].why == "blind"


def test_nobody_is_told_to_have_been_sure_who_never_said_so() -> None:
    found = drawn(_sitting([BLIND] * 3 + [("wrong", "fairly")] * 12, Ticks()))
    asked = {spot.concept: spot.place for spot in found.drawn.spots if spot.asked}
    assert "missing" in asked.values(), "however bold they are elsewhere"
    assert list(asked.values()).count("blind") <= 3
    for unsure in (("wrong", "fairly"), ("wrong", None)):
        assert not drawn(_sitting([unsure] * 15, Ticks())).drawn.of("blind")


def test_what_has_no_lesson_is_said() -> None:
    found = drawn(_sitting([UNKNOWN] * 15, Ticks()))
    assert set(found.lessonless) == {"channels", "calendar", "privacy"}


def test_the_role_said_at_its_start_counts() -> None:
    assert drawn(_sitting([SURE], Ticks()), role="lead").drawn.role == "owner"
    assert drawn([], role="lead").drawn.role == "lead"


def test_answers_in_lessons_since_then_take_its_place() -> None:
    events = _sitting([BLIND] * 15, Ticks())
    lesson = [in_lesson("goals", n, right=True, confidence="sure") for n in range(4)]
    found = drawn([*events, *lesson])
    assert shown(found, "goals").place in {"strong", "unsure"}
    assert shown(found, "channels").place == "blind", "nothing was answered about it"


def test_answers_in_lessons_before_count_only_where_it_did_not_ask() -> None:
    taught = ("goals", "consent")
    lesson = [in_lesson(name, n, right=True, at=0, confidence="sure") for name in taught for n in (1, 2)]
    ticks = Ticks(5)
    event = begun(ticks, 1)
    _, events = walk(sit_down([*lesson, event]), [BLIND], ticks)
    [answer] = events
    assert isinstance(answer, Answered)
    asked = answer.question.rsplit("-", 1)[0]
    found = drawn([*lesson, event, answer])
    assert shown(found, asked).place == "blind"
    others = [name for name in taught if name != asked]
    assert {shown(found, name).place for name in others} <= {"strong", "unsure"}


def test_without_any_diagnosis_lessons_alone_tell() -> None:
    found = drawn([in_lesson("goals", n, right=False, confidence="sure") for n in (1, 2)])
    assert shown(found, "goals").place == "blind"
    assert shown(found, "channels").place is None
    assert not found.blank


def test_one_stopped_early_wipes_nothing_out() -> None:
    ticks = Ticks()
    before = _sitting([BLIND] * 15, ticks)
    events = _sitting([SURE], ticks, before)
    found = drawn(events)
    answer = events[-1]
    assert isinstance(answer, Answered)
    asked = answer.question.rsplit("-", 1)[0]
    assert (found.questions, found.whole) == (1, False)
    rest = [spot for spot in found.drawn.spots if spot.concept != asked]
    assert {(spot.place, spot.hatched) for spot in rest} == {("blind", True)}
    assert {change.concept for change in found.changes} == {asked}


def test_a_retake_says_what_became_better() -> None:
    ticks = Ticks()
    found = drawn(_sitting([SURE] * 15, ticks, _sitting([BLIND] * 15, ticks)), days=31)
    assert {change.concept for change in found.changes} == set(BANK.graph.ids)
    assert {(change.was, change.now, change.kind) for change in found.changes} == {("blind", "strong", "better")}


def test_a_lesson_that_was_done_is_on_the_path_only_where_it_is_still_needed() -> None:
    done = [
        LessonFinished(id=f"e00070{n}", at=START, offset=420, module=name, lesson="first", right=1, asked=1)
        for n, name in enumerate(CONCEPTS)
    ]
    assert drawn(done).path.steps == ()
    still = _sitting([UNKNOWN] * 15, Ticks())
    assert len(drawn([*still, *done]).path.steps) == 2


def test_it_leads_back_to_a_lesson_done_today_only_on_another_day() -> None:
    done = LessonFinished(id="e000700", at=START, offset=420, module="strategy", lesson="first", right=0, asked=4)
    progress = fold([*_sitting([UNKNOWN] * 15, Ticks()), done])
    led = []
    for days in (0, 1):
        now = START + timedelta(days=days, hours=1)
        state = insight(BANK, progress, now, START.date() + timedelta(days=days))
        found = proposals(state, picture(state, "admin"))
        led.append({offer.module for offer in found if offer.reason == "path"})
    assert led == [{"commerce"}, {"commerce", "strategy"}]


def test_an_answer_that_was_taken_back_changes_nothing() -> None:
    ticks = Ticks()
    events = _sitting([BLIND] * 3, ticks)
    session, undone = sit_down(events).undo(ticks.stamp())
    assert undone
    assert drawn([*events, undone]).drawn == drawn(events[:-1]).drawn
    assert session.replies == 2


@settings(max_examples=20)
@given(st.lists(WAYS, max_size=15), st.lists(WAYS, max_size=6), st.lists(st.booleans(), max_size=4))
def test_any_history_gives_a_map_that_says_no_more_than_it_knows(
    first: list[Way], second: list[Way], lesson: list[bool]
) -> None:
    ticks = Ticks()
    events = _sitting(first, ticks)
    events = _sitting(second, ticks, events)
    events += [in_lesson("goals", n, right=right, confidence="sure") for n, right in enumerate(lesson)]
    found = drawn(events)
    assert [spot.concept for spot in found.drawn.spots] == list(BANK.graph.ids)
    for spot in found.drawn.spots:
        assert 0 <= spot.chance <= 1
        assert 0 <= spot.known <= 1
        assert spot.hatched or spot.asked >= 2 or spot.place is None
    concepts = {step.concept for step in found.path.steps}
    assert concepts <= {spot.concept for spot in found.drawn.spots if spot.place != "strong"}
    assert drawn(sorted(events, key=lambda event: event.id, reverse=True)) == found, "in whatever order they come"
