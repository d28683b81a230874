"""``next`` and ``progress``: one line, one list, one line an event; one sentence when the file is in the way."""

import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.cli.clock import SystemClock
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import bundled
from sosmed_learn.core.events import Event, ExamBegun, ExamFinished, Stamp, StepRead
from sosmed_learn.core.given import answer_to
from sosmed_learn.core.insight import insight
from sosmed_learn.core.itembank import item_bank
from sosmed_learn.core.mapping.diagnosis import QUICK
from sosmed_learn.core.mapping.interview import begin_diagnosis, interview, probes_in
from sosmed_learn.core.mapping.sittings import Sitting
from sosmed_learn.core.model_answer import model_response
from sosmed_learn.core.module import TextStep
from sosmed_learn.core.progress import fold
from sosmed_learn.core.today import todays_plan
from sosmed_learn.storage.locations import progress_folder, single_file
from sosmed_learn.storage.rows import to_row
from sosmed_learn.storage.segments import write_segments
from sosmed_learn.storage.store import TinyEventStore
from sosmed_learn.tui.plan_words import offer_reason
from tests.cli.running import Run, course, rows
from tests.fakes import NOW, TickingClock, finished, settings

pytestmark = pytest.mark.usefixtures("not_the_first_time")

LIBRARY = CourseLibrary(bundled())
EVERY = [(module.id, lesson) for module in LIBRARY.modules for lesson in module.lessons]


def done(events: Iterable[Event]) -> Path:
    """A learner's folder in which these have happened."""
    store = TinyEventStore(progress_folder())
    for event in events:
        store.append(event)
    return store.place


def begun() -> Event:
    """The first text of strategy's first lesson was read."""
    first = LIBRARY.lesson("strategy", LIBRARY.modules[0].lessons[0])
    step = next(step for step in first.steps if isinstance(step, TextStep))
    stamp = TickingClock().stamp()
    return StepRead(id=stamp.id, at=stamp.at, offset=420, module="strategy", lesson=first.id, step=step.id)


def title(module: str, lesson: str, language: str) -> str:
    return LIBRARY.lesson(module, lesson).title.say("en" if language == "en" else "id")


@pytest.mark.parametrize(
    ("language", "says"), [("id", "Mulai dari peta titik buta: 15 soal"), ("en", "Begin with the blind-spot map")]
)
def test_next_for_somebody_new(run: Run, language: str, says: str) -> None:
    ran = run("--lang", language, "next")
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert ran.out.startswith(says)
    assert not progress_folder().exists(), "asking leaves nothing behind"


def test_next_follows_the_role(run: Run) -> None:
    done([*settings(role="owner", language="en"), finished("gone", "gone")])
    commerce = next(pair for pair in EVERY if pair[0] == "commerce")
    assert title(*commerce, "en") in run("next").out


def test_next_says_what_fades_before_what_comes_next(run: Run) -> None:
    lesson = LIBRARY.lesson(*EVERY[0])
    question = next(one for one in lesson.questions if not one.pretest)
    stamp = Stamp("a900000", NOW - timedelta(days=30), 420)
    _given, answer = answer_to(question, model_response(question), stamp, EVERY[0])
    done([answer, finished(*EVERY[0])])
    said = run("--lang", "en", "next").out
    assert said.startswith('1 question to review, then "')
    assert "Fading: " in said
    assert said.count("\n") == 1


def test_next_for_a_lesson_under_way(run: Run) -> None:
    done([begun()])
    ran = run("--lang", "en", "next")
    assert ran.out.startswith(f'Go on with "{title(*EVERY[0], "en")}"')
    assert "step 2 of" in ran.out
    assert ran.out.count("\n") == 1


def test_next_in_the_module_touched_last(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = course(tmp_path / "extra")
    module = folder / "shop" / "module.yaml"
    module.write_text(module.read_text(encoding="utf-8").replace("[first]", "[first, second]"), encoding="utf-8")
    first = folder / "shop" / "lessons" / "first.yaml"
    second = first.read_text(encoding="utf-8").replace("id: first", "id: second").replace("Start from", "Then")
    (folder / "shop" / "lessons" / "second.yaml").write_text(second, encoding="utf-8")
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(folder))
    done([finished("shop", "first")])
    assert run("--lang", "en", "next").out.startswith('Next: "Then orders" (Shop), 8 minutes.')


def test_next_says_the_reason_that_home_says_where_the_map_leads(run: Run) -> None:
    bank, clock = item_bank(LIBRARY), SystemClock()
    sitting = begin_diagnosis(clock.stamp(), QUICK, "owner")
    session, answer = interview(sitting, Sitting(sitting), bank, probes_in(bank).keys()).unknown(clock.stamp())
    events: list[Event] = [sitting, answer, session.end(clock.stamp())]
    done([*settings(role="owner", language="en"), *events])
    known = insight(bank, fold(events), clock.now(), clock.today())
    offered = todays_plan(known, LIBRARY).offer
    assert offered is not None
    ran = run("--lang", "en", "next")
    i18n.use("en")
    assert ran.out.startswith('The map leads to "')
    assert ran.out.endswith(f". {offer_reason(offered)}\n")


def test_next_when_all_is_done_names_what_went_least_well(run: Run) -> None:
    done(finished(*pair, 3 if pair[0] == "service" else 9, 10, number=n) for n, pair in enumerate(EVERY))
    service = next(pair for pair in EVERY if pair[0] == "service")
    assert 'All lessons are done. The exam of "Strategy' in run("--lang", "en", "next").out
    done(
        ExamFinished(
            id=f"f{at:06}", at=NOW, offset=420, module=module.id, exam="e", points=9, right=9, asked=10, passed=True
        )
        for at, module in enumerate(LIBRARY.modules)
    )
    ran = run("--lang", "en", "next")
    assert "All lessons are done." in ran.out
    assert title(*service, "en") in ran.out


def test_next_goes_on_with_an_exam_that_was_left(run: Run) -> None:
    questions = (("soal-ujian", "a"), ("soal-ujian", "b"))
    done([ExamBegun(id="e000001", at=NOW, offset=420, module="strategy", questions=questions, seed=1)])
    out = run("--lang", "en", "next").out
    assert out == 'Go on with the exam of "Strategy & campaign planning": 0 of 2 answered, 30 minutes in all.\n'


def test_progress_show_tells_the_exam(run: Run) -> None:
    done(
        [
            ExamFinished(
                id="f000001",
                at=NOW,
                offset=420,
                module="strategy",
                exam="e",
                points=17,
                right=16,
                asked=20,
                passed=True,
            )
        ]
    )
    assert "0 of 8 lessons finished, exam passed with 85 of 100" in run("--lang", "en", "progress", "show").out


def test_the_learners_own_language_counts_before_the_systems(run: Run) -> None:
    done(settings(language="en"))
    assert run("next").out.startswith("Begin with")
    assert run("--lang", "id", "next").out.startswith("Mulai dari")


def test_progress_show_tells_each_module_and_where_it_is_kept(run: Run) -> None:
    place = done([finished(*EVERY[1]), begun()])
    ran = run("--lang", "en", "progress", "show")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert len(lines) == len(LIBRARY.modules)
    assert "1 of 8 lessons finished, under way" in lines[0]
    assert lines[1].endswith("0 of 8 lessons finished")
    assert ran.err == f"Kept in {place}\n"
    assert "0 dari 8 pelajaran selesai" in run("--lang", "id", "progress", "show").out


def test_export_is_json_lines_in_the_order_of_its_ids_which_is_that_of_time(run: Run) -> None:
    events = [*settings(language="en", role="owner"), begun(), finished(*EVERY[0])]
    done(events)
    ran = run("progress", "export")
    assert (ran.code, ran.err) == (0, "")
    assert [row["id"] for row in rows(ran.out)] == sorted(event.id for event in events)
    assert [row["verb"] for row in rows(ran.out)] == ["set", "set", "finished", "read"]


def test_export_has_each_event_once_and_a_merge_knows_them_all(run: Run, tmp_path: Path) -> None:
    done([begun(), finished(*EVERY[0])])
    write_segments(progress_folder(), [to_row(begun())])
    ran = run("progress", "export")
    assert sorted(row["id"] for row in rows(ran.out)) == sorted([begun().id, finished(*EVERY[0]).id])
    (tmp_path / "mine.jsonl").write_text(ran.out, encoding="utf-8")
    assert "Added: 0 events." in run("--lang", "en", "progress", "merge", str(tmp_path / "mine.jsonl")).out


def test_export_of_nothing_is_nothing(run: Run) -> None:
    ran = run("progress", "export")
    assert (ran.code, ran.out) == (0, "")


def test_export_to_a_file_says_so_and_never_overwrites(run: Run, tmp_path: Path) -> None:
    done([begun()])
    target = tmp_path / "mine.jsonl"
    ran = run("--lang", "en", "progress", "export", "-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert str(target) in ran.err
    written = target.read_text(encoding="utf-8")
    assert len(rows(written)) == 1
    ran = run("--lang", "en", "progress", "export", "--output", str(target))
    assert ran.code == 1
    assert "exists already" in ran.err
    assert target.read_text(encoding="utf-8") == written


def test_export_to_a_folder_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("--lang", "en", "progress", "export", "-o", str(tmp_path / "no" / "mine.jsonl"))
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert "cannot be written" in ran.err


COMMANDS = [("next",), ("progress", "show"), ("progress", "export")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("language", "says"), [("id", "lebih baru"), ("en", "newer version")])
def test_a_file_from_a_newer_app_is_one_sentence(run: Run, command: tuple[str, ...], language: str, says: str) -> None:
    file = progress_folder() / "journal-0a1b2c.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"format": 99}) + "\n"
    file.write_text(content, encoding="utf-8")
    ran = run("--lang", language, *command)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert says in ran.err
    assert str(file) in ran.err
    assert file.read_text(encoding="utf-8") == content, "left as it was"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_cannot_be_opened_is_one_sentence(run: Run, command: tuple[str, ...]) -> None:
    (progress_folder() / "journal-0a1b2c.jsonl").mkdir(parents=True)
    ran = run("--lang", "en", *command)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert "cannot be read" in ran.err


DAMAGED = [Path("progress.json"), Path("progress/journal-0a1b2c.jsonl"), Path("progress/events-x-01234567.json")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", DAMAGED, ids=str)
def test_a_damaged_file_is_kept_aside_and_nothing_is_overwritten(
    run: Run, command: tuple[str, ...], name: Path
) -> None:
    file = single_file().parent / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b'{"meta": {"1": {"form')
    ran = run("--lang", "en", *command)
    assert ran.code == 0
    assert "damaged" in ran.err.splitlines()[0]
    kept = [other for other in file.parent.iterdir() if "damaged" in other.name]
    assert [other.read_bytes() for other in kept] == [b'{"meta": {"1": {"form']
