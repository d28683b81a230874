"""Lists within lists, and drawings where none are drawn: told, since a narrow window would hide what they say."""

from pathlib import Path

import pytest

from tests.content.building import LESSON, L, Place, place

FENCE = "```chat\nRani: Kak?\n```"
TASK = """\
  - task:
      id: {name}
      title: {{id: Rencana, en: Plan}}
      minutes: 10
      fields:
        - {{id: kas, label: {{id: Kas, en: Till}}, kind: number}}
      template: {{id: "{{kas}}", en: "{{kas}}"}}
      rubric:
        - {{id: angka, text: {{id: Ada angka., en: It has a number.}}}}
        - {{id: hari, text: {{id: Ada tanggal., en: It has a date.}}}}
"""


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def _both(text: str, indent: int) -> str:
    """The text in both languages, as blocks that stand so far in."""
    block = "".join(f"{' ' * (indent + 2)}{line}\n" for line in text.split("\n"))
    return f"\n{' ' * indent}id: |-\n{block}{' ' * indent}en: |-\n{block}".rstrip()


def _codes(here: Place) -> list[str]:
    return [problem.code for problem in here.check().problems]


@pytest.mark.parametrize(
    ("text", "deep"),
    [
        ("- - - - - satu", False),
        ("- - - - - - satu", True),
        ("> > > > > > satu", True),
        ("1. a\n   - b\n     - c\n       - d\n         - e", False),
        ("1. a\n   - b\n     - c\n       - d\n         - e\n           - f", True),
        ("```\n- - - - - - - satu\n```", False),
        ("satu - dua - tiga - empat - lima - enam", False),
    ],
)
def test_lists_in_each_other_are_told_beyond_five(here: Place, text: str, *, deep: bool) -> None:
    here.write(L, LESSON + f"  - text:{_both(text, 6)}\n")
    assert _codes(here) == (["W529", "W529"] if deep else [])


@pytest.mark.parametrize(
    "text", ["- {id: Lihat kasnya., en: Look at the till.}", "why: {id: Itu uang., en: That is money.}"]
)
def test_a_drawing_where_none_is_drawn(here: Place, text: str) -> None:
    here.spoil(L, text, text.partition("{")[0].rstrip() + _both(FENCE, 14))
    assert "W563" in _codes(here)


def test_a_drawing_in_a_prompt_is_drawn(here: Place) -> None:
    here.spoil(L, ' {id: "Mana yang dihitung?", en: "Which one counts?"}', _both(FENCE, 8))
    assert "W563" not in _codes(here)


@pytest.mark.parametrize("kind", ["chat", "post"])
def test_a_drawing_of_nothing(here: Place, kind: str) -> None:
    empty = f"```{kind}\n```"
    here.write(L, LESSON + f"  - text:{_both(empty, 6)}\n")
    assert set(_codes(here)) == {"W564"}


def test_two_tasks_with_one_document(here: Place) -> None:
    one, two = TASK.format(name="satu"), TASK.format(name="dua")
    here.write(L, LESSON + one + two)
    assert _codes(here) == []
    here.write(L, LESSON + one + two.replace("minutes: 10", "minutes: 10\n      document: satu"))
    problem = here.check().problems[0]
    assert (problem.code, problem.excerpt.strip()) == ("W575", "document: satu")
