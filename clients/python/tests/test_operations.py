from __future__ import annotations

import json
import unittest
from typing import Any

from parley import Parley
from parley.operations import Operation, request_of

from .scripted_server import ScriptedServer, answer

GET = Operation("GET", "/bots/{bot_name}/items/{id}", query=("tags", "deep", "from"))


class AnOperation(unittest.TestCase):
    def test_puts_arguments_into_path_and_query(self) -> None:
        arguments = {"bot_name": "a/b ü", "id": 7, "tags": ["x", "y&z"], "deep": True, "from": None}
        path = request_of(GET, arguments).path
        self.assertEqual(path, "/bots/a%2Fb%20%C3%BC/items/7?tags=x&tags=y%26z&deep=true")

    def test_does_not_ask_for_a_thing_without_an_id(self) -> None:
        for value in ("", None):
            with self.assertRaisesRegex(ValueError, "id is missing"):
                request_of(GET, {"bot_name": "a", "id": value})

    def test_sends_a_form_only_where_there_is_a_file(self) -> None:
        either = Operation("POST", "/documents", body="either")
        made = request_of(either, {"body": {"title": "T"}}).body
        assert made is not None
        self.assertEqual(json.loads(bytes(made.make().content)), {"title": "T"})  # type: ignore[arg-type]
        with self.assertRaisesRegex(TypeError, "no file"):
            request_of(Operation("POST", "/files", body="form"), {"body": {}})

    def test_does_not_ask_for_a_stream_that_it_cannot_read(self) -> None:
        with ScriptedServer() as server, Parley("key", server.base_url) as parley:
            body: Any = {"message": "Hi", "stream": True}
            self.assertRaises(TypeError, parley.platform.send_message_to_chatbot, id="1", body=body)
            self.assertEqual(server.taken, [])

    def test_gives_what_was_answered(self) -> None:
        text = [b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nPong!"]
        gone = [b"HTTP/1.1 204 Gone\r\n\r\n"]
        with ScriptedServer(text, gone, text, answer(body={"data": []})) as server:
            with Parley("key", server.base_url) as parley:
                self.assertEqual(parley.criabot.ping(), "Pong!")
                parley.assistant.delete_file(file_id="1")
                with parley.assistant.download_file(file_id="1") as download:
                    self.assertEqual(list(download.iter_bytes(2)), [b"Po", b"ng", b"!"])
                parley.manager.list_conversations(bot_id="1", from_="2030-01-01").page()
            self.assertEqual(server.taken[-1].path, "/v1/bots/1/conversations?from=2030-01-01")
            self.assertEqual({one.connection for one in server.taken}, {0})

    def test_may_be_called_in_its_own_way(self) -> None:
        with ScriptedServer(answer(503)) as server, Parley("key", server.base_url) as parley:
            options: Any = {"max_retries": 0, "headers": {"X-A": "1"}, "timeout": 5}
            with self.assertRaises(Exception):
                parley.platform.show_liveness(options=options)
            self.assertEqual([one.headers["x-a"] for one in server.taken], ["1"])
