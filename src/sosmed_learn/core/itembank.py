"""All questions of all courses, each with where it stands: what reviews, mastery and the map are worked out over.

Reads lessons through the library it is handed, which may touch the disk: a front end calls this off its event loop.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.probe import beliefs_of, guessing
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.remembering import Reviewable, reviewable
from sosmed_learn.core.study import Library
from sosmed_learn.core.text import Text

Home = Literal["lesson", "exam", "diagnosis"]
"""What a question is for: only those of lessons are asked again in reviews; the others must stay unknown."""

Place = tuple[str, str, str]
"""Module, lesson and question by their ids of today."""


class Item(Struct, frozen=True):
    """One question. ``chance`` is the score that blind guessing gets, ``beliefs`` what a wrong answer can point to, and
    ``concept`` how its concept is called.
    """

    what: Reviewable
    question: AnyQuestion
    home: Home
    chance: float
    beliefs: tuple[str, ...]
    concept: Text = Text()

    @property
    def place(self) -> Place:
        return self.what.place

    @property
    def reviewable(self) -> bool:
        """Whether it is asked again. A first guess is over when its lesson has taught."""
        return self.home == "lesson" and not self.question.pretest


class ItemBank(Struct, frozen=True, dict=True):
    """The questions of ``modules``, in their order. ``lessons`` are the lessons that can be opened."""

    modules: tuple[Module, ...] = ()
    lessons: dict[tuple[str, str], Lesson] = {}
    items: tuple[Item, ...] = ()

    @cached_property
    def graph(self) -> ConceptGraph:
        """Which concept needs which."""
        return ConceptGraph.of(self.modules)

    @cached_property
    def by_place(self) -> Mapping[Place, Item]:
        """Each question by where it stands."""
        return {item.place: item for item in self.items}

    @cached_property
    def reviewables(self) -> tuple[Reviewable, ...]:
        """All that can be asked again."""
        return tuple(item.what for item in self.items if item.reviewable)

    def module(self, name: str) -> Module | None:
        """The module of that id."""
        return next((module for module in self.modules if module.id == name), None)

    def teaching(self, concept: str) -> tuple[tuple[str, str], ...]:
        """The (module, lesson) pairs that teach the concept, in their order."""
        return tuple(key for key, lesson in self.lessons.items() if concept in lesson.concepts)


def item_bank(library: Library) -> ItemBank:
    """The bank of all courses that can be read."""
    lessons: dict[tuple[str, str], Lesson] = {}
    items: list[Item] = []
    for module in library.modules:
        for name, lesson in _read(library, module):
            home = _home(module, name)
            if home == "lesson":
                lessons[module.id, lesson.id] = lesson
            items += (_item(module, lesson, question, home) for question in lesson.questions)
    return ItemBank(tuple(library.modules), lessons, tuple(items))


def _read(library: Library, module: Module) -> Iterator[tuple[str, Lesson]]:
    for name in module.files:
        try:
            yield name, library.lesson(module.id, name)
        except LessonUnreadable:  # told on the module's page
            continue


def _home(module: Module, lesson: str) -> Home:
    if lesson in module.lessons:
        return "lesson"
    return "exam" if module.exam and lesson in module.exam.bank else "diagnosis"


def _item(module: Module, lesson: Lesson, question: AnyQuestion, home: Home) -> Item:
    concept = module.concept(question.concept)
    return Item(
        what=reviewable(module, lesson, question),
        question=question,
        home=home,
        chance=guessing(question),
        beliefs=beliefs_of(question),
        concept=concept.title if concept else Text.same(question.concept),
    )


def showing(items: Iterable[Item], module: str, belief: str) -> Iterator[Item]:
    """Those whose wrong answers can point to that misconception of the module."""
    return (item for item in items if item.place[0] == module and belief in item.beliefs)
