"""TensorBoard event files ("events.out.tfevents…"): scalars, plain or as tensors of one element.

Keys: ``run`` (the folder of the file), parts of the path such as "module=se", and ``step`` if it
is requested (else the last step is used).  Metrics are tags.  A value in single precision becomes
the shortest decimal with the same value, 0.1 and not 0.10000000149: this is the logged number, and
it rounds as its author expects.

A file is a sequence of records: length (8 bytes), its checksum, data, its checksum.  Checksums
are CRC-32C, rotated by 15 bits with 0xA282EAD8 added (TensorFlow's tfrecord format).  Data
are protocol buffers of type Event (tensorflow/core/util/event.proto).  An incomplete last record
comes from a killed run, and is skipped.
"""

from __future__ import annotations

import struct

from ieeelint.report.adapters.paths import path_keys
from ieeelint.report.adapters.steps import Curve, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Record

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
WIDTHS = {FIXED64: 8, FIXED32: 4}
# dtype of a tensor -> code of one element in tensor_content
CONTENTS = {1: "<f", 2: "<d", 3: "<i", 9: "<q"}
_TABLE: list[int] = []


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError if a checksum does not match."""
    keys = path_keys(source)
    curves: dict[str, Curve] = {}
    for event in _events(source):
        try:
            for tag, step, value, time in _scalars(event):
                curve = curves.setdefault(tag, Curve(tag, keys))
                curve.points[step] = value, source.location, time
        except (IndexError, struct.error, UnicodeDecodeError, ValueError):
            raise source.error(
                "contains an event that cannot be read. Is it a TensorBoard event file?"
            ) from None
    yield from records(list(curves.values()), request)


def _events(source: Source) -> Iterator[bytes]:
    try:
        with open(source.path, "rb") as file:
            while len(head := file.read(12)) == 12:
                length, sum_ = struct.unpack("<QI", head)
                if masked_crc(head[:8]) != sum_:
                    raise source.error(
                        f"is damaged at byte {file.tell() - 12}: a checksum does not match. Copy"
                        " the file again."
                    )
                start = file.tell()
                data = file.read(length + 4) if length < 1 << 40 else b""
                if len(data) < length + 4:
                    return
                if masked_crc(data[:-4]) != int.from_bytes(data[-4:], "little"):
                    raise source.error(
                        f"is damaged at byte {start}: a checksum does not match. Copy the file"
                        " again."
                    )
                yield data[:-4]
    except OSError as error:
        raise source.error(f"cannot be read: {error.strerror}.") from None


def masked_crc(data: bytes) -> int:
    """The checksum of a tfrecord: CRC-32C (polynomial 0x1EDC6F41, reflected), rotated and
    shifted.
    """
    if not _TABLE:
        for byte in range(256):
            for _ in range(8):
                byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
            _TABLE.append(byte)
    table = _TABLE
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    crc ^= 0xFFFFFFFF
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def _fields(data: bytes) -> Iterator[tuple[int, int, int | bytes]]:
    """The fields of a message: number, wire type, value (bytes, or an integer for a varint)."""
    at, end = 0, len(data)
    while at < end:
        tag, at = _varint(data, at)
        number, wire = tag >> 3, tag & 7
        if wire == VARINT:
            value, at = _varint(data, at)
            yield number, wire, value
            continue
        if wire == BYTES:
            width, at = _varint(data, at)
        elif wire in WIDTHS:
            width = WIDTHS[wire]
        else:
            raise ValueError(wire)
        if at + width > end:
            raise IndexError(at)
        yield number, wire, data[at : at + width]
        at += width


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at += 1
        if byte < 128:
            return value, at
        shift += 7
        if shift > 63:
            raise ValueError(shift)


def _scalars(event: bytes) -> Iterator[tuple[str, int, float, float]]:
    """Tags, steps, values and times of an Event: wall_time 1, step 2, summary 5."""
    time, step = 0.0, 0
    summaries: list[bytes] = []
    for number, _, value in _fields(event):
        if number == 1 and isinstance(value, bytes):
            (time,) = struct.unpack("<d", value)
        elif number == 2 and isinstance(value, int):
            step = value - (1 << 64) if value >> 63 else value
        elif number == 5 and isinstance(value, bytes):
            summaries.append(value)
    for summary in summaries:
        for number, _, value in _fields(summary):
            if number == 1 and isinstance(value, bytes):
                scalar = _value(value)
                if scalar is not None:
                    yield scalar[0], step, scalar[1], time


def _value(data: bytes) -> tuple[str, float] | None:
    """A Summary.Value: tag 1, simple_value 2, tensor 8; None if it is not a scalar."""
    tag, scalar = "", None
    for number, wire, value in _fields(data):
        if number == 1 and isinstance(value, bytes):
            tag = value.decode()
        elif number == 2 and wire == FIXED32 and isinstance(value, bytes):
            scalar = single(value)
        elif number == 8 and isinstance(value, bytes):
            scalar = _tensor(value)
    return None if scalar is None else (tag, scalar)


def _tensor(data: bytes) -> float | None:
    """The element of a TensorProto of one: dtype 1, tensor_content 4, float_val 5, double_val 6,
    int_val 7, int64_val 10.
    """
    dtype = 0
    content = b""
    numbers: list[float] = []
    for number, _, value in _fields(data):
        if number == 1 and isinstance(value, int):
            dtype = value
        elif number == 4 and isinstance(value, bytes):
            content = value
        elif number == 5 and isinstance(value, bytes):
            numbers += [single(value[at : at + 4]) for at in range(0, len(value), 4)]
        elif number == 6 and isinstance(value, bytes):
            numbers += [
                struct.unpack("<d", value[at : at + 8])[0] for at in range(0, len(value), 8)
            ]
        elif number in (7, 10):
            numbers += _integers(value)
    if content and dtype in CONTENTS:
        if len(content) != struct.calcsize(CONTENTS[dtype]):
            return None
        return single(content) if dtype == 1 else float(struct.unpack(CONTENTS[dtype], content)[0])
    return float(numbers[0]) if len(numbers) == 1 and dtype in CONTENTS else None


def _integers(value: int | bytes) -> list[float]:
    numbers = [value] if isinstance(value, int) else []
    at = 0
    while isinstance(value, bytes) and at < len(value):
        number, at = _varint(value, at)
        numbers.append(number)
    return [float(number - (1 << 64) if number >> 63 else number) for number in numbers]


def single(data: bytes) -> float:
    """A single-precision number as the shortest decimal with the same value."""
    (value,) = struct.unpack("<f", data)
    for digits in range(6, 9):
        short = float(f"{value:.{digits}g}")
        try:
            if struct.pack("<f", short) == data:
                return short
        except OverflowError:
            break
    return float(f"{value:.9g}")
