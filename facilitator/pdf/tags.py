"""The tree of tags that tells a screen reader what each part of the record is, in reading order.

It is made when the story is put together, before anything is drawn; drawing only hangs the marked
contents into it. So neither page breaks nor the order of drawing can disturb the reading.
"""

from dataclasses import dataclass, field
from typing import Self

from facilitator.domain.text.language import Language


@dataclass(slots=True, eq=False)
class Tag:
    """One element: its kind as PDF names it, what stands under it, what was drawn for it.

    ``marks`` are pairs of a page's place and the number of the marked content on that page.
    """

    kind: str
    language: Language | None = None
    spelled: str = ""  # the text as it is to be read, where the glyphs cannot tell
    numbering: str = ""  # of a list
    rtl: bool = False
    under: list["Tag"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    number: int = 0  # of its object, once the file is written

    def add(self, kind: str, language: Language | None = None) -> "Tag":
        """Return a new last element under this one."""
        one = Tag(kind, language)
        self.under.append(one)
        return one

    def add_list(self, numbering: str = "None") -> "Tag":
        """Return a new list under this one; ``numbering`` as PDF names it."""
        one = self.add("L")
        one.numbering = numbering
        return one

    def reading(self, text: str) -> "Tag":
        """Return an element under this one that is read as ``text``, from right to left."""
        self.rtl = True
        one = self.add("Span")
        one.spelled = text
        return one

    def pruned(self) -> Self:
        """Drop every element for which nothing was drawn."""
        self.under = [one.pruned() for one in self.under]
        self.under = [one for one in self.under if one.marks or one.under]
        return self
