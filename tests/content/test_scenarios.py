"""Scenarios as authors write them: a draft of ten lines, what check says of them, their transcript, and what a new
version would take away."""

from pathlib import Path

import jsonschema
import pytest

from sosmed_learn import i18n
from sosmed_learn.content.changes import Change, changes
from sosmed_learn.content.difference import report
from sosmed_learn.content.opening import Opened, open_courses
from sosmed_learn.content.playing import play
from sosmed_learn.content.prose import WIDTH
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message
from sosmed_learn.content.schema import schema_of
from sosmed_learn.content.transcript import transcript
from sosmed_learn.core.module import ScenarioStep
from sosmed_learn.core.scenario import Scenario
from tests.content import views
from tests.content.building import LESSON, L, Place, place, position

DRAFT = """\
  - scenario:
      id: parcel
      title: {id: Paket, en: Parcel}
      nodes:
        - {id: ask, from: Rani, text: "6 hari!", choices: [{text: Maaf, to: ok}, {text: Sabar, to: end}]}
        - {id: ok, ending: good}
        - {id: end, ending: poor}
"""

STORY = """\
  - scenario:
      id: parcel
      title: {id: Paket terlambat, en: The late parcel}
      intro: {id: Kamu admin toko., en: You run the chat.}
      concept: orders
      meters:
        - {id: trust, title: {id: kepercayaan, en: trust}, start: 2, empty: gone}
      clock: {starts: "19:40", minutes: 20, late: late}
      facts: [f-001]
      nodes:
        - id: ask
          from: Rani
          at: "19:38"
          text: {id: "Sudah 16 hari!", en: "16 days already!"}
          choices:
            - text: {id: Sabar., en: Be patient.}
              to: angry
              effects: {trust: -1}
              misconception: followers-are-results
              why: {id: Menegur., en: A rebuke.}
              tone: {id: Dingin., en: Cold.}
            - text: {id: Maaf., en: Sorry.}
              id: sorry
              to: check
              minutes: 10
              why: {id: Baik., en: Good.}
        - id: angry
          from: Rani
          text: {id: Kecewa!, en: Disappointed!}
          messages:
            - {text: {id: Ia mengetik lagi., en: She types again.}}
          choices:
            - {text: {id: Resinya ada., en: There is a number.}, to: check, effects: {trust: -1}, why: Ya}
        - id: check
          text: {id: Kurir lambat., en: The courier is slow.}
          choices:
            - {text: {id: Tunggu., en: Wait.}, to: check, minutes: 10, why: Ya}
            - {text: {id: Kabari., en: Tell her.}, to: good, why: Ya}
        - {id: good, ending: good, title: {id: Tenang, en: Calm}, debrief: {id: "Sewa.[^f-001]", en: "Rent.[^f-001]"}}
        - {id: gone, ending: poor, title: {id: Pergi, en: Gone}}
        - {id: late, ending: fair}
"""
_LATE = "        - {id: late, ending: fair}\n"
_BELIEF = "              misconception"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    made = place(tmp_path)
    made.write(L, LESSON + STORY)
    return made


def the_story(here: Place) -> tuple[Opened, Scenario]:
    opened = open_courses(here.courses, here.seeds)
    assert opened.troubles == ()
    return opened, opened.lessons["shop"][0].scenarios[0]


def test_a_draft_of_ten_lines_is_no_error_and_is_told_once_what_it_lacks(here: Place) -> None:
    here.write(L, LESSON + DRAFT)
    problems = here.problems()
    assert [(problem.code, message(problem)) for problem in problems] == [
        ("W552", "2 of 2 choices have no feedback, neither `why` nor `tone`.")
    ], as_text(problems)
    _, story = the_story(here)
    assert (story.start, story.telling, [node.id for node in story.endings]) == ("ask", "chat", ["ok", "end"])


def test_a_whole_scenario_has_no_problem_and_says_what_it_was_written_to_say(here: Place) -> None:
    assert here.problems() == [], as_text(here.problems())
    _, story = the_story(here)
    first = story.nodes[0].replies
    assert (first[0].effects, first[0].minutes, first[0].misconception) == ({"trust": -1}, 0, "followers-are-results")
    assert first[1].id == "ask.sorry"
    assert story.clock is not None
    assert (story.clock.minutes, story.clock.late, story.meters[0].empty) == (20, "late", "gone")
    assert [message.text.say("en") for message in story.nodes[1].messages] == ["Disappointed!", "She types again."]
    assert story.nodes[1].messages[1].sender is None


@pytest.mark.parametrize(
    ("old", "new", "code", "at", "says"),
    [
        ("to: angry", "to: angri", "E351", "angri", "`angry`"),
        ("late: late", "late: lat", "E351", "lat}", "`late`"),
        ("empty: gone", "empty: gon", "E351", "gon}", "`gone`"),
        ("      nodes:\n", "      start: aks\n      nodes:\n", "E351", "aks", "`ask`"),
        ("effects: {trust: -1}\n", "effects: {trast: -1}\n", "E352", "trast", "`trust`"),
        ("start: 2,", "start: 9,", "E453", "9,", "most"),
        (_LATE, f"{_LATE}        - {{id: late, ending: poor}}\n", "E301", "late, ending: poor", "another id"),
        ("id: parcel", "id: pick-one", "E301", "pick-one\n      title: {id: Paket", "another id"),
        ("id: parcel\n", "id: parcel\n      aliases: [type-it]\n", "E312", "type-it]", "aliases"),
        ("concept: orders\n      meters", "concept: orderz\n      meters", "E304", "orderz", "orders"),
        (f"{_BELIEF}: followers-are-results", f"{_BELIEF}: zz", "E305", "zz\n", ""),
        ("facts: [f-001]\n      nodes", "facts: [f-009]\n      nodes", "E306", "f-009", "f-001"),
        ("text: {id: Maaf., en: Sorry.}", "text: {id: Sabar., en: Sorry.}", "", "", ""),
        ("              id: sorry\n              to: check", "              to: check", "", "", ""),
        ('"16 days already!"', '"15 days already!"', "W521", '"15 days', "right"),
        ("en: Be patient.}", "}", "E209", "{id: Sabar., }", "en"),
        ('at: "19:38"', 'at: "25:38"', "E205", '"25:38"', "form"),
        ("minutes: 10, why", "minutes: 0, why", "E207", "0, why", "10000"),
        ("meters:\n", "metres:\n", "E201", "metres", "`meters`"),
        ("ending: fair}", "ending: bad}", "E204", "bad}", "poor"),
        ("text: {id: Kurir lambat., en: The courier is slow.}", "at: 19:50", "E212", "at: 19:50", "Add `text`"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_once_and_where(here: Place, old: str, new: str, code: str, at: str, says: str) -> None:
    text = here.spoil(L, old, new)
    problems = [problem for problem in here.problems() if problem.code != "W552"]
    assert [problem.code for problem in problems] == ([code] if code else []), as_text(problems)
    if code:
        assert (problems[0].line, problems[0].column) == position(text, at)
        assert says in hint(problems[0])


BAD = [
    ("minutes: 10\n", "minutes: 0\n"),
    ("trust: -1}\n", "trust: much}\n"),
    ("effects: {trust: -1}\n", "effects: {Trust: -1}\n"),
    ("effects: {trust: -1}\n", "effects: {trust: +-1}\n"),
    ("effects: {trust: -1}\n", "effects: {trust: 101}\n"),
    ("effects: {trust: -1}\n", "effects: [trust]\n"),
    ("most", "mostly"),
    ('starts: "19:40"', "starts: soon"),
    (", ending: fair}", "}"),
    ("ending: poor", "ending: sad"),
    ("to: good", "too: good"),
    ("      nodes:", "      telling: film\n      nodes:"),
    ('          text: {id: "Sudah 16 hari!", en: "16 days already!"}\n', ""),
]  # fmt: skip


def test_the_schema_takes_what_the_loader_takes(here: Place) -> None:
    lesson = LESSON + STORY.replace("start: 2,", "start: 2, most: 5,")
    validator = jsonschema.Draft7Validator(schema_of("lesson"))
    for text in (lesson, lesson.replace("{trust: -1}\n", "{trust: +1}\n"), LESSON + DRAFT):
        here.write(L, text)
        assert not any(problem.severity == "error" for problem in here.problems())
        assert list(validator.iter_errors(views.typed(text))) == []
        assert list(validator.iter_errors(views.as_text(text))) == []
    for old, new in BAD:
        assert old in lesson
        here.write(L, lesson.replace(old, new, 1))
        assert any(problem.code.startswith("E2") for problem in here.problems()), new
        assert list(validator.iter_errors(views.as_text(lesson.replace(old, new, 1)))), new


def test_two_equal_choices_of_one_moment_are_one_too_many(here: Place) -> None:
    here.spoil(L, "              id: sorry\n", "")
    here.spoil(L, "text: {id: Maaf., en: Sorry.}", "text: {id: Sabar., en: Sorry.}")
    assert [problem.code for problem in here.problems()] == ["E403"]


def test_a_warning_can_be_ignored_for_one_scenario(here: Place) -> None:
    draft = DRAFT.replace("id: parcel\n", "id: parcel\n      ignore: [{code: W552, reason: Rancangan.}]\n")
    here.write(L, LESSON + draft)
    assert here.problems() == []
    here.write(L, LESSON + STORY.replace("concept:", "ignore: [{code: W552, reason: Lama.}]\n      concept:"))
    assert [problem.code for problem in here.problems()] == ["W524"]


def test_the_time_to_read_and_decide_counts_into_the_minutes(here: Place) -> None:
    long = STORY.replace("id: Kecewa!, en: Disappointed!", f"id: {'k ' * 1900}, en: {'w ' * 1900}")
    here.write(L, LESSON + long.replace("en: Tell her.}, to: good", "en: Tell her.}, to: late"))
    assert "W520" not in [problem.code for problem in here.problems()]
    here.write(L, LESSON + long.replace("to: check\n              minutes", "to: angry\n              minutes"))
    assert "W520" in [problem.code for problem in here.problems()]


def test_the_transcript_takes_every_choice_and_shows_every_ending(here: Place) -> None:
    opened, story = the_story(here)
    text = transcript(opened)
    assert text == transcript(opened)
    assert "[7/7] SCENARIO · parcel · 3 endings" in text
    for said in ("trust 2/5 · 19:40 · 20 minutes left", "Rani 19:38: 16 days already!", "Tone: Cold."):
        assert said in text
    assert "A common belief: Followers are results." in text
    assert text.count("→ (") == len(story.edges)
    assert "trust -1 · trust is used up · → (4)" in text
    assert "10 minutes · the time is over · → (" in text
    assert "END: a good ending · Calm\n      Rent.[1]\n" in text
    assert "      She types again.\n" in text
    assert "Somebody, " in text.partition("SCENARIO")[2]
    assert max(map(len, text.splitlines())) <= WIDTH
    i18n.use("id")
    assert "AKHIR: akhir yang buruk · Pergi" in transcript(opened)


def test_a_lesson_is_played_through_its_best_ending(here: Place) -> None:
    opened, _ = the_story(here)
    played = play("shop", opened.lessons["shop"][0], "id")
    assert isinstance(played.steps[-1], ScenarioStep)
    assert (played.right, played.asked) == (5, 5)


def between(here: Place, old: str, new: str) -> list[Change]:
    before, _ = the_story(here)
    here.spoil(L, old, new)
    after = open_courses(here.courses, here.seeds)
    assert after.troubles == ()
    return [change for each in changes(before, after) for change in each.changes]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("id: Paket terlambat", "id: Paket yang terlambat", "changed title False"),
        ("id: parcel", "id: packet\n      aliases: [parcel]", "renamed  False"),
        ("id: parcel", "id: packet", "added  False|removed  True"),
        (STORY, "", "removed  True"),
        ("id: Dingin.", "id: Dingin sekali.", "changed nodes False"),
        ("text: {id: Maaf.,", "text: {id: Mohon maaf.,", "changed nodes False"),
        ("id: sorry", "id: apology", "changed nodes False|replies ask.sorry True"),
        ("- {id: late, ending: fair}", "- {id: late, ending: poor}", "changed nodes False"),
    ],
)
def test_what_a_new_version_changes_and_takes_away(here: Place, old: str, new: str, says: str) -> None:
    found = [change for change in between(here, old, new) if change.thing == "scenario"]
    assert sorted(f"{c.what} {', '.join(c.parts)} {c.loses}" for c in found) == sorted(says.split("|"))


def test_an_ending_that_is_gone_is_told_with_the_choices(here: Place) -> None:
    before, _ = the_story(here)
    here.spoil(L, "late: late", "late: gone")
    here.spoil(L, "        - {id: late, ending: fair}\n", "")
    found = changes(before, the_story(here)[0])
    assert '! Scenario shop/first/parcel "The late parcel" lost or reworded choices or endings: late.' in report(found)
