"""What ``new`` writes: right at once, in the author's language, and added to files without touching anything else."""

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from sosmed_learn.content.check import check
from sosmed_learn.content.documents import read_file
from sosmed_learn.content.format import LessonFile, ModuleFile
from sosmed_learn.content.inserting import CannotInsert, with_lesson, with_step
from sosmed_learn.content.scaffold import (
    TEMPLATES,
    NewModule,
    Subject,
    Title,
    Voice,
    as_title,
    lesson_file,
    module_files,
    question_step,
    slug,
)
from sosmed_learn.core.question import Kind
from sosmed_learn.core.text import Language
from tests.content.building import LESSON, MODULE

KINDS: tuple[Kind, ...] = get_args(Kind)
LINES = {"module": "# m", "glossary": "# g", "lesson": "# l"}
AWKWARD = Title(id='Harga: "murah" #promo, 100%', en="Price: @shop {cheap}, 100% \\o/")


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_comment_and_text_of_a_template_is_in_both_languages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(r"#id ", text)) == len(re.findall(r"#en ", text))
    assert len(re.findall(r"@id:", text)) == len(re.findall(r"@en:", text))


def module(folder: Path, comments: Language, title: Title = AWKWARD) -> Path:
    made = module_files(NewModule("konten-video", title, "satu", date(2026, 11, 23)), Voice(comments), LINES)
    for place, text in made.items():
        path = folder / "konten-video" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "konten-video"


@pytest.mark.parametrize("comments", ["id", "en"])
def test_a_new_module_has_no_problem_at_all(tmp_path: Path, comments: Language) -> None:
    folder = module(tmp_path, comments)
    report = check([folder])
    assert report.problems == ()
    assert (report.lessons, report.questions) == (1, 2)
    text = (folder / "lessons" / "satu.yaml").read_text(encoding="utf-8")
    assert ("# Bacaan dalam Markdown" in text) == (comments == "id")
    assert ("# Something to read" in text) == (comments == "en")
    value = read_file(folder / "module.yaml", folder, ModuleFile).value
    assert value is not None
    assert (getattr(value.title, "id", ""), getattr(value.title, "en", "")) == (AWKWARD.id, AWKWARD.en)


@pytest.mark.parametrize("languages", [("id", "en"), ("id",), ("en",)], ids="-".join)
def test_lessons_and_questions_have_the_languages_of_their_module(tmp_path: Path, languages: list[Language]) -> None:
    folder = tmp_path / "shop"
    (folder / "lessons").mkdir(parents=True)
    listed = f"format: 1\nid: shop\nversion: 1.0.0\nlanguages: [{', '.join(languages)}]\ntitle: A\nsummary: B\n"
    listed += "concepts: [{id: orders, title: A}]\nlessons: [first]\n"
    (folder / "module.yaml").write_text(listed, encoding="utf-8")
    text = lesson_file("first", Title("Satu", "One"), Subject("orders"), Voice("en", languages), "")
    for kind in KINDS:
        text += "\n" + re.sub(
            "(?m)^(?=.)", "  ", question_step(f"q-{kind}", kind, Subject("orders"), 2, Voice("en", languages))
        )
    (folder / "lessons" / "first.yaml").write_text(text, encoding="utf-8")
    assert [problem.code + problem.excerpt for problem in check([folder]).problems] == []


@pytest.mark.parametrize("names", [[f"pelajaran-{at}" for at in range(1, 9)], ["jam-buka", "retur", "ulasan", "stok"]])
def test_the_right_choice_of_new_lessons_stands_at_every_place(tmp_path: Path, names: list[str]) -> None:
    folder = module(tmp_path, "id", Title("Foto", "Photos"))
    listing = (folder / "module.yaml").read_bytes()
    texts = []
    for name in names:
        listing = with_lesson(listing, name)
        texts.append(lesson_file(name, Title(name, name), Subject("konten-video-dasar"), Voice("id"), ""))
        (folder / "lessons" / f"{name}.yaml").write_text(texts[-1], encoding="utf-8")
    (folder / "module.yaml").write_bytes(listing)
    assert check([folder]).problems == ()
    assert {text[: text.index("correct: true")].count("- text:") for text in texts} == {1, 2, 3}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_follows_from_the_id_alone(kind: Kind) -> None:
    steps = [question_step(name, kind, Subject("orders"), 2, Voice("id")) for name in ("a-1", "a-1", "a-2", "a-3")]
    assert steps[0] == steps[1]
    alike = {tuple(sorted(step.replace(name, "a").split("\n"))) for step, name in zip(steps[1:], NAMES, strict=True)}
    assert len(alike) == 1


NAMES = ("a-1", "a-2", "a-3")
STEP = question_step("baru", "number", Subject("orders"), 2, Voice("id"))

LESSONS = [
    ("lessons: [first]", "lessons: [first, baru]"),
    ('lessons: ["first"]  # urutan', 'lessons: ["first", baru]  # urutan'),
    ("lessons: [ first, ]", "lessons: [ first, baru, ]"),
    ("lessons: []", "lessons: [baru]"),
    ("lessons: [\n  first  # satu\n]", "lessons: [\n  first, baru  # satu\n]"),
    ("lessons:\n  - first # satu\n# ujian", "lessons:\n  - first # satu\n  - baru\n# ujian"),
    ("lessons:\n-   first\n", "lessons:\n-   first\n-   baru\n"),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize(("old", "new"), LESSONS)
def test_a_lesson_is_added_and_no_other_byte_changes(old: str, new: str, mark: bytes, ending: str) -> None:
    def data(lessons: str) -> bytes:
        text = MODULE.replace("lessons: [first]", lessons)
        return mark + f"# Komentar é\n{text}".replace("\n", ending).encode()

    assert with_lesson(data(old), "baru") == data(new)


def test_a_list_at_the_very_end_needs_no_line_end() -> None:
    text = MODULE.replace("lessons: [first]\n", "").rstrip() + "\nlessons:\n  - first"
    assert with_lesson(text.encode(), "baru").decode() == f"{text}\n  - baru\n"


@pytest.mark.parametrize(
    "text",
    [
        MODULE.replace("lessons: [first]", "lessons: first"),
        MODULE.replace("lessons: [first]", "lessons:\n  -\n    first"),
        MODULE.replace("format: 1", "format: 9"),
        MODULE.replace("id: shop", "id: shop\nbogus: 1"),
        "",
    ],
)
def test_where_it_is_not_clear_nothing_is_added_to_a_module(text: str) -> None:
    with pytest.raises(CannotInsert):
        with_lesson(text.encode(), "baru")
    with pytest.raises(CannotInsert):
        with_lesson(b"\xff\xfe", "baru")


@pytest.mark.parametrize(
    "after", ["", "\n\n", "# penutup\n", "reviewed: 2026-11-23\n", "\n# kapan\nreviewed: 2026-11-23  # hari itu\n"]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_step_is_added_behind_the_last_one(after: str, ending: str) -> None:
    before = (LESSON + after).replace("\n", ending).encode()
    added = with_step(before, STEP)
    head = len(LESSON.replace("\n", ending).encode())
    assert added.startswith(before[:head])
    assert added.endswith(before[head:])
    assert added.count(b"\r\n") == (added.count(b"\n") if ending == "\r\n" else 0)


def test_steps_in_the_first_column_and_texts_with_hash_signs_are_understood() -> None:
    outdented = re.sub("(?m)^  ", "", LESSON.partition("steps:\n")[2])
    text = LESSON.partition("steps:\n")[0] + "steps:\n" + outdented
    text += "- text:\n    id: |-\n      Tagar\n\n      # promo\n    en: |-\n      Tag\n\n      # promo\n"
    added = with_step(text.encode(), STEP).decode()
    assert added.startswith(text)
    assert added[len(text) :].startswith("\n# Soal yang dijawab")


@pytest.mark.parametrize(
    "text",
    [
        "id: first\ntitle: A\nminutes: 1\nsteps: [{text: A}]\n",
        LESSON.replace("minutes: 8", "minutes: x"),
        LESSON + "  - text:\n      id: A\n      en: |+\n        B\n\n\n",
    ],
    ids=["brackets", "broken", "kept-line-ends"],
)
def test_where_it_is_not_clear_nothing_is_added_to_a_lesson(text: str) -> None:
    with pytest.raises(CannotInsert):
        with_step(text.encode(), STEP)


def test_a_step_with_an_id_that_is_taken_is_the_business_of_the_command() -> None:
    twice = with_step(with_step(LESSON.encode(), STEP), STEP)
    assert twice.count(b"id: baru") == 2


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Konten Video", "konten-video"),
        ("  Café & Résumé!! ", "cafe-resume"),
        ("konten-video", "konten-video"),
        ("5 tips", ""),
        ("日本", ""),
        ("x" * 80, "x" * 50),
    ],
)
def test_ids_are_made_of_words(words: str, made: str) -> None:
    assert slug(words) == made


@pytest.mark.parametrize(
    ("words", "title"),
    [("konten-video", "Konten video"), (" A \n b ", "A b"), ("\x1b[31m", ""), ("x" * 81, ""), ("a\u202eb", "")],
)
def test_titles_are_made_of_words(words: str, title: str) -> None:
    assert as_title(words) == title


def test_the_value_of_the_lesson_is_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "first.yaml"
    path.write_bytes(with_step(LESSON.encode(), STEP))
    value = read_file(path, tmp_path, LessonFile).value
    assert value is not None
    assert value.steps[-1].question is not None
    assert value.steps[-1].question.id == "baru"
