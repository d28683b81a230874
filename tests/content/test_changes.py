"""What learners would notice and lose between two versions of a course."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.answerkey import key_changed
from sosmed_learn.content.changes import Change, changes
from sosmed_learn.content.difference import report, summary
from sosmed_learn.content.opening import Opened, open_courses
from tests.content.building import LESSON, L, M, Place, place

ONE = "        - {text: {id: Satu, en: One}, correct: true, why: {id: Ya., en: Yes.}}\n"
MANY = LESSON.partition("  - question:\n      id: pick-many")[2].partition("  - question:\n")[0]


@pytest.fixture
def old(tmp_path: Path) -> Opened:
    return read(place(tmp_path / "old"))


def read(here: Place) -> Opened:
    opened = open_courses(here.courses, here.seeds)
    assert opened.troubles == ()
    return opened


def between(old: Opened, new: Place) -> list[Change]:
    return [change for each in changes(old, read(new)) for change in each.changes]


def test_nothing_is_different_from_itself(old: Opened) -> None:
    i18n.use("en")
    assert changes(old, old) == ()
    assert report(()) == ""
    assert summary(()) == "Learners would notice nothing."


CASES = [
    (M, "title: {id: Warung, en: Shop}", "title: {id: Toko, en: Shop}", "changed module shop title"),
    (M, "id: shop", "id: store\naliases: [shop]", "renamed module store shop"),
    (M, "id: shop", "id: store", "added module store|removed module shop"),
    (L, "minutes: 8", "minutes: 9", "changed lesson shop/first minutes"),
    (L, "id: pick-one", "id: pick-1", "added question @pick-1|removed question @pick-one"),
    (L, "id: pick-one", "id: pick-1\n      aliases: [pick-one]", "renamed question @pick-1 pick-one"),
    (L, '"Mana yang dihitung?"', '"Mana yang kamu hitung?"', "changed question @pick-one prompt"),
    (L, "      level: 1\n", "      level: 1\n      revision: 2\n", "asked-again question @pick-one"),
    (L, "Lihat kasnya.", "Lihat kas.", "changed question @pick-one hints"),
    (L, f"{MANY}", f"{MANY.replace('Satu', 'Pertama')}", "changed question @pick-many choices"),
    (L, ONE, ONE.replace("correct: true, ", ""), "changed question @pick-many choices|key question @pick-many"),
    (L, "answer: false", "answer: true", "changed question @say-which choices|key question @say-which"),
    (L, "        - text: reach\n", "        - text: reach\n        - text: akun\n", "changed question @type-it accept"),
    (
        L,
        '- pattern: "akun unik*"',
        "- text: capaian",
        "changed question @type-it accept|key question @type-it",
    ),
    (L, "tolerance: 0.5", "tolerance: 0.6", "changed question @work-out tolerance"),
    (L, "answer: 1250.5", "answer: 1300", "changed question @work-out answer|key question @work-out"),
    (L, "Pesanan membayar sewa.[", "Pesanan membayar sewanya.[", "changed text @why text"),
    (L, "  - id: why\n    text:", "  - id: whyever\n    text:", "reworded text @whyever why"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "before", "after", "found"), CASES)
def test_each_change_is_told(old: Opened, tmp_path: Path, file: str, before: str, after: str, found: str) -> None:
    new = place(tmp_path / "new")
    new.spoil(file, before, after)
    told = {_short(change) for change in between(old, new)}
    assert told == set(found.replace("@", "shop/first/").split("|"))


def _short(change: Change) -> str:
    more = " ".join([change.was, *change.parts]).strip()
    return f"{change.what} {change.thing} {'/'.join(change.place)} {more}".strip()


def test_progress_is_lost_by_what_is_gone_or_asked_again_only(old: Opened, tmp_path: Path) -> None:
    losing = set()
    for at, (file, before, after, _) in enumerate(CASES):
        new = place(tmp_path / str(at))
        new.spoil(file, before, after)
        losing |= {change.what for change in between(old, new) if change.loses}
    assert losing == {"removed", "asked-again", "reworded"}


def test_a_question_that_moves_to_another_lesson_leaves_its_answers_behind(old: Opened, tmp_path: Path) -> None:
    new = place(tmp_path / "new")
    new.spoil(M, "lessons: [first]", "lessons: [first, second]")
    moved = f"  - question:\n      id: pick-many{MANY}"
    new.spoil(L, moved, "")
    head = LESSON.partition("steps:\n")[0].replace("id: first", "id: second")
    new.write("courses/shop/lessons/second.yaml", f"{head}steps:\n{moved}")
    told = [_short(change) for change in between(old, new)]
    assert told == ["moved question shop/first/pick-many shop/second/pick-many", "added lesson shop/second"]


def test_an_alias_that_goes_takes_progress_with_it(tmp_path: Path) -> None:
    before, after = place(tmp_path / "a"), place(tmp_path / "b")
    before.spoil(L, "id: pick-one", "id: pick-one\n      aliases: [older]")
    told = between(read(before), after)
    assert [(change.what, change.was, change.loses) for change in told] == [("unaliased", "older", True)]


def test_another_order_is_noticed(old: Opened, tmp_path: Path) -> None:
    new = place(tmp_path / "new")
    first, rest = LESSON.partition("steps:\n")[2].split("  - question:\n", 1)
    new.write(L, LESSON.partition("steps:\n")[0] + "steps:\n  - question:\n" + rest + first)
    assert [_short(change) for change in between(old, new)] == ["changed lesson shop/first steps"]


def test_an_answer_that_is_picked_instead_of_typed_cannot_be_kept(old: Opened, tmp_path: Path) -> None:
    new = place(tmp_path / "new")
    kind = LESSON.partition("id: say-which\n")[2].partition("  - question:\n")[0]
    start = LESSON.index("      id: work-out\n")
    new.write(L, LESSON[:start] + "      id: work-out\n" + kind)
    assert "answered-otherwise" in {change.what for change in between(old, new)}


def test_a_key_is_the_same_in_itself(old: Opened) -> None:
    for question in old.lessons["shop"][0].questions:
        assert not key_changed(question, question)


@pytest.mark.parametrize(("language", "says"), [("id", "Soal shop/first/pick-1"), ("en", "Question shop/first/pick-1")])
def test_it_is_told_in_sentences_with_what_to_do(old: Opened, tmp_path: Path, language: i18n.Reader, says: str) -> None:
    i18n.use(language)
    new = place(tmp_path / "new")
    new.spoil(L, "id: pick-one", "id: pick-1")
    text = report(changes(old, read(new)))
    assert says in text
    assert "aliases: [pick-one]" in text
    assert "1.0.0" in text
    assert "2" in summary(changes(old, read(new)))


def test_a_single_change_is_not_counted_twice(old: Opened, tmp_path: Path) -> None:
    new = place(tmp_path / "new")
    new.spoil("courses/shop/module.yaml", "version: 1.0.0", "version: 1.1.0")
    new.spoil(L, "id: pick-one", "id: pick-one\n      revision: 2")
    i18n.use("en")
    assert summary(changes(old, read(new))) == "1 change, and it would lose progress."
    i18n.use("id")
    assert summary(changes(old, read(new))) == "1 perubahan, dan kemajuan peserta di situ akan hilang."
