"""Missing ids: of files their names, of questions their prompts, on a line of their own and used once."""

import pytest

from sosmed_learn.content import format as shape
from sosmed_learn.content.fixing.mender import mended
from tests.content.building import LESSON, MODULE

ID = "      id: type-it\n"


def _mended(text: str, own: str = "first") -> str:
    return mended(text.encode(), shape.LessonFile, own).data.decode()


def _without_id(prompt: str) -> str:
    text = LESSON.replace(ID, "").replace('{id: "Apa namanya?", en: "What is it called?"}', prompt)
    assert ID not in text
    assert prompt in text
    return text


@pytest.mark.parametrize(
    ("prompt", "made"),
    [
        ('{id: "Apa namanya?", en: "What is it called?"}', "apa-namanya"),
        ('{en: "What is it called?"}', "what-is-it-called"),
        ('"Café Ibu Sari, jam 19:00?"', "cafe-ibu-sari-jam-19-00"),
        ('"10 ribu itu apa?"', "question"),
        ('"?!"', "question"),
        ('"Pick one"', "pick-one-2"),
        ('"Why"', "why-2"),
        (f'"{"kata " * 30}?"', "kata-kata-kata-kata-kata-kata-kata-kata"),
        (f'"{"a" * 70}?"', "a" * 40),
    ],
)
def test_a_question_gets_the_first_words_of_its_prompt(prompt: str, made: str) -> None:
    text = _without_id(prompt)
    assert _mended(text) == text.replace("      kind: text\n", f"      id: {made}\n      kind: text\n")


def test_two_questions_with_the_same_prompt_get_two_ids() -> None:
    text = LESSON.replace(ID, "").replace("      id: work-out\n", "").replace("Berapa pesanan?", "Apa namanya?")
    made = _mended(text)
    assert made.count("      id: apa-namanya\n") == made.count("      id: apa-namanya-2\n") == 1
    assert _mended(made) == made


@pytest.mark.parametrize("gap", ["", " "])
def test_between_brackets_it_comes_first(gap: str) -> None:
    flow = "  - question: {@kind: true-false, concept: orders, level: 1, prompt: Benar?, answer: true, why: {true: A, false: B}, explanation: C}\n"  # noqa: E501 - one line is what this is about
    made = _mended(LESSON + flow.replace("@", gap))
    assert made == LESSON + flow.replace("@", f"{gap}id: benar, ")


def test_a_comment_stays_with_the_key_below_it() -> None:
    text = LESSON.replace(f"{ID}      kind: text\n", "      # kata saja\n      kind: text\n")
    made = _mended(text)
    assert "      id: apa-namanya\n      # kata saja\n      kind: text\n" in made


@pytest.mark.parametrize("head", ["", "# yaml-language-server: $schema=x\n", "# tentang berkas ini\n\n"])
def test_a_file_gets_its_own_name_below_its_head(head: str) -> None:
    text = LESSON.removeprefix("id: first\n")
    assert _mended(head + text) == f"{head}{LESSON}"
    module = MODULE.replace("id: shop\n", "")
    made = mended((head + module).encode(), shape.ModuleFile, "shop").data.decode()
    assert made == head + MODULE.replace("format: 1\nid: shop\n", "format: 1\nid: shop\n")


@pytest.mark.parametrize("own", ["Not An Id", "1-first", "x" * 61, ""])
def test_a_name_that_cannot_be_an_id_is_not_made_one(own: str) -> None:
    text = LESSON.removeprefix("id: first\n")
    assert _mended(text, own) == text


def test_a_misspelt_id_is_not_a_missing_one() -> None:
    text = LESSON.replace("      id: type-it", "      idd: type-it")
    assert _mended(text) == text


def test_other_ids_are_for_the_author() -> None:
    text = MODULE.replace("  - id: followers-are-results\n    belief", "  - belief")
    assert mended(text.encode(), shape.ModuleFile, "shop").data.decode() == text


def test_what_is_gone_is_told_with_its_line() -> None:
    text = LESSON.replace(ID, "")
    line = text[: text.index("kind: text")].count("\n") + 1
    result = mended(text.encode(), shape.LessonFile, "first")
    assert (dict(result.gone), result.places) == ({("E202", line): 1}, 1)
