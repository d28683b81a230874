"""What holds for every kind of question and whatever is answered."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.grading import Filled, Picked, Placed, Typed, fits, grade, recognised, understood
from sosmed_learn.core.model_answer import model_response
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, FillQuestion, PlaceQuestion
from sosmed_learn.core.text import LANGUAGES, Language
from tests.core.questions import ANY_QUESTION, HOSTILE, answers_to

slowly = settings(suppress_health_check=[HealthCheck.too_slow])


@given(ANY_QUESTION, st.data())
@slowly
def test_any_answer_to_any_question_gets_a_verdict(question: AnyQuestion, data: st.DataObject) -> None:
    response = data.draw(answers_to(question))
    assert fits(question, response)
    verdict = grade(question, response)
    assert 0 <= verdict.score <= 1
    assert verdict.correct is (verdict.score == 1)
    assert verdict.correct is all(part.correct for part in verdict.parts) or not verdict.parts
    if verdict.correct:
        assert verdict.misconceptions == ()
    assert recognised(question, response) in {True, False}
    assert understood(question, response) in {True, False}


@given(ANY_QUESTION, st.sampled_from(LANGUAGES))
@slowly
def test_the_model_answer_is_right(question: AnyQuestion, language: Language) -> None:
    response = model_response(question, language)
    assert fits(question, response)
    assert recognised(question, response)
    assert understood(question, response)
    verdict = grade(question, response)
    assert verdict.correct
    assert verdict.score == 1


@given(ANY_QUESTION, st.data())
@slowly
def test_the_order_in_which_parts_are_told_does_not_count(question: AnyQuestion, data: st.DataObject) -> None:
    response = data.draw(answers_to(question))
    match response:
        case Picked():
            other: Picked | Placed | Filled = Picked(tuple(data.draw(st.permutations(response.choices))))
        case Placed():
            other = Placed(tuple(data.draw(st.permutations(response.places))))
        case Filled():
            other = Filled(tuple(data.draw(st.permutations(response.blanks))))
        case _:
            return
    assert grade(question, other) == grade(question, response)
    assert understood(question, other) == understood(question, response)


@given(ANY_QUESTION, st.data())
@slowly
def test_the_language_does_not_count_but_for_how_numbers_are_read(question: AnyQuestion, data: st.DataObject) -> None:
    response = data.draw(answers_to(question))
    if isinstance(response, Typed) and question.kind == "text":
        other: Language = "en" if response.language == "id" else "id"
        assert grade(question, replace(response, language=other)) == grade(question, response)
    scores = {grade(question, model_response(question, language)).score for language in LANGUAGES}
    assert scores == {1}


@given(ANY_QUESTION)
@slowly
def test_an_empty_answer_is_wrong_and_not_understood(question: AnyQuestion) -> None:
    model = model_response(question)
    empty = replace(model, text="") if isinstance(model, Typed) else type(model)(())
    assert grade(question, empty).score == 0
    assert not understood(question, empty)


@given(ANY_QUESTION, st.data())
@slowly
def test_one_wrong_part_is_never_right(question: AnyQuestion, data: st.DataObject) -> None:
    if isinstance(question, PlaceQuestion):
        right = {item.id: item.place for item in question.items}
        name = data.draw(st.sampled_from(sorted(right)))
        wrong = data.draw(st.sampled_from([place.id for place in question.places if place.id != right[name]]))
        verdict = grade(question, Placed(tuple({**right, name: wrong}.items())))
        assert verdict.score == (len(right) - 1) / len(right)
        assert [part.id for part in verdict.parts if not part.correct] == [name]
    elif isinstance(question, ChoiceQuestion):
        picked = {choice.id for choice in question.choices if choice.correct}
        flipped = data.draw(st.sampled_from([choice.id for choice in question.choices]))
        assert not grade(question, Picked(tuple(picked ^ {flipped}))).correct
    elif isinstance(question, FillQuestion):
        filled = dict(model_blanks(question))
        filled[data.draw(st.sampled_from(sorted(filled)))] = "zq, which nobody accepts"
        assert not grade(question, Filled(tuple(filled.items()))).correct


def model_blanks(question: FillQuestion) -> tuple[tuple[str, str], ...]:
    response = model_response(question)
    assert isinstance(response, Filled)
    return response.blanks


@given(ANY_QUESTION, st.sampled_from(HOSTILE))
@slowly
def test_what_is_pasted_into_a_blank_or_a_field_is_only_wrong(question: AnyQuestion, pasted: str) -> None:
    match model_response(question):
        case Typed(language=language):
            assert grade(question, Typed(pasted, language)).score in {0, 1}
        case Filled(blanks=filled):
            verdict = grade(question, Filled(tuple((name, pasted) for name, _ in filled)))
            assert verdict.score == 0
