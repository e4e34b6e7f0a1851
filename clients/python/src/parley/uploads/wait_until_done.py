"""Follows work that the server does in the background, by asking now and then."""

from __future__ import annotations

import time
from typing import Callable, Optional, TypeVar

from ..errors import APITimeoutError

State = TypeVar("State")

#: Seconds for all of it, unless given.
DEFAULT_WAIT_TIMEOUT = 600.0
_FIRST_PAUSE = 0.2
# Fewer than half of what the smallest plan allows in a minute.
_LONGEST_PAUSE = 5.0
_GROWTH = 1.5


def wait_until_done(
    read: Callable[[], State],
    is_done: Callable[[State], bool],
    on_progress: Optional[Callable[[State], None]],
    timeout: float,
) -> State:
    """
    :param on_progress: told whenever something has changed, the last time when it is done
    :raises APITimeoutError: when it is not done in time; the server goes on with it
    """
    end = time.monotonic() + timeout
    told: Optional[State] = None
    pause = _FIRST_PAUSE
    while True:
        state = read()
        if state != told and on_progress:
            on_progress(state)
        told = state
        if is_done(state):
            return state
        left = end - time.monotonic()
        if left <= 0:
            raise APITimeoutError(f"It was not done within {timeout:g} seconds.")
        time.sleep(min(pause, left))
        pause = min(_LONGEST_PAUSE, pause * _GROWTH)
