"""One virtual environment for this checkout, made and kept right by ``python3 src`` and ``python3 tests``.

It stands in ``.venv``, which belongs to these commands: it is emptied and made anew whenever its stamp does not fit.
The stamp is written last, so a set-up that was interrupted is repaired by the next start. Only the standard library is
used here, and only syntax that old Pythons can read, because an old Python must still say what it lacks.
"""

import hashlib
import os
import sys

NEEDED = (3, 11)
STAMP = "sosmed-learn.stamp"
WINDOWS = os.name == "nt"


def require_python():
    """End with one sentence in both languages when this Python is too old."""
    if sys.version_info < NEEDED:
        sys.exit(
            "sosmed-learn perlu Python {0}.{1} atau lebih baru; ini Python {2}.{3}.\n"
            "sosmed-learn needs Python {0}.{1} or newer; this is Python {2}.{3}.".format(
                *(NEEDED + sys.version_info[:2])
            )
        )


def prepare(root, extra="", run=None):
    """Return the environment's interpreter, after making or mending the environment if there is need.

    ``extra`` is a group of optional dependencies. ``run`` takes a command and gives its exit code and its output; tests
    put their own in its place. Ends the program with a sentence when it cannot be done.
    """
    run = run or _run
    folder = os.path.join(root, ".venv")
    python = python_of(folder)
    stamp = os.path.join(folder, STAMP)
    had = _read(stamp)
    if os.path.exists(python) and had in [wanted(root, name) for name in {extra, "dev"}]:
        return python
    _say("Menyiapkan sosmed-learn di .venv, kira-kira satu menit ...")
    _say("Setting up sosmed-learn in .venv, about a minute ...")
    had_same_python = bool(had) and had.splitlines()[:2] == wanted(root, extra).splitlines()[:2]
    try:
        if had:
            os.unlink(stamp)
    except OSError as error:
        sys.exit("{0}: {1}".format(error.strerror or error, folder))
    if not (had_same_python and os.path.exists(python)):
        _create(folder, run)
    _install(root, folder, extra or ("dev" if had.endswith("extra dev\n") else ""), run)
    return python


def wanted(root, extra):
    """What the stamp says when all is as it should be. The place counts: an environment cannot be moved."""
    with open(os.path.join(root, "pyproject.toml"), "rb") as file:
        project = hashlib.sha256(file.read()).hexdigest()
    version = ".".join(str(part) for part in sys.version_info[:3])
    return "place {0}\npython {1}\nproject {2}\nextra {3}\n".format(os.path.abspath(root), version, project, extra)


def python_of(folder):
    """The interpreter of the environment in ``folder``, whether or not it is there."""
    return script_of(folder, "python")


def script_of(folder, name):
    """A command of the environment in ``folder``."""
    return os.path.join(folder, "Scripts", name + ".exe") if WINDOWS else os.path.join(folder, "bin", name)


def start(command):
    """Go on as ``command``; on Windows, which cannot, run it and hand on its exit code."""
    if not WINDOWS:
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)
    sys.exit(wait_for(command))


def wait_for(command, **options):
    """Run ``command`` on this terminal and give its exit code. Ctrl+C reaches it too, and it is the one to decide."""
    import subprocess  # noqa: PLC0415 - 10 ms that a start on POSIX has no use for

    process = subprocess.Popen(command, **options)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def _create(folder, run):
    """Make the environment from nothing; without pip in it where this Python has none to give."""
    import shutil  # noqa: PLC0415 - needed once

    interpreter = _interpreter(folder)
    if os.path.isdir(folder) and not os.path.islink(folder):
        shutil.rmtree(folder)
    code, output = run([interpreter, "-m", "venv", folder])
    if code:
        # Debian's python3 without python3-venv has venv but not ensurepip; its own pip can work for the environment.
        shutil.rmtree(folder, ignore_errors=True)
        code, second = run([interpreter, "-m", "venv", "--without-pip", folder])
        if code:
            _give_up(
                output + second,
                "Lingkungan Python di .venv tidak bisa dibuat. Di Debian atau Ubuntu: sudo apt install python3-venv",
                "The Python environment in .venv cannot be made. On Debian or Ubuntu: sudo apt install python3-venv",
            )


def _install(root, folder, extra, run):
    """Install the checkout into the environment, and stamp it."""
    python = python_of(folder)
    target = root + ("[" + extra + "]" if extra else "")
    pips = ([python, "-m", "pip"], [_interpreter(folder), "-m", "pip", "--python", python])
    code, _ = run([*pips[0], "--version"])
    pip, missing = pips[bool(code)], ""
    if code:
        code, missing = run([*pip, "--version"])
    if code:
        _give_up(
            missing,
            "Python ini tidak punya pip. Di Debian atau Ubuntu: sudo apt install python3-venv",
            "This Python has no pip. On Debian or Ubuntu: sudo apt install python3-venv",
        )
    code, output = run([*pip, "install", "--no-input", "--disable-pip-version-check", "--editable", target])
    if code:
        _give_up(
            output,
            "Pemasangan gagal; alasannya tertulis di atas. Periksa sambungan internet, lalu jalankan lagi.",
            "Installing failed; the reason stands above. Check the internet connection, then run it again.",
        )
    with open(os.path.join(folder, STAMP), "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(wanted(root, extra))


def _interpreter(folder):
    """This Python, but never the one inside the environment that is about to be emptied."""
    if os.path.realpath(sys.prefix) == os.path.realpath(folder):
        return getattr(sys, "_base_executable", sys.executable)
    return sys.executable


def _run(command):
    import subprocess  # noqa: PLC0415 - 10 ms that a start without set-up has no use for

    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _read(path):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except (OSError, ValueError):
        return ""


def _say(sentence):
    print(sentence, file=sys.stderr)
    sys.stderr.flush()


def _give_up(output, *sentences):
    for text in (output.rstrip(), "", *sentences):
        _say(text)
    sys.exit(1)
