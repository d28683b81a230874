"""Examples about orders, matches, bins, blanks and combinations. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example
from sosmed_learn.i18n import N_

_UNFAIR = N_("Learners who know the answer would be told that they do not, or the other way round.")
_GUESS = N_("Learners could only guess which of the two is meant.")
_LOST = N_("Learners would never read what was written for their answer.")
_GAP = N_("Learners would see brackets instead of a gap, or a gap too few.")


def _item(name: str, words: tuple[str, str], why: tuple[str, str], more: str = "") -> str:
    return f"  - {{id: {name}, text: {_said(words)}, {more}why: {_said(why)}}}"


def _said(words: tuple[str, str]) -> str:
    return f"{{id: {words[0]}, en: {words[1]}}}"


_READ = _item("baca", ("Baca keluhannya", "Read it"), ("Awalnya.", "First."))
_REPLY = _item("balas", ("Balas di kolom itu", "Reply there"), ("Tengahnya.", "Middle."))
_NOTE = _item("catat", ("Catat di buku", "Note it"), ("Akhirnya.", "Last."))
_ORDER = f"kind: order\nitems:\n{_READ}\n{_REPLY}\n{_NOTE}"


def _runs(*runs: str) -> str:
    rows = [
        f"  - {{items: [{run}], why: {_said((f'Terbalik {at}.', f'Reversed {at}.'))}}}"
        for at, run in enumerate(runs, start=1)
    ]
    return "\n".join([_ORDER, "combinations:", *rows])


_OWN = _item("situs", ("Situs toko", "A website"), ("Milikmu.", "Yours."), "bin: milik, ")
_LENT = _item("akun", ("Akun video", "A video account"), ("Sewaan.", "Rented."), "bin: sewa, ")
_BINS = "  - {id: milik, title: {id: Milik sendiri, en: Owned}}\n  - {id: sewa, title: {id: Sewaan, en: Rented}}"
_THIRD = "\n  - {id: bayar, title: {id: Berbayar, en: Paid}}"
_MAIL = _item("surel", ("Daftar surel", "A mailing list"), ("Punyamu.", "Your own."), "bin: milik, ")


def _sort(*items: str, bins: str = _BINS) -> str:
    return "\n".join(["kind: sort", "bins:", bins, "items:", *items])


def _match(right: tuple[str, str], more: str = "") -> str:
    return (
        "kind: match\npairs:\n"
        "  - {id: suka, left: {id: Suka, en: Likes}, right: {id: Reaksi, en: A reaction}, why: {id: A., en: B.}}\n"
        f"  - {{id: chat, left: {{id: Chat, en: Chats}}, right: {_said(right)}, why: {{id: C., en: D.}}}}{more}"
    )


_DEAL = ("Niat membeli", "A wish to buy")
_TYPED = (
    "blanks:\n  - id: hari\n    accept: [{text: Jumat}, {text: Friday}]\n    why: {id: Hari gajian., en: It is payday.}"
)
_PICKED = "blanks:\n  - id: hari\n    choices:\n"
_DAYS = (
    "      - {text: {id: Jumat, en: Friday}, correct: true, why: {id: Gajian., en: Payday.}}\n"
    "      - {text: {id: Senin, en: Monday}, WRONGwhy: {id: Sepi., en: Quiet.}}"
)


def _fill(indonesian: str, english: str, blanks: str = _TYPED) -> str:
    return f'kind: fill\nsentence:\n  id: "{indonesian}"\n  en: "{english}"\n{blanks}'


_LONG = ("kata " * 20).strip()

PARTS = {
    "E331": Example("question", _sort(_OWN, _LENT.replace("bin: sewa", "bin: sewaan")), _sort(_OWN, _LENT), _UNFAIR),
    "E332": Example("question", _runs("catatan, baca"), _runs("catat, baca"), _LOST),
    "E333": Example(
        "question", _fill("Buka [[hri]].", "Open on [[hari]]."), _fill("Buka [[hari]].", "Open on [[hari]]."), _GAP
    ),
    "E431": Example(
        "question",
        _sort(_OWN, _LENT, _MAIL.replace("Daftar surel", "Situs toko")),
        _sort(_OWN, _LENT, _MAIL),
        _GUESS,
    ),
    "E432": Example("question", _match(("Reaksi", "A reaction")), _match(_DEAL), _GUESS),
    "E433": Example(
        "question",
        _runs("baca, balas"),
        _runs("balas, baca"),
        N_("Learners would be told off for what they did right."),
    ),
    "E434": Example(
        "question",
        _fill("Buka [[hari]].", "Open on [[hari]].", _PICKED + _DAYS.replace("WRONG", "correct: true, ")),
        _fill("Buka [[hari]].", "Open on [[hari]].", _PICKED + _DAYS.replace("WRONG", "")),
        _UNFAIR,
    ),
    "E435": Example(
        "question",
        _fill("Buka [[hari]].", "Open on Friday."),
        _fill("Buka [[hari]].", "Open on [[hari]]."),
        _GAP,
    ),
    "E436": Example(
        "question", _runs("balas, baca", "catat, balas, baca"), _runs("catat, balas, baca", "balas, baca"), _LOST
    ),
    "E437": Example("question", _runs("balas, balas"), _runs("balas, baca"), _LOST),
    "W531": Example("question", _sort(_OWN, _LENT, bins=_BINS + _THIRD), _sort(_OWN, _LENT)),
    "W532": Example(
        "question",
        _match((_LONG, "A wish to buy")),
        _match(_DEAL),
    ),
}
