"""Removes lines from a record after the end (decision 19). Nothing here adds one.

A record is opened by its PDF, with the JSON next to it, or by the JSON. The rebuilt record is
written next to the old files first, on any thread, and then replaces them.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from facilitator.domain.for_next import TakenOut
from facilitator.domain.stage import Stage
from facilitator.domain.summary import RecordedStep, SessionSummary
from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.errors import NotAllowedNowError, StoreUnavailableError
from facilitator.live.library.record_file import (
    is_written_beside,
    put_in_place,
    settle,
    write_beside,
)
from facilitator.live.library.saved_for_groups import SavedForGroups
from facilitator.live.library.workshop_list import WorkshopList, real_path
from facilitator.record import (
    MOST_BYTES,
    LinePlace,
    Part,
    RecordFileError,
    json_of,
    lines_of,
    made_again,
    make_record,
    not_a_record,
    summary_from_json,
)
from facilitator.store.record_files import JSON, PDF, json_beside
from facilitator.wording import _

MAY_STAY = (Part.SAID, Part.OF_KIND)  # for the next workshop, as next steps and details do
OF_STEP = (Part.SAID, Part.UNNAMED, Part.NAME, Part.OF_KIND)


class GroupKind(StrEnum):
    """The kind of a group of lines in a record."""

    AGREEMENT = "agreement"
    PARKED = "parked"
    STEP = "step"
    NEXT_STEPS = "next steps"


@dataclass(frozen=True, slots=True)
class LineOfRecord:
    """One line that can be removed; a line with ``under`` also goes with that line."""

    place: LinePlace
    text: str
    under: LinePlace | None = None  # an earlier wording, why a line is parked, who looks after it


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines of a record under one heading; ``heading`` is that of a step."""

    kind: GroupKind
    lines: tuple[LineOfRecord, ...]
    heading: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """A record as it was read from the disk."""

    record: Path  # where its PDF is, or should be
    summary: SessionSummary
    content: str  # of its JSON

    @property
    def groups(self) -> tuple[LineGroup, ...]:
        """The lines, in the order in which the record prints them."""
        return _groups(self.summary)


@dataclass(frozen=True, slots=True)
class MadeAgain:
    """A rebuilt record, written next to the one it replaces."""

    group: str
    places: tuple[Path, ...]
    texts: frozenset[str]  # of the agreement's lines that are removed
    of_steps: TakenOut  # of what steps left for the next workshop
    recipients: str
    before: str  # the content of the JSON that is replaced
    content: str  # of the new one


def open_record(path: Path) -> OpenedRecord:
    """Read a record by its PDF or its JSON, after finishing an interrupted replacement.

    Raises:
        RecordFileError: the file is no record, was changed, or its JSON is missing.
        StoreUnavailableError: the file cannot be read.

    """
    record = _record_of(path)
    if _may_be_settled(record):
        settle(record)
    content = _content_of(record)
    return OpenedRecord(record, summary_from_json(content), content)


def _record_of(path: Path) -> Path:
    """Return the path of a record's PDF. Raises ``RecordFileError`` for a file of another type."""
    if path.suffix.lower() not in (PDF, JSON):
        raise not_a_record()
    try:
        path = path.resolve()  # replace the target of a link, not the link
    except (OSError, RuntimeError) as error:  # a loop of links
        raise not_a_record() from error
    return path if path.suffix.lower() == PDF else path.with_suffix(PDF)


def _may_be_settled(record: Path) -> bool:
    """Return whether a file of a record exists, as far as the folder can be read."""
    try:
        return any(file.is_file() for file in (record, json_beside(record)))
    except OSError:  # too long a name, or a closed folder: reading the file raises the error
        return False


def _content_of(record: Path) -> str:
    beside = json_beside(record)
    try:
        if not beside.is_file():
            raise RecordFileError(
                _("The data file of this record is not beside it: {file}.").format(
                    file=beside.name
                ),
                _(
                    "Put it back there and open the record again. Without it, nothing can be "
                    "taken out of the record; it can only be deleted."
                ),
                _("The data file of this record is not beside it."),
            )
        with beside.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise StoreUnavailableError(
            _("The data file of this record cannot be read: {file}.").format(file=beside.name),
            _("See that it can be opened, then try again."),
            _("The data file of this record cannot be read."),
        ) from error
    try:
        return content.decode() if len(content) <= MOST_BYTES else ""
    except UnicodeDecodeError:
        return ""  # not a JSON of ours; the caller reports that


class TakingOut:
    """Rebuilds records without some of their lines."""

    def __init__(
        self, listed: WorkshopList, for_groups: SavedForGroups, today: Callable[[], date]
    ) -> None:
        self._list = listed
        self._for_groups = for_groups
        self._today = today

    def begin(self, opened: OpenedRecord, gone: Collection[LinePlace]) -> "Making":
        """Return the writer of the record without these lines, for every place in the list too.

        Raises:
            NotAllowedNowError: the closing of its workshop is not finished, or the record has
                changed since it was opened.
            FacilitatorError: its JSON cannot be read.

        """
        for entry in self._list.listed():
            if entry.stage is Stage.CLOSING and _same_file(entry.record, opened.record):
                raise NotAllowedNowError(
                    _("The closing of this workshop is not finished."),
                    _("Finish it on Home first, then open the record again."),
                )
        settle(opened.record)
        if _content_of(opened.record) != opened.content:
            raise _has_changed()
        same = [path for path in self._list.finished_records() if _is_copy(opened, path)]
        places = tuple(dict.fromkeys((opened.record, *same)))
        return Making(made_again(opened.summary, gone, self._today()), opened, gone, places)

    def finish(self, replacement: MadeAgain) -> bool:
        """Put the record in its places; return whether the group also lost a saved line.

        Replaces the opened record last: until then the same page can rebuild it.

        Raises:
            NotAllowedNowError: a record has changed since it was opened.
            StoreUnavailableError: a file cannot be replaced.

        """
        try:
            _check_unchanged(replacement)
            went = self._for_groups.leave_out(
                replacement.group, replacement.texts, replacement.of_steps
            )
            for place in reversed(replacement.places):
                put_in_place(place)
        except BaseException:
            for place in replacement.places:
                with suppress(StoreUnavailableError):  # the next start does it
                    settle(place)
            raise
        return went


@dataclass(frozen=True, slots=True)
class Making:
    """Writes a record next to the one it replaces."""

    summary: SessionSummary
    opened: OpenedRecord
    gone: Collection[LinePlace]
    places: tuple[Path, ...]

    def write(self, make: Callable[[SessionSummary], bytes] = make_record) -> MadeAgain:
        """Write the record, in all places or in none. Safe on any thread.

        Raises ``StoreUnavailableError``.
        """
        try:
            for place in self.places:
                write_beside(self.summary, place, make)
        except BaseException:
            for place in self.places:
                with suppress(StoreUnavailableError):  # the next start does it
                    settle(place)
            raise
        before = self.opened.summary
        return MadeAgain(
            before.group,
            self.places,
            _texts_of(before, self.gone, (Part.AGREEMENT,)),
            _gone_of_steps(before, self.gone),
            before.recipients,
            before=self.opened.content,
            content=json_of(self.summary),
        )


def _texts_of(
    summary: SessionSummary, gone: Collection[LinePlace], parts: tuple[Part, ...]
) -> frozenset[str]:
    """Return the texts of the removed lines that are in these parts of the record."""
    lines = lines_of(summary)
    return frozenset(text for place, text in lines if place in gone and place.part in parts)


def _gone_of_steps(summary: SessionSummary, gone: Collection[LinePlace]) -> TakenOut:
    """Return the removed lines that can have stayed for the next workshop."""
    firsts = [step.partition("\n")[0] for step in summary.next_steps]
    details = (
        (firsts[place.step], text)
        for place, text in lines_of(summary)
        if place in gone and place.part is Part.DETAIL
    )
    return TakenOut(
        _texts_of(summary, gone, MAY_STAY),
        frozenset(firsts[place.line] for place in gone if place.part is Part.NEXT_STEPS),
        frozenset(details),
    )


def _is_copy(opened: OpenedRecord, record: Path) -> bool:
    """Return whether a record elsewhere has the same content."""
    return not _same_file(record, opened.record) and _holds(record, opened.content)


def _holds(record: Path, content: str) -> bool:
    """Return whether the JSON beside a record has this content."""
    beside = json_beside(record)
    try:
        return beside.stat().st_size <= MOST_BYTES and beside.read_bytes() == content.encode()
    except OSError:
        return False


def _check_unchanged(replacement: MadeAgain) -> None:
    """Refuse records that this or another program changed during the rebuild."""
    for place in replacement.places:
        if not (
            _holds(place, replacement.before) and is_written_beside(place, replacement.content)
        ):
            raise _has_changed()


def _has_changed() -> NotAllowedNowError:
    """Return the error for a record that has changed since it was opened."""
    return NotAllowedNowError(_("The record has changed since."), _("Open it again."))


def _same_file(path: Path | None, other_path: Path) -> bool:
    try:
        return path is not None and real_path(path) == real_path(other_path)
    except OSError:
        return False


def _groups(summary: SessionSummary) -> tuple[LineGroup, ...]:
    texts = dict(lines_of(summary))
    agreed = [
        LineOfRecord(place, texts[place], under)
        for number in range(len(summary.agreement))
        for place, under in _with_earlier(summary, number)
    ]
    parked = [
        LineOfRecord(place, text, _parked_line_of(place))
        for place, text in texts.items()
        if place.part in (Part.PARKED, Part.REASON)
    ]
    steps = [
        LineGroup(
            GroupKind.STEP,
            tuple(
                LineOfRecord(place, _shown(step, place, text))
                for place, text in texts.items()
                if place.part in OF_STEP and place.step == number
            ),
            step.question or step.title,
        )
        for number, step in enumerate(summary.steps)
    ]
    following = [
        LineOfRecord(place, text.partition("\n")[0], _next_step_of(place))
        for place, text in texts.items()
        if place.part in (Part.NEXT_STEPS, Part.DETAIL)
    ]
    groups = (
        LineGroup(GroupKind.AGREEMENT, tuple(agreed)),
        LineGroup(GroupKind.PARKED, tuple(parked)),
        *steps,
        LineGroup(GroupKind.NEXT_STEPS, tuple(following)),
    )
    return tuple(group for group in groups if group.lines)


def _next_step_of(place: LinePlace) -> LinePlace | None:
    """Return the step that a detail is beneath."""
    return LinePlace(Part.NEXT_STEPS, place.step) if place.part is Part.DETAIL else None


def _shown(step: RecordedStep, place: LinePlace, text: str) -> str:
    """Return a line of a step as it is shown: a drawing may have no words."""
    if place.part is not Part.UNNAMED or not step.more_of(place.line).drawing:
        return text
    return ": ".join(filter(None, (_("A drawing"), text)))


def _with_earlier(
    summary: SessionSummary, number: int
) -> tuple[tuple[LinePlace, LinePlace | None], ...]:
    """Return the place of an agreed line, and those of its earlier wordings."""
    line_place = LinePlace(Part.AGREEMENT, number)
    earlier = range(len(summary.earlier_of(number)))
    return (
        (line_place, None),
        *((LinePlace(Part.EARLIER, place, number), line_place) for place in earlier),
    )


def _parked_line_of(place: LinePlace) -> LinePlace | None:
    return LinePlace(Part.PARKED, place.line) if place.part is Part.REASON else None
