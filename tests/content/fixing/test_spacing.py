"""Spaces behind lines go where they say nothing; tabs become spaces where only one width makes sense."""

import pytest

from sosmed_learn.content import format as shape
from sosmed_learn.content.fixing.mender import mended
from tests.content.building import LESSON


def _mended(text: str) -> str:
    return mended(text.encode(), shape.LessonFile, "first").data.decode()


@pytest.mark.parametrize(
    "line",
    [
        "minutes: 8\n",
        "steps:\n",
        "    text:\n",
        "      id: |-\n",
        "    facts: [f-001]\n",
        '      prompt: {id: "Mana yang dihitung?", en: "Which one counts?"}\n',
        '      explanation: {id: "Lain kali, bagi.", en: "Next time, divide."}\n',
    ],
)
@pytest.mark.parametrize("spaces", ["  ", "\t", " \t "])
def test_they_go_behind_keys_and_values(line: str, spaces: str) -> None:
    spoilt = LESSON.replace(line, f"{line[:-1]}{spaces}\n")
    assert spoilt != LESSON
    assert _mended(spoilt) == LESSON


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        ## Why\n", "        ## Why  \n"),  # a new line in Markdown
        ("        ## Why\n\n", "        ## Why\n        \n"),
        ("minutes: 8\n", "minutes: 8 # kira-kira  \n"),
        ("minutes: 8\n", "# kira-kira  \nminutes: 8\n"),
        ("title: {id: Mulai dari pesanan,", 'title: {id: "Mulai  \n  dari pesanan",'),
        ("title: {id: Mulai dari pesanan,", "title: {id: Mulai  \n  dari pesanan,"),
    ],
)
def test_they_stay_in_texts_and_comments(old: str, new: str) -> None:
    spoilt = LESSON.replace(old, new)
    assert spoilt != LESSON
    assert _mended(spoilt) == spoilt


def test_they_stay_while_yaml_cannot_read_the_file() -> None:
    spoilt = LESSON.replace("minutes: 8\n", "minutes: 8  \n") + 'x: "open\n'
    assert _mended(spoilt) == spoilt


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_line_of_spaces_becomes_empty_whatever_ends_it(ending: str) -> None:
    text = LESSON.replace("steps:\n", "\nsteps:\n").replace("\n", ending)
    assert _mended(text.replace(f"{ending}{ending}steps", f"{ending}   {ending}steps")) == text


@pytest.mark.parametrize("width", [2, 4])
def test_tabs_become_as_many_spaces_as_fit(width: int) -> None:
    text = LESSON.replace("  - {id: Menghitung pesanan., en: Count orders.}", "  - id: Menghitung.\n    en: Count.")
    wanted = text.replace("    en: Count.", "    en: Count.")
    spoilt = text.replace("    en: Count.", "\t" * (4 // width) + "en: Count.")
    assert _mended(spoilt) == wanted


def test_where_two_widths_make_sense_nobody_knows() -> None:
    # Two columns in, it is a step's text and its facts; inside the block, words of the text.
    spoilt = LESSON.replace("        ## Why\n", "\t## Why\n").replace("        Orders pay", "\tOrders pay")
    made = _mended(spoilt)
    assert "\t" in made or made == LESSON
    assert _mended(made) == made
