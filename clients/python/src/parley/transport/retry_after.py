from __future__ import annotations

import re
import time
from email.utils import parsedate_to_datetime
from typing import Optional


def retry_after_of(value: Optional[str], now: Optional[float] = None) -> Optional[float]:
    """
    `Retry-After` (RFC 9110, 10.2.3): seconds, or a date.

    :returns: seconds from now, 0 for a date that is over; None when there is none that can be read
    """
    text = (value or "").strip()
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return float(text)
    try:
        at = parsedate_to_datetime(text).timestamp()
    # In Python 3.9 it raises a TypeError for what is no date at all.
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return max(0.0, at - (time.time() if now is None else now))
