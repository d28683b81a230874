"""Is it right, how much of it, and why."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.grading import Picked, Typed, Verdict, grade, right_choices, understood
from sosmed_learn.core.question import Accepted, AnyQuestion, NumberSlip, TextSlip, fingerprint
from sosmed_learn.core.text import Text
from tests.core.builders import choice, choices, multiple, single, typed_number, typed_text, words


def pick(question: AnyQuestion, *names: str) -> Verdict:
    return grade(question, Picked(names))


def type_in(question: AnyQuestion, text: str, language: str = "id") -> Verdict:
    return grade(question, Typed(text, "en" if language == "en" else "id"))


def test_the_right_choice() -> None:
    assert pick(single(), "right") == Verdict(correct=True, score=1, picked=("right",))


def test_a_wrong_choice_names_its_misconception() -> None:
    verdict = pick(single(), "wrong")
    assert not verdict.correct
    assert verdict.score == 0
    assert verdict.misconceptions == ("followers",)
    assert pick(single(), "other").misconceptions == ()


def test_true_false_is_all_or_nothing() -> None:
    question = choices("true-false", choice("true", correct=True), choice("false"))
    assert pick(question, "true").correct
    assert pick(question, "false").score == 0


def test_two_picks_where_one_is_asked_are_wrong() -> None:
    verdict = pick(single(), "right", "wrong")
    assert (verdict.correct, verdict.score) == (False, 0)


@pytest.mark.parametrize(
    ("picked", "score", "correct"),
    [
        (("r0", "r1", "r2"), 1, True),
        (("r0", "r1"), 2 / 3, False),
        (("r0",), 1 / 3, False),
        ((), 0, False),
        (("r0", "r1", "r2", "w0"), 2 / 3, False),
        (("r0", "r1", "w0"), 1 / 3, False),
        (("r0", "w0"), 0, False),
        (("r0", "r1", "r2", "w0", "w1"), 1 / 3, False),
        (("w0", "w1"), 0, False),
    ],
)
def test_partial_credit_is_right_minus_wrong(picked: tuple[str, ...], score: float, *, correct: bool) -> None:
    verdict = pick(multiple(3, 2), *picked)
    assert verdict.score == pytest.approx(score)
    assert verdict.correct is correct


def test_ticking_everything_is_worth_nothing_unless_all_is_right() -> None:
    assert pick(multiple(2, 2), "r0", "r1", "w0", "w1").score == 0
    assert pick(multiple(3, 0), "r0", "r1", "r2").correct


def test_beliefs_of_several_wrong_picks_are_named_once_each() -> None:
    wrong = [choice("a", belief="x"), choice("b", belief="y"), choice("c", belief="x")]
    question = choices("multiple", choice("r", correct=True), *wrong)
    assert pick(question, "c", "b", "a", "r").misconceptions == ("x", "y")


@given(st.integers(1, 5), st.integers(0, 5), st.data())
def test_a_score_is_a_share_and_full_only_when_correct(right: int, wrong: int, data: st.DataObject) -> None:
    question = multiple(right, wrong)
    names = [option.id for option in question.choices]
    picked = data.draw(st.lists(st.sampled_from(names), unique=True))
    verdict = pick(question, *picked)
    assert 0 <= verdict.score <= 1
    assert verdict.correct is (verdict.score == 1)
    assert verdict == pick(question, *reversed(picked)), "the order of picking does not count"
    assert set(verdict.picked) == set(picked)


def test_a_choice_that_the_author_removed_since_is_passed_over() -> None:
    assert pick(single(), "right", "gone").correct
    assert pick(single(), "gone").picked == ()


def test_the_key_in_the_authors_order() -> None:
    assert [option.id for option in right_choices(multiple(2, 1))] == ["r0", "r1"]


def test_text_is_compared_folded() -> None:
    question = typed_text("user-generated content", Accepted("*konten pengguna*", wildcard=True))
    assert type_in(question, " User Generated Content ").correct
    assert type_in(question, "Konten pengguna, ya").why == words("because")
    assert not type_in(question, "konten").correct


def test_a_foreseen_slip_has_its_own_reason() -> None:
    slips = (TextSlip(Accepted("*iklan*", wildcard=True), words("that is paid"), "ads-are-ugc"),)
    verdict = type_in(typed_text("ugc", slips=slips), "konten iklan")
    assert verdict == Verdict(correct=False, score=0, why=words("that is paid"), misconceptions=("ads-are-ugc",))
    assert type_in(typed_text("ugc", slips=slips), "entah").why is None


@pytest.mark.parametrize(
    ("typed", "language", "correct"),
    [
        ("1.250.000", "id", True),
        ("1,25 jt", "id", True),
        ("Rp 1.250.000", "id", True),
        ("1250000", "id", True),
        ("1,250,000", "en", True),
        ("1.25 m", "en", True),
        ("1.25 m", "id", False),
        ("1.249.999", "id", False),
        ("-1.250.000", "id", False),
        ("", "id", False),
    ],
)
def test_a_number_in_any_way_of_writing(typed: str, language: str, *, correct: bool) -> None:
    assert type_in(typed_number("1250000", unit="Rp"), typed, language).correct is correct


def test_tolerance_includes_its_ends() -> None:
    question = typed_number("6.7", "0.05")
    assert type_in(question, "6,65").correct
    assert type_in(question, "6,75").correct
    assert not type_in(question, "6,76").correct


@pytest.mark.parametrize(
    ("answer", "unit", "typed", "correct"),
    [
        ("2.5", "%", "2,5%", True),
        ("2.5", "%", "2,5 persen", True),
        ("2.5", "%", "2,5", True),
        ("2.5", "%", "0,025", False),
        ("2.5", "persen", "2,5%", True),
        ("2.5", "percent", "2.5 %", True),
        ("0.025", None, "2,5%", True),
        ("0.025", None, "0,025", True),
        ("0.025", None, "2,5", False),
        ("2.5", None, "2,5%", False),
    ],
)
def test_percent_means_percent_where_it_is_asked_for_and_a_hundredth_elsewhere(
    answer: str, unit: str | None, typed: str, *, correct: bool
) -> None:
    assert type_in(typed_number(answer, unit=unit), typed).correct is correct


def test_an_ambiguous_number_is_right_if_one_sensible_reading_is() -> None:
    assert type_in(typed_number("1250"), "1.250", "en").read_as == Decimal(1250)
    assert type_in(typed_number("1.25"), "1.250", "id").read_as == Decimal("1.25")


def test_a_wrong_number_says_how_it_was_read() -> None:
    verdict = type_in(typed_number("7"), "1.250", "id")
    assert (verdict.correct, verdict.read_as) == (False, Decimal(1250))
    assert type_in(typed_number("7"), "tujuh").read_as is None


def test_a_slip_of_a_number_counts_within_the_tolerance_and_after_the_right_answer() -> None:
    slips = (NumberSlip(Decimal("0.15"), words("upside down"), "inverted"), NumberSlip(Decimal("6.7"), words("never")))
    question = typed_number("6.7", "0.05", slips=slips)
    verdict = type_in(question, "0,17")
    assert (verdict.why, verdict.misconceptions, verdict.read_as) == (
        words("upside down"),
        ("inverted",),
        Decimal("0.17"),
    )
    assert type_in(question, "6,7").why == words("because")


def test_the_unit_is_that_of_the_readers_language() -> None:
    question = typed_number("12")
    bilingual = replace(question, unit=Text("pesanan", "orders"))
    assert type_in(bilingual, "12 pesanan", "id").correct
    assert type_in(bilingual, "12 orders", "en").correct
    assert not understood(bilingual, Typed("12 ekor", "id"))


@pytest.mark.parametrize(
    ("question", "response"),
    [(single(), Typed("right", "id")), (typed_text("a"), Picked(("a",))), (typed_number("1"), Picked(()))],
)
def test_a_response_of_the_wrong_form_is_a_bug(question: AnyQuestion, response: Picked | Typed) -> None:
    with pytest.raises(TypeError, match=question.kind):
        grade(question, response)


def test_what_cannot_be_graded_is_not_understood() -> None:
    assert not understood(single(), Picked(()))
    assert understood(single(), Picked(("wrong",)))
    assert not understood(typed_text("a"), Typed("  ", "id"))
    assert understood(typed_text("a"), Typed("b", "id"))
    assert not understood(typed_number("1"), Typed("satu", "id"))
    assert understood(typed_number("1"), Typed("2 jt", "id"))


@given(st.text(max_size=50))
def test_whatever_is_typed_gets_a_verdict(typed: str) -> None:
    for question in (typed_text("ugc", Accepted("*a*", wildcard=True)), typed_number("5", "1", "%")):
        verdict = type_in(question, typed)
        assert verdict.correct is (verdict.score == 1)


def test_a_fingerprint_changes_with_any_part_of_a_question() -> None:
    prints = {fingerprint(q) for q in (single(), single(revision=2), single(level=2), single("q2"), multiple(1, 1))}
    assert len(prints) == 5
    assert fingerprint(single()) == fingerprint(single())
