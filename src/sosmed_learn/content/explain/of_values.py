"""Examples for E2xx and E3xx: the shape of values and what they refer to. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example, claim
from sosmed_learn.i18n import N_

_SCREEN = N_("A screen has room for so much; what is longer is felt as a wall, or cut off.")
_MISTYPED = N_("A number like this was hardly meant, and learners would be guided by it.")
_GUESSED = N_("The app never guesses: what an author did not say clearly would be shown, or graded, by chance.")
_PROGRESS = N_("Progress is kept under ids. Where two things share one, the work on one would count for the other.")
_TWO_NAMES = N_(
    "A lesson is found by the name of its file, and its progress is kept under its id. With two names the app cannot "
    "tell which one is meant, so learners cannot open it."
)
_FIRST_FILE = ("# lessons/first.yaml\nid: premier", "# lessons/first.yaml\nid: first")
_NOWHERE = N_("A name that leads nowhere would leave a learner without the text, the reason or the source behind it.")
_BOTH = N_("Learners who read the other language would find a hole.")


SHAPE = {
    "E201": Example("lesson", "minuets: 8\nminutes: 8", "minutes: 8"),
    "E202": Example("lesson", "", "minutes: 8"),
    "E203": Example("lesson", "concepts: orders", "concepts: [orders]"),
    "E204": Example("question", "kind: singel", "kind: single"),
    "E205": Example("question", "id: Pick_One", "id: pick-one"),
    "E206": Example("lesson", "minutes: delapan", "minutes: 8"),
    "E207": Example("lesson", "minutes: 90", "minutes: 9", _MISTYPED),
    "E208": Example("lesson", 'title: {id: "", en: Start}', "title: {id: Mulai, en: Start}", _BOTH),
    "E209": Example("lesson", "title: {id: Mulai}", "title: {id: Mulai, en: Start}", _BOTH),
    "E210": Example(
        "module", "format: 2", "format: 1", N_("An app that is too old would show half of it, or wrongly.")
    ),
    "E212": Example("step", "- id: start\n" + claim().replace("- ", "  ", 1), claim("start")),
    "E213": Example(
        "step", f"- text: {{id: {'kata ' * 900}., en: Words.}}", "- text: {id: Beberapa kata., en: Words.}", _SCREEN
    ),
    "E214": Example(
        "question",
        "hints: [{id: a, en: a}, {id: b, en: b}, {id: c, en: c}, {id: d, en: d}]",
        "hints: [{id: a, en: a}]",
        _SCREEN,
    ),
    "E215": Example("module", "reviewed: 31 Maret 2026", "reviewed: 2026-03-31"),
    "E216": Example("question", "pretest: ya", "pretest: true"),
    "E217": Example("module", "exam: 20", "exam: {questions: 1, pass: 80, minutes: 30}"),
    "E218": Example("lesson", "minutes: [8]", "minutes: 8"),
    "E219": Example(
        "question",
        "kind: number\nanswer: 1.250\nwhy: {id: Dibagi., en: Divided.}",
        "kind: number\nanswer: 1250\nwhy: {id: Dibagi., en: Divided.}",
        _GUESSED,
    ),
    "E220": Example(
        "step",
        "- text:\n    en: Many.\n    id: |-\n" + "      baris\n" * 121,
        "- text:\n    en: Many.\n    id: |-\n" + "      baris\n" * 3,
        _SCREEN,
    ),
    "E221": Example("module", "lessons: [lessons/first.yaml]", "lessons: [first]"),
    "E222": Example("lesson", "steps:\n  - Halo.", "steps:\n  - text: {id: Halo., en: Hello.}"),
    "E223": Example(
        "question",
        "kind: number\nanswer: 12\ntolerance: -1\nwhy: {id: Dibagi., en: Divided.}",
        "kind: number\nanswer: 12\ntolerance: 1\nwhy: {id: Dibagi., en: Divided.}",
    ),
    "E224": Example("lesson", "minutes: 8 menit", "minutes: 8"),
    "E225": Example(
        "step",
        "- text: {id: Halo., en: Hello.}\n" + claim().replace("- ", "  ", 1),
        "- text: {id: Halo., en: Hello.}\n" + claim(),
        _GUESSED,
    ),
    "E228": Example("step", "- {}", "- text: {id: Halo., en: Hello.}"),
    "E226": Example(
        "step",
        "- text:\n    id: Halo.\n  en: Hello.",
        "- text:\n    id: Halo.\n    en: Hello.",
    ),
}

REFERENCES = {
    "E301": Example(
        "step",
        "- {id: salam, text: {id: Halo., en: Hello.}}\n- {id: salam, text: {id: Lagi., en: Again.}}",
        "- {id: salam, text: {id: Halo., en: Hello.}}\n- {id: lagi, text: {id: Lagi., en: Again.}}",
        _PROGRESS,
    ),
    "E302": Example("lesson", "id: premier", "id: first", _TWO_NAMES, sketch=_FIRST_FILE),
    "E303": Example("module", "lessons: [first, second]", "lessons: [first]", _NOWHERE),
    "E304": Example("lesson", "concepts: [orders, oders]", "concepts: [orders]", _NOWHERE),
    "E305": Example(
        "question",
        "kind: true-false\nanswer: false\nmisconception: folowers\nwhy: {true: A, false: B}",
        "kind: true-false\nanswer: false\nmisconception: followers-are-results\nwhy: {true: A, false: B}",
        _NOWHERE,
    ),
    "E306": Example(
        "step",
        "- text: {id: 'Sewa.[^f-999]', en: 'Rent.[^f-999]'}\n  facts: [f-999]",
        "- text: {id: 'Sewa.[^f-001]', en: 'Rent.[^f-001]'}\n  facts: [f-001]",
        _NOWHERE,
    ),
    "E307": Example(
        "module",
        "concepts:\n  - {id: orders, title: {id: Pesanan, en: Orders}, needs: [tills]}",
        "concepts:\n  - {id: orders, title: {id: Pesanan, en: Orders}}",
        N_("The app would wait for a concept that nobody can ever learn."),
    ),
    "E308": Example(
        "module",
        "concepts:\n  - {id: orders, title: {id: Pesanan, en: Orders}, needs: [orders]}",
        "concepts:\n  - {id: orders, title: {id: Pesanan, en: Orders}, needs: []}",
        N_("Each would wait for the other, so learners could begin with neither."),
    ),
    "E309": Example(
        "step",
        "- text: {id: 'Sewa.[^f-001]', en: 'Rent.[^f-001]'}",
        "- text: {id: 'Sewa.[^f-001]', en: 'Rent.[^f-001]'}\n  facts: [f-001]",
        N_("Learners would see a mark and no source under the text."),
    ),
    "E310": Example(
        "place",
        "shop/module.yaml: id: shop\nkios/module.yaml: id: shop",
        "shop/module.yaml: id: shop\nkios/module.yaml: id: kios",
        _PROGRESS,
    ),
    "E311": Example(
        "step",
        "- text: {id: 'Sewa.[^F 1]', en: 'Rent.[^F 1]'}",
        "- text: {id: 'Sewa.[^f-001]', en: 'Rent.[^f-001]'}\n  facts: [f-001]",
        N_("Learners would see the mark as it was typed, and no source."),
    ),
    "E312": Example(
        "step",
        "- {id: r, text: {id: Lagi., en: Again.}}\n" + claim(more="aliases: [r]"),
        "- {id: r, text: {id: Lagi., en: Again.}}\n" + claim(more="aliases: [p]"),
        _PROGRESS,
    ),
    "E313": Example(
        "module", "lessons: [first, first]", "lessons: [first]", N_("Learners would meet the lesson twice.")
    ),
}
