"""``new``: what it writes is right at once and opens in the app; nothing is overwritten; people are asked."""

from pathlib import Path

import pytest

from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places, bundled
from sosmed_learn.core.module import QuestionStep, ScenarioStep, TaskStep
from sosmed_learn.core.playthrough import Playthrough
from sosmed_learn.core.progress import fold
from sosmed_learn.core.study import Study
from sosmed_learn.tui.app import LearnApp
from tests.cli.running import Run, course
from tests.fakes import MemoryStore, TickingClock, settings
from tests.journeys.learner import best_way, right_keys
from tests.terminal import Terminal, needs_terminal, this_checkout
from tests.tui.seeing import Seat

KINDS = ("single", "multiple", "true-false", "text", "number")


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def full_course(run: Run, folder: Path, language: str) -> Path:
    """A module with a lesson that has a question of each kind, all of it written by the command."""
    assert run("--lang", language, "new", "module", "Konten Video", "--in", str(folder)).code == 0
    module = folder / "konten-video"
    assert run("--lang", language, "new", "lesson", "Tiga Detik", "--in", str(module)).code == 0
    for kind in KINDS:
        lesson = str(module / "lessons" / "tiga-detik.yaml")
        assert run("--lang", language, "new", "question", f"q-{kind}", "--kind", kind, "--in", lesson).code == 0
    assert run("--lang", language, "new", "scenario", "kasus", "--in", lesson).code == 0
    assert run("--lang", language, "new", "task", "tugas", "--in", lesson).code == 0
    return module


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_it_writes_passes_check_strict(run: Run, tmp_path: Path, language: str) -> None:
    full_course(run, tmp_path, language)
    ran = run("--lang", "en", "check", "--strict", str(tmp_path))
    assert (ran.code, ran.out) == (0, "")
    assert "2 lessons, 9 questions" in ran.err


async def test_what_it_writes_is_walked_through_in_the_app(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sosmed_learn.tui.page.HASTE_SECONDS", 0.0)
    full_course(run, tmp_path / "courses", "id")
    library = CourseLibrary(Places(courses=tmp_path / "courses", seeds=bundled().seeds))
    store, clock = MemoryStore(settings(role="admin", minutes="7", language="id")), TickingClock()
    app = LearnApp(Study(library, store, clock), fold(store.load()))
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        seat = Seat(app, pilot, store)
        await seat.settle()
        for number, name in enumerate(library.modules[0].lessons, start=1):
            await seat.press("1", str(number))
            for step in library.lesson("konten-video", name).steps:
                if isinstance(step, QuestionStep):
                    for keys in right_keys(step.question):
                        await seat.write(keys)
                    await seat.press("enter")
                    assert "✓" in seat.text, seat.text
                if isinstance(step, ScenarioStep):
                    story = Playthrough(step.scenario)
                    for chosen in best_way(story):
                        names = [reply.id for reply in story.node.replies]
                        await seat.press(str(names.index(chosen) + 1), "enter")
                        story = story.choose(chosen)
                    assert "✓" in seat.text, seat.text
                if isinstance(step, TaskStep):
                    await seat.press("enter", *["tab"] * len(step.task.inputs), "enter", "enter")
                    assert "✓" in seat.text, seat.text
                await seat.press("enter")
            assert "benar" in seat.text
            await seat.press("escape", "escape")
    assert library.troubles() == ()


def test_the_paths_are_the_answer_and_the_next_step_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("--lang", "en", "new", "module", "shop", "--title", "Toko", "--title-en", "Shop", "--in", str(tmp_path))
    assert [Path(line).name for line in ran.out.splitlines()] == ["module.yaml", "glossary.yaml", "first-lesson.yaml"]
    assert "sosmed-learn check" in ran.err
    assert "SOSMED_LEARN_COURSES=" in ran.err
    text = (tmp_path / "shop" / "module.yaml").read_text(encoding="utf-8")
    assert '  id: "Toko"\n  en: "Shop"\n' in text


def test_first_lines_lead_to_schemas_that_are_there(run: Run, tmp_path: Path) -> None:
    module = full_course(run, tmp_path, "id")
    files = [*module.rglob("*.yaml")]
    assert len(files) == 4
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.partition("$schema=")[2]).is_file()


def test_a_lesson_of_a_module_without_schemas_has_no_such_line(run: Run, tmp_path: Path) -> None:
    folder = course(tmp_path)
    assert run("new", "lesson", "dua", "--in", str(folder / "shop")).code == 0
    assert (folder / "shop" / "lessons" / "dua.yaml").read_text(encoding="utf-8").startswith("# Satu pelajaran")
    assert not (folder / ".schema").exists()


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    module = full_course(run, tmp_path, "id")
    (module / "lessons" / "ada.yaml").write_text("mine", encoding="utf-8")
    before = everything(tmp_path)
    lesson = str(module / "lessons" / "tiga-detik.yaml")
    for arguments in (
        ("module", "konten-video", "--in", str(tmp_path)),
        ("lesson", "tiga-detik", "--in", str(module)),
        ("lesson", "ada", "--in", str(module)),
        ("question", "q-text", "--in", lesson),
    ):
        ran = run("new", *arguments)
        assert (ran.code, ran.out) == (1, "")
        assert len(ran.err.splitlines()) == 1
    assert everything(tmp_path) == before


def test_a_module_that_cannot_be_changed_gets_no_lesson_either(run: Run, tmp_path: Path) -> None:
    module = course(tmp_path) / "shop"
    listing = module / "module.yaml"
    odd = listing.read_text(encoding="utf-8").replace("lessons: [first]", "lessons:\n  -\n    first")
    listing.write_text(odd, encoding="utf-8")
    ran = run("--lang", "en", "new", "lesson", "dua", "--in", str(module))
    assert (ran.code, ran.out) == (1, "")
    assert "lessons: [a, b]" in ran.err
    assert not (module / "lessons" / "dua.yaml").exists()


def test_a_question_can_be_printed_instead(run: Run, tmp_path: Path) -> None:
    module = course(tmp_path) / "shop"
    before = everything(tmp_path)
    ran = run("new", "question", "--kind", "number", "--print", "--in", str(module))
    assert ran.code == 0
    assert "- question:" in ran.out
    assert "id: soal-1" in ran.out
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("module",), "NAME"),
        (("module", "5"), "letter"),
        (("lesson", "dua", "--in", "nowhere"), "nothing at"),
        (("lesson", "dua", "--in", "."), "no module"),
        (("lesson", "dua", "--in", "shop", "--concept", "zzz"), "orders"),
        (("question", "--in", "shop/module.yaml"), "lessons/NAME.yaml"),
        (("question", "--in", "shop", "--kind", "puzzle"), "puzzle"),
        (("case",), "case"),
    ],
)
def test_wrong_use_ends_with_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    course(tmp_path / "courses")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / ("empty" if arguments[-1] == "." else "courses"))
    ran = run("--lang", "en", "new", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_a_broken_module_is_to_be_mended_first(run: Run, tmp_path: Path) -> None:
    module = course(tmp_path) / "shop"
    (module / "module.yaml").write_text("id: shop\n", encoding="utf-8")
    ran = run("--lang", "en", "new", "lesson", "dua", "--in", str(module))
    assert ran.code == 1
    assert "sosmed-learn check" in ran.err


def test_inside_a_module_no_folder_needs_to_be_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course(tmp_path) / "shop" / "lessons")
    assert run("new", "lesson", "dua").code == 0
    monkeypatch.chdir(tmp_path / "shop")
    assert run("new", "lesson", "tiga").code == 0
    assert run("check", "--strict", ".").code == 0


@needs_terminal
def test_a_person_is_asked_in_their_language_and_enter_takes_the_proposal(tmp_path: Path) -> None:
    home, courses = tmp_path / "home", tmp_path / "courses"
    (courses / "toko").mkdir(parents=True)
    command, env = this_checkout(home, "--lang", "id", "new", "module", "--in", str(courses))
    with Terminal.start(command, env, columns=160, rows=30, cwd=tmp_path) as terminal:
        terminal.wait_for("Judul dalam bahasa Indonesia [Foto produk]")
        terminal.send("Konten Video\r")
        terminal.wait_for("Judul dalam bahasa Inggris [Konten Video]")
        terminal.send("Video Content\r")
        terminal.wait_for("[konten-video]")
        terminal.send("7\r")
        terminal.wait_for("Id harus diawali huruf")
        terminal.send("toko\r")
        terminal.wait_for("toko sudah ada")
        terminal.send("lessons\r")
        terminal.wait_for("tidak bisa bernama lessons")
        terminal.press("enter")
        terminal.wait_for("module.yaml")
        assert terminal.wait() == 0
    command, env = this_checkout(home, "--lang", "en", "new", "question", "--in", str(courses))
    with Terminal.start(command, env, columns=160, rows=30, cwd=tmp_path) as terminal:
        terminal.wait_for("Which kind of question? [1]")
        assert "5  number      a number" in terminal.text
        terminal.send("5\r")
        terminal.wait_for("[question-1]")
        terminal.press("enter")
        terminal.wait_for("sosmed-learn check")
        assert terminal.wait() == 0
    text = (courses / "konten-video" / "lessons" / "pelajaran-pertama.yaml").read_text(encoding="utf-8")
    assert "kind: number" in text
    assert "# A question whose answer is a typed number" in text


@pytest.mark.parametrize("inside", ["", "lessons"])
def test_a_module_is_not_begun_where_nobody_would_read_it(run: Run, tmp_path: Path, inside: str) -> None:
    module = course(tmp_path) / "shop"
    before = everything(tmp_path)
    ran = run("--lang", "en", "new", "module", "promo", "--in", str(module / inside))
    assert (ran.code, ran.out) == (1, "")
    assert f"`{module}` is a module already" in ran.err
    assert f"--in {tmp_path}" in " ".join(ran.err.split())
    assert everything(tmp_path) == before


@pytest.mark.parametrize("name", ["lessons", "facts", "con"])
def test_a_module_cannot_have_the_name_of_something_else(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("--lang", "en", "new", "module", name, "--in", str(tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert "means something else" in ran.err
    assert not list(tmp_path.iterdir())


def test_what_is_to_be_pasted_into_a_shell_is_in_quotes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a b").mkdir()
    ran = run("--lang", "en", "new", "module", "shop", "--in", str(tmp_path / "a b"))
    assert f'check "{tmp_path / "a b" / "shop"}"' in " ".join(ran.err.split())
    assert f'SOSMED_LEARN_COURSES="{tmp_path / "a b"}"' in " ".join(ran.err.split())


@pytest.mark.parametrize("kind", ["scenario", "task"])
def test_a_step_gets_a_free_id_and_can_be_printed_only(run: Run, tmp_path: Path, kind: str) -> None:
    lesson = course(tmp_path) / "shop" / "lessons" / "first.yaml"
    before = lesson.read_bytes()
    printed = run("--lang", "en", "new", kind, "--print", "--in", str(lesson))
    assert (printed.code, lesson.read_bytes()) == (0, before)
    assert f"    id: {kind}-1\n" in printed.out
    assert run("--lang", "en", "new", kind, "--in", str(lesson)).code == 0
    assert run("--lang", "en", "new", kind, "--in", str(lesson)).code == 0
    assert f"    id: {kind}-2\n" in lesson.read_text(encoding="utf-8").replace("      id", "    id")
    again = run("--lang", "en", "new", kind, f"{kind}-1", "--in", str(lesson))
    assert (again.code, again.out) == (1, "")
    assert "already" in again.err
    assert run("--lang", "en", "new", "question", f"{kind}-2", "--in", str(lesson)).code == 1
    assert run("check", "--strict", str(tmp_path)).code == 0
