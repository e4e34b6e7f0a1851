from __future__ import annotations

import json
import threading
import time
import unittest
from typing import Any, List, Tuple

from parley import AuthenticationError, LoginTokens, Parley

from .scripted_server import Part, ScriptedServer, answer


def logged_in(access: str, refresh: str, seconds: int = 3600) -> List[Part]:
    return answer(body={"data": {"accessToken": access, "refreshToken": refresh, "expiresIn": seconds}})


def tokens(seconds: float = 3600) -> LoginTokens:
    return {"access_token": "a1", "refresh_token": "r1", "expires_at": time.time() + seconds}


class APerson(unittest.TestCase):
    def test_logs_in_and_asks_with_the_token(self) -> None:
        kept: List[LoginTokens] = []
        with ScriptedServer(logged_in("a1", "r1")) as server:
            with Parley.log_in("jane", "secret", server.base_url, on_tokens=kept.append) as jane:
                jane.platform.show_current_user()
            first, second = server.taken
        self.assertEqual(json.loads(first.body), {"username": "jane", "password": "secret"})
        self.assertNotIn("authorization", first.headers)
        self.assertEqual(second.headers["authorization"], "Bearer a1")
        self.assertEqual([one["refresh_token"] for one in kept], ["r1"])

    def test_gets_a_new_token_before_and_after_the_old_one_has_ended(self) -> None:
        cases: List[Tuple[float, List[List[Part]]]] = [(30, []), (3600, [answer(401)])]
        for seconds, before in cases:
            kept: List[LoginTokens] = []
            with ScriptedServer(*before, logged_in("a2", "r2"), answer(body={"data": 1})) as server:
                jane = Parley.with_tokens(tokens(seconds), server.base_url, on_tokens=kept.append)
                with jane:
                    self.assertEqual(jane.platform.show_current_user(), {"data": 1})
                self.assertEqual(json.loads(server.taken[-2].body), {"refreshToken": "r1"})
                self.assertEqual(server.taken[-1].headers["authorization"], "Bearer a2")
            self.assertEqual([one["access_token"] for one in kept], ["a2"])

    def test_is_told_when_the_login_has_ended(self) -> None:
        with ScriptedServer(answer(401), answer(401), answer(401)) as server:
            with Parley.with_tokens(tokens(), server.base_url) as jane:
                self.assertRaises(AuthenticationError, jane.platform.show_current_user)
            self.assertEqual(len(server.taken), 2)

    def test_renews_once_for_all_threads(self) -> None:
        with ScriptedServer(logged_in("a2", "r2")) as server:
            with Parley.with_tokens(tokens(0), server.base_url) as jane:
                show: Any = jane.platform.show_current_user
                threads = [threading.Thread(target=show) for _ in range(5)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
            renewals = [one for one in server.taken if one.path.endswith("/refresh-token")]
            self.assertEqual((len(renewals), len(server.taken)), (1, 6))
