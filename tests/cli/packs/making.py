"""A module in several versions, its packs, and what is installed of it."""

import shutil
from pathlib import Path

from sosmed_learn.content.packs.manifest import Manifest, rows_of
from sosmed_learn.content.packs.pack import Pack
from sosmed_learn.storage.locations import courses_folder
from tests.cli.running import LESSON, MODULE, Ran, Run, course

MADE: dict[tuple[str, str], bytes] = {}
REWORDED = LESSON.replace("Which one counts?", "Which of them counts?").replace(
    "Mana yang dihitung?", "Apa yang dihitung?"
)
ASKED_AGAIN = LESSON.replace("id: pick-one\n", "id: pick-one\n      revision: 2\n")


def author(folder: Path, version: str = "1.0.0", lesson: str = LESSON, name: str = "shop") -> Path:
    """The folder of a module."""
    shutil.rmtree(folder, ignore_errors=True)
    course(folder, lesson)
    text = MODULE.replace("version: 1.0.0", f"version: {version}").replace("id: shop", f"id: {name}")
    (folder / "shop" / "module.yaml").write_text(text, encoding="utf-8")
    return folder / "shop"


def pack(run: Run, folder: Path, version: str = "1.0.0", lesson: str = LESSON) -> Path:
    """A pack of that version, in the folder where we stand; made once, because the same module gives the same pack."""
    source, target = author(folder, version, lesson), Path(f"shop-{version}.zip").absolute()
    if (version, lesson) not in MADE:
        assert run("pack", str(source), "--force").code == 0
        MADE[version, lesson] = target.read_bytes()
    target.write_bytes(MADE[version, lesson])
    return target


def left() -> list[str]:
    """The visible and hidden names beside installed modules."""
    return sorted(path.name for path in courses_folder().iterdir() if path.name != ".lock")


def english(run: Run, *arguments: str) -> Ran:
    return run("--lang", "en", *arguments)


def forged(folder: Path, **keys: object) -> bytes:
    """A pack of a module as it is, right in form, with other words in its manifest."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}
    about = {"id": "shop", "version": "1.0.0", **keys}
    manifest = Manifest(pack=1, title={"id": "W", "en": "\x1b[31mS"}, format=1, files=rows_of(files), **about)  # type: ignore[arg-type]
    return Pack(manifest, files, folder).as_bytes()
