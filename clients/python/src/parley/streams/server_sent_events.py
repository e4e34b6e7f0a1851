"""Event streams (HTML Standard, 9.2 "Server-sent events")."""

from __future__ import annotations

import codecs
import re
from typing import Iterator, List, NamedTuple

from ..transport.response import Response

_LINE_END = re.compile(r"\r\n|\n|\r(?!\Z)")


class ServerSentEvent(NamedTuple):
    #: The last one that was sent; empty before the first.
    id: str
    type: str
    data: str


class EventParser:
    """Takes the text of a stream in pieces, cut anywhere. An event that was not finished never was."""

    def __init__(self) -> None:
        self._rest = ""
        self._id = ""
        self._type = ""
        self._data: List[str] = []

    def feed(self, piece: str) -> List[ServerSentEvent]:
        # A carriage return at the end may be the first half of a line end.
        lines = _LINE_END.split(self._rest + piece)
        self._rest = lines.pop()
        events: List[ServerSentEvent] = []
        for line in lines:
            if line:
                self._take(line)
                continue
            if self._data:
                events.append(ServerSentEvent(self._id, self._type or "message", "\n".join(self._data)))
            self._type = ""
            self._data = []
        return events

    def _take(self, line: str) -> None:
        field, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if field == "data":
            self._data.append(value)
        elif field == "event":
            self._type = value
        elif field == "id":
            self._id = value


def read_events(response: Response) -> Iterator[ServerSentEvent]:
    """
    The events of an answer, to the end of its body.

    :raises APIConnectionError, APITimeoutError: when it breaks
    """
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    parser = EventParser()
    for piece in response.iter_bytes():
        yield from parser.feed(decoder.decode(piece))
