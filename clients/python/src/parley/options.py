"""What a client, and a single call, can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, NamedTuple, Optional, TypedDict

if TYPE_CHECKING:
    import ssl

    from .session.credential import Credential

DEFAULT_BASE_URL = "http://localhost:3000"
DEFAULT_TIMEOUT = 60.0
DEFAULT_MAX_RETRIES = 2
DEFAULT_MAX_RETRY_AFTER = 60.0


class RequestOptions(TypedDict, total=False):
    """Of one call; what is absent is as the client has it."""

    #: Limit for one attempt in seconds; None for no limit.
    timeout: Optional[float]
    max_retries: int
    headers: Mapping[str, str]
    #: In place of the client's, e.g. `KeyCredential(conversation_token)`.
    credential: Credential


class ClientSettings(NamedTuple):
    base_url: str = DEFAULT_BASE_URL
    #: Limit for one attempt in seconds, to the end of the answer; of a stream, to its begin. None for no limit.
    timeout: Optional[float] = DEFAULT_TIMEOUT
    #: Attempts after the first one.
    max_retries: int = DEFAULT_MAX_RETRIES
    #: If the server asks to be left alone for more seconds than these, its refusal is raised at once.
    max_retry_after: float = DEFAULT_MAX_RETRY_AFTER
    #: Sent with every request.
    headers: Mapping[str, str] = {}
    #: For HTTPS; the default one of Python unless given.
    ssl_context: Optional[ssl.SSLContext] = None
