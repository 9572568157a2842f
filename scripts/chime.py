#!/usr/bin/env python3
"""Make the one soft chime of the program: two quiet partials that die away.

usage: scripts/chime.py

Writes resources/sounds/chime.wav, the same to the byte each time.
"""

import struct
import wave
from math import exp, pi, sin
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "sounds" / "chime.wav"
RATE, SECONDS, LOUDEST = 22_050, 1.6, 0.35
PARTIALS = (
    (528.0, 1.0, 3.2),
    (1056.0, 0.35, 4.6),
    (1584.0, 0.12, 6.5),
)  # Hz, share, decay a second
ATTACK = 0.03  # seconds, so that nothing clicks


def sample(at: float) -> float:
    """Return the amplitude at a time, −1 to 1."""
    tone = sum(
        share * sin(2 * pi * hertz * at) * exp(-decay * at) for hertz, share, decay in PARTIALS
    )
    fade = min(1.0, (SECONDS - at) / 0.2)
    return LOUDEST * min(1.0, at / ATTACK) * fade * tone / sum(share for _, share, _ in PARTIALS)


def main() -> None:
    """Write the file."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    count = int(RATE * SECONDS)
    with wave.open(str(TARGET), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        frames = (round(sample(n / RATE) * 32_767) for n in range(count))
        file.writeframes(b"".join(struct.pack("<h", frame) for frame in frames))


if __name__ == "__main__":
    main()
