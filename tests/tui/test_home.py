"""Home: what to do next and why, the modules, the language, and what cannot be opened."""

import pytest

from sosmed_learn.core.events import Event, LessonPassed, SettingChanged
from sosmed_learn.core.study import Trouble
from sosmed_learn.core.text import Text
from tests.fakes import NOW, MemoryLibrary, finished
from tests.tui.course import BROKEN_AT, LESSONS, MODULES, done_until, library
from tests.tui.seeing import Seat, sit

ALL = [
    finished(module, lesson, right, 4, number=number)
    for number, (module, lesson, right) in enumerate(
        [
            ("strategy", "tour", 3),
            ("strategy", "brief", 4),
            ("analytics", "units", 4),
            ("community", "rules", 1),
            ("service", "triage", 4),
            ("commerce", "lanes", 4),
        ]
    )
]


@pytest.mark.parametrize(
    ("history", "title", "why_id", "why_en"),
    [
        (
            [],
            "Tujuan yang bisa diperiksa",
            "Awal yang pas untuk pekerjaanmu.",
            "A good place to begin for what you do.",
        ),
        (
            done_until("signals"),
            "Tujuan yang bisa diperiksa",
            "Kamu berhenti di langkah 4 dari 8; lanjut dari sana.",
            "You stopped at step 4 of 8; go on from there.",
        ),
        (ALL[:1], "Menulis brief", "Ini lanjutan dari modul", "It comes next in the module you were in."),
        (ALL, "Pedoman", "Semua pelajaran selesai.", "All lessons are done. This one went least well"),
    ],
    ids=["first", "continue", "next", "repeat"],
)
async def test_the_offer_says_what_and_why_and_enter_opens_it(
    history: list[Event], title: str, why_id: str, why_en: str
) -> None:
    async with sit(history=history) as seat:
        assert f"▶ {title}" in seat.text
        assert why_id in seat.flat
        assert "Enter mulai" in seat.key_line
        await seat.press("l")
        assert why_en in seat.flat
        await seat.press("l", "enter")
        assert seat.on == "Lesson"
        assert title in seat.lines[0]


async def test_a_lesson_that_cannot_be_read_is_never_offered() -> None:
    async with sit(history=[row for row in ALL if row != ALL[2]]) as seat:
        assert "▶ Satuan hitung" in seat.text


async def test_without_any_lesson_home_says_so_and_enter_is_not_offered() -> None:
    async with sit(library=MemoryLibrary((), {})) as seat:
        assert "Belum ada pelajaran yang bisa dibuka." in seat.text
        assert "Enter" not in seat.key_line
        await seat.press("enter", "1")
        assert seat.on == "Home"


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
async def test_a_digit_opens_its_module(number: int) -> None:
    async with sit() as seat:
        await seat.press(str(number))
        assert seat.on == "Module"
        assert seat.lines[0].strip() == MODULES[number - 1].title.say("id")
        await seat.press("escape")
        assert seat.on == "Home"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_arrows_and_enter_open_a_module(size: tuple[int, int]) -> None:
    async with sit(size=size) as seat:
        await seat.press("down", "down", "enter")
        assert (seat.on, seat.lines[0].strip()) == ("Module", "Analitik")
        await seat.press("escape", "up", "enter")
        assert seat.on in {"Module", "Lesson"}


async def test_how_far_each_module_is_stands_beside_it() -> None:
    history = [*ALL[2:3], *done_until("signals")]
    async with sit(history=history) as seat:
        row = {line.split()[1]: line for line in seat.lines if line.strip()[:1].isdigit()}
        assert "berjalan" in row["Strategi"]
        assert 0 < row["Strategi"].count("━") < 9
        assert "1 dari 2" in row["Analitik"]
        assert "belum mulai" in row["Layanan"]
        assert row["Analitik"].count("━") == 9
        assert row["Layanan"].count("━") == 0
    async with sit(history=ALL[3:4]) as seat:
        assert "selesai" in next(line for line in seat.lines if "Komunitas" in line)


async def test_a_click_opens_the_offer_or_a_module() -> None:
    async with sit() as seat:
        await seat.click("Layanan")
        assert (seat.on, seat.lines[0].strip()) == ("Module", "Layanan")
        await seat.press("escape")
        await seat.click("Strategi · 8 menit")
        assert seat.on == "Lesson"


def words(seat: Seat) -> list[str]:
    """The lines that have letters."""
    return [line for line in seat.lines if any(c.isalpha() for c in line)]


async def test_the_language_key_changes_every_word_and_back_and_is_saved() -> None:
    async with sit() as seat:
        before = words(seat)
        await seat.press("l")
        after = words(seat)
        same = {line for line in before if line in after}
        assert not same, "the same in both languages"
        assert "Mon 23 Nov" in after[0]
        assert [event.value for event in seat.saved(SettingChanged)][-1] == "en"
        await seat.press("l")
        assert words(seat) == before
        assert [event.value for event in seat.saved(SettingChanged)][-1] == "id"


@pytest.mark.parametrize("key", ["1", "k", "o", "w"])
async def test_the_language_key_works_on_the_pages_behind_it(key: str) -> None:
    async with sit(speaking="en") as seat:
        await seat.press(key)
        english = words(seat)
        await seat.press("l")
        assert not set(words(seat)[:2]) & set(english[:2])
        await seat.press("l")
        assert words(seat) == english


async def test_the_chosen_language_lasts_to_the_next_start() -> None:
    async with sit() as seat:
        await seat.press("l")
        kept = seat.store.events
    async with sit(new=True, history=kept) as again:
        assert "Today" in again.text


async def test_what_cannot_be_opened_is_told_and_listed() -> None:
    async with sit(size=(80, 30)) as seat:
        assert 'Analitik: pelajaran "Rusak" belum bisa dibuka' in seat.flat
        assert 'Modul "Iklan" belum bisa dibuka' in seat.flat
        assert "aman." in seat.text
        assert "x apa yang salah" in seat.key_line
        await seat.press("x")
        assert seat.on == "Troubles"
        assert BROKEN_AT in seat.text
        assert "2 masalah" in seat.text
        assert "courses/ads/module.yaml:1:1" in seat.text
        assert "Kunci `titel` tidak dikenal." in seat.flat
        assert "Perbaikannya: Maksudmu `title`?" in seat.flat
        assert 'sosmed-learn check "courses/my analytics" courses/ads' in seat.flat
        await seat.press("escape")
        assert seat.on == "Home"


async def test_a_course_folder_that_is_not_there_is_told_as_a_folder() -> None:
    gone = Trouble(Text.same("no/such"), "no/such", "", folder="no/such")
    async with sit(library=MemoryLibrary(MODULES, LESSONS, troubles=(gone,))) as seat:
        assert 'Folder kursus "no/such" belum bisa dibuka.' in seat.flat
        assert "berkasnya" not in seat.flat


async def test_without_troubles_there_is_no_key_for_them() -> None:
    async with sit(library=MemoryLibrary(MODULES, LESSONS)) as seat:
        assert "belum bisa dibuka" not in seat.text
        assert " x " not in seat.key_line
        await seat.press("x")
        assert seat.on == "Home"


async def test_troubles_found_late_leave_the_cursor_where_it_is() -> None:
    courses = library()
    courses.survey_may_end.clear()
    async with sit(library=courses, size=(80, 30), survey=False) as seat:
        await seat.press("down", "down", "down")
        assert "belum bisa dibuka" not in seat.text
        courses.survey_may_end.set()
        await seat.until(lambda: "belum bisa dibuka" in seat.text)
        await seat.press("enter")
        assert (seat.on, seat.lines[0].strip()) == ("Module", "Komunitas")


async def test_switching_the_language_leaves_the_cursor_where_it_is() -> None:
    async with sit() as seat:
        await seat.press("down", "down", "l", "enter")
        assert (seat.on, seat.lines[0].strip()) == ("Module", "Analytics")


async def test_coming_back_to_a_module_stands_at_the_lesson_just_left() -> None:
    async with sit() as seat:
        await seat.press("1", "down", "enter", "enter", "escape")
        assert seat.on == "Module"
        await seat.press("enter")
        assert "Menulis brief" in seat.lines[0]


async def test_a_lesson_that_broke_since_is_a_sentence_and_nothing_more() -> None:
    courses = library()
    async with sit(library=courses) as seat:
        await seat.press("1")
        courses.spoil("strategy", "tour", "courses/strategy/lessons/tour.yaml:9:1")
        await seat.press("1")
        assert seat.on == "Module"
        assert "Pelajaran ini belum bisa dibuka" in seat.flat
        assert "courses/strategy/lessons/tour.yaml:9:1" in seat.flat
        await seat.press("2")
        assert seat.on == "Lesson"


async def test_the_module_says_what_each_lesson_is_and_how_far() -> None:
    async with sit(history=[*ALL[1:2], *done_until("signals")]) as seat:
        await seat.press("1")
        assert "Ringkasan Strategi." in seat.text
        assert "8 menit · ~ sedang berjalan, langkah 4 dari 8" in seat.text
        assert "✓ selesai, 4 dari 4 benar" in seat.text
        assert "Modul ini membahas: Tujuan terukur." in seat.text


async def test_a_lesson_left_out_by_a_test_is_not_one_to_begin() -> None:
    passed = LessonPassed(id="p1", at=NOW, offset=420, module="commerce", lesson="lanes", right=3, asked=4)
    async with sit(history=[passed]) as seat:
        await seat.press("5")
        assert "✓ sudah bisa menurut tes" in seat.text
        assert "belum mulai" not in seat.text


async def test_a_broken_lesson_of_a_module_says_so_and_the_next_one_opens() -> None:
    async with sit() as seat:
        await seat.press("2")
        assert "belum bisa dibuka: ada kesalahan di berkasnya" in seat.text
        await seat.press("1")
        assert seat.on == "Module"
        assert "Enter buka" in seat.key_line, "the cursor stands on a lesson that opens"
        await seat.press("enter")
        assert (seat.on, "Satuan hitung" in seat.lines[0]) == ("Lesson", True)
