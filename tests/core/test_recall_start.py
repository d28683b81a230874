"""What a start must not pay for, and what a lesson's questions are as reviews."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from sosmed_learn.core.module import Step
from sosmed_learn.core.question import Given, Template
from sosmed_learn.core.remembering import family, reviewables
from tests.core.builders import ask, lesson, module, single, text_step, typed_number, words

ROOT = Path(__file__).parents[2]
PATHS = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
FOLDS = """
import sys
from tests.core.recalling import answered
from sosmed_learn.core import remembering, reviewing
from sosmed_learn.core.progress import fold
progress = fold(answered(day=day) for day in range(9))
assert len(progress.reviews(("strategy",), ("first",), ("q",))) == 9
print("fsrs" in sys.modules)
"""


def test_folding_and_reading_reviews_imports_no_scheduler() -> None:
    told = subprocess.run([sys.executable, "-c", FOLDS], capture_output=True, text=True, check=True, env=PATHS)
    assert told.stdout.strip() == "False"


def test_every_question_but_pretests_can_be_asked_again_under_all_its_names() -> None:
    asked: list[Step] = [ask(single("one", aliases=("eins",), revision=2)), ask(single("before", pretest=True))]
    asked.append(text_step("two"))
    course = module(aliases=("strategi",))
    (found,) = reviewables(course, lesson(*asked, aliases=("pertama",)))
    assert found.place == ("strategy", "first", "one")
    assert (found.modules, found.lessons) == (("strategy", "strategi"), ("first", "pertama"))
    assert (found.names, found.revision, found.concept) == (("one", "eins"), 2, "goals")


def test_a_family_begins_alike_whatever_the_figures() -> None:
    stem = "Rini, admin toko, mendapat 1.200 tayangan dan 30 pesan pekan ini."
    first = single(prompt=words(f"{stem} Mana yang naik?"))
    second = single(prompt=words(f"{stem.replace('1.200', '900')} Apa langkahmu?"))
    other = single(prompt=words("Rini, admin toko, ingin tahu mengapa pesan turun. Apa langkahmu?"))
    assert family(first) == family(second) != family(other)


def test_a_drawn_question_is_of_one_family_whatever_is_drawn() -> None:
    made = Template(
        given=(Given("n", low=Decimal(1), high=Decimal(9)),), formula="n", prompt=words("Berapa {n} kali dua?"),
        explanation=words("!"), why=words("!"),
    )  # fmt: skip
    drawn = [typed_number("4", prompt=words(f"Berapa {n} kali dua?"), template=made) for n in ("dua", "tiga")]
    assert family(drawn[0]) == family(drawn[1])
    assert family(drawn[0]) != family(replace(drawn[0], template=None))
