"""Examples for W6xx: how questions are written. Shows them; checks nothing."""

from collections.abc import Sequence

from sosmed_learn.content.explain.example import Example
from sosmed_learn.i18n import N_

_HDR = "Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), {}"
_FLAWS = "; the 19 item-writing flaws as applied by Moore and colleagues: {}"


def _source(guideline: str, flaw: str = "") -> str:
    return _HDR.format(guideline) + (_FLAWS.format(flaw) if flaw else "")


def _choices(*options: str, reason: str = "Alasan") -> str:
    """Options, each with a reason; a star marks the right one."""
    rows = [
        f'  - {{text: "{option.removeprefix("*")}", {"correct: true, " * option.startswith("*")}why: "{reason} {at}."}}'
        for at, option in enumerate(options, start=1)
    ]
    return "\n".join(["choices:", *rows])


def asked(prompt: str, *options: str, reason: str = "Alasan") -> str:
    """A prompt, and its options if there are any."""
    return "\n".join([f'prompt: "{prompt}"', *([_choices(*options, reason=reason)] if options else [])])


def _many(rows: Sequence[str]) -> str:
    """Several questions as steps of a lesson."""
    head = (
        "  - question:\n      id: q-{at}\n      concept: orders\n      level: 1\n      explanation: Maka {at}.\n{row}"
    )
    return "steps:\n  - text: Halo.\n" + "\n".join(head.format(at=at, row=row) for at, row in enumerate(rows))


def _single(at: int, *options: str) -> str:
    body = asked(f"Apa arti nomor {at}?", *options).replace("\n", "\n      ")
    return f"      kind: single\n      {body}"


def _claim(at: int, *, answer: bool) -> str:
    return (
        f"      kind: true-false\n      prompt: Klaim {at}.\n      answer: {str(answer).lower()}\n"
        "      why: {true: Ya., false: Bukan.}"
    )


def _sketch(*rows: str) -> str:
    """A line for each question: a star for the right option, and how long each option is."""
    return "\n".join(f"{at}  {row}" for at, row in enumerate(rows, start=1))


_LENGTH_LEGEND = N_(
    "Each line is a question with its options: `*` is the right one, and more dashes are a longer text."
)
_PLACE_LEGEND = N_("Each line is a question with its options: `*` is the right one.")
_ROW_LEGEND = N_("Each line is a question.")
_PLACES = ([1, 1, 1, 1, 1], [1, 2, 3, 1, 2])
_LENGTHS = ([1, 1, 1, 1, 1], [0, 1, 0, 0, 1])


def _placed(places: Sequence[int]) -> str:
    return _many(
        [
            _single(at, *[f"*kata {at}{option}" if option == place else f"kata {at}{option}" for option in (1, 2, 3)])
            for at, place in enumerate(places)
        ]
    )


def _long(lengths: Sequence[int]) -> str:
    rows = []
    for at, is_long in enumerate(lengths):
        options = [f"kata a{at}", f"kata b{at}"]
        options.insert(at % 3, f"*kata panjang{at}" if is_long else f"*kata{at}")
        rows.append(_single(at, *options))
    return _many(rows)


LINT = {
    "W601": Example(
        "question",
        asked(
            "Apa yang dihitung jangkauan?",
            "*Akun unik yang melihat konten itu paling sedikit sekali",
            "Suka",
            "Komentar",
        ),
        asked("Apa yang dihitung jangkauan?", "*Akun unik", "Suka", "Komentar"),
        source=_source("guideline 24: about equal length", "longest option correct"),
    ),
    "W602": Example(
        "lesson",
        _long(_LENGTHS[0]),
        _long(_LENGTHS[1]),
        source=_source("guideline 24: about equal length"),
        sketch=(
            _sketch("*----- --- ---", "--- *----- ---", "--- --- *-----", "*----- --- ---", "--- *----- ---"),
            _sketch("*--- ---- ---", "--- *----- ---", "---- --- *---", "*--- --- ----", "--- *----- ---"),
        ),
        legend=_LENGTH_LEGEND,
    ),
    "W603": Example(
        "lesson",
        _placed(_PLACES[0]),
        _placed(_PLACES[1]),
        source=_source("guideline 20: vary the place"),
        sketch=(
            _sketch("*--- --- ---", "*--- --- ---", "*--- --- ---", "*--- --- ---", "*--- --- ---"),
            _sketch("*--- --- ---", "--- *--- ---", "--- --- *---", "*--- --- ---", "--- *--- ---"),
        ),
        legend=_PLACE_LEGEND,
    ),
    "W604": Example(
        "question",
        asked("Apa isi katalog?", "*Harga", "Resep", "Semua benar"),
        asked("Apa isi katalog?", "*Harga", "Resep", "Rute"),
        source=_source("guidelines 9, 25 and 26", "all or none of the above, K-type"),
    ),
    "W605": Example(
        "question",
        asked("Mana yang tidak menghitung kejadian?", "*Jangkauan", "Impresi", "Views"),
        asked("Mana yang menghitung akun?", "*Jangkauan", "Impresi", "Views"),
        source=_source("guideline 17: word the stem positively", "negative worded"),
    ),
    "W606": Example(
        "question",
        asked("Kapan komentar disembunyikan?", "Selalu", "*Bila memuat data", "Bila panjang"),
        asked("Kapan komentar disembunyikan?", "Bila pedas", "*Bila memuat data", "Bila panjang"),
        source=_source("guideline 28a: specific determiners", "absolute terms"),
    ),
    "W607": Example(
        "question",
        asked("Seberapa kerap stok dicek?", "Sering", "*Tiap pagi", "Sebulan sekali"),
        asked("Seberapa kerap stok dicek?", "Tiap jam", "*Tiap pagi", "Sebulan sekali"),
        source=_source("choices that are precise", "vague terms"),
    ),
    "W608": Example(
        "question",
        asked("Dokumen apa yang mengatur krisis?", "*Tangga krisis", "Kalender", "Katalog"),
        asked("Dokumen apa yang mengatur krisis?", "*Tangga tindakan", "Kalender", "Katalog"),
        source=_source("guideline 28b: clang associations", "word repeats"),
    ),
    "W609": Example(
        "question",
        asked("Dua satuan kejadian adalah", "*impresi dan views", "jangkauan", "pengikut"),
        asked("Dua satuan kejadian adalah", "*impresi dan views", "jangkauan dan suka", "pengikut dan akun"),
        source=_source("guideline 28d: grammatical inconsistencies", "grammatical cues"),
    ),
    "W610": Example(
        "question",
        asked("Ke mana keluhan dipindahkan?", "*Ke DM", "Ke surel", "ke surel."),
        asked("Ke mana keluhan dipindahkan?", "*Ke DM", "Ke surel", "Ke telepon"),
        source=_source("guideline 22: no overlap", "more than one correct"),
    ),
    "W611": Example(
        "question",
        asked("Apa yang dicatat?", "*Chat per jam", "Harga dan stok", "Stok dan harga"),
        asked("Apa yang dicatat?", "*Chat per jam", "Harga dan stok", "Resep dan rute"),
        source=_source("guideline 22: no overlap", "more than one correct"),
    ),
    "W612": Example(
        "lesson",
        _many([_claim(at, answer=True) for at in range(5)]),
        _many([_claim(at, answer=at % 2 == 0) for at in range(5)]),
        source=_source("balance of the key", "true-or-false series"),
        sketch=(
            _sketch("answer: true", "answer: true", "answer: true", "answer: true", "answer: true"),
            _sketch("answer: true", "answer: false", "answer: true", "answer: false", "answer: true"),
        ),
        legend=_ROW_LEGEND,
    ),
    "W613": Example(
        "question",
        asked("____ menghitung akun unik.", "*Jangkauan", "Impresi", "Views"),
        asked("Jumlah akun unik disebut ____.", "*jangkauan", "impresi", "views"),
        source=_source("guideline 14: the central idea in the stem", "fill in the blank"),
    ),
    "W614": Example(
        "question",
        asked(
            "Bu Ratna membuka toko. " + "Ia menjual kue kering yang enak sekali. " * 9 + "Apa yang dihitung jangkauan?"
        ),
        asked("Apa yang dihitung jangkauan?"),
        source=_source("guidelines 7 and 15: no window dressing", "gratuitous information"),
    ),
    "W615": Example(
        "question",
        asked("Manakah yang benar?"),
        asked("Mana yang menghitung akun?"),
        source=_source("guidelines 13 and 14: clear directions", "unfocused stem"),
    ),
    "W616": Example(
        "question",
        asked("Siapa yang menyetujui diskon?", "*Pemilik toko", "Kucing haha", "Admin jaga"),
        asked("Siapa yang menyetujui diskon?", "*Pemilik toko", "Kurir paket", "Admin jaga"),
        source=_source("guidelines 29 and 31: plausible distractors", "implausible distractors"),
    ),
    "W617": Example(
        "question",
        "choices:\n  - {text: Pesanan, correct: true, why: Itu uang.}\n  - {text: Suka, why: Itu uang.}",
        "choices:\n  - {text: Pesanan, correct: true, why: Itu uang.}\n  - {text: Suka, why: Itu reaksi.}",
        source=_source("guideline 30: typical errors as distractors") + "; our item rubric, I9",
    ),
}
