"""Builds the wheel and installs it elsewhere, for tests that want a copy that knows nothing of the checkout."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """The output of ``command``; an assertion with all of it when it fails.

    The copy keeps its compiled code to itself: what the gate keeps of its own would grow by a copy with each run.
    """
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
    argv = [str(part) for part in command]
    done = subprocess.run(argv, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def pip() -> list[str]:
    """A pip that works: this environment's own, or that of the Python that made it (Debian gives out no copies)."""
    own = [sys.executable, "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True, check=False).returncode == 0:
        return own
    return [sys._base_executable, "-m", "pip"]  # type: ignore[attr-defined]


def build(into: Path) -> Path:
    """The wheel of this checkout."""
    run(*pip(), "--python", sys.executable, "wheel", "--quiet", "--no-deps", "--wheel-dir", into, ROOT)
    (wheel,) = into.glob("*.whl")
    return wheel


def install(wheel: Path, into: Path) -> Path:
    """A new environment with nothing but the wheel and what it needs; the folder of its commands."""
    run(sys.executable, "-m", "venv", "--without-pip", into)
    scheme = "nt" if sys.platform == "win32" else "posix_prefix"
    commands = Path(sysconfig.get_path("scripts", scheme, {"base": str(into)}))
    run(*pip(), "--python", commands / "python", "install", "--quiet", "--no-compile", wheel)
    return commands
