from __future__ import annotations

import os
import unittest
from unittest import mock

from parley import APIConnectionError, Parley

from .scripted_server import CLOSE, ScriptedServer, answer


class AProxyOfTheEnvironment(unittest.TestCase):
    def test_is_asked_for_the_whole_address(self) -> None:
        with ScriptedServer(answer(body=1)) as proxy:
            address = f"http://jane:p%40ss@127.0.0.1:{proxy.port}"
            with mock.patch.dict(os.environ, {"http_proxy": address, "no_proxy": ""}):
                with Parley("key", "http://parley.example:8080") as parley:
                    self.assertEqual(parley.request("GET", "/a?b=1").json(), 1)
            (taken,) = proxy.taken
        self.assertEqual(taken.path, "http://parley.example:8080/a?b=1")
        self.assertEqual(taken.headers["host"], "parley.example:8080")
        self.assertEqual(taken.headers["proxy-authorization"], "Basic amFuZTpwQHNz")

    def test_is_asked_for_a_tunnel_and_does_not_see_the_key(self) -> None:
        with ScriptedServer([b"HTTP/1.1 200 Connected\r\n\r\n", CLOSE]) as proxy:
            with mock.patch.dict(os.environ, {"https_proxy": f"127.0.0.1:{proxy.port}", "no_proxy": ""}):
                with Parley("key", "https://parley.example", max_retries=0) as parley:
                    self.assertRaises(APIConnectionError, parley.request, "GET", "/")
            (taken,) = proxy.taken
        self.assertEqual((taken.method, taken.path), ("CONNECT", "parley.example:443"))
        self.assertNotIn("authorization", taken.headers)

    def test_is_passed_by_where_it_is_not_meant(self) -> None:
        with ScriptedServer() as proxy, ScriptedServer(answer(body=1)) as server:
            environment = {"http_proxy": proxy.base_url, "no_proxy": "127.0.0.1"}
            with mock.patch.dict(os.environ, environment), Parley("key", server.base_url) as parley:
                self.assertEqual(parley.request("GET", "/").json(), 1)
            self.assertEqual(proxy.taken, [])
