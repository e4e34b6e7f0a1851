from __future__ import annotations

import gc
import socket
import threading
import time
import warnings
from typing import Any, List

from parley import APIConnectionError, APITimeoutError, NotFoundError, Parley, ParleyError, RateLimitError
from parley.transport.bodies import bytes_body, json_body
from parley.transport.response import Response
from parley.transport.transport import Request

from .quick_backoff import QuickBackoff
from .scripted_server import CLOSE, Part, Pause, ScriptedServer, answer

LIST = Request("GET", "/list")
ADD = Request("POST", "/add", json_body({"a": "ü"}))
CHANGE = Request("PATCH", "/change", json_body({"a": "ü"}))


def sent(parley: Parley, request: Request) -> Any:
    return parley._transport.send(request, Response.json)


class ARequest(QuickBackoff):
    def test_says_who_asks_and_what(self) -> None:
        with ScriptedServer(answer(body={"b": 1})) as server:
            with Parley("key", server.base_url + "/below/", headers={"X-Own": "1"}) as parley:
                self.assertEqual(sent(parley, ADD), {"b": 1})
            (taken,) = server.taken
        self.assertEqual((taken.method, taken.path, taken.body), ("POST", "/below/add", '{"a":"ü"}'.encode()))
        self.assertEqual(taken.headers["authorization"], "Bearer key")
        self.assertEqual(taken.headers["content-type"], "application/json")
        self.assertEqual(taken.headers["x-own"], "1")
        self.assertRegex(taken.headers["idempotency-key"], r"^\w{32}$")

    def test_is_sent_again_with_the_same_key_when_nothing_was_done(self) -> None:
        refused = answer(429, {}, {"Retry-After": "0"})
        with ScriptedServer(refused, refused, answer(body=1)) as server, Parley("key", server.base_url) as parley:
            self.assertEqual(sent(parley, ADD), 1)
            keys = [one.headers["idempotency-key"] for one in server.taken]
        self.assertEqual(len(keys), 3)
        self.assertEqual(len(set(keys)), 1)

    def test_waits_for_as_long_as_the_server_says(self) -> None:
        with ScriptedServer(answer(503, {}, {"Retry-After": "0.3"})) as server:
            with Parley("key", server.base_url) as parley:
                started = time.monotonic()
                sent(parley, ADD)
                self.assertGreaterEqual(time.monotonic() - started, 0.3)

    def test_is_given_up_when_the_server_wants_too_much_time(self) -> None:
        with ScriptedServer(answer(429, {}, {"Retry-After": "61"})) as server:
            with Parley("key", server.base_url) as parley, self.assertRaises(RateLimitError) as caught:
                sent(parley, LIST)
            self.assertEqual(len(server.taken), 1)
        self.assertEqual(caught.exception.retry_after, 61)

    def test_that_may_have_been_done_is_sent_again_only_if_it_is_done_once(self) -> None:
        cut: List[Part] = [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", CLOSE]
        lost: List[Part] = [CLOSE]
        for broken in (lost, cut, answer(502)):
            script = (broken, answer(body=1), broken, answer(body=1), broken)
            with ScriptedServer(*script) as server, Parley("k", server.base_url) as parley:
                self.assertEqual([sent(parley, LIST), sent(parley, ADD)], [1, 1])
                keys = [one.headers["idempotency-key"] for one in server.taken[2:]]
                self.assertEqual(len(set(keys)), 1)
                with self.assertRaises(ParleyError):
                    sent(parley, CHANGE)
                self.assertEqual(len(server.taken), 5)

    def test_finds_nobody_and_says_that_nothing_was_sent(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        with self.assertRaises(APIConnectionError) as caught:
            sent(Parley("key", f"http://127.0.0.1:{port}"), ADD)
        self.assertTrue(caught.exception.is_unsent)

    def test_is_given_up_after_its_time_also_when_the_answer_comes_in_drops(self) -> None:
        drops: List[Any] = [b"HTTP/1.1 200 OK\r\n"]
        for _ in range(600):
            drops += [b"X: 1\r\n", Pause(0.05)]
        for script in ([Pause(30)], drops):
            with ScriptedServer(script) as server, Parley("k", server.base_url, timeout=0.2, max_retries=0) as parley:
                started = time.monotonic()
                with self.assertRaises(APITimeoutError):
                    sent(parley, LIST)
                self.assertLess(time.monotonic() - started, 10)

    def test_that_cannot_be_sent_is_not_tried(self) -> None:
        with ScriptedServer() as server, Parley("key\n", server.base_url) as parley:
            self.assertRaises(ValueError, parley.request, "GET", "/a b")
            self.assertRaises(ValueError, parley.request, "GET", "/", options={"headers": {"X": "a\nb"}})
            self.assertEqual(server.taken, [])
            sent(parley, LIST)
            self.assertEqual(server.taken[0].headers["authorization"], "Bearer key")

    def test_says_so_when_somebody_in_between_answers(self) -> None:
        page = [b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a>\n"]
        with ScriptedServer(page) as server, Parley("key", server.base_url) as parley:
            with self.assertRaisesRegex(ParleyError, "no JSON") as caught:
                sent(parley, LIST)
        self.assertEqual((caught.exception.status, caught.exception.body), (200, "<a>\n"))

    def test_does_not_follow_redirects(self) -> None:
        with ScriptedServer() as elsewhere, ScriptedServer(answer(302, {}, {"Location": elsewhere.base_url})) as server:
            with Parley("key", server.base_url) as parley, self.assertRaisesRegex(ParleyError, elsewhere.base_url):
                sent(parley, LIST)
            self.assertEqual(elsewhere.taken, [])

    def test_hears_why_its_body_is_refused_before_all_of_it_was_sent(self) -> None:
        pieces = (b"x" * 65_536 for _ in range(1_000))
        refusal = b"HTTP/1.1 413 Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
        with socket.create_server(("127.0.0.1", 0)) as listener:

            def refuse() -> None:
                connection, _ = listener.accept()
                with connection:
                    connection.recv(1_000)
                    connection.sendall(refusal)
                    connection.shutdown(socket.SHUT_WR)
                    while connection.recv(1_000_000):
                        pass

            threading.Thread(target=refuse, daemon=True).start()
            with Parley("key", f"http://127.0.0.1:{listener.getsockname()[1]}") as parley:
                with self.assertRaises(ParleyError) as caught:
                    sent(parley, Request("POST", "/", bytes_body(b"".join(pieces))))
        self.assertEqual(caught.exception.status, 413)


class AConnection(QuickBackoff):
    def test_serves_one_request_after_the_other(self) -> None:
        with ScriptedServer(answer(404), answer(204, headers={"Content-Length": "0"})) as server:
            with Parley("key", server.base_url) as parley:
                with self.assertRaises(NotFoundError):
                    sent(parley, LIST)
                for _ in range(3):
                    parley.request("GET", "/").read()
            self.assertEqual([one.connection for one in server.taken], [0, 0, 0, 0])

    def test_that_the_server_has_closed_is_not_used_again(self) -> None:
        with ScriptedServer() as server, Parley("key", server.base_url, max_retries=0) as parley:
            sent(parley, ADD)
            (idle,) = parley._transport.connections._idle
            server.close_connections()
            while idle.is_usable():
                time.sleep(0.01)
            sent(parley, ADD)
            self.assertEqual([one.connection for one in server.taken], [0, 1])

    def test_is_closed_with_its_client_or_when_that_is_forgotten(self) -> None:
        with ScriptedServer() as server, warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            parley = Parley("key", server.base_url)
            idle = parley._transport.connections._idle
            sent(parley, LIST)
            closed = idle[0].socket
            parley.close()
            self.assertEqual(closed.fileno(), -1)
            sent(parley, LIST)
            forgotten = idle[0].socket
            del parley
            gc.collect()
            self.assertEqual((forgotten.fileno(), [str(one.message) for one in warned]), (-1, []))

    def test_whose_answer_was_not_read_is_closed(self) -> None:
        with ScriptedServer() as server, Parley("key", server.base_url) as parley:
            parley.request("GET", "/").close()
            sent(parley, LIST)
            self.assertEqual([one.connection for one in server.taken], [0, 1])

    def test_belongs_to_one_thread_at_a_time(self) -> None:
        count = 8
        with ScriptedServer(*([[Pause(1.0), *answer(body=1)]] * count)) as server:
            with Parley("key", server.base_url) as parley:
                threads = [threading.Thread(target=sent, args=(parley, LIST)) for _ in range(count)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                connections = {one.connection for one in server.taken}
                self.assertEqual((len(server.taken), len(connections)), (count, count))
                sent(parley, LIST)
                self.assertIn(server.taken[-1].connection, connections)
