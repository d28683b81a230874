"""The course that all other tests spoil is right, and becomes the core values that it describes."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sosmed_learn.content.compiled import CompiledLibrary
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.grading import Picked, Typed, grade
from sosmed_learn.core.module import Exam, Lesson, QuestionStep, TextStep
from sosmed_learn.core.question import Accepted, ChoiceQuestion, NumberQuestion, TextQuestion
from sosmed_learn.core.study import Library
from sosmed_learn.core.text import Text
from tests.content.building import F, L, Place, place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


@pytest.fixture
def lesson(here: Place) -> Lesson:
    return _library(here).lesson("shop", "first")


def _library(here: Place) -> CourseLibrary:
    return CourseLibrary(Places(here.courses, here.seeds))


def test_the_valid_course_has_no_problems_and_is_counted(here: Place) -> None:
    report = here.check()
    assert report.problems == ()
    assert (report.files, report.modules, report.lessons, report.questions) == (4, 1, 1, 5)
    assert (report.errors, report.warnings) == (0, 0)


def test_module_values(here: Place) -> None:
    (module,) = _library(here).modules
    assert (module.id, module.version, module.reviewed) == ("shop", "1.0.0", date(2026, 11, 23))
    assert module.title == Text(id="Warung", en="Shop")
    assert module.exam == Exam(questions=3, pass_mark=80, minutes=30)
    assert [(concept.id, concept.needs) for concept in module.concepts] == [("orders", ()), ("prices", ("orders",))]
    assert module.misconceptions[0].truth == Text(id="Pesanan itu hasil.", en="Orders are results.")
    assert module.lessons == ("first",)


def test_text_step_keeps_markdown_and_facts(lesson: Lesson) -> None:
    step = lesson.steps[0]
    assert isinstance(step, TextStep)
    assert step.id == "why"
    assert step.text.id == "## Mengapa\n\nPesanan membayar sewa.[^f-001]"
    assert step.facts == ("f-001",)


def test_choices_get_ids_from_their_words_and_are_graded(lesson: Lesson) -> None:
    question = lesson.questions[0]
    assert isinstance(question, ChoiceQuestion)
    right, wrong = question.choices
    assert (right.correct, wrong.correct) == (True, False)
    assert wrong.misconception == "followers-are-results"
    assert right.id != wrong.id
    assert grade(question, Picked((right.id,))).correct


def test_choice_ids_do_not_depend_on_the_position(here: Place, lesson: Lesson) -> None:
    one = "        - {text: {id: Satu, en: One}, correct: true, why: {id: Ya., en: Yes.}}\n"
    two = "        - {text: {id: Dua, en: Two}, correct: true, why: {id: Ini juga., en: This too.}}\n"
    here.spoil(L, one + two, two + one)
    before, after = lesson.questions[1], _library(here).lesson("shop", "first").questions[1]
    assert isinstance(before, ChoiceQuestion)
    assert isinstance(after, ChoiceQuestion)
    assert [choice.id for choice in after.choices[:2]] == [choice.id for choice in before.choices[1::-1]]


def test_author_s_choice_id_wins(here: Place) -> None:
    here.spoil(L, "{text: {id: Satu, en: One},", "{id: one, text: {id: Satu, en: One},")
    question = _library(here).lesson("shop", "first").questions[1]
    assert isinstance(question, ChoiceQuestion)
    assert question.choices[0].id == "one"


def test_true_false_is_a_choice_between_two_sides(lesson: Lesson) -> None:
    question = lesson.questions[2]
    assert isinstance(question, ChoiceQuestion)
    assert question.kind == "true-false"
    true, false = question.choices
    assert (true.id, true.text, true.correct, true.misconception) == (
        "true", Text(id="Benar", en="True"), False, "followers-are-results",
    )  # fmt: skip
    assert (false.id, false.text, false.correct, false.misconception) == (
        "false", Text(id="Salah", en="False"), True, None,
    )  # fmt: skip


def test_typed_questions(lesson: Lesson) -> None:
    words, number = lesson.questions[3:]
    assert isinstance(words, TextQuestion)
    assert words.accept[2] == Accepted("akun unik*", wildcard=True)
    assert grade(words, Typed("Akun unik harian", "id")).correct
    assert isinstance(number, NumberQuestion)
    assert (number.answer, number.tolerance) == (Decimal("1250.5"), Decimal("0.5"))
    assert grade(number, Typed("1.250,5 pesanan", "id")).correct


def test_a_model_answer_is_read_in_both_languages_or_as_plain_text(here: Place, lesson: Lesson) -> None:
    assert _model(lesson) == Text(id="jangkauan", en="reach")
    here.spoil(L, "model-answer: {id: jangkauan, en: reach}", "model-answer: Akun unik di laporan minggu ini")
    (problem,) = here.problems()
    assert problem.code == "W502"
    here.spoil(L, "model-answer: Akun unik di laporan minggu ini", "model-answer: Reach")
    assert here.problems() == []
    assert _model(_library(here).lesson("shop", "first")) == Text.same("Reach")


def test_a_question_may_have_no_model_answer(here: Place) -> None:
    here.spoil(L, "      model-answer: {id: jangkauan, en: reach}\n", "")
    assert here.problems() == []
    assert _model(_library(here).lesson("shop", "first")) is None


def _model(lesson: Lesson) -> Text | None:
    question = lesson.questions[3]
    assert isinstance(question, TextQuestion)
    return question.model


def test_a_model_answer_that_is_refused_closes_the_lesson(here: Place) -> None:
    here.spoil(L, "{id: jangkauan, en: reach}", "{id: impresi, en: coverage}")
    assert [(problem.code, dict(problem.args)["value"]) for problem in here.problems()] == [
        ("E405", "impresi"),
        ("E405", "coverage"),
    ]
    with pytest.raises(LessonUnreadable):
        _library(here).lesson("shop", "first")


def test_a_step_without_id_gets_one_from_its_words(here: Place) -> None:
    here.spoil(L, "  - id: why\n    text:", "  - text:")
    before = _library(here).lesson("shop", "first").steps[0].id
    here.spoil(L, "steps:\n", "steps:\n  - text: {id: Halo., en: Hello.}\n")
    steps = _library(here).lesson("shop", "first").steps
    assert isinstance(steps[2], QuestionStep)
    assert steps[1].id == before
    assert steps[0].id != before


def test_glossary_and_facts(here: Place) -> None:
    library = _library(here)
    assert [term.id for term in library.glossary("shop")] == ["funnel"]
    fact = library.fact("f-001")
    assert fact is not None
    assert (fact.article, fact.corrected_by, fact.check_again) == (True, ("f-002",), date(2031, 3, 31))
    assert library.fact("f-999") is None


def test_a_source_is_the_same_for_all_readers_or_has_languages(here: Place) -> None:
    plain, worded = _library(here).fact("f-001"), _library(here).fact("f-002")
    assert plain is not None
    assert worded is not None
    assert plain.source == Text.same('Somebody, "Rents of Shops", Some Press, 2016')
    assert worded.source == Text(id="Seseorang, Januari 2020", en="Somebody, January 2020")


def test_only_a_source_may_be_long_and_without_language(here: Place) -> None:
    here.spoil(F, 'figure: {id: "38%", en: "38%"}', "figure: thirty-eight percent of shops")
    (problem,) = here.problems()
    assert (problem.code, problem.line) == ("W502", 6)


def test_what_was_read_comes_back_from_the_cache_as_it_was(here: Place) -> None:
    def refuse() -> Library:
        raise AssertionError

    places, cache = Places(here.courses, here.seeds), here.root / "cache"
    CompiledLibrary(places, (), cache, lambda: _library(here)).troubles()
    read, kept = _library(here), CompiledLibrary(places, (), cache, refuse)
    assert kept.lesson("shop", "first") == read.lesson("shop", "first")
    assert kept.facts() == read.facts()
    assert len(kept.facts()) == 2


def test_glossary_may_stand_in_module_yaml_too(here: Place) -> None:
    here.spoil(
        "courses/shop/module.yaml", "lessons:", "glossary:\n  - {id: reach, term: Reach, definition: Orang}\nlessons:"
    )
    assert [term.id for term in _library(here).glossary("shop")] == ["reach", "funnel"]


def test_a_one_language_module_is_written_in_plain_text(tmp_path: Path) -> None:
    here = Place(tmp_path)
    here.write(
        "courses/satu/module.yaml",
        "format: 1\nid: satu\nversion: 1.0.0\nlanguages: [id]\ntitle: Satu\nsummary: Ringkasan yang cukup panjang ini\n"
        "concepts:\n  - {id: pesanan, title: Pesanan masuk dari toko kecil}\nlessons: [awal]\n",
    )
    here.write(
        "courses/satu/lessons/awal.yaml",
        "id: awal\ntitle: Awal yang baik untuk semua\nminutes: 5\nsteps:\n  - text: Halo semua orang di sini.\n",
    )
    assert here.problems("courses") == []
    step = CourseLibrary(Places(here.courses, here.seeds)).lesson("satu", "awal").steps[0]
    assert isinstance(step, TextStep)
    assert step.text.say("id") == step.text.say("en") == "Halo semua orang di sini."
