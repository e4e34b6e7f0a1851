"""Requests: addressed, authorised, limited in time, sent again where that is safe, and failures as `ParleyError`s."""

from __future__ import annotations

import platform as machine
import time
import uuid
from typing import Callable, Dict, Mapping, NamedTuple, Optional, TypeVar

from ..errors import ParleyError
from ..options import ClientSettings, RequestOptions
from ..session.credential import Credential
from .bodies import MadeBody, RequestBody
from .cancellation import Cancellation
from .connections import Connections
from .exchange import Exchange
from .failures import error_of
from .response import Response
from .retry import RetryPolicy, wait_before_retry

Result = TypeVar("Result")

# A POST names itself by an `Idempotency-Key`, and is done once however often it is sent.
_IDEMPOTENT = ("GET", "HEAD", "PUT", "DELETE", "POST")
_AGENT = f"parley-client-python/0.1.0 Python/{machine.python_version()}"


class Request(NamedTuple):
    method: str
    #: Below the base URL, with its query.
    path: str
    body: Optional[RequestBody] = None
    accept: str = "application/json"
    headers: Mapping[str, str] = {}
    #: Whether it may be sent twice; unless given, as its method has it (RFC 9110, 9.2.2), and a POST by its key.
    is_idempotent: Optional[bool] = None
    options: RequestOptions = {}
    cancellation: Optional[Cancellation] = None


class Transport:
    def __init__(
        self, settings: ClientSettings, credential: Credential, connections: Optional[Connections] = None
    ) -> None:
        self.settings = settings
        self.credential = credential
        self.connections = connections or Connections(settings.base_url, settings.ssl_context)
        # A server may stand below a path of its address.
        self._base_path = self.connections.address.path.rstrip("/")

    def send(self, request: Request, read: Callable[[Response], Result]) -> Result:
        """The whole answer, read by `read` within the time limit."""

        def attempt(exchange: Exchange, headers: Dict[str, str]) -> Result:
            with self._start(exchange, request, headers) as response:
                return read(response)

        return self._retried(request, attempt)

    def open(self, request: Request, idle_limit: Optional[float] = None) -> Response:
        """
        The answer as soon as its head is there. All of it has no time limit.

        :param idle_limit: seconds without a byte after which it is held to be dead; unless given, the time limit
        """
        limit = self._timeout_of(request) if idle_limit is None else idle_limit

        def attempt(exchange: Exchange, headers: Dict[str, str]) -> Response:
            response = self._start(exchange, request, headers)
            exchange.has_begun()
            exchange.limit_idleness(limit)
            return response

        return self._retried(request, attempt)

    def close(self) -> None:
        self.connections.close()

    def _retried(self, request: Request, attempt_once: Callable[[Exchange, Dict[str, str]], Result]) -> Result:
        options = request.options
        policy = RetryPolicy(options.get("max_retries", self.settings.max_retries), self.settings.max_retry_after)
        is_idempotent = request.method in _IDEMPOTENT if request.is_idempotent is None else request.is_idempotent
        credential = options.get("credential", self.credential)
        key = {"Idempotency-Key": uuid.uuid4().hex} if request.method == "POST" else {}
        is_renewed = False
        attempt = 0
        while True:
            exchange = Exchange(self.connections, self._timeout_of(request), request.cancellation)
            try:
                return attempt_once(exchange, {**key, **credential.authorization()})
            except ParleyError as error:
                if request.body and request.body.is_once:
                    raise
                # Whoever is not known has not been listened to, so this is safe whatever the request.
                if error.status == 401 and not is_renewed and credential.renew():
                    is_renewed = True
                    continue
                seconds = wait_before_retry(error, policy, is_idempotent, attempt)
                if seconds is None:
                    raise
            _wait(seconds, request.cancellation)
            attempt += 1

    def _start(self, exchange: Exchange, request: Request, authorization: Dict[str, str]) -> Response:
        made: Optional[MadeBody] = request.body.make() if request.body else None
        headers = {"User-Agent": _AGENT, "Accept": request.accept, "Accept-Encoding": "identity"}
        if made and made.content_type:
            headers["Content-Type"] = made.content_type
        for more in (authorization, self.settings.headers, request.headers, request.options.get("headers", {})):
            headers.update(more)
        response = exchange.start(request.method, self._base_path + request.path, headers, made)
        if 200 <= response.status < 300:
            return response
        raise error_of(response.status, response.headers, _content_of(response))

    def _timeout_of(self, request: Request) -> Optional[float]:
        return request.options.get("timeout", self.settings.timeout)


def _content_of(response: Response) -> bytes:
    """What went wrong is known from the status, whether its words arrive or not."""
    try:
        return response.read()
    except ParleyError:
        return b""


def _wait(seconds: float, cancellation: Optional[Cancellation]) -> None:
    if cancellation:
        cancellation.wait(seconds)
    else:
        time.sleep(seconds)
