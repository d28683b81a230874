"""Tasks in course files: read, checked, written out for reviewers, and compared with an older version."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.changes import changes
from sosmed_learn.content.difference import report
from sosmed_learn.content.opening import Opened, open_courses
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import message
from sosmed_learn.content.transcript import transcript
from sosmed_learn.core.task import Entry, Task, Worksheet
from tests.content.building import LESSON, L, Place, place

TASK = """\
  - task:
      id: plan
      title: {id: Rencana, en: Plan}
      minutes: 10
      concept: orders
      brief: {id: "Hitung dulu.[^f-001]", en: "Count first.[^f-001]"}
      facts: [f-001]
      document: my-plan
      customer-data: true
      fields:
        - {id: who, label: {id: Siapa, en: Who}, help: {id: Satu, en: One}}
        - {id: spend, label: {id: Biaya, en: Spend}, unit: Rp}
        - {id: orders, label: {id: Pesanan, en: Orders}, kind: number}
        - {id: cost, label: {id: Harga, en: Cost}, formula: spend / orders, unit: Rp, round: 0}
        - {id: way, label: {id: Cara, en: Way}, choices: [{id: wa, text: WA}, {id: ig, text: IG}]}
        - {id: waits, label: {id: Tunda, en: Later}, kind: lines}
      template:
        id: |-
          # Untuk {who}: {cost} lewat {way}

          - {waits}
        en: |-
          # For {who}: {cost} by {way}

          - {waits}
      rubric:
        - {id: number, text: {id: Ada angka., en: It has a number.}}
        - {id: waits, text: {id: Ada yang ditunda., en: Something waits.}}
"""


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    made = place(tmp_path)
    made.write(L, LESSON + TASK)
    return made


def the_task(here: Place) -> tuple[Opened, Task]:
    opened = open_courses(here.courses, here.seeds)
    assert opened.troubles == ()
    return opened, opened.lessons["shop"][0].tasks[0]


def test_a_whole_task_has_no_problem_and_says_what_it_was_written_to_say(here: Place) -> None:
    assert here.problems() == [], as_text(here.problems())
    _, task = the_task(here)
    assert [(field.id, field.kind) for field in task.fields] == [
        ("who", "line"), ("spend", "number"), ("orders", "number"), ("cost", "number"), ("way", "choice"),
        ("waits", "lines"),
    ]  # fmt: skip
    assert (task.document, task.personal, task.minutes, task.facts) == ("my-plan", True, 10, ("f-001",))
    typed = {"who": "kantor", "spend": "100rb", "orders": "3", "way": "ig", "waits": "a\nb"}
    sheet = Worksheet(task, {name: Entry(text) for name, text in typed.items()})
    assert sheet.document("id") == "# Untuk kantor: Rp33.333 lewat IG\n\n- a\n- b\n"


def test_without_a_document_it_is_named_after_the_task(here: Place) -> None:
    here.spoil(L, "      document: my-plan\n", "")
    assert the_task(here)[1].document == "plan"


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("{who}: {cost} lewat", "{whom}: {cost} lewat", "E471", "`whom`"),
        ("spend / orders", "spend / order", "E472", "`order`"),
        ("spend / orders", "cost / orders", "E472", "`cost`"),
        ("spend / orders", "spend ÷ orders", "E473", "spend ÷ orders"),
        (", {id: ig, text: IG}", "", "E474", "`way`"),
        ("{id: who, label", "{id: min, label", "E476", "`min`"),
        ("by {way}", "by this", "W572", "`way`"),
        ("label: {id: Siapa, en: Who}", "label: {id: Siapa, en: Who}, round: 1", "W574", "`round`"),
        ("{id: waits, text", "{id: number, text", "E301", "`number`"),
        ("{id: orders, label", "{id: spend, label", "E301", "`spend`"),
        ("concept: orders\n      brief", "concept: order\n      brief", "E304", "`order`"),
        ("id: plan", "id: pick-one", "E301", "`pick-one`"),
        ("      facts: [f-001]\n      document", "      document", "E309", "f-001"),
        ("minutes: 10\n      concept", "minutes: ten\n      concept", "E206", "ten"),
        ("customer-data: true", "costumer-data: true", "E201", "costumer-data"),
    ],
)
def test_a_mistake_is_told_where_it_is(here: Place, old: str, new: str, code: str, says: str) -> None:
    here.spoil(L, old, new)
    found = {problem.code: message(problem) for problem in here.problems()}
    assert code in found, as_text(here.problems())
    assert says in found[code]


def test_a_field_that_leads_nowhere_is_told_and_one_that_a_formula_uses_is_not(here: Place) -> None:
    here.spoil(L, "          - {waits}\n", "", 2)
    assert [(problem.code, message(problem)) for problem in here.problems()] == [
        ("W571", "The field `waits` comes up neither in the template nor in a formula.")
    ]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("{id: Nama pelanggan, en: Who}", True),
        ("{id: Siapa, en: Customer phone number}", True),
        ("{id: Jenis pembeli, en: Kind of buyer}", False),
        ("{id: Nama usahamu, en: Your business}", False),
    ],
)
def test_customers_data_is_not_asked_for_without_a_warning(here: Place, label: str, *, told: bool) -> None:
    here.spoil(L, "{id: Siapa, en: Who}", label)
    assert here.problems() == []
    here.spoil(L, "      customer-data: true\n", "")
    assert [problem.code for problem in here.problems()] == (["W573"] if told else [])


def test_all_fields_worked_out_leave_nothing_to_fill_in(here: Place) -> None:
    start, end = TASK.index("        - {id: who"), TASK.index("      template")
    only = "        - {id: cost, label: {id: Harga, en: Cost}, formula: 2 * 3}\n"
    bare = TASK[:start] + only + TASK[end:]
    for name in ("who", "way", "waits"):
        bare = bare.replace(f"{{{name}}}", "x")
    here.write(L, LESSON + bare)
    assert [problem.code for problem in here.problems()] == ["E475"], as_text(here.problems())


def test_a_warning_can_be_ignored_on_the_task(here: Place) -> None:
    here.spoil(L, "          - {waits}\n", "", 2)
    here.spoil(
        L, "      title: {id: Rencana", "      ignore: [{code: W571, reason: Later.}]\n      title: {id: Rencana"
    )
    assert here.problems() == []


def test_reviewers_read_the_whole_worksheet(here: Place) -> None:
    opened, _ = the_task(here)
    said = transcript(opened)
    for part in (
        "TASK · plan · 10 minutes", "Count first.[1]", "no data of customers", "Who · a line · who", "Spend · a number",
        "= spend / orders · Rp · cost", "- IG", "The document my-plan.md, still empty:", "# For …: … by …",
        "[ ] Something waits.",
    ):  # fmt: skip
        assert part in said, said


def test_what_would_be_lost_is_told_before_publishing(here: Place, tmp_path: Path) -> None:
    old, _ = the_task(here)
    other = place(tmp_path / "new")
    gone = TASK.replace("        - {id: who, label: {id: Siapa, en: Who}, help: {id: Satu, en: One}}\n", "")
    other.write(L, LESSON + gone.replace("{who}", "x").replace("id: plan\n", "id: plan-2\n      aliases: [plan]\n"))
    new = open_courses(other.courses, other.seeds)
    found = changes(old, new)
    lost = [(change.what, change.thing, change.parts) for change in found[0].changes if change.loses]
    assert lost == [("fields", "task", ("who",))]
    assert "lost fields: who." in report(found)
    other.write(L, LESSON)
    removed = changes(old, open_courses(other.courses, other.seeds))
    assert [(change.what, change.thing) for change in removed[0].changes if change.loses] == [("removed", "task")]
