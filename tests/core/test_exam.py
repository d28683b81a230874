"""Which questions an exam asks: balanced, current, different each time, and the same for the same seed."""

from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.exam import Asked, draw, pool
from tests.core.builders import single
from tests.core.exams import TODAY, bank, fact, lesson

CONCEPTS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=40)


@given(CONCEPTS, st.integers(0, 30), st.integers(0, 2**32 - 1))
def test_a_draw_is_as_balanced_as_the_questions_allow(concepts: list[str], count: int, seed: int) -> None:
    questions = [Asked("first", replace(single(f"q{n}"), concept=name)) for n, name in enumerate(concepts)]
    drawn = draw(questions, count, seed)
    assert len(drawn) == min(count, len(questions))
    assert len({asked.place for asked in drawn}) == len(drawn)
    there, taken = Counter(concepts), Counter(asked.question.concept for asked in drawn)
    most = max(taken.values(), default=0)
    assert all(taken[name] >= min(there[name], most - 1) for name in there)


@given(st.integers(0, 2**32 - 1), st.randoms(use_true_random=False))
def test_the_same_seed_draws_the_same_whatever_the_order_of_the_files(seed: int, chance: object) -> None:
    questions = bank("abc", 6)
    mixed = list(questions)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert draw(questions, 7, seed) == draw(mixed, 7, seed)


def test_other_seeds_draw_other_questions_in_another_order() -> None:
    draws = {tuple(asked.place for asked in draw(bank("abc", 6), 7, seed)) for seed in range(20)}
    assert len(draws) == 20


def test_levels_are_balanced_within_a_concept() -> None:
    drawn = draw(bank("ab", 9), 6, 3)
    assert Counter((asked.question.concept, asked.question.level) for asked in drawn) == {
        (concept, level): 1 for concept in "ab" for level in (1, 2, 3)
    }


def test_what_was_asked_the_last_time_comes_last() -> None:
    questions = bank("ab", 6)
    first = draw(questions, 6, 1)
    second = draw(questions, 6, 2, {asked.place for asked in first})
    assert not {asked.place for asked in first} & {asked.place for asked in second}


def test_two_questions_of_one_id_are_never_asked_together() -> None:
    twins = [
        Asked("first", single("q")),
        Asked("second", single("q")),
        Asked("third", replace(single("r"), aliases=("q",))),
    ]
    assert [len(draw(twins, 3, seed)) for seed in range(10)] == [1] * 10


def test_only_scored_questions_with_current_facts_can_be_asked() -> None:
    facts = {name: fact(name, TODAY + timedelta(days=ahead)) for name, ahead in (("f-1", 0), ("f-2", -1))}
    asked = [single("plain"), single("current", facts=("f-1",)), single("guess", pretest=True)]
    left_out = [single("stale", facts=("f-1", "f-2")), single("unknown", facts=("f-9",))]
    found = pool([lesson("first", *asked, *left_out)], facts, TODAY)
    assert [each.place for each in found.questions] == [("first", "plain"), ("first", "current")]
    assert found.stale == 2
