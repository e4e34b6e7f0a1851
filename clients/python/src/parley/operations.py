"""Makes calls of the operations that a dialect's document has."""

from __future__ import annotations

import re
from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple
from urllib.parse import quote, urlencode

from .options import RequestOptions
from .paging import Listing
from .transport.bodies import RequestBody, json_body
from .transport.response import Response
from .transport.transport import Request, Transport
from .uploads.form import form_body, holds_upload

Arguments = Mapping[str, Any]


class Operation(NamedTuple):
    """What a call needs to know; see `generate.py`."""

    method: str
    path: str
    #: Names of the parameters of the query.
    query: Tuple[str, ...] = ()
    #: `json`, `form` or `either`.
    body: Optional[str] = None
    #: `json`, `text`, `bytes` or `none`.
    answer: str = "json"
    #: How its list is paged, and where the items stand.
    paging: Optional[Tuple[str, str]] = None
    #: Only where it is not as its method has it.
    is_idempotent: Optional[bool] = None
    #: It has another call of its own for that.
    can_stream: bool = False

    def read(self, response: Response) -> Any:
        if self.answer == "text":
            return response.text()
        if self.answer == "none" or response.status == 204:
            response.read()
            return None
        return response.json()


class DialectClient:
    """The methods of a dialect are made of its operations."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def _call(self, operation: Operation, arguments: Arguments, options: Optional[RequestOptions]) -> Any:
        request = request_of(operation, arguments, options)
        if operation.answer == "bytes":
            return self._transport.open(request)
        return self._transport.send(request, operation.read)

    def _list(self, operation: Operation, arguments: Arguments, options: Optional[RequestOptions]) -> Any:
        """Every dialect's answers are typed by its document; here they are what came."""
        style, items_key = operation.paging or ("whole", "data")

        def read(query: Arguments) -> Any:
            return self._call(operation, {**arguments, **query}, options)

        return Listing(style, items_key, arguments, read)


def request_of(operation: Operation, arguments: Arguments, options: Optional[RequestOptions] = None) -> Request:
    """
    :raises ValueError: when a parameter of the path is empty
    :raises TypeError: when a body asks for a stream, which another method gives
    """
    body = arguments.get("body")
    if operation.can_stream and isinstance(body, dict) and body.get("stream"):
        raise TypeError("A stream is not given here, but by stream_reply or stream_chat.")
    return Request(
        operation.method,
        path_of(operation.path, arguments) + query_of(operation.query, arguments),
        _body_of(operation, body),
        accept="application/json" if operation.answer in ("json", "none") else "*/*",
        is_idempotent=operation.is_idempotent,
        options=options or {},
    )


def path_of(template: str, arguments: Arguments) -> str:
    def filled(match: "re.Match[str]") -> str:
        value = arguments.get(match.group(1))
        # Without this check an empty id would ask for the list, and a None for a thing of that name.
        if value is None or value == "":
            raise ValueError(f"{match.group(1)} is missing.")
        return quote(str(value), safe="")

    return re.sub(r"\{(.+?)\}", filled, template)


def query_of(names: Tuple[str, ...], arguments: Arguments) -> str:
    """Lists are repeated; what is absent is left out."""
    given: Dict[str, Any] = {}
    for name in names:
        value = arguments.get(name)
        if value is not None:
            values = value if isinstance(value, (list, tuple)) else [value]
            given[name] = [_text_of(one) for one in values]
    text = urlencode(given, doseq=True)
    return f"?{text}" if text else ""


def _text_of(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _body_of(operation: Operation, value: Any) -> Optional[RequestBody]:
    if operation.body is None:
        return None
    if operation.body == "form" or (operation.body == "either" and holds_upload(value)):
        return form_body(value or {})
    return json_body(value)
