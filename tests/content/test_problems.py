"""Every kind of problem: its code, its place, what the sentence names and what the hint says."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message
from tests.content.building import place, position
from tests.content.cases import CASES, Case


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use("en")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_problem(case: Case, tmp_path: Path) -> None:
    here = place(tmp_path)
    text = here.spoil(case.file, case.old, case.new, -1 if case.code == "E402" else 1)
    problems = here.problems()
    found = [problem for problem in problems if problem.code == case.code and problem.path.endswith(case.file)]
    assert found, as_text(problems)
    problem = found[0]
    assert (problem.line, problem.column) == position(text, case.at, case.nth), as_text(problems)
    assert case.says in message(problem)
    assert case.mend in hint(problem)
    extra = {other.code for other in problems} - {case.code, *case.also}
    assert extra == set(), as_text(problems)
