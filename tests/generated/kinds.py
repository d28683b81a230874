"""Each kind of question and each kind of step by its name. A kind that the format declares and that is missing here
fails a test: write its function, and how it is answered in ``answering``.
"""

from collections.abc import Callable
from typing import TypeAlias

from tests.generated import partkinds, plainkinds
from tests.generated.drawnkinds import braced, drawn
from tests.generated.maker import Maker, Shape
from tests.generated.stories import scenario
from tests.generated.tasks import task

Make: TypeAlias = Callable[[Maker], Shape]


def number(maker: Maker) -> Shape:
    """The same number for all, or drawn values."""
    return drawn(maker) if maker.maybe(0.4) else plainkinds.number(maker)


KINDS: dict[str, Make] = {
    "single": plainkinds.single,
    "multiple": plainkinds.multiple,
    "true-false": plainkinds.true_false,
    "text": plainkinds.text,
    "number": number,
    "order": partkinds.order,
    "match": partkinds.match,
    "sort": partkinds.sort,
    "fill": partkinds.fill,
}
"""The keys of a question beyond those that all have, by ``kind``."""


def reading(maker: Maker) -> Shape:
    """Something to read, perhaps with facts and an id of its own."""
    cited = maker.some_of(maker.citable) if maker.maybe() else []
    made: Shape = {"id": maker.name("text")} if maker.maybe() else {}
    made["text"] = maker.text("prose", cite=cited)
    return made | ({"facts": cited} if cited else {})


def question(maker: Maker) -> Shape:
    """A question of any kind, with what all kinds have."""
    name = maker.one_of(list(KINDS))
    cited = maker.some_of(maker.citable) if maker.maybe(0.3) else []
    made: Shape = {
        "id": maker.name("question"),
        "kind": name,
        "concept": maker.one_of(maker.concepts),
        "level": maker.count(1, 3),
        "prompt": maker.text("prompt"),
        **KINDS[name](maker),
        "explanation": maker.text("reason", cite=cited),
    }
    if cited:
        made["facts"] = cited
    if maker.maybe():
        made["hints"] = [maker.text("line") for _ in range(maker.count(1, 3))]
    if maker.maybe(0.05):
        made["pretest"] = True
    if maker.maybe(0.1) and "pretest" not in made:
        made["tries"] = maker.one_of(["until-right", *range(1, 6)])
    if maker.maybe(0.1):
        made |= {"revision": maker.count(1, 9), "aliases": [maker.name("old")]}
    if maker.maybe(0.02):
        made["ignore"] = [{"code": "W601", "reason": "Not here."}]
    return {"question": braced(made) if "given" in made else made}


STEPS: dict[str, Make] = {"text": reading, "question": question, "scenario": scenario, "task": task}
"""A whole step, by the key that makes it one of its kind."""
