"""
Streams of the assistant dialect have no ids to come back to. But the chat is known from the head of the answer, and the
answer is stored whether somebody reads along or not; so after a break the rest is taken from the history.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional

from ..errors import APIConnectionError, ParleyError
from ..operations import path_of
from ..options import RequestOptions
from ..streams.follow import open_stream
from ..streams.named_event import parsed
from ..streams.server_sent_events import read_events
from ..transport.cancellation import Cancellation
from ..transport.failures import error_of_frame
from ..transport.response import Response
from ..transport.retry import backoff, is_break
from ..transport.transport import Request, Transport

if TYPE_CHECKING:
    from ..types import assistant as types

# Seconds that the longest answers take; the history is asked so long.
_STORED_LIMIT = 300.0


class ChatEvent:
    """
    :ivar type: `text`, or `done` at the end
    :ivar content: of `text`: what is said next; else empty
    :ivar chat_id: of `done`: the chat to go on with
    :ivar message_id: of `done`: the answer, if it was kept
    :ivar usage: of `done`: tokens; None when the end was read from the history
    """

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.type: str = told["type"]
        self.content: str = told.get("content", "")
        self.chat_id: str = told.get("chat_id", "")
        self.message_id: Optional[str] = told.get("message_id")
        self.usage: Optional[types.TokenUsage] = told.get("usage")

    def __repr__(self) -> str:
        said = self.content if self.type == "text" else self.chat_id
        return f"ChatEvent({self.type!r}, {said!r})"


def chat_events(
    transport: Transport,
    chat_id: Optional[str],
    body: Mapping[str, Any],
    options: Optional[RequestOptions],
    cancellation: Cancellation,
) -> Iterator[ChatEvent]:
    path = "/api/chat" if chat_id is None else path_of("/api/chat/{chat_id}/messages", {"chat_id": chat_id})
    asked = {**body, "stream": True}
    told = ""
    broken: ParleyError = APIConnectionError("The stream ended before its time.")
    with open_stream(transport, "POST", path, cancellation, options, body=asked) as response:
        begun = chat_id or response.headers.get("X-Chat-Id")
        try:
            for message in read_events(response):
                event = _event_of(message.data, response)
                told += event.content
                yield event
                if event.type == "done":
                    return
        except ParleyError as error:
            if not is_break(error):
                raise
            broken = error
    cancellation.check()
    if not begun:
        raise broken
    reply = _stored_reply(transport, begun, told, options, cancellation, broken)
    rest = reply["content"][len(told) :]
    if rest:
        yield ChatEvent({"type": "text", "content": rest})
    yield ChatEvent({"type": "done", "chat_id": begun, "message_id": reply["id"]})


def _event_of(data: str, response: Response) -> ChatEvent:
    event = parsed(data)
    if event["type"] == "error":
        raise error_of_frame(event, response.headers.get("X-Request-Id"))
    return ChatEvent(event)


def _stored_reply(
    transport: Transport,
    chat_id: str,
    told: str,
    options: Optional[RequestOptions],
    cancellation: Cancellation,
    broken: ParleyError,
) -> Dict[str, Any]:
    path = path_of("/api/chat/{chat_id}/history", {"chat_id": chat_id})
    request = Request("GET", path, options=options or {}, cancellation=cancellation)
    end = time.monotonic() + _STORED_LIMIT
    attempt = 0
    while time.monotonic() < end:
        replies = _replies_in(transport.send(request, Response.json)["messages"])
        for reply in replies:
            if reply["content"].startswith(told):
                return reply
        # A person has taken over, and what was told before was not kept.
        if replies:
            break
        # Without chance: nobody else waits for this answer.
        cancellation.wait(backoff(attempt, 0.5))
        attempt += 1
    raise broken


def _replies_in(messages: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """To the newest question; none while it is being answered."""
    replies: List[Dict[str, Any]] = []
    for message in messages:
        if message["role"] == "user":
            replies = []
        elif message["role"] == "assistant":
            replies.append(message)
    return replies
