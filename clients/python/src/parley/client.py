"""The client: one object for all dialects of a server."""

from __future__ import annotations

import ssl
from types import TracebackType
from typing import Callable, Mapping, Optional, Type, Union

from .dialects.assistant import AssistantClient
from .dialects.criabot import CriabotClient
from .dialects.manager import ManagerClient
from .dialects.platform import PlatformClient
from .dialects.support import SupportClient
from .options import (
    DEFAULT_BASE_URL,
    DEFAULT_MAX_RETRIES,
    DEFAULT_MAX_RETRY_AFTER,
    DEFAULT_TIMEOUT,
    ClientSettings,
    RequestOptions,
)
from .session.credential import Credential, KeyCredential
from .session.login import Login, LoginTokens
from .transport.bodies import bytes_body
from .transport.response import Response
from .transport.transport import Request, Transport

OnTokens = Callable[[LoginTokens], None]


class Parley:
    """
    :ivar platform: the main API: chatbots, conversations, documents, training, analytics and all the rest

    It may be used by several threads. `close()` and `with` close its connections.
    """

    def __init__(
        self,
        api_key: Optional[str] = None,
        base_url: Optional[str] = None,
        *,
        timeout: Optional[float] = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
        max_retry_after: float = DEFAULT_MAX_RETRY_AFTER,
        headers: Optional[Mapping[str, str]] = None,
        ssl_context: Optional[ssl.SSLContext] = None,
        credential: Optional[Credential] = None,
    ) -> None:
        """
        :param api_key: of your team (`sk_live_...`), of a bot, or a public one (`pk_live_...`)
        :param base_url: where Parley runs, e.g. `https://chat.example.com`
        :param timeout: limit for one attempt in seconds, to the end of the answer; of a stream, to its begin
        :param max_retries: attempts after the first one
        :param max_retry_after: if the server asks to be left alone for more seconds, its refusal is raised at once
        :param headers: sent with every request
        :param ssl_context: for HTTPS; the default one of Python unless given
        :param credential: in place of the key
        """
        address = (base_url or DEFAULT_BASE_URL).rstrip("/")
        settings = ClientSettings(address, timeout, max_retries, max_retry_after, dict(headers or {}), ssl_context)
        self._use(Transport(settings, credential or KeyCredential(api_key)))

    def _use(self, transport: Transport) -> None:
        self._transport = transport
        self.platform = PlatformClient(transport)
        self.assistant = AssistantClient(transport)
        self.support = SupportClient(transport)
        self.manager = ManagerClient(transport)
        self.criabot = CriabotClient(transport)

    @classmethod
    def log_in(
        cls,
        username: str,
        password: str,
        base_url: Optional[str] = None,
        *,
        on_tokens: Optional[OnTokens] = None,
        timeout: Optional[float] = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
    ) -> Parley:
        """
        As a person. The access token is renewed as long as the refresh token is good.

        :param on_tokens: told whenever the tokens have changed, so that you can keep them
        :raises AuthenticationError: when name or password is wrong
        """
        parley = cls(base_url=base_url, timeout=timeout, max_retries=max_retries)
        tokens = Login.begin(parley._transport, username, password)
        if on_tokens:
            on_tokens(tokens)
        return parley._as(tokens, on_tokens)

    @classmethod
    def with_tokens(
        cls,
        tokens: LoginTokens,
        base_url: Optional[str] = None,
        *,
        on_tokens: Optional[OnTokens] = None,
        timeout: Optional[float] = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
    ) -> Parley:
        """Goes on with a login that `on_tokens` has told."""
        return cls(base_url=base_url, timeout=timeout, max_retries=max_retries)._as(tokens, on_tokens)

    def request(
        self,
        method: str,
        path: str,
        *,
        body: Union[bytes, str, None] = None,
        options: Optional[RequestOptions] = None,
    ) -> Response:
        """
        Any path of the server, for what has no method: authorised, limited in time, tried again where that is safe.

        :raises ParleyError: unless the answer is a success
        """
        content = body.encode() if isinstance(body, str) else body
        made = None if content is None else bytes_body(content)
        return self._transport.open(Request(method, path, made, accept="*/*", options=options or {}))

    def close(self) -> None:
        """Closes the connections that nobody is using."""
        self._transport.close()

    def __enter__(self) -> Parley:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def _as(self, tokens: LoginTokens, on_tokens: Optional[OnTokens]) -> Parley:
        anonymous = self._transport
        login = Login(tokens, anonymous, on_tokens)
        self._use(Transport(anonymous.settings, login, anonymous.connections))
        return self
