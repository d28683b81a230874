"""Whatever a file looks like: mending twice is mending once, and nothing but the mended places changes."""

import re
from collections import Counter
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import read_document
from sosmed_learn.content.fixing.mender import mended
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.source import check_text
from tests.content.building import LESSON

_PLAIN = ["Harga biasa", "19:00", "Ya", "012", "Rp 50.000", "ya/tidak", "“Kutip”", "a#b"]
_SPOILT = ["Pakai #promo", "@tokosari buka", "Diskon: 50 persen", "**Tebal** sekali", "`kode` ini", "%diskon", "a: #b"]
_ENDINGS = st.sampled_from(["\n", "\r\n", "\r"])


@dataclass(frozen=True)
class Written:
    """A lesson as an author typed it, the same as it should be, and its comments."""

    typed: str
    wanted: str
    comments: list[str]


@st.composite
def lessons(draw: st.DrawFn) -> Written:
    ending, step = draw(_ENDINGS), " " * draw(st.integers(1, 4))
    comments: list[str] = []
    typed: list[str] = []
    wanted: list[str] = []

    def line(margin: str, words: str, better: str = "") -> None:
        if draw(st.integers(0, 5)) == 0:
            comments.append(f"{margin}# {draw(st.sampled_from(['catatan', 'ganti: nanti  ', '#tagar', '- id: lama']))}")
            typed.append(comments[-1])
            wanted.append(comments[-1])
        typed.append(margin + words + draw(st.sampled_from(["", "", "", "  ", "\t"])))
        wanted.append(margin + (better or words))

    def text(margin: str, key: str) -> None:
        words = draw(st.sampled_from(_PLAIN + _SPOILT))
        quoted = f'"{words}"' if words in _SPOILT else words
        if draw(st.booleans()):
            line(margin, f"{key}: {{id: {words}, en: Start}}", f"{key}: {{id: {quoted}, en: Start}}")
        else:
            line(margin, f"{key}:")
            line(margin + step, f"id: {words}", f"id: {quoted}")
            line(margin + step, "en: Start")

    line("", "id: first")
    text("", "title")
    line("", "minutes: 8")
    line("", "steps:")
    item = draw(st.sampled_from(["", step]))
    inner = f"{item}    "
    for number in range(draw(st.integers(1, 3))):
        line(item, "- question:")
        keys = [f"id: q-{number}", "kind: true-false", "concept: orders", "level: 1"]
        for key in draw(st.permutations(keys)):
            line(inner, key)
        text(inner, "prompt")
        line(inner, "answer: true")
        line(inner, "why: {true: A, false: B}")
        text(inner, "explanation")
        line(item, "- text: |")
        for words in ("## Judul  ", "", "# bukan komentar", "isi #tagar @nama: ya  "):
            typed.append(f"{inner}{words}" if words else "")
            wanted.append(typed[-1])
    last = draw(st.sampled_from(["", ending]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return Written(mark + ending.join(typed) + last, mark + ending.join(wanted) + last, comments)


def _value(text: str) -> shape.LessonFile | None:
    document = read_document(check_text(text.removeprefix("\ufeff"), Sheet("")), shape.LessonFile)
    assert [problem for problem in document.sheet.problems if problem.severity == "error"] == []
    return document.value


def _comments(text: str) -> Counter[str]:
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    return Counter(line for line in lines if line.lstrip().startswith("#"))


@given(lessons())
@settings(max_examples=60, deadline=None)
def test_every_value_is_what_was_typed_and_every_comment_survives(written: Written) -> None:
    made = mended(written.typed.encode(), shape.LessonFile, "first").data.decode()
    assert _value(made) == _value(written.wanted)
    assert _comments(made) >= Counter(written.comments)
    # In which order they stand is another test's; as a heap the lines are exactly those that were wanted.
    assert Counter(re.split(r"(\r\n|\r|\n)", made)) == Counter(re.split(r"(\r\n|\r|\n)", written.wanted))
    assert made.startswith("\ufeff") == written.typed.startswith("\ufeff")


@given(lessons())
@settings(max_examples=25, deadline=None)
def test_a_second_run_changes_nothing(written: Written) -> None:
    once = mended(written.typed.encode(), shape.LessonFile, "first")
    twice = mended(once.data, shape.LessonFile, "first")
    assert (twice.data, twice.places) == (once.data, 0)


_SNIPPETS = st.one_of(
    st.sampled_from(["#x", " #x", "@", ": ", "*", "&a ", "!", "'", '"', "{", "}", ", ", "- ", "\t", "  \n", "# k\n"]),
    st.text(alphabet="a :#-,\n\t\"'{}[]@\u00a0é", min_size=1, max_size=6),
)


@given(st.lists(st.tuples(st.integers(0, len(LESSON)), _SNIPPETS), min_size=1, max_size=4), _ENDINGS)
@settings(max_examples=70, deadline=None)
def test_anything_else_gets_no_worse(changes: list[tuple[int, str]], ending: str) -> None:
    text = LESSON
    for at, words in changes:
        text = text[:at] + words + text[at:]
    text = text.replace("\n", ending)
    once = mended(text.encode(), shape.LessonFile, "first")
    before, after = (check_text(each, Sheet("")) for each in (text, once.data.decode()))
    for source in (before, after):
        read_document(source, shape.LessonFile)
    if "unread" not in {name for problem in before.sheet.problems for name, _ in problem.args}:
        assert len(after.sheet.problems) <= len(before.sheet.problems)
    assert mended(once.data, shape.LessonFile, "first").data == once.data
    ends = re.findall(r"\r\n|\r|\n", once.data.decode())
    assert set(ends) <= set(re.findall(r"\r\n|\r|\n", text))
