"""Forms (`multipart/form-data`, RFC 7578) with files, sent as they are read."""

from __future__ import annotations

import json
import uuid
from typing import Any, Iterator, List, Mapping, Tuple

from ..transport.bodies import MadeBody, RequestBody
from .upload import OpenFile

# In all forms of the server the file has this name.
_FILE = "file"


def holds_upload(value: Any) -> bool:
    """Whether there is a file, so that a form is needed."""
    return isinstance(value, dict) and value.get(_FILE) is not None


def form_body(fields: Mapping[str, Any]) -> RequestBody:
    """
    Lists are repeated fields, objects are JSON; what is absent is left out.

    :raises TypeError: when there is no file, or it has no name
    """
    if not holds_upload(fields):
        raise TypeError("There is no file.")
    texts = [text for name, value in fields.items() if name != _FILE for text in _texts_of(name, value)]
    file = OpenFile(fields[_FILE])
    return RequestBody(lambda: _made(texts, file), is_once=file.is_once)


def _made(texts: List[Tuple[str, str]], file: OpenFile) -> MadeBody:
    boundary = f"parley-{uuid.uuid4().hex}"
    head = b"".join(_text_part(boundary, name, value) for name, value in texts) + _file_head(boundary, file)
    tail = f"\r\n--{boundary}--\r\n".encode()
    reading = file.open()

    def pieces() -> Iterator[bytes]:
        try:
            yield head
            yield from reading.pieces()
            yield tail
        finally:
            reading.close()

    length = None if reading.length is None else len(head) + reading.length + len(tail)
    return MadeBody(pieces(), f"multipart/form-data; boundary={boundary}", length)


def _text_part(boundary: str, name: str, value: str) -> bytes:
    """Texts come first, so that the server knows all about a file when it comes."""
    return f'--{boundary}\r\nContent-Disposition: form-data; name="{_escaped(name)}"\r\n\r\n{value}\r\n'.encode()


def _file_head(boundary: str, file: OpenFile) -> bytes:
    disposition = f'form-data; name="{_FILE}"; filename="{_escaped(file.name)}"'
    media_type = file.type or "application/octet-stream"
    return f"--{boundary}\r\nContent-Disposition: {disposition}\r\nContent-Type: {media_type}\r\n\r\n".encode()


def _texts_of(name: str, value: Any) -> List[Tuple[str, str]]:
    if value is None:
        return []
    return [(name, _text_of(one)) for one in (value if isinstance(value, (list, tuple)) else [value])]


def _text_of(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _escaped(name: str) -> str:
    """As browsers write names (HTML Standard, "multipart/form-data encoding algorithm")."""
    return name.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "%0D%0A").replace('"', "%22")
