"""Problems as SARIF 2.1.0, the format in which code hosts and editors take the findings of checkers. Finds nothing.

Columns count UTF-16 units, as the format wants where a file says so; a path is written as a relative address.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sosmed_learn import __version__
from sosmed_learn.content.catalogue import CATALOGUE
from sosmed_learn.content.harmless import harmless
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.saying import hint, message, reason
from sosmed_learn.i18n import _

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(problems: Iterable[Problem]) -> str:
    """A SARIF log with one run: the rules that were broken, and each problem as a result. Pure ASCII."""
    listed = list(problems)
    codes = sorted({problem.code for problem in listed})
    places = {code: at for at, code in enumerate(codes)}
    driver = {"name": "sosmed-learn", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "results": [_result(problem, places[problem.code]) for problem in listed],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2).replace("\x7f", "\\u007f")


def _rule(code: str) -> dict[str, Any]:
    entry = CATALOGUE[code]
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": _general(entry.what)},
        "help": {"text": _general(entry.hint)},
        "defaultConfiguration": {"level": "warning" if code.startswith("W") else "error"},
    }
    if entry.why:
        rule["fullDescription"] = {"text": _general(entry.why)}
    return rule


def _general(words: str) -> str:
    """The sentence as it holds for every problem of its kind: an ellipsis in the place of what differs."""
    return re.sub(r"\{[a-z_]+\}", "…", _(words)).replace("{{", "{").replace("}}", "}")


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    words = [message(problem), reason(problem), hint(problem)]
    region: dict[str, Any] = {
        "startLine": problem.line,
        "startColumn": problem.column + problem.shift,
        "endLine": problem.line,
        "endColumn": problem.end_column + problem.end_shift,
    }
    if problem.excerpt:
        region["snippet"] = {"text": harmless(problem.excerpt)}
    where = {"artifactLocation": {"uri": _address(problem.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": " ".join(word for word in words if word)},
        "locations": [{"physicalLocation": where}],
    }


def _address(path: str) -> str:
    """The path as an address: relative where it is, otherwise with its scheme."""
    plain = quote(path.replace("\\", "/").encode("utf-8", "surrogateescape"), safe="/~")
    return f"file://{plain}" if Path(path).is_absolute() and plain.startswith("/") else plain
