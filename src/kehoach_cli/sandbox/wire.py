"""Send and receive messages between the program and its child: JSON fields and one file, after their two lengths."""

import json
import struct
from collections.abc import Mapping
from typing import IO, Any, NamedTuple

_HEADER = struct.Struct(">II")
MAX_MESSAGE = 256 * 1024 * 1024


class Message(NamedTuple):
    """One request or answer: fields of plain data, and the bytes of a file."""

    fields: Mapping[str, Any]
    file: bytes = b""


class PipeClosed(Exception):
    """The other side is gone, or what it sent is no message."""


def send(stream: IO[bytes], message: Message) -> None:
    """Write one message. Raises TypeError if a field is not plain data."""
    fields = json.dumps(message.fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    stream.write(_HEADER.pack(len(fields), len(message.file)))
    stream.write(fields)
    stream.write(message.file)
    stream.flush()


def receive(stream: IO[bytes]) -> Message:
    """Read one message. Raises PipeClosed at the end of the stream, or if the message exceeds MAX_MESSAGE bytes."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise PipeClosed
    fields_size, file_size = _HEADER.unpack(header)
    if fields_size + file_size > MAX_MESSAGE:
        raise PipeClosed
    fields, file = stream.read(fields_size), stream.read(file_size)
    if len(fields) < fields_size or len(file) < file_size:
        raise PipeClosed
    return Message(json.loads(fields), file)
