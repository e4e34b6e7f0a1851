"""Streams that are only read: they can be begun anew at any time."""

from __future__ import annotations

from typing import Any, Callable, Iterator, Optional

from ..options import RequestOptions
from ..transport.bodies import json_body
from ..transport.cancellation import Cancellation
from ..transport.response import Response
from ..transport.transport import Request, Transport
from .event_stream import EventStream
from .named_event import EVENT_STREAM, named_event
from .resumed_events import IDLE_LIMIT, resumed_events


def follow(
    transport: Transport,
    path: str,
    is_last: Callable[[Any], bool],
    options: Optional[RequestOptions],
) -> EventStream[Any]:
    """:param is_last: none of the events, for a stream that goes on as long as somebody listens"""

    def start(cancellation: Cancellation) -> Iterator[Any]:
        def open_at(last_event_id: Optional[str]) -> Response:
            return open_stream(transport, "GET", path, cancellation, options, last_event_id)

        return resumed_events(open_at, named_event, is_last, cancellation)

    return EventStream(start)


def open_stream(
    transport: Transport,
    method: str,
    path: str,
    cancellation: Cancellation,
    options: Optional[RequestOptions],
    last_event_id: Optional[str] = None,
    body: Any = None,
) -> Response:
    """One connection to a stream."""
    request = Request(
        method,
        path,
        body=None if body is None else json_body(body),
        accept=EVENT_STREAM,
        headers={} if last_event_id is None else {"Last-Event-ID": last_event_id},
        options=options or {},
        cancellation=cancellation,
    )
    return transport.open(request, IDLE_LIMIT)
