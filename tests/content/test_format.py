"""The one declaration: a JSON Schema can be made of it, and reading with PyYAML's own parser gives the same."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sosmed_learn.content import nodes, syntax
from sosmed_learn.content.format import FactsFile, GlossaryFile, LessonFile, ModuleFile
from sosmed_learn.content.nodes import Composer
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.source import check_text
from tests.content.building import FACTS, GLOSSARY, LESSON, MODULE


@pytest.mark.parametrize("kind", [ModuleFile, LessonFile, GlossaryFile, FactsFile])
def test_a_json_schema_can_be_made(kind: type[msgspec.Struct]) -> None:
    schema = msgspec.json.schema(kind)
    shape = schema["$defs"][kind.__name__]
    assert shape["additionalProperties"] is False
    assert json.dumps(schema)


def test_the_schema_has_the_rules_between_keys() -> None:
    schema = msgspec.json.schema(LessonFile)
    steps = schema["$defs"]["LessonFile"]["properties"]["steps"]["items"]
    assert steps["oneOf"] == [{"required": [key]} for key in ("text", "question", "scenario", "task")]
    assert steps["dependentRequired"]["facts"] == ["text"]


_WITHOUT_C = """\
import sys
sys.modules["yaml._yaml"] = sys.modules["yaml.cyaml"] = None
from sosmed_learn.content.nodes import Composer
from sosmed_learn.content.pureparser import PureParser
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.source import check_text
from sosmed_learn.content.syntax import compose
assert issubclass(Composer, PureParser)
sheet = Sheet("x")
node = compose(check_text(sys.stdin.read(), sheet).text, sheet)
print(repr(node))
print([(p.code, p.line, p.column) for p in sheet.problems])
"""


@pytest.mark.parametrize(
    "text", [MODULE, LESSON, GLOSSARY, FACTS, "a: @x\nb: *y\nc: d #e\nf: g: h\na: 1\ni: > 5\nj: %x\n"]
)
def test_without_the_c_library_the_same_is_read(text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_C], input=text, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    sheet = Sheet("x")
    node = syntax.compose(check_text(text, sheet).text or "", sheet)
    places = [(problem.code, problem.line, problem.column) for problem in sheet.problems]
    assert done.stdout == f"{node!r}\n{places!r}\n"


def test_the_c_library_is_used_where_there_is_one() -> None:
    assert Composer.__mro__[1].__module__ in {"yaml._yaml", "yaml.cyaml", "_yaml"}
    assert nodes.MOST_LEVELS < 100


def _loaded(module: str) -> set[str]:
    script = f"import sys, {module}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "module", ["sosmed_learn.content.check", "sosmed_learn.content.library", "sosmed_learn.content.render"]
)
def test_no_front_end_is_loaded(module: str) -> None:
    assert not _loaded(module) & {"textual", "rich", "click", "tinydb", "markdown_it"}


def test_the_library_loads_only_what_the_first_screen_needs() -> None:
    assert not _loaded("sosmed_learn.content.library") & {"difflib", "json", "subprocess", "asyncio"}


def test_reading_right_files_compares_no_spellings(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom sosmed_learn.content.library import CourseLibrary\n"
        "from sosmed_learn.content.locations import Places\nfrom tests.content.building import place\n"
        f"here = place(Path({str(tmp_path)!r}))\nimported = 'difflib' in sys.modules\n"
        "library = CourseLibrary(Places(here.courses, here.seeds))\nlibrary.lesson('shop', 'first')\n"
        "assert imported or 'difflib' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).resolve().parents[2])
