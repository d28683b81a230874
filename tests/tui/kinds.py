"""A lesson with one question of each kind whose answer has parts: two orders of events, a match, a sort, gaps."""

from collections.abc import Sequence

from msgspec.structs import replace

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.events import Event
from sosmed_learn.core.grading import Arranged, Filled, Placed, Response
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson, QuestionStep, TextStep
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Blank,
    FillQuestion,
    Item,
    OrderQuestion,
    Place,
    PlacedTogether,
    PlaceQuestion,
    TextSlip,
    Together,
)
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary, TickingClock
from tests.tui.course import GROSS, LESSONS, MODULES, RESULTS, choice, lesson


def item(name: str, id_: str, en: str, *, place: str = "", belief: str | None = None) -> Item:
    """Something whose reason names it."""
    return Item(name, Text(id_, en), Text(f"Alasan {name}.", f"Reason {name}."), place, belief)


LATE = OrderQuestion(
    id="late",
    kind="order",
    concept="smart-goals",
    level=2,
    prompt=Text("Pesanan **belum sampai**. Urutkan langkahmu.", "An order **is late**. Order your steps."),
    explanation=Text("Baca, minta, cek, kabari.", "Read, ask, check, report."),
    hints=(Text("Apa yang kamu perlu dulu?", "What do you need first?"),),
    items=(
        item("read", "Baca pesannya", "Read the message", belief=RESULTS.id),
        item("ask", "Minta nomornya", "Ask for the number"),
        item("check", "Cek ke kurir", "Check with the courier"),
        item("tell", "Kabari malam ini", "Report tonight"),
    ),
    combinations=(Together(("check", "ask"), Text("Tanpa nomor tak bisa dicek.", "No check without a number.")),),
)
FIGURES = PlaceQuestion(
    id="figures",
    kind="match",
    concept="smart-goals",
    level=1,
    prompt=Text("Angka mana menjawab apa?", "Which figure answers what?"),
    explanation=Text("Tanya dulu, baru pilih.", "Ask first, then choose."),
    hints=(Text("CTR punya klik.", "CTR has clicks."),),
    items=(
        item("seen", "Berapa orang melihat", "How many saw it", place="seen", belief=RESULTS.id),
        item("click", "Berapa yang mengeklik", "How many clicked", place="click"),
        item("back", "Berapa omzet iklannya", "How much it brought in", place="back", belief=GROSS.id),
    ),
    places=(
        Place("seen", Text("Jangkauan", "Reach")),
        Place("click", Text.same("CTR")),
        Place("back", Text.same("ROAS")),
        Place("likes", Text("Suka", "Likes")),
    ),
    combinations=(
        PlacedTogether((("seen", "click"), ("click", "seen")), Text("Keduanya tertukar.", "The two are swapped.")),
    ),
)
TRIAGE = PlaceQuestion(
    id="triage",
    kind="sort",
    concept="business-goals",
    level=2,
    prompt=Text("Pilah pesan ini.", "Sort these messages."),
    explanation=Text("Kesehatan dan uang dulu.", "Health and money first."),
    hints=(Text("Siapa yang rugi bila menunggu?", "Who loses by waiting?"),),
    items=(
        item("nuts", "Apakah ada kacang?", "Are there nuts?", place="now"),
        item("refund", "Uang belum kembali", "No refund yet", place="now"),
        item("hours", "Buka hari Minggu?", "Open on Sunday?", place="later"),
    ),
    places=(Place("now", Text("Sekarang", "Now")), Place("later", Text("Nanti", "Later"))),
)
GOAL = FillQuestion(
    id="goal",
    kind="fill",
    concept="smart-goals",
    level=2,
    prompt=Text("Lengkapi tujuannya.", "Complete the goal."),
    explanation=Text("Angka, tanggal, dan pagar.", "A number, a date and a guard."),
    hints=(Text("Hitung di kasir.", "Count at the till."),),
    sentence=Text(
        "Pesanan [[source]] naik ke 60 per [[period]], dengan [[guard]] 35%.",
        "Orders from [[source]] rise to 60 a [[period]], with a [[guard]] of 35%.",
    ),
    blanks=(
        Blank(
            "source",
            accept=(Accepted("WhatsApp"), Accepted("WA")),
            why=Text("Di sana pesanan masuk.", "Orders come in there."),
            slips=(TextSlip(Accepted("Instagram"), Text("Di sana orang melihat.", "People look there."), RESULTS.id),),
        ),
        Blank(
            "period",
            choices=(
                choice("p-hour", "jam", "hour"),
                choice("p-month", "bulan", "month", right=True),
                choice("p-decade", "dasawarsa", "decade"),
            ),
        ),
        Blank(
            "guard",
            accept=(Accepted("margin kotor"), Accepted("gross margin")),
            why=Text("Supaya tidak rugi.", "So as not to lose."),
        ),
    ),
)
KINDS: tuple[AnyQuestion, ...] = (LATE, FIGURES, TRIAGE, GOAL)
ANSWERS: dict[str, Response] = {
    "late": Arranged(("read", "ask", "check", "tell")),
    "figures": Placed((("seen", "seen"), ("click", "click"), ("back", "back"))),
    "triage": Placed((("nuts", "now"), ("refund", "now"), ("hours", "later"))),
    "goal": Filled((("source", "WA"), ("period", "p-month"), ("guard", "margin kotor"))),
}


def with_questions(*questions: AnyQuestion) -> Lesson:
    """The lesson with these questions, in the place of the tour."""
    return lesson(
        "tour",
        Text("Jenis soal", "Kinds of questions"),
        *(QuestionStep(question) for question in questions),
        TextStep("end", Text("Sampai di sini.", "Up to here.")),
    )


KINDS_LESSON = with_questions(*KINDS)


def kinds_library(*questions: AnyQuestion) -> MemoryLibrary:
    """The small course, whose first lesson asks these questions, or those above."""
    return MemoryLibrary(MODULES, LESSONS | {("strategy", "tour"): with_questions(*(questions or KINDS))})


def kinds_done_until(step: str, questions: Sequence[AnyQuestion] = KINDS, /, **wrong: Response) -> list[Event]:
    """What a learner did who stands before ``step``: all right but for the answers in ``wrong``."""
    clock, events = TickingClock(100), list[Event]()
    session = begin("strategy", with_questions(*questions), LessonProgress())
    while session.step.id != step:
        answer = wrong.get(session.step.id, ANSWERS[session.step.id])
        session, _verdict, answered = session.answer(answer, clock.stamp())
        session, _read = session.forward(clock.stamp())
        events.append(answered)
    return events


def renamed(question: OrderQuestion) -> OrderQuestion:
    """The question after its author has replaced one item by another."""
    return replace(question, items=(*question.items[:-1], item("thank", "Ucapkan terima kasih", "Say thanks")))


RIGHT: dict[str, tuple[str, ...]] = {
    "late": ("4", "2", "4", "3"),
    "figures": ("1", "c", "2", "d", "3", "b"),
    "triage": ("1", "a", "2", "b", "3", "a"),
    "goal": (*"WA", "enter", "2", "enter", *"margin kotor"),
}
"""The keys of the right answer to each question, without the last Enter."""
WRONG: dict[str, tuple[str, ...]] = {
    "late": ("4", "2"),
    "figures": ("1", "d", "2", "c", "3", "b"),
    "triage": ("1", "b", "2", "b", "3", "a"),
    "goal": (*"Instagram", "enter", "1", "enter", *"margin kotor"),
}
"""The keys of an answer of which some is right."""
GIVEN: dict[str, Response] = {
    "late": Arranged(("read", "ask", "tell", "check")),
    "figures": Placed((("seen", "click"), ("click", "seen"), ("back", "back"))),
    "triage": Placed((("nuts", "later"), ("hours", "later"), ("refund", "now"))),
    "goal": Filled((("source", "Instagram"), ("period", "p-hour"), ("guard", "margin kotor"))),
}
"""What those wrong keys answer."""
