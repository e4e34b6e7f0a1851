"""Errors of answers: each dialect words them differently, a caller gets the same classes."""

from __future__ import annotations

import json
from http.client import HTTPMessage
from typing import Any, Dict, List, NamedTuple, Optional, Tuple, Type

from ..errors import (
    AuthenticationError,
    ConflictError,
    FieldProblem,
    NotFoundError,
    ParleyError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    ValidationError,
)
from .retry_after import retry_after_of

_CLASSES: Dict[int, Type[ParleyError]] = {
    400: ValidationError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: ValidationError,
    415: ValidationError,
    422: ValidationError,
    429: RateLimitError,
}


def error_of(status: int, headers: HTTPMessage, content: bytes) -> ParleyError:
    """Of an answer whose status is no success."""
    body = _parsed(content)
    words = _words_of(body)
    default = ServerError if status >= 500 else ParleyError
    place = headers.get("Location")
    is_moved = 300 <= status < 400 and place is not None
    # Redirects are not followed: they would take credentials elsewhere.
    otherwise = f"The server answered {status}" + (f"; its address may be {place}." if is_moved else ".")
    return _CLASSES.get(status, default)(
        words.message or otherwise,
        status=status,
        code=words.code,
        request_id=headers.get("X-Request-Id") or words.request_id,
        retry_after=retry_after_of(headers.get("Retry-After")),
        fields=words.fields,
        body=body,
    )


def error_of_frame(body: Any, request_id: Optional[str]) -> ServerError:
    """Of a frame in which a stream says that it failed."""
    words = _words_of(body)
    return ServerError(
        words.message or "The stream failed.",
        code=words.code,
        request_id=request_id or words.request_id,
        fields=words.fields,
        body=body,
    )


class _Words(NamedTuple):
    message: Optional[str]
    code: Optional[str]
    request_id: Optional[str]
    fields: Tuple[FieldProblem, ...]


def _words_of(body: Any) -> _Words:
    """platform and criabot say it at the top, assistant, support and manager in `error`."""
    top = _dict_of(body)
    error = _dict_of(top.get("error", top))
    fields = _fields_of(_dict_of(error.get("details"))) + _fields_of_detail(top.get("detail"))
    return _Words(
        _text_of(error.get("message")), _text_of(error.get("code")), _text_of(error.get("request_id")), tuple(fields)
    )


def _fields_of(details: Dict[str, Any]) -> List[FieldProblem]:
    """`{fields: [...]}` of platform, assistant and manager; `{field, expected}` of support."""
    field = _text_of(details.get("field"))
    if field is not None:
        return [FieldProblem(field, _text_of(details.get("expected")) or "")]
    return [
        FieldProblem(_text_of(one.get("field")) or "", _text_of(one.get("message")) or "", one.get("missing") is True)
        for one in _dicts_of(details.get("fields"))
    ]


def _fields_of_detail(detail: Any) -> List[FieldProblem]:
    """criabot: `[{loc: ['body', 'prompt'], msg, type}]`."""
    problems: List[FieldProblem] = []
    for one in _dicts_of(detail):
        place = one.get("loc")
        path = ".".join(str(part) for part in place[1:]) if isinstance(place, list) else ""
        problems.append(FieldProblem(path, _text_of(one.get("msg")) or "", one.get("type") == "missing"))
    return problems


def _parsed(content: bytes) -> Any:
    text = content.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except ValueError:
        return text


def _dict_of(value: Any) -> Dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts_of(value: Any) -> List[Dict[str, Any]]:
    return [_dict_of(one) for one in value] if isinstance(value, list) else []


def _text_of(value: Any) -> Optional[str]:
    return value if isinstance(value, str) else None
