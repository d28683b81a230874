"""The lessons of the strategy module take as long as they say, and no page or lesson grows past what can be read."""

import re
from pathlib import Path

import msgspec
import pytest
import yaml

from sosmed_learn.content.format import LessonFile
from sosmed_learn.content.locations import bundled
from sosmed_learn.content.teaching import minutes

PATHS = sorted((bundled().courses / "strategy" / "lessons").glob("*.yaml"))
LESSONS = [path for path in PATHS if not path.stem.startswith("soal-")]
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
MOST_MINUTES = 12
PAGE = 90  # words; so many fit one screen at ease
NOTE = 80


def _lesson(path: Path) -> LessonFile:
    return msgspec.convert(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), LessonFile, strict=False)


def _pages(path: Path, language: str) -> dict[str | None, int]:
    """How many words are on each page of reading; signs, table lines and what stands in a box are none."""
    pages: dict[str | None, int] = {}
    for step in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["steps"]:
        if "text" in step:
            pages[step.get("id")] = len(re.findall(r"\S*\w\S*", FENCE.sub("", step["text"][language])))
    return pages


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_minutes_are_those_of_reading_and_answering(path: Path) -> None:
    lesson = _lesson(path)
    indonesian, _ = minutes(lesson)
    assert lesson.minutes == round(indonesian)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_fits_a_quarter_of_an_hour_with_room(path: Path) -> None:
    assert _lesson(path).minutes <= MOST_MINUTES


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_page_of_reading_fits_a_screen(path: Path, language: str) -> None:
    pages = _pages(path, language)
    assert max(pages.values()) <= PAGE, pages


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_changed_about_the_listing_is_told_last_and_briefly(language: str) -> None:
    [path] = [path for path in LESSONS if path.stem == "profil-bisnis-google"]
    pages = _pages(path, language)
    assert list(pages)[-1] == "yang-berubah"
    assert pages["yang-berubah"] <= NOTE
    [note] = [step for step in _lesson(path).steps if step.id == "yang-berubah"]
    assert note.facts
