"""A ruler that needs no Qt: every character is equally wide."""


class FixedRuler:
    """Half the size for each character; lines are 1.25 times the size apart."""

    def lines(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        most = max(1, int(width / (size / 2)))
        del weight
        lines: list[str] = []
        line = ""
        for word in text.split():
            if line and len(line) + 1 + len(word) > most:
                lines.append(line)
                line = ""
            line = f"{line} {word}" if line else word
            while len(line) > most:
                lines.append(line[:most])
                line = line[most:]
        return (*lines, line) if line else tuple(lines)

    def line_height(self, size: float) -> float:
        return size * 1.25

    def width(self, text: str, size: float, weight: int) -> float:
        del weight
        return len(text) * size / 2
