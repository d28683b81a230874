"""A course for the tests of scenarios on screen: one lesson with a text, a story of each telling, and a text."""

from msgspec.structs import replace

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.events import Event
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson, ScenarioStep, TextStep
from sosmed_learn.core.scenario import Message, Meter, Node, Reply, Scenario, StoryClock, Telling
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary, TickingClock
from tests.tui.course import FRESH, RESULTS, lesson, module

RANI = Text.same("Rani")


def _reply(name: str, id_: str, en: str, to: str, **rest: object) -> Reply:
    why, tone = Text(f"Akibat {name}.", f"Effect of {name}."), Text(f"Nada {name}.", f"Tone of {name}.")
    made = Reply(id=f"x.{name}", text=Text(id_, en), to=to, why=why, tone=tone)
    return replace(made, **rest)


STORY = Scenario(
    id="late",
    title=Text("Sambal Dabu Mama Ina", "Sambal Dabu Mama Ina"),
    start="ask",
    intro=Text("Kamu admin toko sambal.", "You run the shop's chat."),
    nodes=(
        Node(
            id="ask",
            messages=(
                Message(
                    Text("Kak, pesanan saya sudah 6 hari [bold]belum[/] sampai!! 😡", "My order is 6 days late!! 😡"),
                    RANI,
                    "19.38",
                ),
            ),
            replies=(
                _reply("blame", "Itu urusan kurir ya Kak.", "That is up to the courier.", "angry",
                       effects={"trust": -2}, minutes=5, misconception=RESULTS.id),
                _reply("sorry", "Maaf, Kak. Kami cek dan kabari sebelum jam 9.", "Sorry. We check and write by 9 pm.",
                       "wait", effects={"trust": 1}, minutes=5),
            ),
        ),
        Node(
            id="angry",
            messages=(Message(Text("Saya belinya di toko ini, bukan di kurir.", "I bought it from you."), RANI),),
            replies=(
                _reply("repair", "Maaf, Kak. Saya cek sekarang.", "Sorry. I am checking now.", "wait", minutes=5),
                _reply("argue", "Resinya sudah ada.", "You have the number.", "gone", effects={"trust": -2}),
            ),
        ),
        Node(
            id="wait",
            messages=(Message(Text("Kurir: paket di gudang Bitung.", "Courier: held in Bitung.")),),
            replies=(
                _reply("tell", "Mengabari Rani sekarang.", "Tell Rani now.", "kept", effects={"trust": 1}, minutes=5),
                _reply("idle", "Menunggu besok saja.", "Wait for tomorrow.", "ask", minutes=20),
            ),
        ),
        Node(id="kept", outcome="good", title=Text("Rani tenang", "Rani is calm"),
             messages=(Message(Text("Oke Kak, makasih ya.", "Okay, thanks."), RANI),),
             debrief=Text("Kabar yang tepat waktu menentukan.[^fresh]", "News in time decided it.[^fresh]")),
        Node(id="gone", outcome="poor", title=Text("Rani pergi", "Rani leaves"),
             debrief=Text("Tidak ada yang menjawab.", "Nobody answered.")),
        Node(id="too-late", outcome="fair", title=Text("Terlambat", "Too late"), debrief=Text("Lewat.", "Past.")),
    ),
    meters=(Meter("trust", Text("kepercayaan", "trust"), 3, 5),),
    clock=StoryClock("19.40", 30, "too-late"),
    facts=("fresh",),
)  # fmt: skip


def story_lesson(story: Scenario = STORY) -> Lesson:
    """A text, the story, a text."""
    return lesson(
        "case",
        Text("Kasus pesanan", "The case of the order"),
        TextStep("before", Text("Baca ini dulu.", "Read this first.")),
        ScenarioStep(story),
        TextStep("after", Text("Sudah selesai.", "That was it.")),
    )


def told_as(telling: Telling) -> MemoryLibrary:
    """The course with the story told that way."""
    return library(replace(STORY, telling=telling))


def library(story: Scenario = STORY) -> MemoryLibrary:
    return MemoryLibrary(
        [module("strategy", "Strategi", "Strategy", "case")],
        {("strategy", "case"): story_lesson(story)},
        facts=(FRESH,),
    )


def played(*path: str) -> list[Event]:
    """What a learner did who has read the text and chosen ``path``."""
    clock, events = TickingClock(100), list[Event]()
    session, read = begin("strategy", story_lesson(), LessonProgress()).forward(clock.stamp())
    events += [read] if read else []
    for name in path:
        session, moved = session.choose(f"x.{name}", clock.stamp())
        events.append(moved)
    return events
