"""Answers with parts: orders, matches, bins, blanks; how much is right, which parts, and what is said to them."""

import pytest

from sosmed_learn.core.grading import (
    Arranged,
    Filled,
    Picked,
    Placed,
    Typed,
    Verdict,
    fits,
    grade,
    recognised,
    understood,
)
from sosmed_learn.core.question import Accepted, AnyQuestion, PlacedTogether, TextSlip, Together, fingerprint
from tests.core.builders import (
    choice,
    fill,
    item,
    match,
    multiple,
    order,
    picked_blank,
    single,
    sort,
    typed_blank,
    typed_number,
    typed_text,
    words,
)

ABCDE = order("a", "b", "c", "d", "e")


def arrange(question: AnyQuestion, names: str) -> Verdict:
    return grade(question, Arranged(tuple(names)))


def place(question: AnyQuestion, **places: str) -> Verdict:
    return grade(question, Placed(tuple(places.items())))


def fill_in(question: AnyQuestion, **blanks: str) -> Verdict:
    return grade(question, Filled(tuple(blanks.items())))


def marks(verdict: Verdict) -> str:
    """The names of the parts that are right."""
    return "".join(part.id for part in verdict.parts if part.correct)


@pytest.mark.parametrize(
    ("given", "score", "right"),
    [
        ("abcde", 1, "abcde"),
        ("bcdea", 3 / 4, "bcde"),  # one thing is out of place, and only that
        ("eabcd", 3 / 4, "abcd"),
        ("bacde", 2 / 4, "cde"),  # of two neighbours either could be moved
        ("abced", 2 / 4, "abc"),
        ("acbde", 1 / 4, "ade"),
        ("cdeab", 3 / 4, "cde"),
        ("edcba", 0, ""),
        ("", 0, ""),
        ("a", 0, "a"),
        ("abcd", 3 / 4, "abcd"),  # what is not there is not right
        ("axbcxde", 1, "abcde"),  # what the author has removed since is passed over
        ("aabbccdde", 1, "abcde"),
    ],
)
def test_an_order_is_worth_its_neighbours_and_shows_what_has_to_be_moved(given: str, score: float, right: str) -> None:
    verdict = arrange(ABCDE, given)
    assert verdict.score == pytest.approx(score)
    assert marks(verdict) == right
    assert verdict.correct is (score == 1)
    assert [part.id for part in verdict.parts] == list("abcde"), "in the author's order"
    assert verdict.parts[0].why == words("why a")


def test_only_what_has_to_be_moved_shows_a_belief() -> None:
    question = order(*(item(name, belief=f"belief-{name}") for name in "abcd"))
    assert arrange(question, "bcda").misconceptions == ("belief-a",)
    assert arrange(question, "bacd").misconceptions == ("belief-a", "belief-b")
    assert arrange(question, "abd").misconceptions == (), "nobody moved c"


RUNS = (Together(("c", "a"), words("c before a"), "early-c"), Together(("c", "a", "b"), words("never said"), "x"))


def test_a_run_of_items_is_answered_where_it_stands_together() -> None:
    question = order("a", "b", "c", "d", combinations=RUNS)
    verdict = arrange(question, "dcab")
    assert (verdict.why, verdict.misconceptions) == (words("c before a"), ("early-c",)), "the first that fits"
    assert arrange(question, "cbad").why is None, "not one right after the other"
    assert arrange(order("c", "a", "b", combinations=RUNS), "cab").why is None, "right answers are not told off"


@pytest.mark.parametrize(
    ("given", "score", "right"),
    [
        ({"a": "a", "b": "b", "c": "c"}, 1, "abc"),
        ({"a": "b", "b": "a", "c": "c"}, 1 / 3, "c"),
        ({"a": "x", "b": "b", "c": "c"}, 2 / 3, "bc"),
        ({"a": "a"}, 1 / 3, "a"),
        ({}, 0, ""),
        ({"a": "a", "b": "a", "c": "a"}, 1 / 3, "a"),
        ({"z": "z", "a": "a", "b": "b", "c": "c"}, 1, "abc"),
    ],
)
def test_a_match_is_worth_its_right_pairs(given: dict[str, str], score: float, right: str) -> None:
    verdict = place(match("a", "b", "c", extras=("x",)), **given)
    assert verdict.score == pytest.approx(score)
    assert marks(verdict) == right
    assert verdict.correct is (score == 1)


KITCHEN = sort(("hot", "cold"), item("tea", "hot", belief="tea-is-iced"), ("ice", "cold"), ("soup", "hot"))


def test_things_are_sorted_one_by_one() -> None:
    verdict = place(KITCHEN, tea="cold", ice="cold", soup="hot")
    assert verdict.score == pytest.approx(2 / 3)
    assert marks(verdict) == "icesoup"
    assert verdict.misconceptions == ("tea-is-iced",)
    assert place(KITCHEN, tea="hot", ice="cold", soup="hot").correct


@pytest.mark.parametrize("given", [{}, {"ice": "cold"}, {"tea": "bin that is gone"}])
def test_what_was_put_nowhere_shows_no_belief(given: dict[str, str]) -> None:
    assert place(KITCHEN, **given).misconceptions == ()


def test_a_combination_of_places_is_answered_when_all_of_it_is_there() -> None:
    both = PlacedTogether((("tea", "cold"), ("soup", "cold")), words("a summer meal"), "all-cold")
    right = PlacedTogether((("ice", "cold"),), words("said to the wrong ones only"))
    question = sort(("hot", "cold"), ("tea", "hot"), ("ice", "cold"), ("soup", "hot"), combinations=(both, right))
    verdict = place(question, tea="cold", soup="cold", ice="hot")
    assert (verdict.why, verdict.misconceptions) == (words("a summer meal"), ("all-cold",))
    assert place(question, tea="cold", soup="hot", ice="hot").why is None
    assert place(question, tea="hot", soup="hot", ice="cold").why is None, "right answers are not told off"


NOTE = fill(
    typed_blank("unit", "reach", Accepted("unique account*", wildcard=True), slips=(
        TextSlip(Accepted("views"), words("those are plays"), "views-are-people"),
    )),
    picked_blank("day", choice("friday", correct=True), choice("monday", belief="monday-sells")),
)  # fmt: skip


def test_blanks_are_typed_or_picked() -> None:
    assert fill_in(NOTE, unit=" Reach! ", day="friday").correct
    assert fill_in(NOTE, unit="unique accounts", day="friday").correct
    verdict = fill_in(NOTE, unit="views", day="monday")
    assert verdict.score == 0
    assert [part.why for part in verdict.parts] == [words("those are plays"), words("why monday")]
    assert verdict.misconceptions == ("views-are-people", "monday-sells")


def test_what_is_not_foreseen_in_a_blank_has_no_reason() -> None:
    verdict = fill_in(NOTE, unit="no idea", day="sunday")
    assert [(part.correct, part.why) for part in verdict.parts] == [(False, None), (False, None)]
    assert fill_in(NOTE, unit="friday", day="reach").score == 0, "each blank takes its own"
    assert fill_in(NOTE, day="friday").score == pytest.approx(1 / 2)


def test_who_says_two_things_about_one_part_says_nothing_about_it() -> None:
    assert marks(grade(KITCHEN, Placed((("tea", "hot"), ("tea", "cold"), ("ice", "cold"))))) == "ice"
    assert marks(grade(KITCHEN, Placed((("tea", "cold"), ("tea", "hot"), ("ice", "cold"))))) == "ice"
    assert marks(grade(KITCHEN, Placed((("tea", "hot"), ("tea", "hot"))))) == "tea"
    assert marks(grade(NOTE, Filled((("day", "monday"), ("day", "friday"))))) == ""


def test_a_set_of_choices_can_have_a_reason_of_its_own() -> None:
    sets = (Together(("r0", "w0"), words("half"), "half-truth"), Together(("r0", "r1"), words("never said"), "x"))
    question = multiple(2, 2, combinations=sets)
    verdict = grade(question, Picked(("w0", "r0")))
    assert (verdict.why, verdict.misconceptions) == (words("half"), ("half-truth",))
    assert grade(question, Picked(("r0", "w0", "w1"))).why is None, "exactly these"
    right = grade(question, Picked(("r0", "r1")))
    assert (right.why, right.misconceptions) == (None, ())


QUESTIONS = (single(), multiple(2, 1), typed_text("a"), typed_number("1"), ABCDE, match("a", "b"), KITCHEN, NOTE)
FORMS = (Picked(("a",)), Typed("a", "id"), Arranged(("a",)), Placed((("a", "a"),)), Filled((("a", "a"),)))


def test_each_question_takes_one_form_of_answer_and_another_is_a_bug() -> None:
    for question in QUESTIONS:
        taken = [response for response in FORMS if fits(question, response)]
        assert len(taken) == 1
        grade(question, taken[0])
        for response in FORMS:
            if response not in taken:
                with pytest.raises(TypeError, match=question.kind):
                    grade(question, response)


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (ABCDE, Arranged(tuple("edcba"))),
        (match("a", "b", extras=("x",)), Placed((("b", "x"), ("a", "b")))),
        (KITCHEN, Placed((("tea", "hot"), ("ice", "hot"), ("soup", "hot")))),
        (NOTE, Filled((("unit", "anything"), ("day", "monday")))),
    ],
)
def test_a_whole_answer_is_recognised_and_understood(
    question: AnyQuestion, response: Arranged | Placed | Filled
) -> None:
    assert recognised(question, response)
    assert understood(question, response)


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (ABCDE, Arranged(tuple("abcd"))),
        (ABCDE, Arranged(tuple("abcdx"))),
        (match("a", "b"), Placed((("a", "a"),))),
        (match("a", "b"), Placed((("a", "a"), ("b", "a")))),
        (match("a", "b"), Placed((("a", "a"), ("b", "gone")))),
        (KITCHEN, Placed((("tea", "hot"), ("ice", "cold")))),
        (KITCHEN, Placed((("tea", "hot"), ("tea", "cold"), ("ice", "hot"), ("soup", "hot")))),
        (NOTE, Filled((("unit", "  "), ("day", "friday")))),
        (NOTE, Filled((("unit", "reach"),))),
    ],
)
def test_half_an_answer_is_not_understood(question: AnyQuestion, response: Arranged | Placed | Filled) -> None:
    assert not understood(question, response)


def test_a_choice_of_a_blank_that_is_gone_is_not_recognised() -> None:
    assert not recognised(NOTE, Filled((("unit", "reach"), ("day", "sunday"))))


def test_fingerprints_see_every_part() -> None:
    other: list[AnyQuestion] = [
        order("a", "b", "c", "e", "d"),
        match("a", "b", extras=("x",)),
        sort(("hot", "cold"), ("tea", "cold")),
        sort(("hot", "cold"), ("tea", "hot")),
        fill(typed_blank("unit", "reach")),
        fill(typed_blank("unit", "views")),
    ]
    assert len({fingerprint(question) for question in (*QUESTIONS, *other)}) == len(QUESTIONS) + len(other)
