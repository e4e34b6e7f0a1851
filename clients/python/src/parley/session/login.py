"""The login of a person: an access token for an hour, renewed with a refresh token as long as that is good."""

from __future__ import annotations

import threading
import time
from typing import Callable, Dict, Optional, TypedDict

from ..errors import ParleyError
from ..transport.bodies import json_body
from ..transport.response import Response
from ..transport.transport import Request, Transport
from .credential import Credential


class LoginTokens(TypedDict):
    """What can be kept to go on with a login later."""

    access_token: str
    refresh_token: str
    #: When the access token ends; Unix time in seconds.
    expires_at: float


# Renewed so many seconds before it ends, so that a request seldom finds it over.
_RENEW_BEFORE = 60.0


class Login(Credential):
    def __init__(
        self,
        tokens: LoginTokens,
        anonymous: Transport,
        on_tokens: Optional[Callable[[LoginTokens], None]] = None,
    ) -> None:
        """:param anonymous: sends requests without a credential"""
        self._tokens = tokens
        self._anonymous = anonymous
        self._on_tokens = on_tokens
        self._lock = threading.Lock()

    @staticmethod
    def begin(anonymous: Transport, username: str, password: str) -> LoginTokens:
        """:raises AuthenticationError: when name or password is wrong"""
        return _post(anonymous, "/api/v1/auth/login", {"username": username, "password": password})

    def authorization(self) -> Dict[str, str]:
        tokens = self._tokens
        if time.time() > tokens["expires_at"] - _RENEW_BEFORE:
            self._renew_from(tokens)
        return {"Authorization": f"Bearer {self._tokens['access_token']}"}

    def renew(self) -> bool:
        return self._renew_from(self._tokens)

    def _renew_from(self, used: LoginTokens) -> bool:
        """Threads side by side share one renewal: the refresh token is good for one."""
        with self._lock:
            if self._tokens is not used:
                return True
            try:
                refresh = {"refreshToken": used["refresh_token"]}
                self._tokens = _post(self._anonymous, "/api/v1/auth/refresh-token", refresh)
            except ParleyError:
                # The request that needed it says what is wrong.
                return False
            if self._on_tokens:
                self._on_tokens(self._tokens)
            return True


def _post(transport: Transport, path: str, body: Dict[str, str]) -> LoginTokens:
    # A token is given out once, and whoever sends a used one again is taken for a thief.
    request = Request("POST", path, json_body(body), is_idempotent=False)
    answer = transport.send(request, Response.json)["data"]
    return {
        "access_token": answer["accessToken"],
        "refresh_token": answer["refreshToken"],
        "expires_at": time.time() + answer["expiresIn"],
    }
