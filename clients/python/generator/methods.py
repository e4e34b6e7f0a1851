"""Methods of a dialect: one for each of its operations, with its parameters as arguments."""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Tuple

from .document import EVENTS, FORM, JSON, MADE, Document, Operation, Schema, argument_name, snake_case
from .types_of_schemas import type_of

# POSTs that only read, so that they may be sent twice.
_READS = {
    "platform": {"searchKnowledgeBaseByBody", "predictIntents", "resolveReferences", "previewLearningItems"},
    "assistant": {"searchKnowledge"},
}
# Each of them makes a version, so that twice is one too many.
_MAKES_VERSIONS = {
    "platform": {"updateArtifact", "replaceContentOfDocument"},
    "assistant": {"updateDocument"},
}

_TYPING = ("Any", "Dict", "List", "Literal", "Optional", "Union")

_HEAD = '''"""Methods of the {dialect} dialect, one for each operation of its document."""
{made}
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Literal, Optional, Union

from ..operations import DialectClient, Operation
from ..options import RequestOptions
from ..paging import Listing
from ..transport.response import Response

if TYPE_CHECKING:
    from ..types import {dialect} as types


class {name}Operations(DialectClient):
'''


def methods_module(document: Document) -> str:
    operations = [one for one in document.operations() if not one.is_stream_only]
    names = [snake_case(one.id) for one in operations]
    if len(set(names)) < len(names):
        raise ValueError(f"Two operations of {document.dialect} have one name in Python.")
    methods = [_method(document, one) for one in operations]
    table = "".join(f"_{snake_case(one.id).upper()} = {_row(document, one)}\n" for one in operations)
    head = _HEAD.format(dialect=document.dialect, made=MADE, name=document.dialect.capitalize())
    text = head + "\n".join(methods) + "\n\n" + table
    return _without_unused_imports(text)


def _without_unused_imports(text: str) -> str:
    if "Listing[" not in text:
        text = text.replace("from ..paging import Listing\n", "")
    if "-> Response" not in text:
        text = text.replace("from ..transport.response import Response\n", "")
    methods = text.partition("\nclass ")[2]
    used = [one for one in _TYPING if re.search(rf"\b{one}\b", methods)]
    names = ", ".join(["TYPE_CHECKING", *used])
    return text.replace(f"TYPE_CHECKING, {', '.join(_TYPING)}\n", f"{names}\n")


def _method(document: Document, operation: Operation) -> str:
    required, optional = _arguments(document, operation)
    names = [name for name, _, _ in required + optional]
    if len(set(names)) < len(names) or "options" in names or "self" in names:
        raise ValueError(f"{operation.id} has two parameters of one name.")
    parameters = [f"{name}: {text}" for name, text, _ in required]
    parameters += [f"{name}: Optional[{text}] = None" for name, text, _ in optional]
    parameters.append("options: Optional[RequestOptions] = None")
    given = ", ".join(f'"{key}": {name}' for name, _, key in required + optional)
    signature = "".join(f"        {one},\n" for one in ["self", "*", *parameters])
    name = snake_case(operation.id)
    listing = _list_of(document, operation)
    call = "_list" if listing else "_call"
    said = " ".join(operation.summary.split())
    result = _result(document, operation, listing)
    called = f"self.{call}(_{name.upper()}, {{{given}}}, options)"
    # Type checkers do not let what is untyped be returned as it comes.
    lines = [called] if result == "None" else [f"answer: {result} = {called}", "return answer"]
    body = "".join(f"        {line}\n" for line in [f'"""{said}: `{operation.route}`."""', *lines])
    return f"    def {name}(\n{signature}    ) -> {result}:\n{body}"


Argument = Tuple[str, str, str]


def _arguments(document: Document, operation: Operation) -> Tuple[List[Argument], List[Argument]]:
    """Required and optional ones: name in Python, type, name in the API."""
    required: List[Argument] = []
    optional: List[Argument] = []
    for place in ("path", "query"):
        for one in operation.parameters_in(place):
            argument = (argument_name(one["name"]), type_of(one.get("schema", {}), prefix="types."), one["name"])
            (required if one.get("required") else optional).append(argument)
    if operation.request:
        body = ("body", _body_type(operation.request), "body")
        (required if _needs_body(document, operation) else optional).append(body)
    return required, optional


def _body_type(request: Schema) -> str:
    kinds = [type_of(request[kind]["schema"], prefix="types.") for kind in (JSON, FORM) if kind in request]
    return kinds[0] if len(kinds) == 1 else f"Union[{', '.join(kinds)}]"


def _needs_body(document: Document, operation: Operation) -> bool:
    """Where every field may be left out, so may the body."""
    if not operation.is_body_required:
        return False
    return all(document.resolved(one["schema"]).get("required") for one in operation.request.values())


def _result(document: Document, operation: Operation, listing: Optional[Tuple[str, str]]) -> str:
    answer = operation.answer()
    kind = _answer_kind(answer)
    if kind != "json":
        return {"text": "str", "bytes": "Response", "none": "None"}[kind]
    page = type_of(answer[JSON]["schema"], prefix="types.")
    if not listing:
        return page
    items = document.resolved(document.properties_of(answer[JSON]["schema"])[listing[1]])
    return f"Listing[{page}, {type_of(items['items'], prefix='types.')}]"


def _answer_kind(answer: Schema) -> str:
    if JSON in answer:
        return "json"
    if "application/octet-stream" in answer:
        return "bytes"
    return "text" if answer else "none"


def _row(document: Document, operation: Operation) -> str:
    given: Dict[str, object] = {}
    query = tuple(one["name"] for one in operation.parameters_in("query"))
    kinds = [kind for kind in (JSON, FORM) if kind in operation.request]
    answer = operation.answer()
    if query:
        given["query"] = query
    if kinds:
        _assert_file_name(document, operation)
        given["body"] = "either" if len(kinds) == 2 else "form" if kinds == [FORM] else "json"
    if _answer_kind(answer) != "json":
        given["answer"] = _answer_kind(answer)
    listing = _list_of(document, operation)
    if listing:
        given["paging"] = listing
    if operation.id in _READS.get(document.dialect, ()):
        given["is_idempotent"] = True
    if operation.id in _MAKES_VERSIONS.get(document.dialect, ()) or _is_unkeyed_post(document, operation):
        given["is_idempotent"] = False
    if EVENTS in answer:
        given["can_stream"] = True
    more = "".join(f", {name}={_written(value)}" for name, value in given.items())
    return f'Operation("{operation.method.upper()}", "{operation.path}"{more})'


def _is_unkeyed_post(document: Document, operation: Operation) -> bool:
    is_keyed = any(one["name"] == "Idempotency-Key" for one in operation.parameters_in("header"))
    is_read = operation.id in _READS.get(document.dialect, ())
    return operation.method.upper() == "POST" and not is_keyed and not is_read


def _written(value: object) -> str:
    return repr(value).replace("'", '"')


def _list_of(document: Document, operation: Operation) -> Optional[Tuple[str, str]]:
    """Style of paging and key of the items, if the answer is a list."""
    properties = document.properties_of(operation.answer().get(JSON, {}).get("schema"))
    query = {one["name"] for one in operation.parameters_in("query")}
    arrays = [key for key, one in properties.items() if document.resolved(one).get("type") == "array"]
    if {"page", "per_page"} <= query and "data" in arrays:
        return ("page-per-page", "data")
    if {"page", "page_size"} <= query:
        return ("page-size", "document_names")
    if {"page", "limit"} <= query and "pagination" in properties:
        return ("page-limit", "data")
    if {"page", "limit"} <= query and "total" in properties:
        return ("page-total", arrays[0])
    if {"offset", "limit"} <= query:
        return ("offset", arrays[0])
    return None


def _assert_file_name(document: Document, operation: Operation) -> None:
    """As `parley.uploads.form` has it."""
    properties = document.properties_of(operation.request.get(FORM, {}).get("schema"))
    if any(one.get("format") == "binary" and name != "file" for name, one in properties.items()):
        raise ValueError(f'{operation.id} has a file that is not named "file".')
