"""Examples for E46x and W56x: chats, posts and charts in texts. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example
from sosmed_learn.i18n import N_

_SEEN = N_("A learner would see the bare line in the middle of the drawing, or miss what it says.")


def _fence(kind: str, *lines: str, twin: tuple[str, ...] | None = None) -> str:
    """A text step with the same fence in both languages, or ``twin`` in English."""

    def block(inside: tuple[str, ...]) -> str:
        return "".join(f"      {line}\n" for line in (f"```{kind}", *inside, "```")) if inside else "      -\n"

    there = block(lines if twin is None else twin)
    return f"- text:\n    id: |-\n{block(lines)}    en: |-\n{there}".rstrip()


_EMPTY = "- text:\n    id: |-\n      ```chat\n      ```\n    en: |-\n      ```chat\n      ```"
_HINT = "".join(f"      {line}\n" for line in ("```chat", "Rani: Kak?", "```"))
_CHAT = _fence("chat", "Rani 19.38: Kak?", "> Toko 19.40: Ya, Kak.")
_CHART = _fence("chart", "Minggu 1: 1200", "Minggu 2: 900")

FENCES = {
    "E461": Example("step", _fence("chat", "Rani 19.38 Kak?", "> Toko 19.40: Ya, Kak."), _CHAT, _SEEN),
    "E462": Example(
        "step",
        _fence("post", "account: @sambal", "foto: Botol sambal"),
        _fence("post", "account: @sambal", "picture: Botol sambal"),
        _SEEN,
    ),
    "E463": Example("step", _fence("chart", "Minggu 1: banyak", "Minggu 2: 900"), _CHART, _SEEN),
    "E464": Example(
        "step",
        _fence("chart", "type: pie", "Minggu 1: 1200", "Minggu 2: 900"),
        _fence("chart", "type: share", "Minggu 1: 1200", "Minggu 2: 900"),
        N_("Without it, the learner would read about a drawing that is not there."),
    ),
    "W562": Example("step", _fence("chatt", "Rani: Kak?"), _fence("chat", "Rani: Kak?"), _SEEN),
    "W563": Example(
        "question",
        f"hints:\n  - id: |-\n{_HINT}    en: |-\n{_HINT}".rstrip(),
        "hints:\n  - {id: Baca chat Rani., en: Read Rani's chat.}",
        _SEEN,
        sketch=(
            "hints:\n  - id: |-\n      ```chat\n      Rani: Kak?\n      ```",
            "prompt:\n  id: |-\n    ```chat\n    Rani: Kak?\n    ```",
        ),
    ),
    "W564": Example("step", _EMPTY, _fence("chat", "Rani: Kak?"), _SEEN),
    "W561": Example(
        "step",
        _fence("chat", "Rani: Kak?", twin=()),
        _fence("chat", "Rani: Kak?"),
        N_("Whoever reads the other language would miss what this one shows."),
    ),
}
