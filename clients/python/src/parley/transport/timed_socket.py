"""A socket whose operations end when a common time limit is over: those of Python limit each operation for itself."""

from __future__ import annotations

import io
import socket
import threading
import time
from typing import Any, Optional

# Sent at once: between two of them the time is looked at.
_PIECE_BYTES = 65_536
# A socket without blocking is another thing than one whose time is over.
_SHORTEST = 0.001


class TimedSocket:
    """As much of a socket as `http.client` needs."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._lock = threading.Lock()
        self._readers = 0
        self._is_closed = False
        self._is_given_up = False
        #: Time of `time.monotonic` at which everything ends; None for no end.
        self.deadline: Optional[float] = None
        #: Seconds without a byte after which a connection is held to be dead; None for no limit.
        self.idle_limit: Optional[float] = None

    def sendall(self, data: Any) -> None:
        view = memoryview(data).cast("B")
        for at in range(0, len(view), _PIECE_BYTES):
            self._set_timeout()
            self._socket.sendall(view[at : at + _PIECE_BYTES])

    def receive_into(self, buffer: Any) -> int:
        self._set_timeout()
        return self._socket.recv_into(buffer)

    def makefile(self, mode: str = "rb", *_: Any, **__: Any) -> io.BufferedReader:
        with self._lock:
            self._readers += 1
        return io.BufferedReader(_Reader(self), _PIECE_BYTES)

    def fileno(self) -> int:
        return self._socket.fileno()

    def close(self) -> None:
        """Closed when all that read from it are done, as `http.client` expects it."""
        with self._lock:
            self._is_closed = True
            is_unused = self._readers == 0
        if is_unused:
            self._socket.close()

    def reader_closed(self) -> None:
        with self._lock:
            self._readers -= 1
            is_unused = self._is_closed and self._readers == 0
        if is_unused:
            self._socket.close()

    def give_up(self) -> None:
        """Whoever is reading in another thread is woken, and gets an error."""
        self._is_given_up = True
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            # It is closed already.
            pass

    def _set_timeout(self) -> None:
        if self._is_given_up:
            raise ConnectionAbortedError("The connection was given up.")
        limits = [] if self.idle_limit is None else [self.idle_limit]
        if self.deadline is not None:
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise socket.timeout("The time is over.")
            limits.append(left)
        self._socket.settimeout(max(_SHORTEST, min(limits)) if limits else None)


class _Reader(io.RawIOBase):
    def __init__(self, source: TimedSocket) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._source.receive_into(buffer)

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._source.reader_closed()
