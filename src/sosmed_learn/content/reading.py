"""Nodes + a declared type -> a value of that type, and every problem of shape. Knows no particular file.

The declaration (``format``) is looked at once through ``msgspec.inspect`` and turned into one small reader per type.
A part that cannot be read gets a blank in its place, so that reading and the later checks go on around it; its path
is kept in ``broken``, so that nobody complains about the blank.
"""

from collections.abc import Callable
from functools import cache
from pathlib import PurePath
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, inspect

from sosmed_learn.content.guess import guess
from sosmed_learn.content.harmless import is_seen
from sosmed_learn.content.keys import in_one_group
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence, span_of
from sosmed_learn.content.problems import Sheet, Span
from sosmed_learn.content.scalars import ScalarReader, scalar_reader
from sosmed_learn.i18n import N_

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the root, as the author writes them: ``("steps", 0, "text", "id")``."""

_S = TypeVar("_S", bound=Struct)


class Walk:
    """One reading of one tree.

    ``broken`` are the paths of what could not be read; ``texts`` is what may be written as plain text or as a group,
    with its path, in the file's order. ``torn`` are the groups of which some lines could not be read.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.broken: set[Path] = set()
        self.texts: list[tuple[Path, Any]] = []
        self.torn: set[Path] = set()

    def fail(self, path: Path, code: str, span: Span, /, **args: str) -> None:
        """The value at ``path`` cannot be used."""
        self.broken.add(path)
        self.sheet.add(code, span, **args)

    def misses(self, path: Path, code: str, span: Span, /, **args: str) -> None:
        """The same for what is not there, unless it may stand in a line that could not be read: that was said."""
        self.broken.add(path)
        if not self.is_torn(path):
            self.sheet.add(code, span, **args)

    def enter(self, node: Mapping, path: Path) -> None:
        """Keep in mind whether some lines of the group are missing; of a whole file the rest is still looked at."""
        if node.torn:
            self.torn.add(path)
            self.broken.update([path] if path else [])

    def is_torn(self, path: Path) -> bool:
        """Whether some lines around ``path`` could not be read."""
        return bool(self.torn) and any(path[:length] in self.torn for length in range(len(path) + 1))

    def key(self, path: Path) -> str:
        """The key that a person would name for ``path``; the file's name for the whole of it."""
        return next((step for step in reversed(path) if isinstance(step, str)), PurePath(self.sheet.path).name)


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


def found_in(node: Node) -> str:
    """What stands there, in a word or two that can be translated."""
    if isinstance(node, Sequence):
        return N_("a list")
    if isinstance(node, Mapping):
        return N_("a group of keys")
    return N_("text") if node.text or node.style else N_("nothing")


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
    low, high = kind.min_length or 0, kind.max_length

    def read_table(node: Node, path: Path, walk: Walk) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            walk.fail(path, "E217", span_of(node), key=walk.key(path), found=found_in(node), allowed="…")
            return {}
        walk.enter(node, path)
        count = len(node.entries)
        if not node.torn and (count < low or (high is not None and count > high)):
            most = str(high) if high is not None else "…"
            walk.fail(path, "E214", span_of(node), key=walk.key(path), count=str(count), low=str(low), high=most)
        values: dict[str, Any] = {}
        for key, (spot, inner) in node.entries.items():
            _, code, args = name.read(key)
            if code:
                walk.fail((*path, key), code, span_of(spot), key=walk.key(path), **args)
            values[key] = value.read(inner, (*path, key), walk)
        return values

    return _Reader(read_table, dict)


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
    required = [key for key in keys.values() if key.required]
    known = dict.fromkeys([kind.tag_field, *keys] if kind.tag_field else keys)
    allowed = ", ".join(known)
    cls: type[Struct] = kind.cls

    def blank() -> Any:  # noqa: ANN401
        return cls(**{key.field: key.reader.blank() for key in required})

    def read_group(node: Node, path: Path, walk: Walk) -> Any:  # noqa: ANN401
        if not isinstance(node, Mapping):
            _no_group(node, path, walk, allowed)
            return blank()
        _check_keys(node, path, known, walk)
        values: dict[str, Any] = {}
        for name, (_, inner) in node.entries.items():
            key = keys.get(name)
            if key is not None:
                values[key.field] = key.reader.read(inner, (*path, name), walk)
        for key in required:
            if key.field not in values:
                example = key.reader.example
                walk.misses((*path, key.name), "E202", span_of(node), key=key.name, example=example)
                values[key.field] = key.reader.blank()
        if rules and not walk.is_torn(path):
            _check_rules(rules, node, path, walk)
        return cls(**values)

    return _Reader(read_group, blank)


def _no_group(node: Node, path: Path, walk: Walk, allowed: str) -> None:
    """Something else stands where a group of keys must be: of an item, the first key may simply be missing."""
    args = {"key": walk.key(path), "found": found_in(node), "allowed": allowed}
    if not path or isinstance(path[-1], str):
        walk.fail(path, "E217", span_of(node), **args)
        return
    names = allowed.split(", ")
    typed = node.text if isinstance(node, Scalar) and node.text else "…"
    example = f"{'text' if 'text' in names else names[0]}: {typed}"
    walk.fail(path, "E222", span_of(node), **args, example=example)


def _check_keys(node: Mapping, path: Path, known: dict[str, None], walk: Walk) -> None:
    """Report the keys that the group does not have, unless some of its lines are missing: then nothing is sure."""
    walk.enter(node, path)
    if node.entries.keys() <= known.keys() or walk.is_torn(path):
        return
    above: Node = node
    for name, entry in [*node.entries.items()]:
        if name in known:
            above = entry[1]
        elif not _outdented(name, entry, above, walk):
            _unknown(name, node, known, walk)


def _outdented(name: str, entry: tuple[Scalar, Node], above: Node, walk: Walk) -> bool:
    """Whether the key lacks in the group above, where it is put then. It only began in the wrong column."""
    group = above.items[-1] if isinstance(above, Sequence) and above.items else above
    if not isinstance(group, Mapping) or group.flow or name in group.entries or not group.entries:
        return False
    if group.column <= entry[0].column or not in_one_group([*group.entries, name]):
        return False
    walk.sheet.add("E226", span_of(entry[0]), key=name, other=next(iter(group.entries)))
    group.entries[name] = entry
    return True


def _unknown(name: str, node: Mapping, known: dict[str, None], walk: Walk) -> None:
    """Report a key; with a good guess go on as if it were spelt right, so that nobody calls the right one missing."""
    if walk.sheet.full:
        return
    entry = node.entries[name]
    if entry[0].mended:
        return
    free = [other for other in known if other not in node.entries]
    meant = guess(name, free) or (free[0] if len(free) == 1 < len(known) else "")
    walk.sheet.add("E201", span_of(entry[0]), key=name, guess=meant, allowed=", ".join(known))
    if meant:
        node.entries[meant] = entry


def _check_rules(rules: dict[str, Any], node: Mapping, path: Path, walk: Walk) -> None:
    """The rules between keys that the declaration states in JSON Schema's words."""
    choices = [name for branch in rules.get("oneOf", ()) for name in branch["required"]]
    present = [name for name in choices if name in node.entries]
    if choices and len(present) != 1:
        spot = node.entries[present[1]][0] if present else node
        if present and not node.flow and isinstance(path[-1], int):
            walk.fail(path, "E225", span_of(spot), key=present[1], other=present[0])
        else:
            walk.fail(path, "E211", span_of(spot), allowed=", ".join(choices))
    for name, others in rules.get("dependentRequired", {}).items():
        for other in others:
            if name in node.entries and other not in node.entries:
                walk.sheet.add("E212", span_of(node.entries[name][0]), key=name, other=other)
