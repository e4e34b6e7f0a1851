"""The published calls of the assistant dialect: `ChatbotClient(api_key, base_url).chat.send(message=...)`."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Dict, Mapping, Optional, Type, Union, overload

from ..client import Parley
from ..dialects.assistant import AssistantClient
from ..dialects.assistant_chat_stream import ChatEvent
from ..options import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT, RequestOptions
from ..paging import Listing
from ..streams.event_stream import ReplyStream
from ..uploads.upload import Uploadable
from ..uploads.wait_until_done import DEFAULT_WAIT_TIMEOUT
from .server_address import server_address

if TYPE_CHECKING:
    from typing import Literal

    from ..types import assistant as types

ChatStream = ReplyStream[ChatEvent, ChatEvent]


class ChatAnswer:
    """
    :ivar message: the text
    :ivar id: the chat to go on with: `send(..., chat_id=answer.id)`
    :ivar message_id: of this answer; None when it was not kept
    :ivar usage: tokens
    :ivar body: all that was answered
    """

    def __init__(self, body: types.ChatAnswer) -> None:
        self.message = body["message"]
        self.id = body["id"]
        self.model = body["model"]
        self.usage = body["usage"]
        self.created_at = body["created_at"]
        self.message_id = body.get("message_id")
        self.body = body

    def __repr__(self) -> str:
        return f"ChatAnswer(message={self.message!r}, id={self.id!r})"


class ChatbotClient:
    def __init__(
        self,
        api_key: Optional[str] = None,
        base_url: Optional[str] = None,
        *,
        timeout: Optional[float] = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param base_url: where Parley runs; an `/api` at its end does no harm"""
        address = None if base_url is None else server_address(base_url)
        self._parley = Parley(api_key, address, timeout=timeout, max_retries=max_retries, headers=headers)
        self.chat = Chat(self._parley.assistant)
        self.documents = Documents(self._parley.assistant)
        self.files = Files(self._parley.assistant)
        self.knowledge = Knowledge(self._parley.assistant)

    def close(self) -> None:
        self._parley.close()

    def __enter__(self) -> ChatbotClient:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()


class Chat:
    def __init__(self, assistant: AssistantClient) -> None:
        self._assistant = assistant

    @overload
    def send(
        self,
        message: str,
        stream: Literal[False] = False,
        chat_id: Optional[str] = None,
        options: Optional[RequestOptions] = None,
        **more: Any,
    ) -> ChatAnswer: ...

    @overload
    def send(
        self,
        message: str,
        stream: Literal[True],
        chat_id: Optional[str] = None,
        options: Optional[RequestOptions] = None,
        **more: Any,
    ) -> ChatStream: ...

    @overload
    def send(
        self,
        message: str,
        stream: bool,
        chat_id: Optional[str] = None,
        options: Optional[RequestOptions] = None,
        **more: Any,
    ) -> Union[ChatAnswer, ChatStream]: ...

    def send(
        self,
        message: str,
        stream: bool = False,
        chat_id: Optional[str] = None,
        options: Optional[RequestOptions] = None,
        **more: Any,
    ) -> Union[ChatAnswer, ChatStream]:
        """
        The answer has the text in `message`. With `stream`, events are gone over: `for event in ...: event.content`.

        :param chat_id: the chat to go on with: the `id` of an answer. Without it a chat is begun
        :param more: whatever else a message may have, as `model`, `temperature`
        """
        body: Any = {"message": message, **more}
        if stream:
            return self._assistant.stream_chat(chat_id=chat_id, body=body, options=options)
        if chat_id is None:
            return ChatAnswer(self._assistant.start_chat(body=body, options=options))
        return ChatAnswer(self._assistant.continue_chat(chat_id=chat_id, body=body, options=options))

    def history(self, chat_id: str, options: Optional[RequestOptions] = None) -> types.ChatHistory:
        """Everything that was said, oldest first."""
        return self._assistant.get_history_of_chat(chat_id=chat_id, options=options)

    def complete(self, chat_id: str, options: Optional[RequestOptions] = None) -> types.CompletedChat:
        return self._assistant.complete_chat(chat_id=chat_id, options=options)


class Documents:
    def __init__(self, assistant: AssistantClient) -> None:
        self._assistant = assistant

    def create(
        self, title: str, content: str, options: Optional[RequestOptions] = None, **more: Any
    ) -> types.Document:
        body: Any = {"title": title, "content": content, **more}
        return self._assistant.create_document(body=body, options=options)

    def update(self, document_id: str, options: Optional[RequestOptions] = None, **changes: Any) -> types.Document:
        """Makes a new version."""
        body: Any = changes
        return self._assistant.update_document(document_id=document_id, body=body, options=options)

    def get(self, document_id: str, options: Optional[RequestOptions] = None) -> types.Document:
        return self._assistant.get_document(document_id=document_id, options=options)

    def list(self, options: Optional[RequestOptions] = None, **filters: Any) -> Listing[Any, Any]:
        """`for` goes over all documents, `page()` gives one page."""
        return self._assistant.list_documents(options=options, **filters)


class Files:
    def __init__(self, assistant: AssistantClient) -> None:
        self._assistant = assistant

    def upload(self, file: Uploadable, options: Optional[RequestOptions] = None, **details: Any) -> types.FileInfo:
        """:param details: whatever else an upload may have, as `tags`"""
        body: Any = {**details, "file": file}
        return self._assistant.upload_file(body=body, options=options)

    def status(self, file_id: str, options: Optional[RequestOptions] = None) -> types.FileStatus:
        return self._assistant.get_status_of_file(file_id=file_id, options=options)

    def wait_until_ready(
        self,
        file_id: str,
        on_progress: Optional[Callable[[types.FileStatus], None]] = None,
        timeout: float = DEFAULT_WAIT_TIMEOUT,
    ) -> types.FileStatus:
        return self._assistant.wait_until_ready(file_id=file_id, on_progress=on_progress, timeout=timeout)

    def list(self, options: Optional[RequestOptions] = None, **filters: Any) -> Listing[Any, Any]:
        return self._assistant.list_files(options=options, **filters)

    def delete(self, file_id: str, options: Optional[RequestOptions] = None) -> None:
        self._assistant.delete_file(file_id=file_id, options=options)


class Knowledge:
    def __init__(self, assistant: AssistantClient) -> None:
        self._assistant = assistant

    def add(self, options: Optional[RequestOptions] = None, **body: Any) -> Dict[str, Any]:
        given: Any = body
        added: Any = self._assistant.add_knowledge(body=given, options=options)
        return dict(added)

    def search(
        self, query: str, options: Optional[RequestOptions] = None, **more: Any
    ) -> types.SearchResults:
        body: Any = {"query": query, **more}
        return self._assistant.search_knowledge(body=body, options=options)
