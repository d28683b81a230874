"""What is shown in another order than the right one: mixed, the same every time, nothing lost."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.question import Item, OrderQuestion, Place, PlaceQuestion
from sosmed_learn.core.shuffling import shown_items, shown_places, shuffled
from sosmed_learn.core.text import Text

ids = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=12, unique=True)


@given(ids, st.text(max_size=8))
def test_nothing_is_lost_and_the_given_order_is_never_kept(names: list[str], seed: str) -> None:
    mixed = shuffled(names, seed)
    assert sorted(mixed) == sorted(names)
    assert (mixed != tuple(names)) == (len(names) > 1)


@given(ids, st.text(max_size=8))
def test_the_same_every_time(names: list[str], seed: str) -> None:
    assert shuffled(names, seed) == shuffled(tuple(names), seed)


def test_questions_are_mixed_each_in_its_own_way() -> None:
    names = [f"i{n}" for n in range(9)]
    assert len({shuffled(names, f"question-{n}") for n in range(20)}) == 20


def test_every_place_is_taken_by_every_item_sooner_or_later() -> None:
    seen = {(at, name) for n in range(200) for at, name in enumerate(shuffled("abcd", str(n)))}
    assert len(seen) == 16


def words(name: str) -> Text:
    return Text.same(name)


def test_only_what_would_give_the_answer_away_is_mixed() -> None:
    items = tuple(Item(name, words(name), words("why"), name) for name in "abc")
    places = tuple(Place(name, words(name)) for name in "abcx")
    rest: dict[str, Any] = {
        "id": "q",
        "concept": "c",
        "level": 1,
        "prompt": words("p"),
        "explanation": words("e"),
        "items": items,
    }
    match = PlaceQuestion(kind="match", places=places, **rest)
    assert shown_items(match) == items
    assert shown_places(match) != places
    assert set(shown_places(match)) == set(places)
    sort = PlaceQuestion(kind="sort", places=places, **rest)
    assert shown_places(sort) == places
    assert shown_items(sort) != items
    assert shown_items(OrderQuestion(kind="order", **rest)) == shown_items(sort)
