"""The one obvious next thing, and why."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, Noted
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.module import Module
from sosmed_learn.core.plan import Offer, Role, next_offer, standing
from sosmed_learn.core.progress import fold
from tests.core.builders import module
from tests.core.test_progress import Script

FIVE = tuple(module(name, ("a", "b")) for name in ("strategy", "analytics", "community", "service", "commerce"))


def did(*parts: Script) -> list[Offer | None]:
    progress = fold(event for part in parts for event in part.events)
    return [next_offer(FIVE, progress, role) for role in ("admin", "owner")]


def finished(start: int, name: str, lesson: str, right: int = 1, asked: int = 1) -> Script:
    script = Script(start, module=name, lesson=lesson)
    script.finish(right, asked)
    return script


@pytest.mark.parametrize(("role", "first"), [("admin", "strategy"), ("owner", "commerce"), ("lead", "strategy")])
def test_a_newcomer_gets_the_first_lesson_of_what_fits_the_role(role: Role, first: str) -> None:
    assert next_offer(FIVE, fold([]), role) == Offer("first", first, "a")


def test_a_lesson_under_way_comes_before_everything() -> None:
    under_way = Script(module="community", lesson="b")
    under_way.read("intro")
    assert did(under_way, finished(10, "strategy", "a")) == [Offer("continue", "community", "b")] * 2


def test_of_two_under_way_the_one_touched_last() -> None:
    one, two = Script(0, module="community", lesson="b"), Script(10, module="service", lesson="a")
    one.read("intro")
    two.answer("q")
    assert did(one, two)[0] == Offer("continue", "service", "a")


def test_then_the_next_lesson_of_the_module_touched_last() -> None:
    assert did(finished(0, "strategy", "a"), finished(10, "service", "a")) == [Offer("next", "service", "b")] * 2


def test_a_review_leads_nobody_back_to_its_module() -> None:
    review = Script(20, module="strategy", lesson="a")
    review.add(Answered, question="q", revision=1, fingerprint="", response=Picked(("right",)), correct=True, score=1.0,
               practice=True)  # fmt: skip
    noted = Script(30, module="strategy", lesson="a")
    noted.add(Noted, step="q", text="Penting.")
    assert did(finished(0, "strategy", "a"), finished(10, "service", "a"), review, noted)[0] == (
        Offer("next", "service", "b")
    )


def test_a_skipped_lesson_of_that_module_comes_before_another_module() -> None:
    assert did(finished(0, "service", "b"))[0] == Offer("next", "service", "a")


def test_a_renamed_lesson_counts_under_its_old_name() -> None:
    done = fold(finished(0, "strategy", "a").events)
    renamed = replace(FIVE[0], lessons=("new", "b"), lesson_aliases={"new": ("a",)})
    assert standing(renamed, done).finished == 1
    assert standing(replace(renamed, lesson_aliases={}), done).finished == 0


def test_when_a_module_is_done_the_role_decides_again() -> None:
    both = (finished(0, "strategy", "a"), finished(10, "strategy", "b"))
    assert did(*both) == [Offer("other", "analytics", "a"), Offer("other", "commerce", "a")]


def test_when_all_is_done_the_lesson_that_went_worst() -> None:
    parts = [
        finished(10 * n, course.id, lesson, right=1 if (course.id, lesson) == ("service", "b") else 4, asked=5)
        for n, (course, lesson) in enumerate((course, lesson) for course in FIVE for lesson in course.lessons)
    ]
    assert did(*parts)[0] == Offer("repeat", "service", "b")


def test_a_closed_lesson_is_never_offered() -> None:
    closed = frozenset({("strategy", "a")})
    assert next_offer(FIVE, fold([]), "admin", closed) == Offer("first", "strategy", "b")
    everything = frozenset((course.id, lesson) for course in FIVE for lesson in course.lessons)
    assert next_offer(FIVE, fold([]), "admin", everything) is None


@pytest.mark.parametrize("modules", [(), (module(lessons=()),)])
def test_without_lessons_there_is_no_offer(modules: tuple[Module, ...]) -> None:
    assert next_offer(modules, fold([]), "admin") is None


def test_a_module_that_no_role_knows_comes_last_but_comes() -> None:
    extra = module("kopi", ("a",))
    assert next_offer((extra, *FIVE), fold([]), "admin") == Offer("first", "strategy", "a")
    assert next_offer((extra,), fold([]), "admin") == Offer("first", "kopi", "a")


def test_standing_counts_lessons_finished_under_any_name_of_the_module() -> None:
    progress = fold([*finished(0, "strategi", "a").events, *Script(10).events])
    renamed = module("strategy", ("a", "b"), aliases=("strategi",))
    how_far = standing(renamed, progress)
    assert (how_far.finished, how_far.lessons, how_far.under_way, how_far.complete) == (1, 2, False, False)


def test_a_module_is_complete_when_every_lesson_is_and_never_without_lessons() -> None:
    progress = fold([*finished(0, "strategy", "a").events, *finished(10, "strategy", "b").events])
    assert standing(module("strategy", ("a", "b")), progress).complete
    assert not standing(module("strategy", ()), progress).complete
