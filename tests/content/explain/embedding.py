"""A piece of a page of ``--explain`` -> a whole course with that piece in it."""

import re

from sosmed_learn.content.explain.example import Example, indented
from tests.content.building import FACTS, GLOSSARY, MODULE, F, G, L, M, Place

_LESSON = {
    "id": "id: first",
    "title": "title: {id: Mulai, en: Start}",
    "minutes": "minutes: 30",
    "concepts": "concepts: [orders]",
    "steps": "steps:\n  - text: {id: Kas., en: Till.}",
}
_QUESTION = {
    "id": "id: pick-one",
    "kind": "kind: single",
    "concept": "concept: orders",
    "level": "level: 1",
    "prompt": 'prompt: {id: "Apa itu 5 kas?", en: "What is 5 till?"}',
    "explanation": "explanation: {id: Maka., en: So.}",
    "choices": "choices:\n  - {text: {id: Kas, en: Till}, correct: true, why: {id: Ya., en: Yes.}}\n"
    "  - {text: {id: Laci, en: Box}, why: {id: Tidak., en: No.}}",
}
_WITHOUT_EXAM = re.sub(r"(?m)^exam:.*\n", "", MODULE)  # most pieces leave it nothing to ask
_KEY = re.compile(r"^\s*([a-z][a-z-]*):", re.MULTILINE)
_TOP_KEY = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)


def write(here: Place, example: Example, piece: str, *, plain: bool) -> None:
    """The course with ``piece`` in it; ``plain`` is a course in one language."""
    keys = {match[1] for side in (example.bad, example.good) for match in _TOP_KEY.finditer(side)}
    base, asked = (
        {key: _one_language(value) if plain else value for key, value in each.items()} for each in (_LESSON, _QUESTION)
    )
    module, lesson, facts = _WITHOUT_EXAM, _whole(base, ""), FACTS
    if example.part == "lesson":
        lesson = _whole({key: value for key, value in base.items() if key not in keys}, piece)
    elif example.part == "step":
        lesson = _whole(base, "") + indented(piece) + "\n"
    elif example.part == "question":
        lesson = _whole(base, "") + _question(asked, piece, keys)
    elif example.part == "module":
        module = _replaced(_WITHOUT_EXAM, piece, keys)
        lesson += _question(asked, "", set()) if "exam" in keys else ""
    elif example.part == "fact":
        first, rest = FACTS.split("  - id: f-002")
        head, body = first.split("  - id: f-001\n")
        kept = _replaced(re.sub("^    ", "", body, flags=re.MULTILINE), piece, keys | _beside(piece))
        facts = f"{head}  - id: f-001\n{indented(kept, 4).rstrip()}\n  - id: f-002{rest}"
    if plain:
        module = _one_language(module).replace("lessons:", "languages: [id]\nlessons:")
    here.write(M, module)
    here.write(L, lesson)
    here.write(F, facts)
    glossary = "terms: []\n" if plain or "languages" in keys else GLOSSARY
    here.write(G, f"{piece}\n" if example.part == "glossary" else glossary)


def _beside(piece: str) -> set[str]:
    return {"correction", "corrected-by"} if "corrected-by" in piece else set()


def _whole(parts: dict[str, str], piece: str) -> str:
    steps = parts.get("steps", "")
    head = [value for key, value in parts.items() if key != "steps"]
    return "\n".join(part for part in (*head, piece, steps) if part) + "\n"


def _question(asked: dict[str, str], piece: str, keys: set[str]) -> str:
    typed = re.search(r"kind: (text|number|true-false|order|match|sort|fill)", piece) is not None
    kept = [v for key, v in asked.items() if key not in keys and not (typed and key == "choices")]
    return "  - question:\n" + indented("\n".join([*kept, piece]), 6) + "\n"


def _replaced(text: str, piece: str, keys: set[str]) -> str:
    """``text`` without the top-level blocks of ``keys``, with ``piece`` behind what is left."""
    blocks = re.split(r"(?m)^(?=[a-z])", text)
    kept = [block for block in blocks if not (match := _KEY.match(block)) or match[1] not in keys]
    return "".join(kept) + piece + "\n"


def _one_language(text: str) -> str:
    return re.sub(r"\{id: (\"[^\"]+\"|[^{},]+), en: [^{}]+\}", r"\1", text)
