"""Examples for E44x, W54x and some more: drawn values and formulas. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example
from sosmed_learn.i18n import N_

_WRONG = N_("The app works these out by itself at every draw. What it cannot work out, it cannot ask or grade.")


def _drawn(formula: str, prompt: str = "{spend} ÷ {orders}?", given: str = "", more: str = "") -> str:
    """A number question with two drawn values."""
    values = given or "spend: {from: 500000, to: 900000, step: 50000}, orders: {of: [20, 25, 40, 50]}"
    words = f'"Berapa {prompt}"', f'"What is {prompt}"'
    return (
        f"kind: number\ngiven: {{{values}}}\nformula: {formula}\n{more}"
        f"prompt: {{id: {words[0]}, en: {words[1]}}}\nwhy: {{id: Dibagi., en: Divided.}}"
    )


_GOOD = _drawn("spend / orders")
_WITHOUT = _GOOD.replace(_GOOD.splitlines()[1], "given: [500000, 20]")

DRAWN = {
    "E211": Example("question", _drawn("spend / orders", more="answer: 20000\n"), _GOOD),
    "E227": Example("question", _WITHOUT, _GOOD),
    "E441": Example("question", _drawn("spend ÷ orders"), _GOOD, _WRONG),
    "E442": Example("question", _drawn("spend / order"), _GOOD, _WRONG),
    "E443": Example(
        "question",
        _drawn("answer / orders", "{answer} ÷ {orders}?", "answer: {of: [10, 20, 30]}, orders: {of: [2, 5]}"),
        _drawn("spend / orders", given="spend: {of: [10, 20, 30]}, orders: {of: [2, 5]}"),
        _WRONG,
    ),
    "E444": Example(
        "question",
        _drawn("spend / orders", given="spend: {from: 900, to: 500, step: 50}, orders: {of: [2, 5]}"),
        _drawn("spend / orders", given="spend: {from: 500, to: 900, step: 50}, orders: {of: [2, 5]}"),
        _WRONG,
    ),
    "E445": Example(
        "question",
        _drawn("spend / orders", more="where: orders > spend\n"),
        _drawn("spend / orders", more="where: spend > orders\n"),
        _WRONG,
    ),
    "E446": Example(
        "question",
        _drawn("spend / orders", "{spend} ÷ pesanan?"),
        _GOOD,
        N_("Whoever does not see a number cannot work with it."),
    ),
    "E447": Example(
        "question",
        _drawn("spend / orders", given="spend: {of: [10, 20, 40]}, orders: {of: [3, 7]}"),
        _drawn("spend / orders", given="spend: {of: [10, 20, 40]}, orders: {of: [3, 7]}", more="round: 1\n"),
        N_("An answer of endless decimals is never met exactly, however well somebody calculates."),
    ),
    "E448": Example(
        "question", _drawn("spend / orders", "{spend} ÷ {orders} = {answer}?"), _GOOD, N_("What is told is not asked.")
    ),
    "W541": Example(
        "question",
        _drawn("spend / orders", given="spend: {of: [10, 20, 30]}, orders: {of: [2, 5]}, likes: {of: [7, 8]}"),
        _drawn("spend / orders", given="spend: {of: [10, 20, 30]}, orders: {of: [2, 5]}"),
        N_("A name that leads nowhere is often the trace of a formula that was meant otherwise."),
    ),
    "W543": Example(
        "question",
        _drawn("spend / orders", "{spend} ÷ {orders} = {answer:,}?"),
        _GOOD,
        N_("Learners would read the braces, where a number was meant to stand."),
    ),
    "W542": Example(
        "question",
        _drawn("spend / orders", given="spend: {of: [10, 20]}, orders: {of: [5]}"),
        _drawn("spend / orders", given="spend: {of: [10, 20]}, orders: {of: [2, 5]}"),
        N_("The second time, the answer is remembered and not worked out."),
    ),
}
