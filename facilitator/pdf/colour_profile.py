"""The sRGB colour profile that PDF/A asks for, built here: without a file and without a date."""

import struct

_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {  # adapted to D50, as profiles have them
    b"rXYZ": (0.4360, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7139),
}
_STEPS = 1024
_NAME = b"sRGB"


def srgb_profile() -> bytes:
    """Build an ICC profile of version 2 for sRGB."""
    curve = struct.pack(">4sII", b"curv", 0, _STEPS) + b"".join(
        struct.pack(">H", round(_linear(step / (_STEPS - 1)) * 65535)) for step in range(_STEPS)
    )
    tags = {
        b"desc": _description(),
        b"cprt": struct.pack(">4sI", b"text", 0) + b"No copyright\0",
        b"wtpt": _xyz(_D50),
        **{name: _xyz(values) for name, values in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _assembled(tags)


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    kinds = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    date = struct.pack(">6H4s", 2000, 1, 1, 0, 0, 0, b"acsp")
    white = b"".join(_fixed(value) for value in _D50)
    return (kinds + date + b"\0" * 28 + white).ljust(128, b"\0")


def _description() -> bytes:
    name = _NAME + b"\0"
    return struct.pack(">4sII", b"desc", 0, len(name)) + name + b"\0" * (4 + 4 + 2 + 1 + 67)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI", b"XYZ ", 0) + b"".join(_fixed(value) for value in values)


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
