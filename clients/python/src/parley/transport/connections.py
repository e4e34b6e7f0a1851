"""Connections to one server, kept alive, for any number of threads."""

from __future__ import annotations

import base64
import http.client
import select
import ssl
import threading
import time
import weakref
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from .timed_socket import TimedSocket

_MOST_IDLE = 10
# Shorter than what servers and what stands before them commonly allow, so that they seldom close first.
_IDLE_S = 15.0


class Connection:
    """One connection; `http` speaks over it."""

    def __init__(self, http_connection: http.client.HTTPConnection, sock: TimedSocket) -> None:
        self.http = http_connection
        self.socket = sock
        self.is_fresh = True
        self._idle_since = time.monotonic()

    def is_usable(self) -> bool:
        """A server that has closed it, or says something unasked, makes it readable."""
        if time.monotonic() - self._idle_since > _IDLE_S:
            return False
        try:
            poll = getattr(select, "poll", None)
            if poll is None:
                return not select.select([self.socket], [], [], 0)[0]
            # `select` knows no file numbers above 1023.
            poller = poll()
            poller.register(self.socket, select.POLLIN)
            return not poller.poll(0)
        except (OSError, ValueError):
            return False

    def rest(self) -> None:
        self.is_fresh = False
        self._idle_since = time.monotonic()

    def close(self) -> None:
        self.http.close()
        self.socket.close()


class Connections:
    """Those to the server of a client, straight or through the proxy that the environment names."""

    def __init__(self, base_url: str, ssl_context: Optional[ssl.SSLContext]) -> None:
        self.address = urlsplit(base_url)
        if self.address.scheme not in ("http", "https") or not self.address.hostname:
            raise ValueError(f'"{base_url}" is no address of a server.')
        self._ssl_context = ssl_context
        self._proxy = _proxy_for(self.address)
        self._idle: List[Connection] = []
        self._lock = threading.Lock()
        # Of clients that nobody closes.
        weakref.finalize(self, _close_all, self._idle)

    def take(self, timeout: Optional[float]) -> Connection:
        """
        One that is idle, or a new one.

        :raises OSError, http.client.HTTPException: when there is nobody to connect to; nothing was sent then
        """
        while True:
            with self._lock:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                return self._connect(timeout)
            if connection.is_usable():
                return connection
            connection.close()

    def give_back(self, connection: Connection) -> None:
        connection.rest()
        with self._lock:
            has_room = len(self._idle) < _MOST_IDLE
            if has_room:
                self._idle.append(connection)
        if not has_room:
            connection.close()

    def close(self) -> None:
        with self._lock:
            idle = self._idle[:]
            self._idle.clear()
        _close_all(idle)

    def target(self, path: str) -> str:
        """What stands in the first line of a request."""
        is_relayed = self._proxy is not None and self.address.scheme == "http"
        return f"{self.address.scheme}://{self.address.netloc.rpartition('@')[2]}{path}" if is_relayed else path

    def proxy_headers(self) -> Dict[str, str]:
        """For requests that a proxy reads."""
        return _proxy_authorization(self._proxy) if self._proxy and self.address.scheme == "http" else {}

    def _connect(self, timeout: Optional[float]) -> Connection:
        host, port = _host_and_port(self.address)
        at_host, at_port = _host_and_port(self._proxy) if self._proxy else (host, port)
        connection: http.client.HTTPConnection
        if self.address.scheme == "https":
            context = self._ssl_context or ssl.create_default_context()
            connection = http.client.HTTPSConnection(at_host, at_port, timeout=timeout, context=context)
            if self._proxy:
                connection.set_tunnel(host, port, headers=_proxy_authorization(self._proxy))
        else:
            connection = http.client.HTTPConnection(at_host, at_port, timeout=timeout)
        try:
            connection.connect()
        except BaseException:
            connection.close()
            raise
        # The attribute is documented by use only; `http.client` asks no more of it than TimedSocket has.
        sock = TimedSocket(connection.sock)
        untyped: Any = connection
        untyped.sock = sock
        return Connection(connection, sock)


def _close_all(connections: List[Connection]) -> None:
    for connection in connections:
        connection.close()


def _host_and_port(address: SplitResult) -> Tuple[str, int]:
    return address.hostname or "", address.port or (443 if address.scheme == "https" else 80)


def _proxy_for(address: SplitResult) -> Optional[SplitResult]:
    """HTTP_PROXY, HTTPS_PROXY and NO_PROXY, or the system's settings."""
    proxy = getproxies().get(address.scheme)
    if not proxy or proxy_bypass(address.netloc.rpartition("@")[2]):
        return None
    return urlsplit(proxy if "://" in proxy else f"http://{proxy}")


def _proxy_authorization(proxy: SplitResult) -> Dict[str, str]:
    if not proxy.username:
        return {}
    account = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(account.encode()).decode()}"}
