from __future__ import annotations

import base64
import hashlib
import hmac
import json
import unittest
from email.message import Message
from typing import Any, Dict

from parley import WebhookVerificationError, verify_webhook

NOW = 1_900_000_000
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
EVENT = {"id": "d1", "event": "message.sent", "timestamp": "2030-03-17T17:46:40.000Z", "data": {"content": "Grüße"}}
BODY = json.dumps(EVENT, ensure_ascii=False).encode()


def plain(secret: str, body: bytes = BODY) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def standard(secret: str, at: int = NOW, id: str = "d1") -> Dict[str, str]:
    key = base64.b64decode(secret[6:]) if secret.startswith("whsec_") else secret.encode()
    signature = base64.b64encode(hmac.new(key, f"{id}.{at}.".encode() + BODY, hashlib.sha256).digest()).decode()
    return {"webhook-id": id, "webhook-timestamp": str(at), "webhook-signature": f"v1,AAAA v2,x v1,{signature}"}


def verify(headers: Any, **more: Any) -> Any:
    return verify_webhook(**{"body": BODY, "headers": headers, "secret": SECRET, "now": NOW, **more})


class AWebhook(unittest.TestCase):
    def test_is_genuine_by_either_signature_and_any_kind_of_secret(self) -> None:
        for secret in (SECRET, "a secret, of no particular form"):
            for headers in (standard(secret), {"x-webhook-signature": plain(secret)}):
                self.assertEqual(verify(headers, secret=secret), EVENT)

    def test_is_taken_with_headers_as_any_server_has_them(self) -> None:
        message = Message()
        message["X-Webhook-Signature"] = plain(SECRET)
        asgi = [(name.encode(), value.encode()) for name, value in standard(SECRET).items()]
        for headers in (message, asgi, {"X-Webhook-Signature": [plain(SECRET)]}):
            self.assertEqual(verify(headers, body=BODY.decode()), EVENT)

    def test_is_genuine_while_its_secret_is_changed_whichever_side_is_first(self) -> None:
        previous = {"x-webhook-signature": plain("the new one"), "x-webhook-signature-previous": plain(SECRET)}
        self.assertEqual(verify(previous), EVENT)
        self.assertEqual(verify(standard(SECRET), secret=["the new one", SECRET]), EVENT)

    def test_is_refused_when_anything_about_it_is_wrong(self) -> None:
        signed = standard(SECRET)
        by_plain = {"x-webhook-signature": plain(SECRET)}
        cases: Dict[str, Any] = {
            "another body": (signed, {"body": BODY.replace(b"sent", b"lost")}),
            "another body, signed plainly": (by_plain, {"body": BODY + b" "}),
            "another secret": (standard("whsec_AAAA"), {}),
            "another time": ({**signed, "webhook-timestamp": str(NOW + 1)}, {}),
            "another id": ({**signed, "webhook-id": "d2"}, {}),
            "no signature": ({}, {}),
            "a signature that is none": ({"x-webhook-signature": "sha256=zz"}, {}),
            "no time": ({**signed, "webhook-timestamp": ""}, {}),
            "an old delivery": (standard(SECRET, NOW - 301), {}),
            "one from the future": (standard(SECRET, NOW + 301), {}),
            "an old one, signed plainly": ({**by_plain, "x-webhook-timestamp": "1"}, {}),
            "a plain signature where the other is wanted": (by_plain, {"scheme": "standard"}),
            "a wrong one beside a plain one that is good": ({**standard("whsec_AAAA"), **by_plain}, {}),
        }
        for name, (headers, more) in cases.items():
            with self.subTest(name), self.assertRaises(WebhookVerificationError):
                verify(headers, **more)

    def test_may_be_as_old_as_you_say(self) -> None:
        self.assertEqual(verify(standard(SECRET, NOW - 900), tolerance=900), EVENT)

    def test_cannot_be_checked_without_a_secret(self) -> None:
        for secret in ("", [], ["a", ""]):
            self.assertRaises(ValueError, verify, {"x-webhook-signature": plain("")}, secret=secret)
