"""Lessons played through, and their text: every answer is there with what is said to it, always the same way."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import Opened, open_courses
from sosmed_learn.content.playing import Asked, play, responses
from sosmed_learn.content.prose import WIDTH, lines_of, numbered
from sosmed_learn.content.transcript import MARK, transcript
from sosmed_learn.core.grading import Picked, grade, understood
from sosmed_learn.core.question import ChoiceQuestion, TextQuestion
from sosmed_learn.core.text import Language
from tests.content.building import L, M, place

PLACES = bundled()


@pytest.fixture
def shop(tmp_path: Path) -> Opened:
    return open_courses(place(tmp_path).courses, tmp_path / "seeds")


def test_a_lesson_is_played_to_its_end_with_every_answer_right(shop: Opened) -> None:
    played = play("shop", shop.lessons["shop"][0], "id")
    assert (played.right, played.asked) == (5, 5)
    assert len(played.steps) == 6


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_bundled_question_has_right_wrong_and_unforeseen_answers(language: Language) -> None:
    opened = open_courses(PLACES.courses, PLACES.seeds)
    assert opened.troubles == ()
    for module, lessons in opened.lessons.items():
        for lesson in lessons:
            for step in play(module, lesson, language).steps:
                if isinstance(step, Asked):
                    verdicts = [attempt.verdict.correct for attempt in step.tries]
                    assert any(verdicts)
                    assert not all(verdicts)
                    if not isinstance(step.question, ChoiceQuestion):
                        assert [a for a in step.tries if not a.verdict.correct and a.verdict.why is None]


def test_every_set_of_choices_is_tried_once(shop: Opened) -> None:
    many = shop.lessons["shop"][0].questions[1]
    tried = responses(many, "id")
    assert len(tried) == len(set(tried)) == 2**3 - 1
    assert all(isinstance(response, Picked) for response in tried)
    assert sum(grade(many, response).correct for response in tried) == 1


def test_typed_answers_are_those_that_were_foreseen_and_one_that_was_not(shop: Opened) -> None:
    text = next(q for q in shop.lessons["shop"][0].questions if isinstance(q, TextQuestion))
    assert [getattr(r, "text", "") for r in responses(text, "id")] == [
        "jangkauan",
        "reach",
        "akun unik",
        "impresi",
        "…",
    ]
    assert all(understood(text, response) for response in responses(text, "id"))


def test_the_text_says_what_learners_see(shop: Opened) -> None:
    i18n.use("en")
    text = transcript(shop)
    assert text.startswith(f"{MARK}\n")
    assert "[1/6] READ · why" in text
    assert "Orders pay the rent.[1]" in text
    assert '[1] Somebody, "Rents of Shops", Some Press, 2016' in text
    assert "An old figure." in text
    assert "  ✓ Answer 1\n      That is money.\n  ✗ Answer 2\n      That is not money.\n" in text
    assert "A common belief: Followers are results. → Orders are results." in text
    assert "    50% right: 1, 2, 1+2+3\n" in text
    assert "    Right: 1+2\n" in text
    assert "  ✓ Answer jangkauan; reach; akun unik*\n" in text
    assert "  ✓ Answer 1250.5 orders; 1250.0 orders; 1251.0 orders\n" in text
    assert "  ✗ Any other answer\n      The right answer is shown: reach\n" in text
    assert "Hint 1: Look at the till." in text
    assert "[END] 5 of 5 right on the best way" in text
    assert "GLOSSARY" in text


def test_it_speaks_the_language_in_use(shop: Opened) -> None:
    i18n.use("id")
    text = transcript(shop)
    assert "Pesanan membayar sewa.[1]" in text
    assert "Orders pay the rent." not in text
    assert "[SELESAI] 5 dari 5 benar" in text
    assert "  ✓ Jawaban 1250,5 pesanan" in text


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_is_the_same_every_time_and_no_line_is_too_long(language: Language) -> None:
    i18n.use(language)
    texts = {transcript(open_courses(PLACES.courses, PLACES.seeds)) for _ in range(2)}
    assert len(texts) == 1
    long = [line for line in texts.pop().splitlines() if len(line) > WIDTH and not line.strip().startswith(("|", "#"))]
    assert long == []


def test_one_lesson_can_be_asked_for(tmp_path: Path) -> None:
    here = place(tmp_path)
    here.spoil(M, "lessons: [first]", "lessons: [first, second]")
    here.write(
        "courses/shop/lessons/second.yaml",
        (tmp_path / L).read_text(encoding="utf-8").replace("id: first", "id: second"),
    )
    opened = open_courses(here.courses / "shop" / "lessons" / "second.yaml", here.seeds)
    assert [lesson.id for lesson in opened.lessons["shop"]] == ["second"]
    assert opened.lesson("shop", "second") is not None
    assert opened.lesson("shop", "first") is None
    assert "GLOS" not in transcript(opened)


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    here = place(tmp_path)
    here.spoil(L, "minutes: 8", "minutes: x")
    opened = open_courses(here.courses, here.seeds)
    assert opened.lessons == {"shop": ()}
    assert len(opened.troubles) == 1


def test_paragraphs_are_broken_and_lists_tables_and_blocks_keep_their_shape() -> None:
    words = "satu dua " * 20 + "\n- butir " + "kata " * 20 + "\n| a | b |\n\n```chat\nRani:   hai\n```"
    lines = list(lines_of(words, 2))
    assert all(len(line) <= WIDTH for line in lines)
    assert [line for line in lines if line.startswith("    kata")] != []
    assert "  | a | b |" in lines
    assert "  Rani:   hai" in lines


def test_citations_are_numbered_as_in_the_app() -> None:
    assert numbered("A[^f-1] B[^f-2] C[^f-9]", ["f-2", "f-1"]) == "A[2] B[1] C"
