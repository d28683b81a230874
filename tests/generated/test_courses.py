"""The generator knows all of the format, and what it makes is valid."""

from pathlib import Path
from random import Random
from typing import get_args

import msgspec
import pytest
import yaml

from sosmed_learn.content import format as shape
from sosmed_learn.content.check import check
from sosmed_learn.content.render import as_text
from tests.generated.answering import ANSWERS
from tests.generated.courses import OFTEN, Size, course, write
from tests.generated.kinds import KINDS, STEPS
from tests.generated.voices import ODD, Odd, Usual
from tests.generated.writing import page

SMALL = Size(lessons=(1, 3), steps=(1, 4))


def test_every_kind_of_question_can_be_made_and_answered() -> None:
    shapes = [getattr(each, "__origin__", each) for each in get_args(shape.Question)]  # of one, the rules are told too
    declared = {each.__struct_config__.tag for each in shapes}
    assert set(KINDS) == declared, "write a function for the new kind in kinds.py"
    assert set(ANSWERS) == declared, "say in answering.py how it is answered"


def test_every_kind_of_step_can_be_made() -> None:
    meta = next(part for part in get_args(shape.Step) if isinstance(part, msgspec.Meta))
    declared = {branch["required"][0] for branch in (meta.extra_json_schema or {})["oneOf"]}
    assert set(STEPS) == declared == set(OFTEN), "write a function for the new kind in kinds.py"


@pytest.mark.parametrize("seed", range(12))
def test_odd_courses_are_valid(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    write(tmp_path, course(chance, Odd(lambda: chance.choice(ODD)), ["satu", "dua"], SMALL, both=False))
    report = check([tmp_path])
    assert report.errors == 0, as_text([one for one in report.problems if one.severity == "error"])
    assert report.modules == 2


def test_usual_courses_are_valid_too_and_alike_for_a_seed(tmp_path: Path) -> None:
    files = course(Random(1), Usual(), ["satu", "dua"], SMALL)
    assert files == course(Random(1), Usual(), ["satu", "dua"], SMALL)
    assert files != course(Random(2), Usual(), ["satu", "dua"], SMALL)
    write(tmp_path, files)
    assert check([tmp_path]).errors == 0


def test_what_is_written_is_what_was_meant() -> None:
    for seed, words in enumerate(ODD):
        said = words.strip() or "."
        text = page({"text": {"id": said}, "list": [said, {"en": said}]}, Random(seed))
        assert yaml.load(text, yaml.BaseLoader) == {"text": {"id": said}, "list": [said, {"en": said}]}, text
