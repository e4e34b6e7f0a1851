"""A server that says what a test wants, byte by byte."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from types import TracebackType
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Type, Union


class Taken(NamedTuple):
    """A request as it came."""

    method: str
    path: str
    headers: Dict[str, str]
    body: bytes
    #: Of the connection, from 0.
    connection: int


class Pause(NamedTuple):
    seconds: float


#: Bytes of an answer, and pauses between them. The connection is closed after `CLOSE`.
CLOSE = "close"
Part = Union[bytes, Pause, str]
Script = Sequence[Part]


def answer(status: int = 200, body: Any = None, headers: Optional[Dict[str, str]] = None) -> List[Part]:
    """A JSON answer."""
    content = json.dumps({} if body is None else body).encode()
    lines = {"Content-Type": "application/json", "Content-Length": str(len(content)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return [f"HTTP/1.1 {status} Said\r\n{head}\r\n".encode() + content]


def chunked(*pieces: bytes, is_whole: bool = True) -> List[Part]:
    """An event stream, which breaks off unless it is whole."""
    lines = ("HTTP/1.1 200 OK", "Content-Type: text/event-stream", "X-Request-Id: req_1", "Transfer-Encoding: chunked")
    head = "".join(f"{line}\r\n" for line in (*lines, "")).encode()
    parts: List[Part] = [head, *(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces)]
    return [*parts, b"0\r\n\r\n"] if is_whole else [*parts, CLOSE]


class ScriptedServer:
    """Answers come in the order of the requests; when there are no more, it is `answer()`."""

    def __init__(self, *scripts: Script, tls: Optional[ssl.SSLContext] = None) -> None:
        self._scripts = list(scripts)
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: List[socket.socket] = []
        self._connections = 0
        #: Requests, oldest first.
        self.taken: List[Taken] = []
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def base_url(self) -> str:
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self.port}"

    def then(self, *scripts: Script) -> None:
        with self._lock:
            self._scripts.extend(scripts)

    def close_connections(self) -> None:
        with self._lock:
            connections, self._open = self._open, []
        for one in connections:
            _end(one)

    def __enter__(self) -> ScriptedServer:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self._listener.close()
        self.close_connections()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            try:
                connection = self._tls.wrap_socket(connection, server_side=True) if self._tls else connection
            except OSError:
                # The client does not trust us.
                continue
            with self._lock:
                self._open.append(connection)
                number, self._connections = self._connections, self._connections + 1
            threading.Thread(target=self._serve, args=(connection, number), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        with connection, connection.makefile("rb") as reader:
            try:
                while self._take(connection, reader, number):
                    pass
            except OSError:
                # The client has left.
                pass

    def _take(self, connection: socket.socket, reader: Any, number: int) -> bool:
        line = reader.readline().decode().split()
        if len(line) < 2:
            return False
        headers: Dict[str, str] = {}
        for raw in iter(reader.readline, b"\r\n"):
            if not raw:
                return False
            name, _, value = raw.decode().partition(":")
            headers[name.lower()] = value.strip()
        body = _body_of(reader, headers)
        with self._lock:
            self.taken.append(Taken(line[0], line[1], headers, body, number))
            script = self._scripts.pop(0) if self._scripts else answer()
        for part in script:
            if isinstance(part, Pause):
                time.sleep(part.seconds)
            elif isinstance(part, str):
                _end(connection)
                return False
            else:
                connection.sendall(part)
        return True


def _end(connection: socket.socket) -> None:
    """Closing alone is not seen by the other side while somebody here is reading."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def _body_of(reader: Any, headers: Dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        content: bytes = reader.read(int(headers.get("content-length", "0")))
        return content
    pieces: List[bytes] = []
    while True:
        size = int(reader.readline(), 16)
        pieces.append(reader.read(size))
        reader.readline()
        if size == 0:
            return b"".join(pieces)
