"""What is asked again, why, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.asks import Ask, passing, settling, todays_asks, waits
from sosmed_learn.core.events import Flagged
from sosmed_learn.core.memory import LEECH
from tests.core.builders import START
from tests.core.known import answer, bank, known

NAMES = [item.question.id for item in bank().items if item.reviewable]


def asked(asks: list[Ask]) -> list[tuple[str, str]]:
    return [(ask.item.question.id, ask.why) for ask in asks]


def test_nothing_was_learnt_so_nothing_is_asked_again() -> None:
    assert todays_asks(known([], 0), 10) == []
    assert not waits(known([], 0))


def test_on_the_same_day_nothing_is_asked_again() -> None:
    events = [answer("g0", right=False, confidence="sure")]
    assert todays_asks(known(events, 0), 10) == []


def test_what_one_was_sure_of_and_wrong_about_comes_first_the_next_day() -> None:
    events = [answer("u0", 0), answer("g0", 1, right=False, confidence="sure"), answer("u1", 1, right=False)]
    asks = todays_asks(known(events, 2), 10)
    assert asked(asks)[0] == ("g0", "sure")
    assert ("u1", "due") in asked(asks)
    assert waits(known(events, 2))


def test_then_what_is_remembered_least_of_what_is_due() -> None:
    events = [answer("u0", 0), answer("u1", 20), answer("g0", 40)]
    asks = todays_asks(known(events, 60), 10)
    assert {name for name, _ in asked(asks)} == {"u0", "u1", "g0"}
    assert asks[0].item.question.id == "u0", "the oldest has faded most, and its module is dealt with first"
    assert 0 < asks[0].recall < 1


def test_a_belief_is_asked_about_in_other_words_later() -> None:
    events = [answer("g0", 0, right=False)]
    assert "words" not in [ask.why for ask in todays_asks(known(events, 1), 10)]
    later = todays_asks(known([*events, answer("g0", 1)], 3), 10)
    (words,) = [ask for ask in later if ask.why == "words"]
    assert words.item.question.id != "g0"
    assert "followers" in words.item.beliefs


def test_other_words_are_taken_from_lessons_that_were_begun_while_there_are_some() -> None:
    events = [answer("m0", 0, right=False), answer("m0", 1, number=1)]
    (words,) = [ask for ask in todays_asks(known(events, 3), 10) if ask.why == "words"]
    assert words.item.question.id == "m1", "the lesson with g0 was not opened yet"
    today = answer("m1", 3, right=False)
    (words,) = [ask for ask in todays_asks(known([*events, today], 3), 10) if ask.why == "words"]
    assert words.item.question.id == "g0", "better from a lesson still to come than not at all"


def test_a_belief_that_was_withstood_is_not_followed_up() -> None:
    events = [answer("g0", 0, right=False), answer("g1", 1), answer("m0", 1, number=1)]
    assert "words" not in [ask.why for ask in todays_asks(known(events, 4), 10)]


def test_what_is_only_presumed_known_is_looked_at_once() -> None:
    asks = todays_asks(known([answer("g0", 0)], 1), 10, presumed=["units"])
    (confirm,) = [ask for ask in asks if ask.why == "confirm"]
    assert (confirm.item.question.concept, confirm.item.question.level) == ("units", 2)


def test_what_was_missed_on_many_days_says_so_and_is_left_out_once_it_is_reported() -> None:
    missed = [answer("g0", day, right=False) for day in range(LEECH)]
    (ask,) = [ask for ask in todays_asks(known(missed, LEECH), 10) if ask.item.question.id == "g0"]
    assert ask.leech
    report = Flagged(
        id="e99", at=START, offset=420, module="strategy", lesson="first", step="g0", flagged=True
    )  # fmt: skip
    assert "g0" not in dict(asked(todays_asks(known([*missed, report], LEECH), 10)))


def test_a_belief_is_settled_by_questions_that_can_show_it_those_not_asked_lately_first() -> None:
    asks = settling(known([answer("g0", 0), answer("g1", 3)], 4), "strategy", "followers", most=6)
    assert [name for name, _ in asked(asks)] == ["g2", "g3", "m0", "m1", "g0", "g1"]
    assert settling(known([], 0), "strategy", "nobody-believes-it") == []


def test_a_lesson_is_passed_by_its_harder_questions() -> None:
    asks = passing(known([], 0), "analytics", "counts", most=2)
    assert [ask.item.question.level for ask in asks] == [3, 2]
    assert all(ask.item.place[:2] == ("analytics", "counts") for ask in asks)


def test_lessons_on_the_same_concepts_are_passed_together() -> None:
    asks = passing(known([], 0), "strategy", "second")
    assert {ask.item.place[1] for ask in asks} == {"first", "second"}
    assert asks[0].item.place[1] == "second", "the one that it is about comes first"


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 40), st.booleans(), st.booleans()), max_size=25),
    st.integers(0, 12),
)
def test_never_more_than_there_is_room_for_and_nothing_twice(
    done: list[tuple[str, int, bool, bool]], room: int
) -> None:
    events = [
        answer(name, day, right=right, number=number, confidence="sure" if sure else None)
        for number, (name, day, right, sure) in enumerate(done)
    ]
    state = known(events, 41)
    asks = todays_asks(state, room, presumed=["goals"])
    places = [ask.item.place for ask in asks]
    assert len(places) == len(set(places)) <= room
    assert all(ask.item.reviewable for ask in asks)
    for ask in asks:
        memory = state.memories.of(ask.item.what)
        assert ask.why in {"words", "confirm"} or (memory is not None and memory.due <= state.memories.today)
