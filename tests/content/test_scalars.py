"""Every scalar stays what the author typed; the format alone decides its type."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.content.documents import read_document
from sosmed_learn.content.format import LessonFile, NumberQuestionShape, SingleShape
from sosmed_learn.content.harmless import CONTROL, HIDDEN, is_seen
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.source import check_text
from tests.content.building import LESSON, L, place

WORDS = [
    "Yes",
    "no",
    "on",
    "19:00",
    "1.10",
    "012",
    "0o14",
    "2024",
    "2026-11-23",
    "~",
    "null",
    "1_000",
    "1e3",
    ".5",
    "0x1F",
    "=",
    "<<",
]


def read(text: str) -> tuple[LessonFile | None, list[str]]:
    document = read_document(check_text(text, Sheet("first.yaml")), LessonFile)
    return document.value, [problem.code for problem in document.sheet.problems]


def choice(words: str) -> object:
    value, problems = read(LESSON.replace("text: {id: Pesanan, en: Orders}", f"text: {words}"))
    assert problems == []
    assert value is not None
    question = value.steps[1].question
    assert isinstance(question, SingleShape)
    return question.choices[0].text


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("form", ["{}", '"{}"', "'{}'", "|-\n            {}", ">-\n            {}"])
def test_text_stays_text(words: str, form: str) -> None:
    assert choice(form.format(words)) == words


@pytest.mark.parametrize(
    "words", ["# promo", " #promo", "a #b", "@toko", "*x*", "&x", "!x", "%x", "`x`", "a: b", "- x", "[x]", "{x}", "> x"]
)
def test_in_quotes_anything_is_text(words: str) -> None:
    assert choice(f'"{words}"') == words
    assert choice(f"|2-\n            {words}".replace("|2-", "|-")) == words.strip()


@given(st.text(min_size=1, max_size=80).filter(is_seen))
def test_any_text_in_single_quotes_comes_back(words: str) -> None:
    if (
        CONTROL.search(words)
        or HIDDEN.search(words)
        or any(c in words for c in "\r\n\t\x85")
        or words.encode("utf-8", "ignore").decode() != words
    ):
        return
    assert choice("'" + words.replace("'", "''") + "'") == words


@pytest.mark.parametrize(
    ("typed", "number"), [("1250000", 1250000), ("0.25", "0.25"), ('"2.5"', "2.5"), ("-3", -3), ("1.10", "1.10")]
)
def test_numbers_are_exact(typed: str, number: str) -> None:
    value, problems = read(LESSON.replace("answer: 1250.5", f"answer: {typed}"))
    assert problems == []
    assert value is not None
    question = value.steps[5].question
    assert isinstance(question, NumberQuestionShape)
    assert question.answer == Decimal(number)
    assert str(question.answer) == str(number)


@pytest.mark.parametrize(
    "typed", ["1_000", "1e3", "0x10", "١٢", "1,5", "1.000.000", "+1", ".5", "5.", "NaN", "inf", "~", "9" * 30]
)
def test_other_ways_to_write_a_number_are_refused(typed: str) -> None:
    assert read(LESSON.replace("answer: 1250.5", f"answer: {typed}"))[1] == ["E206"]


@pytest.mark.parametrize("typed", ["True", "yes", "on", "1", "y", "TRUE"])
def test_only_true_and_false_are_truths(typed: str) -> None:
    assert read(LESSON.replace("answer: false", f"answer: {typed}"))[1] == ["E216"]


def test_a_comment_of_its_own_is_a_comment(tmp_path: Path) -> None:
    here = place(tmp_path)
    here.spoil(L, "minutes: 8", "minutes: 8   # about\n#minutes: 9\n# and so on")
    here.spoil(L, "concept: orders\n", 'concept: "orders" #promo\n')
    assert here.problems() == []
