"""Where the words of generated courses come from: usual sentences, or everything that could trip an app up."""

import re
from collections.abc import Callable
from random import Random

from sosmed_learn.content.harmless import CONTROL, HIDDEN, is_seen
from sosmed_learn.core.text import LANGUAGES, Language
from tests.generated.fencing import fence, unfenced
from tests.generated.maker import Form

_WHO = [
    ("Rini", "Rini"), ("Pak Budi", "Mr Budi"), ("Warung Bu Tini", "Bu Tini's food stall"), ("Adminnya", "The admin"),
    ("Toko batik itu", "The batik shop"), ("Seorang pelanggan", "A customer"), ("Tim kecil ini", "This small team"),
    ("Penjual keripik", "The crisp seller"), ("Calon pembeli", "A likely buyer"), ("Kedai kopi itu", "The coffee shop"),
]  # fmt: skip
_DOES = [
    ("menjawab", "answers"), ("menghitung", "counts"), ("menyimpan", "keeps"), ("membandingkan", "compares"),
    ("mencatat", "writes down"), ("membaca", "reads"), ("memeriksa", "checks"), ("menunda", "puts off"),
    ("menjelaskan", "explains"), ("memilih", "chooses"), ("mengunggah", "posts"), ("menghapus", "deletes"),
]  # fmt: skip
_WHAT = [
    ("pesan yang masuk", "the messages that come in"), ("harga bahan", "the price of the materials"),
    ("foto produk baru", "photos of the new product"), ("laporan minggu lalu", "last week's report"),
    ("keluhan tentang kiriman", "complaints about a parcel"), ("jadwal siaran", "the schedule of broadcasts"),
    ("daftar pesanan", "the list of orders"), ("komentar di bawah video", "the comments under a video"),
    ("alamat pengiriman", "the address for the parcel"), ("balasan yang sopan", "a polite reply"),
    ("sasaran bulan ini", "the goal for this month"), ("biaya iklan", "the cost of the advertising"),
]  # fmt: skip
_WHEN = [
    ("sebelum toko dibuka", "before the shop opens"), ("pada hari Senin", "on Mondays"), ("sore ini", "this afternoon"),
    ("setelah pelanggan bertanya", "after a customer has asked"), ("bersama rekannya", "with a colleague"),
    ("di buku catatan", "in a notebook"), ("tanpa tergesa-gesa", "without haste"), ("lewat chat", "by chat"),
    ("saat stok menipis", "when stock runs low"), ("untuk minggu depan", "for next week"),
]  # fmt: skip
_LENGTHS: dict[Form, tuple[int, int]] = {"line": (1, 2), "prompt": (1, 2), "reason": (1, 2)}


class Usual:
    """Short sentences about a shop, the same in both languages."""

    def say(self, chance: Random, form: Form) -> dict[Language, str]:
        if form == "unit":
            return {"id": "pesanan", "en": "orders"}
        if form in {"title", "option"}:
            return _joined([_phrase(chance)], "")
        if form == "prose":
            parts = [_joined(_sentences(chance, 2, 4), "") for _ in range(chance.randint(1, 2))]
            heading = _joined([_phrase(chance)], "## ")
            shown = [fence(chance, lambda: _phrase(chance)[0])] if not chance.randrange(6) else []
            return {one: "\n\n".join([heading[one], *shown, *(part[one] for part in parts)]) for one in LANGUAGES}
        return _joined(_sentences(chance, *_LENGTHS[form]), "")

    def answer(self, chance: Random) -> str:
        return _WHAT[chance.randrange(len(_WHAT))][0]

    def slug(self, chance: Random, stem: str) -> str:  # noqa: ARG002 - all ids are plain here
        return stem


def _sentences(chance: Random, low: int, high: int) -> list[tuple[str, str]]:
    found = []
    for _ in range(chance.randint(low, high)):
        parts = [group[chance.randrange(len(group))] for group in (_WHO, _DOES, _WHAT, _WHEN)]
        found.append((f"{' '.join(part[0] for part in parts)}.", f"{' '.join(part[1] for part in parts)}."))
    return found


def _phrase(chance: Random) -> tuple[str, str]:
    parts = [group[chance.randrange(len(group))] for group in (_DOES, _WHAT, _WHEN)]
    here, there = (" ".join(part[at] for part in parts) for at in (0, 1))
    return here[0].upper() + here[1:], there[0].upper() + there[1:]


def _joined(parts: list[tuple[str, str]], before: str) -> dict[Language, str]:
    return {"id": before + " ".join(part[0] for part in parts), "en": before + " ".join(part[1] for part in parts)}


ODD = (
    "[/b]",
    "[b]tebal",
    "[@click=app.quit]klik[/]",
    "[bold $accent]x[/bold $accent]",
    "\\[x]",
    "{format} %s %(x)d {0!r}",
    "$text-muted",
    "w" * 300,
    "kata " * 120,
    ".",
    "-",
    "*",
    "**",
    "_a_",
    "***tebal*** *miring",
    "`kode` ``a`b``",
    "#",
    "# ",
    "## Judul",
    "> kutip\n>> dalam",
    "- satu\n  - dua\n    - tiga",
    "1. satu\n2. dua",
    "* * *",
    "---",
    "===\n===",
    "| a | b |\n| --- | :-: |\n| 1 | [/b] |\n| tanpa |",
    "|a|\n|-|",
    "```\nkode [/b]\n```",
    "~~~python\nx = [1]\n~~~",
    "```chat\nA: halo\n```",
    "```post\n@toko\n```",
    "```chart\nSenin 1\n```",
    "```\n```",
    "    kode",
    "a  \nb",
    "a\\\nb",
    "<b onclick=x>html</b>",
    "<!-- x -->",
    "<http://auto.x>",
    "[t](http://x)",
    "![g](x.png)",
    '[t]: http://x "y"',
    "&#27; &amp;",
    "العربية والإنجليزية",
    "עברית",
    "日本語テキスト",
    "한국어",
    "ไทย",
    "हिन्दी",
    "e\u0301e\u0301",
    "👩\u200d👩\u200d👧",
    "🇮🇩",
    "👍🏽",
    "\u200b",
    "\u2060",
    "\u00ad",
    "\u0301",
    "\u3164",
    "\ufe0f",
    "\u200d",
    "ﷺ",
    "\U0001f469",
    "\U000e0041",
    "\ue000",
    "𝒳",
    "ﬁ",
    "ß",
    "İ",
    "\t|\ttab",
    "a\tb",
    "~",
    "null",
    "true",
    "0",
    "-1",
    "1e9",
    "12:30",
    "@toko",
    "#promo",
    "Rp1.250.000",
    ": :",
    "a: b",
    "- a",
    "? x",
    "!x",
    "*x",
    "&x",
    "%x",
    "'",
    '"',
    '"x"',
    "it''s",
    "\\",
    "\\n",
    "\\x1b[31m",
    "x" * 59,
    "satu\n\n\n\ndua",
    "\n".join("abcdefgh"),
    "a|b|c",
    "https://example.org/" + "a/" * 80,
    "> " * 300 + "x",
    "- " * 200 + "x",
    "*" * 500,
    "[" * 400,
    "￼",
    "…" * 50,
    "½ ² ™ ℡",
    "Ⅻ",
)
"""Texts that look like markup, steer something, take much room or none, or are read otherwise than they are written."""

_ODD_ANSWERS = (
    "",
    "co-branding",
    "جواب",
    "好吃",
    "ﷺ",
    "ß",
    "İ",
    "e\u0301",
    "👍",
    "a b c",
    "[/b]",
    "*",
    "½",
    "1.250",
    "-",
    "x" * 90,
)
_ODD_SLUGS = ("a", "z-", "a--b", "x" * 60, "true", "con", "id", "on", "e1", "null", "a1-1-1")


class Odd:
    """Odd texts, some of them drawn by ``any_text``. A prompt and what is read carry a mark that must be seen."""

    def __init__(self, any_text: Callable[[], str]) -> None:
        self._any_text = any_text
        self._marks = 0

    def say(self, chance: Random, form: Form) -> dict[Language, str]:
        said = {language: self._one(chance, form, language) for language in LANGUAGES}
        if form in {"prose", "prompt"} and not chance.randrange(5):
            shown = fence(chance, lambda: _fit(self._part(chance)))
            return {language: f"{words}\n\n{shown}\n\n." for language, words in said.items()}
        return said

    def _one(self, chance: Random, form: Form, language: Language) -> str:
        parts = [self._part(chance) for _ in range(chance.randint(1, 4 if form == "prose" else 2))]
        said = _fit(chance.choice([" ", "\n\n", "\n"]).join(parts))
        if form in {"prose", "prompt"}:
            self._marks += 1
            mark = f"tanda{self._marks}{language}"
            said = chance.choice([f"{mark} {said}", f"{said}\n\n{mark}", f"{mark}\n\n{said}"])
        elif not chance.randrange(3):
            said = _fit(Usual().say(chance, form)[language])
        return said

    def _part(self, chance: Random) -> str:
        return self._any_text() if not chance.randrange(4) else ODD[chance.randrange(len(ODD))]

    def answer(self, chance: Random) -> str:
        return _ODD_ANSWERS[chance.randrange(len(_ODD_ANSWERS))]

    def slug(self, chance: Random, stem: str) -> str:
        return stem if chance.randrange(3) else _ODD_SLUGS[chance.randrange(len(_ODD_SLUGS))]


def _fit(words: str) -> str:
    """``words`` as a course may have them: nothing harmful, no false citation, not blank, neither too long."""
    kept = HIDDEN.sub(" ", CONTROL.sub(" ", words)).replace("[^", "[ ^")
    kept = unfenced("\n".join(re.split(r"\r\n?|\n", kept)[:40])[:800].strip(" \n\t"))
    return kept if is_seen(kept) else "."


MARK = re.compile(r"tanda\d+(?:id|en)")
