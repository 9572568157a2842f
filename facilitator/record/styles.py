"""The record's type, colours and measures; lengths in points, A4."""

from facilitator.pdf.fonts import BOLD, EXTRA_BOLD, MEDIUM, REGULAR, TypeStyle

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
SIDE, TOP, BOTTOM = 60.0, 68.0, 84.0
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
BODY_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

INK = "#1C1A17"
SOFT_INK = "#4A453E"  # 9.5:1 on white
ACCENT = "#00527A"
WARM = "#FBF6EA"
RULE = "#C9BEB4"
WHITE = "#FFFFFF"
SKY, BUTTER, APRICOT, STONE = "#9CC8F0", "#FFF3B0", "#F2A766", "#C9BEB4"
TINTS = (BUTTER, SKY, APRICOT, STONE)


TITLE = TypeStyle(EXTRA_BOLD, 38, 45)
LONG_TITLE = TypeStyle(EXTRA_BOLD, 26, 33)
HEADING = TypeStyle(EXTRA_BOLD, 23, 30)
QUESTION = TypeStyle(BOLD, 19, 27)
KICKER = TypeStyle(BOLD, 13, 19, ACCENT)
LABEL = TypeStyle(BOLD, 12.5, 19, ACCENT)
LEAD = TypeStyle(MEDIUM, 14, 21)
GROUP = TypeStyle(BOLD, 15, 22)
AGREED = TypeStyle(MEDIUM, 14, 21)
BODY = TypeStyle(REGULAR, 12.5, 19)
NOTE = TypeStyle(REGULAR, 12, 18)
CARD_LINE = TypeStyle(BOLD, 12, 18)  # of a card with more than its words
CARD_QUIET = TypeStyle(REGULAR, 12, 17)  # in the ink: it is on a tint
NUMERAL = TypeStyle(EXTRA_BOLD, 18, 21, ACCENT)
WRITE_ON = TypeStyle(REGULAR, 12, 17, SOFT_INK)
QUIET = TypeStyle(REGULAR, 12, 17, SOFT_INK)
FOOTER = TypeStyle(REGULAR, 12, 16, SOFT_INK)
