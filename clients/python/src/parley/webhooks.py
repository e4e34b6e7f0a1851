"""
Are webhooks genuine? Parley signs each of them twice: `X-Webhook-Signature: sha256=<hex>` is the HMAC-SHA256 of the
body; `webhook-signature` is that of Standard Webhooks (standardwebhooks.com), whose HMAC covers id and time, too.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from typing import Any, Dict, Iterable, List, Optional, Sequence, TypedDict, Union, cast

from .errors import WebhookVerificationError

DEFAULT_TOLERANCE = 300.0
_PREFIX = "whsec_"


class WebhookEvent(TypedDict):
    #: The same in every attempt and replay.
    id: str
    event: str
    #: When it happened, ISO 8601.
    timestamp: str
    data: Dict[str, Any]


def verify_webhook(
    *,
    body: Union[bytes, str],
    headers: Any,
    secret: Union[str, Sequence[str]],
    tolerance: float = DEFAULT_TOLERANCE,
    scheme: Optional[str] = None,
    now: Optional[float] = None,
) -> WebhookEvent:
    """
    What the delivery says.

    :param body: as it came, before any parsing
    :param headers: whatever has `items()`, as the headers of all servers do, or pairs of name and value
    :param secret: several while one is changed for another
    :param tolerance: how many seconds old, or ahead of your clock, a delivery may be
    :param scheme: which signature must be good: `standard` proves the time as well, so nobody can send an old delivery
        again. Unless given, the standard one when there is one, else the `plain` one
    :param now: Unix time; for tests
    :raises WebhookVerificationError: when it is not genuine, or too old
    """
    content = body.encode() if isinstance(body, str) else bytes(body)
    secrets = [secret] if isinstance(secret, str) else list(secret)
    if not secrets or "" in secrets:
        raise ValueError("There is no secret.")
    if scheme not in (None, "standard", "plain"):
        raise ValueError("scheme is standard or plain.")
    given = _by_name(headers)
    chosen = scheme or ("standard" if "webhook-signature" in given else "plain")
    _assert_timely(given, chosen, tolerance, time.time() if now is None else now)
    is_genuine = _is_standard if chosen == "standard" else _is_plain
    if not is_genuine(given, content, secrets):
        raise WebhookVerificationError("The signature is not of this body and secret.")
    return cast(WebhookEvent, json.loads(content))


def _by_name(headers: Any) -> Dict[str, str]:
    pairs: Iterable[Any] = headers.items() if hasattr(headers, "items") else headers
    return {_text_of(name).lower(): _text_of(value) for name, value in pairs}


def _text_of(value: Any) -> str:
    """Some servers give bytes, some lists."""
    if isinstance(value, (list, tuple)):
        return _text_of(value[0]) if value else ""
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _assert_timely(headers: Dict[str, str], scheme: str, tolerance: float, now: float) -> None:
    """The plain signature does not cover the time, and other senders than ours may not tell it."""
    sent = headers.get("webhook-timestamp" if scheme == "standard" else "x-webhook-timestamp")
    if sent is None and scheme == "plain":
        return
    if sent is None or not re.fullmatch(r"[0-9]{1,15}", sent):
        raise WebhookVerificationError("There is no time of the delivery.")
    if abs(now - int(sent)) > tolerance:
        raise WebhookVerificationError("The delivery is too old, or the clocks differ.")


def _is_standard(headers: Dict[str, str], content: bytes, secrets: List[str]) -> bool:
    head = f"{headers.get('webhook-id', '')}.{headers.get('webhook-timestamp', '')}."
    given = [one[3:] for one in headers.get("webhook-signature", "").split(" ") if one.startswith("v1,")]
    signatures = [_of_base64(one) for one in given]
    return _any_holds([_standard_key(one) for one in secrets], signatures, head.encode() + content)


def _is_plain(headers: Dict[str, str], content: bytes, secrets: List[str]) -> bool:
    # The second one is of the secret before, for a day after it was changed.
    given = [headers.get(name, "").strip() for name in ("x-webhook-signature", "x-webhook-signature-previous")]
    found = [re.fullmatch(r"sha256=([0-9a-fA-F]{64})", one) for one in given]
    signatures = [bytes.fromhex(one.group(1)) for one in found if one]
    return _any_holds([one.encode() for one in secrets], signatures, content)


def _any_holds(keys: List[bytes], signatures: Sequence[Optional[bytes]], signed: bytes) -> bool:
    holds = False
    for key in keys:
        expected = hmac.new(key, signed, hashlib.sha256).digest()
        for signature in signatures:
            if signature and hmac.compare_digest(expected, signature):
                holds = True
    return holds


def _standard_key(secret: str) -> bytes:
    """A secret without the prefix of Standard Webhooks signs with its bytes as they are."""
    decoded = _of_base64(secret[len(_PREFIX) :]) if secret.startswith(_PREFIX) else None
    return secret.encode() if decoded is None else decoded


def _of_base64(text: str) -> Optional[bytes]:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
