"""A module with facts of its own and of the register, its pack, and zip files that nobody honest would make."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sosmed_learn.content.packs.pack import Pack, pack_of
from tests.content.building import LESSON, MODULE, Place, place

SEEDS = "seeds"
OWN_FACTS = """\
format: 1
title: {id: Foto, en: Photos}
facts:
  - id: foto-001
    claim: {id: "Foto #1 laku: 40%.", en: "Photo #1 sells: 40%."}
    source: Kami, 2026
    addresses: [https://example.org/x]
    confidence: seen
    shelf-life: yearly
    seen: 2026-11-20
    check-again: 2027-11-20
    corrected-by: [foto-002]
    correction: {id: Sudah lama., en: It is old.}
  - id: foto-002
    claim: {id: Sekarang 50%., en: Now 50%.}
    source: Kami, 2026
    confidence: seen
    shelf-life: yearly
    seen: 2026-11-20
    check-again: 2027-11-20
  - id: foto-003
    claim: {id: Tidak dikutip., en: Not cited.}
    source: Kami, 2026
    confidence: seen
    shelf-life: yearly
    seen: 2026-11-20
    check-again: 2027-11-20
"""


def course(root: Path, version: str = "1.0.0") -> Place:
    """A module ``own/mine`` that cites a fact of the register in ``seeds`` and one that stands beside it."""
    here = place(root)
    lesson = LESSON.replace("[^f-001]", "[^f-001][^foto-001]").replace("[f-001]", "[f-001, foto-001]")
    module = MODULE.replace("id: shop", "id: mine", 1).replace("version: 1.0.0", f"version: {version}")
    here.write("own/mine/module.yaml", module)
    here.write("own/mine/lessons/first.yaml", lesson)
    here.write("own/facts/foto.yaml", OWN_FACTS)
    return here


def mine(root: Path, version: str = "1.0.0") -> Pack:
    """The pack of that module."""
    return pack_of(course(root, version).root / "own" / "mine", root / SEEDS)


def forged(files: Mapping[str, bytes], manifest: Mapping[str, Any] | bytes | None = None, **attributes: Any) -> bytes:
    """A zip of ``files`` with a list that fits them, as somebody would make it who has read the code.

    ``manifest`` are keys to change in the list, or other bytes for it; ``attributes`` are set on the last entry.
    """
    rows = [{"name": n, "size": len(d), "sha256": hashlib.sha256(d).hexdigest()} for n, d in sorted(files.items())]
    listed = {"pack": 1, "id": "mine", "version": "1.0.0", "title": {"id": "W", "en": "S"}, "format": 1, "files": rows}
    if not isinstance(manifest, bytes):
        manifest = json.dumps({**listed, **(manifest or {})}, indent=2, ensure_ascii=False).encode() + b"\n"
    made = io.BytesIO()
    entries = sorted({**files, "manifest.json": manifest}.items())
    with zipfile.ZipFile(made, "w") as archive:
        for at, (name, data) in enumerate(entries):
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, 0o100644 << 16
            if at == len(entries) - 1:
                for key, value in attributes.items():
                    setattr(info, key, value)
            archive.writestr(info, data)
    return made.getvalue()
