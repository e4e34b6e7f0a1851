"""The main API: https://.../docs, `platform`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterator, Mapping, Optional

from ..errors import ProcessingError
from ..methods.platform import PlatformOperations
from ..operations import path_of, query_of
from ..options import RequestOptions
from ..streams.event_stream import EventStream, ReplyStream
from ..streams.follow import follow, open_stream
from ..streams.named_event import named_event
from ..streams.resumed_events import asked_once, resumed_events
from ..transport.cancellation import Cancellation
from ..uploads.wait_until_done import DEFAULT_WAIT_TIMEOUT, wait_until_done

if TYPE_CHECKING:
    from ..types import platform as types

_ENDED = ("completed", "failed", "timeout", "cancelled")


class PlatformClient(PlatformOperations):
    def stream_reply(
        self,
        *,
        id: str,
        body: types.SendMessage,
        explain: Optional[bool] = None,
        options: Optional[RequestOptions] = None,
    ) -> ReplyStream[types.ReplyEvent, types.ChatbotReply]:
        """
        Sends a message; the reply comes as it is written: `delta`s, joined, are the text, and `withdrawn` takes the
        place of `done` when a person takes over. A connection that breaks is taken up again where it was.
        """
        path = path_of("/api/v1/chatbots/{id}/conversation", {"id": id})
        query = query_of(("explain",), {"explain": explain})

        def start(cancellation: Cancellation) -> Iterator[Any]:
            transport = self._transport
            plain: Mapping[str, Any] = body
            asked = {**plain, "stream": True}
            open_at = asked_once(
                lambda: open_stream(transport, "POST", path + query, cancellation, options, body=asked),
                lambda last: open_stream(transport, "GET", path, cancellation, options, last),
            )
            return resumed_events(open_at, named_event, _ends_reply, cancellation)

        return ReplyStream(
            start,
            lambda event: event.data["text"] if event.type == "delta" else None,
            lambda event: event.data if event.type == "done" or event.type == "withdrawn" else None,
        )

    def follow_execution(
        self, *, id: str, executionId: str, options: Optional[RequestOptions] = None
    ) -> EventStream[types.AgentExecutionEvent]:
        """What an agent does, until it has ended."""
        at = {"id": id, "executionId": executionId}
        path = path_of("/api/v1/agent-loops/{id}/executions/{executionId}/events", at)
        return follow(self._transport, path, _ends_execution, options)

    def follow_escalations(self, *, options: Optional[RequestOptions] = None) -> EventStream[types.EscalationFeedEvent]:
        """
        Conversations that wait for a person, as long as you listen. After a break it begins with the list of all that
        are open.
        """
        return follow(self._transport, "/api/v1/escalations/stream", lambda _: False, options)

    def upload_document(
        self,
        *,
        chatbotId: str,
        body: types.UploadDocument,
        on_progress: Optional[Callable[[types.Document], None]] = None,
        timeout: float = DEFAULT_WAIT_TIMEOUT,
        options: Optional[RequestOptions] = None,
    ) -> types.Document:
        """Uploads a document of a chatbot, and waits until the chatbot knows it: `wait_until_ready`."""
        added = self.add_document(chatbotId=chatbotId, body=body, options=options)
        return self.wait_until_ready(
            chatbotId=chatbotId, id=added["data"]["id"], on_progress=on_progress, timeout=timeout, options=options
        )

    def wait_until_ready(
        self,
        *,
        chatbotId: str,
        id: str,
        on_progress: Optional[Callable[[types.Document], None]] = None,
        timeout: float = DEFAULT_WAIT_TIMEOUT,
        options: Optional[RequestOptions] = None,
    ) -> types.Document:
        """
        :raises ProcessingError: when it failed or was cancelled
        :raises APITimeoutError: when it is not ready in time
        """

        def read() -> types.Document:
            return self.get_document(chatbotId=chatbotId, id=id, options=options)["data"]

        document = wait_until_done(read, _is_processed, on_progress, timeout)
        if document["status"] == "ready":
            return document
        error: Any = document.get("error") or {}
        message = error.get("message") or f"The document is {document['status']}."
        raise ProcessingError(message, code=error.get("code"), body=document)


def _is_processed(document: types.Document) -> bool:
    return document["status"] not in ("queued", "running")


def _ends_reply(event: Any) -> bool:
    return event.type in ("done", "withdrawn")


def _ends_execution(event: Any) -> bool:
    return event.type == "status" and event.data["status"] in _ENDED
