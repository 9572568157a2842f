"""The record that people take home: a PDF, and its content as JSON beside it.

Light to import: what draws the PDF is loaded when the first record is made.
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
    """Return the record as a tagged PDF; the same bytes for the same summary."""
    from facilitator.record.document import drawn

    return drawn(summary)
