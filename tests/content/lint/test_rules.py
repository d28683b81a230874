"""The traps on which others' rules have failed, and where in a file each finding points."""

import time
from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.lint.balance import tail
from sosmed_learn.content.lint.reading import asking, pieces, root, words
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message, reason
from tests.content.building import L, Place, place, position
from tests.content.lint.measuring import found_in, single

OPTIONS = ["*one", "two", "three"]


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    return place(tmp_path)


@pytest.mark.parametrize("option", ["usually", "Overall tone", "A wall of posts", "Nonetheless a reply", "Ball games"])
def test_words_are_whole_words(option: str) -> None:
    assert "W604" not in found_in(single("What is reach?", ["*one", "two", option], "en"))


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 9])
def test_any_number_of_options_is_read(count: int) -> None:
    options = ["*a word", *(f"choice {at + 2}" for at in range(count - 2)), "All of the above"]
    assert found_in(single("What is reach?", options, "en")) == {"W604"}


def test_of_two_options_one_is_always_longer() -> None:
    assert found_in(single("Apa itu jangkauan?", ["*Akun unik yang melihat sebuah konten sekali", "Suka"])) == set()


def test_nothing_is_asked_of_questions_without_words() -> None:
    assert found_in(single("?", ["*?", "!", "…"], "en")) <= {"W613", "W615", "W616"}


def test_sentences_that_ask_are_found_behind_the_case() -> None:
    assert asking('Ia berkata, "Kapan tiba?" Apa jawabmu? Pilih semua.') == ["Apa jawabmu?"]
    assert asking("Tulis namanya.") == ["Tulis namanya."]
    assert asking("") == []


def test_words_and_pieces() -> None:
    assert words("Sering-sering, isn’t it?") == ["sering-sering", "isn't", "it"]
    assert pieces("-5 × Rp1.250,5 = 8%") == ["-5", "×", "rp1.250,5", "=", "8", "%"]
    assert root("memoderasi", "id") == root("moderasi", "id")
    assert root("mengurasi", "id") == root("kurasi", "id")
    assert root("moderating", "en") == root("moderation", "en")


def test_chance_is_counted_as_it_is() -> None:
    assert tail(5, 5, 0.5) == pytest.approx(1 / 32)
    assert tail(3, 2, 1 / 3) == pytest.approx(7 / 27)
    assert (tail(3, 0, 0.5), tail(20_000, 3, 0.5)) == (1.0, 0.0)


PLACES = [
    ("W610", "{id: Tiga, en: Three}", "{id: satu., en: Three}", "satu., en"),
    ("W604", "{id: Tiga, en: Three}", "{id: Semua benar, en: Three}", "Semua benar"),
    ("W605", "Mana yang dihitung?", "Mana yang tidak dihitung?", '"Mana yang tidak'),
    ("W615", "Which one counts?", "Which one is true?", '"Which one is'),
    ("W617", "why: {id: Bukan., en: No.}", "why: {id: Ya., en: No.}", "Ya., en: No"),
    ("W617", "why: {id: Itu tayangan., en", 'why: {id: "Lain kali, hitung orang.", en', '"Lain kali, hitung orang'),
]


@pytest.mark.parametrize(("code", "old", "new", "at"), PLACES)
def test_a_finding_points_at_the_words(here: Place, code: str, old: str, new: str, at: str) -> None:
    text = here.spoil(L, old, new)
    (problem,) = here.problems()
    assert (problem.code, problem.severity) == (code, "warning")
    assert (problem.line, problem.column) == position(text, at)
    assert f"why: {reason(problem)}" in as_text([problem])
    for language in ("id", "en"):
        assert reason(problem, language) and message(problem, language) and hint(problem, language)  # noqa: PT018


def test_a_question_that_cannot_be_read_is_not_judged(here: Place) -> None:
    here.spoil(L, "{id: Tiga, en: Three}", "{id: Semua benar, en: Three, de: Drei}")
    here.spoil(L, "text: {id: Satu, en: One}, correct: true", "text: {id: Satu, en: One}, correct: ya")
    assert [problem.code for problem in here.problems()] == ["E216", "E201"]


def test_a_lesson_of_true_claims_is_told_once(here: Place) -> None:
    claim = "\n".join(
        f"  - question:\n      id: claim-{at}\n      kind: true-false\n      concept: orders\n      level: 1\n"
        f"      prompt: p{at}\n      answer: false\n      why: {{true: a{at}, false: b{at}}}\n      explanation: e{at}"
        for at in range(5)
    )
    with (here.root / L).open("a", encoding="utf-8") as file:
        file.write(claim + "\n")
    (problem,) = here.problems()
    assert (problem.code, dict(problem.args)["value"]) == ("W612", "false")
    assert problem.excerpt == "steps:"


def test_a_module_is_looked_at_as_a_whole(here: Place) -> None:
    def lesson(name: str) -> str:
        head = f"id: {name}\ntitle: Judul\nminutes: 5\nconcepts: [orders]\nsteps:\n  - text: Halo.\n"
        return head + "\n".join(
            f"  - question:\n      id: {name}-{at}\n      kind: single\n      concept: orders\n      level: 1\n"
            f"      prompt: Apa itu {at}?\n      explanation: e{at}\n      choices:\n"
            f"        - {{text: aa{at}, correct: {'true' if at else 'false'}, why: x{at}}}\n"
            f"        - {{text: bb{at}, correct: {'false' if at else 'true'}, why: y{at}}}\n"
            f"        - {{text: cc{at}, why: z{at}}}"
            for at in range(5)
        )

    here.spoil("courses/shop/module.yaml", "lessons: [first]", "lessons: [first, second, third]")
    for name in ("second", "third"):
        here.write(f"courses/shop/lessons/{name}.yaml", lesson(name) + "\n")
    (problem,) = here.problems()
    assert (problem.code, dict(problem.args)["total"]) == ("W603", "10")
    assert problem.path.endswith("module.yaml")
    assert here.problems("courses/shop/lessons/second.yaml") == []


def test_long_texts_cost_little() -> None:
    for language in ("id", "en"):
        for sign in ("a ", "_ ", ".", "not ", "yang tidak ", '"', "“", "1,", "-", "?", "mem", "semua "):
            text = (sign * 4_000)[:4_000]
            began = time.perf_counter()
            found_in(single(text, [f"*{text}", *[f"{text}{at}" for at in range(8)]], language))
            assert time.perf_counter() - began < 1, (language, sign)
