"""The examples of the community module: its charts add up, and its stories can be played to every end they have."""

from collections.abc import Iterator

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.fences import Chart, parts
from sosmed_learn.core.module import Lesson, TextStep
from sosmed_learn.core.playthrough import Playthrough, play_path
from sosmed_learn.core.scenario import Scenario
from sosmed_learn.core.text import Language

PLACES = bundled()
LESSONS = {lesson.id: lesson for lesson in open_courses(PLACES.courses, PLACES.seeds).lessons["community"]}
STORIES = {story.id: story for lesson in LESSONS.values() for story in lesson.scenarios}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("lesson", "total"),
    [("pedoman-komunitas", 4), ("tangga-moderasi", 12), ("kritik-troll-serangan", 40), ("ugc-izin-musik", 25)],
)
def test_the_bars_of_an_example_add_up_to_the_number_that_its_text_names(
    lesson: str, total: int, language: Language
) -> None:
    (chart,) = _charts(LESSONS[lesson], language)
    assert sum(row.values[0] for row in chart.rows) == total


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_long_enough_and_ends_in_three_ways(name: str) -> None:
    nodes = STORIES[name].nodes
    assert len(nodes) >= 8
    assert {node.outcome for node in nodes if node.outcome} == {"good", "fair", "poor"}


@pytest.mark.parametrize("name", STORIES)
def test_every_moment_of_a_story_is_met_by_somebody(name: str) -> None:
    """With the meters and the clock as they stand: a way that always runs out of trust before leads nowhere."""
    assert _met(STORIES[name]) == {node.id for node in STORIES[name].nodes}


def _met(scenario: Scenario) -> set[str]:
    seen: set[tuple[object, ...]] = set()
    waiting = [play_path(scenario, [])]
    while waiting:
        story = waiting.pop()
        if (state := _state(story)) in seen:
            continue
        seen.add(state)
        if not story.over:
            waiting += [story.choose(reply.id) for reply in story.node.replies]
    return {str(state[0]) for state in seen}


def _state(story: Playthrough) -> tuple[object, ...]:
    return story.node.id, *story.meters.values(), story.minutes


def _charts(lesson: Lesson, language: Language) -> Iterator[Chart]:
    for step in lesson.steps:
        if isinstance(step, TextStep):
            yield from (part for part in parts(step.text.say(language)) if isinstance(part, Chart))
