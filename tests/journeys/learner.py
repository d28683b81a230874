"""A learner at a real terminal: reads the screen, presses keys, knows the answers from the course files."""

import json
import re
import subprocess
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from string import ascii_lowercase

from msgspec.structs import replace

from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import bundled
from sosmed_learn.core import drawing
from sosmed_learn.core.grading import right_choices
from sosmed_learn.core.module import Lesson, QuestionStep, ScenarioStep, TaskStep
from sosmed_learn.core.paths import walk
from sosmed_learn.core.playthrough import Playthrough
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Blank,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    OrderQuestion,
    PlaceQuestion,
    TextQuestion,
)
from sosmed_learn.core.shuffling import shown_items, shown_places
from sosmed_learn.core.text import Language
from tests.terminal import Terminal, surroundings, this_checkout

ON = {"id": "lanjut", "en": "go on"}
ANSWER = {"id": "jawab", "en": "answer"}
OPEN = {"id": "buka lembar kerja", "en": "open the worksheet"}
DO = {"id": "lakukan", "en": "do this"}
READING = 80
"""Columns in which the question stands; beside them there may be an outline."""
SAVED = {"id": "tersimpan", "en": "saved"}


def library() -> CourseLibrary:
    """The bundled courses."""
    return CourseLibrary(bundled())


def start(home: Path, columns: int = 80, rows: int = 24, **variables: str) -> Terminal:
    """Open the app with its data in ``home``."""
    command, env = this_checkout(home)
    return Terminal.start(command, {**env, **variables}, columns, rows)


def settle_in(terminal: Terminal, language: str = "id") -> None:
    """Answer the three questions of the first run with their second answers."""
    terminal.wait_for("Pilih bahasa")
    terminal.press("1" if language == "id" else "2")
    terminal.wait_for({"id": "Apa pekerjaanmu?", "en": "What do you do?"}[language])
    terminal.press("1")
    terminal.wait_for({"id": "Berapa waktumu", "en": "How much time"}[language])
    terminal.press("enter")
    terminal.wait_for({"id": "Modul", "en": "Modules"}[language])


def open_first_lesson(terminal: Terminal, number: int = 1, language: Language = "id") -> Lesson:
    """From Home to the first lesson of the module with that number."""
    module = library().modules[number - 1]
    terminal.press(str(number))
    terminal.wait_for(module.summary.say(language)[:20])
    terminal.press("1")
    return library().lesson(module.id, module.lessons[0])


def right_keys(question: AnyQuestion) -> list[str]:
    """What to press to answer ``question`` rightly, the last Enter apart."""
    match question:
        case ChoiceQuestion():
            right = right_choices(question)
            return [str(n) for n, choice in enumerate(question.choices, start=1) if choice in right]
        case NumberQuestion():
            plain = f"{question.answer:f}"
            return [plain.rstrip("0").rstrip(".") if "." in plain else plain]
        case TextQuestion():
            return [_exact(question.accept)]
        case OrderQuestion():
            return _moves(question)
        case PlaceQuestion():
            letters = {place.id: letter for place, letter in zip(shown_places(question), ascii_lowercase, strict=False)}
            items = enumerate(shown_items(question), start=1)
            return [key for number, item in items for key in (str(number), letters[item.place])]
        case FillQuestion():
            return [key for blank in question.blanks for key in (_filling(blank), "enter")][:-1]


def as_asked(question: AnyQuestion, screen: str, language: str) -> AnyQuestion:
    """The question with the numbers that were drawn for it, which are read off the screen."""
    if not isinstance(question, NumberQuestion) or question.template is None:
        return question
    spoken: Language = "en" if language == "en" else "id"
    words = re.escape(" ".join(question.template.prompt.say(spoken).replace("*", "").split()))
    pattern = re.sub(r"\\{([a-z_]+)\\}", r"(?P<\1>[0-9.,]*[0-9])", words)
    found = re.search(pattern, " ".join(" ".join(line[:READING] for line in screen.splitlines()).split()))
    assert found, f"{question.id} is not asked in:\n{screen}"
    values = {name: _number(digits, spoken) for name, digits in found.groupdict().items()}
    worked = drawing.worked_out(question.template, values)
    assert worked is not None
    return replace(question, answer=worked[drawing.ANSWER])


def _number(digits: str, language: Language) -> Decimal:
    groups, point = (".", ",") if language == "id" else (",", ".")
    return Decimal(digits.replace(groups, "").replace(point, "."))


def _exact(accept: Sequence[Accepted]) -> str:
    return next(answer.text for answer in accept if not answer.wildcard)


def _filling(blank: Blank) -> str:
    return next((str(n) for n, choice in enumerate(blank.choices, start=1) if choice.correct), "") or _exact(
        blank.accept
    )


def _moves(question: OrderQuestion) -> list[str]:
    """From the top down, the number where each item stands and the number of its place."""
    standing, keys = [item.id for item in shown_items(question)], list[str]()
    for at, item in enumerate(question.items):
        now = standing.index(item.id)
        if now != at:
            keys += [str(now + 1), str(at + 1)]
            standing.insert(at, standing.pop(now))
    return keys


def place(lesson: Lesson, index: int, language: str) -> str:
    """How the top line counts the step."""
    return f"{index + 1} {'dari' if language == 'id' else 'of'} {len(lesson.steps)}"


def do_step(terminal: Terminal, lesson: Lesson, index: int, language: str) -> None:
    """Read or answer the step on screen and go on to the next."""
    step = lesson.steps[index]
    terminal.wait_for(place(lesson, index, language))
    if isinstance(step, ScenarioStep):
        play_story(terminal, Playthrough(step.scenario), language)
    if isinstance(step, TaskStep):
        put_off(terminal, step, language)
    if isinstance(step, QuestionStep):
        terminal.wait_for(f"Enter {ANSWER[language]}")
        for keys in right_keys(as_asked(step.question, terminal.text, language)):
            terminal.press(keys)
        terminal.press("enter")
        terminal.wait_for(f"Enter {ON[language]}")
        terminal.wait_for(f"{SAVED[language]}  {place(lesson, index, language)}")
    terminal.wait_for(f"Enter {ON[language]}")
    terminal.press("enter")


def put_off(terminal: Terminal, step: TaskStep, language: str) -> None:
    """Leave the task for later. Its own key is waited for: the one before it may still stand in the bottom line."""
    terminal.wait_for(f"Enter {OPEN[language]}")
    terminal.press("z")
    terminal.wait_for(f"· {step.task.title.say('en' if language == 'en' else 'id')}")


def play_story(terminal: Terminal, story: Playthrough, language: str) -> None:
    """Take the shortest way to a good ending."""
    for name in best_way(story):
        reply = next(reply for reply in story.node.replies if reply.id == name)
        terminal.wait_for(f"Enter {DO[language]}")
        terminal.press(str(story.node.replies.index(reply) + 1), "enter")
        story = story.choose(name)
        terminal.wait_for(clock_of(story, language))
    terminal.wait_for(SAVED[language])


def best_way(story: Playthrough) -> tuple[str, ...]:
    """The replies of the shortest way to a good ending."""
    ways = walk(story.scenario).arrivals.values()
    return next(way.path for way in ways if way.node.outcome == "good")


def clock_of(story: Playthrough, language: str) -> str:
    """How many minutes are left, as the line above the story says it; nothing without a clock."""
    left = story.minutes_left
    return "" if left is None else f"{left} {'menit lagi' if language == 'id' else 'minutes left'}"


def run(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of ours to its end."""
    command, env = this_checkout(home, *arguments)
    return subprocess.run(
        command, env=surroundings(env), capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )


def exported(home: Path) -> list[dict[str, object]]:
    """All events on disk."""
    return [json.loads(line) for line in run(home, "progress", "export").stdout.splitlines()]
