"""The assistant dialect: chats, versioned documents, files, knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional

from ..errors import ProcessingError
from ..methods.assistant import AssistantOperations
from ..options import RequestOptions
from ..streams.event_stream import ReplyStream
from ..uploads.wait_until_done import DEFAULT_WAIT_TIMEOUT, wait_until_done
from .assistant_chat_stream import ChatEvent, chat_events

if TYPE_CHECKING:
    from ..types import assistant as types


class AssistantClient(AssistantOperations):
    def stream_chat(
        self,
        *,
        body: types.SendMessage,
        chat_id: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> ReplyStream[ChatEvent, ChatEvent]:
        """
        Starts a chat, or goes on with `chat_id`; the answer comes as it is written. When the connection breaks, the
        rest is read from the history as soon as the answer is there.
        """
        return ReplyStream(
            lambda cancellation: chat_events(self._transport, chat_id, body, options, cancellation),
            lambda event: event.content,
            lambda event: event if event.type == "done" else None,
        )

    def upload_and_process(
        self,
        *,
        body: types.UploadFile,
        on_progress: Optional[Callable[[types.FileStatus], None]] = None,
        timeout: float = DEFAULT_WAIT_TIMEOUT,
        options: Optional[RequestOptions] = None,
    ) -> types.FileStatus:
        """Uploads a file, and waits until it is found: `wait_until_ready`."""
        uploaded = self.upload_file(body=body, options=options)
        return self.wait_until_ready(
            file_id=uploaded["id"], on_progress=on_progress, timeout=timeout, options=options
        )

    def wait_until_ready(
        self,
        *,
        file_id: str,
        on_progress: Optional[Callable[[types.FileStatus], None]] = None,
        timeout: float = DEFAULT_WAIT_TIMEOUT,
        options: Optional[RequestOptions] = None,
    ) -> types.FileStatus:
        """
        :raises ProcessingError: when it failed
        :raises APITimeoutError: when it is not processed in time
        """

        def read() -> types.FileStatus:
            return self.get_status_of_file(file_id=file_id, options=options)

        file = wait_until_done(read, _is_processed, on_progress, timeout)
        if file["status"] == "completed":
            return file
        raise ProcessingError(file.get("error") or "The file could not be processed.", body=file)


def _is_processed(file: types.FileStatus) -> bool:
    return file["status"] != "processing"
