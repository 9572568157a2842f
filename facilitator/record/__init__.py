"""The record that people take home: a PDF, and its content as JSON beside it.

Light to import: the modules that draw the PDF are loaded for the first record.
"""

from facilitator.domain.summary import SessionSummary
from facilitator.record.as_json import (
    LinePlace,
    Part,
    json_of,
    lines_of,
    made_again,
    without_lines,
)
from facilitator.record.json_reading import (
    MOST_BYTES,
    RecordFileError,
    not_a_record,
    summary_from_json,
)

__all__ = [
    "MOST_BYTES",
    "LinePlace",
    "Part",
    "RecordFileError",
    "json_of",
    "lines_of",
    "made_again",
    "make_record",
    "not_a_record",
    "summary_from_json",
    "without_lines",
]


def make_record(summary: SessionSummary) -> bytes:
    """Make the record as a tagged PDF; the same summary gives the same bytes."""
    from facilitator.record.document import draw_record

    return draw_record(summary)
