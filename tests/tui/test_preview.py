"""The preview: it opens where the author writes, shows every save at the same place, and keeps nothing."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from sosmed_learn.core.fleeting import FleetingStore
from sosmed_learn.core.module import Lesson, QuestionStep, Step, TextStep
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Study
from sosmed_learn.core.text import Language, Text
from sosmed_learn.tui.preview.app import PreviewApp
from sosmed_learn.tui.preview.keeping_place import same_step
from sosmed_learn.tui.preview.service import Aim, Finding, Spot
from tests.fakes import MemoryLibrary, MemoryStore, TickingClock
from tests.tui.course import FRESH, LESSONS, MODULES, STALE, TERMS, TOUR
from tests.tui.course import library as small_course
from tests.tui.examcourse import library as exam_course
from tests.tui.examcourse import shown
from tests.tui.seeing import SIZE, Seat
from tests.tui.storycourse import library as story_course
from tests.tui.taskcourse import library as task_course

PATH = "/kursus/strategy/lessons/tour.yaml"
READING, VANITY, SIGNALS, TERM, REVENUE = (
    next(at for at, step in enumerate(TOUR.steps) if step.id == name)
    for name in ("reading", "vanity", "signals", "term", "revenue")
)


def finding(code: str, line: int = 3, path: str = PATH, words: str = "Salah di sini.") -> Finding:
    shown = f"lessons/{path.rpartition('/')[2]}:{line}:5"
    return Finding(
        code=code,
        warning=code.startswith("W"),
        spot=Spot(path, line, shown),
        what=Text(words, "Wrong here."),
        hint=Text("Ganti jadi benar.", "Make it right."),
        why=Text("Peserta bingung.", "Learners are lost."),
        excerpt="kind: singel",
        caret="      ^^^^^^",
    )


@dataclass
class FakeEditor:
    """An editor that saves while it is open, if it is told what."""

    takes_terminal: bool
    trouble: str
    save: Callable[[], None]

    def run(self) -> str:
        self.save()
        return self.trouble


@dataclass
class FakePreview:
    """Courses in memory that a test can save anew. Steps stand ten lines apart, the first one on line 10."""

    start: Aim = field(default_factory=lambda: Aim("strategy", "tour", VANITY))
    watches: bool = True
    library: MemoryLibrary = field(default_factory=small_course)
    problems: tuple[Finding, ...] = ()
    edited: list[Spot] = field(default_factory=list)
    asked: list[Aim] = field(default_factory=list)
    editor: FakeEditor = field(default_factory=lambda: FakeEditor(True, "", lambda: None))  # noqa: FBT003
    changed: Callable[[], None] | None = None
    stopped: threading.Event | None = None

    def read(self) -> MemoryLibrary:
        return self.library

    def aim(self) -> Aim:
        return self.start

    def spot(self, aim: Aim) -> Spot | None:
        self.asked.append(aim)
        if aim.lesson:
            line = 10 * (aim.step + 1)
            return Spot(f"/kursus/{aim.module}/lessons/{aim.lesson}.yaml", line, f"lessons/{aim.lesson}.yaml:{line}")
        name = "glossary.yaml" if aim.glossary else "module.yaml"
        return Spot(f"/kursus/{aim.module}/{name}", 1, f"{name}:1") if aim.module else None

    def findings(self) -> tuple[Finding, ...]:
        return self.problems

    def editing(self, spot: Spot) -> FakeEditor:
        self.edited.append(spot)
        return self.editor

    def watch(self, changed: Callable[[], None], stop: threading.Event) -> None:
        self.changed, self.stopped = changed, stop

    def save(self, lesson: Lesson | str, *problems: Finding) -> None:
        """The author saves the tour. Text instead of a lesson is where its file is broken."""
        self.library = MemoryLibrary(MODULES, LESSONS | {("strategy", "tour"): lesson}, facts=(FRESH, STALE))
        self.problems = problems


@asynccontextmanager
async def preview(
    service: FakePreview, *, speaking: Language = "id", size: tuple[int, int] = SIZE
) -> AsyncIterator[Seat]:
    """Sit before the preview; its own store is not looked at, the seat's stays empty."""
    begun = Progress(settings={"role": "admin", "language": speaking})
    app = PreviewApp(Study(service.read(), FleetingStore(begun), TickingClock()), begun, service, speaking)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot, MemoryStore())
        await seat.until(lambda: app.surveyed)
        yield seat


async def saved(seat: Seat, service: FakePreview, lesson: Lesson | str, *problems: Finding) -> None:
    """The author saves, and the file watch says so from its thread."""
    service.save(lesson, *problems)
    assert service.changed
    await asyncio.to_thread(service.changed)
    await seat.settle()


def with_steps(steps: Iterable[Step]) -> Lesson:
    return replace(TOUR, steps=tuple(steps))


def reworded(name: str, words: str) -> Lesson:
    """The tour in which a text or the prompt of a question says something else."""
    return with_steps(_reworded(step, words) if step.id == name else step for step in TOUR.steps)


def _reworded(step: Step, words: str) -> Step:
    if isinstance(step, TextStep):
        return replace(step, text=Text(words, words))
    assert isinstance(step, QuestionStep)
    return replace(step, question=replace(step.question, prompt=Text(words, words)))


def without(*names: str) -> Lesson:
    return with_steps(step for step in TOUR.steps if step.id not in names)


async def test_it_opens_at_the_step_under_the_cursor_and_says_what_it_is_and_where_that_stands() -> None:
    async with preview(FakePreview()) as seat:
        assert seat.on == "PreviewLesson"
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        assert "pratinjau" in seat.lines[0]
        assert f"lessons/tour.yaml:{10 * (VANITY + 1)}" in seat.text
        await seat.press("right")
        assert f"lessons/tour.yaml:{10 * (VANITY + 2)}" in seat.text


@pytest.mark.parametrize(
    ("aim", "on", "sees"),
    [
        (Aim(), "Home", "Pratinjau"),
        (Aim("strategy"), "Module", "Pratinjau module.yaml:1"),
        (Aim("strategy", glossary=True), "Glossary", "Audiens"),
    ],
)
async def test_it_opens_home_a_module_and_a_glossary(aim: Aim, on: str, sees: str) -> None:
    async with preview(FakePreview(aim)) as seat:
        assert seat.on == on
        assert sees in seat.text


async def test_a_save_shows_the_new_text_at_the_same_place() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        await saved(seat, service, reworded("vanity", "Yang mana, setelah disunting?"))
        assert "Yang mana, setelah disunting?" in seat.text
        assert "Tujuan mana yang bisa diperiksa?" not in seat.text
        assert seat.lines[0].endswith(f"{VANITY + 1} dari {len(TOUR.steps)}")


async def test_the_place_is_kept_when_steps_come_and_go_before_it() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        first = TextStep("new-one", Text("Langkah baru.", "A new step."))
        await saved(seat, service, with_steps([first, *TOUR.steps]))
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        assert seat.lines[0].endswith(f"{VANITY + 2} dari {len(TOUR.steps) + 1}")
        await saved(seat, service, without("reading"))
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        assert seat.lines[0].endswith(f"{VANITY} dari {len(TOUR.steps) - 1}")


async def test_of_a_step_that_was_taken_out_the_next_one_takes_the_place() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        await saved(seat, service, without("vanity"))
        assert seat.lines[0].endswith(f"{VANITY + 1} dari {len(TOUR.steps) - 1}")
        assert "[ ] Laba" in seat.text


@pytest.mark.parametrize(
    ("before", "at", "now", "found"),
    [
        ("abc", 1, "abc", 1),
        ("abc", 1, "xabc", 2),
        ("abc", 1, "cab", 2),
        ("abc", 1, "aXc", 1),  # a text without an id, reworded
        ("abc", 1, "ac", 1),
        ("abc", 2, "ab", 1),
        ("abc", 0, "c", 0),
        ("abc", 2, "x", 0),
    ],
)
def test_the_step_that_stands_in_the_place_of_another(before: str, at: int, now: str, found: int) -> None:
    steps = [[TextStep(name, Text.same(name)) for name in names] for names in (before, now)]
    assert same_step(steps[0], at, steps[1]) == found


def test_a_question_is_known_by_the_id_that_it_had() -> None:
    renamed = [
        replace(step, question=replace(step.question, id="renamed", aliases=("vanity",)))
        if isinstance(step, QuestionStep) and step.id == "vanity"
        else step
        for step in reversed(TOUR.steps)
    ]
    assert same_step(TOUR.steps, VANITY, renamed) == len(TOUR.steps) - 1 - VANITY


async def test_a_long_text_stays_where_it_was_scrolled_to() -> None:
    words = [f"Paragraf nomor {number}." for number in range(60)]
    service = FakePreview(Aim("strategy", "tour", READING))
    service.save(reworded("reading", "\n\n".join(words)))
    async with preview(service) as seat:
        await seat.press("pagedown", "pagedown")
        top = next(line for line in seat.lines if "Paragraf nomor" in line)
        assert "nomor 0." not in top
        await saved(seat, service, reworded("reading", "\n\n".join([*words, "Kalimat baru di akhir."])))
        assert next(line for line in seat.lines if "Paragraf nomor" in line) == top
        await seat.press("end")
        assert "Kalimat baru di akhir." in seat.text


async def test_what_was_picked_and_typed_stays_when_another_step_was_saved() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        await seat.press("2")
        marked = next(line for line in seat.lines if "▸ 2" in line)
        await saved(seat, service, reworded("closing", "Akhir yang lain."))
        assert marked in seat.lines
    service = FakePreview(Aim("strategy", "tour", TERM))
    async with preview(service) as seat:
        await seat.write("kolab")
        await saved(seat, service, reworded("closing", "Akhir yang lain lagi."))
        await seat.write("orasi")
        assert seat.app.screen.query_one(Input).value == "kolaborasi"


async def test_an_edited_question_is_shown_fresh_and_an_unchanged_one_stays_answered() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        await seat.press("1", "enter")
        assert "(jawabanmu)" in seat.text
        await saved(seat, service, reworded("signals", "Soal lain."))
        assert "(jawabanmu)" in seat.text
        await saved(seat, service, reworded("vanity", "Kini apa?"))
        assert "Kini apa?" in seat.text
        assert "(jawabanmu)" not in seat.text
        await seat.press("1", "enter")
        assert "(jawabanmu)" in seat.text


async def test_every_answer_can_be_tried_one_after_the_other() -> None:
    async with preview(FakePreview()) as seat:
        for key in "123":
            await seat.press(key, "enter")
            assert "(jawabanmu)" in seat.text
            assert "r coba lagi" in seat.key_line
            await seat.press("r")
            assert "(jawabanmu)" not in seat.text
            assert "coba lagi" not in seat.key_line


async def test_the_whole_lesson_can_be_walked_through_without_an_answer_and_ends_with_the_result() -> None:
    async with preview(FakePreview(Aim("strategy", "tour", 0))) as seat:
        for number in range(len(TOUR.steps)):
            assert seat.lines[0].endswith(f"{number + 1} dari {len(TOUR.steps)}")
            if seat.app.screen.query(Input):
                await seat.press("escape")
            await seat.press("right")
        assert seat.on == "Result"
        assert "0 dari 5" in seat.flat
        await seat.press("r")
        assert seat.on == "PreviewLesson"
        assert seat.lines[0].endswith(f"1 dari {len(TOUR.steps)}")


async def test_the_result_is_that_of_the_lesson_as_it_is_now() -> None:
    service = FakePreview(Aim("strategy", "tour", len(TOUR.steps) - 1))
    async with preview(service) as seat:
        await seat.press("enter")
        assert seat.on == "Result"
        await saved(seat, service, replace(TOUR, title=Text("Judul lain", "Another title")))
        assert "Judul lain" in seat.text
        assert seat.on == "Result"


@pytest.mark.parametrize("speaking", ["id", "en"])
async def test_a_broken_file_shows_its_problems_and_comes_back_when_mended(speaking: Language) -> None:
    service = FakePreview()
    async with preview(service, speaking=speaking) as seat:
        await saved(seat, service, "tour.yaml:3:5", finding("W601", 9), finding("E204"))
        assert seat.on == "Findings"
        seen = await seat.read_all()
        words = {
            "id": ("Salah di sini.", "Perbaikannya: Ganti jadi benar.", "Peserta bingung."),
            "en": ("Wrong here.", "To mend it: Make it right.", "Learners are lost."),
        }[speaking]
        for part in ("lessons/tour.yaml:3:5 E204", "kind: singel", "^^^^^^", *words):
            assert part in seen
        assert seen.index("E204") < seen.index("W601"), "errors first"
        await saved(seat, service, reworded("vanity", "Sudah benar."))
        assert seat.on == "PreviewLesson"
        assert "Sudah benar." in seat.text
        assert seat.lines[0].rstrip().endswith(str(len(TOUR.steps)))


async def test_a_file_that_is_broken_at_the_start_opens_where_the_cursor_is_once_it_is_mended() -> None:
    service = FakePreview(Aim("strategy", "tour", SIGNALS))
    service.save("tour.yaml:3:5", finding("E204"))
    async with preview(service) as seat:
        assert seat.on == "Findings"
        await saved(seat, service, TOUR)
        assert seat.on == "PreviewLesson"
        assert "[ ] Laba" in seat.text


async def test_problems_that_stay_are_shown_anew_after_each_save() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        await saved(seat, service, "tour.yaml:3:5", finding("E204"), finding("E201", 5))
        assert "2 kesalahan" in seat.flat
        await saved(seat, service, "tour.yaml:5:5", finding("E201", 5, words="Yang kedua."))
        assert "Yang kedua." in seat.flat
        assert "E204" not in seat.text
        assert "1 kesalahan" in seat.flat


async def test_a_broken_module_waits_for_its_file_too() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        service.library, service.problems = MemoryLibrary([], {}), (finding("E202"),)
        await seat.press("f5")
        assert seat.on == "Findings"
        await saved(seat, service, TOUR)
        assert seat.on == "PreviewLesson"
        assert "Tujuan mana yang bisa diperiksa?" in seat.text


async def test_a_lesson_that_left_its_module_gives_way_to_what_was_below_it() -> None:
    service = FakePreview()
    async with preview(service) as seat:
        short = [replace(module, lessons=tuple(n for n in module.lessons if n != "tour")) for module in MODULES]
        service.library = MemoryLibrary(short, LESSONS)
        await seat.press("f5")
        assert seat.on == "Home"


async def test_warnings_are_counted_quietly_and_can_be_looked_at() -> None:
    service = FakePreview()
    service.problems = (finding("W601"), finding("W602", 30))
    async with preview(service) as seat:
        assert seat.on == "PreviewLesson"
        assert "2 peringatan (w)" in seat.flat
        await seat.press("w")
        assert seat.on == "Findings"
        assert "W601" in seat.text
        await seat.press("escape")
        assert seat.on == "PreviewLesson"


async def test_a_list_that_was_opened_stays_open_until_nothing_is_left() -> None:
    service = FakePreview()
    service.problems = (finding("W601"), finding("W602", 30))
    async with preview(service) as seat:
        await seat.press("w")
        await saved(seat, service, TOUR, finding("W602", 30))
        assert seat.on == "Findings"
        assert "W601" not in seat.text
        await saved(seat, service, TOUR)
        assert seat.on == "PreviewLesson"


async def test_more_problems_than_anybody_reads_are_counted() -> None:
    service = FakePreview()
    service.problems = tuple(finding("W601", line) for line in range(1, 71))
    async with preview(service) as seat:
        await seat.press("w", "end")
        assert "20 lagi; lihat dengan sosmed-learn check." in seat.flat


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the terminal was lent."""
    times: list[str] = []

    def suspend(_app: object) -> nullcontext[None]:
        times.append("lent")
        return nullcontext()

    monkeypatch.setattr("textual.app.App.suspend", suspend)
    return times


async def test_the_editor_opens_at_the_line_on_screen_and_what_it_saved_is_shown(lent: list[str]) -> None:
    service = FakePreview(watches=False)
    service.editor.save = lambda: service.save(reworded("signals", "Dari editor."))
    async with preview(service) as seat:
        await seat.press("right")
        await seat.press("e")
        assert lent == ["lent"]
        assert [(spot.path, spot.line) for spot in service.edited] == [(PATH, 10 * (SIGNALS + 1))]
        assert "Dari editor." in seat.text


async def test_the_editor_opens_at_the_problem_under_the_cursor(lent: list[str]) -> None:
    service = FakePreview()
    service.save("tour.yaml:3:5", finding("E204", 3), finding("E201", 7))
    async with preview(service) as seat:
        await seat.press("e")
        await seat.press("down", "enter")
        assert [spot.line for spot in service.edited] == [3, 7]
        assert len(lent) == 2


async def test_an_editor_with_a_window_of_its_own_leaves_the_terminal_alone(lent: list[str]) -> None:
    service = FakePreview(watches=False)
    service.editor.takes_terminal = False
    async with preview(service) as seat:
        await seat.press("e")
        assert not lent
        assert "Setelah disimpan, tekan F5" in seat.flat
        service.save(reworded("vanity", "Disimpan di jendela lain."))
        await seat.press("f5")
        assert "Disimpan di jendela lain." in seat.text


async def test_an_editor_that_cannot_be_opened_is_told_in_a_sentence(lent: list[str]) -> None:
    service = FakePreview()
    service.editor.trouble = "Editor belum ditentukan."
    async with preview(service) as seat:
        await seat.press("e")
        assert "Editor belum ditentukan." in seat.flat
        assert lent


async def test_a_terminal_that_cannot_be_lent_is_told_in_a_sentence() -> None:
    async with preview(FakePreview()) as seat:
        await seat.press("e")
        assert "Terminal ini tidak bisa dipakai editor bergantian." in seat.flat


async def test_where_there_is_no_file_there_is_no_editor() -> None:
    service = FakePreview(Aim())
    async with preview(service) as seat:
        assert "sunting" not in seat.key_line
        await seat.press("e")
        assert not service.edited


async def test_a_glossary_is_read_again_while_it_is_open() -> None:
    service = FakePreview(Aim("strategy", glossary=True))
    async with preview(service) as seat:
        terms = {"strategy": tuple(replace(term, definition=Text("Arti baru.", "New.")) for term in TERMS)}
        service.library = MemoryLibrary(MODULES, LESSONS, terms=terms)
        assert service.changed
        await asyncio.to_thread(service.changed)
        await seat.settle()
        assert seat.on == "Glossary"
        assert "Arti baru." in seat.text


async def test_the_help_says_that_nothing_is_kept() -> None:
    async with preview(FakePreview()) as seat:
        await seat.press("question_mark")
        assert "tidak disimpan" in await seat.read_all()


async def test_the_watch_ends_with_the_app() -> None:
    service = FakePreview()
    async with preview(service):
        assert service.stopped
        assert not service.stopped.is_set()
    assert service.stopped.is_set()


async def test_the_language_can_be_switched_as_a_whole() -> None:
    service = FakePreview()
    service.problems = (finding("W601"),)
    async with preview(service) as seat:
        seat.app.action_switch_language()
        await seat.settle()
        assert "preview" in seat.lines[0]
        assert "1 warning (w)" in seat.flat
        assert "Which goal can be checked?" in seat.text


async def test_a_story_begins_again_and_its_place_is_that_of_the_moment_on_screen() -> None:
    service = FakePreview(Aim("strategy", "case", 1), library=story_course())
    async with preview(service) as seat:
        asked = service.asked[-1]
        await seat.press("2", "enter")
        assert "Kurir: paket di gudang Bitung." in seat.flat
        assert (asked.node, service.asked[-1].node) == ("ask", "wait")
        assert service.asked[-1].step == asked.step
        await seat.press("r")
        assert "Kurir: paket di gudang Bitung." not in seat.flat
        assert service.asked[-1].node == "ask"


async def test_a_worksheet_stands_where_its_task_does() -> None:
    service = FakePreview(Aim("strategy", "plan", 0), library=task_course())
    async with preview(service) as seat:
        await seat.press("enter")
        assert seat.on == "Worksheet"
        assert "Pratinjau lessons/plan.yaml:10" in seat.flat


async def test_a_question_of_an_exam_stands_in_its_lesson_or_its_bank() -> None:
    service = FakePreview(Aim("strategy"), library=exam_course())
    async with preview(service) as seat:
        await seat.press("e", "enter")
        for _ in range(6):
            name = shown(seat)
            lesson, at = ("bank", 1) if name == "extra" else ("tour", 1 + [step.id for step in TOUR.steps].index(name))
            assert f"Pratinjau lessons/{lesson}.yaml:{10 * at}" in seat.flat
            await seat.press("f4")
        assert "Pratinjau module.yaml:1" in seat.flat
