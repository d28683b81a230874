"""Ids that are missing: of a module its folder's name, of a lesson its file's, of what is in it some of its words.

A node of a scenario gets the name by which choices call it. Where several names could be meant, it gets none.
"""

from collections.abc import Iterator

from msgspec import Struct

from sosmed_learn.content.fixing.draft import Draft
from sosmed_learn.content.fixing.order import steps
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence, span_of
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.scaffold import slug

CODE = "E202"
LONGEST = 40
"""Characters of an id made from a prompt; people type and read it."""

_NAMELESS = {"question": "question", "scenario": "scenario"}
_TARGETS = frozenset({"to", "start", "empty", "late"})
_WORDS = {"question": ("prompt",), "scenario": ("title",), "node": ("title", "text")}


class _Place(Struct):
    """A group without an id: the ``words`` to make one from, what to call it if they give none, or its known name."""

    node: Mapping
    words: str
    nameless: str = ""
    name: str = ""


def with_ids(draft: Draft, own: str) -> tuple[Draft, list[Problem]]:
    """The draft with ids where they are missing, and the problems that are gone with that.

    ``own`` is the name of the file or folder, for the file's own id.
    """
    root = draft.document.node
    places = [*_in_steps(root)]
    if isinstance(root, Mapping) and "id" in draft.kind.__struct_fields__ and "id" not in root.entries:
        places.append(_Place(root, ""))
    names = _names(root, places, own)
    gone = []
    made = draft
    for place, name in sorted(zip(places, names, strict=True), key=_from_below):
        node = place.node
        problem = next((each for each in draft.problems if _is_about(each, node)), None)
        after = _inserted(made, node, name, whole=node is root) if problem and name else None
        if problem and after and after.improves(made):
            made = after
            gone.append(problem)
    return made, gone


def _from_below(place: tuple[_Place, str]) -> tuple[int, int]:
    """What is written further below leaves the places above as they are."""
    node = place[0].node
    return -node.line, -node.column


def _in_steps(root: Node | None) -> Iterator[_Place]:
    """The questions, scenarios and nodes that have no id."""
    for key, nameless in _NAMELESS.items():
        for group in steps(root, key):
            if group.entries and "id" not in group.entries:
                yield _Place(group, _words(group, _WORDS[key]), nameless)
    for scenario in steps(root, "scenario"):
        yield from _nodes_without(scenario)


def _nodes_without(scenario: Mapping) -> Iterator[_Place]:
    """The nodes that have no id: one that choices call by a name gets that, if no other can be meant."""
    listed = scenario.entries["nodes"][1] if "nodes" in scenario.entries else None
    nodes = [node for node in listed.items if isinstance(node, Mapping)] if isinstance(listed, Sequence) else []
    bare = [node for node in nodes if node.entries and "id" not in node.entries]
    if not bare:
        return
    given = {key.text for node in nodes if "id" in node.entries and isinstance(key := node.entries["id"][1], Scalar)}
    called = dict.fromkeys(name for name in _targets(scenario) if name not in given)
    if called and (len(called), len(bare)) != (1, 1):
        return
    for node in bare:
        yield _Place(node, _words(node, _WORDS["node"]), name=next(iter(called), ""))


def _targets(node: Node) -> Iterator[str]:
    """The names of the nodes with which a scenario goes on."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _targets(item)
    elif isinstance(node, Mapping):
        for name, (_, inner) in node.entries.items():
            if name in _TARGETS and isinstance(inner, Scalar) and slug(inner.text) == inner.text:
                yield inner.text
            yield from _targets(inner)


def _words(group: Mapping, keys: tuple[str, ...]) -> str:
    """The words of the first of the keys that has some, in Indonesian if it has that."""
    for key in keys:
        node = group.entries[key][1] if key in group.entries else None
        if isinstance(node, Mapping):
            node = next((node.entries[name][1] for name in ("id", "en") if name in node.entries), None)
        if isinstance(node, Scalar) and node.text:
            return node.text
    return ""


def _names(root: Node | None, places: list[_Place], own: str) -> list[str]:
    """An id for each place, none of them used before; empty where a file's name cannot be one."""
    taken = set(_ids(root))
    names = []
    for place in places:
        if place.node is root:
            name = own if slug(own) == own else ""
        else:
            name = place.name or _unique(_short(place.words) or place.nameless, taken)
        taken.add(name)
        names.append(name)
    return names


def _ids(node: Node | None) -> Iterator[str]:
    """Every id below ``node``, also old ones. Texts have a key of that name too, which does no harm."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _ids(item)
    elif isinstance(node, Mapping):
        for name, (_, inner) in node.entries.items():
            listed = inner.items if name == "aliases" and isinstance(inner, Sequence) else [inner]
            if name in {"id", "aliases"}:
                yield from (each.text for each in listed if isinstance(each, Scalar))
            yield from _ids(inner)


def _short(words: str) -> str:
    """The first whole words as an id."""
    whole = slug(words.replace("'", ""))
    short = whole[: LONGEST + 1].rpartition("-")[0] if len(whole) > LONGEST else whole
    return short or whole[:LONGEST]


def _unique(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while name and found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def _is_about(problem: Problem, node: Mapping) -> bool:
    span = span_of(node)
    missing = problem.code == CODE and dict(problem.args).get("key") == "id"
    return missing and (problem.line, problem.column) == (span.line, span.column)


def _inserted(draft: Draft, node: Mapping, name: str, *, whole: bool) -> Draft | None:
    """The draft with the id as the first key of ``node``; None where there is no line of its own for it.

    In a question it stands above a comment on the key that was the first. At the head of a file such comments are
    on the file, and it stands below them.
    """
    if node.flow:
        line = draft.lines[node.line - 1]
        at = node.column + len(line[node.column :]) - len(line[node.column :].lstrip())
        return draft.with_line(node.line, f"{line[:at]}id: {name}, {line[at:]}") if line[at:] else None
    first = span_of(node)
    margin = draft.lines[first.line - 1][: first.column - 1]
    if margin.strip(" -"):
        return None
    if margin.strip():  # an item of a list: its first key gives its place to the id
        behind = draft.lines[first.line - 1][len(margin) :]
        return draft.with_line(first.line, f"{margin}id: {name}").with_new_line(
            first.line + 1, f"{' ' * len(margin)}{behind}"
        )
    number = first.line
    while not whole and number > 1 and draft.lines[number - 2].lstrip().startswith("#"):
        number -= 1
    return draft.with_new_line(number, f"{margin}id: {name}")
