"""What goes wrong in orders, matches, drawn numbers, scenarios and fences: told once, and mended."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content import format as shape
from sosmed_learn.content.fixing.mender import mended
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message
from tests.content.building import LESSON, L, Place, place, position

TOLD = frozenset({"E147", "E227", "E228"})
"""Codes that are provoked here and nowhere else."""

ORDER = """\
  - question:
      id: steps-of-it
      kind: order
      concept: orders
      level: 2
      prompt: {id: Urutkan., en: Put them in order.}
      items:
        - {id: ask, text: {id: Tanya, en: Ask}, why: {id: Awal., en: First.}}
        - {id: wait, text: {id: Tunggu, en: Wait}, why: {id: Lalu., en: Then.}}
        - {id: pay, text: {id: Bayar, en: Pay}, why: {id: Akhir., en: Last.}}
      combinations:
        - {items: [pay, ask], why: {id: Cepat., en: Quick.}}
      explanation: {id: "Lain kali, urutkan.", en: "Next time, sort them."}
"""
WAIT = "{id: wait, text: {id: Tunggu, en: Wait}, why: {id: Lalu., en: Then.}}"
DRAWN = """\
  - question:
      id: cost
      kind: number
      concept: orders
      level: 2
      given:
        spend: {from: 500000, to: 900000, step: 50000, unit: Rp}
        orders: {of: [20, 25, 40, 50]}
      formula: spend / orders
      prompt: {id: "Iklan {spend}, {orders} pesanan?", en: "Ads {spend}, {orders} orders?"}
      why: {id: "{spend} ÷ {orders} = {answer}.", en: "{spend} ÷ {orders} = {answer}."}
      explanation: {id: "Bagi dengan hasilnya.", en: "Divide by what came of it."}
"""
STORY = """\
  - scenario:
      id: late
      title: {id: Terlambat, en: Late}
      meters:
        - {id: trust, title: {id: Percaya, en: Trust}, start: 3}
      nodes:
        - id: ask
          text: {id: Kak?, en: Hello?}
          choices:
            - {text: {id: Maaf., en: Sorry.}, to: kept, why: {id: A., en: B.}, effects: {trust: +1}}
            - {text: {id: Tunggu., en: Wait.}, to: gone, why: {id: C., en: D.}, effects: {trust: -1}}
        - {id: kept, ending: good, title: {id: Baik, en: Good}, debrief: {id: E., en: F.}}
        - {id: gone, ending: poor, title: {id: Pergi, en: Gone}, debrief: {id: G., en: H.}}
"""


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    return place(tmp_path)


def text_with(said: str) -> str:
    lines = "".join(f"        {line}\n" for line in said.split("\n"))
    return f"  - text:\n      id: |-\n{lines}      en: |-\n{lines}"


@pytest.mark.parametrize("good", [ORDER, DRAWN, STORY, text_with("```chat\nRani: Kak?\n```")])
def test_what_is_spoilt_below_is_clean(here: Place, good: str) -> None:
    here.write(L, LESSON + good)
    assert not [problem for problem in here.problems() if problem.code != "W520"]


@pytest.mark.parametrize(
    ("good", "old", "new", "code", "at", "mend"),
    [
        (ORDER, "en: Wait}", "en: #wait}", "E117", "#wait}", "in quotes"),
        (ORDER, "id: Tunggu, en", "id: #tunggu, en", "E117", "#tunggu", "in quotes"),
        (ORDER, "en: Wait}", "en: at: 19:00}", "E119", ": 19:00", "in quotes"),
        (ORDER, WAIT, "*ask", "E112", "*ask", ""),
        (ORDER, "items: [pay, ask]", "items: *both", "E112", "*both", ""),
        (ORDER, "items: [pay, ask]", "choices: [pay, ask]", "E201", "choices: [pay", "Did you mean `items`?"),
        (ORDER, f"- {WAIT}", "- Wait: then", "E201", "Wait: then", "text, why"),
        (ORDER, "en: Wait}, why", "en: Wait}}, why", "E147", "}, why: {id: Lalu", "one too many"),
        (ORDER, "en: Then.}}", "en: Then.}}}", "E147", "}\n        - {id: pay", "one too many"),
        (ORDER, "en: Then.}}", "en: Then.}} lalu", "E147", "lalu\n", "what stands behind it"),
        (ORDER, "en: Wait}, why", "en: Wait} why", "E142", "why: {id: Lalu", "comma"),
        (ORDER, "id: Tunggu, en", "id: {a} Tunggu, en", "E130", "{a} Tunggu", "in quotes"),
        (ORDER, "id: wait, text: {", "id: wait, text:{", "E134", "text:{id: Tunggu", "space"),
        (ORDER, "id: Tunggu, en", "id:, en", "E208", "id:, en", ""),
        (ORDER, "      combinations:\n", "      combinations: [\n", "E121", "[\n        - {items", "Close it"),
        (DRAWN, "formula: spend / orders", "formula: spend * 0,5 / orders", "E441", "spend * 0,5", "calculator"),
        (DRAWN, "formula: spend / orders", "formula: spend * 10% / orders", "E441", "spend * 10%", "calculator"),
        (DRAWN, "formula: spend / orders", "formula: spend / orders + 1.000.000", "E441", "spend / orders +", ""),
        (DRAWN, "formula: spend / orders", "formula: spend / orders + 1.250", "E219", "spend / orders +", "`1250` or"),
        (DRAWN, "spend: {from: 500000, to: 900000,", "spend: {from: 500000,", "E212", "from: 500000", "Add `to`"),
        (DRAWN, "of: [20, 25, 40, 50]", "of: []", "E214", "[]", "from 1 to"),
        (DRAWN, "orders: {of", "order-count: {of", "E205", "order-count", "`order_count`"),
        (DRAWN, "      formula: spend / orders\n", "", "E228", "id: cost", "Add one"),
        (DRAWN, "{orders} pesanan?", "{orders:,} {orders} pesanan?", "W543", '"Iklan', "only the name"),
        (STORY, "effects: {trust: -1}", "effects: [trust, -1]", "E227", "[trust, -1]", "name: 1"),
        (STORY, "effects: {trust: -1}", "effects: {trust:-1}", "E134", "trust:-1", "space"),
        (STORY, "effects: {trust: -1}", "effects: trust:-1", "E134", "trust:-1", "space"),
        (STORY, "effects: {trust: -1}", "effects: {trust: \u22121}", "E224", "\u22121", "Write `-1`"),
        (STORY, "effects: {trust: -1}", "effects: {trust: ++1}", "E206", "++1", "such as 1 or -1"),
        (STORY, "effects: {trust: -1}", "effects: {*trust : -1}", "E112", "*trust", ""),
        (STORY, "effects: {trust: -1}", "effects: {<<: trust}", "E116", "<<", ""),
        (STORY, "effects: {trust: -1}", "effects: {[trust]: 1}", "E125", "[trust]", ""),
        (STORY, "{id: kept, ending: good, title", "{id: kept, title", "E228", "{id: kept", "Add one"),
        (STORY, "{id: gone, ending", "{id: kept, ending", "E301", "kept, ending: poor", ""),
        (STORY, "text: {id: Kak?, en: Hello?}", "from: Rani\n          at: 19:00", "E212", "from: Rani", "Add `text`"),
        (text_with("```chta\nRani: Kak?\n```"), "", "", "W562", "```chta", "Did you mean `chat`?"),
        (text_with("```Chart\nSenin: 12\n```"), "", "", "W562", "```Chart", "small letters"),
        (text_with("```chart\nSenin: 1.500\n```"), "", "", "E219", "1.500", "`1500` or"),
    ],
)  # fmt: skip
def test_one_mistake_is_told_once(here: Place, good: str, old: str, new: str, code: str, at: str, mend: str) -> None:
    text = LESSON + (good.replace(old, new, 1) if old else good)
    here.write(L, text)
    found = [problem for problem in here.problems() if problem.code not in {"W520", "W521", "W541", "W551", "W552"}]
    told = found[:1] if code in {"W562", "E219"} else found  # each language has its own
    assert [problem.code for problem in told] == [code], as_text(found)
    assert (told[0].line, told[0].column) == position(text, at, text.count(at, 0, len(LESSON)))
    assert mend in hint(told[0])
    assert "…" not in message(told[0])


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("spend * 0,5 / orders", "a point, not a comma"),
        ("spend / orders * 10%", "value * 10 / 100"),
        ("1.000.000 + spend / orders", "no dots between thousands"),
        ("= spend / orders", "no `=`"),
        ("max(spend, orders", "not complete"),
        ("spend / orders x 2", "not complete"),
    ],
)
def test_a_habit_of_writing_numbers_is_named(here: Place, formula: str, reason: str) -> None:
    here.write(L, LESSON + DRAWN.replace("formula: spend / orders", f'formula: "{formula}"'))
    assert reason in message(next(problem for problem in here.problems() if problem.code == "E441"))


def test_a_missing_name_that_looks_like_another_is_told_beside_an_id_that_is_there_twice(here: Place) -> None:
    here.write(L, LESSON + STORY.replace("{id: gone, ending", "{id: kept, ending").replace("to: kept", "to: kpet"))
    assert [problem.code for problem in here.problems() if problem.severity == "error"] == ["E351", "E301"]


def _mended(text: str) -> str:
    return mended(text.encode(), shape.LessonFile, "first").data.decode()


@pytest.mark.parametrize(
    ("good", "spoilt", "whole"),
    [
        (ORDER, "en: #wait}", 'en: "#wait"}'),
        (STORY, "effects: {trust:-1}", "effects: {trust: -1}"),
        (STORY, "from: @rani\n          text: {id: Kak?", 'from: "@rani"\n          text: {id: Kak?'),
    ],
)
def test_what_can_be_mended_in_one_way_is(good: str, spoilt: str, whole: str) -> None:
    places = {"en: #wait}": "en: Wait}", "effects: {trust:-1}": "effects: {trust: -1}"}
    old = places.get(spoilt, "text: {id: Kak?")
    assert _mended(LESSON + good.replace(old, spoilt, 1)) == LESSON + good.replace(old, whole, 1)


def test_the_keys_of_new_kinds_are_put_in_order() -> None:
    items, _, rest = ORDER.partition("      items:\n")[2].partition("      combinations:\n")
    spoilt = ORDER.replace(f"      items:\n{items}", "").replace(rest, f"{rest}      items:\n{items}")
    assert _mended(LESSON + spoilt) == LESSON + ORDER
    prompt = next(line for line in DRAWN.splitlines(keepends=True) if "prompt:" in line)
    spoilt = DRAWN.replace(prompt, "").replace("      level: 2\n", f"      level: 2\n{prompt}")
    assert _mended(LESSON + spoilt) == LESSON + DRAWN
    title = "      title: {id: Terlambat, en: Late}\n"
    assert _mended(LESSON + STORY.replace(title, "") + title) == LESSON + STORY


@pytest.mark.parametrize(
    ("spoilt", "made"),
    [
        (("      id: late\n", ""), ("      id: late\n", "      id: terlambat\n")),
        (("{id: gone, ending", "{ending"), ("", "")),
        (("        - id: ask\n          text:", "        - text:"), ("        - id: ask\n", "        - id: kak\n")),
    ],
)
def test_scenarios_and_nodes_get_the_ids_that_they_lack(spoilt: tuple[str, str], made: tuple[str, str]) -> None:
    text = STORY.replace(*spoilt)
    assert text != STORY
    wanted = STORY.replace(*made)
    assert _mended(LESSON + text) == LESSON + wanted


def test_a_node_that_could_have_several_names_gets_none() -> None:
    text = LESSON + STORY.replace("{id: gone, ending", "{ending").replace("{id: kept, ending", "{ending")
    assert _mended(text) == text
