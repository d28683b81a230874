"""Files made to hurt: one clear sentence each, in under ten seconds and 500 MiB, in a process of its own."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content.building import LESSON, L, Place, place

_MEMORY = 500 * 1024 * 1024
_SECONDS = 10

_SCRIPT = """\
import json, resource, sys
from pathlib import Path
from sosmed_learn.content.check import check
from sosmed_learn.content.render import as_text
report = check([Path(path) for path in sys.argv[1:]])
as_text(report.problems)
print(json.dumps([[p.code, p.line] for p in report.problems]))
"""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_STACK, (1024 * 1024, 1024 * 1024))


def _spent() -> float:
    """Seconds of the processor that our other processes have taken; what else the machine does is not their fault."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def check(here: Place) -> list[list[object]]:
    """Codes and lines of the problems. Raises when it takes too long or too much."""
    began = _spent()
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-W", "error", "-c", _SCRIPT, str(here.courses), str(here.seeds)],
        preexec_fn=_limit, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert _spent() - began < _SECONDS
    found: list[list[object]] = json.loads(done.stdout)
    return found


def _question(number: int, answers: str) -> str:
    return (
        f"  - question:\n      id: q-{number}\n      kind: text\n      concept: orders\n      level: 1\n"
        "      prompt: p\n"
        f"      why: w\n      explanation: e\n{answers}"
    )


BOMBS: dict[str, tuple[str, str]] = {
    "brackets": ("[" * 20_000, "E110"),
    "closed brackets": ("[" * 20_000 + "]" * 20_000, "E110"),
    "braces": ("{a: " * 20_000, "E110"),
    "brackets in a value": (LESSON.replace("concepts: [orders]", "concepts: " + "[" * 20_000), "E110"),
    "dashes": ("- " * 20_000, "E110"),
    "question marks": ("? " * 20_000, "E110"),
    "stairs": ("".join(" " * n + "a:\n" for n in range(1_900)), "E110"),
    "a huge flat list": ("- a\n" * 499_000, "E111"),
    "a huge flow list": ("[" + "a," * 990_000 + "]", "E111"),
    "a huge flow mapping": ("{" + "".join(f"a{n}," for n in range(250_000)) + "}", "E111"),
    "empty flow lists": ("[" + "[]," * 600_000 + "]", "E111"),
    "many unknown keys": (LESSON + "".join(f"k{n}: v\n" for n in range(45_000)), "E199"),
    "the same key": ("a: b\n" * 90_000, "E199"),
    "many mentions": ("a:\n" + "- @b\n" * 300_000, "E118"),
    "many colons": ("a: b" + ": c" * 300_000, "E119"),
    "many hashtags": ("a:\n" + "- b #c\n" * 99_000, "E199"),
    "many anchors": ("".join(f"- &a{n} b\n" for n in range(99_000)), "E199"),
    "many quotes": ("a: " + '"b" ' * 400_000, "E128"),
    "an open quote": ('a: "' + "b\n" * 900_000, "E120"),
    "control characters": ("a: " + "\x01" * 1_900_000, "E199"),
    "control lines": ("a: \x01\n" * 300_000, "E199"),
    "tabs": ("\ta: b\n" * 300_000, "E107"),
    "one long line": ("a: " + "b " * 900_000 + ": c", "E119"),
    "one long key": ("k" * 1_900_000 + ": v", "E126"),
    "many broken values": (LESSON.replace("concepts: [orders]", "concepts: [" + "A, " * 90_000 + "]"), "E199"),
    "many outcomes": (LESSON.replace("outcomes:\n", "outcomes:\n" + "  - {id: a}\n" * 24_000), "E199"),
    "many citations": (LESSON.replace("sewa.[^f-001]", "sewa." + "[^f-001][^f-009]" * 200), "E306"),
    "ligatures": (
        LESSON + "".join(_question(n, "      accept:\n" + f"        - text: {'ﷺ' * 99}\n" * 20) for n in range(90)),
        "E213",
    ),
    "wildcards": (
        LESSON
        + "".join(
            _question(
                n,
                "      accept:\n" + "".join(f'        - pattern: "{"a*" * 40}b{m}"\n' for m in range(20))
                + "      slips:\n" + "".join(f"        - {{text: {'a' * 90}{m}, why: w{m}}}\n" for m in range(20)),
            )
            for n in range(90)
        ),
        "",
    ),
}  # fmt: skip


def _long_question(number: int, words: str) -> str:
    choice = "        - {{text: {{id: '{at} {words}', en: t{at}}}, why: {{id: w{at}, en: w{at}}}{more}}}\n"
    choices = "".join(choice.format(at=at, words=words, more=", correct: true" * (not at)) for at in range(9))
    return (
        f"  - question:\n      id: q-{number}\n      kind: single\n      concept: orders\n      level: 1\n"
        f"      prompt: {{id: '{words}', en: Which?}}\n      explanation: e\n      choices:\n{choices}"
    )


for sign in ("“", "yang tidak ", "1.", "a ", "mem", ". "):
    name = f"questions full of {sign!r}"
    BOMBS[name] = (
        LESSON + "".join(_long_question(n, (sign * 4_000)[: 3_900 // len(sign[0].encode())]) for n in range(45)),
        "",
    )


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name: str, tmp_path: Path) -> None:
    text, code = BOMBS[name]
    here = place(tmp_path)
    here.write(L, text)
    found = check(here)
    assert not code or code in [problem[0] for problem in found], found[:5]


def test_an_alias_bomb_is_refused_at_every_line(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    here = place(tmp_path)
    here.write(L, "\n".join(lines))
    found = check(here)
    assert {code for code, _ in found} >= {"E112", "E113", "E199"}


def test_60_megabytes(tmp_path: Path) -> None:
    here = place(tmp_path)
    with (here.root / L).open("wb") as file:
        for _ in range(60):
            file.write(b"a: b\n" * 200_000)
    assert check(here) == [["E102", 1]]


def test_a_long_chain_of_needs(tmp_path: Path) -> None:
    here = place(tmp_path)
    chain = "".join(f"  - {{id: c{n}, title: T, needs: [c{n + 1}]}}\n" for n in range(9_000))
    here.spoil(
        "courses/shop/module.yaml", "concepts:\n", f"concepts:\n{chain}  - {{id: c9000, title: T, needs: [c0]}}\n"
    )
    found = check(here)
    assert [code for code, _ in found] == ["E308"]


def test_huge_ids_of_a_reference_cost_little(tmp_path: Path) -> None:
    here = place(tmp_path)
    here.spoil(L, "facts: [f-001]", "facts: [f-001" + ", f-x" * 20_000 + "]")
    found = check(here)
    assert {code for code, _ in found} == {"E306", "E198", "E199"}
