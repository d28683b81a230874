"""Scenarios: moments that lead on, back and astray, meters, a clock, several endings. An end is always near."""

from tests.generated.maker import Maker, Shape
from tests.generated.plainkinds import belief

_TIMES = ("07:05", "19:40", "23:59", "0:00")


def scenario(maker: Maker) -> Shape:
    """One to five moments and one to three endings. The first choice leads on, the others anywhere."""
    moments = [maker.name("moment") for _ in range(maker.count(1, 5))]
    endings = [maker.name("ending") for _ in range(maker.count(1, 3))]
    everywhere = [*moments, *endings]
    meters = [_meter(maker, everywhere) for _ in range(maker.count(0, 4) * maker.count(0, 1))]
    cited = maker.some_of(maker.citable) if maker.maybe(0.3) else []
    clock: Shape = {"starts": maker.one_of(_TIMES), "minutes": maker.count(1, 60), "late": maker.one_of(everywhere)}
    timed = maker.maybe()
    nodes = [
        _moment(maker, name, everywhere[at + 1 :], everywhere, [meter["id"] for meter in meters], timed=timed)
        for at, name in enumerate(moments)
    ]
    made: Shape = {
        "id": maker.name("story"),
        "title": maker.text("title"),
        "nodes": [*nodes, *(_ending(maker, name, cited) for name in endings)],
    }
    made |= {"telling": maker.one_of(["chat", "comments", "notes"])} if maker.maybe(0.8) else {}
    made |= {"start": moments[0]} if maker.maybe(0.3) else {}
    made |= {"intro": maker.text("prose")} if maker.maybe() else {}
    made |= {"concept": maker.one_of(maker.concepts)} if maker.maybe() else {}
    made |= {"meters": meters} if meters else {}
    made |= {"clock": clock} if timed else {}
    made |= {"aliases": [maker.name("old")]} if maker.maybe(0.1) else {}
    return {"scenario": made | ({"facts": cited} if cited else {})}


def _meter(maker: Maker, everywhere: list[str]) -> Shape:
    most = maker.one_of([1, 5, 10, 100])
    made: Shape = {"id": maker.name("meter"), "title": maker.text("unit"), "start": maker.count(0, most), "most": most}
    return made | ({"empty": maker.one_of(everywhere)} if maker.maybe(0.3) else {})


def _moment(maker: Maker, name: str, on: list[str], everywhere: list[str], meters: list[str], *, timed: bool) -> Shape:
    count = maker.count(1, 3) if maker.maybe(0.9) else 9
    choices = []
    for at in range(count):
        choice: Shape = {"text": maker.row(), "to": maker.one_of(everywhere if at else on)}
        choice |= {"id": maker.name("reply")} if maker.maybe() else {}
        choice |= {key: maker.text("reason") for key in ("why", "tone") if maker.maybe(0.7)}
        effects = {meter: maker.one_of([-100, -1, 0, 1, 2]) for meter in maker.some_of(meters)}
        choice |= {"effects": effects} if effects else {}
        choice |= {"minutes": maker.count(1, 90)} if timed and maker.maybe() else {}
        choices.append(choice | belief(maker))
    maker.chance.shuffle(choices)
    return {"id": name, **_said(maker), "choices": choices}


def _ending(maker: Maker, name: str, cited: list[str]) -> Shape:
    made: Shape = {"id": name, **_said(maker), "ending": maker.one_of(["good", "fair", "poor"])}
    made |= {"title": maker.text("title")} if maker.maybe() else {}
    return made | ({"debrief": maker.text("prose", cite=cited)} if cited or maker.maybe() else {})


def _said(maker: Maker) -> Shape:
    """What is said at a moment: in one text, in several messages, or both."""
    made: Shape = _message(maker) if maker.maybe(0.8) else {}
    if not made or maker.maybe(0.3):
        made["messages"] = [_message(maker) for _ in range(maker.count(1, 3))]
    return made


def _message(maker: Maker) -> Shape:
    made: Shape = {"text": maker.text("prompt")}
    made |= {"from": maker.text("unit")} if maker.maybe(0.7) else {}
    return made | ({"at": maker.one_of(_TIMES)} if maker.maybe() else {})
