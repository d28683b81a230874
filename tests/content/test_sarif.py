"""SARIF: what the format asks for is there, and columns count as it says."""

import json
from pathlib import Path
from typing import Any

from sosmed_learn import i18n
from sosmed_learn.content.problems import Problem, Sheet, Span
from sosmed_learn.content.sarif import as_sarif
from tests.content.building import L, place


def _run(problems: list[Problem]) -> dict[str, Any]:
    said = as_sarif(problems)
    assert said.isascii()
    log = json.loads(said)
    assert (log["version"], set(log)) == ("2.1.0", {"$schema", "version", "runs"})
    (run,) = log["runs"]
    assert run["columnKind"] == "utf16CodeUnits"
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]
        assert result["message"]["text"]
    found: dict[str, Any] = run
    return found


def _where(run: dict[str, Any], at: int = 0) -> dict[str, Any]:
    where: dict[str, Any] = run["results"][at]["locations"][0]["physicalLocation"]
    return where


def test_nothing_is_an_empty_run() -> None:
    run = _run([])
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_errors_and_warnings_with_their_rules(tmp_path: Path) -> None:
    i18n.use("en")
    here = place(tmp_path)
    here.spoil(L, "{id: Tiga, en: Three}", "{id: Semua benar, en: Three}")
    here.spoil(L, "minutes: 8", "minutes: 800")
    run = _run(here.problems())
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("E207", "error"),
        ("W604", "warning"),
    ]
    assert "fullDescription" in run["tool"]["driver"]["rules"][1]
    assert "half the knowledge" in run["results"][1]["message"]["text"]
    assert _where(run)["region"]["startLine"] == 3
    assert _where(run)["region"]["snippet"]["text"] == "minutes: 800"


def test_columns_count_utf_16_units() -> None:
    sheet = Sheet("a.yaml", ["x: 👩‍🌾🐱 abc", "y" * 300 + "🐱" * 100 + "abc"])
    sheet.add("E204", Span(1, 9, 1, 12), value="abc")
    sheet.add("E204", Span(2, 401, 2, 404), value="abc")
    run = _run(sheet.problems)
    regions = [_where(run, at)["region"] for at in (0, 1)]
    assert [(region["startColumn"], region["endColumn"]) for region in regions] == [(12, 15), (501, 504)]


def test_paths_are_addresses() -> None:
    paths = ["kursus saya/é#1.yaml", "/tmp/a b.yaml", "bad\udcff.yaml"]
    run = _run([Problem(code="E104", path=path) for path in paths])
    assert [_where(run, at)["artifactLocation"]["uri"] for at in range(3)] == [
        "kursus%20saya/%C3%A9%231.yaml",
        "file:///tmp/a%20b.yaml",
        "bad%FF.yaml",
    ]
