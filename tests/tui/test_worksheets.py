"""A worksheet on screen: filling in, what is saved when, the check, the document, and being asked about it again."""

from collections.abc import Sequence
from pathlib import PurePath

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import LessonFinished, TaskChecked, TaskSaved
from sosmed_learn.core.study import Kept
from sosmed_learn.core.text import Text
from sosmed_learn.tui.screens import worksheet
from tests.core.worksheets import PLAN
from tests.fakes import MemoryStore
from tests.tui.seeing import sit
from tests.tui.taskcourse import WORDS, MemoryDocuments, done, library, typed

SIZES = [(40, 12), (60, 20), (80, 24), (160, 50)]


async def test_a_task_can_be_done_from_the_first_field_to_the_document() -> None:
    documents = MemoryDocuments()
    async with sit(library=library(), documents=documents) as seat:
        await seat.press("enter")
        assert "▶ Strategi satu halaman  15 menit" in seat.text
        assert seat.key_line.startswith("Enter buka lembar kerja")
        await seat.press("right")
        assert seat.on == "Lesson"
        await seat.press("enter")
        assert "Siapa yang dituju?" in seat.text
        assert "1 dari 7" in seat.text
        await seat.write("kantor")
        await seat.press("enter")
        await seat.write("12 jt")
        assert "= Pesanan: …" in seat.text
        await seat.press("enter")
        await seat.write("60rb")
        assert "= Pesanan: 200 pesanan" in seat.text
        await seat.press("enter", "1", "enter")
        await seat.write("TikTok")
        await seat.press("enter")
        await seat.write("lokapasar")
        await seat.press("tab")
        assert "Ada angkanya." in seat.text
        await seat.press("space", "enter")
        assert "data/documents/strategi-satu-halaman.md" in seat.flat
        assert "200 pesanan dari Rp12.000.000" in await seat.read_all()
        await seat.press("enter")
        assert "5 dari 5 isian terisi" in seat.text
        assert "Sudah dicek: 1 dari 2 butir" in seat.flat
        assert seat.key_line.startswith("Enter lanjut")
        await seat.press("enter")
        assert "Sudah selesai." in seat.text
        await seat.press("enter")
    assert documents.files["strategi-satu-halaman.md"].endswith("- TikTok\n- lokapasar\n")
    written = {name: text for event in seat.saved(TaskSaved) for name, text in event.fields.items()}
    assert written == WORDS | {"waits": "TikTok\nlokapasar"}
    assert [event.rubric for event in seat.saved(TaskChecked)] == [{"number": True, "waits": False}]
    assert len(seat.saved(LessonFinished)) == 1


async def test_letters_typed_right_behind_tab_and_enter_belong_to_the_next_field() -> None:
    async with sit(library=library(), documents=MemoryDocuments()) as seat:
        await seat.press("enter", "enter")
        await seat.burst(*"kantor", "tab", *"12", "enter", *"6", "shift+tab", *"0", "tab", "tab", "2", "tab", *"no")
        await seat.press("escape", "escape")
    written = {name: text for event in seat.saved(TaskSaved) for name, text in event.fields.items()}
    assert written == {"who": "kantor", "sales": "120", "basket": "6", "channel": "ig", "waits": "no"}


async def test_each_save_holds_only_what_changed_and_nothing_is_saved_twice() -> None:
    async with sit(library=library(), documents=MemoryDocuments()) as seat:
        await seat.press("enter", "enter")
        await seat.write("a")
        await seat.press("tab", "shift+tab")
        await seat.write("b")
        await seat.press("tab", "tab", "escape", "escape")
    assert [event.fields for event in seat.saved(TaskSaved)] == [{"who": "a"}, {"who": "ab"}]


async def test_a_pause_saves_what_is_being_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "PAUSE", 0.0)
    monkeypatch.setattr(worksheet, "TICK", 0.01)
    async with sit(library=library()) as seat:
        await seat.press("enter", "enter")
        await seat.write("kantor")
        await seat.until(lambda: bool(seat.saved(TaskSaved)))
    assert seat.saved(TaskSaved)[-1].fields == {"who": "kantor"}


async def test_somebody_who_types_on_and_on_is_saved_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "PAUSE", 1e9)
    monkeypatch.setattr(worksheet, "LONGEST", 0.0)
    monkeypatch.setattr(worksheet, "TICK", 0.01)
    async with sit(library=library()) as seat:
        await seat.press("enter", "enter")
        await seat.write("k")
        await seat.until(lambda: bool(seat.saved(TaskSaved)))


async def test_what_is_on_no_disk_yet_is_not_called_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "TICK", 1e9)
    async with sit(library=library()) as seat:
        await seat.press("enter", "enter")
        await seat.write("k")
        await seat.press("tab")
        assert "tersimpan" in seat.lines[0]
        await seat.write("1")
        assert "tersimpan" not in seat.lines[0]
        assert "menyimpan" in seat.lines[0]
        await seat.press("tab")
        assert "tersimpan" in seat.lines[0]
        await seat.write("2")
        await seat.press("backspace", "tab")
        assert "tersimpan" in seat.lines[0], "what was typed is gone again, so nothing is left to save"


async def test_leaving_the_app_in_the_middle_of_a_word_loses_none_of_it() -> None:
    async with sit(library=library()) as seat:
        await seat.press("enter", "enter")
        await seat.burst(*"kantor", "ctrl+q")
    assert seat.saved(TaskSaved)[-1].fields == {"who": "kantor"}
    async with sit(library=library(), store=MemoryStore(seat.store.events), ticks=900) as again:
        await again.press("enter")
        assert "1 dari 5 isian terisi" in again.text
        await again.press("enter")
        assert "2 dari 7" in again.text, "one goes on where one stopped"
        await again.press("shift+tab")
        assert "kantor" in again.text


async def test_not_now_leaves_it_open_and_the_lesson_goes_on() -> None:
    async with sit(library=library()) as seat:
        await seat.press("enter", "z")
        assert "Ditunda." in seat.flat
        assert "· Strategi satu halaman" in seat.text, "no tick: it was not done"
        await seat.press("enter", "enter")
        await seat.press("escape", "escape")
        assert seat.on == "Home"
        assert "d dokumen" not in seat.key_line, "nothing was written, so there is no document"
    assert [event.later for event in seat.saved(TaskChecked)] == [True]
    assert len(seat.saved(LessonFinished)) == 1


async def test_days_later_home_asks_with_the_rubric_as_it_was() -> None:
    documents = MemoryDocuments()
    async with sit(library=library(), history=done(3), documents=documents) as seat:
        assert "Strategi satu halaman" in seat.text
        assert "beberapa waktu lalu" in seat.flat
        await seat.press("enter")
        assert "[x] Ada angkanya." in seat.flat
        assert "[ ] Ada yang ditunda." in seat.flat
        await seat.press("down", "space", "enter", "enter")
        assert seat.on == "Home"
        assert "beberapa hari lalu" not in seat.flat
    check = seat.saved(TaskChecked)[-1]
    assert (check.again, check.rubric) == (True, {"number": True, "waits": True})
    assert list(documents.files) == ["strategi-satu-halaman.md"]


async def test_the_document_stands_below_what_it_is_checked_against() -> None:
    async with sit(library=library(), history=[typed(0, **WORDS)], documents=MemoryDocuments()) as seat:
        await seat.press("enter", "enter", *["tab"] * 5)
        assert "Periksa sendiri dokumenmu." in seat.text
        assert "200 pesanan dari Rp12.000.000" in await seat.read_all()
    async with sit(library=library(), history=done(3), documents=MemoryDocuments()) as seat:
        await seat.press("enter")
        assert "Mana yang sekarang sudah terpenuhi?" in seat.text, "nothing is scrolled away"
        assert "200 pesanan dari Rp12.000.000" in await seat.read_all()


async def test_before_that_nobody_asks_and_then_it_can_be_put_off() -> None:
    async with sit(library=library(), history=done(2)) as seat:
        assert "beberapa hari lalu" not in seat.flat
    async with sit(library=library(), history=done(3)) as seat:
        await seat.press("enter", "z")
        assert seat.on == "Home"
        assert "beberapa hari lalu" not in seat.flat
    assert (seat.saved(TaskChecked)[-1].again, seat.saved(TaskChecked)[-1].later) == (True, True)


async def test_customers_are_warned_of_and_a_phone_number_is_noticed() -> None:
    async with sit(library=library(replace(PLAN, personal=True))) as seat:
        await seat.press("enter", "enter")
        assert "Jangan tulis nama, nomor HP, atau alamat pelanggan" in seat.flat
        await seat.write("Rina 081234567890")
        assert "mirip nomor HP" in seat.flat
        await seat.press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
        assert "mirip nomor HP" not in seat.flat


@pytest.mark.parametrize("field", [1, 5])
@pytest.mark.parametrize(
    "words", ["", "x" * 10_000, "😡🏽", "\u202eabc", "a\nb\r\nc\x1b[31m", "1e309", "NaN", "١٢٣", "-", "0", "[bold]x[/]"]
)
async def test_whatever_is_pasted_is_kept_or_gets_a_kind_sentence(field: int, words: str) -> None:
    async with sit(library=library(), documents=MemoryDocuments()) as seat:
        await seat.press("enter", "enter", *["tab"] * (field - 1 or 1))
        await seat.paste(words)
        assert seat.on == "Worksheet"
        assert not set(seat.text) & set("\x1b\u202e")
        await seat.press(*["tab"] * 7, "enter")
        assert "Rencana" in await seat.read_all()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_everything_can_be_seen_and_done_at_every_size(size: tuple[int, int]) -> None:
    async with sit(library=library(), documents=MemoryDocuments(), size=size) as seat:
        await seat.press("enter", "enter")
        labels = ("Siapa yang dituju?", "Tambahan penjualan", "Belanja rata-rata", "Kanal utama", "Yang ditunda")
        for label, words in zip(labels, ("kantor", "12 jt", "60rb", "1", "TikTok"), strict=True):
            assert label in seat.text
            assert label in seat.lines[2] or label in seat.lines[3], "nothing is scrolled away"
            await seat.write(words)
            assert {"1": "WhatsApp"}.get(words, words) in seat.text
            assert all(len(line) <= size[0] for line in seat.lines)
            await seat.press("tab")
        assert "Ada yang ditunda." in await seat.read_all()
        await seat.press("2", "enter")
        assert "TikTok" in await seat.read_all()
        await seat.press("left")
        assert "[x]" in seat.text
        await seat.press("left")
        assert "Yang ditunda" in seat.text


async def test_the_keys_say_what_they_do_where_one_is() -> None:
    async with sit(library=library(), history=[typed(0, **WORDS)]) as seat:
        await seat.press("enter", "enter")
        assert seat.key_line.startswith("Enter isian berikutnya")
        await seat.press("tab", "tab", "tab", "tab")
        assert seat.key_line.startswith("Tab isian berikutnya")
        await seat.press("escape")
        assert seat.key_line.startswith("Enter lanjut")
        assert "Tab ketik" in seat.key_line
        await seat.press("tab")
        assert seat.key_line.startswith("Tab isian berikutnya")
        await seat.press("tab")
        assert seat.key_line.startswith("Enter sudah dicek")
        await seat.press("enter")
        assert seat.key_line.startswith("Enter tutup")
        assert seat.key_line.count("tutup") == 1, "Esc does the same, and the help says so"
        await seat.press("enter")
        assert seat.on == "Lesson"


async def test_a_number_typed_in_the_other_language_keeps_its_meaning() -> None:
    async with sit(library=library(), history=[typed(0, basket="1.250", sales="10.000")], speaking="en") as seat:
        await seat.press("enter", "enter", "tab", "tab")
        assert "1,250" in seat.text
        assert "= Orders: 8 orders" in seat.text
        await seat.press("tab", "escape", "escape")
    assert seat.saved(TaskSaved)[1:] == []


async def test_a_document_that_cannot_be_written_is_told_and_the_words_are_kept() -> None:
    documents = MemoryDocuments()
    documents.full = True
    async with sit(library=library(), history=[typed(0, **WORDS)], documents=documents) as seat:
        await seat.press("enter", "enter", *["tab"] * 5, "enter")
        assert "disk penuh" in seat.flat
        documents.full = False
        await seat.press("enter")
        assert seat.on == "Lesson"
    assert "kantor" in documents.files["strategi-satu-halaman.md"]


class Opened:
    """Implements ``core.study.Editing``."""

    takes_terminal = False

    def __init__(self, path: PurePath, seen: list[PurePath]) -> None:
        self._path = path
        self._seen = seen

    def run(self) -> str:
        self._seen.append(self._path)
        return "Penyuntingnya tidak bisa dibuka."


async def test_the_document_opens_in_ones_own_editor() -> None:
    documents, seen = MemoryDocuments(), list[PurePath]()
    async with sit(
        library=library(), documents=documents, history=[typed(0, **WORDS)], editor=lambda path: Opened(path, seen)
    ) as seat:
        await seat.press("enter", "enter", "e", "escape", "e")
        assert seat.on == "Worksheet"
        assert "Penyuntingnya tidak bisa dibuka." in seat.flat
        await seat.press("tab")
        assert "kantore" in seat.text
        await seat.press("escape", "e", "escape")
        assert seat.on == "Lesson"
        assert "Penyuntingnya tidak bisa dibuka." not in seat.flat
    assert seen == [documents.place / "strategi-satu-halaman.md"] * 2


class EditedDocuments(MemoryDocuments):
    """Documents that somebody has changed outside of the app once ``edited`` is set."""

    edited = False

    def keep(self, owners: Sequence[str], name: str, text: str, same: Sequence[str] = ()) -> Kept:
        return replace(super().keep(owners, name, text, same), edited=self.edited)


class Changing(Opened):
    """An editor in which something is changed."""

    def run(self) -> str:
        EditedDocuments.edited = True
        return ""


async def test_what_was_changed_in_ones_own_editor_is_said_to_stay_in_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(EditedDocuments, "edited", False)
    async with sit(
        library=library(),
        documents=EditedDocuments(),
        history=[typed(0, **WORDS)],
        editor=lambda path: Changing(path, []),
    ) as seat:
        await seat.press("enter", "enter", "escape", "e")
        assert "tetap ada di berkas itu" in seat.flat
        EditedDocuments.edited = False
        await seat.press("tab", *["tab"] * 5, "enter")
        assert "Dokumenmu disimpan sebagai" in seat.flat
        assert "kamu ubah sendiri" not in seat.flat
        await seat.press("e")
        assert "Berkas itu sudah kamu ubah sendiri" in seat.flat


async def test_the_other_language_keeps_what_was_typed() -> None:
    async with sit(library=library(), documents=MemoryDocuments()) as seat:
        await seat.press("enter", "enter")
        await seat.write("kantor")
        seat.app.action_switch_language()
        await seat.settle()
        assert "Who is it for?" in seat.text
        assert "kantor" in seat.text


async def test_a_word_about_one_screen_does_not_follow_to_the_next() -> None:
    async with sit(library=library(), history=[typed(0, who="")]) as seat:
        await seat.press("d")
        assert "Belum ada dokumen." in seat.flat
        await seat.press("1")
        assert seat.on == "Module"
        assert "Belum ada dokumen." not in seat.flat
        await seat.press("escape", "d", "enter")
        assert seat.on == "Lesson"
        assert "Belum ada dokumen." not in seat.flat


async def test_home_lists_documents_once_there_are_any_and_opens_them() -> None:
    async with sit(library=library()) as seat:
        assert "d dokumen" not in seat.key_line
        await seat.press("d")
        assert seat.on == "Home"
    documents = MemoryDocuments()
    async with sit(library=library(), history=done(1), documents=documents) as seat:
        assert "d dokumen" in seat.key_line
        await seat.press("d")
        assert "data/documents/strategi-satu-halaman.md" in seat.flat
        await seat.press("escape")
        assert seat.on == "Home"
        await seat.press("d", "enter")
        assert "Mana yang sekarang sudah terpenuhi?" in seat.flat
        await seat.press("left")
        assert "Yang ditunda" in seat.text
        await seat.press("escape", "escape")
        assert seat.on == "Home"
    assert "kantor" in documents.files["strategi-satu-halaman.md"]


async def test_what_is_unfinished_opens_from_home_at_its_first_gap() -> None:
    async with sit(library=library(), history=[typed(1, who="kantor")]) as seat:
        await seat.press("d", "enter")
        assert "Tambahan penjualan" in seat.text


async def test_a_task_that_an_author_has_taken_away_is_not_asked_about() -> None:
    other = replace(PLAN, id="other", title=Text.same("Other"))
    async with sit(library=library(other), history=done(3)) as seat:
        assert "beberapa hari lalu" not in seat.flat


async def test_a_list_of_one_document_asks_for_no_number_and_has_no_key_of_another_list() -> None:
    async with sit(library=library(), history=done(1), documents=MemoryDocuments()) as seat:
        await seat.press("d")
        assert "Enter buka lembar kerja   Esc tutup" in seat.text
        await seat.press("b")
        assert "Dokumenmu" in seat.text
        await seat.press("d")
        assert "Dokumenmu" not in seat.text


@pytest.mark.parametrize(("tabs", "most"), [(0, "200"), (4, "4.000")], ids=["line", "lines"])
async def test_what_does_not_fit_into_a_field_is_told(tabs: int, most: str) -> None:
    async with sit(library=library()) as seat:
        await seat.press("enter", "enter", *["tab"] * tabs)
        await seat.paste("kata " * 20)
        assert "sudah penuh" not in seat.flat
        await seat.paste("kata " * 2_000)
        assert f"paling banyak {most} karakter" in seat.flat
        await seat.press("backspace")
        assert "sudah penuh" not in seat.flat
