"""What can be sent as a file."""

from __future__ import annotations

import io
import os
from pathlib import PurePath
from typing import IO, Any, Iterator, NamedTuple, Optional, Union

_PIECE_BYTES = 65_536

Content = Union[bytes, bytearray, str, os.PathLike[str], IO[bytes], IO[str]]


class Upload(NamedTuple):
    """A file with the name by which its kind is known. What has a path has a name of its own."""

    content: Content
    name: str
    type: Optional[str] = None


# Bytes and texts have no name, so they need an `Upload`.
Uploadable = Union[Upload, os.PathLike[str], IO[bytes], IO[str]]


class OpenFile:
    """A file from where it began, as often as it can be begun anew."""

    def __init__(self, file: Uploadable) -> None:
        self.name, self.type, self._content = _parts_of(file)
        self._start: Optional[int] = None
        if hasattr(self._content, "read") and _is_seekable(self._content):
            self._start = self._content.tell()

    @property
    def is_once(self) -> bool:
        return hasattr(self._content, "read") and self._start is None

    def open(self) -> _Reading:
        """:raises OSError: when there is no such file"""
        content = self._content
        if isinstance(content, str):
            content = content.encode()
        if isinstance(content, (bytes, bytearray)):
            return _Reading(io.BytesIO(content), len(content), is_ours=True)
        if isinstance(content, os.PathLike):
            stream = open(content, "rb")
            return _Reading(stream, os.fstat(stream.fileno()).st_size, is_ours=True)
        if self._start is None:
            return _Reading(content, None, is_ours=False)
        return _Reading(content, self._length_from(self._start), is_ours=False)

    def _length_from(self, start: int) -> Optional[int]:
        """Of files of bytes. Those of texts count in a way of their own."""
        stream = self._content
        length = None
        if not isinstance(stream.read(0), str):
            stream.seek(0, io.SEEK_END)
            length = stream.tell() - start
        stream.seek(start)
        return length


class _Reading:
    """:ivar length: in bytes; None when it is not known before all is read"""

    def __init__(self, stream: Any, length: Optional[int], is_ours: bool) -> None:
        self._stream = stream
        self.length = length
        self._is_ours = is_ours

    def pieces(self) -> Iterator[bytes]:
        """No more than is said to come, also of a file that grows meanwhile."""
        left = self.length
        try:
            while left is None or left > 0:
                piece = self._stream.read(_PIECE_BYTES if left is None else min(left, _PIECE_BYTES))
                if not piece:
                    break
                sent = piece.encode() if isinstance(piece, str) else bytes(piece)
                if left is not None:
                    left -= len(sent)
                yield sent
        finally:
            self.close()

    def close(self) -> None:
        if self._is_ours:
            self._stream.close()


def _parts_of(file: Uploadable) -> Any:
    if isinstance(file, Upload):
        return file.name, file.type, file.content
    if isinstance(file, os.PathLike):
        return PurePath(file).name, None, file
    name = getattr(file, "name", None)
    if not hasattr(file, "read") or not isinstance(name, str):
        raise TypeError("What is sent needs a name: Upload(content, 'name.txt').")
    return PurePath(name).name, None, file


def _is_seekable(stream: Any) -> bool:
    return bool(hasattr(stream, "seekable") and stream.seekable())
