"""Tasks: fields of every kind, some worked out from others, a template that shows them, a rubric."""

from tests.generated.maker import Maker, Shape

LONGEST_NAME = 30


def task(maker: Maker) -> Shape:
    """One to six fields; a formula only from numbers above it."""
    fields = [_field(maker) for _ in range(maker.count(1, 5))]
    numbers = [field["id"] for field in fields if field.get("kind") == "number"]
    if numbers:
        fields.append({"id": _name(maker), "label": maker.text("unit"), "formula": f"{numbers[0]} / 7", "round": 1})
    shown = " ".join(f"{{{field['id']}}}" for field in fields)
    made: Shape = {
        "id": maker.name("task"),
        "title": maker.text("title"),
        "minutes": maker.count(1, 20),
        "fields": fields,
        "template": maker.text("line", change=lambda words: f"# {words}\n\n{shown}"),
        "rubric": [{"id": maker.name("point"), "text": maker.text("line")} for _ in range(maker.count(2, 4))],
    }
    made |= {"brief": maker.text("prose")} if maker.maybe() else {}
    made |= {"customer-data": True} if maker.maybe(0.3) else {}
    return {"task": made}


def _field(maker: Maker) -> Shape:
    kind = maker.one_of(["line", "lines", "number", "choice"])
    made: Shape = {"id": _name(maker), "label": maker.text("unit"), "kind": kind}
    made |= {"help": maker.text("line")} if maker.maybe() else {}
    if kind == "number" and maker.maybe():
        made["unit"] = maker.one_of(["Rp", "%"])
    if kind == "choice":
        made["choices"] = [{"id": maker.name("way"), "text": maker.text("option")} for _ in range(maker.count(2, 4))]
    return made


def _name(maker: Maker) -> str:
    """An id as formulas can name it. Of a long one the end is kept, by which it differs from others."""
    return maker.name("field").replace("-", "_")[-LONGEST_NAME:]
