from __future__ import annotations

import json
from typing import Any, Callable, Iterable, NamedTuple, Optional, Union


class MadeBody(NamedTuple):
    content: Union[bytes, Iterable[bytes]]
    content_type: Optional[str] = None
    #: In bytes; None when it is not known before all is read.
    length: Optional[int] = None


class RequestBody(NamedTuple):
    """A body, made anew for each attempt."""

    make: Callable[[], MadeBody]
    #: True when it can be made only once.
    is_once: bool = False


def bytes_body(content: bytes, content_type: Optional[str] = None) -> RequestBody:
    return RequestBody(lambda: MadeBody(content, content_type, len(content)))


def json_body(value: Any) -> RequestBody:
    text = json.dumps({} if value is None else value, ensure_ascii=False, separators=(",", ":"))
    return bytes_body(text.encode(), "application/json")
