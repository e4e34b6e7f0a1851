from __future__ import annotations

import gc
import json
import threading
import time
from typing import Any, List, Optional
from unittest import mock

from parley import AbortError, APIConnectionError, APITimeoutError, NotFoundError, Parley, ServerError
from parley.streams.server_sent_events import EventParser, ServerSentEvent

from .quick_backoff import QuickBackoff
from .scripted_server import Pause, ScriptedServer, answer, chunked


def frame(id: str, type: str, data: Any = None) -> bytes:
    return f"id: {id}\nevent: {type}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def delta(id: str, text: str) -> bytes:
    return frame(id, "delta", {"text": text})


DONE = frame("9", "done", {"text": "all"})


class Events(QuickBackoff):
    def test_are_the_same_wherever_the_text_is_cut(self) -> None:
        text = ": beat\r\n\r\nid: 1\r\nevent: a\r\ndata: x\r\ndata:  y\r\n\r\ndata\r\rid\nretry: 5\nevent: c\n\n"
        text += "data: ü\n\n"
        whole = EventParser().feed(text)
        self.assertEqual(
            whole,
            [
                ServerSentEvent("1", "a", "x\n y"),
                ServerSentEvent("1", "message", ""),
                ServerSentEvent("", "message", "ü"),
            ],
        )
        for size in range(1, 12):
            parser = EventParser()
            events: List[ServerSentEvent] = []
            for at in range(0, len(text), size):
                events += parser.feed(text[at : at + size])
            self.assertEqual(events, whole, size)


class AStream(QuickBackoff):
    def reply(self, server: ScriptedServer) -> Any:
        parley = Parley("key", server.base_url, max_retries=1)
        self.addCleanup(parley.close)
        return parley.platform.stream_reply(id="bot 1", body={"message": "Hi"})

    def resumed_from(self, server: ScriptedServer) -> List[Optional[str]]:
        return [one.headers.get("last-event-id") for one in server.taken]

    def test_goes_on_after_the_last_event_that_came_whole_over_as_many_connections_as_it_takes(self) -> None:
        with ScriptedServer(
            chunked(frame("1", "started"), delta("2", "Grü"), delta("3", "cut")[:-9], is_whole=False),
            answer(502),
            chunked(delta("3", "ße"), is_whole=False),
            chunked(": beat\n\n".encode()),
            chunked(DONE, delta("10", "never")),
        ) as server:
            events = list(self.reply(server))
            self.assertEqual([one.id for one in events], ["1", "2", "3", "9"])
            self.assertEqual("".join(one.data["text"] for one in events[1:3]), "Grüße")
            self.assertEqual(self.resumed_from(server), [None, "2", "2", "3", "3"])
            self.assertEqual([one.method for one in server.taken], ["POST", "GET", "GET", "GET", "GET"])
            self.assertEqual(json.loads(server.taken[0].body), {"message": "Hi", "stream": True})
            self.assertEqual(server.taken[1].path, "/api/v1/chatbots/bot%201/conversation")

    def test_gives_only_its_text_or_only_its_answer(self) -> None:
        script = chunked(frame("1", "started"), delta("2", "a"), delta("3", "b"), DONE)
        with ScriptedServer(script, script) as server:
            self.assertEqual(list(self.reply(server).text()), ["a", "b"])
            self.assertEqual(self.reply(server).answer(), {"text": "all"})

    def test_ends_when_nothing_is_left_of_it(self) -> None:
        gone = [b"HTTP/1.1 204 Nothing\r\n\r\n"]
        with ScriptedServer(chunked(delta("1", "a"), is_whole=False), gone) as server:
            self.assertEqual([one.id for one in self.reply(server)], ["1"])

    def test_is_given_up_when_there_is_nothing_new_for_long(self) -> None:
        with ScriptedServer(chunked(delta("1", "a")), *([chunked()] * 8)) as server:
            self.assertRaises(APIConnectionError, list, self.reply(server))
            self.assertEqual(len(server.taken), 9)

    def test_that_begins_with_a_question_never_asks_it_twice(self) -> None:
        with ScriptedServer(chunked(b": beat\n\n", is_whole=False)) as server:
            self.assertRaises(APIConnectionError, list, self.reply(server))
            self.assertEqual(len(server.taken), 1)

    def test_that_fails_says_so_at_once(self) -> None:
        failed = chunked(delta("1", "a"), b'event: error\ndata: {"code": "X", "message": "Later."}\n\n')
        with ScriptedServer(failed, answer(404, {"message": "No such thing."})) as server:
            with self.assertRaisesRegex(ServerError, "Later.") as caught:
                list(self.reply(server))
            self.assertEqual(caught.exception.request_id, "req_1")
            with self.assertRaisesRegex(NotFoundError, "No such thing."):
                list(self.reply(server))
            self.assertEqual(len(server.taken), 2)

    def test_that_falls_silent_is_taken_up_again(self) -> None:
        silent = [*chunked(delta("1", "a"))[:-1], Pause(30)]
        with mock.patch("parley.streams.follow.IDLE_LIMIT", 1.0), ScriptedServer(silent, chunked(DONE)) as server:
            self.assertEqual([one.id for one in self.reply(server)], ["1", "9"])

    def test_may_take_longer_than_the_time_limit_of_a_request(self) -> None:
        slow = [*chunked(delta("1", "a"))[:-1], Pause(2.3), *chunked(DONE)[1:]]
        with ScriptedServer(slow) as server, Parley("key", server.base_url, timeout=2, max_retries=0) as parley:
            stream = parley.platform.stream_reply(id="1", body={"message": "Hi"})
            self.assertEqual([one.id for one in stream], ["1", "9"])
            server.then([Pause(30)])
            late = parley.platform.stream_reply(id="1", body={"message": "Hi"})
            self.assertRaises(APITimeoutError, list, late)


class LeavingAStream(QuickBackoff):
    ENDLESS = [*chunked(delta("1", "a"))[:-1], Pause(30)]

    def test_wakes_whoever_is_reading(self) -> None:
        with ScriptedServer(self.ENDLESS) as server, Parley("key", server.base_url) as parley:
            stream = parley.platform.stream_reply(id="1", body={"message": "Hi"})
            timer = threading.Timer(0.1, stream.close)
            started = time.monotonic()
            timer.start()
            self.assertRaises(AbortError, list, stream)
            self.assertRaises(AbortError, next, stream)
            self.assertLess(time.monotonic() - started, 10)
            timer.join()

    def test_ends_its_wait_for_another_connection(self) -> None:
        self.addCleanup(mock.patch.stopall)
        mock.patch("random.random", return_value=1.0).start()
        with ScriptedServer(chunked(delta("1", "a")), *([answer(503)] * 9)) as server:
            with Parley("key", server.base_url, max_retries=0) as parley:
                stream = parley.platform.stream_reply(id="1", body={"message": "Hi"})
                timer = threading.Timer(0.7, stream.close)
                started = time.monotonic()
                timer.start()
                self.assertRaises(AbortError, list, stream)
                self.assertLess(time.monotonic() - started, 10)
                timer.join()

    def test_closes_its_connection_by_with_and_by_leaving_the_loop(self) -> None:
        with ScriptedServer(*([self.ENDLESS] * 2)) as server, Parley("key", server.base_url) as parley:
            with parley.platform.stream_reply(id="1", body={"message": "Hi"}) as stream:
                self.assertEqual(next(stream).id, "1")
            for event in parley.platform.stream_reply(id="1", body={"message": "Hi"}):
                self.assertEqual(event.id, "1")
                break
            gc.collect()
            parley.platform.show_liveness()
            self.assertEqual([one.connection for one in server.taken], [0, 1, 2])

    def test_that_has_ended_changes_nothing(self) -> None:
        with ScriptedServer(chunked(DONE)) as server, Parley("key", server.base_url) as parley:
            stream = parley.platform.stream_reply(id="1", body={"message": "Hi"})
            self.assertEqual(len(list(stream)), 1)
            stream.close()
            self.assertEqual(list(stream), [])
