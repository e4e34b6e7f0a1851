from __future__ import annotations

import json
import unittest
from http.client import HTTPMessage
from typing import Any, Dict, List, Optional

from parley import errors
from parley.errors import FieldProblem, ParleyError
from parley.transport.failures import error_of, error_of_frame


def failed(status: int, body: Any, headers: Optional[Dict[str, str]] = None) -> ParleyError:
    message = HTTPMessage()
    for name, value in (headers or {}).items():
        message[name] = value
    return error_of(status, message, body if isinstance(body, bytes) else json.dumps(body).encode())


class ErrorsOfAnswers(unittest.TestCase):
    def test_have_a_class_for_each_kind(self) -> None:
        classes = {
            400: errors.ValidationError,
            401: errors.AuthenticationError,
            403: errors.PermissionDeniedError,
            404: errors.NotFoundError,
            409: errors.ConflictError,
            413: errors.ValidationError,
            422: errors.ValidationError,
            418: errors.ParleyError,
            429: errors.RateLimitError,
            500: errors.ServerError,
            503: errors.ServerError,
        }
        self.assertEqual({status: type(failed(status, {})) for status in classes}, classes)

    def test_say_the_same_in_every_dialect(self) -> None:
        fields = [{"field": "name", "message": "name must be a text.", "missing": True}]
        said = FieldProblem("name", "name must be a text.", True)
        bodies = {
            "platform": {"status": "error", "code": "C", "message": "M", "details": {"fields": fields}},
            "manager": {"error": {"code": "C", "message": "M", "details": {"fields": fields}}},
            "criabot": {
                "code": "C",
                "message": "M",
                "detail": [{"loc": ["body", "name"], "msg": "name must be a text.", "type": "missing"}],
            },
        }
        for dialect, body in bodies.items():
            error = failed(422, body)
            self.assertEqual((dialect, error.code, error.message), (dialect, "C", "M"))
            self.assertEqual((dialect, error.fields), (dialect, (said,)))
        details = {"field": "a", "expected": "b"}
        support = {"error": {"code": "C", "message": "M", "request_id": "r", "details": details}}
        self.assertEqual(failed(400, support).fields, (FieldProblem("a", "b"),))
        self.assertEqual(failed(400, support).request_id, "r")

    def test_name_the_request_and_when_to_come_back(self) -> None:
        error = failed(429, {}, {"x-request-id": "req_1", "retry-after": "7"})
        self.assertEqual((error.request_id, error.retry_after), ("req_1", 7))

    def test_are_told_of_whatever_somebody_in_between_answers(self) -> None:
        error = failed(502, b"<html>Bad \xff gateway</html>")
        self.assertIsInstance(error, errors.ServerError)
        self.assertEqual(str(error), "The server answered 502.")
        self.assertIn("gateway", error.body)
        strange: List[Any] = [None, [], "x", {"error": "x"}, {"error": {"details": {"fields": [1]}}}]
        for body in strange:
            self.assertIsInstance(failed(400, body), errors.ValidationError)

    def test_say_where_a_redirect_points_to(self) -> None:
        self.assertIn("https://there.example/", str(failed(301, {}, {"Location": "https://there.example/"})))

    def test_of_streams_are_errors_of_the_server(self) -> None:
        error = error_of_frame({"type": "error", "error": {"code": "X", "message": "Later."}}, "req_2")
        self.assertEqual((type(error), error.code, str(error)), (errors.ServerError, "X", "Later."))
        self.assertEqual(error.request_id, "req_2")
