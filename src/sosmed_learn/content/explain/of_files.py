"""Examples for E1xx: files and their YAML. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example
from sosmed_learn.i18n import N_

_UNCHECKED = N_("Nothing was checked, so whatever is wrong in the course that you meant would reach learners.")
_MORE = N_("What is not shown keeps learners out just the same.")
_NO_MODULE = N_("Without a module there is nothing that learners could open.")
_HARM = N_("It could move the cursor, change colours or hide words on a learner's screen.")
_WITHOUT = N_("Learners would not get what stands there, and nobody would notice.")
_ELSEWHERE = N_("A course that reads files from elsewhere would take them from a learner's own disk.")
_BLOCKED = N_("The app refuses such a file, made by mistake or to do harm, so that no learner has to wait for it.")

FILES = {
    "E101": Example("place", "sosmed-learn check courses/shoop", "sosmed-learn check courses/shop", _UNCHECKED),
    "E102": Example("place", "lessons/first.yaml    3.0 MB", "lessons/first.yaml    0.1 MB", _BLOCKED),
    "E103": Example("place", "lessons/first.yaml    Windows-1252", "lessons/first.yaml    UTF-8"),
    "E104": Example("place", "lessons/first.yaml    0 B", "lessons/first.yaml    800 B"),
    "E105": Example("lesson", 'title: {id: "Mulai \\a", en: "Start"}', 'title: {id: "Mulai", en: "Start"}', _HARM),
    "E106": Example("lesson", 'title: {id: "Mulai \\u202e", en: "Start"}', 'title: {id: "Mulai", en: "Start"}', _HARM),
    "E107": Example("lesson", "title:\n\tid: Mulai\n\ten: Start", "title:\n  id: Mulai\n  en: Start"),
    "E108": Example("module", "lessons: [first, ../../etc]", "lessons: [first]", _ELSEWHERE),
    "E109": Example("place", "lessons/first.yaml/", "lessons/first.yaml", _WITHOUT),
    "E110": Example("lesson", f"concepts: {'[' * 45}orders{']' * 45}", "concepts: [orders]", _BLOCKED),
    "E111": Example("place", "- a\n- a\n…    (200000 x)", "- a\n- a\n…    (200 x)", _BLOCKED),
    "E131": Example("place", "# notes.yaml\nrice: 5", "# notes.yaml\nid: notes\nsteps: […]", _WITHOUT),
    "E132": Example("place", "courses/", "courses/shop/module.yaml", _NO_MODULE),
    "E133": Example("place", "shop/lessons/first.yaml", "shop/module.yaml\nshop/lessons/first.yaml", _WITHOUT),
    "E137": Example("place", "shop/modul.yaml", "shop/module.yaml", _WITHOUT),
    "E138": Example("place", "lessons/first.yaml    UTF-16", "lessons/first.yaml    UTF-8"),
    "E139": Example("place", "courses/*/module.yaml    (201 x)", "courses/*/module.yaml    (200 x)", _BLOCKED),
    "E140": Example("place", "SOSMED_LEARN_COURSES=notes.txt", "SOSMED_LEARN_COURSES=courses", _WITHOUT),
    "E143": Example("place", "shop/lesson/first.yaml", "shop/lessons/first.yaml", _WITHOUT),
    "E144": Example(
        "lesson",
        "outcomes:\n  – {id: Menghitung pesanan., en: Count orders.}",  # noqa: RUF001 - the wrong dash is the point
        "outcomes:\n  - {id: Menghitung pesanan., en: Count orders.}",
    ),
    "E145": Example(
        "lesson",
        "outcomes:\n  - id: Menghitung pesanan.\n    en: Count orders.\n    id: Membaca kas.",
        "outcomes:\n  - id: Menghitung pesanan.\n    en: Count orders.\n  - id: Membaca kas.\n    en: Read the till.",
        _WITHOUT,
    ),
    "E146": Example(
        "step",
        "- text:\n    id: |-\n      Pesanan membayar sewa.\n    en: |-\n      Orders pay\n    *the rent*.",
        "- text:\n    id: |-\n      Pesanan membayar sewa.\n    en: |-\n      Orders pay\n      *the rent*.",
    ),
    "E198": Example("place", "lessons/first.yaml    21 x E201", "lessons/first.yaml    20 x E201", _MORE),
    "E199": Example("place", "lessons/first.yaml    201 x", "lessons/first.yaml    200 x", _MORE),
}

YAML = {
    "E112": Example(
        "lesson", "title:\n  id: *Mulai* dari kas\n  en: Start", 'title:\n  id: "*Mulai* dari kas"\n  en: Start'
    ),
    "E113": Example(
        "lesson", "title:\n  id: &Mulai dari kas\n  en: Start", "title:\n  id: Mulai dari kas\n  en: Start"
    ),
    "E114": Example(
        "lesson", "title:\n  id: !Penting dari kas\n  en: Start", 'title:\n  id: "!Penting dari kas"\n  en: Start'
    ),
    "E115": Example("lesson", "minutes: 8\nminutes: 9", "minutes: 8", _WITHOUT),
    "E116": Example("lesson", "minutes: 8\n<<: x", "minutes: 8"),
    "E117": Example(
        "lesson",
        "title:\n  id: Gunakan #promo hari ini\n  en: Start",
        'title:\n  id: "Gunakan #promo hari ini"\n  en: Start',
        _WITHOUT,
    ),
    "E118": Example(
        "lesson", "title:\n  id: @tokosari buka\n  en: Start", 'title:\n  id: "@tokosari buka"\n  en: Start'
    ),
    "E119": Example(
        "lesson",
        "title:\n  id: Diskon: 50 persen\n  en: 50 percent off",
        'title:\n  id: "Diskon: 50 persen"\n  en: 50 percent off',
    ),
    "E120": Example("lesson", 'title: {id: Mulai, en: "Start}', 'title: {id: Mulai, en: "Start"}'),
    "E121": Example("lesson", "concepts: [orders", "concepts: [orders]"),
    "E122": Example(
        "lesson", 'title: {id: "Mulai \\d", en: "Start"}', "title: {id: 'Mulai \\d', en: \"Start\"}", _WITHOUT
    ),
    "E123": Example(
        "lesson",
        "title:\n  id: > 50 pesanan\n  en: Over 50 orders",
        'title:\n  id: "> 50 pesanan"\n  en: Over 50 orders',
    ),
    "E124": Example(
        "lesson",
        "steps:\n  - text: {id: Kas., en: Till.}\n---\ncatatan: nanti",
        "steps:\n  - text: {id: Kas., en: Till.}",
        _WITHOUT,
    ),
    "E125": Example("lesson", "minutes: 8\n[a]: b", "minutes: 8"),
    "E126": Example("lesson", "  minutes: 8", "minutes: 8"),
    "E127": Example("lesson", "title:\n  id Mulai\n  en: Start", "title:\n  id: Mulai\n  en: Start"),
    "E128": Example(
        "lesson", 'title:\n  id: "Mulai" dari kas\n  en: Start', "title:\n  id: '\"Mulai\" dari kas'\n  en: Start"
    ),
    "E129": Example("lesson", "concepts: [,]", "concepts: [orders]"),
    "E130": Example(
        "lesson", "title:\n  id: [Promo] hari ini\n  en: Start", 'title:\n  id: "[Promo] hari ini"\n  en: Start'
    ),
    "E134": Example("lesson", "minutes:8", "minutes: 8"),
    "E135": Example("lesson", "concepts:\n  -orders", "concepts:\n  - orders"),
    "E136": Example("lesson", "minutes:\u00a08", "minutes: 8"),
    "E141": Example(
        "lesson", "title: {id: Mulai, lalu hitung, en: Start}", 'title: {id: "Mulai, lalu hitung", en: Start}', _WITHOUT
    ),
    "E142": Example("lesson", 'title: {id: "Mulai" en: Start}', 'title: {id: "Mulai", en: Start}'),
    "E147": Example("lesson", "title: {id: Mulai}, en: Start}", "title: {id: Mulai, en: Start}"),
}
