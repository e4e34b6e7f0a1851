from __future__ import annotations

import io
import os
import tempfile
import tracemalloc
import unittest
from pathlib import Path
from typing import Any, List, Tuple
from unittest import mock

from parley import APITimeoutError, Parley, ParleyError, ProcessingError, Upload
from parley.uploads.form import form_body
from parley.uploads.wait_until_done import wait_until_done

from .quick_backoff import QuickBackoff
from .scripted_server import ScriptedServer, answer

OK = answer(body={"id": "file_1"})
BUSY = answer(429, {}, {"Retry-After": "0"})


def sent(file: Any, **fields: Any) -> bytes:
    with ScriptedServer(OK) as server, Parley("key", server.base_url) as parley:
        body: Any = {**fields, "file": file}
        parley.assistant.upload_file(body=body)
        return server.taken[0].body


class AForm(QuickBackoff):
    def setUp(self) -> None:
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "prices.txt"
        self.path.write_bytes("3,90 €".encode())

    def test_has_texts_first_and_then_the_file(self) -> None:
        file = Upload("Grüße", 'a"b\r\n.md', "text/markdown")
        body = sent(file, tags=["x", "y"], meta={"a": 1}, n=2, none=None, is_a=True)
        boundary = body.split(b"\r\n", 1)[0].decode()
        texts = [("tags", "x"), ("tags", "y"), ("meta", '{"a": 1}'), ("n", "2"), ("is_a", "true")]
        parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in texts]
        head = 'Content-Disposition: form-data; name="file"; filename="a%22b%0D%0A.md"\r\nContent-Type: text/markdown'
        parts.append(f"{head}\r\n\r\nGrüße\r\n")
        self.assertEqual(body.decode(), "".join(f"{boundary}\r\n{part}" for part in parts) + f"{boundary}--\r\n")

    def test_takes_files_of_all_kinds(self) -> None:
        with open(self.path, "rb") as binary, open(self.path, encoding="utf-8") as text:
            in_memory = Upload(b"3,90 \xe2\x82\xac", "prices.txt")
            for file in (self.path, binary, text, in_memory, Upload(self.path, "prices.txt")):
                body = sent(file)
                self.assertIn('filename="prices.txt"', body.decode())
                self.assertIn("\r\n\r\n3,90 €\r\n--", body.decode())

    def test_needs_a_name(self) -> None:
        for file in (b"bytes", "text", io.BytesIO(b"x")):
            with self.assertRaisesRegex(TypeError, "needs a name"):
                sent(file)

    def test_is_made_anew_for_each_attempt_from_where_the_file_stood(self) -> None:
        with open(self.path, "rb") as opened:
            opened.read(2)
            kinds: List[Tuple[Any, bytes]] = [(self.path, b"3,90"), (opened, b"90"), (Upload(b"3,90", "a"), b"3,90")]
            for file, text in kinds:
                with ScriptedServer(BUSY, OK) as server, Parley("key", server.base_url) as parley:
                    parley.assistant.upload_file(body={"file": file})
                    first, second = [one.body.split(b"\r\n\r\n")[-1].split(b"\r\n--")[0] for one in server.taken]
                    self.assertTrue(first.startswith(text))
                    self.assertEqual(first, second)

    def test_of_what_can_be_read_once_is_sent_once(self) -> None:
        reading, writing = os.pipe()
        with open(writing, "wb") as writer:
            writer.write(b"3,90")
        with open(reading, "rb") as pipe, ScriptedServer(BUSY) as server, Parley("key", server.base_url) as parley:
            with self.assertRaises(ParleyError):
                parley.assistant.upload_file(body={"file": Upload(pipe, "prices.txt")})
            (taken,) = server.taken
        self.assertEqual(taken.headers["transfer-encoding"], "chunked")
        self.assertIn(b"\r\n\r\n3,90\r\n--", taken.body)

    def test_does_not_send_what_is_not_there(self) -> None:
        with ScriptedServer() as server, Parley("key", server.base_url) as parley:
            self.assertRaises(FileNotFoundError, parley.assistant.upload_file, body={"file": Path("/no/such/file")})
            self.assertEqual(server.taken, [])

    def test_is_never_in_memory_as_a_whole(self) -> None:
        bytes_in_all = 32_000_000
        with open(self.path, "wb") as file:
            file.truncate(bytes_in_all)
        made = form_body({"file": self.path}).make()
        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)
        count = sum(len(piece) for piece in made.content)  # type: ignore[arg-type, misc]
        self.assertEqual(count, made.length)
        self.assertGreater(count, bytes_in_all)
        self.assertLess(tracemalloc.get_traced_memory()[1], 1_000_000)


class WhatIsWaitedFor(unittest.TestCase):
    def setUp(self) -> None:
        patch = mock.patch("time.sleep")
        self.sleep = patch.start()
        self.addCleanup(patch.stop)

    def test_tells_each_change_once_and_the_end(self) -> None:
        states = iter([1, 1, 2, 2, 2, 3])
        told: List[int] = []
        self.assertEqual(wait_until_done(lambda: next(states), lambda state: state == 3, told.append, 60), 3)
        self.assertEqual(told, [1, 2, 3])

    def test_is_asked_for_less_and_less_often(self) -> None:
        states = iter(range(20))
        wait_until_done(lambda: next(states), lambda state: state == 19, None, 600)
        pauses = [call.args[0] for call in self.sleep.call_args_list]
        self.assertEqual((pauses[0], pauses[-1]), (0.2, 5))
        self.assertEqual(pauses, sorted(pauses))

    def test_is_given_up_in_the_end(self) -> None:
        self.assertRaises(APITimeoutError, wait_until_done, lambda: 1, lambda _: False, None, 0)

    def test_says_why_it_failed(self) -> None:
        failed = answer(body={"data": {"status": "failed", "error": {"code": "unreadable", "message": "No PDF."}}})
        with ScriptedServer(failed) as server, Parley("key", server.base_url) as parley:
            with self.assertRaisesRegex(ProcessingError, "No PDF.") as caught:
                parley.platform.wait_until_ready(chatbotId="1", id="2")
        self.assertEqual((caught.exception.code, caught.exception.body["status"]), ("unreadable", "failed"))
