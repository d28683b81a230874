"""Questions whose answer has parts: an order, pairs, bins, gaps. None of their rows can be taken for another."""

from collections.abc import Callable, Sequence

from sosmed_learn.core.arranging import holds_run
from tests.generated.maker import Maker, Shape
from tests.generated.plainkinds import belief, choice, combined, typed


def _few(maker: Maker, low: int, high: int = 9) -> int:
    """Mostly a few, and now and then the most that there can be."""
    return maker.count(low, min(high, low + 2)) if maker.maybe(0.8) else high


def _item(maker: Maker) -> Shape:
    return {"text": maker.row(), "why": maker.text("reason"), "id": maker.name("item"), **belief(maker)}


def order(maker: Maker) -> Shape:
    """Three to nine things in the right order; some orders of neighbours have a reason of their own."""
    items = [_item(maker) for _ in range(_few(maker, 3))]
    names = [item["id"] for item in items]
    runs: list[list[str]] = []
    for _ in range(maker.count(0, 3)):
        run = maker.chance.sample(names, maker.count(2, 3))
        if not holds_run(names, run) and not any(holds_run(run, before) for before in runs):
            runs.append(run)
    return {"items": _nameless(maker, items, bool(runs)), **combined(maker, "items", runs)}


def match(maker: Maker) -> Shape:
    """Two to nine pairs, and up to three right sides that fit nothing."""
    pairs = [
        {
            "left": maker.row(),
            "right": maker.row(),
            "why": maker.text("reason"),
            "id": maker.name("pair"),
            **belief(maker),
        }
        for _ in range(_few(maker, 2))
    ]
    extras = [{"text": maker.row(), "id": maker.name("extra")} for _ in range(maker.count(0, 3) * maker.count(0, 1))]
    names = [pair["id"] for pair in pairs]
    sides = [*names, *(extra["id"] for extra in extras)]

    def put() -> dict[str, str]:
        things = maker.chance.sample(names, maker.count(1, 2))
        return dict(zip(things, maker.chance.sample(sides, len(things)), strict=True))

    placed = _placings(maker, put, {name: name for name in names})
    made: Shape = {"pairs": _nameless(maker, pairs, bool(placed)), **combined(maker, "places", placed)}
    return made | ({"extras": _nameless(maker, extras, bool(placed))} if extras else {})


def sort(maker: Maker) -> Shape:
    """Two to nine things for two to five bins, all of which are used, if there are so many things."""
    bins = [{"id": maker.name("bin"), "title": maker.row()} for _ in range(maker.count(2, 5))]
    names = [each["id"] for each in bins]
    items = [_item(maker) for _ in range(_few(maker, 2))]
    for at, item in enumerate(items):
        item["bin"] = names[at] if at < len(names) else maker.one_of(names)
    maker.chance.shuffle(items)
    things = [item["id"] for item in items]

    def put() -> dict[str, str]:
        return {thing: maker.one_of(names) for thing in maker.chance.sample(things, maker.count(1, 2))}

    placed = _placings(maker, put, {item["id"]: item["bin"] for item in items})
    return {"bins": bins, "items": _nameless(maker, items, bool(placed)), **combined(maker, "places", placed)}


def _placings(maker: Maker, put: Callable[[], dict[str, str]], right: dict[str, str]) -> list[dict[str, str]]:
    """Some that are not right, and of which none takes what a later one should."""
    found: list[dict[str, str]] = []
    for _ in range(maker.count(0, 3)):
        places = put()
        if not places.items() <= right.items() and not any(each.items() <= places.items() for each in found):
            found.append(places)
    return found


def _nameless(maker: Maker, rows: Sequence[Shape], named: bool) -> list[Shape]:  # noqa: FBT001 - the one question asked
    """Without their ids now and then, unless something names them."""
    if named or maker.maybe(0.7):
        return list(rows)
    return [{key: value for key, value in row.items() if key != "id"} for row in rows]


def fill(maker: Maker) -> Shape:
    """A sentence with one to six gaps, each to be typed in or picked for."""
    blanks = [_blank(maker) for _ in range(_few(maker, 1, 6))]

    def with_gaps(said: str) -> str:
        words = said.replace("]]", "] ]").split(" ")
        for blank in blanks:
            words.insert(maker.count(0, len(words)), f"[[{blank['id']}]]")
        return " ".join(words)

    return {"sentence": maker.text("line", change=with_gaps), "blanks": blanks}


def _blank(maker: Maker) -> Shape:
    name: Shape = {"id": maker.name("gap")}
    if maker.maybe():
        return name | {"why": maker.text("reason"), **typed(maker)}
    count = _few(maker, 2)
    right = maker.count(0, count - 1)
    return name | {"choices": [choice(maker, correct=at == right) for at in range(count)]}
