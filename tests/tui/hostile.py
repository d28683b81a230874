"""A course, a learner and a computer of which every word is out to break the screen."""

from typing import Any

import msgspec

from sosmed_learn.core.module import Lesson
from sosmed_learn.core.study import Trouble
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary
from tests.tui import course

MARKUP = "[b]tebal[/b] list[int] [@click=app.quit]klik[/]"
"""What must be seen as it is written, brackets and all."""
REST = (
    " [/b] [red]x [link=http://x]t [bold $accent]z{format} %s \\[x] "
    "\x1b[31mesc\x1b]0;t\x07 \x9b31m\x9d0;t\x9c \x08\x7f\x00\r "
    "\u202ekanan\u202c \u2066iso\u2069 \u200f\u061c zero\u200bwidth e\u0301 "
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f389 "
    "![gambar](http://x/y.png) [tautan](http://x) <b onclick=x>html</b> <http://auto.x> &#27; `kode` " + "w" * 300
)
POISON = MARKUP + REST
TABLE = f"| {MARKUP} | b |\n| --- | --- |\n| {MARKUP} | 1 |"
BLOCK = f"## {POISON}\n\n{POISON}\n\n- {MARKUP}\n\n{TABLE}\n\n> {MARKUP}\n\n```\n{POISON}\n```\n"
NAMES = {"id", "kind", "concept", "misconception", "form", "confidence", "shelf_life", "lessons", "version", "facts"}
"""Fields that are no words for readers: ids and the like, which the reading of courses keeps to letters."""


def spoilt(value: Any, name: str = "") -> Any:
    """``value`` with every text in it replaced."""
    if isinstance(value, Text):
        words = BLOCK if name == "text" and value.id and "\n" in value.id else POISON
        return value if value == Text.same("Rp") else Text(words, words)
    if isinstance(value, msgspec.Struct):
        fields = {field: getattr(value, field) for field in value.__struct_fields__}
        return msgspec.structs.replace(
            value, **{key: spoilt(part, key) for key, part in fields.items() if key not in NAMES}
        )
    if isinstance(value, tuple):
        return tuple(spoilt(part, name) for part in value)
    if isinstance(value, str) and name == "addresses":
        return "https://x.example/" + POISON
    return POISON if isinstance(value, str) and name in {"source", "where"} else value


def library() -> MemoryLibrary:
    """The small course with every word poisoned, also those about what cannot be opened."""
    lessons: dict[tuple[str, str], Lesson | str] = {
        key: POISON if isinstance(lesson, str) else spoilt(lesson) for key, lesson in course.LESSONS.items()
    }
    return MemoryLibrary(
        tuple(spoilt(module) for module in course.MODULES),
        lessons,
        terms={module.id: spoilt(course.TERMS) for module in course.MODULES},
        facts=(spoilt(course.FRESH), spoilt(course.STALE)),
        troubles=(Trouble(Text(POISON, POISON), POISON, "m", "l"), Trouble(Text(POISON, POISON), POISON, "n")),
    )
