"""One way or more to provoke every problem code: what to spoil, where it shows, what the message must name.

``at`` is what stands at the problem's place in the spoilt file (``nth`` counts from 0); it gives line and column.
``says`` must be in the message and ``mend`` in the hint.
"""

from dataclasses import dataclass

from tests.content.building import F, G, L, M


@dataclass(frozen=True)
class Case:
    code: str
    file: str
    old: str
    new: str
    at: str
    says: str = ""
    mend: str = ""
    nth: int = 0
    also: tuple[str, ...] = ()  # codes that must come along

    def __str__(self) -> str:
        return f"{self.code}-{self.new.strip()[:30]!r}"


_MINUTES = "minutes: 8"
_TITLE = "title: {id: Mulai dari pesanan, en: Start from orders}"
_WHY = "why: {id: Dibagi dua., en: Divided by two.}"
_ONE = "{text: {id: Satu, en: One}, correct: true, why: {id: Ya., en: Yes.}}"


def _title(words: str) -> str:
    return f"title:\n  id: {words}\n  en: Start"


FILE = [
    Case("E105", L, "Mulai dari", "Mulai\x1b dari", "\x1b", r"\x1b", "Delete it"),
    Case("E105", L, _TITLE, _title(r'"Mulai \e[31m"'), r"\e", r"\x1b", "Delete it"),
    Case("E105", L, "Mulai dari", "Mulai\x00 dari", "\x00", r"\x00", "Delete it"),
    Case("E105", L, "Mulai dari", "Mulai\x9b dari", "\x9b", r"\x9b", "Delete it"),
    Case("E105", L, _TITLE, _title(r'"Mulai \r"'), r"\r", r"\x0d", "Delete it"),
    Case("E106", L, "Mulai dari", "Mulai \u202edari", "\u202e", r"\u202e", "type the words"),
    Case("E106", L, _TITLE, _title(r'"Mulai \u2066"'), r"\u2066", r"\u2066", "type the words"),
    Case("E106", L, "Mulai dari", "Mulai\u2028dari", "\u2028", r"\u2028", "type the words"),
    Case("E107", L, "    text:\n", "\ttext:\n", "\ttext:", "tab", "spaces", also=()),
    Case("E108", M, "lessons: [first]", "lessons: [first, ../../etc]", "../../etc", "../../etc", "into the folder"),
    Case("E108", M, "lessons: [first]", "lessons: [first, /etc/passwd]", "/etc", "/etc/passwd", "into the folder"),
    Case("E110", L, "concepts: [orders]", "concepts: " + "[" * 60 + "]" * 60, "[" * 20, "40", "brackets", nth=40),
]

YAML = [
    Case("E112", L, "id: Mulai dari pesanan", "id: *mulai", "*mulai", "*mulai", "quotes"),
    Case("E112", L, _TITLE, _title("**Mulai** dari"), "**Mulai", "**Mulai**", "quotes"),
    Case("E113", L, _TITLE, _title("&mulai dari"), "&mulai", "&mulai", "quotes"),
    Case("E113", L, _TITLE, _title("& dari"), "& dari", "&", "quotes"),
    Case("E114", L, _TITLE, _title("!Penting dari"), "!Penting", "!Penting", "quotes"),
    Case("E114", L, _MINUTES, "minutes: !!int 8", "!!int", "!!int", "delete the word"),
    Case("E115", L, _MINUTES, "minutes: 8\nminutes: 9", "minutes", "in line 3", "Keep one", nth=1),
    Case("E116", L, "minutes: 8\n", "minutes: 8\n<<: x\n", "<<", "<<", "Write the keys out"),
    Case("E117", L, _TITLE, _title("Gunakan #promo hari ini"), "#promo", "#promo hari ini", "quotes"),
    Case("E117", L, "id: Mulai dari pesanan", "id: Mulai #pesanan", "#pesanan", "#pesanan", "quotes"),
    Case("E117", L, _TITLE, _title("#promo"), "#promo", "#promo", "quotes"),
    Case("E118", L, _TITLE, _title("@tokosari buka"), "@tokosari", "@tokosari", "quotes"),
    Case("E118", L, _TITLE, _title("`kode` ini"), "`kode`", "`kode`", "quotes"),
    Case("E118", L, _TITLE, _title("%diskon"), "%diskon", "%", "quotes"),
    Case("E118", L, _TITLE, _title("- satu"), "- satu", "-", "quotes"),
    Case("E118", L, _TITLE, "%TITLE", "%TITLE", "%", "quotes", also=("E202",)),
    Case("E119", L, _TITLE, _title("Diskon: 50 persen"), ": 50", "colon", "quotes"),
    Case("E120", L, _TITLE, _title('"Mulai'), '"Mulai', "quote", "closing quote"),
    Case("E121", L, "concepts: [orders]", "concepts: [orders", "[orders", "[", "Close it"),
    Case("E122", L, _TITLE, _title(r'"Mulai \d"'), r"\d", r"\d", "single quotes"),
    Case("E123", L, _TITLE, _title("> 50 pesanan"), "> 50", ">", "next line"),
    Case("E124", L, "steps:\n", "---\nsteps:\n", "---", "second document", "---", also=("E202",)),
    Case("E125", L, "minutes: 8\n", "minutes: 8\n[a]: b\n", "[a]", "a list", "quotes"),
    Case("E126", L, _MINUTES, " minutes: 8", "minutes", "indentation", "same column"),
    Case("E127", L, _MINUTES, "minutes 8", "minutes 8", "colon", "key: value", also=("E202",)),
    Case("E128", L, _TITLE, _title('"Mulai" dari'), "dari", "closing quote", "whole text"),
    Case("E129", L, "concepts: [orders]", "concepts: [,]", ",]", "make sense", "missing quote"),
    Case("E130", L, _TITLE, _title("{nama}, selamat datang"), "{nama}", "{", "quotes"),
    Case("E130", L, _TITLE, _title("[Promo] hari ini"), "[Promo]", "[", "quotes"),
    Case("E141", L, "id: Mulai dari", "id: Mulai, lalu, dari", "lalu", "`lalu`", "quotes"),
    Case("E141", L, "id: Mulai dari pesanan", "id: “Mulai, dari”", "dari”", "comma ends", "straight quotes"),
    Case("E119", L, "id: Mulai dari", "id: Mulai: dari", ": dari", "colon", "quotes"),
    Case("E142", L, "{id: Mulai dari pesanan, en", '{id: "Mulai" en', "en: Start", "`en:`", "comma"),
    Case("E142", L, "{id: Mulai dari pesanan, en", '{id: "Mulai"; en', "en: Start", "`en:`", "comma"),
    Case("E142", L, "{id: Mulai dari pesanan, en", '{id: "Mulai"en', "en: Start", "`en:`", "comma"),
    Case("E142", L, "dari pesanan, en", "dari pesanan en", "en: Start", "`en:`", "comma"),
    Case("E142", L, "dari pesanan, en", "dari pesanan; en", "en: Start", "`en:`", "comma"),
    Case("E142", M, "lessons: [first]", 'lessons: ["first" "second"]', '"second"', "second", "comma", also=("E303",)),
    Case("E146", L, "        ## Why", "      *Why*", "*Why*", "under `en`", "further than `en`"),
    Case("E134", L, _MINUTES, "minutes:8", "minutes:8", "`minutes:8`", "`minutes: …`"),
    Case("E134", L, "id: first\n", "id:first\n", "id:first", "`id:first`", "`id: …`"),
    Case("E134", L, "      id: pick-one", "      id:pick-one", "id:pick-one", "`id:pick-one`", "`id: …`"),
    Case("E134", L, "      kind: single", "      kind:single", "kind:single", "`kind:single`", "`kind: …`"),
    Case("E134", L, _TITLE, "title:\n  id:Mulai\n  en:Start", "id:Mulai", "`id:Mulai`", "`id: …`"),
    Case("E134", L, "title: {id: Mulai", "title: {id:Mulai", "id:Mulai", "`id:Mulai`", "`id: …`"),
    Case("E135", L, "  - question:\n", "  -question:\n", "-question", "`-question:`", "`- …`"),
    Case("E135", L, "        - text: reach", "        -text: reach", "-text", "`-text:`", "`- …`"),
    Case("E135", L, "concepts: [orders]", "concepts:\n  -orders\n  -prices", "-orders", "`-orders`", "`- …`"),
    Case("E135", L, "  - {id: Menghitung", "  -{id: Menghitung", "-{id", "`-{id`", "`- …`"),
    Case("E136", L, _MINUTES, "minutes:\u00a08", "\u00a0", "U+00A0", "ordinary space"),
    Case("E136", L, _MINUTES, "minutes\u2009: 8", "\u2009", "U+2009", "ordinary space"),
    Case("E136", L, _MINUTES, "\u00a0minutes: 8", "\u00a0", "U+00A0", "ordinary space"),
    Case("E136", L, "      kind: single", "     \u3000kind: single", "\u3000", "U+3000", "ordinary space"),
    Case("E136", L, "title: {id: Mulai", "title: {id:\u200bMulai", "\u200b", "U+200B", "ordinary space"),
    Case("E136", L, "  - question:\n", "  -\u00a0question:\n", "\u00a0", "U+00A0", "ordinary space"),
]

SHAPE = [
    Case("E221", M, "lessons: [first]", "lessons: [lessons/first.yaml]", "lessons/first", "the id", "`first`"),
    Case("E201", L, _MINUTES, "minuets: 8", "minuets", "minuets", "Did you mean `minutes`?"),
    Case("E201", L, "      hints:", "      hnits:", "hnits", "hnits", "Did you mean `hints`?"),
    Case("E201", M, "format: 1\n", "format: 1\nzzz: 1\n", "zzz", "zzz", "misconceptions"),
    Case("E202", L, "minutes: 8\n", "", "id: first", "minutes", "Add `minutes"),
    Case("E202", L, "      kind: number\n", "", "id: work-out", "kind", "Add `kind"),
    Case(
        "E202", L, "          why: {id: Itu uang., en: That is money.}\n", "", "text: {id: Pesanan", "why", "Add `why"
    ),
    Case("E203", L, "concepts: [orders]", "concepts: orderan", "orderan", "text", "[a, b]"),
    Case("E203", L, "concepts: [orders]", "concepts: ", " \noutcomes", "nothing", "[a, b]"),
    Case("E204", L, "kind: single", "kind: singel", "singel", "singel", "Did you mean `single`?"),
    Case("E204", L, "level: 1\n", "level: 1\n      tries: 0\n", "0\n", "`0`", "Possible: 1, 2, 3, 4, 5, until-right."),
    Case("E204", L, "level: 1\n", "level: 1\n      tries: 6\n", "6\n", "`6`", "Possible: 1, 2, 3, 4, 5, until-right."),
    Case("E204", L, "level: 1\n", "level: 1\n      tries: twice\n", "twice", "`twice`", "Did you mean `2`?"),
    Case("E204", L, "level: 1\n", "level: 1\n      tries: Sekali\n", "Sekali", "`Sekali`", "Did you mean `1`?"),
    Case(
        "E204", L, "level: 1\n", "level: 1\n      tries: until right\n", "until", "tries", "Did you mean `until-right`?"
    ),
    Case("E204", F, "confidence: memory", "confidence: sure", "sure", "sure", "memory, secondary, seen"),
    Case("E205", L, "id: pick-one", "id: Pick_One", "Pick_One", "Pick_One", "Did you mean `pick-one`?"),
    Case("E205", M, "version: 1.0.0", 'version: "1.0"', '"1.0"', "1.0.0", ""),
    Case("E206", L, _MINUTES, "minutes: delapan", "delapan", "whole number", "1250000"),
    Case("E206", L, "answer: 1250.5", "answer: 1.250,5", "1.250,5", "a number", "1250000"),
    Case("E206", L, _MINUTES, "minutes: 012", "012", "012", "1250000"),
    Case("E219", L, "answer: 1250.5", "answer: 1.250", "1.250", "1250 or 1.25", "`1250` or `1.25`"),
    Case("E219", L, "answer: 800", "answer: 1.255", "1.255", "1255 or 1.255", "`1255` or `1.2550`"),
    Case("E219", L, "tolerance: 0.5", "tolerance: 1.000", "1.000", "1000 or 1?", "`1000` or `1`"),
    Case("E207", L, _MINUTES, "minutes: 61", "61", "61", "from 1 to 60"),
    Case("E207", L, "level: 1", "level: 4", "4", "level", "from 1 to 3"),
    Case(
        "E226",
        L,
        '      explanation: {id: "Lain kali, lih',
        '    explanation: {id: "x',
        "expl",
        "group of `id`",
        "Indent it",
    ),
    Case("E223", L, "tolerance: 0.5", "tolerance: -1", "-1", "-1", "0 or more"),
    Case("E222", L, "- text: jangkauan", "- jangkauan", "jangkauan", "item of `accept`", "`- text: jangkauan`"),
    Case("E222", L, "steps:\n", "steps:\n  -\n", "\n  - id: why", "here is nothing", "`- text: …`"),
    Case("E224", L, _MINUTES, "minutes: 8 menit", "8 menit", "nothing else", "`8` alone"),
    Case("E224", M, "pass: 80", "pass: 80%", "80%", "nothing else", "`80` alone"),
    Case(
        "E145",
        L,
        "  - {id: Menghitung pesanan., en: Count orders.}",
        "  - id: A\n    en: B\n    id: C",
        "id: C",
        "twice",
        "`- id: …`",
    ),
    Case("E207", M, "pass: 80", "pass: 101", "101", "pass", "from 1 to 100"),
    Case("E208", L, _TITLE, _title('""'), '""', "id", "Write the text"),
    Case("E208", L, _TITLE, _title('"\u200b \u2060"'), '"\u200b \u2060"', "id", "Write the text"),
    Case("E209", L, _TITLE, "title: {id: Mulai}", "{id: Mulai", "`en`", "id, en"),
    Case("E209", L, "{id: jangkauan, en: reach}", "{id: jangkauan}", "{id: jangkauan}", "`en`", "id, en"),
    Case("E209", F, ', en: "Somebody, January 2020"', "", '{id: "Seseorang', "`en`", "id, en"),
    Case("E210", M, "format: 1", "format: 2", "2", "format 2", "Update sosmed-learn"),
    Case(
        "E225",
        L,
        "    facts: [f-001]\n",
        "    facts: [f-001]\n    question: {}\n",
        "question: {}",
        "`question` and `text`",
        "keep one",
        also=("E202",),
    ),
    Case("E211", L, "- text: reach", "- {text: reach, pattern: r*}", "pattern", "text, pattern", "Keep one"),
    Case(
        "E212",
        L,
        "  - question:\n      id: pick-many",
        "  - id: x\n    question:\n      id: pick-many",
        "id: x",
        "`id`",
        "",
    ),
    Case("E213", L, "- text: reach", "- text: " + "r" * 101, "r" * 101, "101", "Shorten"),
    Case(
        "E214",
        L,
        "        - {id: Lihat kasnya., en: Look at the till.}\n",
        "        - {id: Lihat kasnya., en: Look at the till.}\n" * 4,
        "- {id: Lihat",
        "4 items",
        "to 3",
    ),
    Case("E215", M, "reviewed: 2026-11-23", "reviewed: 2026-02-30", "2026-02-30", "2026-02-30", "year, month"),
    Case("E215", F, "seen: 2026-03-31", "seen: 31 Maret", "31 Maret", "date", "year, month"),
    Case("E216", L, "correct: true", "correct: ya", "ya\n", "ya", "Did you mean `true`?"),
    Case("E217", M, "exam: {questions: 3, pass: 80, minutes: 30}", "exam: 20", "20\n", "exam", "questions"),
    Case("E218", L, _MINUTES, "minutes: [8]", "[8]", "a list", "behind the colon"),
    Case("E218", L, "id: first", "id: {first: 1}", "{first", "a group of keys", "behind the colon"),
]

REFERENCES = [
    Case("E301", L, "id: pick-many", "id: pick-one", "pick-one", "first.yaml:", "another id", nth=1),
    Case("E301", L, "id: pick-many", "id: why", "why\n", "first.yaml:8", "another id", nth=1),
    Case("E301", M, "id: prices", "id: orders", "orders, title", "module.yaml:8", "another id", nth=1),
    Case("E313", M, "lessons: [first]", "lessons: [first, first]", "first]", "listed twice", "Remove one"),
    Case(
        "E301",
        G,
        "definition: {id: Jalan ke pesanan., en: The way to an order.}\n",
        "definition: {id: Jalan ke pesanan., en: The way to an order.}\n  - {id: funnel, term: A, definition: B}\n",
        "funnel",
        "funnel",
        "another id",
        nth=1,
    ),
    Case("E301", F, "id: f-002", "id: f-001", "f-001", "base.yaml:4", "another id", nth=1, also=("E306",)),
    Case("E302", L, "id: first", "id: premier", "premier", "first", "Rename"),
    Case("E303", M, "lessons: [first]", "lessons: [first, second]", "second", "second", "Write the file"),
    Case("E304", L, "concept: orders", "concept: order", "order\n", "`order`", "Did you mean `orders`?"),
    Case("E304", L, "concepts: [orders]", "concepts: [orders, zzz]", "zzz", "zzz", "concepts"),
    Case(
        "E305",
        L,
        "misconception: followers-are-results",
        "misconception: followers-are-result",
        "followers-are-result\n",
        "followers-are-result",
        "Did you mean `followers-are-results`?",
    ),
    Case("E306", L, "facts: [f-001]", "facts: [f-001, f-01]", "f-01]", "f-01", "Did you mean `f-001`?"),
    Case("E306", L, "facts: [f-001]", "facts: [f-999]", "f-999", "`f-999`", "Did you mean `f-001`?"),
    Case("E306", F, "corrected-by: [f-002]", "corrected-by: [f-003]", "f-003", "f-003", "seeds/facts"),
    Case("E307", M, "needs: [orders]", "needs: [order]", "order]", "order", "Did you mean `orders`?"),
    Case("E308", M, "needs: []", "needs: [prices]", "prices]", "orders → prices → orders", "comes first"),
    Case("E308", M, "needs: []", "needs: [orders]", "orders]", "orders → orders", "comes first"),
    Case(
        "E309",
        L,
        "Pesanan membayar sewa.[^f-001]",
        "Pesanan membayar sewa.[^f-002]",
        "[^f-002]",
        "f-002",
        "Add `f-002`",
    ),
    Case("E306", L, "sewa.[^f-001]", "sewa.[^f-001][^f-999]", "[^f-999]", "no fact `f-999`", "seeds/facts"),
    Case(
        "E312",
        L,
        "      id: pick-one\n",
        "      id: pick-one\n      aliases: [pick-many]\n",
        "pick-many]",
        "first.yaml:",
        "Remove it here",
    ),
    Case("E311", L, "sewa.[^f-001]", "sewa.[^f-001][^F-001]", "[^F-001]", "[^F-001]", "Did you mean `f-001`?"),
    Case("E311", L, "sewa.[^f-001]", "sewa.[^f-001][^1 2]", "[^1 2]", "[^1 2]", "[^f-016]"),
]

MEANING = [
    Case("E401", L, "          correct: true\n", "", "choices:", "0", "kind: multiple"),
    Case(
        "E401",
        L,
        "          misconception: followers-are-results\n",
        "          correct: true\n",
        "choices:",
        "this has 2",
        "",
    ),
    Case("E402", L, "correct: true, ", "", "choices:", "right", "correct: true", nth=1),
    Case(
        "E403",
        L,
        "{text: {id: Dua, en: Two}",
        "{text: {id: Satu, en: Two}",
        "{id: Satu, en: Two",
        "first.yaml",
        "its own `id`",
    ),
    Case(
        "E404",
        L,
        "          correct: true\n",
        "          correct: true\n          misconception: followers-are-results\n",
        "followers-are-results",
        "right choice",
        "wrong choice",
    ),
    Case("E405", L, "- text: reach", '- text: "?!"', 'text: "?!"', "?!", "letters or digits"),
    Case("E405", L, "en: reach}", "en: cakupan}", "cakupan", "cakupan", "model answer"),
    Case("E405", L, "{id: jangkauan, en: reach}", "impresi", "impresi\n", "impresi", "model answer"),
    Case("E406", L, "- text: impresi", "- text: Jangkauan", "text: Jangkauan", "Jangkauan", "Remove the slip"),
    Case("E406", L, "answer: 800", "answer: 1250", "1250\n", "1250", "tolerance"),
    Case(
        "E407",
        L,
        "        - text: impresi\n",
        "        - pattern: imp*\n          why: {id: A, en: B}\n        - text: impresi\n",
        "text: impresi",
        "impresi",
        "Remove",
    ),
    Case("E408", L, 'pattern: "akun unik*"', 'pattern: "*"', 'pattern: "*"', "anything", "Add a word"),
    Case("E409", F, "check-again: 2027-03-31", "check-again: 2026-03-31", "2026-03-31", "seen", "comes after", nth=2),
    Case("E410", F, "    correction: {id: Angka lama., en: An old figure.}\n", "", "corrected-by", "correction", "Add"),
    Case("E411", F, "corrected-by: [f-002]", "corrected-by: [f-001]", "f-001]", "itself", "Name the fact"),
]

WARNINGS = [
    Case("W502", L, _TITLE, "title: Mulai dari pesanan toko", "Mulai", "both languages", "en: …"),
    Case("W502", L, "unit: {id: pesanan, en: orders}", "unit: pesanan", "pesanan\n", "both languages", "", nth=0),
    Case("W503", L, "facts: [f-001]", "facts: [f-001, f-002]", "f-002", "f-002", "Cite it"),
    Case("W505", L, "concept: orders", "concept: prices", "prices", "prices", "concepts"),
    Case("W506", M, "reviewed: 2026-11-23", "languages: [id]", "Shop", "en", "languages", also=("W598",)),
    Case(
        "W590", F, "seen: 2026-03-31", "seen: 2026-03-31\n    changed: 2026-04-01", "2026-04-01", "later than", "`seen`"
    ),
    Case("W509", L, _TITLE, _title('Teks strategi?"'), '"\n', "opens nowhere", "beginning"),
    Case("W510", L, _TITLE, _title(r'"C:\temp"'), r"\t", r"`\t` became a tab", "twice"),
    Case("W510", L, _TITLE, _title(r'"C:\nota"'), r"\n", r"`\n` became a new line", "twice"),
    Case("W513", L, "sewa.[^f-001]", "sewa.", "|-", "`[^f-001]`", "both languages"),
    Case("W513", L, "rent.[^f-001]", "rent.", "|-", "`en`", "both languages", nth=1),
    Case("W514", L, "id: Mulai dari pesanan", "id: “Mulai dari pesanan”", "“Mulai", "curly", '"“…”"'),
    Case(
        "W515",
        L,
        "sewa.[^f-001]",
        "sewa.[^f-001]\n\n        ```chat\n        Halo",
        "```chat",
        "that ``` opens",
        "own",
    ),
    Case("W511", L, _TITLE, _title("Kamu suka kopi # teh juga"), "# teh", "`# teh juga`", "in quotes"),
]

CASES = [*FILE, *YAML, *SHAPE, *REFERENCES, *MEANING, *WARNINGS]
