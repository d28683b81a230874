"""``python3 src`` and ``python3 tests`` make their environment once, mend it when need be, and say what goes wrong."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def load_environment() -> ModuleType:
    spec = importlib.util.spec_from_file_location("environment", ROOT / "src" / "environment.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


environment = load_environment()


class FakeRunner:
    """Stands where commands are run: makes the interpreter that ``venv`` would make, fails where it is told to."""

    def __init__(self, folder: Path, *fails: str) -> None:
        self._folder = folder
        self._fails = fails
        self.commands: list[str] = []

    def __call__(self, command: list[str]) -> tuple[int, str]:
        said = " ".join(command).replace(str(self._folder), ".venv").replace(sys.executable, "python3")
        self.commands.append(said)
        if any(part in said for part in self._fails):
            return 1, f"the output of {said}"
        if " -m venv " in said:
            python = Path(environment.python_of(str(self._folder)))
            python.parent.mkdir(parents=True)
            python.touch()
        return 0, ""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "my checkout"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return root


def prepare(checkout: Path, extra: str = "", *fails: str) -> list[str]:
    runner = FakeRunner(checkout / ".venv", *fails)
    python = environment.prepare(str(checkout), extra, runner)
    assert python == environment.python_of(str(checkout / ".venv"))
    return runner.commands


def installs(commands: list[str]) -> list[str]:
    return [command for command in commands if " install " in command]


def makes(commands: list[str]) -> list[str]:
    return [command for command in commands if " -m venv " in command]


def test_the_first_start_makes_it_and_the_second_runs_nothing(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    first = prepare(checkout)
    assert makes(first) == ["python3 -m venv .venv"]
    assert installs(first)[0].endswith(f"--editable {checkout}")
    told = capfd.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 2
    assert "Menyiapkan" in told.err
    assert "Setting up" in told.err
    assert prepare(checkout) == []
    assert capfd.readouterr().err == ""


def test_a_changed_project_is_installed_again_into_the_same_environment(checkout: Path) -> None:
    prepare(checkout)
    (checkout / "pyproject.toml").write_text("[project]\n# more\n", encoding="utf-8")
    again = prepare(checkout)
    assert makes(again) == []
    assert len(installs(again)) == 1
    assert prepare(checkout) == []


def test_the_tests_add_their_tools_and_the_app_does_not_take_them_away(checkout: Path) -> None:
    prepare(checkout)
    assert installs(prepare(checkout, "dev"))[0].endswith("[dev]")
    assert prepare(checkout) == []
    (checkout / "pyproject.toml").write_text("[project]\n# more\n", encoding="utf-8")
    assert installs(prepare(checkout))[0].endswith("[dev]")
    assert prepare(checkout, "dev") == []


def test_another_python_or_another_place_makes_it_anew(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(checkout)
    moved = checkout.with_name("elsewhere")
    checkout.rename(moved)
    assert makes(prepare(moved))
    with monkeypatch.context() as patched:
        patched.setattr(environment.sys, "version_info", (3, 99, 1))
        assert makes(prepare(moved))
    assert makes(prepare(moved))
    Path(environment.python_of(str(moved / ".venv"))).unlink()
    assert makes(prepare(moved)), "the Python that made it was removed"


def test_an_interrupted_set_up_is_repaired_by_the_next_start(checkout: Path) -> None:
    class Interrupted(FakeRunner):
        def __call__(self, command: list[str]) -> tuple[int, str]:
            if "install" in command:
                raise KeyboardInterrupt
            return super().__call__(command)

    for prepared_before in (False, True):
        if prepared_before:
            prepare(checkout)
            (checkout / "pyproject.toml").write_text("[project]\n# more\n", encoding="utf-8")
        with pytest.raises(KeyboardInterrupt):
            environment.prepare(str(checkout), "", Interrupted(checkout / ".venv"))
        (checkout / ".venv" / "half-a-package").touch()
        assert makes(prepare(checkout))
        assert not (checkout / ".venv" / "half-a-package").exists()


def test_without_ensurepip_the_pip_of_this_python_does_it(checkout: Path) -> None:
    python = environment.python_of(".venv")
    commands = prepare(checkout, "", "-m venv .venv", f"{python} -m pip --version")
    assert makes(commands) == ["python3 -m venv .venv", "python3 -m venv --without-pip .venv"]
    assert installs(commands)[0].startswith(f"python3 -m pip --python {python} install ")


@pytest.mark.parametrize(
    ("fails", "advice"),
    [
        (("-m venv",), "python3-venv"),
        (("-m venv .venv", "pip"), "python3-venv"),
        ((" install ",), "internet"),
    ],
)
def test_a_failure_shows_the_output_and_what_to_do(
    checkout: Path, capfd: pytest.CaptureFixture[str], fails: tuple[str, ...], advice: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        prepare(checkout, "", *fails)
    assert ended.value.code == 1
    *_, indonesian, english = capfd.readouterr().err.splitlines()
    assert advice in indonesian
    assert advice in english
    assert makes(prepare(checkout)), "and the next start begins from nothing"


def test_the_output_of_pip_is_shown_only_when_it_fails(checkout: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        prepare(checkout, "", " install ")
    assert "the output of" in capfd.readouterr().err


def test_an_old_python_says_so_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.sys, "version_info", (3, 6, 15, "final", 0))
    with pytest.raises(SystemExit) as ended:
        environment.require_python()
    indonesian, english = str(ended.value.code).splitlines()
    assert indonesian == "sosmed-learn perlu Python 3.11 atau lebih baru; ini Python 3.6."
    assert english == "sosmed-learn needs Python 3.11 or newer; this is Python 3.6."


@pytest.mark.parametrize("script", ["src/environment.py", "src/__main__.py", "tests/__main__.py"])
def test_an_old_python_can_read_the_scripts(script: str) -> None:
    import ast  # noqa: PLC0415

    ast.parse((ROOT / script).read_text(encoding="utf-8"), feature_version=(3, 5))


def test_windows_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "WINDOWS", True)
    assert Path(environment.python_of("x")).parts == ("x", "Scripts", "python.exe")
    assert Path(environment.script_of("x", "lint-imports")).parts == ("x", "Scripts", "lint-imports.exe")


@pytest.mark.parametrize("windows", [False, True])
def test_the_app_takes_the_place_of_the_script_and_its_exit_code_is_handed_on(
    monkeypatch: pytest.MonkeyPatch, *, windows: bool
) -> None:
    command = [sys.executable, "-c", "raise SystemExit(7)"]
    became: list[Any] = []
    monkeypatch.setattr(environment, "WINDOWS", windows)

    def execv(*arguments: Any) -> None:
        became.append(arguments)
        raise SystemExit(7)  # the real one never comes back

    def wait_for(told: list[str]) -> int:
        became.append(told)
        return 7

    monkeypatch.setattr(environment.os, "execv", execv)
    monkeypatch.setattr(environment, "wait_for", wait_for)
    with pytest.raises(SystemExit) as ended:
        environment.start(command)
    assert ended.value.code == 7
    assert became == [command if windows else (sys.executable, command)]


def test_the_exit_code_of_a_child_is_handed_on() -> None:
    assert environment.wait_for([sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_a_second_start_costs_next_to_nothing() -> None:
    slow = "{'subprocess', 'shutil', 'venv', 'pathlib'}"
    loaded = f"import sys; import environment; sys.exit(bool({slow} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-S", "-c", loaded], cwd=ROOT / "src", check=False).returncode == 0
