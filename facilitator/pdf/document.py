"""A story built into a PDF that is tagged (PDF/UA-1) and archival (PDF/A-2a).

The file is the same byte by byte for the same story; its only date is the day it is given.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.platypus import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable

from facilitator.pdf.archive import Properties
from facilitator.pdf.canvas import Footer, TaggedCanvas
from facilitator.pdf.shaping import font_stack
from facilitator.pdf.tags import Tag


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages that a story flows through: their size in points, templates and footer."""

    size: tuple[float, float]
    templates: Sequence[PageTemplate]
    footer: Footer | None = None


def build(story: list[Flowable], root: Tag, layout: Layout, properties: Properties) -> bytes:
    """Build the PDF of a story; its tags are in ``root``. The story is consumed."""
    file = io.BytesIO()
    template = BaseDocTemplate(
        file,
        pagesize=layout.size,
        pageTemplates=list(layout.templates),
        invariant=1,
        lang=properties.language,
    )
    canvas = partial(TaggedCanvas, root=root, properties=properties, footer=layout.footer)
    try:
        template.build(story, canvasmaker=canvas)
    finally:
        font_stack.cache_clear()  # it caches shaped words, which are people's words
    return file.getvalue()
