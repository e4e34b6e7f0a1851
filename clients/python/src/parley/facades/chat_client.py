"""The published calls of the support dialect: `ChatClient(api_key).send_message(message=..., user_id=...)`."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Type

from ..client import Parley
from ..options import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT, RequestOptions
from ..session.credential import KeyCredential
from ..streams.event_stream import EventStream, ReplyStream
from ..transport.cancellation import Cancellation
from .server_address import address_of, server_address

if TYPE_CHECKING:
    from ..types import support as types


class ChatReply(NamedTuple):
    answer: str
    #: Probability that the answer is right, 0 to 1.
    confidence: float
    conversation_id: str
    #: None for a notice, as that a person will answer.
    message_id: Optional[str]
    #: Ids of the articles that it rests on, best first.
    sources: List[str]
    citations: List[Any]
    #: Whether a person is waited for, or answers.
    escalated: bool
    timestamp: str
    #: Of a conversation that was begun with a public key: keep it beside the id to go on later.
    conversation_token: Optional[str] = None


class ChatReplyEvent(NamedTuple):
    """Events `text`, and `done` with the reply."""

    type: str
    text: str = ""
    reply: Optional[ChatReply] = None


class ChatClient:
    def __init__(
        self,
        api_key: Optional[str] = None,
        environment: str = "production",
        *,
        base_url: Optional[str] = None,
        environments: Optional[Mapping[str, str]] = None,
        timeout: Optional[float] = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """
        :param environment: an address or a name: `production` is PARLEY_BASE_URL
        :param base_url: goes before it
        :param environments: addresses by your own names
        """
        address = address_of(environment, environments) if base_url is None else server_address(base_url)
        self._parley = Parley(api_key, address, timeout=timeout, max_retries=max_retries, headers=headers)
        self._support = self._parley.support
        # Of conversations that were begun with a public key, which does not open them again.
        self._tokens: Dict[str, str] = {}
        self._lock = threading.Lock()

    def send_message(
        self,
        message: str,
        user_id: str,
        conversation_id: Optional[str] = None,
        channel: Optional[str] = None,
        metadata: Optional[Mapping[str, Any]] = None,
        options: Optional[RequestOptions] = None,
    ) -> ChatReply:
        """
        :param user_id: the end user, in your own words
        :param conversation_id: the one to go on with. Without it one is begun
        """
        body = _body_of(message, user_id, conversation_id, channel, metadata)
        within = self._within(conversation_id, options)
        answer = self._support.create_conversation_or_send_message(body=body, options=within)
        return self._reply_of(answer)

    def stream_message(
        self,
        message: str,
        user_id: str,
        conversation_id: Optional[str] = None,
        channel: Optional[str] = None,
        metadata: Optional[Mapping[str, Any]] = None,
        options: Optional[RequestOptions] = None,
    ) -> ReplyStream[ChatReplyEvent, ChatReply]:
        """The same, as it is written: events `text`, and `done` with the reply."""
        body = _body_of(message, user_id, conversation_id, channel, metadata)
        within = self._within(conversation_id, options)

        def start(cancellation: Cancellation) -> Iterator[ChatReplyEvent]:
            source = self._support.stream_reply(body=body, options=within)
            cancellation.on_cancel(source.close)
            with source:
                yield from self._events_of(source)

        return ReplyStream(start, lambda event: event.text, lambda event: event.reply)

    def get_conversation(
        self, conversation_id: str, options: Optional[RequestOptions] = None
    ) -> types.ConversationWithMessages:
        """What was said, oldest first, and how the conversation stands."""
        within = self._within(conversation_id, options)
        return self._support.get_conversation(conversation_id=conversation_id, options=within)

    def follow_conversation(
        self, conversation_id: str, after: int = 0, options: Optional[RequestOptions] = None
    ) -> EventStream[types.ConversationFeedEvent]:
        """Everything that is said from now on, also by people, as long as you listen."""
        within = self._within(conversation_id, options)
        return self._support.follow_conversation(conversation_id=conversation_id, after=after, options=within)

    def submit_feedback(
        self,
        conversation_id: str,
        rating: int,
        comment: Optional[str] = None,
        message_id: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Mapping[str, Any]:
        """:param rating: from 1 to 5"""
        body: Any = _given(rating=rating, comment=comment, message_id=message_id)
        within = self._within(conversation_id, options)
        return self._support.submit_feedback(conversation_id=conversation_id, body=body, options=within)

    def escalate(self, conversation_id: str, options: Optional[RequestOptions] = None) -> Mapping[str, Any]:
        """Asks for a person."""
        within = self._within(conversation_id, options)
        return self._support.ask_for_person(conversation_id=conversation_id, options=within)

    def resolve(self, conversation_id: str, options: Optional[RequestOptions] = None) -> Mapping[str, Any]:
        within = self._within(conversation_id, options)
        return self._support.resolve_conversation(conversation_id=conversation_id, options=within)

    def write_article(
        self, title: str, content: str, options: Optional[RequestOptions] = None, **more: Any
    ) -> Mapping[str, Any]:
        """Adds an article that answers may rest on; with `article_id` it is written anew."""
        body: Any = {"title": title, "content": content, **more}
        return self._support.add_or_update_article(body=body, options=options)

    def use_token(self, conversation_id: str, conversation_token: str) -> None:
        """Goes on with a conversation that was begun with a public key, by another client."""
        with self._lock:
            self._tokens[conversation_id] = conversation_token

    def close(self) -> None:
        self._parley.close()

    def __enter__(self) -> ChatClient:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def _events_of(self, source: EventStream[Any]) -> Iterator[ChatReplyEvent]:
        for event in source:
            if event.type == "started":
                self._keep_token(event.data)
            elif event.type == "delta":
                yield ChatReplyEvent("text", event.data["text"])
            elif event.type in ("done", "withdrawn"):
                yield ChatReplyEvent("done", reply=self._reply_of(event.data))

    def _within(self, conversation_id: Optional[str], options: Optional[RequestOptions]) -> RequestOptions:
        with self._lock:
            token = self._tokens.get(conversation_id or "")
        given = RequestOptions() if options is None else options.copy()
        if token is not None:
            given.setdefault("credential", KeyCredential(token))
        return given

    def _keep_token(self, begun: Mapping[str, Any]) -> None:
        if begun.get("conversation_token"):
            self.use_token(begun["conversation_id"], begun["conversation_token"])

    def _reply_of(self, answer: Any) -> ChatReply:
        """A stream that was taken up again does not tell the token."""
        self._keep_token(answer)
        with self._lock:
            token = self._tokens.get(answer["conversation_id"])
        return ChatReply(
            answer=answer["response"],
            confidence=answer["confidence"],
            conversation_id=answer["conversation_id"],
            message_id=answer.get("message_id"),
            sources=answer["sources"],
            citations=answer.get("citations") or [],
            escalated=answer["escalated"],
            timestamp=answer["timestamp"],
            conversation_token=token,
        )


def _body_of(
    message: str,
    user_id: str,
    conversation_id: Optional[str],
    channel: Optional[str],
    metadata: Optional[Mapping[str, Any]],
) -> Any:
    return _given(
        message=message, user_id=user_id, conversation_id=conversation_id, channel=channel, metadata=metadata
    )


def _given(**fields: Any) -> Dict[str, Any]:
    """Without what is absent."""
    return {name: value for name, value in fields.items() if value is not None}
