"""New course files from the examples in ``templates/``: values in, text out. Reads no course and writes nothing.

A template is YAML with four marks: ``#id``/``#en`` begin a comment for an author of that language, ``@id:``/``@en:`` a
text that is left out of modules without that language, ``<<name>>`` is a value, and a line whose value is empty goes.
"""

import json
import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise
from pathlib import Path, PurePosixPath

from msgspec import Struct

from sosmed_learn.content.format import SLUG
from sosmed_learn.content.harmless import harmless
from sosmed_learn.core.question import Kind
from sosmed_learn.core.text import LANGUAGES, Language

TEMPLATES = Path(__file__).parent / "templates"
LONGEST_ID = 50
"""Characters of an id that we make: ids of ours are made longer from it, and 60 is the most that there can be."""
LONGEST_TITLE = 80

_COMMENT = re.compile(r"( *)#(id|en) (.*)")
_SAID = re.compile(r"( *)(- )?@(id|en):(.*)")
_VALUE = re.compile(r"<<([a-z-]+)>>")
_CHOICE = "      - text:"


class Title(Struct, frozen=True):
    """A title in both languages, on one line each."""

    id: str
    en: str


class Voice(Struct, frozen=True):
    """The language of the comments, and those of the module."""

    comments: Language
    languages: Sequence[Language] = LANGUAGES


class Subject(Struct, frozen=True):
    """The concept that questions are about, and if there is one, a misconception of the module."""

    concept: str
    belief: str = ""


class NewModule(Struct, frozen=True):
    """What there is to say about a module before it is written; ``lesson`` is the id of its first lesson."""

    id: str
    title: Title
    lesson: str
    today: date


def slug(words: str) -> str:
    """``words`` in the form of an id; empty if nothing of that form is in them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST_ID].strip("-")
    return made if re.fullmatch(SLUG, made) else ""


def as_title(words: str) -> str:
    """``words`` as a title on one line: of an id, the words in it. Empty for what cannot be shown."""
    line = " ".join(words.split())
    if re.fullmatch(SLUG, line):
        line = line.replace("-", " ").strip().capitalize()
    return line if harmless(line) == line and len(line) <= LONGEST_TITLE else ""


def module_files(new: NewModule, voice: Voice, modelines: Mapping[str, str]) -> dict[PurePosixPath, str]:
    """The files of a new module by their place in its folder. ``modelines`` are the first lines by kind of file."""
    tested = Subject(f"{new.id}-dasar", "foto-rapi-cukup")
    values = {
        "id": new.id,
        **_quoted(new.title),
        "lesson": new.lesson,
        "today": f"{new.today:%Y-%m-%d}",
        "concept": tested.concept,
        "belief": tested.belief,
    }
    return {
        PurePosixPath("module.yaml"): _filled("module", {**values, "modeline": modelines["module"]}, voice),
        PurePosixPath("glossary.yaml"): _filled("glossary", {"modeline": modelines["glossary"]}, voice),
        PurePosixPath("lessons", f"{new.lesson}.yaml"): lesson_file(
            new.lesson, FIRST_LESSON, tested, voice, modelines["lesson"]
        ),
    }


FIRST_LESSON = Title(id="Foto yang menjawab pembeli", en="Photos that answer buyers")
"""What the example is about."""


def lesson_file(name: str, title: Title, tested: Subject, voice: Voice, modeline: str) -> str:
    """The text of a new lesson with something to read and two questions."""
    values = {"id": name, **_quoted(title), "concept": tested.concept, "modeline": modeline}
    questions = [
        question_step(f"{name}-ukuran", "single", tested, 2, voice),
        question_step(f"{name}-takarir", "text", tested, 1, voice),
    ]
    steps = "\n".join(_indented(question, 2) for question in questions)
    return f"{_filled('lesson', values, voice).rstrip()}\n\n{steps}"


def question_step(name: str, kind: Kind, tested: Subject, level: int, voice: Voice) -> str:
    """One step with a question, as an item of a list that begins in the first column."""
    values = {"id": name, "concept": tested.concept, "level": str(level), "belief": tested.belief}
    values["hashtag"] = "tagar" if "id" in voice.languages else "hashtag"
    return _filled(f"question-{kind}", values, voice, turn=_turn(name))


def _turn(name: str) -> int:
    """By how many places the choices are turned: it follows from the id, and counts on with the numbers in it.

    If the right choice were always at the same place in what we write, it would stay there in what people make of it.
    """
    numbers = sum(int(number) for number in re.findall(r"\d+", name))
    return zlib.crc32(re.sub(r"\d", "", name).encode()) + numbers


def scenario_step(name: str, concept: str, voice: Voice) -> str:
    """One step with a scenario of two decisions and three endings, as an item of a list as above."""
    return _filled("scenario", {"id": name, "concept": concept}, voice)


def task_step(name: str, concept: str, voice: Voice) -> str:
    """One step with a worksheet of four fields, as an item of a list as above."""
    return _filled("task", {"id": name, "concept": concept}, voice)


def _quoted(title: Title) -> dict[str, str]:
    """Titles in double quotes, in which YAML and JSON agree: a person may type a colon or a hash sign."""
    return {f"title-{name}": json.dumps(getattr(title, name), ensure_ascii=False) for name in LANGUAGES}


def _filled(template: str, values: Mapping[str, str], voice: Voice, *, turn: int = 0) -> str:
    lines = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8").splitlines()
    spoken = _spoken(_commented(_turned(lines, turn), voice.comments), voice.languages)
    kept = [line for line in spoken if all(values[name] for name in _VALUE.findall(line))]
    return "".join(f"{_VALUE.sub(lambda match: values[match[1]], line)}\n" for line in kept)


def _turned(lines: Sequence[str], by: int) -> Sequence[str]:
    """The lines with their choices turned: the last ones come first."""
    if "    choices:" not in lines:
        return lines
    starts = [at for at, line in enumerate(lines) if line.startswith(_CHOICE)]
    inner = " " * _CHOICE.index("text")
    end = next(at for at in range(starts[-1] + 1, len(lines)) if not lines[at].startswith(inner))
    choices = [lines[start:stop] for start, stop in pairwise([*starts, end])]
    first = -by % len(choices)
    return [*lines[: starts[0]], *chain(*choices[first:], *choices[:first]), *lines[end:]]


def _commented(lines: Sequence[str], language: Language) -> Iterator[str]:
    """The lines with the comments of one language."""
    for line in lines:
        comment = _COMMENT.fullmatch(line)
        if comment is None:
            yield line
        elif comment[2] == language:
            yield f"{comment[1]}# {comment[3]}"


def _spoken(lines: Iterator[str], languages: Sequence[Language]) -> Iterator[str]:
    """The lines with the texts of ``languages``. The dash of an item stays when its first text goes."""
    gone: int | None = None  # the column of the text that is left out
    dash = False
    for line in lines:
        said = _SAID.fullmatch(line)
        column = len(said[1]) + len(said[2] or "") if said else len(line) - len(line.lstrip())
        if gone is not None and (not line.strip() or column > gone):
            continue
        gone = None
        if said is None:
            yield line
        elif said[3] in languages:
            lead = f"{' ' * (column - 2)}- " if dash else said[1] + (said[2] or "")
            dash = False
            yield f"{lead}{said[3]}:{said[4]}"
        else:
            gone, dash = column, dash or bool(said[2])


def _indented(text: str, columns: int) -> str:
    return "".join(f"{' ' * columns}{line}\n" if line.strip() else "\n" for line in text.splitlines())
