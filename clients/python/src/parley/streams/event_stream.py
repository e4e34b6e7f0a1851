from __future__ import annotations

from types import TracebackType
from typing import Callable, Generic, Iterator, Optional, Type, TypeVar

from ..errors import APIConnectionError
from ..transport.cancellation import Cancellation

Event = TypeVar("Event")
Answer = TypeVar("Answer")


class EventStream(Generic[Event]):
    """
    Events as they come: `for event in stream`. Nothing is asked for before the first one is wanted. It can be gone over
    once. `with` and `close()` end it; so does to leave the loop of a stream that has no name.
    """

    def __init__(self, start: Callable[[Cancellation], Iterator[Event]]) -> None:
        self._cancellation = Cancellation()
        self._events = start(self._cancellation)
        self._is_over = False

    def __iter__(self) -> EventStream[Event]:
        return self

    def __next__(self) -> Event:
        """:raises AbortError: when it was closed before its end, so that no half of a text is taken for the whole"""
        if not self._is_over:
            self._cancellation.check()
        try:
            return next(self._events)
        except StopIteration:
            self._is_over = True
            raise

    def close(self) -> None:
        """From any thread. Whoever reads gets an `AbortError`."""
        self._cancellation.cancel()
        close = getattr(self._events, "close", None)
        try:
            if close:
                close()
        except ValueError:
            # Another thread is reading; it was woken by the cancellation.
            pass

    def __enter__(self) -> EventStream[Event]:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()


class ReplyStream(EventStream[Event], Generic[Event, Answer]):
    """A reply as it is written."""

    def __init__(
        self,
        start: Callable[[Cancellation], Iterator[Event]],
        text_of: Callable[[Event], Optional[str]],
        answer_of: Callable[[Event], Optional[Answer]],
    ) -> None:
        super().__init__(start)
        self._text_of = text_of
        self._answer_of = answer_of

    def __enter__(self) -> ReplyStream[Event, Answer]:
        return self

    def text(self) -> Iterator[str]:
        """Only what is said, piece by piece."""
        for event in self:
            text = self._text_of(event)
            if text:
                yield text

    def answer(self) -> Answer:
        """Reads to the end, and gives the whole answer."""
        answer: Optional[Answer] = None
        for event in self:
            told = self._answer_of(event)
            answer = answer if told is None else told
        if answer is None:
            raise APIConnectionError("The stream ended without an answer.")
        return answer
