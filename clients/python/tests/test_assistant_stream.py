from __future__ import annotations

import json
from typing import Any, Dict, List

from parley import APIConnectionError, Parley

from .quick_backoff import QuickBackoff
from .scripted_server import Part, ScriptedServer, answer, chunked


def said(**event: Any) -> bytes:
    return f"data: {json.dumps(event)}\n\n".encode()


def history(*messages: str) -> List[Part]:
    listed: List[Dict[str, str]] = []
    for message in messages:
        role, _, content = message.partition(": ")
        listed.append({"id": f"msg_{len(listed)}", "role": role, "content": content})
    return answer(body={"messages": listed})


BROKEN: List[Part] = [
    part.replace(b"X-Request-Id", b"X-Chat-Id: chat_1\r\nX-Request-Id") if isinstance(part, bytes) else part
    for part in chunked(said(type="text", content="It "), said(type="text", content="takes "), is_whole=False)
]


class AStreamOfTheAssistantDialect(QuickBackoff):
    def test_takes_the_rest_from_the_history_when_it_is_there(self) -> None:
        asked = history("user: Hi", "assistant: It takes no time.", "user: Hi")
        answered = history("user: Hi", "assistant: It takes no time.", "user: Hi", "assistant: It takes a day.")
        with ScriptedServer(BROKEN, asked, answered) as server, Parley("key", server.base_url) as parley:
            events = list(parley.assistant.stream_chat(body={"message": "Hi"}))
            self.assertEqual("".join(event.content for event in events), "It takes a day.")
            self.assertEqual((events[-1].chat_id, events[-1].message_id), ("chat_1", "msg_3"))
            self.assertEqual([one.method for one in server.taken], ["POST", "GET", "GET"])

    def test_fails_when_a_person_has_taken_over(self) -> None:
        with ScriptedServer(BROKEN, history("user: Hi", "assistant: I am Jane.")) as server:
            with Parley("key", server.base_url) as parley:
                stream = parley.assistant.stream_chat(body={"message": "Hi"}, chat_id="chat_1")
                self.assertRaises(APIConnectionError, list, stream)
                self.assertEqual(server.taken[0].path, "/api/chat/chat_1/messages")
