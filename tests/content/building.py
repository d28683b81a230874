"""A small valid course and register on disk, and ways to spoil it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sosmed_learn.content.check import Report, check
from sosmed_learn.content.problems import Problem

MODULE = """\
format: 1
id: shop
version: 1.0.0
reviewed: 2026-11-23
title: {id: Warung, en: Shop}
summary: {id: "Kamu bisa menghitung pesanan.", en: "You can count orders."}
concepts:
  - {id: orders, title: {id: Pesanan, en: Orders}, needs: []}
  - {id: prices, title: {id: Harga, en: Prices}, needs: [orders]}
misconceptions:
  - id: followers-are-results
    belief: {id: Pengikut itu hasil., en: Followers are results.}
    truth: {id: Pesanan itu hasil., en: Orders are results.}
lessons: [first]
exam: {questions: 3, pass: 80, minutes: 30}
"""

GLOSSARY = """\
terms:
  - id: funnel
    term: {id: Corong, en: Funnel}
    definition: {id: Jalan ke pesanan., en: The way to an order.}
"""

LESSON = """\
id: first
title: {id: Mulai dari pesanan, en: Start from orders}
minutes: 8
concepts: [orders]
outcomes:
  - {id: Menghitung pesanan., en: Count orders.}
steps:
  - id: why
    text:
      id: |-
        ## Mengapa

        Pesanan membayar sewa.[^f-001]
      en: |-
        ## Why

        Orders pay the rent.[^f-001]
    facts: [f-001]
  - question:
      id: pick-one
      kind: single
      concept: orders
      level: 1
      prompt: {id: "Mana yang dihitung?", en: "Which one counts?"}
      hints:
        - {id: Lihat kasnya., en: Look at the till.}
      choices:
        - text: {id: Pesanan, en: Orders}
          correct: true
          why: {id: Itu uang., en: That is money.}
        - text: {id: Pengikut, en: Followers}
          misconception: followers-are-results
          why: {id: Itu bukan uang., en: That is not money.}
      explanation: {id: "Lain kali, lihat kas.", en: "Next time, look at the till."}
  - question:
      id: pick-many
      kind: multiple
      concept: orders
      level: 2
      prompt: {id: "Mana saja angkanya?", en: "Which ones are numbers?"}
      choices:
        - {text: {id: Satu, en: One}, correct: true, why: {id: Ya., en: Yes.}}
        - {text: {id: Dua, en: Two}, correct: true, why: {id: Ini juga., en: This too.}}
        - {text: {id: Tiga, en: Three}, why: {id: Bukan., en: No.}}
      explanation: {id: "Lain kali, hitung.", en: "Next time, count."}
  - question:
      id: say-which
      kind: true-false
      concept: orders
      level: 1
      prompt: {id: Pengikut itu hasil., en: Followers are results.}
      answer: false
      misconception: followers-are-results
      why:
        true: {id: Bukan., en: They are not.}
        false: {id: Betul., en: Indeed.}
      explanation: {id: "Lain kali, hitung.", en: "Next time, count."}
  - question:
      id: type-it
      kind: text
      concept: orders
      level: 2
      prompt: {id: "Apa namanya?", en: "What is it called?"}
      accept:
        - text: jangkauan
        - text: reach
        - pattern: "akun unik*"
      model-answer: {id: jangkauan, en: reach}
      why: {id: Orang yang melihat., en: People who saw it.}
      slips:
        - text: impresi
          why: {id: Itu tayangan., en: Those are views.}
      explanation: {id: "Lain kali, hitung orang.", en: "Next time, count people."}
  - question:
      id: work-out
      kind: number
      concept: orders
      level: 2
      prompt: {id: "Berapa pesanan?", en: "How many orders?"}
      answer: 1250.5
      tolerance: 0.5
      unit: {id: pesanan, en: orders}
      why: {id: Dibagi dua., en: Divided by two.}
      slips:
        - answer: 800
          misconception: followers-are-results
          why: {id: Terbalik., en: Upside down.}
      explanation: {id: "Lain kali, bagi.", en: "Next time, divide."}
"""

FACTS = """\
format: 1
title: {id: Dasar, en: Basics}
facts:
  - id: f-001
    claim: {id: Pesanan membayar sewa., en: Orders pay the rent.}
    figure: {id: "38%", en: "38%"}
    source: 'Somebody, "Rents of Shops", Some Press, 2016'
    addresses:
      - https://example.org/a
    confidence: seen
    shelf-life: stable
    seen: 2026-03-31
    check-again: 2031-03-31
    article: true
    corrected-by: [f-002]
    correction: {id: Angka lama., en: An old figure.}
  - id: f-002
    claim: {id: Sewa naik., en: Rents rise.}
    source: {id: "Seseorang, Januari 2020", en: "Somebody, January 2020"}
    confidence: memory
    shelf-life: yearly
    seen: 2026-03-31
    check-again: 2027-03-31
"""

FILES: Mapping[str, str] = {
    "courses/shop/module.yaml": MODULE,
    "courses/shop/glossary.yaml": GLOSSARY,
    "courses/shop/lessons/first.yaml": LESSON,
    "seeds/facts/base.yaml": FACTS,
}
M, G, L, F = FILES


@dataclass
class Place:
    """A course folder and a seeds folder below ``root``."""

    root: Path

    @property
    def courses(self) -> Path:
        return self.root / "courses"

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def spoil(self, name: str, old: str, new: str, count: int = 1) -> str:
        """Replace ``old``, which must be there, by ``new``; the new text of the file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        changed = text.replace(old, new, count)
        self.write(name, changed)
        return changed

    def check(self, *names: str) -> Report:
        return check([self.root / name for name in names] or [self.courses, self.seeds])

    def problems(self, *names: str) -> list[Problem]:
        return list(self.check(*names).problems)


def place(root: Path, files: Mapping[str, str] = FILES) -> Place:
    """The valid course in ``root``."""
    here = Place(root)
    for name, text in files.items():
        here.write(name, text)
    return here


def position(text: str, mark: str, nth: int = 0) -> tuple[int, int]:
    """Line and column, from 1, of the ``nth`` place where ``mark`` stands in ``text``."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(mark, at + 1)
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
