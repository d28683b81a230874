"""Examples for E4xx and W5xx: what is right in form and does not make sense. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example, claim, indented
from sosmed_learn.i18n import N_

_UNFAIR = N_("Learners who know the answer would be told that they do not, or the other way round.")
_MORE_DOUBTS = N_("What is not shown troubles learners just the same.")
_HIDDEN = N_("Learners would never get to see it.")
_UNSOURCED = N_("Readers of one language would get a claim without its source.")
_STALE = N_("Learners could not tell what is still true.")
_ODD = N_("Learners would see signs that were meant for the file, not for them.")

_ONE = "- {text: {id: Pesanan, en: Orders}, correct: true, why: {id: Itu uang., en: That is money.}}"
_TWO = "- {text: {id: Pengikut, en: Followers}, why: {id: Itu bukan uang., en: That is not money.}}"
_TYPED = "kind: text\nwhy: {id: Orang yang melihat., en: People who saw it.}\naccept:\n  - text: jangkauan\n"
_SLIP = "- {text: impresi, why: {id: C., en: D.}}"
_COUNTED = "kind: number\nwhy: {id: Dibagi dua., en: Divided by two.}\n"
_FACT = "confidence: seen\nshelf-life: yearly\n"

MEANING = {
    "E401": Example(
        "question",
        f"kind: single\nchoices:\n  {_ONE}\n  {_TWO.replace('}, why', '}, correct: true, why')}",
        f"kind: single\nchoices:\n  {_ONE}\n  {_TWO}",
        _UNFAIR,
    ),
    "E402": Example(
        "question",
        f"kind: multiple\nchoices:\n  {_ONE.replace('correct: true, ', '')}\n  {_TWO}",
        f"kind: multiple\nchoices:\n  {_ONE}\n  {_TWO}",
        _UNFAIR,
    ),
    "E403": Example(
        "question",
        f"choices:\n  {_ONE}\n  {_TWO}\n  {_TWO.replace('Itu bukan', 'Tetap bukan').replace('That is', 'Still')}",
        f"choices:\n  {_ONE}\n  {_TWO}",
        _UNFAIR,
    ),
    "E404": Example(
        "question",
        f"choices:\n  {_ONE.replace('correct: true', 'correct: true, misconception: followers-are-results')}\n  {_TWO}",
        f"choices:\n  {_ONE}\n  {_TWO.replace('why:', 'misconception: followers-are-results, why:')}",
        N_("Learners who are right would be told about a wrong belief."),
    ),
    "E405": Example("question", f'{_TYPED}  - text: "?!"', f"{_TYPED}  - text: reach", _UNFAIR),
    "E406": Example(
        "question",
        f"{_TYPED}slips:\n  - {{text: Jangkauan, why: {{id: Hampir., en: Nearly.}}}}",
        f"{_TYPED}slips:\n  - {{text: impresi, why: {{id: Itu tayangan., en: Those are views.}}}}",
        _UNFAIR,
    ),
    "E407": Example(
        "question",
        f"{_TYPED}slips:\n  - {{pattern: imp*, why: {{id: A., en: B.}}}}\n  {_SLIP}",
        f"{_TYPED}slips:\n  {_SLIP}",
        N_("Learners would never read the reason that was written for their answer."),
    ),
    "E408": Example("question", f'{_TYPED}  - pattern: "*"', f'{_TYPED}  - pattern: "jangkau*"', _UNFAIR),
    "E409": Example(
        "fact", "seen: 2026-03-31\ncheck-again: 2026-03-31", "seen: 2026-03-31\ncheck-again: 2027-03-31", _STALE
    ),
    "E410": Example(
        "fact",
        "corrected-by: [f-002]",
        "corrected-by: [f-002]\ncorrection: {id: Angka lama., en: An old figure.}",
        _STALE,
    ),
    "E411": Example(
        "fact",
        "corrected-by: [f-001]\ncorrection: {id: Angka lama., en: An old figure.}",
        "corrected-by: [f-002]\ncorrection: {id: Angka lama., en: An old figure.}",
        _STALE,
    ),
    "E412": Example(
        "lesson",
        "ignore: [{code: W999, reason: Sudah dibahas.}]",
        "",
        N_("A warning that is meant to be left out would still be shown, or another would be."),
    ),
    "E413": Example(
        "lesson",
        "ignore: [{code: E401, reason: Sudah dibahas.}]",
        "",
        N_("An error keeps learners out of the lesson, whether it is shown or not."),
    ),
}

WARNINGS = {
    "W501": Example(
        "place", "lessons: [first]\nlessons/second.yaml", "lessons: [first, second]\nlessons/second.yaml", _HIDDEN
    ),
    "W502": Example(
        "lesson",
        "title: Mulai dari pesanan toko",
        "title: {id: Mulai dari pesanan toko, en: Start from orders}",
        N_("Readers of the other language would get a sentence that they cannot read."),
    ),
    "W503": Example(
        "step",
        "- text: {id: Sewa., en: Rent.}\n  facts: [f-001]",
        "- text: {id: 'Sewa.[^f-001]', en: 'Rent.[^f-001]'}\n  facts: [f-001]",
        N_("Learners would see a source and not know what it stands for."),
    ),
    "W504": Example("place", "lessons/second.yml", "lessons/second.yaml", _HIDDEN),
    "W505": Example(
        "question",
        "concept: prices",
        "concept: orders",
        N_("Learners are tested on what this lesson does not say it teaches."),
    ),
    "W506": Example("lesson", "title: {id: Mulai, en: Start}", "title: Mulai", _HIDDEN),
    "W507": Example(
        "place",
        "shop: orders = Orders\nkios: orders = Sales",
        "shop: orders = Orders\nkios: orders = Orders",
        N_("Learners would meet one concept under two names."),
    ),
    "W508": Example("place", "shop/second.yaml", "shop/lessons/second.yaml", _HIDDEN),
    "W509": Example(
        "lesson", 'title:\n  id: Teks strategi?"\n  en: Start', "title:\n  id: Teks strategi?\n  en: Start", _ODD
    ),
    "W510": Example("lesson", 'title: {id: "C:\\temp", en: Start}', "title: {id: 'C:\\temp', en: Start}", _ODD),
    "W511": Example(
        "lesson",
        "title:\n  id: Kamu suka kopi # teh juga\n  en: Start",
        'title:\n  id: "Kamu suka kopi # teh juga"\n  en: Start',
        _HIDDEN,
    ),
    "W512": Example("place", "copy/module.yaml: id: strategy", "copy/module.yaml: id: my-strategy", _HIDDEN),
    "W513": Example(
        "step",
        "- text: {id: 'Sewa.[^f-001]', en: Rent.}\n  facts: [f-001]",
        "- text: {id: 'Sewa.[^f-001]', en: 'Rent.[^f-001]'}\n  facts: [f-001]",
        _UNSOURCED,
    ),
    "W514": Example("lesson", "title: {id: “Mulai”, en: Start}", 'title: {id: "Mulai", en: Start}', _ODD),
    "W515": Example(
        "step",
        "- text:\n    en: Hello.\n    id: |-\n      ```\n      Halo",
        "- text:\n    en: Hello.\n    id: |-\n      ```\n      Halo\n      ```",
        _ODD,
    ),
    "W516": Example("place", "lessons/Second Lesson.yaml", "lessons/second.yaml", _HIDDEN),
    "W517": Example("question", f"{_COUNTED}answer: 0.5\ntolerance: 0.5", f"{_COUNTED}answer: 0.5\ntolerance: 0.05"),
    "W518": Example(
        "question",
        f"kind: multiple\nchoices:\n  {_ONE}\n  {_TWO.replace('}, why', '}, correct: true, why')}",
        f"kind: multiple\nchoices:\n  {_ONE}\n  {_TWO}",
    ),
    "W519": Example(
        "lesson",
        "steps:\n" + indented(claim()),
        "steps:\n  - text: {id: Pesanan membayar sewa., en: Orders pay the rent.}\n" + indented(claim()),
    ),
    "W533": Example("question", "pretest: true\ntries: 2", "pretest: true"),
    "W520": Example(
        "lesson",
        "minutes: 2\nsteps:\n" + "".join(f"  - text: {{id: {word * 400}, en: Words.}}\n" for word in ("satu ", "dua ")),
        "minutes: 5\nsteps:\n" + "".join(f"  - text: {{id: {word * 400}, en: Words.}}\n" for word in ("satu ", "dua ")),
        sketch=("minutes: 2\nsteps: …", "minutes: 5\nsteps: …"),
        legend=N_("The texts of this lesson have 800 words, which is four and a half minutes of reading."),
    ),
    "W521": Example(
        "question",
        'prompt: {id: "Berapa 5% dari Rp1.250.000?", en: "How much is 5% of Rp1,350,000?"}',
        'prompt: {id: "Berapa 5% dari Rp1.250.000?", en: "How much is 5% of Rp1,250,000?"}',
    ),
    "W522": Example(
        "step",
        "- text: {id: 'Menurut survei, 78% menjawab.', en: 'In a survey, 78% answered.'}",
        "- text: {id: 'Menurut survei, 78% menjawab.[^f-001]', en: 'In a survey, 78% answered.[^f-001]'}\n"
        "  facts: [f-001]",
    ),
    "W523": Example("fact", "seen: 2020-01-31\ncheck-again: 2021-01-31", "seen: 2026-03-31\ncheck-again: 2031-03-31"),
    "W524": Example("lesson", "ignore: [{code: W601, reason: Sudah dibahas.}]", ""),
    "W525": Example(
        "glossary",
        "terms:\n  - {id: reach, term: {id: Jangkauan, en: Reach}, definition: {id: Akun., en: Accounts.}}\n"
        "  - {id: jangkauan, term: {id: jangkauan, en: Range}, definition: {id: Orang., en: People.}}",
        "terms:\n  - {id: reach, term: {id: Jangkauan, en: Reach}, definition: {id: Akun., en: Accounts.}}",
    ),
    "W526": Example(
        "place",
        "glossary: Ukuran pamer = Vanity metric\n"
        "id: Suka itu ukuran pamer.        en: Likes are a show-off number.\n"
        "id: Ukuran pamer menyesatkan.     en: A show-off number misleads.",
        "glossary: Ukuran pamer = Vanity metric\n"
        "id: Suka itu ukuran pamer.        en: Likes are a vanity metric.\n"
        "id: Ukuran pamer menyesatkan.     en: A vanity metric misleads.",
    ),
    "W527": Example(
        "place",
        "glossary: Lokapasar = Marketplace\nid: Buka toko di loka pasar.",
        "glossary: Lokapasar = Marketplace\nid: Buka toko di lokapasar.",
    ),
    "W529": Example(
        "step",
        '- text: {id: "- - - - - - Satu", en: "- - - - - - One"}',
        '- text: {id: "- Satu", en: "- One"}',
    ),
    "W528": Example(
        "place",
        "2026-03-01  id: Balas dalam 2 jam.    en: Answer in two hours.\n"
        "2026-11-20  id: Balas dalam sehari.   en: Answer in two hours.",
        "2026-03-01  id: Balas dalam 2 jam.    en: Answer in two hours.\n"
        "2026-11-20  id: Balas dalam sehari.   en: Answer within a day.",
    ),
    "W590": Example("fact", "seen: 2026-03-31\nchanged: 2026-11-20", "seen: 2026-11-23\nchanged: 2026-11-20"),
    "W598": Example("place", "lessons/first.yaml    21 x W502", "lessons/first.yaml    20 x W502", _MORE_DOUBTS),
}
