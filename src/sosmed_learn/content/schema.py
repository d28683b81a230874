"""The declaration of the format -> JSON Schema draft-07, so that editors complete keys, explain them and mark mistakes.

The loader takes every scalar as the text that was typed, an editor as what YAML makes of it. The schema therefore
allows both: a number where text is asked for (``2024``), and digits in quotes where a number is. What only ``check``
can see (references, the languages of the module, what a dot in ``1.250`` means) is not here. Writes no file.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from msgspec import inspect

from sosmed_learn.content import format as shape
from sosmed_learn.content.keydocs import GROUPS, in_both, key_doc
from sosmed_learn.content.reading import bare
from sosmed_learn.content.scalars import EITHER_WAY, MOST_LINES, NUMBER, WHOLE

Schema: TypeAlias = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FILES: Mapping[str, type[shape.Shape]] = {
    "module": shape.ModuleFile,
    "lesson": shape.LessonFile,
    "glossary": shape.GlossaryFile,
    "facts": shape.FactsFile,
}
_TELLING = {"lesson": "steps", "glossary": "terms", "facts": "facts"}  # the key that tells a file from the others

_MOST = 999_999_999  # of a whole number without a limit of its own
_READABLE = rf"^(?!(?:[^\n]*\n){{{MOST_LINES}}})\s*\S"
"""There is something to read, and not too many lines of it."""
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


def schema_of(name: str) -> Schema:
    """The schema of one kind of file, a key of ``FILES``, with all it refers to. Raises ``KeyError`` for others."""
    maker = _Maker()
    root = maker.group(inspect.type_info(FILES[name]), {})
    return {"$schema": DRAFT, **maker.definitions.pop(_named(root)), "definitions": _sorted(maker.definitions)}


def schema_of_any() -> Schema:
    """One schema for all course files, which are told apart by their keys as ``check`` does it."""
    maker = _Maker()
    roots = {name: maker.group(inspect.type_info(kind), {}) for name, kind in FILES.items()}
    chosen: Schema = roots["module"]
    for name, key in _TELLING.items():
        chosen = {"if": {"type": "object", "required": [key]}, "then": roots[name], "else": chosen}
    return {"$schema": DRAFT, **chosen, "definitions": _sorted(maker.definitions)}


def _named(reference: Schema) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _sorted(definitions: Mapping[str, Schema]) -> dict[str, Schema]:
    return {name: definitions[name] for name in sorted(definitions)}


class _Maker:
    """One walk over the declaration. Groups become ``definitions``, by name, and are referred to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, kind: inspect.Type, rules: Mapping[str, Any]) -> Schema:
        """The schema of any type; ``rules`` are the declaration's own additions."""
        match kind:
            case inspect.Metadata():
                return self.of(kind.type, kind.extra_json_schema or {})
            case inspect.StructType():
                return self.group(kind, rules)
            case inspect.VarTupleType():
                limits = {"minItems": kind.min_length, "maxItems": kind.max_length}
                items = self.of(kind.item_type, {})
                return {"type": "array", **_given(limits), "items": items}
            case inspect.DictType():
                limits = {"minProperties": kind.min_length, "maxProperties": kind.max_length}
                name = bare(kind.key_type)
                form = {"pattern": getattr(name, "pattern", None), "maxLength": getattr(name, "max_length", None)}
                values = self.of(kind.value_type, {})
                names = {"propertyNames": _given(form)}
                return {"type": "object", **_given(limits), **names, "additionalProperties": values}
            case inspect.UnionType():
                return self._union(kind)
        return _scalar(kind, rules)

    def group(self, kind: inspect.Type, rules: Mapping[str, Any]) -> Schema:
        """A reference to the group. Raises ``TypeError`` for what is none."""
        if not isinstance(kind, inspect.StructType):
            message = f"{kind} is no group of keys"
            raise TypeError(message)
        name = kind.cls.__name__.removesuffix("Shape")
        if name not in self.definitions:
            self.definitions[name] = {}  # a group may hold itself
            self.definitions[name] = self._group(kind, rules)
        return {"$ref": f"#/definitions/{name}"}

    def _group(self, kind: inspect.StructType, rules: Mapping[str, Any]) -> Schema:
        cls = cast("type[shape.Shape]", kind.cls)
        required = [field.encode_name for field in kind.fields if field.required]
        properties = {field.encode_name: self._key(cls, field) for field in kind.fields}
        if kind.tag_field:
            tag = {"description": in_both(key_doc(cls, kind.tag_field)), "const": kind.tag}
            properties = {kind.tag_field: tag, **properties}
            required = [kind.tag_field, *required]
        made = {
            "title": cls.__name__.removesuffix("Shape").removesuffix("File"),
            "description": in_both(GROUPS[cls]),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        truths = {f"^{key}$": properties[key] for key in ("true", "false") if key in properties}
        if truths:  # to yaml-language-server such a key is no name, and it finds it by its pattern alone
            made["patternProperties"] = truths
        if "oneOf" in rules:
            made["oneOf"] = rules["oneOf"]
        if "dependentRequired" in rules:  # the word of later drafts; nothing else differs
            made["dependencies"] = rules["dependentRequired"]
        return made if required else {key: value for key, value in made.items() if key != "required"}

    def _key(self, group: type[shape.Shape], field: inspect.Field) -> Schema:
        about: Schema = {"description": in_both(key_doc(group, field.encode_name))}
        default = field.default
        if isinstance(default, tuple) and default:
            about = {**about, "default": list(default)}
        elif isinstance(default, int) and default:
            about = {**about, "default": default}
        # Beside a reference draft-07 looks at nothing else; editors show the description all the same.
        return about | {name: part for name, part in self.of(field.type, {}).items() if name != "description"}

    def _union(self, kind: inspect.UnionType) -> Schema:
        """Optional values, text that is a string or a group, and groups that a key tells apart."""
        kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        if len(kinds) == 1:
            return self.of(kinds[0], {})
        groups = [each for each in kinds if isinstance(bare(each), inspect.StructType)]
        if len(groups) == len(kinds):
            return self._tagged(groups)
        plain = next(each for each in kinds if each not in groups)
        words = next(each for each in groups if isinstance(each, inspect.StructType))
        return self._either(self.of(plain, {}), self._group(words, {}))

    def _either(self, plain: Schema, group: Schema) -> Schema:
        """One schema for both forms instead of two to choose from: an editor's messages stay about the form used."""
        both = {**plain, **group, "title": "Text", "type": [*plain["type"], "object"], "minProperties": 1}
        self.definitions["Text"] = both
        return {"$ref": "#/definitions/Text"}

    def _tagged(self, kinds: list[inspect.Type]) -> Schema:
        """First the key that tells them apart, then what belongs to it: an editor offers exactly that."""
        groups = [group for each in kinds if isinstance(group := bare(each), inspect.StructType)]
        field = groups[0].tag_field or "kind"
        parent = groups[0].cls.__mro__[1]
        name = parent.__name__.removesuffix("Shape")
        tags = {"description": in_both(key_doc(parent, field)), "enum": [group.tag for group in groups]}
        branches = [
            {
                "if": {"properties": {field: {"const": group.tag}}, "required": [field]},
                "then": self.of(kind, {}),
            }
            for kind, group in zip(kinds, groups, strict=True)
        ]
        self.definitions[name] = {
            "type": "object",
            "properties": {field: tags},
            "required": [field],
            "allOf": branches,
        }
        return {"$ref": f"#/definitions/{name}"}


def _scalar(kind: inspect.Type, rules: Mapping[str, Any]) -> Schema:
    match kind:
        case inspect.StrType():
            made = _text(kind)
        case inspect.LiteralType():
            made = {"enum": [*kind.values, *(str(value) for value in kind.values if isinstance(value, int))]}
        case inspect.IntType():
            high = kind.le if kind.le is not None else _MOST
            limits = _given({"minimum": kind.ge, "maximum": high})
            made = {"type": ["integer", "string"], **limits, "pattern": _whole(kind.ge, high)}
        case inspect.DecimalType():
            low = rules.get("minimum")
            sign = "" if low is None else "(?!-.*[1-9])"
            form = f"^(?!{EITHER_WAY.pattern}$){sign}{NUMBER.pattern}$"
            made = {"type": ["number", "string"], **_given({"minimum": low}), "pattern": form}
        case inspect.BoolType():
            made = {"type": ["boolean", "string"], "pattern": "^(true|false)$"}
        case inspect.DateType():
            made = {"type": "string", "format": "date", "pattern": _DAY}
        case _:
            message = f"the format has no {type(kind).__name__}"
            raise TypeError(message)
    return made


def _text(kind: inspect.StrType) -> Schema:
    """Whatever YAML takes ``2024`` or ``true`` for; and ``true`` has the form of an id."""
    types = ["string", "boolean"] if kind.pattern else ["string", "number", "boolean"]
    return {"type": types, "pattern": kind.pattern or _READABLE, **_given({"maxLength": kind.max_length})}


def _given(limits: Mapping[str, Any]) -> dict[str, Any]:
    return {name: limit for name, limit in limits.items() if limit is not None}


def _whole(low: int | None, high: int) -> str:
    """A pattern for the whole numbers of a range, as they are typed; from 1 where nothing else is said."""
    if high == _MOST:
        return f"^(?![-0]){WHOLE.pattern}$"
    ways = _from_one_to(high)
    if low is not None and low <= 0:
        ways = f"0|{ways}"
    if low is not None and low < 0:
        ways = f"-({_from_one_to(-low)})|[+]?({ways})"
    return f"^({ways})$"


def _from_one_to(high: int) -> str:
    """The numbers from 1 to ``high`` as alternatives of a pattern."""
    digits = str(high)
    ways = ["[1-9]" + "[0-9]" * more for more in range(len(digits) - 1)]
    for at, digit in enumerate(digits):
        low = 0 if at else 1
        if int(digit) > low:
            ways.append(f"{digits[:at]}[{low}-{int(digit) - 1}]" + "[0-9]" * (len(digits) - at - 1))
    return "|".join([*ways, digits])
