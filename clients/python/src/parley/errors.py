"""What goes wrong, by kind. All of them are `ParleyError`s, so one `except` tells ours from others."""

from __future__ import annotations

from typing import Any, NamedTuple, Optional, Sequence, Tuple


class FieldProblem(NamedTuple):
    """A field of the input that was refused."""

    #: Its path, e.g. `configuration.temperature`.
    field: str
    #: What is accepted.
    message: str
    #: True when a required field was absent.
    missing: bool = False


class ParleyError(Exception):
    """
    :ivar status: HTTP status; None when there was no answer
    :ivar code: the dialect's own word for it, e.g. `NOT_FOUND` or `rate_limit_exceeded`
    :ivar request_id: of the request in the server's logs; quote it when you report a fault
    :ivar retry_after: when the server asks to be left alone: how long, in seconds
    :ivar fields: what of the input was refused
    :ivar body: of the answer: parsed JSON, or text
    :ivar is_unsent: True when the request cannot have reached the server, so that it may be sent again
    """

    def __init__(
        self,
        message: str,
        *,
        status: Optional[int] = None,
        code: Optional[str] = None,
        request_id: Optional[str] = None,
        retry_after: Optional[float] = None,
        fields: Sequence[FieldProblem] = (),
        body: Any = None,
        is_unsent: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.code = code
        self.request_id = request_id
        self.retry_after = retry_after
        self.fields: Tuple[FieldProblem, ...] = tuple(fields)
        self.body = body
        self.is_unsent = is_unsent


class AuthenticationError(ParleyError):
    """401: there is no credential, or it is not accepted (any more)."""


class PermissionDeniedError(ParleyError):
    """403: the credential is good, but not for this."""


class NotFoundError(ParleyError):
    """404: there is no such thing in this team."""


class ConflictError(ParleyError):
    """409: it contradicts what is there already."""


class ValidationError(ParleyError):
    """400, 413, 415, 422: the input was refused; `fields` says what of it."""


class RateLimitError(ParleyError):
    """429: too many requests; `retry_after` says for how long."""


class ServerError(ParleyError):
    """5xx, or a stream that says in its midst that it failed."""


class APIConnectionError(ParleyError):
    """There was no answer, or not all of it."""


class APITimeoutError(ParleyError):
    """Nothing came within the time limit. Whether the server did what was asked is unknown."""


class AbortError(ParleyError):
    """You closed the stream before it had ended."""


class ProcessingError(ParleyError):
    """The server took what was uploaded, but could not process it."""


class WebhookVerificationError(ParleyError):
    """A webhook that is not genuine, or too old."""
