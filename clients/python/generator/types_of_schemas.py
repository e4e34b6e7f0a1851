"""Types of a document's schemas: a `TypedDict` for each object, an alias for everything else."""

from __future__ import annotations

import keyword
from typing import Dict, List, Tuple

from .document import EVENTS, MADE, Document, Schema

_SIMPLE = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}

_HEAD = '''"""Types of the {dialect} dialect: what its operations take and answer, as its document has it."""
{made}
from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

from ..streams.named_event import NamedEvent
from ..uploads.upload import Uploadable

'''


def types_module(document: Document) -> str:
    objects: List[str] = []
    aliases: Dict[str, str] = {}
    for name, schema in document.schemas.items():
        if "properties" in schema:
            objects.append(_object_of(name, schema))
        else:
            aliases[name] = type_of(schema, is_quoted=True)
    own = _streams_of(document)
    deliveries = [type_of(one, is_quoted=True) for one in document.deliveries()]
    if deliveries:
        own["DeliveredWebhook"] = _union(deliveries)
    aliases.update(own)
    if len(objects) + len(aliases) != len(document.schemas) + len(own):
        raise ValueError(f"A name of ours is one of {document.dialect}: {sorted(own)}.")
    head = _HEAD.format(dialect=document.dialect, made=MADE)
    body = "\n\n".join(objects)
    tail = "\n".join(f"{name} = {text}" for name, text in aliases.items())
    text = f"{head}\n{body}\n\n{tail}\n"
    for imported in ("from ..streams.named_event import NamedEvent\n", "from ..uploads.upload import Uploadable\n"):
        if text.count(imported.split()[-1]) == 1:
            text = text.replace(imported, "")
    return text.replace("\n\n\n\n\n", "\n\n\n").replace("\n\n\n\n", "\n\n\n")


def type_of(schema: Schema, is_quoted: bool = False, prefix: str = "") -> str:
    """
    As it is written in Python.

    :param is_quoted: names of other schemas in quotes, where they are looked up at once
    :param prefix: before names of other schemas
    """
    if "$ref" in schema:
        name = prefix + str(schema["$ref"]).split("/")[-1]
        return f'"{name}"' if is_quoted else name
    if "const" in schema:
        return f"Literal[{_literal(schema['const'])}]"
    if "enum" in schema:
        return _nullable(f"Literal[{', '.join(_literal(one) for one in schema['enum'])}]", schema)
    for choice in ("oneOf", "anyOf"):
        if choice in schema:
            return _union([type_of(one, is_quoted, prefix) for one in schema[choice]])
    if schema.get("format") == "binary":
        return "Uploadable"
    return _by_type(schema, is_quoted, prefix)


def _by_type(schema: Schema, is_quoted: bool, prefix: str) -> str:
    kind = schema.get("type")
    if kind == "null":
        return "None"
    kinds = [one for one in kind if one != "null"] if isinstance(kind, list) else [kind]
    if kinds == ["array"]:
        return _nullable(f"List[{type_of(schema.get('items', {}), is_quoted, prefix)}]", schema)
    if kinds == ["object"]:
        values = schema.get("additionalProperties")
        value = type_of(values, is_quoted, prefix) if isinstance(values, dict) and values else "Any"
        return _nullable(f"Dict[str, {value}]", schema)
    return _nullable(_union([_SIMPLE.get(str(one), "Any") for one in kinds]), schema)


def _nullable(text: str, schema: Schema) -> str:
    kind = schema.get("type")
    return f"Optional[{text}]" if isinstance(kind, list) and "null" in kind and text != "Any" else text


def _union(types: List[str]) -> str:
    different = list(dict.fromkeys(types))
    others = [one for one in different if one != "None"]
    text = others[0] if len(others) == 1 else f"Union[{', '.join(others)}]"
    return f"Optional[{text}]" if len(others) < len(different) else text


def _literal(value: object) -> str:
    return "None" if value is None else f'"{value}"' if isinstance(value, str) else repr(value)


Field = Tuple[str, str, str]


def _object_of(name: str, schema: Schema) -> str:
    """Required fields stand in a class of their own, since `NotRequired` is newer than Python 3.9."""
    required = set(schema.get("required", []))
    fields: List[Field] = [(key, type_of(one), one.get("description", "")) for key, one in schema["properties"].items()]
    parts: List[str] = []
    bases: List[str] = []
    for are_required, suffix in ((True, "Required"), (False, "")):
        chosen = [one for one in fields if (one[0] in required) == are_required]
        named = [one for one in chosen if not keyword.iskeyword(one[0])]
        keywords = [one for one in chosen if keyword.iskeyword(one[0])]
        total = "" if are_required else ", total=False"
        if keywords:
            # Only this form takes names that are words of Python.
            quoted = ", ".join(f'"{key}": "{text}"' for key, text, _ in keywords)
            own = f"_{name}{suffix}Keywords"
            parts.append(f'{own} = TypedDict("{own}", {{{quoted}}}{total})')
            bases.append(own)
        is_last = not are_required
        if named or is_last:
            own = name if is_last else f"_{name}{suffix}"
            inherited = ", ".join(bases) or "TypedDict"
            doc = _doc(schema.get("description", "")) if is_last else ""
            parts.append(f"class {own}({inherited}{total if named else ''}):\n{doc}{_lines(named) or _pass(doc)}")
            bases = [own]
    if len(parts) == 2 and parts[1].endswith("    pass\n"):
        # Everything is required: one class is enough.
        return parts[0].replace(f"class _{name}Required(", f"class {name}(").replace(
            "):\n", "):\n" + _doc(schema.get("description", "")), 1
        )
    return "\n\n".join(parts)


def _pass(doc: str) -> str:
    return "" if doc else "    pass\n"


def _doc(text: str) -> str:
    said = " ".join(text.split()).replace("\\", "\\\\").replace('"""', "'''")
    return f'    """{said}"""\n\n' if said and not said.endswith('"') else ""


def _lines(fields: List[Field]) -> str:
    said = {key: " ".join(doc.split()) for key, _, doc in fields}
    return "".join((f"    #: {said[key]}\n" if said[key] else "") + f"    {key}: {text}\n" for key, text, _ in fields)


def _streams_of(document: Document) -> Dict[str, str]:
    """Events of streams by the names of their schemas: `ReplyFrame` -> `ReplyEvent`."""
    found: Dict[str, str] = {}
    for operation in document.operations():
        schema = operation.answer().get(EVENTS, {}).get("schema", {})
        name = schema.get("$ref", "").split("/")[-1]
        # Those of the assistant dialect have no names; their data says what they are.
        if not name or "oneOf" not in document.resolved(schema):
            continue
        frames = [(kind, type_of(data, is_quoted=True)) for kind, data in document.frames_of(schema)]
        events = [f'NamedEvent[Literal["{kind}"], {data}]' for kind, data in frames]
        found[name.replace("Frame", "Event")] = _union(events)
    return found
