"""Nodes + a declared type -> a value of that type, and every problem of shape. Knows no particular file.

The declaration (``format``) is looked at once through ``msgspec.inspect`` and turned into one small reader per type.
A part that cannot be read gets a blank in its place, so that reading and the later checks go on around it; its path
is kept in ``broken``, so that nobody complains about the blank.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, inspect

from sosmed_learn.content.grouprules import check_keys, check_rules, has_other_keys, no_group
from sosmed_learn.content.guess import guess
from sosmed_learn.content.harmless import is_seen
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence, span_of
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.scalars import ScalarReader, scalar_reader
from sosmed_learn.content.walk import Path, Walk, found_in
from sosmed_learn.core.patterns import later
from sosmed_learn.i18n import N_

_S = TypeVar("_S", bound=Struct)


_GLUED = later(r"([a-z][a-z0-9_-]*):[^\s:]+")
_Read: TypeAlias = Callable[[Node, Path, Walk], Any]


class _Reader(Struct, frozen=True):
    """How to read one type. ``blank()`` stands in where that fails; ``example`` is what an author can write."""

    read: _Read
    blank: Callable[[], Any]
    example: str = "…"


def read(node: Node, kind: type[_S], sheet: Sheet) -> tuple[_S, Walk]:
    """The value of ``node``, with blanks where it could not be read. Problems go onto ``sheet``; raises nothing."""
    walk = Walk(sheet)
    value: _S = _reader_of(kind).read(node, (), walk)
    return value, walk


def locate(node: Node, path: Path) -> Node:
    """The node at ``path``, or the nearest one above it that exists."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            node = node.entries[step][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


@cache
def _reader_of(kind: type[Struct]) -> _Reader:
    return _reader(inspect.type_info(kind), {})


_GROUPS: dict[type[Struct], _Reader] = {}
"""The readers of groups without rules of their own: a text in two languages stands at a hundred places."""


def _reader(kind: inspect.Type, rules: dict[str, Any], extra: dict[str, Any] | None = None) -> _Reader:
    """``rules`` are the declaration's own additions to the JSON Schema, ``extra`` its words for us alone."""
    if isinstance(kind, inspect.Metadata):
        return _reader(kind.type, kind.extra_json_schema or {}, kind.extra)
    if isinstance(kind, inspect.StructType):
        return _group(kind, rules) if rules else _known_group(kind)
    if isinstance(kind, inspect.VarTupleType):
        return _list(kind)
    if isinstance(kind, inspect.DictType):
        return _table(kind)
    if isinstance(kind, inspect.UnionType):
        return _union(kind)
    return _scalar(scalar_reader(kind, rules, extra or {}))


def _known_group(kind: inspect.StructType) -> _Reader:
    if kind.cls not in _GROUPS:
        _GROUPS[kind.cls] = _group(kind, {})
    return _GROUPS[kind.cls]


def _scalar(reader: ScalarReader) -> _Reader:
    def read_scalar(node: Node, path: Path, walk: Walk) -> Any:  # noqa: ANN401 - the type is in the declaration
        if not isinstance(node, Scalar):
            args = {"key": walk.key(path), "expected": reader.expected, "found": found_in(node)}
            walk.fail(path, "E218", span_of(node), **args)
            return reader.blank
        if node.mended:  # what was wrong with it was said
            walk.broken.add(path)
            value, code, _ = reader.read(node.text)
            return reader.blank if code else value
        value, code, args = reader.read(node.text) if is_seen(node.text) else (None, "E208", {})
        if code:
            walk.fail(path, code, span_of(node), key=walk.key(path), **args)
            return reader.blank
        return value

    return _Reader(read_scalar, lambda: reader.blank, reader.example)


def _list(kind: inspect.VarTupleType) -> _Reader:
    item = _reader(kind.item_type, {})
    low, high = kind.min_length or 0, kind.max_length

    def read_list(node: Node, path: Path, walk: Walk) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            if walk.was_said(node, path):
                return ()
            walk.fail(path, "E203", span_of(node), key=walk.key(path), found=found_in(node))
            return ()
        count = len(node.items)
        torn = any(isinstance(inner, Mapping) and inner.torn for inner in node.items)
        if not torn and (count < low or (high is not None and count > high)):
            most = str(high) if high is not None else "…"
            walk.fail(path, "E214", span_of(node), key=walk.key(path), count=str(count), low=str(low), high=most)
        return tuple([item.read(inner, (*path, at), walk) for at, inner in enumerate(node.items)])

    return _Reader(read_list, tuple)


def _table(kind: inspect.DictType) -> _Reader:
    """A group whose keys are the author's own: ids, each with its value."""
    told = kind.key_type if isinstance(kind.key_type, inspect.Metadata) else inspect.Metadata(kind.key_type)
    name = scalar_reader(told.type, told.extra_json_schema or {}, told.extra or {})
    value = _reader(kind.value_type, {})
    example = _example(kind.value_type)
    low, high = kind.min_length or 0, kind.max_length

    def read_table(node: Node, path: Path, walk: Walk) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            _no_table(node, path, walk, example)
            return {}
        walk.enter(node, path)
        count = len(node.entries)
        if not node.torn and (count < low or (high is not None and count > high)):
            most = str(high) if high is not None else "…"
            walk.fail(path, "E214", span_of(node), key=walk.key(path), count=str(count), low=str(low), high=most)
        values: dict[str, Any] = {}
        for key, (spot, inner) in node.entries.items():
            if not _is_name(name, spot, inner, path, walk):
                continue
            values[key] = value.read(inner, (*path, key), walk)
        return values

    return _Reader(read_table, dict)


def _example(kind: inspect.Type) -> str:
    """What a value of a table can look like."""
    inner = bare(kind)
    if isinstance(inner, inspect.StructType):
        return "{…}"
    return "1" if isinstance(inner, inspect.IntType) else "…"


def _is_name(name: ScalarReader, spot: Scalar, inner: Node, path: Path, walk: Walk) -> bool:
    """Whether a key of a table can be one; says it if not."""
    _, code, args = name.read(spot.text)
    if not code:
        return True
    walk.broken.add((*path, spot.text))
    glued = _GLUED().fullmatch(spot.text)
    if glued and isinstance(inner, Scalar) and not inner.text:
        walk.sheet.add("E134", span_of(spot), text=spot.text, key=glued[1])
    elif not spot.mended:  # what was wrong with it was said
        walk.sheet.add(code, span_of(spot), key=walk.key(path), **args)
    return False


def _no_table(node: Node, path: Path, walk: Walk, example: str) -> None:
    """Something else stands where a table must be; of a single entry, only the space behind the colon may lack."""
    if walk.was_said(node, path):
        return
    glued = _GLUED().fullmatch(node.text) if isinstance(node, Scalar) and not node.style else None
    if glued and isinstance(node, Scalar):
        walk.fail(path, "E134", span_of(node), text=node.text, key=glued[1])
    else:
        walk.fail(path, "E227", span_of(node), key=walk.key(path), found=found_in(node), example=example)


def _union(kind: inspect.UnionType) -> _Reader:
    """Optional values, text that is a string or a group, and groups that a key tells apart."""
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    optional = len(kinds) < len(kind.types)
    tagged = [each for each in kinds if isinstance(bare(each), inspect.StructType)]
    if len(kinds) == 1:
        inner = _reader(kinds[0], {})
    elif len(tagged) == len(kinds):
        inner = _tagged(tagged)
    else:
        inner = _either(kinds)
    return _Reader(inner.read, lambda: None) if optional else inner


def _either(kinds: list[inspect.Type]) -> _Reader:
    groups = [each for each in kinds if isinstance(each, inspect.StructType)]
    plain = _reader(next(each for each in kinds if each not in groups), {})
    group = _reader(groups[0], {})

    def read_either(node: Node, path: Path, walk: Walk) -> Any:  # noqa: ANN401
        value = (group if isinstance(node, Mapping) else plain).read(node, path, walk)
        walk.texts.append((path, value))
        return value

    return _Reader(read_either, plain.blank)


def bare(kind: inspect.Type) -> inspect.Type:
    """A type without what the declaration adds to it."""
    return kind.type if isinstance(kind, inspect.Metadata) else kind


def _tagged(kinds: list[inspect.Type]) -> _Reader:
    groups = [group for each in kinds if isinstance(group := bare(each), inspect.StructType)]
    readers = {str(group.tag): _reader(each, {}) for each, group in zip(kinds, groups, strict=True)}
    field = groups[0].tag_field or "type"
    keys = {key.encode_name for each in groups for key in each.fields}

    def read_tagged(node: Node, path: Path, walk: Walk) -> Any:  # noqa: ANN401
        allowed = ", ".join(readers)
        if not isinstance(node, Mapping):
            walk.fail(path, "E217", span_of(node), key=walk.key(path), found=found_in(node), allowed=f"{field}, …")
            return None
        walk.enter(node, path)
        near = field if field in node.entries else guess(field, [name for name in node.entries if name not in keys])
        if not near:
            walk.misses((*path, field), "E202", span_of(node), key=field, example="…")
            return None
        tag = node.entries[near][1]
        if not isinstance(tag, Scalar):
            walk.fail((*path, field), "E218", span_of(tag), key=field, expected=N_("one word"), found=found_in(tag))
            return None
        name = tag.text
        if name not in readers and tag.mended:  # what was wrong with it was said
            walk.broken.add(path)
            return None
        if name not in readers:
            name = guess(name, readers)
            walk.fail((*path, field), "E204", span_of(tag), key=field, value=tag.text, guess=name, allowed=allowed)
        # With a good guess the rest is read as if it were right: its own problems come in the same run.
        return readers[name].read(node, path, walk) if name else None

    return _Reader(read_tagged, lambda: None)


class _Key(Struct, frozen=True):
    """One key of a group: the author's name, the field's name, and how to read it."""

    name: str
    field: str
    reader: _Reader
    required: bool


def _group(kind: inspect.StructType, rules: dict[str, Any]) -> _Reader:
    keys = {f.encode_name: _Key(f.encode_name, f.name, _reader(f.type, {}), f.required) for f in kind.fields}
    readers = {key.name: (key.field, key.reader.read) for key in keys.values()}
    required = [key for key in keys.values() if key.required]
    must_be = frozenset(key.field for key in required)
    known = dict.fromkeys([kind.tag_field, *keys] if kind.tag_field else keys)
    allowed = ", ".join(known)
    cls: type[Struct] = kind.cls

    def blank() -> Any:  # noqa: ANN401
        return cls(**{key.field: key.reader.blank() for key in required})

    def read_group(node: Node, path: Path, walk: Walk) -> Any:  # noqa: ANN401
        if not isinstance(node, Mapping):
            no_group(node, path, walk, allowed)
            return blank()
        entries = node.entries
        if node.torn or not entries.keys() <= known.keys():  # else no key can be wrong
            if has_other_keys(node, path, known, walk):
                return blank()
            check_keys(node, path, known, walk)
        values: dict[str, Any] = {}
        for name, (_, inner) in entries.items():
            found = readers.get(name)
            if found is not None:
                field, read_value = found
                values[field] = read_value(inner, (*path, name), walk)
        if not must_be.issubset(values):
            _miss(required, values, node, path, walk)
        if rules and not walk.is_torn(path):
            check_rules(rules, node, path, walk)
        return cls(**values)

    return _Reader(read_group, blank)


def _miss(required: list[_Key], values: dict[str, Any], node: Mapping, path: Path, walk: Walk) -> None:
    """Report the keys that are not there, and put blanks in their places."""
    for key in required:
        if key.field not in values:
            walk.misses((*path, key.name), "E202", span_of(node), key=key.name, example=key.reader.example)
            values[key.field] = key.reader.blank()
