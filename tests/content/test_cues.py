"""Whoever knows tests but not the subject is no better off in the bundled courses, and the measure of it can tell."""

from collections.abc import Callable, Sequence
from random import Random

import pytest

from sosmed_learn.content import format as shape
from sosmed_learn.content.lint.items import Item
from sosmed_learn.content.locations import bundled
from sosmed_learn.core.text import LANGUAGES, Language
from tests.cues import guesser, telling
from tests.cues.asking import Asked, Kind, before, singles
from tests.cues.figures import GUESSER, Figure, figures, of_shares

WORDS = ["toko", "kabar", "resi", "paket", "warna", "ukuran", "jadwal", "harga", "kurir", "stok", "foto", "label"]


@pytest.fixture(scope="module")
def bundled_singles() -> dict[Language, list[Asked]]:
    return singles(bundled().courses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_usual_cue_leads_to_the_keys_of_the_bundled_courses(
    language: Language, bundled_singles: dict[Language, list[Asked]]
) -> None:
    assert len(bundled_singles[language]) >= 300  # so they are still found
    asked = bundled_singles[language]
    found = [*figures(asked, language), *of_shares(GUESSER, asked, guesser.scores(asked), language)]
    told = list(telling.failing(found))
    assert not told, "\n".join(told)


def question(
    at: int, options: Sequence[str], key: int, stem: str = "Mana yang dipilih?", kind: Kind = "lesson"
) -> Asked:
    choices = tuple(
        shape.ChoiceShape(text=text, why="Begitu.", correct=place == key) for place, text in enumerate(options)
    )
    made = shape.SingleShape(id=f"q-{at}", concept="c", level=1, prompt=stem, explanation="", choices=choices)
    return Asked("shop", kind, f"first.yaml:{at}", made.id, Item(made, "id"))


def bank(make: Callable[[Random, int], Asked], count: int = 240) -> list[Asked]:
    chance = Random(7)
    return [make(chance, at) for at in range(count)]


def some_options(chance: Random) -> list[str]:
    return [" ".join(chance.choices(WORDS, k=chance.randint(2, 6))) for _ in range(3)]


def even(chance: Random, at: int) -> Asked:
    return question(at, some_options(chance), chance.randrange(3))


def long_key(chance: Random, at: int) -> Asked:
    options, key = some_options(chance), chance.randrange(3)
    options[key] += " supaya pembeli berikutnya lebih mudah menemukannya"
    return question(at, options, key)


def short_key(chance: Random, at: int) -> Asked:
    options, key = some_options(chance), chance.randrange(3)
    options[key] = "resi"
    return question(at, options, key)


def second_place(chance: Random, at: int) -> Asked:
    return question(at, some_options(chance), 1 if chance.random() < 0.6 else chance.choice((0, 2)))


def clanging(chance: Random, at: int) -> Asked:
    options, key = some_options(chance), chance.randrange(3)
    options[key] += " keluhan"
    return question(at, options, key, "Ada keluhan. Apa jawabmu?")


def hedged(chance: Random, at: int) -> Asked:
    options, key = some_options(chance), chance.randrange(3)
    options[key] = options[key].replace(" ", " mungkin ", 1)
    return question(at, options, key)


def never_twice(chance: Random, at: int) -> Asked:
    return question(at, some_options(chance), (0, 1, 2, 0, 2, 1)[at % 6])


def failed(asked: list[Asked]) -> dict[str, Figure]:
    return {each.what: each for each in figures(asked, "id") if not each.fine and each.group == "all"}


def test_a_bank_without_cues_is_within_every_limit() -> None:
    assert failed(bank(even)) == {}


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (long_key, "the longest"),
        (short_key, "the shortest"),
        (second_place, "keys at place 2"),
        (clanging, "most words of the stem"),
        (clanging, "a stem word in the key only"),
        (clanging, "stem words in the key"),
        (hedged, "most hedges"),
        (never_twice, "another place than the last time"),
    ],
)
def test_a_bank_with_a_cue_is_told_with_the_questions_behind_it(
    make: Callable[[Random, int], Asked], what: str
) -> None:
    asked = bank(make)
    found = failed(asked)[what]
    assert found.value > found.limit
    assert len(found.behind) >= len(asked) / 2
    lines = list(telling.failing([found]))
    assert what in lines[0]
    assert lines[1].split() == [found.behind[0].where, found.behind[0].name]


def test_the_guesser_finds_out_which_cue_helps_and_nothing_where_none_does() -> None:
    for make in (long_key, hedged):
        asked = bank(make, 90)
        assert sum(guesser.scores(asked)) > 0.9 * len(asked), make.__name__
    assert "most hedges" in dict(guesser.trusted(bank(hedged, 90)))
    asked = bank(even)
    assert abs(sum(guesser.scores(asked)) / len(asked) - 1 / 3) < 0.06  # two standard errors


def test_a_question_teaches_the_guesser_nothing_about_itself() -> None:
    """All look alike and the keys stand anywhere, so only who could learn the questions would know them."""
    asked = [question(at, ["abc", "abd", "abe"], key) for at, key in enumerate(Random(3).choices(range(3), k=200))]
    assert sum(guesser.scores(asked)) / len(asked) < 0.4


def test_in_a_part_only_what_chance_would_hardly_give_is_too_much() -> None:
    few = [question(at, ["a", "b", "c"], 1 if at % 2 else at % 3) for at in range(8)]
    rest = [question(at, ["a", "b", "c"], at % 3, kind="exam") for at in range(8, 260)]
    rows = {each.group: each for each in figures([*few, *rest], "id") if each.what == "keys at place 2"}
    assert rows["lesson"].value > rows["lesson"].limit
    assert all(row.fine for row in rows.values())
    many = [question(at, ["a", "b", "c"], 1 if at % 3 else 0) for at in range(80)]
    rows = {each.group: each for each in figures([*many, *rest], "id") if each.what == "keys at place 2"}
    assert not rows["lesson"].fine


def test_questions_named_with_all_are_not_named_again_with_their_part() -> None:
    asked = bank(long_key)
    failing = [each for each in figures(asked, "id") if each.what == "the longest" and not each.fine]
    assert [each.group for each in failing] == ["all", "shop", "lesson"]
    lines = list(telling.failing(failing))
    assert len(lines) == 3 + len(failing[0].behind)
    assert len(list(telling.failing(failing[1:2]))) == 1 + len(failing[1].behind)


def test_only_lessons_tell_where_the_keys_stood() -> None:
    asked = [question(at, ["a", "b", "c"], at % 3) for at in range(3)]
    asked += [question(at, ["a", "b", "c"], at % 3, kind="exam") for at in range(3)]
    assert before(asked) == [(), (0,), (0, 1), (), (), ()]
