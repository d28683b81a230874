"""Whole courses: modules with their lessons, glossary and facts, as files of a folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from sosmed_learn.core.text import LANGUAGES, Language
from tests.generated import writing
from tests.generated.kinds import STEPS
from tests.generated.maker import Maker, Shape, Voice

OFTEN = ("text", "text", "question", "question", "question", "question", "question", "scenario", "task")
"""A scenario is as long as a lesson, and a task has a screen of its own."""


class Size(Struct, frozen=True):
    """How much of everything there is: from and to, both of them possible."""

    lessons: tuple[int, int]
    steps: tuple[int, int]
    terms: tuple[int, int] = (0, 4)
    facts: tuple[int, int] = (0, 3)


def course(chance: Random, voice: Voice, modules: Sequence[str], size: Size, *, both: bool = True) -> dict[str, str]:
    """The files of a folder with those modules, by their path in it. Unless ``both``, some are in one language."""
    files: dict[str, str] = {}
    for name in modules:
        only = not both and not chance.randrange(3)
        languages: Sequence[Language] = [LANGUAGES[chance.randrange(2)]] if only else LANGUAGES
        files |= module(Maker(chance, voice, languages), name, size)
    return files


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Put the files where they belong."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def module(maker: Maker, name: str, size: Size) -> dict[str, str]:
    """The files of one module. Everything in it has ids of this module alone, as concepts belong to all of them."""
    register = Maker(maker.chance, maker.voice)  # facts are for the readers of all modules
    facts = [_fact(register, f"{name[:40]}-f-{at}") for at in range(maker.count(*size.facts))]
    maker.citable = tuple(fact["id"] for fact in facts)
    concepts = [
        _concept(maker, f"{name[:40]}-c-{at}", at and f"{name[:40]}-c-{at - 1}") for at in range(maker.count(1, 4))
    ]
    maker.concepts = tuple(concept["id"] for concept in concepts)
    beliefs = [
        {"id": maker.name("belief"), "belief": maker.text("line"), "truth": maker.text("reason")}
        for _ in range(maker.count(0, 3))
    ]
    maker.beliefs = tuple(belief["id"] for belief in beliefs)
    lessons = [lesson(maker, size) for _ in range(maker.count(*size.lessons))]
    terms = [_term(maker) for _ in range(maker.count(*size.terms))]
    inside = maker.maybe(0.3)
    made: Shape = {
        "format": 1,
        "id": name,
        "version": "1.0.0",
        "title": maker.text("title"),
        "summary": maker.text("line"),
        "concepts": concepts,
        "lessons": [lesson["id"] for lesson in lessons],
    }
    if len(maker.languages) == 1 or maker.maybe(0.1):
        made["languages"] = list(maker.languages)
    made |= {"misconceptions": beliefs} if beliefs else {}
    made |= {"reviewed": "2026-11-20"} if maker.maybe() else {}
    bank = [_bank(maker)] if maker.maybe(0.3) else []
    made |= {"exam": _exam(maker, bank)} if bank or maker.maybe() else {}
    probes = [_bank(maker)] if maker.maybe(0.3) else []
    made |= {"diagnosis": {"bank": [each["id"] for each in probes]}} if probes else {}
    made |= {"aliases": [f"old-{name[:50]}"]} if maker.maybe(0.1) else {}
    made |= {"glossary": terms} if terms and inside else {}
    files = {f"{name}/module.yaml": writing.page(made, maker.chance)}
    if terms and not inside:
        files[f"{name}/glossary.yaml"] = writing.page({"terms": terms}, maker.chance)
    if facts:
        page = {"format": 1, "title": register.text("title"), "facts": facts}
        files[f"facts/{name}.yaml"] = writing.page(page, maker.chance)
    for each in (*lessons, *bank, *probes):
        files[f"{name}/lessons/{each['id']}.yaml"] = writing.page(each, maker.chance)
    return files


def lesson(maker: Maker, size: Size) -> Shape:
    """One lesson. A text comes first, mostly, so that nothing is tested before it is taught."""
    count = maker.count(*size.steps)
    kinds = ["text" if at == 0 and maker.maybe(0.8) else maker.one_of(OFTEN) for at in range(count)]
    steps = [STEPS[kind](maker) for kind in kinds]
    made: Shape = {
        "id": maker.name("lesson"),
        "title": maker.text("title"),
        "minutes": maker.count(1, 60),
        "concepts": list(maker.concepts),
        "outcomes": [maker.text("line") for _ in range(maker.count(0, 3))],
        "steps": steps,
    }
    made |= {"reviewed": "2026-11-20"} if maker.maybe(0.2) else {}
    return made | ({"aliases": [maker.name("old-lesson")]} if maker.maybe(0.1) else {})


def _bank(maker: Maker) -> Shape:
    """Questions for the exam or the diagnosis alone."""
    steps = [STEPS["question"](maker) for _ in range(maker.count(1, 3))]
    return {"id": maker.name("bank"), "title": maker.text("title"), "minutes": maker.count(1, 60), "steps": steps}


def _exam(maker: Maker, bank: Sequence[Shape]) -> Shape:
    made: Shape = {"questions": maker.count(1, 200), "pass": maker.count(1, 100), "minutes": maker.count(1, 300)}
    made |= {"cooldown": maker.count(0, 720)} if maker.maybe() else {}
    return made | ({"bank": [each["id"] for each in bank]} if bank else {})


def _concept(maker: Maker, name: str, needs: str | int) -> Shape:
    return {"id": name, "title": maker.text("title"), "needs": [needs] if needs else []}


def _term(maker: Maker) -> Shape:
    return {"id": maker.name("term"), "term": maker.text("title"), "definition": maker.text("line")}


def _fact(maker: Maker, name: str) -> Shape:
    made: Shape = {
        "id": name,
        "claim": maker.text("line"),
        "source": maker.text("line"),
        "confidence": maker.one_of(["seen", "secondary", "memory"]),
        "shelf-life": maker.one_of(["stable", "yearly"]),
        "seen": "2025-01-15",
        "check-again": maker.one_of(["2026-01-15", "2031-01-15"]),
    }
    made |= {"figure": maker.text("title")} if maker.maybe() else {}
    made |= {"addresses": [f"https://example.org/{name}/{'a' * maker.count(0, 200)}"]} if maker.maybe() else {}
    made |= {"note": maker.text("reason")} if maker.maybe(0.3) else {}
    made |= {"changed": maker.one_of(["2024-11-20", "2025-01-15"])} if maker.maybe(0.3) else {}
    return made | ({"article": True, "correction": maker.text("reason")} if maker.maybe(0.3) else {})
