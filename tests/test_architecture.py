"""The shape of the code: sizes, docstrings, what is imported when, and calls that no file may contain."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "src").rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
COURSES = str(ROOT / "courses")
TEXT_CALLS = {"open", "read_text", "write_text", "fdopen", "NamedTemporaryFile", "TemporaryFile"}

every_file = pytest.mark.parametrize("path", FILES, ids=NAMES)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@every_file
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@every_file
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@every_file
def test_wherever_text_is_read_or_written_its_encoding_is_said(path: Path) -> None:
    assert [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and is_text_call(node)] == []


def is_text_call(call: ast.Call) -> bool:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name not in TEXT_CALLS or ast.unparse(function) == "os.open":
        return False
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    modes = [node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    binary = any("b" in mode and set(mode) <= set("rwaxb+") for mode in modes)
    return not binary and not any(keyword.arg == "encoding" for keyword in call.keywords)


@every_file
def test_no_error_is_caught_that_nobody_foresaw(path: Path) -> None:
    assert list(broad(tree(path))) == []


def broad(module: ast.Module) -> Iterator[int]:
    for node in ast.walk(module):
        if isinstance(node, ast.ExceptHandler):
            caught = list[ast.expr | None](node.type.elts) if isinstance(node.type, ast.Tuple) else [node.type]
            if any(kind is None or getattr(kind, "id", "") in {"Exception", "BaseException"} for kind in caught):
                yield node.lineno


def loaded_by(statement: str, tmp_path: Path) -> set[str]:
    """The top packages in memory after ``statement`` in an interpreter of its own."""
    script = (
        "import sys\n"
        "try:\n"
        f"    {statement}\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "finally:\n"
        "    print('loaded:', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    environment = {"PYTHONPATH": str(ROOT / "src"), "SOSMED_LEARN_HOME": str(tmp_path), "SYSTEMROOT": r"C:\Windows"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stdout.rpartition("loaded:")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["next"],
        ["check"],
        ["schema"],
        ["transcript"],
        ["diff", COURSES, COURSES],
        ["new", "module", "x", "--in", "{tmp}"],
        ["courses", "list"],
        ["pack", COURSES + "/strategy", "-o", "{tmp}"],
        ["progress", "show"],
        ["progress", "export"],
    ],
)
def test_commands_do_without_textual(arguments: list[str], tmp_path: Path) -> None:
    given = [argument.format(tmp=tmp_path) for argument in arguments]
    loaded = loaded_by(f"from sosmed_learn.cli.main import main; main({given!r})", tmp_path)
    assert "sosmed_learn" in loaded
    assert not loaded & {"textual", "rich"}


def core_modules() -> list[str]:
    return [f"sosmed_learn.core.{path.stem}" for path in (ROOT / "src/sosmed_learn/core").glob("*.py")]


def test_core_needs_nothing_but_msgspec_and_the_standard_library(tmp_path: Path) -> None:
    loaded = loaded_by("import " + ", ".join(sorted(core_modules())), tmp_path)
    ours = {name for name in loaded if name not in sys.stdlib_module_names and not name.startswith("_")}
    assert ours <= {"sosmed_learn", "msgspec", "typing_extensions"} | started_with(tmp_path)


def started_with(tmp_path: Path) -> set[str]:
    """What an interpreter has in memory before anything of ours runs: path files of the environment may load things."""
    return loaded_by("pass", tmp_path)


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("content.check", {"textual", "rich", "tinydb", "filelock"}),
        ("storage.store", {"textual", "rich", "yaml", "click", "tinydb", "filelock"}),
        ("i18n", {"textual", "rich", "yaml", "click", "tinydb", "msgspec"}),
        ("tui.app", {"yaml", "tinydb", "click", "filelock", "sqlite3"}),
    ],
)
def test_a_layer_does_not_load_what_is_the_business_of_another(module: str, never: set[str], tmp_path: Path) -> None:
    assert not loaded_by(f"import sosmed_learn.{module}", tmp_path) & never
