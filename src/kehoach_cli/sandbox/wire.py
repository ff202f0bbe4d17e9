"""What the program and its child process say to each other: JSON and one file, each with its length before it."""

import json
import struct
from collections.abc import Mapping
from typing import IO, Any, NamedTuple

_HEAD = struct.Struct(">II")
LARGEST = 256 * 1024 * 1024


class Message(NamedTuple):
    """One request or answer: what is asked or found, and the bytes of a file."""

    said: Mapping[str, Any]
    file: bytes = b""


class Closed(Exception):
    """The other side is gone, or speaks another language."""


def send(stream: IO[bytes], message: Message) -> None:
    """Write one message. Raises TypeError where `said` holds more than plain data."""
    said = json.dumps(message.said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    stream.write(_HEAD.pack(len(said), len(message.file)))
    stream.write(said)
    stream.write(message.file)
    stream.flush()


def receive(stream: IO[bytes]) -> Message:
    """Read one message. Raises Closed at the end of the stream."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise Closed
    said_size, file_size = _HEAD.unpack(head)
    if said_size + file_size > LARGEST:
        raise Closed
    said, file = stream.read(said_size), stream.read(file_size)
    if len(said) < said_size or len(file) < file_size:
        raise Closed
    return Message(json.loads(said), file)
