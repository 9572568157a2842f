"""What the day needs on paper: the print pack, each document a tagged PDF like the record.

Light to import: the modules that draw the PDF are loaded for the first document.
"""

from facilitator.record.handouts.pack import DEFAULT_SIZE, SIZES, Handout, Pack, Paper, Print, Term

__all__ = ["DEFAULT_SIZE", "SIZES", "Handout", "Pack", "Paper", "Print", "Term", "make_handout"]


def make_handout(handout: Handout, pack: Pack, printing: Print) -> bytes:
    """Make a document as a tagged PDF; the same pack gives the same bytes."""
    from facilitator.record.handouts.documents import draw_handout

    return draw_handout(handout, pack, printing)
