from __future__ import annotations

import unittest
from typing import List

from parley.errors import APIConnectionError, APITimeoutError, ConflictError, NotFoundError, ParleyError, RateLimitError, ServerError
from parley.transport.retry import RetryPolicy, backoff, wait_before_retry
from parley.transport.retry_after import retry_after_of

POLICY = RetryPolicy(max_retries=2, max_retry_after=60)

REFUSED: List[ParleyError] = [
    RateLimitError("", status=429),
    ServerError("", status=503, retry_after=1),
    ConflictError("", status=409, retry_after=1),
    APIConnectionError("", is_unsent=True),
]
BROKEN: List[ParleyError] = [
    ServerError("", status=502),
    ServerError("", status=503),
    ServerError("", status=504),
    APIConnectionError(""),
    APITimeoutError(""),
]


class WhatIsTriedAgain(unittest.TestCase):
    def test_whatever_it_is_when_nothing_was_done(self) -> None:
        for error in REFUSED:
            for is_idempotent in (True, False):
                self.assertIsNotNone(wait_before_retry(error, POLICY, is_idempotent, 0), repr(error))

    def test_what_may_have_been_done_only_if_it_may_be_done_twice(self) -> None:
        for error in BROKEN:
            self.assertIsNotNone(wait_before_retry(error, POLICY, True, 0), repr(error))
            self.assertIsNone(wait_before_retry(error, POLICY, False, 0), repr(error))

    def test_nothing_that_would_fail_again(self) -> None:
        for error in (NotFoundError("", status=404), ServerError("", status=500), ServerError("The stream failed.")):
            self.assertIsNone(wait_before_retry(error, POLICY, True, 0), repr(error))

    def test_no_more_often_than_allowed(self) -> None:
        self.assertIsNotNone(wait_before_retry(REFUSED[0], POLICY, True, 1))
        self.assertIsNone(wait_before_retry(REFUSED[0], POLICY, True, 2))

    def test_when_the_server_says_unless_that_is_too_late(self) -> None:
        waited = wait_before_retry(RateLimitError("", retry_after=60), POLICY, False, 0)
        self.assertEqual(waited, 60)
        self.assertIsNone(wait_before_retry(RateLimitError("", retry_after=60.5), POLICY, False, 0))


class Backoff(unittest.TestCase):
    def test_doubles_up_to_eight_seconds(self) -> None:
        self.assertEqual([backoff(attempt, 1.0) for attempt in range(6)], [0.5, 1, 2, 4, 8, 8])

    def test_has_full_jitter(self) -> None:
        waits = {backoff(3) for _ in range(100)}
        self.assertGreater(len(waits), 90)
        self.assertTrue(all(0 <= one <= 4 for one in waits))


class RetryAfter(unittest.TestCase):
    def test_is_seconds_or_a_date(self) -> None:
        now = 784_111_777.0
        self.assertEqual(retry_after_of("120"), 120)
        self.assertEqual(retry_after_of(" 0.5 "), 0.5)
        self.assertEqual(retry_after_of("Sun, 06 Nov 1994 08:49:47 GMT", now), 10)
        self.assertEqual(retry_after_of("Sun, 06 Nov 1994 08:49:27 GMT", now), 0)

    def test_is_none_when_it_cannot_be_read(self) -> None:
        for value in (None, "", "soon", "-1", "1e3", "99 Nonsense 2000"):
            self.assertIsNone(retry_after_of(value), value)
