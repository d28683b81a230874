"""Two versions of courses -> what learners would notice, and what of their progress would be lost. Says it in values.

Progress is kept under ids: of the module, the lesson, and the question or text. ``aliases`` are ids that something has
had; a raised ``revision`` means that a question is asked again.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from msgspec import Struct

from sosmed_learn.content.answerkey import key_changed
from sosmed_learn.content.opening import Opened
from sosmed_learn.core.grading import fits
from sosmed_learn.core.model_answer import model_response
from sosmed_learn.core.module import Lesson, Module, TextStep
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.scenario import Scenario
from sosmed_learn.core.task import Task
from sosmed_learn.core.text import Text

Thing = Literal["module", "lesson", "question", "scenario", "task", "text"]
What = Literal[
    "added",
    "removed",
    "renamed",
    "changed",
    "moved",
    "unaliased",
    "asked-again",
    "answered-otherwise",
    "key",
    "reworded",
    "replies",
    "fields",
]

LOSES: frozenset[What] = frozenset(
    {"removed", "moved", "unaliased", "asked-again", "answered-otherwise", "reworded", "replies", "fields"}
)
"""After these, something that a learner has done no longer counts or is no longer shown."""

_ALIKE = 0.5  # of two texts: the one is the other, reworded
_NOT_SHOWN = {"id", "aliases", "revision", "lessons", "steps", "version", "lesson_aliases", "reviewed"}
_T = TypeVar("_T", Module, Lesson, AnyQuestion, Scenario, Task)


class Change(Struct, frozen=True, kw_only=True):
    """One thing that is different.

    ``place`` are the ids from the module on, ``was`` the id or place before; ``parts`` are the keys that changed, and
    ``title`` is how people know it. ``revisions`` are the old one and the new one.
    """

    what: What
    thing: Thing
    place: tuple[str, ...]
    title: Text = Text()
    was: str = ""
    parts: tuple[str, ...] = ()
    revisions: tuple[int, int] = (1, 1)

    @property
    def loses(self) -> bool:
        return self.what in LOSES


class ModuleChanges(Struct, frozen=True):
    """What happens to one module. ``old`` and ``new`` are its versions; empty where there is no such module."""

    module: str
    title: Text
    old: str
    new: str
    changes: tuple[Change, ...]


def changes(old: Opened, new: Opened) -> tuple[ModuleChanges, ...]:
    """By module, in the order of the new courses; modules in which nothing changed are left out."""
    found = []
    left = {module.id: module for module in old.modules}
    for module in new.modules:
        before = next((left.pop(name) for name in _names(module) if name in left), None)
        rows = tuple(_module(before, module, old, new) if before else [_new("module", (module.id,), module.title)])
        found.append(ModuleChanges(module.id, module.title, before.version if before else "", module.version, rows))
    for module in left.values():
        gone = Change(what="removed", thing="module", place=(module.id,), title=module.title)
        found.append(ModuleChanges(module.id, module.title, module.version, "", (gone,)))
    return tuple(each for each in found if each.changes)


def _names(thing: Module | Lesson | AnyQuestion | Scenario | Task) -> tuple[str, ...]:
    return (thing.id, *thing.aliases)


def _new(thing: Thing, place: tuple[str, ...], title: Text) -> Change:
    return Change(what="added", thing=thing, place=place, title=title)


def _module(old: Module, new: Module, before: Opened, after: Opened) -> Iterator[Change]:
    yield from _itself("module", old, new, (), new.title)
    older, lessons = before.lessons[old.id], after.lessons[new.id]
    pairs, gone, fresh = _paired(older, lessons)
    for first, second in pairs:
        yield from _lesson(first, second, new.id, older, lessons)
    for lesson in fresh:
        yield _new("lesson", (new.id, lesson.id), lesson.title)
    homes = {
        each.id: home for home, theirs in after.lessons.items() for each in theirs if not before.lesson(home, each.id)
    }
    for lesson in gone:
        yield _gone("lesson", (new.id, lesson.id), lesson.title, homes.get(lesson.id, ""))
    if _reordered([second.id for _, second in pairs], [lesson.id for lesson in lessons]):
        yield Change(what="changed", thing="module", place=(new.id,), title=new.title, parts=("lessons",))


def _lesson(
    old: Lesson, new: Lesson, module: str, older: Sequence[Lesson], lessons: Sequence[Lesson]
) -> Iterator[Change]:
    place = (module, new.id)
    yield from _itself("lesson", old, new, (module,), new.title)
    pairs, gone, fresh = _paired(old.questions, new.questions)
    for first, second in pairs:
        yield from _question(first, second, place)
    for question in fresh:
        yield _new("question", (*place, question.id), question.prompt)
    known = {(lesson.id, question.id) for lesson in older for question in lesson.questions}
    homes = {each.id: home.id for home in lessons for each in home.questions if (home.id, each.id) not in known}
    for question in gone:
        yield _gone("question", (*place, question.id), question.prompt, homes.get(question.id, ""))
    yield from _scenarios(old, new, place)
    yield from _tasks(old, new, place)
    yield from _texts(old, new, place)
    renamed = {first.id: second.id for first, second in pairs}
    if _reordered([renamed.get(step.id, step.id) for step in old.steps], [step.id for step in new.steps]):
        yield Change(what="changed", thing="lesson", place=place, title=new.title, parts=("steps",))


def _reordered(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether what is in both stands in another order."""
    return [name for name in old if name in new] != [name for name in new if name in old]


def _gone(thing: Thing, place: tuple[str, ...], title: Text, home: str) -> Change:
    """What is not there any more, unless it stands in another place (``home``) under its old id."""
    if home:
        there = "/".join((*place[:-2], home, place[-1]))
        return Change(what="moved", thing=thing, place=place, title=title, was=there)
    return Change(what="removed", thing=thing, place=place, title=title)


def _paired(old: Sequence[_T], new: Sequence[_T]) -> tuple[list[tuple[_T, _T]], list[_T], list[_T]]:
    """What is the same thing in both, by any id that it has had; then what is gone, and what is new."""
    named = {name: each for each in reversed(new) for name in reversed(_names(each))}
    pairs = [(each, named[each.id]) for each in old if each.id in named]
    kept = {second.id for _, second in pairs}
    return pairs, [each for each in old if each.id not in named], [each for each in new if each.id not in kept]


def _itself(thing: Thing, old: _T, new: _T, above: tuple[str, ...], title: Text) -> Iterator[Change]:
    """The id, the ids before it, and the keys of one thing."""
    place = (*above, new.id)
    if old.id != new.id:
        yield Change(what="renamed", thing=thing, place=place, title=title, was=old.id)
    for name in old.aliases:
        if name not in _names(new):
            yield Change(what="unaliased", thing=thing, place=place, title=title, was=name)
    parts = _parts(old, new)
    if parts:
        yield Change(what="changed", thing=thing, place=place, title=title, parts=parts)


def _parts(old: Struct, new: Struct) -> tuple[str, ...]:
    names = dict.fromkeys([*old.__struct_fields__, *new.__struct_fields__])
    shown = [name for name in names if name not in _NOT_SHOWN]
    return tuple(name.replace("_", "-") for name in shown if getattr(old, name, None) != getattr(new, name, None))


def _question(old: AnyQuestion, new: AnyQuestion, above: tuple[str, ...]) -> Iterator[Change]:
    place = (*above, new.id)
    yield from _itself("question", old, new, above, new.prompt)
    if old.revision != new.revision:
        revisions = (old.revision, new.revision)
        yield Change(what="asked-again", thing="question", place=place, title=new.prompt, revisions=revisions)
    elif not fits(new, model_response(old)):
        yield Change(what="answered-otherwise", thing="question", place=place, title=new.prompt)
    elif key_changed(old, new):
        yield Change(what="key", thing="question", place=place, title=new.prompt)


def _scenarios(old: Lesson, new: Lesson, place: tuple[str, ...]) -> Iterator[Change]:
    """A choice is known by its place and its words or id: without it, ways through it begin again from before it."""
    pairs, gone, fresh = _paired(old.scenarios, new.scenarios)
    for first, second in pairs:
        yield from _itself("scenario", first, second, place, second.title)
        lost = tuple(sorted(name for _node, name in first.edges - second.edges))
        lost += tuple(node.id for node in first.endings if node.id not in {end.id for end in second.endings})
        if lost:
            yield Change(what="replies", thing="scenario", place=(*place, second.id), title=second.title, parts=lost)
    for scenario in fresh:
        yield _new("scenario", (*place, scenario.id), scenario.title)
    for scenario in gone:
        yield _gone("scenario", (*place, scenario.id), scenario.title, "")


def _tasks(old: Lesson, new: Lesson, place: tuple[str, ...]) -> Iterator[Change]:
    """What was typed is kept under the id of its field: without it, it is shown no more, nor is it in the document."""
    pairs, gone, fresh = _paired(old.tasks, new.tasks)
    for first, second in pairs:
        yield from _itself("task", first, second, place, second.title)
        there = {field.id for field in second.inputs}
        lost = tuple(field.id for field in first.inputs if field.id not in there)
        if lost:
            yield Change(what="fields", thing="task", place=(*place, second.id), title=second.title, parts=lost)
    for task in fresh:
        yield _new("task", (*place, task.id), task.title)
    for task in gone:
        yield _gone("task", (*place, task.id), task.title, "")


def _texts(old: Lesson, new: Lesson, place: tuple[str, ...]) -> Iterator[Change]:
    before, after = _by_id(old), _by_id(new)
    fresh = {name: step for name, step in after.items() if name not in before}
    for name, step in before.items():
        if name in after:
            parts = _parts(step, after[name])
            if parts:
                yield Change(what="changed", thing="text", place=(*place, name), title=after[name].text, parts=parts)
            continue
        likely = _reworded(step, fresh.values())
        if likely is None:
            yield Change(what="removed", thing="text", place=(*place, name), title=step.text)
        else:
            del fresh[likely.id]
            yield Change(what="reworded", thing="text", place=(*place, likely.id), title=likely.text, was=name)
    for name, step in fresh.items():
        yield _new("text", (*place, name), step.text)


def _by_id(lesson: Lesson) -> dict[str, TextStep]:
    return {step.id: step for step in lesson.steps if isinstance(step, TextStep)}


def _reworded(step: TextStep, others: Iterable[TextStep]) -> TextStep | None:
    """The one of ``others`` that says nearly the same, if one does."""
    words = step.text.say("id").split()
    best = max(others, key=lambda other: _likeness(words, other), default=None)
    return best if best is not None and _likeness(words, best) >= _ALIKE else None


def _likeness(words: list[str], other: TextStep) -> float:
    return SequenceMatcher(None, words, other.text.say("id").split(), autojunk=False).ratio()
