"""What was typed on *Before you start*, cached for when the facilitator comes back."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from facilitator.domain.letters import Marks
from facilitator.ui.home.questions import Questions


@dataclass(frozen=True, slots=True)
class Typed:
    """The text of all fields, valid or not."""

    people: int
    start: str | None  # ``None`` if it is still the proposal
    texts: tuple[str, ...]
    in_charge: bool
    low_vision: bool
    marks: Marks
    display: str

    @classmethod
    def of(cls, asked: Questions, proposed_start: str) -> "Typed":
        """Read the fields; a start that was only proposed is ``None``."""
        start, *texts = (field.text() for field in _fields(asked))
        return cls(
            people=asked.people_box.value(),
            start=None if start == proposed_start else start,
            texts=tuple(texts),
            in_charge=asked.in_charge_yes.isChecked(),
            low_vision=asked.low_vision_box.isChecked(),
            marks=asked.marks.chosen,
            display=asked.display,
        )

    def put_back(self, asked: Questions) -> None:
        """Restore the fields; skip a display that is unplugged."""
        asked.people_box.setValue(self.people)
        start_field, *others = _fields(asked)
        if self.start is not None:
            start_field.setText(self.start)
        for field, text in zip(others, self.texts, strict=True):
            field.setText(text)
        chosen = asked.in_charge_yes if self.in_charge else asked.in_charge_no
        chosen.setChecked(True)
        asked.low_vision_box.setChecked(self.low_vision)
        asked.marks.choose(self.marks)
        place = asked.display_box.findData(self.display)
        if place >= 0:
            asked.display_box.setCurrentIndex(place)


def _fields(asked: Questions) -> tuple[QLineEdit, ...]:
    return (
        asked.start_field,
        asked.title_field,
        asked.group_field,
        asked.support_field,
        asked.recipients_field,
        asked.facilitator_field,
        asked.reach_field,
        asked.back_row_field,
        asked.image_height_field,
    )
