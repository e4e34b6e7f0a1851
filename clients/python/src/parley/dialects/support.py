"""The support dialect: conversations with end users, articles, analytics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterator, Mapping, Optional, Sequence

from ..methods.support import SupportOperations
from ..operations import path_of, query_of
from ..options import RequestOptions
from ..session.credential import KeyCredential
from ..streams.event_stream import EventStream, ReplyStream
from ..streams.follow import follow, open_stream
from ..streams.named_event import NamedEvent, named_event
from ..streams.resumed_events import asked_once, resumed_events
from ..streams.server_sent_events import ServerSentEvent
from ..transport.cancellation import Cancellation
from ..transport.response import Response
from ..transport.transport import Transport

if TYPE_CHECKING:
    from ..types import support as types

_CONVERSATIONS = "/api/v1/conversations"


class SupportClient(SupportOperations):
    def stream_reply(
        self, *, body: types.SendMessage, options: Optional[RequestOptions] = None
    ) -> ReplyStream[types.AnswerEvent, types.ConversationAnswer]:
        """
        Sends a message; the answer comes as it is written: `delta`s, joined, are the response, and `withdrawn` takes
        the place of `done` when a person takes over. A connection that breaks is taken up again where it was.
        """
        return ReplyStream(
            lambda cancellation: _Reply(self._transport, body, options, cancellation).events(),
            lambda event: event.data["text"] if event.type == "delta" else None,
            lambda event: event.data if event.type == "done" or event.type == "withdrawn" else None,
        )

    def follow_conversation(
        self,
        *,
        conversation_id: str,
        after: int = 0,
        include: Sequence[str] = (),
        options: Optional[RequestOptions] = None,
    ) -> EventStream[types.ConversationFeedEvent]:
        """All that is said in a conversation after a position, and who answers in it, as long as you listen."""
        path = path_of(_CONVERSATIONS + "/{id}/events", {"id": conversation_id})
        query = query_of(("after", "include"), {"after": after, "include": list(include)})
        return follow(self._transport, path + query, lambda _: False, options)


class _Reply:
    """A visitor asks with the public key, and comes back with the token that the first event tells."""

    def __init__(
        self,
        transport: Transport,
        body: Mapping[str, Any],
        options: Optional[RequestOptions],
        cancellation: Cancellation,
    ) -> None:
        self._transport = transport
        self._body = body
        self._options: RequestOptions = options or {}
        self._cancellation = cancellation
        self._begun: Optional[Dict[str, Any]] = None

    def events(self) -> Iterator[Any]:
        open_at = asked_once(self._ask, self._resume)
        return resumed_events(
            lambda last_event_id: open_at(last_event_id if self._begun else None),
            self._read,
            lambda event: event.type in ("done", "withdrawn"),
            self._cancellation,
        )

    def _ask(self) -> Response:
        body = {**self._body, "stream": True}
        return open_stream(self._transport, "POST", _CONVERSATIONS, self._cancellation, self._options, body=body)

    def _resume(self, last_event_id: str) -> Response:
        begun = self._begun or {}
        path = path_of(_CONVERSATIONS + "/{conversation_id}/replies/{message_id}", begun)
        options = self._options.copy()
        if begun.get("conversation_token"):
            options["credential"] = KeyCredential(begun["conversation_token"])
        return open_stream(self._transport, "GET", path, self._cancellation, options, last_event_id)

    def _read(self, event: ServerSentEvent, response: Response) -> NamedEvent[str, Any]:
        read = named_event(event, response)
        if read.type == "started":
            self._begun = read.data
        return read
