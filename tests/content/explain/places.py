"""Examples about what stands where on disk, made true: for each code the good place and the bad one."""

from collections.abc import Callable
from datetime import date

from sosmed_learn.content.check import Report, check
from sosmed_learn.content.explain.example import claim, indented
from sosmed_learn.content.locations import Places
from sosmed_learn.content.translations import Version
from tests.content.building import LESSON, MODULE, G, L, M, Place, place

TODAY = date(2026, 11, 26)
Made = Callable[[Place], Report]


def _on_file(content: str | bytes, name: str = L) -> Made:
    def make(here: Place) -> Report:
        place(here.root).write(name, content)
        return here.check()

    return make


def _named(
    name: str, content: str = LESSON.replace("id: first", "id: second"), lessons: str = "[first, second]"
) -> Made:
    def make(here: Place) -> Report:
        place(here.root)
        here.spoil(M, "lessons: [first]", f"lessons: {lessons}")
        here.write(name, content)
        return here.check()

    return make


def _only(*names: str, path: str = "courses") -> Made:
    def make(here: Place) -> Report:
        for name in names:
            here.write(name, MODULE if "modul" in name else LESSON)
        here.courses.mkdir(exist_ok=True)
        return check([here.root / path])

    return make


def _folder_for_file(here: Place) -> Report:
    place(here.root)
    (here.root / L).unlink()
    (here.root / L).mkdir()
    return here.check()


def _extra(name: str) -> Made:
    def make(here: Place) -> Report:
        place(here.root).write("notes.txt", "x")
        return check(bundled=Places(here.courses, here.seeds), extra=[here.root / name])

    return make


def _modules(count: int) -> Made:
    def make(here: Place) -> Report:
        for at in range(count):
            text = MODULE.replace("id: shop", f"id: m{at}").replace("[first]", "[]")
            here.write(f"courses/m{at}/module.yaml", text)
        return here.check("courses")

    return make


def _two(identifier: str, title: str = "Orders") -> Made:
    def make(here: Place) -> Report:
        place(here.root)
        text = (
            MODULE.replace("id: shop", f"id: {identifier}")
            .replace("[first]", "[]")
            .replace("en: Orders", f"en: {title}")
        )
        here.write("courses/zkios/module.yaml", text)
        return here.check("courses")

    return make


def _copy(identifier: str) -> Made:
    def make(here: Place) -> Report:
        place(here.root)
        copy = place(here.root / "copy")
        copy.spoil(M, "id: shop", f"id: {identifier}")
        return check([copy.courses], bundled=Places(here.courses, here.seeds))

    return make


def _repeated(line: str, count: int) -> Made:
    return _on_file(LESSON.replace("outcomes:\n", "outcomes:\n" + "".join(line.format(at=at) for at in range(count))))


def _stray(content: str) -> Made:
    def make(here: Place) -> Report:
        return check([place(here.root).write("notes.yaml", content)])

    return make


def _defined(term: str, indonesian: str, english: str) -> Made:
    """A course with a term in its glossary and two texts."""

    def make(here: Place) -> Report:
        names = dict(zip(("id", "en"), term.split(" = "), strict=True))
        text = f"  - text: {{id: {indonesian}, en: {english}}}\n"
        place(here.root).spoil(G, "{id: Corong, en: Funnel}", f"{{id: {names['id']}, en: {names['en']}}}")
        here.spoil(L, "steps:\n", f"steps:\n{text}{text}")
        return here.check()

    return make


def _earlier(was: str, now: str) -> Made:
    """A lesson whose title had other words in an earlier version."""

    def make(here: Place) -> Report:
        place(here.root).write(L, LESSON.replace("{id: Mulai dari pesanan, en: Start from orders}", now))
        old = Version("2026-03-01", LESSON.replace("{id: Mulai dari pesanan, en: Start from orders}", was))
        return check([here.courses, here.seeds], history=lambda path: [old] if path.name == "first.yaml" else [])

    return make


_UNKNOWN = "  - {{id: A{at}, en: B{at}, zz: c}}\n"
_PLAIN = "  - Kalimat yang cukup panjang {at}.\n"
_NOTES = LESSON.replace("id: first", "id: notes")


def _two_concepts(*asked: str) -> Made:
    """A course that teaches two concepts and asks about those in ``asked``."""

    def make(here: Place) -> Report:
        place(here.root)
        here.spoil(L, "concepts: [orders]", "concepts: [orders, prices]")
        steps = indented("\n".join(claim(f"q-{name}").replace("orders", name) for name in asked))
        here.spoil(L, "steps:\n", f"steps:\n  - text: {{id: Kas., en: Till.}}\n{steps}\n")
        return here.check()

    return make


def _bank(step: str) -> Made:
    """A course with a file of questions for the exam alone."""

    def make(here: Place) -> Report:
        place(here.root)
        here.spoil(M, "minutes: 30}", "minutes: 30, bank: [bank]}")
        head = "id: bank\ntitle: {id: Soal, en: Questions}\nminutes: 5\nsteps:\n"
        here.write("courses/shop/lessons/bank.yaml", f"{head}{indented(claim('q-one'))}\n{indented(step)}\n")
        return here.check()

    return make


def _probes(*steps: str) -> Made:
    """A course with a file of questions for the blind-spot map alone."""

    def make(here: Place) -> Report:
        place(here.root)
        here.spoil(M, "exam:", "diagnosis: {bank: [probes]}\nexam:")
        here.spoil(M, "  - {id: prices, title: {id: Harga, en: Prices}, needs: [orders]}\n", "")
        head = "id: probes\ntitle: {id: Soal peta, en: Probes}\nminutes: 5\nsteps:\n"
        here.write("courses/shop/lessons/probes.yaml", head + "".join(f"{indented(step)}\n" for step in steps))
        return here.check()

    return make


_TWO = (claim("p-one"), claim("p-two"))

PLACES: dict[str, tuple[Made, Made]] = {
    "E101": (
        _only("courses/shop/module.yaml", L, path="courses/shop"),
        _only("courses/shop/module.yaml", L, path="courses/shoop"),
    ),
    "E102": (_on_file(LESSON), _on_file(LESSON + "#" * 3_000_000)),
    "E103": (_on_file(LESSON), _on_file(LESSON.replace("Kas", "Kás").replace("Lihat", "Lihát").encode("cp1252"))),
    "E104": (_on_file(LESSON), _on_file("")),
    "E109": (_on_file(LESSON), _folder_for_file),
    "E111": (_on_file(LESSON), _on_file("- a\n" * 200_000)),
    "E131": (_stray(_NOTES), _stray("rice: 5\n")),
    "E132": (_modules(1), _only()),
    "E133": (_named(L, LESSON, "[first]"), _only(L)),
    "E137": (_on_file(MODULE, M), _only("courses/shop/modul.yaml")),
    "E138": (_on_file(LESSON), _on_file(LESSON.encode("utf-16"))),
    "E139": (_modules(200), _modules(201)),
    "E140": (_extra("courses"), _extra("notes.txt")),
    "E143": (_named("courses/shop/lessons/second.yaml"), _named("courses/shop/lesson/second.yaml")),
    "E198": (_repeated(_UNKNOWN, 20), _repeated(_UNKNOWN, 21)),
    "E199": (_repeated(_UNKNOWN, 200), _repeated(_UNKNOWN, 201)),
    "E310": (_two("kios"), _two("shop")),
    "W501": (_named("courses/shop/lessons/second.yaml"), _named("courses/shop/lessons/second.yaml", lessons="[first]")),
    "W504": (_named("courses/shop/lessons/second.yaml"), _named("courses/shop/lessons/second.yml", lessons="[first]")),
    "W507": (_two("kios"), _two("kios", "Sales")),
    "W508": (_named("courses/shop/lessons/second.yaml"), _named("courses/shop/second.yaml", lessons="[first]")),
    "W512": (_copy("mine"), _copy("shop")),
    "W516": (
        _named("courses/shop/lessons/second.yaml"),
        _named("courses/shop/lessons/Second Lesson.yaml", lessons="[first]"),
    ),
    "W526": (
        _defined("Ukuran pamer = Vanity metric", "Ukuran pamer.", "Vanity metrics."),
        _defined("Ukuran pamer = Vanity metric", "Ukuran pamer.", "Show-off numbers."),
    ),
    "W527": (
        _defined("Lokapasar = Marketplace", "Lokapasar.", "Marketplace."),
        _defined("Lokapasar = Marketplace", "Loka pasar.", "Marketplace."),
    ),
    "W528": (
        _earlier("{id: Mulai, en: Start}", "{id: Buka, en: Open}"),
        _earlier("{id: Mulai, en: Start}", "{id: Buka, en: Start}"),
    ),
    "W582": (_two_concepts("orders", "prices"), _two_concepts("orders")),
    "W583": (_bank(claim("q-two")), _bank("- text: {id: Kas., en: Till.}")),
    "W584": (_bank(claim("q-two")), _bank(claim("q-two", "pretest: true"))),
    "W585": (_bank(claim("q-two")), _bank(claim("q-two", "tries: 2"))),
    "W586": (_probes(*_TWO), _probes(claim("p-one"))),
    "W587": (_probes(*_TWO), _probes(*_TWO, "- text: {id: Kas., en: Till.}")),
    "W588": (_probes(*_TWO), _probes(*_TWO, claim("p-three", "pretest: true"))),
    "W589": (_probes(*_TWO), _probes(*_TWO, claim("pick-one"))),
    "W598": (_repeated(_PLAIN, 20), _repeated(_PLAIN, 21)),
}
