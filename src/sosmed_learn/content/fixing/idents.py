"""Ids that are missing: of a module its folder's name, of a lesson its file's, of a question words of its prompt."""

from collections.abc import Iterator

from sosmed_learn.content.fixing.draft import Draft
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence, span_of
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.scaffold import slug

CODE = "E202"
LONGEST = 40
"""Characters of an id made from a prompt; people type and read it."""

_NAMELESS = "question"


def with_ids(draft: Draft, own: str) -> tuple[Draft, list[Problem]]:
    """The draft with ids where they are missing, and the problems that are gone with that.

    ``own`` is the name of the file or folder, for the file's own id.
    """
    root = draft.document.node
    places: list[tuple[Mapping, str]] = []
    for question, words in _questions_without(root):
        places.append((question, words))
    if isinstance(root, Mapping) and "id" in draft.kind.__struct_fields__ and "id" not in root.entries:
        places.append((root, ""))
    names = _names(root, places, own)
    gone = []
    made = draft
    for (node, _), name in sorted(zip(places, names, strict=True), key=_from_below):
        problem = next((each for each in draft.problems if _is_about(each, node)), None)
        after = _inserted(made, node, name, whole=node is root) if problem and name else None
        if problem and after and after.improves(made):
            made = after
            gone.append(problem)
    return made, gone


def _from_below(place: tuple[tuple[Mapping, str], str]) -> tuple[int, int]:
    """What is written further below leaves the places above as they are."""
    node = place[0][0]
    return -node.line, -node.column


def _questions_without(root: Node | None) -> Iterator[tuple[Mapping, str]]:
    """The questions that have no id, each with its prompt."""
    steps = root.entries["steps"][1] if isinstance(root, Mapping) and "steps" in root.entries else None
    for step in steps.items if isinstance(steps, Sequence) else ():
        question = step.entries["question"][1] if isinstance(step, Mapping) and "question" in step.entries else None
        if isinstance(question, Mapping) and question.entries and "id" not in question.entries:
            yield question, _prompt(question)


def _prompt(question: Mapping) -> str:
    """The words of the prompt, in Indonesian if it has that."""
    node = question.entries["prompt"][1] if "prompt" in question.entries else None
    if isinstance(node, Mapping):
        node = next((node.entries[name][1] for name in ("id", "en") if name in node.entries), None)
    return node.text if isinstance(node, Scalar) else ""


def _names(root: Node | None, places: list[tuple[Mapping, str]], own: str) -> list[str]:
    """An id for each place, none of them used before; empty where a file's name cannot be one."""
    taken = set(_ids(root))
    names = []
    for node, words in places:
        name = (own if slug(own) == own else "") if node is root else _unique(_short(words), taken)
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
    if not whole:
        return _NAMELESS
    short = whole[: LONGEST + 1].rpartition("-")[0] if len(whole) > LONGEST else whole
    return short or whole[:LONGEST]


def _unique(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found in taken:
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
    if margin.strip():
        return None
    number = first.line
    while not whole and number > 1 and draft.lines[number - 2].lstrip().startswith("#"):
        number -= 1
    return draft.with_new_line(number, f"{margin}id: {name}")
