"""Examples for the codes of tasks: fields that lead nowhere, formulas that cannot work. Shows them."""

from sosmed_learn.content.explain.example import Example
from sosmed_learn.i18n import N_

_NOTHING = N_("What learners fill in becomes their document. Where that cannot be, they would have worked for nothing.")

_ORDERS = "      - {id: orders, label: Pesanan, kind: number}"
_SPEND = "      - {id: spend, label: Biaya, unit: Rp}"


def _task(*fields: str, template: str = "", more: str = "") -> str:
    """A task as a step; ``fields`` stand in the depth in which they stand there."""
    lines = template or '"{spend}, {orders}"'
    rubric = "    rubric: [{id: angka, text: Ada angka}, {id: tanggal, text: Ada tanggal}]"
    return "\n".join(
        [
            *("- task:", "    id: rencana", "    title: {id: Rencana, en: Plan}", "    minutes: 10"),
            *([f"    {more}"] if more else []),
            *("    fields:", *(fields or (_ORDERS, _SPEND)), f"    template: {lines}", rubric),
        ]
    )


_COST = "      - {{id: cost, label: Per pesanan, formula: {formula}}}"
_ALL = '"{spend} {orders} {cost}"'


def _with(formula: str) -> str:
    return _task(_ORDERS, _SPEND, _COST.format(formula=formula), template=_ALL)


def _field(field: str, name: str) -> str:
    return _task(f"      - {field}", template=f'"Ini: {{{name}}}"')


TASKS = {
    "E471": Example("step", _task(template='"{spend}, {order}, {orders}"'), _task(), _NOTHING),
    "E472": Example("step", _with("spend / order"), _with("spend / orders"), _NOTHING),
    "E473": Example("step", _with("spend ÷ orders"), _with("spend / orders"), _NOTHING),
    "E474": Example(
        "step",
        _field("{id: kanal, label: Kanal, kind: choice, choices: [{id: wa, text: WhatsApp}]}", "kanal"),
        _field("{id: kanal, label: Kanal, choices: [{id: wa, text: WhatsApp}, {id: ig, text: Instagram}]}", "kanal"),
        N_("Learners would stand before a question without an answer."),
    ),
    "E475": Example(
        "step", _field("{id: cost, label: Biaya, formula: 12 * 3}", "cost"), _field("{id: cost, label: Biaya}", "cost"),
        _NOTHING,
    ),
    "E476": Example(
        "step",
        _field("{id: max, label: Batas, kind: number}", "max"),
        _field("{id: most, label: Batas, kind: number}", "most"),
        _NOTHING,
    ),
    "W571": Example("step", _task(template='"Biaya: {spend}"'), _task()),
    "W572": Example(
        "step",
        _task(template='{id: "{spend} dan {orders}", en: "{spend}"}'),
        _task(template='{id: "{spend} dan {orders}", en: "{spend} and {orders}"}'),
    ),
    "W573": Example(
        "step",
        _field("{id: siapa, label: Nama pelanggan}", "siapa"),
        _field("{id: siapa, label: Jenis pembeli}", "siapa"),
    ),
    "W575": Example(
        "step",
        _task() + "\n" + _task(more="document: rencana").replace("id: rencana\n", "id: rencana-dua\n"),
        _task() + "\n" + _task(more="document: rencana-dua").replace("id: rencana\n", "id: rencana-dua\n"),
    ),
    "W574": Example(
        "step",
        _field("{id: nama, label: Nama usaha, round: 1}", "nama"),
        _field("{id: nama, label: Nama usaha}", "nama"),
    ),
}  # fmt: skip
