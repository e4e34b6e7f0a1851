"""What the generator asks an OpenAPI document."""

from __future__ import annotations

import keyword
import re
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

DIALECTS = ("platform", "assistant", "support", "manager", "criabot")

MADE = "# Made by generate.py from docs/openapi; do not change it by hand.\n"

Schema = Dict[str, Any]

JSON = "application/json"
FORM = "multipart/form-data"
EVENTS = "text/event-stream"


def snake_case(name: str) -> str:
    """`createAPIKey` -> `create_api_key`."""
    words = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", words).lower()


def argument_name(name: str) -> str:
    """A name of the API as a name of Python: `from` -> `from_`."""
    return f"{name}_" if keyword.iskeyword(name) else name


class Operation(NamedTuple):
    """One operation of a document."""

    id: str
    method: str
    path: str
    summary: str
    parameters: List[Schema]
    request: Schema
    is_body_required: bool
    responses: Dict[str, Schema]

    @property
    def route(self) -> str:
        return f"{self.method.upper()} {self.path}"

    def parameters_in(self, place: str) -> List[Schema]:
        return [one for one in self.parameters if one["in"] == place]

    def answer(self) -> Schema:
        """What is in all of its successes, by media type."""
        contents: Schema = {}
        for status, response in self.responses.items():
            if status.startswith("2"):
                contents.update(response.get("content", {}))
        return contents

    @property
    def is_stream_only(self) -> bool:
        """Its call is written by hand: it is followed, or resumed, and its parts belong together."""
        return self.method == "get" and EVENTS in self.answer()


class Document:
    """An OpenAPI document and the dialect that it is of."""

    def __init__(self, dialect: str, document: Schema) -> None:
        self.dialect = dialect
        self.document = document
        self.schemas: Dict[str, Schema] = document["components"]["schemas"]

    def operations(self) -> Iterator[Operation]:
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                body = operation.get("requestBody", {})
                yield Operation(
                    operation["operationId"],
                    method,
                    path,
                    operation.get("summary", operation["operationId"]),
                    operation.get("parameters", []),
                    body.get("content", {}),
                    body.get("required", False),
                    operation["responses"],
                )

    def deliveries(self) -> Iterator[Schema]:
        """Bodies of webhooks."""
        for methods in self.document.get("webhooks", {}).values():
            yield methods["post"]["requestBody"]["content"][JSON]["schema"]

    def resolved(self, schema: Optional[Schema]) -> Schema:
        schema = schema or {}
        return self.schemas[schema["$ref"].split("/")[-1]] if "$ref" in schema else schema

    def properties_of(self, schema: Optional[Schema]) -> Dict[str, Schema]:
        found = self.resolved(schema)
        properties: Dict[str, Schema] = {}
        for one in found.get("allOf", []):
            properties.update(self.properties_of(one))
        properties.update(found.get("properties", {}))
        return properties

    def frames_of(self, schema: Schema) -> List[Tuple[str, Schema]]:
        """Names and data of the events of a stream, without failures, which are raised."""
        frames = [self.properties_of(one) for one in self.resolved(schema).get("oneOf", [])]
        named = [(one["event"]["const"], one["data"]) for one in frames]
        return [(name, data) for name, data in named if name != "error"]
