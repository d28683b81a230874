"""The interface is complete in both languages, and what watches over that works."""

from pathlib import Path

import pytest

from tests import catalogues

CODE = """
from sosmed_learn.i18n import N_, _, ngettext
_NAMES = (N_("Mon"),)
print(_("Saved in {folder}, "
        "which is yours."), ngettext("{count} minute", "{count} minutes", 2), _("Mon"))
"""


def test_every_string_of_the_interface_is_in_both_languages() -> None:
    assert list(catalogues.problems()) == []


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "src" / "tui" / "page.py"
    file.parent.mkdir(parents=True)
    file.write_text(CODE, encoding="utf-8")
    return tmp_path / "src"


@pytest.fixture
def locales(source: Path) -> Path:
    folder = source.parent / "locale"
    catalogues.update(source, folder)
    translate(folder, {"Mon": "Sen", "Saved in {folder}, which is yours.": "Disimpan di {folder}."})
    po = catalogues.po_file("id", folder)
    po.write_text(po.read_text(encoding="utf-8").replace('msgstr[0] ""', 'msgstr[0] "{count} menit"'), encoding="utf-8")
    catalogues.compile_all(folder)
    return folder


def translate(folder: Path, words: dict[str, str]) -> None:
    po = catalogues.po_file("id", folder)
    text = po.read_text(encoding="utf-8")
    for english, indonesian in words.items():
        assert f'msgid "{english}"\nmsgstr ' in text
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{indonesian}"')
    po.write_text(text, encoding="utf-8")


def problems(source: Path, locales: Path) -> list[str]:
    return list(catalogues.problems(source, locales))


def test_strings_are_found_wherever_they_are_marked(source: Path) -> None:
    assert set(catalogues.extract(source)) == {
        "Mon",
        "Saved in {folder}, which is yours.",
        ("{count} minute", "{count} minutes"),
    }


def test_a_complete_catalogue_has_no_problem(source: Path, locales: Path) -> None:
    assert problems(source, locales) == []


def test_gettext_speaks_both_languages(locales: Path) -> None:
    import gettext  # noqa: PLC0415

    indonesian = gettext.translation("sosmed_learn", locales, ["id"])
    english = gettext.translation("sosmed_learn", locales, ["en"])
    assert (indonesian.gettext("Mon"), english.gettext("Mon")) == ("Sen", "Mon")
    assert [indonesian.ngettext("{count} minute", "{count} minutes", n) for n in (1, 2)] == ["{count} menit"] * 2
    assert [english.ngettext("{count} minute", "{count} minutes", n)[8:] for n in (1, 2)] == ["minute", "minutes"]


def test_updating_twice_changes_nothing_and_keeps_what_was_translated(source: Path, locales: Path) -> None:
    before = catalogues.po_file("id", locales).read_bytes()
    catalogues.update(source, locales)
    assert catalogues.po_file("id", locales).read_bytes() == before
    assert b"Date" not in before


def test_moving_a_string_within_its_file_changes_nothing(source: Path, locales: Path) -> None:
    before = catalogues.po_file("id", locales).read_bytes()
    (source / "tui" / "page.py").write_text("\n\n\n" + CODE, encoding="utf-8")
    catalogues.update(source, locales)
    assert catalogues.po_file("id", locales).read_bytes() == before


def test_a_new_string_is_missing_then_untranslated(source: Path, locales: Path) -> None:
    (source / "tui" / "more.py").write_text('from sosmed_learn.i18n import _\n_("New")\n', encoding="utf-8")
    assert (
        len([p for p in problems(source, locales) if "not in the catalogue" in p and "'New' (tui/more.py)" in p]) == 2
    )
    catalogues.update(source, locales)
    catalogues.compile_all(locales)
    assert problems(source, locales) == ["id: not translated: 'New'"]


def test_a_string_that_is_gone_is_named(source: Path, locales: Path) -> None:
    (source / "tui" / "page.py").write_text(CODE.replace('_("Mon")', "").replace('N_("Mon")', ""), encoding="utf-8")
    assert [p.split(":")[1] for p in problems(source, locales)] == [" no longer in the code, run update"] * 2


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("{folder}.", "{map}.", "placeholders differ"),
        ("{folder}.", "sini.", "placeholders differ"),
        ("{count} menit", "menit", "placeholders differ"),
        ("{count} menit", "", "not translated"),
        ('msgid "Mon"', '#, fuzzy\nmsgid "Mon"', "marked as fuzzy"),
    ],
)
def test_a_bad_translation_is_named(source: Path, locales: Path, old: str, new: str, problem: str) -> None:
    po = catalogues.po_file("id", locales)
    text = po.read_text(encoding="utf-8")
    assert old in text
    po.write_text(text.replace(old, new), encoding="utf-8")
    catalogues.compile_all(locales)
    assert problem in problems(source, locales)[0]


def test_a_catalogue_that_was_not_compiled_is_named(source: Path, locales: Path) -> None:
    translate_again = catalogues.po_file("id", locales)
    translate_again.write_text(
        translate_again.read_text(encoding="utf-8").replace('"Sen"', '"Senin"'), encoding="utf-8"
    )
    assert problems(source, locales) == ["id: the .mo file does not say what the .po file says, run compile"]
    catalogues.mo_file("en", locales).unlink()
    assert "en: not compiled, run compile" in problems(source, locales)
