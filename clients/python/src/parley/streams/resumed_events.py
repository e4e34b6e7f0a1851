"""One stream of events over as many connections as it takes."""

from __future__ import annotations

from typing import Callable, Iterator, Optional, TypeVar

from ..errors import APIConnectionError, ParleyError
from ..transport.cancellation import Cancellation
from ..transport.response import Response
from ..transport.retry import backoff, is_break
from .server_sent_events import ServerSentEvent, read_events

Event = TypeVar("Event")

# More than two of the server's heartbeats, which come every 15 seconds.
IDLE_LIMIT = 40.0
# One after the other without anything new.
MAX_RECONNECTS = 8

# A connection to what follows the event with that id; the first one without. None when there is no way back.
Open = Callable[[Optional[str]], Optional[Response]]


def resumed_events(
    open_at: Open,
    read: Callable[[ServerSentEvent, Response], Event],
    is_last: Callable[[Event], bool],
    cancellation: Cancellation,
) -> Iterator[Event]:
    """
    Each event once, in order.

    :param read: may raise, which ends the stream
    :param is_last: whether the stream ends with it; one of which nothing is the last goes on for ever
    :raises ParleyError: when it cannot go on
    """
    last_event_id: Optional[str] = None
    has_begun = False
    failures = 0
    broken: ParleyError = APIConnectionError("There is no way back to this stream.")
    while True:
        try:
            response = open_at(last_event_id)
            # No way back, or nothing left of it.
            if response is None or response.status == 204:
                break
            has_begun = True
            with response:
                for message in read_events(response):
                    failures = 0
                    last_event_id = message.id or last_event_id
                    event = read(message, response)
                    yield event
                    if is_last(event):
                        return
            cancellation.check()
            broken = APIConnectionError("The stream ended before its time.")
        except ParleyError as error:
            # The first request has been tried as often as the client allows.
            if not has_begun or not is_break(error):
                raise
            broken = error
        if failures >= MAX_RECONNECTS:
            raise broken
        cancellation.wait(backoff(failures))
        failures += 1
    if response is None:
        raise broken
    response.close()


def asked_once(ask: Callable[[], Response], resume: Callable[[str], Response]) -> Open:
    """For streams that begin with a question: asked once, whatever happens; afterwards there is only a way back."""
    is_asked = False

    def open_at(last_event_id: Optional[str]) -> Optional[Response]:
        nonlocal is_asked
        if last_event_id is not None:
            return resume(last_event_id)
        if is_asked:
            return None
        is_asked = True
        return ask()

    return open_at
