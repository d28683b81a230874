"""One learner who visits every screen that a course has and does everything there that can be done.

The course comes from disk through the real reading, the app is the real one; clock and store are in memory.
"""

from collections.abc import Iterable
from pathlib import Path
from random import Random

from sosmed_learn.content.compiled import CompiledLibrary
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places
from sosmed_learn.core.events import Answered, Event, LessonFinished
from sosmed_learn.core.module import Lesson, Module, QuestionStep, ScenarioStep, Step, TaskStep, TextStep
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.text import LANGUAGES, Language, Text, other
from sosmed_learn.storage.rows import to_line, to_row
from tests.fakes import MemoryLibrary
from tests.generated.answering import ANSWERS, Typing
from tests.generated.reading import exam_of, is_seen, session_of
from tests.generated.storywalk import play
from tests.tui.seeing import Seat, sit

SIZES = ((80, 24), (60, 20), (120, 40), (160, 50), (60, 30))
TOO_SMALL = (30, 8)


def library(folder: Path) -> MemoryLibrary:
    """Everything that stands in ``folder``, read, packed for the next start and unpacked again."""
    places, cache = Places(folder, folder), folder.with_suffix(".msgpack")
    CompiledLibrary(places, (), cache, lambda: CourseLibrary(places)).troubles()
    read = CompiledLibrary(places, (), cache, _not_from_disk)
    troubles = read.troubles()
    assert troubles == (), troubles
    lessons = {(one.id, name): read.lesson(one.id, name) for one in read.modules for name in one.files}
    terms = {one.id: read.glossary(one.id) for one in read.modules}
    return MemoryLibrary(read.modules, lessons, terms=terms, facts=read.facts().values())


def _not_from_disk() -> CourseLibrary:
    raise AssertionError


async def walk(folder: Path, chance: Random) -> None:
    """Go through the valid courses in ``folder``. Fails where the app does, or hides what is to be seen."""
    courses, reader = library(folder), chance.choice(LANGUAGES)
    async with sit(library=courses, speaking=reader, size=chance.choice(SIZES)) as seat:
        learner = Walker(seat, courses, reader, chance)
        for number, module in enumerate(courses.modules, start=1):
            await learner.visit(number, module)
    learner.check_events()


class Walker:
    """Where the learner is, and in which language they read."""

    def __init__(self, seat: Seat, courses: MemoryLibrary, reader: Language, chance: Random) -> None:
        self.seat = seat
        self.courses = courses
        self.reader: Language = reader
        self.chance = chance

    async def visit(self, number: int, module: Module) -> None:
        """A module from Home: its page, its glossary, its lessons from the first to the last."""
        seat = self.seat
        assert seat.on == "Home"
        await seat.read_all()
        await self._jolt()
        await seat.press(str(number))
        assert seat.on == "Module"
        await seat.read_all()
        await self._look("g", "Glossary")
        for at, name in enumerate(module.lessons, start=1):
            await seat.press(str(at))
            assert seat.on == "Lesson", seat.text
            await self._do(self.courses.lesson(module.id, name))
            await seat.press("enter")
            assert seat.on == "Home"
            await seat.press(str(number))
        if module.exam is not None:
            await self._be_examined()
        await seat.press("escape")

    async def _be_examined(self) -> None:
        """The module's exam: begun, left and gone on with, answered or not, handed in, read."""
        seat = self.seat
        await seat.press("e")
        assert seat.on == "ExamStart"
        await seat.read_all()
        await seat.press("enter")
        if seat.on == "ExamStart":  # there is nothing to ask
            await seat.press("escape")
            return
        while seat.on == "Exam" and (question := exam_of(seat).question):
            await is_seen(seat, question.prompt, self.reader)
            await self._jolt()
            if self._now_and_then():
                await self._leave_field()
                await seat.press("escape", "e", "enter")
            elif self._now_and_then():
                await seat.press("f4")
            else:
                await self._answer(question, right=bool(self.chance.randrange(2)))
        await seat.press("f" if exam_of(seat).unanswered else "enter")
        assert seat.on == "ExamResult", seat.text
        await seat.read_all()
        await self._jolt()
        await seat.press("escape")

    async def _do(self, lesson: Lesson) -> None:
        """A lesson to its end, with steps back, and its result."""
        seat = self.seat
        for at, step in enumerate(lesson.steps):
            await self._step(step)
            if at and self._now_and_then():
                await seat.press("left", "right")
            await self._jolt()
            await seat.press("enter")
        assert seat.on == "Result", seat.text
        await seat.read_all()
        await self._jolt()
        if lesson.questions and self._now_and_then():
            await seat.press("u")
            assert seat.on == "Lesson"
            while seat.on == "Lesson":
                session = session_of(seat)
                if session.question and not session.answered:
                    await self._answer(session.question, right=True)
                await seat.press("enter")
            assert seat.on == "Result"
            await seat.read_all()

    async def _step(self, step: Step) -> None:
        """All that can be done at one step. What it says is seen, in either language."""
        seat = self.seat
        await self._leave_field()
        if isinstance(step, ScenarioStep):
            await play(seat, step.scenario, self.reader, self.chance)
        else:
            text = self._told(step)
            for language in (self.reader, other(self.reader)):
                if text is not None:
                    await is_seen(seat, text, language)
                await seat.press("l")
        if self._now_and_then():
            await seat.press("exclamation_mark", "n")
            assert seat.on == "Note", seat.text
            await seat.paste("[/b] catatan")
            await seat.press("enter")
        for key, screen in (("g", "Glossary"), ("question_mark", "Keys")):
            if self._now_and_then():
                await self._look(key, screen)
        if isinstance(step, QuestionStep):
            await self._answer_until_done(right=bool(self.chance.randrange(2)))
            if session_of(seat).can_drill or (session_of(seat).can_retry and self._now_and_then()):
                await seat.press("r")
                assert not session_of(seat).answered
                await self._answer_until_done(right=True)
        if isinstance(step, TaskStep):
            await self._work()
        await self._look("s", "Sources")
        assert seat.on == "Lesson", seat.text

    def _told(self, step: Step) -> Text | None:
        """What is to be seen of a step that is no scenario; titles alone are too odd to be found again."""
        match step:
            case TextStep(text=text):
                return text
            case TaskStep(task=task):
                return task.brief
        return self._question.prompt

    async def _work(self) -> None:
        """Look into the worksheet, type into what is open, come back, and put it off."""
        seat = self.seat
        await seat.press("enter")
        assert seat.on == "Worksheet", seat.text
        await seat.paste("[/b] 12,5 jt 🌶")
        await seat.press("tab")
        await seat.read_all()
        while seat.on == "Worksheet":
            await seat.press("escape")
        await seat.press("z")

    @property
    def _question(self) -> AnyQuestion:
        """The one on screen, with its numbers."""
        question = session_of(self.seat).question
        assert question
        return question

    async def _answer_until_done(self, *, right: bool) -> None:
        """With all hints: wrongly, taken back, and once more, at last rightly or not."""
        await self._leave_field()
        for _hint in self._question.hints:
            await self.seat.press("h")
        await self._answer(self._question, right=False)
        await self.seat.press("u")
        await self._leave_field()
        if self._now_and_then():
            await self.seat.press("l", "l")
        await self._answer(self._question, right=right)
        if self._now_and_then():
            await self.seat.press("l", "l")

    async def _answer(self, question: AnyQuestion, *, right: bool) -> None:
        seat, before = self.seat, len(self.seat.saved(Answered))
        acts = ANSWERS[question.kind](question, self.reader, right)
        if seat.app.screen.query("AnswerField"):
            await self._leave_field()  # nobody knows whether what is there is empty
            await seat.press("tab")
        for act in acts:
            await (seat.paste(act) if isinstance(act, Typing) else seat.press(act))
        await seat.press("enter")
        saved = seat.saved(Answered)
        assert len(saved) == before + 1, (acts, seat.text)
        assert saved[-1].correct == right, (acts, question)
        await seat.read_all()

    async def _leave_field(self) -> None:
        """Out of the line to type in, so that the keys mean something else than letters."""
        if self.seat.app.screen.query("AnswerField:focus, BlankField:focus"):
            await self.seat.press("escape")

    async def _look(self, key: str, screen: str) -> None:
        """Open what lies over the screen, where there is something to open, read it and close it."""
        seat = self.seat
        before = seat.on
        await self._leave_field()
        await seat.press(key)
        if seat.on == screen:
            await seat.read_all()
            await self._jolt()
            await seat.press("escape")
        assert seat.on == before

    def _now_and_then(self) -> bool:
        return self.chance.randrange(4) == 0

    async def _jolt(self) -> None:
        """Now and then another size, on the way perhaps one at which nothing can be drawn."""
        if self.chance.randrange(6) == 0:
            if self.chance.randrange(3) == 0:
                await self.seat.resize(*TOO_SMALL)
            await self.seat.resize(*self.chance.choice(SIZES))

    def check_events(self) -> None:
        """What was done can be written down."""
        events: Iterable[Event] = self.seat.store.events
        for event in events:
            assert to_line(to_row(event))
        lessons = sum(len(module.lessons) for module in self.courses.modules)
        assert len({(one.module, one.lesson) for one in self.seat.saved(LessonFinished)}) == lessons
