"""Tables in parsed Markdown, each folded into one token, so that a table can be drawn as a whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TABLE = "whole_table"
"""The type of the folded token. Its ``meta`` has the ``cells``."""


class Cells(NamedTuple):
    """The inline tokens of a table: those of the head, then row by row; and the columns that go to the right."""

    head: tuple[Token, ...]
    rows: tuple[tuple[Token, ...], ...]
    right: frozenset[int]


def fold_tables(parser: MarkdownIt) -> MarkdownIt:
    """Let ``parser`` hand out each table as one token."""
    parser.core.ruler.push("fold_tables", _fold)
    return parser


def _fold(state: StateCore) -> None:
    state.tokens = list(_folded(iter(state.tokens)))


def _folded(tokens: Iterator[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "table_open":
            inside = [token, *_until(tokens, "table_close")]
            yield Token(TABLE, "", 0, map=token.map, level=token.level, meta={"cells": _cells(inside)})
        else:
            yield token


def _until(tokens: Iterator[Token], last: str) -> Iterator[Token]:
    for token in tokens:
        if token.type == last:
            return
        yield token


def _cells(tokens: Sequence[Token]) -> Cells:
    """The parser gives every row as many cells as the head has."""
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    heads = (token for token in tokens if token.type == "th_open")
    right = frozenset(at for at, token in enumerate(heads) if token.attrs.get("style") == "text-align:right")
    head, *body = map(tuple, rows)
    return Cells(head, tuple(body), right)
