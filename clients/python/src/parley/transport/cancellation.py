from __future__ import annotations

import threading
from typing import Callable, Optional

from ..errors import AbortError


class Cancellation:
    """Ends what one thread is waiting for, from any thread."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._interrupt: Optional[Callable[[], None]] = None

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        with self._lock:
            self._cancelled.set()
            interrupt, self._interrupt = self._interrupt, None
        if interrupt:
            interrupt()

    def on_cancel(self, interrupt: Optional[Callable[[], None]]) -> None:
        """Called once, at once if it is late. None when there is nothing to interrupt any more."""
        with self._lock:
            self._interrupt = interrupt
        if self.is_cancelled:
            self.cancel()

    def check(self) -> None:
        """:raises AbortError: when it was cancelled"""
        if self.is_cancelled:
            raise AbortError("The stream was closed.")

    def wait(self, seconds: float) -> None:
        """:raises AbortError: as soon as it is cancelled"""
        self._cancelled.wait(seconds)
        self.check()
