from __future__ import annotations

import json
import os
import unittest
from typing import Any, Dict
from unittest import mock

from parley import ChatbotClient, ChatClient
from parley.facades.server_address import address_of, server_address

from .scripted_server import ScriptedServer, answer, chunked

SAID: Dict[str, Any] = {
    "response": "A day.",
    "confidence": 0.9,
    "conversation_id": "conv_1",
    "message_id": "msg_1",
    "sources": ["art_1"],
    "escalated": False,
    "timestamp": "2030-01-31T12:00:00Z",
}


class AnAddress(unittest.TestCase):
    def test_of_a_dialect_is_that_of_its_server(self) -> None:
        for end in ("", "/", "/api", "/api/", "/v1", "/api/v1"):
            self.assertEqual(server_address(f"https://a.example/b{end}"), "https://a.example/b")

    def test_may_be_a_name(self) -> None:
        self.assertEqual(address_of("sandbox"), "http://localhost:3000")
        self.assertEqual(address_of("https://a.example/api/v1"), "https://a.example")
        self.assertEqual(address_of("staging", {"staging": "https://s.example/"}), "https://s.example")
        with mock.patch.dict(os.environ, {"PARLEY_BASE_URL": "https://p.example"}):
            self.assertEqual(address_of("production"), "https://p.example")
        with mock.patch.dict(os.environ, {"PARLEY_BASE_URL": ""}):
            for name in ("production", "elsewhere"):
                self.assertRaises(ValueError, address_of, name)


class TheChatbotClient(unittest.TestCase):
    def test_is_called_as_it_was_published(self) -> None:
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        told = {"id": "chat_1", "message": "Hello!", "model": "m", "usage": usage, "created_at": "2030-01-31T12:00:00Z"}
        done = b'data: {"type":"text","content":"Hi"}\n\ndata: {"type":"done","chat_id":"chat_1","usage":{}}\n\n'
        with ScriptedServer(answer(body=told), chunked(done)) as server:
            with ChatbotClient(api_key="key", base_url=server.base_url + "/api") as client:
                response = client.chat.send(message="Hello", stream=False, temperature=0.5)
                self.assertEqual((response.message, response.id, response.message_id), ("Hello!", "chat_1", None))
                stream = client.chat.send(message="Hello", stream=True, chat_id=response.id)
                self.assertEqual([event.content for event in stream], ["Hi", ""])
            self.assertEqual(json.loads(server.taken[0].body), {"message": "Hello", "temperature": 0.5})
            self.assertEqual([one.path for one in server.taken], ["/api/chat", "/api/chat/chat_1/messages"])


class TheChatClient(unittest.TestCase):
    def test_is_called_as_it_was_published(self) -> None:
        with ScriptedServer(answer(body=SAID)) as server:
            with mock.patch.dict(os.environ, {"PARLEY_BASE_URL": server.base_url}), ChatClient("key") as client:
                reply = client.send_message(message="How long?", user_id="jane")
            self.assertEqual((reply.answer, reply.confidence, reply.citations), ("A day.", 0.9, []))
            self.assertEqual(json.loads(server.taken[0].body), {"message": "How long?", "user_id": "jane"})

    def test_goes_on_with_the_token_of_the_conversation(self) -> None:
        started = {"conversation_id": "conv_1", "message_id": "msg_1", "conversation_token": "visitor"}
        begun = f"id: 1\nevent: started\ndata: {json.dumps(started)}\n\n".encode()
        done = f"id: 2\nevent: done\ndata: {json.dumps(SAID)}\n\n".encode()
        with ScriptedServer(chunked(begun, is_whole=False), chunked(done)) as server:
            with ChatClient("pk_live_1", server.base_url) as client:
                reply = client.stream_message("How long?", "jane").answer()
                client.get_conversation(reply.conversation_id)
            credentials = [one.headers["authorization"] for one in server.taken]
            self.assertEqual(credentials, ["Bearer pk_live_1", "Bearer visitor", "Bearer visitor"])
            self.assertEqual(server.taken[1].path, "/api/v1/conversations/conv_1/replies/msg_1")
            self.assertEqual(reply.conversation_token, "visitor")
            with ChatClient("pk_live_1", server.base_url) as later:
                later.use_token("conv_1", "visitor")
                server.then(answer(body=SAID))
                later.send_message("And?", "jane", conversation_id="conv_1")
            self.assertEqual(server.taken[-1].headers["authorization"], "Bearer visitor")
