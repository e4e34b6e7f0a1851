"""One attempt: a request over a connection, and the head of its answer."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from typing import Callable, Dict, Optional

from ..errors import AbortError, APIConnectionError, APITimeoutError, ParleyError
from .bodies import MadeBody
from .cancellation import Cancellation
from .connections import Connection, Connections
from .response import Response

_AFTER_END_CHUNK = b"0\r\n\r\n"


class Exchange:
    def __init__(
        self, connections: Connections, timeout: Optional[float], cancellation: Optional[Cancellation]
    ) -> None:
        self._connections = connections
        self._timeout = timeout
        self._cancellation = cancellation
        self._deadline = None if timeout is None else time.monotonic() + timeout
        self._connection: Optional[Connection] = None

    def start(self, method: str, path: str, headers: Dict[str, str], body: Optional[MadeBody]) -> Response:
        """
        :raises ParleyError: when no answer comes
        :raises ValueError: for headers and paths that cannot be sent
        """
        connection = self._connect()
        try:
            self._send(connection.http, method, path, headers, body)
            answer = connection.http.getresponse()
        except BaseException as error:
            self._release(False)
            if isinstance(error, http.client.InvalidURL):
                raise ValueError(str(error)) from None
            if not isinstance(error, (OSError, http.client.HTTPException)):
                raise
            raise self._failure_of(error) from error
        return Response(answer, self._failure_of, self._release)

    def has_begun(self) -> None:
        """From now on it may take as long as it likes, if only something comes now and then."""
        if self._connection:
            self._connection.socket.deadline = None

    def limit_idleness(self, seconds: Optional[float]) -> None:
        if self._connection:
            self._connection.socket.idle_limit = seconds

    def _connect(self) -> Connection:
        if self._cancellation:
            self._cancellation.check()
        try:
            connection = self._connections.take(self._timeout)
        except (OSError, http.client.HTTPException) as error:
            raise _unsent(error, self._timeout) from error
        connection.socket.deadline = self._deadline
        self._connection = connection
        if self._cancellation:
            self._cancellation.on_cancel(connection.socket.give_up)
        return connection

    def _send(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        headers: Dict[str, str],
        body: Optional[MadeBody],
    ) -> None:
        connection.putrequest(method, self._connections.target(path), skip_accept_encoding=True)
        is_chunked = body is not None and body.length is None
        framed = {**headers, **self._connections.proxy_headers()}
        if is_chunked:
            framed["Transfer-Encoding"] = "chunked"
        elif body is not None or method not in ("GET", "HEAD", "DELETE"):
            framed["Content-Length"] = str(body.length if body else 0)
        for name, value in framed.items():
            connection.putheader(name, value)
        connection.endheaders()
        try:
            _send_body(connection.send, body, is_chunked)
        except (BrokenPipeError, ConnectionResetError):
            # A server that refuses what is sent may answer before it has read it.
            pass

    def _release(self, is_reusable: bool) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        if self._cancellation:
            self._cancellation.on_cancel(None)
        connection.socket.deadline = connection.socket.idle_limit = None
        if is_reusable:
            self._connections.give_back(connection)
        else:
            connection.close()

    def _failure_of(self, error: Exception) -> ParleyError:
        if self._cancellation and self._cancellation.is_cancelled:
            return AbortError("The stream was closed.")
        if isinstance(error, socket.timeout):
            return APITimeoutError(_timeout_words(self._timeout))
        return APIConnectionError(f"There was no whole answer: {_words_of(error)}")


def _send_body(send: Callable[[bytes], None], body: Optional[MadeBody], is_chunked: bool) -> None:
    if body is None:
        return
    for piece in [body.content] if isinstance(body.content, bytes) else body.content:
        if piece:
            send(b"%x\r\n%s\r\n" % (len(piece), piece) if is_chunked else piece)
    if is_chunked:
        send(_AFTER_END_CHUNK)


def _unsent(error: Exception, timeout: Optional[float]) -> ParleyError:
    if isinstance(error, socket.timeout):
        return APITimeoutError(_timeout_words(timeout), is_unsent=True)
    # Who shows no good certificate will not have one in a second.
    is_final = isinstance(error, ssl.SSLCertVerificationError)
    return APIConnectionError(f"The server cannot be reached: {_words_of(error)}", is_unsent=not is_final)


def _timeout_words(timeout: Optional[float]) -> str:
    return "Nothing came for long." if timeout is None else f"Nothing came within {timeout:g} seconds."


def _words_of(error: BaseException) -> str:
    return str(error) or type(error).__name__
