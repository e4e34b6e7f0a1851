"""Whether and when a request is sent again."""

from __future__ import annotations

import random
from typing import NamedTuple, Optional

from ..errors import APIConnectionError, APITimeoutError, ParleyError, RateLimitError, ServerError

FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0


class RetryPolicy(NamedTuple):
    #: Attempts after the first one.
    max_retries: int
    #: What a server may ask for with `Retry-After`; if it asks for more, its refusal is raised instead of waited for.
    max_retry_after: float


def _is_refusal(error: ParleyError) -> bool:
    """
    Before anything was done: the limit is checked first, and who answers 503 with a time to come back has not begun.
    So it is with a 409: the same request, under the same key, is still being executed.
    """
    return isinstance(error, RateLimitError) or (error.status in (409, 503) and error.retry_after is not None)


def is_break(error: ParleyError) -> bool:
    """True for what another connection may mend."""
    if isinstance(error, (APIConnectionError, APITimeoutError)):
        return True
    return isinstance(error, ServerError) and error.status in (502, 503, 504)


def wait_before_retry(error: ParleyError, policy: RetryPolicy, is_idempotent: bool, attempt: int) -> Optional[float]:
    """
    How many seconds to wait before the next attempt; None when there is to be none.

    :param is_idempotent: whether it may be sent twice; what may not is sent again only if it has not been done at all
    :param attempt: the one that failed, from 0
    """
    if attempt >= policy.max_retries:
        return None
    if not (_is_refusal(error) or error.is_unsent or (is_idempotent and is_break(error))):
        return None
    asked_for = error.retry_after or 0.0
    return None if asked_for > policy.max_retry_after else max(asked_for, backoff(attempt))


def backoff(attempt: int, chance: Optional[float] = None) -> float:
    """Exponential with full jitter, so that clients that failed together do not come back together."""
    return (random.random() if chance is None else chance) * min(LONGEST_WAIT, FIRST_WAIT * 2.0**attempt)
