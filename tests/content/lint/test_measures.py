"""Each rule keeps to a floor of precision and recall on the labelled set, and the set is large enough to say so."""

import pytest

from sosmed_learn.content.lint.judge import BANK_RULES, RULES
from tests.content.lint.__main__ import lines
from tests.content.lint.measuring import HOLDOUT, entries, score, total

LABELLED = list(entries())
CODES = sorted({*RULES, *BANK_RULES, "W612"})

# Words cannot tell every joke, every vague sentence or every paraphrase; what they tell must be right.
FLOORS = {
    "W601": (0.9, 0.9),
    "W606": (1.0, 0.9),
    "W607": (0.95, 0.9),
    "W608": (0.9, 0.85),
    "W611": (0.8, 0.65),
    "W616": (0.95, 0.85),
}


def test_the_set_is_large_and_in_both_languages() -> None:
    assert len(LABELLED) >= 200
    assert {code for entry in LABELLED for code in entry.flaws} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_each_rule_has_enough_of_both_kinds(code: str) -> None:
    it = score(code, LABELLED)
    assert it.positives >= 8
    assert it.negatives >= 8


@pytest.mark.parametrize("code", CODES)
def test_each_rule_is_as_often_right_as_we_say(code: str) -> None:
    it = score(code, LABELLED)
    precision, recall = FLOORS.get(code, (1.0, 1.0))
    wrong = [entry.name for entry in LABELLED if code in entry.of and (code in entry.found) != (code in entry.flaws)]
    assert it.precision >= precision, wrong
    assert it.recall >= recall, wrong


def test_what_was_written_before_the_rules_were_run_on_it() -> None:
    held = [entry for entry in LABELLED if entry.name.startswith(HOLDOUT)]
    it = total(held)
    assert len(held) >= 40
    assert it.precision >= 0.95
    assert it.recall >= 0.9


def test_the_command_prints_a_line_for_each_rule() -> None:
    said = list(lines(wordy=False))
    assert [line[:4] for line in said[3:]] == CODES
    assert any("missed: " in line for line in lines(wordy=True))
