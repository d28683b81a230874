"""The tables of all keys in ``courses/README.md``: ``python -m tests.reference update | check``.

They are made from the declaration of the format and stand between two comments, once in each language. ``check`` ends
with 1 when the page does not say what the declaration says.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import inspect
from msgspec.structs import fields

from sosmed_learn.content import format as shape
from sosmed_learn.content.keydocs import GROUPS, key_doc
from sosmed_learn.i18n import Reader, in_language

PAGE = Path(__file__).parents[1] / "courses" / "README.md"
LANGUAGES: tuple[Reader, ...] = ("id", "en")

ORDER: tuple[type[shape.Shape], ...] = (
    shape.ModuleFile, shape.ConceptShape, shape.MisconceptionShape, shape.ExamShape, shape.DiagnosisShape,
    shape.GlossaryFile, shape.TermShape,
    shape.LessonFile, shape.StepShape, shape.QuestionShape,
    shape.SingleShape, shape.MultipleShape, shape.ChoiceShape,
    shape.TrueFalseShape, shape.SidesShape,
    shape.TextQuestionShape, shape.AnswerShape, shape.TextSlipShape,
    shape.NumberQuestionShape, shape.GivenShape, shape.NumberSlipShape,
    shape.OrderShape, shape.OrderItemShape,
    shape.MatchShape, shape.PairShape, shape.ExtraShape,
    shape.SortShape, shape.BinShape, shape.SortItemShape,
    shape.FillShape, shape.BlankShape,
    shape.ChosenTogetherShape, shape.OrderedTogetherShape, shape.PlacedTogetherShape,
    shape.ScenarioShape, shape.NodeShape, shape.MessageShape, shape.ReplyShape, shape.MeterShape, shape.ClockShape,
    shape.TaskShape, shape.TaskFieldShape, shape.FieldChoiceShape, shape.CriterionShape,
    shape.FactsFile, shape.FactShape, shape.IgnoreShape, shape.Words,
)  # fmt: skip

LONG = 1_000
"""Characters: a limit as high as that is met by nobody."""
PLAIN = {
    inspect.DecimalType: "number",
    inspect.BoolType: "truth",
    inspect.DateType: "date",
    inspect.StructType: "group",
}
WORDS = {
    "id": {
        "head": "| kunci | isi | wajib | gunanya |",
        "yes": "ya",
        "text": "teks",
        "words": "teks, boleh per bahasa",
        "id": "id",
        "form": "teks berbentuk khusus",
        "whole": "bilangan bulat",
        "number": "bilangan",
        "truth": "`true` atau `false`",
        "date": "tanggal, seperti 2026-11-23",
        "list": "daftar",
        "group": "kelompok kunci",
        "table": "kelompok: id, masing-masing dengan {held}",
        "from": "dari {low} sampai {high}",
        "least": "{low} atau lebih",
        "items": "{low} sampai {high} butir",
        "longest": "paling panjang {high} karakter",
    },
    "en": {
        "head": "| key | holds | needed | what it is for |",
        "yes": "yes",
        "text": "text",
        "words": "text, in each language if you like",
        "id": "an id",
        "form": "text of a certain form",
        "whole": "a whole number",
        "number": "a number",
        "truth": "`true` or `false`",
        "date": "a date such as 2026-11-23",
        "list": "a list",
        "group": "a group of keys",
        "table": "a group: ids, each with {held}",
        "from": "from {low} to {high}",
        "least": "{low} or more",
        "items": "{low} to {high} items",
        "longest": "at most {high} characters",
    },
}  # fmt: skip


def tables(language: Reader) -> str:
    """A heading and a table for each group of the format."""
    made = "\n".join("\n".join(_group(group, language)) for group in ORDER)
    return made.replace("<", "&lt;")  # lessons/<id>.yaml is no HTML


def _group(group: type[shape.Shape], language: Reader) -> Iterator[str]:
    yield f"#### {_heading(group)}"
    yield ""
    yield in_language(language, GROUPS[group])
    yield ""
    yield WORDS[language]["head"]
    yield "| --- | --- | --- | --- |"
    if group is shape.QuestionShape:
        kinds = [str(kind.__struct_config__.tag) for kind in group.__subclasses__()]
        yield _row("kind", ", ".join(f"`{kind}`" for kind in kinds), WORDS[language]["yes"], group, language)
    common = {field.name for field in fields(shape.QuestionShape)} if group is not shape.QuestionShape else set()
    info = inspect.type_info(group)
    for field in info.fields if isinstance(info, inspect.StructType) else ():
        if field.name not in common or not issubclass(group, shape.QuestionShape):
            needed = WORDS[language]["yes"] if field.required else ""
            yield _row(field.encode_name, holds(field.type, language), needed, group, language)
    yield ""


def _heading(group: type[shape.Shape]) -> str:
    """The file, the kind of question, or the key under which the group stands, as an author meets it."""
    tag = group.__struct_config__.tag
    named: dict[type[shape.Shape], str] = {
        shape.ModuleFile: "module.yaml", shape.LessonFile: "lessons/….yaml", shape.GlossaryFile: "glossary.yaml",
        shape.FactsFile: "facts/….yaml", shape.ConceptShape: "concepts", shape.MisconceptionShape: "misconceptions",
        shape.ExamShape: "exam", shape.DiagnosisShape: "diagnosis",
        shape.TermShape: "terms", shape.StepShape: "steps", shape.QuestionShape: "question",
        shape.ChoiceShape: "choices", shape.SidesShape: "true-false → why", shape.AnswerShape: "accept",
        shape.TextSlipShape: "text → slips", shape.NumberSlipShape: "number → slips", shape.FactShape: "facts",
        shape.OrderItemShape: "order → items", shape.PairShape: "match → pairs", shape.ExtraShape: "match → extras",
        shape.BinShape: "sort → bins", shape.SortItemShape: "sort → items", shape.BlankShape: "fill → blanks",
        shape.ChosenTogetherShape: "multiple → combinations", shape.OrderedTogetherShape: "order → combinations",
        shape.PlacedTogetherShape: "match, sort → combinations", shape.GivenShape: "number → given",
        shape.ScenarioShape: "scenario", shape.NodeShape: "scenario → nodes", shape.MessageShape: "nodes → messages",
        shape.ReplyShape: "nodes → choices", shape.MeterShape: "scenario → meters",
        shape.TaskShape: "task", shape.TaskFieldShape: "task → fields", shape.FieldChoiceShape: "fields → choices",
        shape.CriterionShape: "task → rubric", shape.ClockShape: "scenario → clock",
        shape.Words: "id, en", shape.IgnoreShape: "ignore",
    }  # fmt: skip
    return named.get(group, f"kind: {tag}")


def _row(key: str, held: str, needed: str, group: type[shape.Shape], language: Reader) -> str:
    return f"| `{key}` | {held} | {needed} | {in_language(language, key_doc(group, key))} |"


def holds(kind: inspect.Type, language: Reader, rules: Any = None) -> str:
    """What can stand behind a key, in a few words."""
    say = WORDS[language]
    match kind:
        case inspect.Metadata():
            words = holds(kind.type, language, kind.extra_json_schema)
        case inspect.UnionType():
            words = _one_of(kind, language)
        case inspect.VarTupleType(min_length=low, max_length=high):
            count = f"{say['items'].format(low=low or 0, high=high)}; " if high else ""
            words = f"{say['list']}: {count}{holds(kind.item_type, language)}"
        case inspect.DictType():
            words = say["table"].format(held=holds(kind.value_type, language))
        case inspect.LiteralType():
            words = ", ".join(f"`{value}`" for value in kind.values)
        case inspect.IntType(ge=low, le=high):
            limit = say["least"].format(low=low) if high is None else say["from"].format(low=low, high=high)
            words = f"`{low}`" if low == high else f"{say['whole']}, {limit}"
        case inspect.StrType():
            words = _text(kind, language, rules or {})
        case _:
            words = say[PLAIN[type(kind)]]
    return words


def _text(kind: inspect.StrType, language: Reader, rules: dict[str, str]) -> str:
    say = WORDS[language]
    if kind.pattern == f"^{shape.SLUG}$":
        return say["id"]
    if kind.pattern:
        return in_language(language, rules.get("description", say["form"]))
    short = kind.max_length and kind.max_length < LONG
    return f"{say['text']}, {say['longest'].format(high=kind.max_length)}" if short else say["text"]


def _one_of(kind: inspect.UnionType, language: Reader) -> str:
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    if len(kinds) == 1:
        return holds(kinds[0], language)
    groups = [each for each in kinds if isinstance(each, inspect.StructType)]
    return WORDS[language]["group" if len(groups) == len(kinds) else "words"]


def page(text: str) -> str:
    """``text`` of the page with the tables of today between their comments. Raises ``ValueError`` without those."""
    for language in LANGUAGES:
        begin, end = f"<!-- reference {language} -->", f"<!-- /reference {language} -->"
        place = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if len(place.findall(text)) != 1:
            raise ValueError(begin)
        before, after = place.split(text)
        text = f"{before}{begin}\n\n{tables(language)}\n{end}{after}"
    return text


def main(arguments: list[str]) -> int:
    """Do what the one argument says."""
    text = PAGE.read_text(encoding="utf-8")
    match arguments:
        case ["update"]:
            PAGE.write_bytes(page(text).encode())
        case ["check"]:
            if page(text) != text:
                print(f"{PAGE} is out of step with the format, run: python -m tests.reference update")
                return 1
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
