"""What most streams have in common: JSON in each event, and failures as events."""

from __future__ import annotations

import json
from typing import Any, Generic, TypeVar

from ..errors import ParleyError
from ..transport.failures import error_of_frame
from ..transport.response import Response
from .server_sent_events import ServerSentEvent

Type = TypeVar("Type")
Data = TypeVar("Data")

EVENT_STREAM = "text/event-stream"


class NamedEvent(Generic[Type, Data]):
    """An event as its stream names it. `id` is empty when it has none."""

    def __init__(self, type: Type, data: Data, id: str) -> None:
        self.type = type
        self.data = data
        self.id = id

    def __repr__(self) -> str:
        return f"NamedEvent(type={self.type!r}, data={self.data!r}, id={self.id!r})"


def named_event(event: ServerSentEvent, response: Response) -> NamedEvent[str, Any]:
    """:raises ServerError: for an event `error`"""
    value = parsed(event.data)
    if event.type == "error":
        raise error_of_frame(value, response.headers.get("X-Request-Id"))
    return NamedEvent(event.type, value, event.id)


def parsed(data: str) -> Any:
    try:
        return json.loads(data)
    except ValueError as error:
        raise ParleyError(f"The stream tells something that is no JSON: {data[:80]}") from error
