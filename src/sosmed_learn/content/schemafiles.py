"""The schemas as files beside courses, and the comment by which a course file names its schema to an editor."""

import json
import os
from pathlib import Path

from sosmed_learn.content.folders import MODULE
from sosmed_learn.content.schema import FILES, Schema, schema_of

FOLDER = ".schema"
"""Stands beside the module folders. The dot keeps it out of the way of people and of everything that lists modules."""


def as_text(schema: Schema) -> str:
    """The schema as it is printed and written."""
    return json.dumps(schema, ensure_ascii=False, indent=2)


def write_schemas(courses: Path) -> list[Path]:
    """Write a file for each schema into ``courses/.schema`` and give their paths.

    Older ones are replaced. Raises ``OSError`` where the system refuses.
    """
    folder = courses / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in FILES:
        path = folder / f"{name}.json"
        path.write_bytes(f"{as_text(schema_of(name))}\n".encode())
        written.append(path)
    return written


def modeline(name: str, file: Path, courses: Path) -> str:
    """The first line of a course file, after which an editor completes and explains its keys.

    The schema is named from the file on, so that the line also holds on other machines and in other folders.
    """
    schema = os.path.relpath(courses / FOLDER / f"{name}.json", file.parent)
    return f"# yaml-language-server: $schema={Path(schema).as_posix()}"


def courses_of(module: Path) -> Path:
    """The folder of modules in which the module stands."""
    return Path(os.path.abspath(module)).parent  # noqa: PTH100 - resolve would follow links


def example(name: str) -> str:
    """The modeline of a usual file of that kind, to be copied."""
    courses = Path("courses")
    places = {
        "module": courses / "modul" / MODULE,
        "lesson": courses / "modul" / "lessons" / "x.yaml",
        "glossary": courses / "modul" / "glossary.yaml",
        "facts": courses / "facts" / "x.yaml",
    }
    return modeline(name, places[name], courses)
