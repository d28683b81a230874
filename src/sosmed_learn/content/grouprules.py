"""The keys of one group: those that it does not have, and the rules between those that it has. Reads no values."""

from typing import Any

from sosmed_learn.content.guess import guess
from sosmed_learn.content.keys import in_one_group, known_keys
from sosmed_learn.content.keywords import in_our_words
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence, span_of
from sosmed_learn.content.walk import Path, Walk, found_in

_LISTS = frozenset({"choices", "accept", "items", "pairs", "blanks"})
"""What is answered, in each kind of question."""


def no_group(node: Node, path: Path, walk: Walk, allowed: str) -> None:
    """Something else stands where a group of keys must be: of an item, the first key may simply be missing."""
    if walk.was_said(node, path):
        return
    args = {"key": walk.key(path), "found": found_in(node), "allowed": allowed}
    if not path or isinstance(path[-1], str):
        walk.fail(path, "E217", span_of(node), **args)
        return
    names = allowed.split(", ")
    typed = node.text if isinstance(node, Scalar) and node.text else "…"
    example = f"{'text' if 'text' in names else names[0]}: {typed}"
    walk.fail(path, "E222", span_of(node), **args, example=example)


def has_other_keys(node: Mapping, path: Path, known: dict[str, None], walk: Walk) -> bool:
    """Whether an item holds an author's own word for a key, as in ``- Question: answer``: one mistake, not four."""
    if not path or isinstance(path[-1], str) or node.torn or walk.is_torn(path) or len(node.entries) != 1:
        return False
    name, (spot, _) = next(iter(node.entries.items()))
    if name in known or name in known_keys() or spot.mended or guess(name, known):
        return False
    walk.fail(path, "E201", span_of(spot), key=name, guess="", allowed=", ".join(known))
    return True


def check_keys(node: Mapping, path: Path, known: dict[str, None], walk: Walk) -> None:
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
    meant = in_our_words(name, free) or guess(name, free) or (free[0] if len(free) == 1 < len(known) else "")
    meant = meant or _list_meant(name, node, free)
    walk.sheet.add("E201", span_of(entry[0]), key=name, guess=meant, allowed=", ".join(known))
    if meant:
        node.entries[meant] = entry


def _list_meant(name: str, node: Mapping, free: list[str]) -> str:
    """Of a key that holds ids as other kinds of question do, such as ``choices``: the list that is wanted here."""
    wanted = [other for other in free if other in _LISTS]
    value = node.entries[name][1]
    ids = isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items)
    return wanted[0] if ids and name in _LISTS and len(wanted) == 1 else ""


def check_rules(rules: dict[str, Any], node: Mapping, path: Path, walk: Walk) -> None:
    """The rules between keys that the declaration states in JSON Schema's words."""
    choices = [name for branch in rules.get("oneOf", ()) for name in branch["required"]]
    present = [name for name in choices if name in node.entries]
    if choices and len(present) != 1:
        spot = node.entries[present[1]][0] if present else node
        if present and not node.flow and isinstance(path[-1], int):
            walk.fail(path, "E225", span_of(spot), key=present[1], other=present[0])
        else:
            code = "E211" if present else "E228"
            walk.fail(path, code, span_of(spot), allowed=", ".join(choices))
    missing = set() if present else set(choices)  # that these are not there was said
    for name, others in rules.get("dependentRequired", {}).items():
        for other in others:
            if name in node.entries and other not in node.entries and other not in missing:
                missing.add(other)
                walk.broken.add((*path, other))
                walk.sheet.add("E212", span_of(node.entries[name][0]), key=name, other=other)
