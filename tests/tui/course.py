"""A small course for the tests of the screens: five modules, one lesson with every kind of step, one broken lesson."""

from datetime import date
from decimal import Decimal

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.events import Event
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.grading import Picked, Response, Typed
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Concept, Lesson, Misconception, Module, QuestionStep, Step, Term, TextStep
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Choice,
    ChoiceQuestion,
    NumberQuestion,
    NumberSlip,
    TextQuestion,
    TextSlip,
)
from sosmed_learn.core.study import Trouble
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary, TickingClock

BROKEN_AT = "courses/analytics/lessons/broken.yaml:3:5"

FRESH = Fact(
    id="fresh",
    claim=Text("Tujuan yang jelas mendorong hasil.", "Clear goals drive results."),
    source=Text.same("Locke & Latham 2002"),
    confidence="seen",
    shelf_life="stable",
    seen=date(2026, 11, 1),
    check_again=date(2028, 11, 1),
    figure=Text("35 tahun penelitian", "35 years of research"),
    addresses=("https://example.org/goals", "ftp://example.org/not-shown"),
    note=Text("Dari laboratorium dan lapangan.", "From laboratory and field."),
)
STALE = Fact(
    id="stale",
    claim=Text("Pengguna aktif 143 juta.", "143 million active users."),
    source=Text.same("DataReportal"),
    confidence="secondary",
    shelf_life="yearly",
    seen=date(2025, 1, 15),
    check_again=date(2026, 1, 15),
    article=True,
    correction=Text("Angka terbaru 180 juta.", "The newest figure is 180 million."),
)

RESULTS = Misconception(
    id="followers-are-results",
    belief=Text("Banyak pengikut berarti berhasil.", "Many followers mean success."),
    truth=Text("Hasil dihitung di kasir.", "Results are counted at the till."),
)
GROSS = Misconception(
    id="gross-is-net",
    belief=Text("Omzet itu laba.", "Turnover is profit."),
    truth=Text("Laba itu sisa setelah biaya.", "Profit is what costs leave."),
)


def choice(name: str, id_: str, en: str, *, right: bool = False, belief: str | None = None) -> Choice:
    """A choice whose reason names it."""
    return Choice(name, Text(id_, en), right, Text(f"Alasan {name}.", f"Reason {name}."), belief)


GUESS = ChoiceQuestion(
    id="guess",
    kind="single",
    concept="smart-goals",
    level=1,
    pretest=True,
    prompt=Text("Tebak: apa tanda tujuan yang baik?", "Guess: what marks a good goal?"),
    explanation=Text("Tujuan yang baik bisa diperiksa.", "A good goal can be checked."),
    choices=(
        choice("g-check", "Bisa diperiksa", "It can be checked", right=True),
        choice("g-long", "Panjang kalimatnya", "Its sentence is long"),
    ),
)
VANITY = ChoiceQuestion(
    id="vanity",
    kind="single",
    concept="smart-goals",
    level=2,
    prompt=Text("Tujuan mana yang **bisa diperiksa**?", "Which goal **can be checked**?"),
    explanation=Text("Angka, ukuran, dan tanggal membuatnya jelas.", "A number, a measure and a date make it clear."),
    hints=(Text("Cari angkanya.", "Look for the number."), Text("Cari tanggalnya.", "Look for the date.")),
    facts=("fresh",),
    choices=(
        choice("v-more", "Naikin followers", "More followers", belief=RESULTS.id),
        choice("v-viral", "Jadi viral", "Go viral"),
        choice("v-orders", "60 pesanan per bulan pada 31 Maret", "60 orders a month by 31 March", right=True),
    ),
)
SIGNALS = ChoiceQuestion(
    id="signals",
    kind="multiple",
    concept="smart-goals",
    level=2,
    prompt=Text("Mana dua ukuran hasil?", "Which two measure results?"),
    explanation=Text("Pesanan dan laba adalah hasil.", "Orders and profit are results."),
    choices=(
        choice("s-orders", "Pesanan", "Orders", right=True),
        choice("s-likes", "Jumlah suka", "Likes", belief=RESULTS.id),
        choice("s-profit", "Laba", "Profit", right=True),
        choice("s-reach", "Jangkauan", "Reach"),
    ),
)
TRUE_FALSE = ChoiceQuestion(
    id="margin",
    kind="true-false",
    concept="business-goals",
    level=1,
    prompt=Text("Omzet sama dengan laba.", "Turnover equals profit."),
    explanation=Text("Biaya memisahkan keduanya.", "Costs stand between the two."),
    choices=(
        choice("true", "Benar", "True", belief=GROSS.id),
        choice("false", "Salah", "False", right=True),
    ),
)
TERM = TextQuestion(
    id="term",
    kind="text",
    concept="smart-goals",
    level=1,
    prompt=Text("Apa nama kerja sama dua merek?", "What are two brands working together called?"),
    explanation=Text("Dua merek, satu produk.", "Two brands, one product."),
    accept=(Accepted("co-branding"), Accepted("*kolaborasi merek*", wildcard=True)),
    why=Text("Istilahnya co-branding.", "The term is co-branding."),
    slips=(
        TextSlip(Accepted("endorse"), Text("Endorse itu dibayar.", "An endorsement is paid."), RESULTS.id),
    ),
)  # fmt: skip
REVENUE = NumberQuestion(
    id="revenue",
    kind="number",
    concept="business-goals",
    level=2,
    prompt=Text("25 pesanan, masing-masing Rp50.000. Omzetnya?", "25 orders of Rp50,000 each. The turnover?"),
    explanation=Text("Pesanan dikali harga.", "Orders times price."),
    hints=(Text("Kalikan keduanya.", "Multiply the two."),),
    answer=Decimal(1_250_000),
    tolerance=Decimal(500),
    unit=Text.same("Rp"),
    why=Text("25 x 50.000.", "25 x 50,000."),
    slips=(NumberSlip(Decimal(2000), Text("Itu hasil bagi.", "That is the quotient."), GROSS.id),),
)
QUESTIONS: tuple[AnyQuestion, ...] = (GUESS, VANITY, SIGNALS, TRUE_FALSE, TERM, REVENUE)

TABLE = {
    "id": "\n\n| Ukuran | Jumlah |\n| --- | --- |\n| Pesanan | 40 |\n\n> Periksa di kasir.\n\nAktif 143 juta.[^stale]",
    "en": "\n\n| Measure | Count |\n| --- | --- |\n| Orders | 40 |\n\n> Check at the till.\n\n"
    "143 million active.[^stale]",
}
READING = TextStep(
    "reading",
    Text(
        "## Mulai dari usaha\n\nTujuan yang **jelas** mendorong hasil.[^fresh]" + TABLE["id"],
        "## Start from the business\n\n**Clear** goals drive results.[^fresh]" + TABLE["en"],
    ),
    ("fresh", "stale"),
)
CLOSING = TextStep("closing", Text("Tulis tujuanmu hari ini.", "Write your goal today."))


def lesson(name: str, title: Text, *steps: Step, minutes: int = 5) -> Lesson:
    """A lesson that promises one thing."""
    outcome = Text("Kamu bisa menulis tujuan.", "You can write a goal.")
    return Lesson(id=name, title=title, minutes=minutes, steps=steps, outcomes=(outcome,))


TOUR = lesson(
    "tour",
    Text("Tujuan yang bisa diperiksa", "Goals that can be checked"),
    QuestionStep(GUESS),
    READING,
    *(QuestionStep(question) for question in QUESTIONS[1:]),
    CLOSING,
    minutes=8,
)
"""Steps: 1 a first guess, 2 a text with table, quote and notes, 3 to 7 one question of each kind, 8 a text."""
STEPS = len(TOUR.steps)
RIGHT: dict[str, tuple[str, ...]] = {
    "guess": ("1",),
    "vanity": ("3",),
    "signals": ("1", "3"),
    "margin": ("2",),
    "term": tuple("Co Branding"),
    "revenue": tuple("1250000"),
}
"""The keys of the right answer to each question, without the Enter."""
ANSWERS: dict[str, Response] = {
    "guess": Picked(("g-check",)),
    "vanity": Picked(("v-orders",)),
    "signals": Picked(("s-orders", "s-profit")),
    "margin": Picked(("false",)),
    "term": Typed("co-branding", "id"),
    "revenue": Typed("1250000", "id"),
}


def done_until(step: str, **wrong: Response) -> list[Event]:
    """What a learner did who stands before ``step`` of the tour: all right but for the answers in ``wrong``."""
    clock, events = TickingClock(100), list[Event]()
    session = begin("strategy", TOUR, LessonProgress())
    while session.step.id != step:
        if session.question:
            answer = wrong.get(session.step.id, ANSWERS[session.step.id])
            session, _verdict, answered = session.answer(answer, clock.stamp())
            events.append(answered)
        session, read = session.forward(clock.stamp())
        events.extend([read] if read else [])
    return events


def short(name: str, id_: str, en: str) -> Lesson:
    """A lesson of one text and one question."""
    ask = ChoiceQuestion(
        id="ask",
        kind="single",
        concept="c",
        level=1,
        prompt=Text("Mulai dari mana?", "Where to begin?"),
        explanation=Text("Mulai dari sini.", "Begin here."),
        choices=(choice("here", "Dari sini", "Here", right=True), choice("there", "Dari sana", "There")),
    )
    return lesson(name, Text(id_, en), TextStep("read", Text("Baca ini dulu.", "Read this first.")), QuestionStep(ask))


def module(name: str, id_: str, en: str, *lessons: str) -> Module:
    """A module whose summary names it."""
    return Module(
        id=name,
        version="1.0.0",
        title=Text(id_, en),
        summary=Text(f"Ringkasan {id_}.", f"Summary of {en}."),
        lessons=lessons,
        concepts=(Concept("smart-goals", Text("Tujuan terukur", "Measurable goals")),),
        misconceptions=(RESULTS, GROSS),
    )


MODULES = (
    module("strategy", "Strategi", "Strategy", "tour", "brief"),
    module("analytics", "Analitik", "Analytics", "broken", "units"),
    module("community", "Komunitas", "Community", "rules"),
    module("service", "Layanan", "Service", "triage"),
    module("commerce", "Perdagangan", "Commerce", "lanes"),
)
LESSONS: dict[tuple[str, str], Lesson | str] = {
    ("strategy", "tour"): TOUR,
    ("strategy", "brief"): short("brief", "Menulis brief", "Writing a brief"),
    ("analytics", "broken"): BROKEN_AT,
    ("analytics", "units"): short("units", "Satuan hitung", "Units of counting"),
    ("community", "rules"): short("rules", "Pedoman", "Guidelines"),
    ("service", "triage"): short("triage", "Memilah pesan", "Sorting messages"),
    ("commerce", "lanes"): short("lanes", "Jalur jualan", "Sales channels"),
}
TERMS = (
    Term("roas", Text("ROAS", "ROAS"), Text("Omzet iklan dibagi biayanya.", "Ad turnover over its cost.")),
    Term("reach", Text("Jangkauan", "Reach"), Text("Berapa orang melihat.", "How many people saw it.")),
    Term("audience", Text("Audiens", "Audience"), Text("Orang yang dituju.", "The people meant.")),
)
TROUBLES = (
    Trouble(
        Text("Rusak", "Broken"), BROKEN_AT, "analytics", "broken", 2,
        module_title=Text("Analitik", "Analytics"),
        what=Text("Kunci `titel` tidak dikenal.", "The key `titel` is not known."),
        hint=Text("Maksudmu `title`?", "Did you mean `title`?"),
        folder="courses/my analytics",
    ),
    Trouble(Text("Iklan", "Advertising"), "courses/ads/module.yaml:1:1", "ads", folder="courses/ads"),
)  # fmt: skip


def library() -> MemoryLibrary:
    """The course above, with two troubles to tell."""
    return MemoryLibrary(
        MODULES, LESSONS, terms={one.id: TERMS for one in MODULES}, facts=(FRESH, STALE), troubles=TROUBLES
    )
