from __future__ import annotations

import ssl
import tempfile
import threading
import unittest
from pathlib import Path

from parley import AbortError, APIConnectionError, APITimeoutError, Parley, Upload

from .scripted_server import CLOSE, Pause, ScriptedServer, answer, chunked
from .self_signed import write_certificate

class OverTLS(unittest.TestCase):
    server_side: ssl.SSLContext
    trusting: ssl.SSLContext

    @classmethod
    def setUpClass(cls) -> None:
        with tempfile.TemporaryDirectory() as folder:
            certificate = Path(folder, "localhost.pem")
            write_certificate(certificate)
            cls.server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            cls.server_side.load_cert_chain(str(certificate))
            cls.trusting = ssl.create_default_context(cafile=str(certificate))

    def test_requests_share_a_connection_and_end_in_time(self) -> None:
        with ScriptedServer(answer(), answer(), [Pause(30)], tls=self.server_side) as server:
            with Parley("key", server.base_url, ssl_context=self.trusting, max_retries=0) as parley:
                content = b"x" * 1_000_000
                parley.assistant.upload_file(body={"file": Upload(content, "big.txt")})
                parley.platform.show_liveness()
                with self.assertRaises(APITimeoutError):
                    parley.platform.show_liveness(options={"timeout": 0.2})
            self.assertIn(content, server.taken[0].body)
            self.assertEqual([one.connection for one in server.taken[:2]], [0, 0])

    def test_streams_break_and_are_closed(self) -> None:
        done = chunked(b"id: 1\nevent: done\ndata: {}\n\n")
        cut = chunked(b"id: 0\nevent: delta\ndata: {}\n\n", is_whole=False)
        endless = [*cut[:-1], Pause(30), CLOSE]
        with ScriptedServer(cut, done, endless, tls=self.server_side) as server:
            with Parley("key", server.base_url, ssl_context=self.trusting) as parley:
                stream = parley.platform.stream_reply(id="1", body={"message": "Hi"})
                self.assertEqual([event.id for event in stream], ["0", "1"])
                stream = parley.platform.stream_reply(id="1", body={"message": "Hi"})
                timer = threading.Timer(0.2, stream.close)
                timer.start()
                self.assertRaises(AbortError, list, stream)
                timer.join()

    def test_a_server_that_nobody_vouches_for_gets_nothing(self) -> None:
        with ScriptedServer(tls=self.server_side) as server, Parley("key", server.base_url) as parley:
            with self.assertRaisesRegex(APIConnectionError, "certificate") as caught:
                parley.platform.show_liveness()
            self.assertFalse(caught.exception.is_unsent)
            self.assertEqual(server.taken, [])
