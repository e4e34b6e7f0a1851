from __future__ import annotations

import http.client
import json
from types import TracebackType
from typing import Any, Callable, Iterator, List, Optional, Type

from ..errors import ParleyError

_PIECE_BYTES = 65_536


class Response:
    """
    An answer whose head is there. Read it to its end, or close it: `with` does.

    :ivar headers: `headers.get('Content-Type')`, in any case
    """

    def __init__(
        self,
        answer: http.client.HTTPResponse,
        failure_of: Callable[[Exception], Exception],
        release: Callable[[bool], None],
    ) -> None:
        self.status: int = answer.status
        self.headers: http.client.HTTPMessage = answer.headers
        self._answer = answer
        self._failure_of = failure_of
        self._release: Optional[Callable[[bool], None]] = release

    def iter_bytes(self, size: int = _PIECE_BYTES) -> Iterator[bytes]:
        """Pieces as they come, of up to so many bytes."""
        try:
            while True:
                piece = self._next_piece(size)
                if not piece:
                    return
                yield piece
        finally:
            self.close()

    def read(self) -> bytes:
        """All that is left."""
        pieces: List[bytes] = list(self.iter_bytes())
        return b"".join(pieces)

    def text(self) -> str:
        return self.read().decode(self.headers.get_content_charset("utf-8"), "replace")

    def json(self) -> Any:
        """:raises ParleyError: when it is something else, as the page of somebody in between"""
        text = self.text()
        try:
            return json.loads(text)
        except ValueError as error:
            request_id = self.headers.get("X-Request-Id")
            said = f"The server answered {self.status} with something that is no JSON."
            raise ParleyError(said, status=self.status, request_id=request_id, body=text) from error

    def close(self) -> None:
        """The connection goes on to serve others if all was read."""
        release, self._release = self._release, None
        if release is None:
            return
        # Python before 3.13 does not note the end of an answer with a length by itself.
        is_whole = self._answer.isclosed() or self._answer.length == 0
        self._answer.close()
        release(is_whole and not self._answer.will_close)

    def __enter__(self) -> Response:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def _next_piece(self, size: int) -> bytes:
        if self._release is None:
            return b""
        try:
            piece = self._answer.read1(size)
            # Of an answer with a length it does not say that the end came too early.
            if not piece and self._answer.length:
                raise http.client.IncompleteRead(b"", self._answer.length)
            return piece
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise self._failure_of(error) from error
