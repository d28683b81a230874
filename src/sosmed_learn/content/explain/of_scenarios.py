"""Examples for the codes of scenarios: stories that never end, and what would be dull to play. Shows them."""

from sosmed_learn.content.explain.example import Example
from sosmed_learn.i18n import N_

_NEVER = N_("Learners would be led to a place that is not there, or would never get out of the story.")

_END = "      - {id: selesai, ending: good}"
_LOST = "      - {id: hilang, ending: poor}"


def _story(*lines: str, head: str = "") -> str:
    """A scenario as a step; ``lines`` are its nodes, in the depth in which they stand there."""
    title = "    title: {id: Paket, en: Parcel}"
    return "\n".join(["- scenario:", "    id: paket", title, *([f"    {head}"] if head else []), "    nodes:", *lines])


def _node(name: str, *choices: str) -> str:
    return "\n".join([f"      - id: {name}", "        choices:", *(f"          - {choice}" for choice in choices)])


def _say(words: str, to: str, more: str = "why: Begini.") -> str:
    return f"{{text: {words}, to: {to}{', ' + more if more else ''}}}"


_ASK = _node("tanya", _say("Diam", "hilang"), _say("Maaf", "selesai"))
_TWO = (_node("lagi", _say("Maaf", "selesai"), _say("Diam", "hilang")), _END, _LOST)
_LONGER = "Diam dulu lama"
_METERS = "meters: [{id: percaya, title: Trust, start: 3}]"
_CLOCK = 'clock: {starts: "19:40", minutes: 20, late: hilang}'


def _effect(name: str) -> str:
    return _story(
        _node("tanya", _say("Diam", "hilang", f"why: Begini., effects: {{{name}: -1}}"), _say("Maaf", "lagi")),
        _node("lagi", _say("Balas", "selesai", "why: Ya., effects: {percaya: 1}")),
        *(_END, _LOST),
        head=_METERS,
    )


def _timed(minutes: int) -> str:
    return _story(
        _node("tanya", _say("Diam", "hilang"), _say("Maaf", "lagi", f"why: Ya., minutes: {minutes}")),
        _node("lagi", _say("Balas", "selesai")),
        *(_END, _LOST),
        head=_CLOCK,
    )


def _spoken(name: str) -> str:
    lines = (
        "      - {id: tanya, from: Mbak Rani, text: Halo, choices: [{text: Maaf, to: lagi, why: Ya.}]}",
        "      - {id: lain, from: Mbak Rani, text: Oke, choices: [{text: Ya, to: selesai, why: Ya.}]}",
        f"      - id: lagi\n        from: {name}\n        text: Kapan?",
        "        choices: [{text: Besok, to: lain, why: Ya.}, {text: Nanti, to: hilang, why: Tidak.}]",
    )
    return _story(*lines, _END, _LOST)


SCENARIOS = {
    "E351": Example(
        "step",
        _story(_node("tanya", _say("Diam", "hilang"), _say("Maaf", "selesi")), _END, _LOST),
        _story(_ASK, _END, _LOST),
        _NEVER,
    ),
    "E352": Example(
        "step",
        _effect("percya"),
        _effect("percaya"),
        N_("Learners would never see what the choice was meant to change."),
    ),
    "E451": Example(
        "step",
        _story(_node("tanya", _say("Maaf", "lagi")), _node("lagi", _say("Diam", "tanya"))),
        _story(_node("tanya", _say("Maaf", "lagi")), _node("lagi", _say("Diam", "hilang"), _say("Ya", "tanya")), _LOST),
        _NEVER,
    ),
    "E452": Example(
        "step",
        _story(_ASK, _node("hilang", _say("Lagi", "hilang")), "      - {id: selesai, ending: fair}"),
        _story(_ASK, _node("hilang", _say("Lagi", "selesai")), "      - {id: selesai, ending: fair}"),
        _NEVER,
    ),
    "E453": Example(
        "step",
        _effect("percaya").replace("start: 3", "start: 7"),
        _effect("percaya"),
        N_("Learners would see a meter that is fuller than full."),
    ),
    "W551": Example(
        "step",
        _story(_ASK, _node("lupa", _say("Ya", "hilang")), _END, _LOST),
        _story(_ASK.replace("to: selesai", "to: lupa"), _node("lupa", _say("Ya", "selesai")), _END, _LOST),
    ),
    "W552": Example(
        "step",
        _story(_node("tanya", _say("Diam", "hilang"), _say("Maaf", "selesai", "")), _END, _LOST),
        _story(_ASK, _END, _LOST),
    ),
    "W553": Example(
        "step",
        _story(_ASK, _END, _LOST.replace("poor", "good")),
        _story(_ASK, _END, _LOST),
    ),
    "W554": Example(
        "step",
        _story(_node("tanya", _say("Maaf", "lagi"), _say(_LONGER, "hilang")), *_TWO),
        _story(_node("tanya", _say(_LONGER, "hilang"), _say("Maaf", "lagi")), *_TWO),
    ),
    "W555": Example("step", _timed(5), _timed(20)),
    "W556": Example("step", _timed(5).replace(f"    {_CLOCK}\n", ""), _timed(20)),
    "W557": Example(
        "step",
        _story(_ASK, _END, _LOST, head=_METERS),
        _story(
            _ASK.replace("to: selesai, why: Begini.", "to: selesai, why: Begini., effects: {percaya: 1}"),
            _END,
            _LOST,
            head=_METERS,
        ),
    ),
    "W558": Example("step", _spoken("Mbak Ranii"), _spoken("Mbak Rani")),
    "W559": Example(
        "step",
        _story(_node("tanya", _say("Diam", "hilang"), _say(_LONGER, "lagi")), *_TWO).replace("Maaf", "Maafkan kami"),
        _story(_node("tanya", _say(_LONGER, "hilang"), _say("Maaf", "lagi")), *_TWO),
    ),
}
