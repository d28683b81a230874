"""Every code has a page in both languages, and its examples do what they say."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.catalogue import CATALOGUE
from sosmed_learn.content.check import check
from sosmed_learn.content.explain import EXAMPLES, page
from sosmed_learn.content.explain.english import ENGLISH
from sosmed_learn.content.render import as_text
from tests.content.building import M, Place
from tests.content.explain.embedding import write
from tests.content.explain.places import PLACES, TODAY

IN_FILES = [code for code, example in EXAMPLES.items() if example.part != "place"]
ON_DISK = [code for code, example in EXAMPLES.items() if example.part == "place"]
# These count others, which come along.
COUNTING = {"E198": {"E201"}, "E199": {"E201", "E198"}, "W598": {"W502"}}


def test_every_code_has_an_example() -> None:
    assert set(EXAMPLES) == set(CATALOGUE)
    assert set(PLACES) == set(ON_DISK)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_a_page(code: str, language: i18n.Reader) -> None:
    i18n.use(language)
    said = page(code)
    assert said.isprintable() or set(said) - {"\n"}
    assert all(len(part.split("\n")) > 1 for part in said.split("\n\n")), said
    titles = [part.split("\n")[0] for part in said.split("\n\n")]
    assert len(titles) == 6
    assert titles[1] == {"id": "Mengapa ini penting bagi peserta", "en": "Why it matters to a learner"}[language]
    assert not any(sign in said for sign in "\t\x1b\u202e\u00a0")


def found(root: Path, code: str, which: int) -> tuple[set[str], str]:
    example = EXAMPLES[code]
    if example.part == "place":
        report = PLACES[code][which](Place(root))
    else:
        here = Place(root)
        write(here, example, (example.good, example.bad)[which], plain=code.startswith("W6") or code == "W506")
        report = check([here.courses, here.seeds], today=TODAY)
    return {problem.code for problem in report.problems}, as_text(report.problems)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_bad_example_gives_the_code_and_nothing_else(code: str, tmp_path: Path) -> None:
    codes, said = found(tmp_path, code, 1)
    assert codes - COUNTING.get(code, set()) == {code}, said


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_good_example_gives_nothing(code: str, tmp_path: Path) -> None:
    codes, said = found(tmp_path, code, 0)
    assert codes - COUNTING.get(code, set()) == set(), said


@pytest.mark.parametrize("which", [0, 1], ids=["good", "bad"])
@pytest.mark.parametrize("code", ENGLISH)
def test_examples_in_english_do_the_same(code: str, which: int, tmp_path: Path) -> None:
    here = Place(tmp_path)
    example = EXAMPLES[code]._replace(bad=ENGLISH[code][0], good=ENGLISH[code][1])
    write(here, example, (example.good, example.bad)[which], plain=True)
    here.spoil(M, "languages: [id]", "languages: [en]")
    report = check([here.courses, here.seeds], today=TODAY)
    assert {problem.code for problem in report.problems} == ({code} if which else set()), as_text(report.problems)


@pytest.mark.parametrize("code", [code for code in EXAMPLES if code.startswith("W6")])
def test_a_page_about_questions_is_in_one_language(code: str) -> None:
    i18n.use("en")
    english = page(code)
    i18n.use("id")
    indonesian = page(code)
    drawn = EXAMPLES[code].sketch is not None
    assert drawn or ("Alasan" in english, "Reason" in indonesian) == (False, False)
    assert drawn == (code not in ENGLISH)


@pytest.mark.parametrize(
    ("code", "says"), [("E446", "Put `{…}` into"), ("E227", "as {name: …}"), ("E448", "`{answer}`")]
)
def test_what_is_not_known_yet_is_left_open_also_between_braces(code: str, says: str) -> None:
    i18n.use("en")
    assert says in page(code)
