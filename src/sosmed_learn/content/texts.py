"""Checks of every text for readers in any file: its languages, its quotes, its fences. Reads no file."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from sosmed_learn.content.documents import Document
from sosmed_learn.content.format import Words
from sosmed_learn.content.harmless import may_harm
from sosmed_learn.content.nodes import OPENING, Scalar
from sosmed_learn.content.problems import Span
from sosmed_learn.content.reading import locate
from sosmed_learn.content.walk import Path
from sosmed_learn.core.patterns import later
from sosmed_learn.core.text import LANGUAGES, Language

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MOST_NESTED = 5
"""Lists and quotes in each other: at 40 columns, half of the line is then left for words."""
_DEEP = ("- - ", "* * ", "+ + ", "> >", ">>", "- * ", "* - ", "\n" + " " * 2 * MOST_NESTED, "\t\t")
"""What stands in a text that can be so deep; others are not read as Markdown."""
_MARKS = later(r"(`{3,}|~{3,})([^`~]*)")
_FEW_WORDS = 3  # a brand or a number; anything longer is a sentence that needs a language
_IN_CURLY = later("[“„][^“„”]*[”“]|‘[^‘’]*’")  # noqa: RUF001 - the odd ones are what is looked for


def check_texts(
    document: Document[Struct], languages: tuple[Language, ...] | None, alike: Collection[str] = ()
) -> None:
    """Every text has all languages of the module and no others, if these are known, and is shown as it was meant.

    Keys in ``alike`` may have long plain text.
    """
    both = languages is not None and len(languages) == len(LANGUAGES)
    for path, words in document.texts:
        complete = both and isinstance(words, Words) and words.id is not None and words.en is not None
        if languages is not None and not complete:
            _check_languages(document, path, words, languages, alike)
        for inner, said in said_in(path, words):
            if said[0] in OPENING and _IN_CURLY().fullmatch(said):
                _check_quotes(document, inner)
            if ("```" in said or "~~~" in said) and not plainly_closed(said):
                _check_fences(document, inner, said)
            if _has_marks(said) and any(sign in said for sign in _DEEP):
                _check_depth(document, inner, said)


def _has_marks(said: str) -> bool:
    """Whether there is anything that all of ``_DEEP`` have a part of; of thirty texts, one has."""
    return "- " in said or "* " in said or "+ " in said or ">" in said or "\n " in said or "\t" in said


def said_in(path: Path, words: Words | str) -> Iterator[tuple[Path, str]]:
    """What is written in each language, with its path."""
    if isinstance(words, str):
        if words:
            yield path, words
        return
    for language in LANGUAGES:
        said = getattr(words, language)
        if said:
            yield (*path, language), said


def _check_languages(
    document: Document[Struct],
    path: Path,
    words: Words | str,
    languages: tuple[Language, ...],
    alike: Collection[str],
) -> None:
    if isinstance(words, str):
        if len(languages) > 1 and len(words.split()) > _FEW_WORDS and path[-1] not in alike:
            document.report("W502", path)
        return
    for language in LANGUAGES:
        there = getattr(words, language) is not None
        if language in languages and not there:
            document.report("E209", (*path, language), language=language, languages=", ".join(languages))
        elif language not in languages and there:
            document.report("W506", (*path, language), language=language)


def _check_quotes(document: Document[Struct], path: Path) -> None:
    """Curly quotes are seen by learners. Within straight ones they are meant to be."""
    node = locate(document.node, path) if document.node is not None else None
    if isinstance(node, Scalar) and not node.style:
        document.report("W514", path)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few texts have fences, and the app starts without them

    return MarkdownIt().disable("inline")


def plainly_closed(said: str) -> bool:
    """Whether one sees without reading Markdown that every fence in the text is closed.

    So it is where all marks stand at the beginnings of lines, in pairs, with no HTML around them: nearly everywhere.
    To import the reader of Markdown takes longer than all other checks of texts.
    """
    if "<" in said or may_harm(said):
        return False
    opened = ""
    for line in said.split("\n"):
        if "```" not in line and "~~~" not in line:
            continue
        marks = _MARKS().fullmatch(line)
        if marks is None or (opened and (marks[2].strip(" ") or not marks[1].startswith(opened))):
            return False
        opened = "" if opened else marks[1]
    return not opened


def _check_fences(document: Document[Struct], path: Path, said: str) -> None:
    """A block between fences that is never closed takes in all that follows it."""
    for token in _markdown().parse(f"{said}\n"):
        if token.type == "fence" and token.map:
            first, end = token.map
            unclosed = token.content.count("\n") == end - first - 1  # all its lines but the first are in it
            if unclosed and not document.is_broken(path):
                document.sheet.add("W515", _line(document, path, said.split("\n"), first), text=token.markup)


def _check_depth(document: Document[Struct], path: Path, said: str) -> None:
    """Lists within lists take room from the words."""
    depth = deepest = 0
    for token in _markdown().parse(f"{said}\n"):
        if token.type in {"list_item_open", "blockquote_open"}:
            depth += 1
        elif token.type in {"list_item_close", "blockquote_close"}:
            depth -= 1
        deepest = max(deepest, depth)
    if deepest > MOST_NESTED and not document.is_broken(path):
        document.report("W529", path, count=str(deepest), high=str(MOST_NESTED))


def _line(document: Document[Struct], path: Path, lines: list[str], at: int) -> Span:
    """Where line ``at`` of the text at ``path`` stands in the file, if it stands there as a line of its own."""
    node = locate(document.node, path) if document.node is not None else None
    words = lines[at].strip()
    before = sum(line.strip() == words for line in lines[:at])
    if isinstance(node, Scalar):
        for number in range(node.line, min(node.end_line, len(document.sheet.lines)) + 1):
            typed = document.sheet.lines[number - 1]
            if typed.strip() == words:
                if not before:
                    column = len(typed) - len(typed.lstrip()) + 1
                    return Span(number, column, number, column + len(words))
                before -= 1
    return document.span(path)
