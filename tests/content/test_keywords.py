"""Keys as other systems call them are understood, told, and read on as if they were called as here."""

from pathlib import Path

import pytest

from sosmed_learn.content.keywords import in_our_words
from tests.content.building import L, M, place


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (L, '      prompt: {id: "Mana yang dihitung?"', '      pertanyaan: {id: "Mana yang dihitung?"', "prompt"),
        (
            L,
            '      level: 1\n      prompt: {id: "Mana yang',
            '      difficulty: 1\n      prompt: {id: "Mana yang',
            "level",
        ),
        (L, "          why: {id: Itu uang.", "          feedback: {id: Itu uang.", "why"),
        (L, "minutes: 8", "durasi: 8", "minutes"),
        (M, "needs: [orders]", "prerequisites: [orders]", "needs"),
        (M, "pass: 80", "passing-score: 80", "pass"),
    ],
)
def test_it_is_told_what_the_key_is_called_here(tmp_path: Path, file: str, old: str, new: str, meant: str) -> None:
    here = place(tmp_path)
    here.spoil(file, old, new)
    problems = here.check().problems
    assert [(problem.code, dict(problem.args)["guess"]) for problem in problems] == [("E201", meant)]


def test_a_key_that_is_there_already_is_not_meant() -> None:
    assert in_our_words("jawaban", ["choices", "answer"]) == "choices"
    assert in_our_words("jawaban", ["answer"]) == "answer"
    assert in_our_words("jawaban", ["why"]) == ""
