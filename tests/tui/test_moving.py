"""Orders, places and gaps while they are being filled, without a screen: whatever is pressed, nothing gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.tui.widgets.cards.filling import Filling
from sosmed_learn.tui.widgets.cards.ordering import Ordering
from sosmed_learn.tui.widgets.cards.placing import Placing

ITEMS = ("a", "b", "c", "d")
ordering_acts = st.lists(
    st.one_of(
        st.tuples(st.just("step"), st.sampled_from([-1, 1])),
        st.tuples(st.just("shift"), st.sampled_from([-1, 1])),
        st.tuples(st.just("lift"), st.sampled_from([None, 0, 1, 2, 3])),
        st.tuples(st.just("put_back")),
    ),
    max_size=30,
)
placing_acts = st.lists(
    st.one_of(
        st.tuples(st.just("step"), st.sampled_from([-1, 1])),
        st.tuples(st.just("lift"), st.sampled_from([None, 0, 1, 2, 3])),
        st.tuples(st.just("drop"), st.integers(0, 4)),
        st.tuples(st.just("leave")),
        st.tuples(st.just("clear")),
    ),
    max_size=30,
)


@given(ordering_acts)
def test_an_order_keeps_all_its_items_whatever_is_done(acts: list[tuple[str, int]]) -> None:
    state = Ordering(ITEMS)
    for name, *rest in acts:
        before, state = state, getattr(state, name)(*rest)
        assert sorted(state.order) == sorted(ITEMS)
        assert 0 <= state.at < len(ITEMS)
        assert state.moved or state.order == ITEMS
        if name == "put_back":
            assert state.held is None
        if before.held is not None:  # what is in hand stays in hand, or is put down: the mark goes with it
            assert state.order[state.at] == before.order[before.at]


@given(ordering_acts)
def test_what_was_picked_up_can_always_be_put_back(acts: list[tuple[str, int]]) -> None:
    state = Ordering(ITEMS).lift(2)
    for name, *rest in acts:
        if name in {"step", "shift"}:
            state = getattr(state, name)(*rest)
    assert state.put_back().order == ITEMS


def test_two_numbers_move_a_thing() -> None:
    assert Ordering(ITEMS).lift(3).lift(0).order == ("d", "a", "b", "c")
    assert Ordering(ITEMS).lift(0).lift(2).order == ("b", "c", "a", "d")


@given(st.booleans(), placing_acts)
def test_a_thing_is_in_one_place_and_a_match_takes_a_place_once(once: bool, acts: list[tuple[str, int]]) -> None:  # noqa: FBT001
    state = Placing(ITEMS, ("v", "w", "x", "y", "z"), once)
    for name, *rest in acts:
        before, state = state, getattr(state, name)(*rest)
        things, places = [thing for thing, _ in state.put], [place for _, place in state.put]
        assert len(things) == len(set(things))
        assert not once or len(places) == len(set(places))
        assert sorted([*things, *state.open]) == list(range(len(ITEMS)))
        assert 0 <= state.at < len(ITEMS)
        if name == "drop":
            assert state.place_of(before.at) == rest[0]
            assert not state.held
            assert state.at in state.open or not state.open
        if name in {"leave", "clear"}:
            assert not state.held


def test_a_letter_in_use_moves_over() -> None:
    state = Placing(ITEMS, ("v", "w"), once=True).lift(0).drop(1).lift(2).drop(1)
    assert state.pairs == (("c", "w"),)
    assert 0 in state.open


@given(st.lists(st.text(max_size=3), min_size=1, max_size=6), st.lists(st.sampled_from([-1, 1]), max_size=9))
def test_the_next_open_gap_is_open_and_none_is_passed_over(words: list[str], steps: list[int]) -> None:
    state = Filling(tuple(words))
    for by in steps:
        state = state.go(by)
    to = state.next_open
    assert (to is None) == all(one.strip() for one in words)
    if to is not None:
        assert not words[to].strip()
        assert all(words[gap].strip() for gap in range(state.at, to))
