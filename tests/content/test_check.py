"""The whole check: all problems at once, none of one module in the way of another, references, order and counts."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.catalogue import CATALOGUE
from sosmed_learn.content.catalogue_drawn import DRAWN
from sosmed_learn.content.catalogue_fences import FENCES
from sosmed_learn.content.catalogue_lint import LINT
from sosmed_learn.content.catalogue_scenario import SCENARIOS as OF_SCENARIOS
from sosmed_learn.content.catalogue_task import TASKS
from sosmed_learn.content.check import check
from sosmed_learn.content.locations import Places
from sosmed_learn.content.problems import in_order
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message
from tests.content.building import FILES, LESSON, MODULE, L, M, Place, place
from tests.content.cases import CASES
from tests.content.parts import WRONG
from tests.content.test_hostile_kinds import TOLD

# Those of whole files and folders are provoked in test_files.
OF_FILES = {
    "E101",
    "E102",
    "E103",
    "E104",
    "E109",
    "E111",
    "E131",
    "E132",
    "E133",
    "E137",
    "E138",
    "E139",
    "E140",
    "E143",
    "E144",
}
# How questions are written is tried on a labelled set, in tests/content/lint.
OF_QUESTIONS = LINT
# In test_teaching, test_figures, test_ignores, test_terms, test_translations and test_nesting.
OF_LESSONS = {"E412", "E413", "W517", "W518", "W519", "W520", "W521", "W522", "W523", "W524"}
OF_LESSONS |= {"W525", "W526", "W527", "W528", "W529", "W533"}
# In test_exam_rules.
OF_LESSONS |= {"W581", "W582", "W583", "W584", "W585"}
# In test_diagnosis_rules.
OF_LESSONS |= {"W586", "W587", "W588", "W589"}
# Of orders, matches, bins, blanks and combinations, in test_parts.
OF_PARTS = {case.code for case in WRONG}
OF_FILES |= {"E198", "E199", "E220", "E310", "W501", "W504", "W507", "W508", "W512", "W516", "W598"}


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def test_every_code_is_provoked_by_some_test() -> None:
    told = {case.code for case in CASES} | OF_FILES | set(OF_QUESTIONS) | OF_LESSONS | OF_PARTS
    assert told | TOLD | set(OF_SCENARIOS) | set(TASKS) | set(DRAWN) | set(FENCES) == set(CATALOGUE)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_problem_can_be_said_in_both_languages(tmp_path: Path, language: i18n.Reader) -> None:
    i18n.use(language)
    for number, case in enumerate(CASES):
        here = place(tmp_path / str(number))
        here.spoil(case.file, case.old, case.new, -1 if case.code == "E402" else 1)
        for problem in here.problems():
            assert message(problem)
            assert hint(problem)
            assert "{" not in message(problem).replace("`{`", "").replace("{nama}", "").replace("{first", "").replace(
                "-{id", ""
            )


def test_eight_different_mistakes_of_one_file_come_at_once(here: Place) -> None:
    text = here.write(L, LESSON).read_text(encoding="utf-8")
    for old, new in (
        ("title: {id: Mulai dari pesanan, en: Start from orders}", "title:\n  id: @toko buka\n  en: Use #promo today"),
        ("minutes: 8", "minutes: delapan"),
        ("outcomes:", "outcoms:"),
        ("kind: single", "kind: singel"),
        ("misconception: followers-are-results", "misconception: followers"),
        ("facts: [f-001]", "facts: [f-001]\n    facts: [f-002]"),
        ("      level: 2\n", ""),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    here.write(L, text)
    problems = here.problems()
    found = [problem.code for problem in problems]
    assert found == ["E118", "E117", "E206", "E201", "E115", "E204", "E305", "E202"], as_text(problems)


def test_ten_unquoted_mentions_come_at_once(here: Place) -> None:
    lesson = LESSON.replace("outcomes:\n", "outcomes:\n" + "".join(f"  - @toko{n}\n" for n in range(10)))
    here.write(L, lesson)
    problems = here.problems()
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        ("E118", line, 5) for line in range(6, 16)
    ]


def test_one_bad_module_does_not_block_another(here: Place) -> None:
    for name, text in FILES.items():
        if "shop" in name:
            other = (
                text.replace("id: shop", "id: other")
                .replace("id: orders", "id: sums")
                .replace("id: prices", "id: fees")
            )
            here.write(
                name.replace("shop", "other"),
                other.replace("[orders]", "[sums]").replace("concept: orders", "concept: sums"),
            )
    assert here.problems() == []
    here.write(M, "format: 1\nid: [shop\n")
    problems = here.problems()
    assert {problem.path.rpartition("courses/")[2] for problem in problems} == {"shop/module.yaml"}
    here.write(M, MODULE)
    here.spoil("courses/other/lessons/first.yaml", "minutes: 8", "minutes: x")
    assert [problem.path.rpartition("courses/")[2] for problem in here.problems()] == ["other/lessons/first.yaml"]


def test_a_module_of_the_future_says_one_thing(here: Place) -> None:
    here.spoil(M, "format: 1", "format: 2\nshape: new")
    here.write(L, "something: else\n")
    problems = here.problems()
    assert [problem.code for problem in problems] == ["E210"]


def test_facts_of_the_future_say_one_thing(here: Place) -> None:
    here.write("seeds/facts/base.yaml", "format: 7\nfacts: new\n")
    assert [problem.code for problem in here.problems()] == ["E210"]


def _second(here: Place, **changes: str) -> None:
    text = MODULE.replace("id: shop", "id: second").replace("lessons: [first]", "lessons: []")
    for old, new in changes.items():
        text = text.replace(f"id: {old}", f"id: {new}")
    here.write("courses/zweit/module.yaml", text)


def test_concepts_of_another_module_may_be_needed_and_tested(here: Place) -> None:
    _second(here, orders="sums", prices="fees")
    here.spoil("courses/zweit/module.yaml", "needs: [orders]", "needs: [prices]")
    here.spoil(L, "concept: orders", "concept: fees")
    assert [problem.code for problem in here.problems()] == ["W505"]


def test_a_module_id_that_is_taken_is_the_later_one_s_problem(here: Place) -> None:
    _second(here, orders="sums", prices="fees")
    here.spoil("courses/zweit/module.yaml", "id: second", "id: shop")
    here.spoil("courses/zweit/module.yaml", "needs: [orders]", "needs: [sums]")
    (problem,) = here.problems()
    assert (problem.code, problem.line, problem.column) == ("E310", 2, 5)
    assert problem.path.endswith("zweit/module.yaml")
    assert "shop" in message(problem)


def test_the_same_concept_in_two_modules_is_one_concept(here: Place) -> None:
    _second(here)
    assert here.problems() == []
    here.spoil("courses/zweit/module.yaml", "Orders}", "Sales}")
    (problem,) = here.problems()
    assert (problem.code, problem.line) == ("W507", 8)
    assert "shop/module.yaml:8" in message(problem)


def test_a_circle_through_two_modules_is_named_once(here: Place) -> None:
    _second(here, orders="sums", prices="fees")
    here.spoil("courses/zweit/module.yaml", "needs: [orders]", "needs: [prices]")
    here.spoil(M, "needs: []", "needs: [fees]")
    (problem,) = here.problems()
    assert problem.code == "E308"
    assert "orders → fees → prices → orders" in message(problem)


@pytest.mark.parametrize(
    ("old", "new", "cycle"),
    [
        ("needs: []", "needs: [orders]", "orders → orders"),
        ("needs: []", "needs: [prices]", "orders → prices → orders"),
    ],
)
def test_the_needs_of_a_copied_module_are_its_own(here: Place, old: str, new: str, cycle: str) -> None:
    mine = place(here.root / "mine")
    mine.spoil(M, "id: shop", "id: mine")
    mine.spoil(M, old, new)
    (problem,) = check([mine.courses], bundled=Places(here.courses, here.seeds)).problems
    assert (problem.code, problem.line) == ("E308", 8)
    assert cycle in message(problem)


def test_bundled_modules_are_referred_to_but_not_reported(here: Place, tmp_path: Path) -> None:
    mine = Place(tmp_path / "mine")
    text = MODULE.replace("id: shop", "id: mine").replace("id: orders", "id: sums").replace("id: prices", "id: fees")
    mine.write("mine/module.yaml", text.replace("lessons: [first]", "lessons: []"))
    here.spoil(M, "exam: {questions: 3", "exam: {questions: 2000")
    places = Places(here.courses, here.seeds)
    assert check([mine.root / "mine"], bundled=places).problems == ()
    assert [problem.code for problem in check([mine.root / "mine"]).problems] == ["E307"]
    assert [problem.code for problem in check(bundled=places).problems] == ["E207"]


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["copy/courses/shop"], "W512"),
        (["copy/courses", "courses"], "E310"),
        (["copy/courses/shop/module.yaml"], "W512"),
    ],
)
def test_a_copy_of_a_bundled_module_needs_an_id_of_its_own(here: Place, paths: list[str], code: str) -> None:
    copy = place(here.root / "copy")
    places = Places(here.courses, here.seeds)
    given = [here.root / path for path in paths]
    (problem,) = check(given, bundled=places).problems
    assert (problem.code, problem.line, problem.column) == (code, 2, 5)
    assert problem.path.endswith("copy/courses/shop/module.yaml")
    assert "`shop`" in message(problem)
    assert "courses/shop/module.yaml:2" in message(problem)
    copy.spoil(M, "id: shop", "id: mine")
    assert check(given, bundled=places).problems == ()
    copy.spoil(M, "id: mine\n", "")
    assert [problem.code for problem in check(given, bundled=places).problems] == ["E202"]


def test_another_copy_of_the_register_may_have_its_ids(here: Place) -> None:
    copy = place(here.root / "copy")
    places = Places(here.courses, here.seeds)
    assert check([copy.seeds], bundled=places).problems == ()
    (copy.seeds / "facts/base.yaml").rename(copy.seeds / "facts/own.yaml")
    assert {problem.code for problem in check([copy.seeds], bundled=places).problems} == {"E301"}
    assert check([here.courses / "shop"], bundled=places).problems == ()


def test_no_path_means_everything(here: Place, tmp_path: Path) -> None:
    extra = Place(tmp_path / "extra")
    extra.write("more/module.yaml", "format: 1\n")
    report = check(bundled=Places(here.courses, here.seeds), extra=[extra.root])
    assert report.modules == 2
    assert {problem.path.rpartition("/extra/")[2] for problem in report.problems} == {"more/module.yaml"}
    assert check(bundled=Places(here.courses, here.seeds)).problems == ()


def test_the_order_is_that_of_the_files(here: Place) -> None:
    here.spoil(L, "minutes: 8", "minutes: 99")
    here.spoil(L, "level: 2", "level: 9")
    here.spoil(M, "pass: 80", "pass: 800")
    problems = here.problems()
    assert problems == list(in_order(problems))
    assert [problem.path.rpartition("/")[2] for problem in problems] == ["first.yaml", "first.yaml", "module.yaml"]
    assert problems[0].line < problems[1].line


def test_the_same_path_twice_is_read_once(here: Place) -> None:
    here.spoil(L, "minutes: 8", "minutes: 99")
    report = here.check("courses", "courses/shop", "courses", "courses/shop/../shop")
    assert (report.modules, len(report.problems)) == (1, 1)


def test_a_lesson_is_checked_although_its_module_cannot_be_read(here: Place) -> None:
    here.write(M, "format: 1\nid: {shop\n")
    here.spoil(L, "minutes: 8", "minutes: 99")
    assert [problem.code for problem in here.problems()] == ["E207", "E121"]


def test_a_lesson_is_known_as_one_from_inside_its_folder(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    here.spoil(L, "misconception: followers-are-results", "misconception: nothing-like-it")
    monkeypatch.chdir(here.courses / "shop" / "lessons")
    for name in ("first.yaml", "./first.yaml"):
        (problem,) = check([Path(name)]).problems
        assert (problem.code, problem.path) == ("E305", "first.yaml")
    monkeypatch.chdir(here.courses / "shop")
    assert check([Path("module.yaml")]).modules == 1
