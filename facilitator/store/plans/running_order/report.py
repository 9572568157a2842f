"""Says to the facilitator what was understood of a table, column by column, and what was not."""

from facilitator.store.plans.running_order.columns import Column, Use
from facilitator.store.plans.running_order.reading import Imported, Note, RowNote
from facilitator.wording import _, ngettext


def report_of(imported: Imported) -> tuple[str, ...]:
    """Return lines on the whole, on each column, and on rows that somebody should look at."""
    steps, minutes = len(imported.plan.steps), round(imported.plan.length.total_seconds() / 60)
    whole = ngettext("{steps} step, {minutes} min.", "{steps} steps, {minutes} min.", steps).format(
        steps=steps, minutes=minutes
    )
    columns = (
        _column_words(number, column) for number, column in enumerate(imported.columns, start=1)
    )
    return (whole, *columns, *map(_note_words, imported.notes))


def _column_words(number: int, column: Column) -> str:
    uses = {
        Use.TIME: _("when each step begins"),
        Use.END: _("when each step ends"),
        Use.MINUTES: _("minutes"),
        Use.TITLE: _("titles"),
        Use.QUESTION: _("questions"),
        Use.WHAT: _("what happens, in the notes for you"),
        Use.WHO: _("who, in the notes for you"),
        Use.MATERIALS: _("materials"),
        Use.NOTES: _("not understood: it is in the notes for you"),
    }
    if column.heading:
        return _("Column {number}, “{heading}”: {use}.").format(
            number=number, heading=column.heading.replace("\n", " "), use=uses[column.use]
        )
    return _("Column {number}: {use}.").format(number=number, use=uses[column.use])


def _note_words(note: RowNote) -> str:
    words = {
        Note.GUESSED_LENGTH: _("Row {row} has no length that can be used: check its minutes."),
        Note.ADDED_TO_STEP: _("Row {row} has no time: it is in the notes of the step before it."),
        Note.FIXED: _("Row {row} is a meal: it is fixed to the clock."),
        Note.CUT: _("Row {row} has more than the notes hold. This is not in the plan: {text}"),
    }
    return words[note.note].format(row=note.row, text=note.text)
