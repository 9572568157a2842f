"""Letters on the board: people point at them, so none moves during a showing."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Self

from facilitator.domain.contribution import Contribution, Gathering, GatheringState
from facilitator.domain.ids import ContributionId
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import letter_of
from facilitator.room.pages.recorded import LineName, lines_of


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one showing: when a line goes, no other moves up, since people point at them.

    Holds ids and never words. The place of a deleted line stays empty.
    """

    given: tuple[LineName | None, ...] = ()  # A first; None is free again
    order: tuple[LineName, ...] = ()  # of the lines, lettered or not

    @property
    def on_page(self) -> tuple[LineName, ...]:
        """The lettered lines in the order of the page."""
        given = set(self.given)
        return tuple(name for name in self.order if name in given)

    @property
    def by_name(self) -> dict[LineName, str]:
        """Every lettered line with its letter."""
        return {name: letter_of(place) for place, name in enumerate(self.given) if name is not None}

    def with_lines_of(self, workshop: Workshop) -> Self:
        """Return the letters with one for each line that now goes in the record."""
        lines = [(line.name, line.in_record) for line in lines_of(workshop)]
        order = _with_new(self.order, [name for name, _in_record in lines])
        given, lettered = list(self.given), set(self.given)
        free = [place for place, name in enumerate(given) if name is None]
        for name, in_record in lines:
            if in_record and name not in lettered:
                place = free.pop(0) if free else len(given)
                given[place : place + 1] = [name]
        return replace(self, given=tuple(given), order=order)

    def after_mixing(self, before: Workshop, now: Workshop) -> Self:
        """Return the letters after mixing gave lines new ids, for each gathering by itself.

        While late lines come in, every turn mixes, even an empty one. The page must not reveal
        that, so it does not change. After any other mixing nobody can tell which line was which:
        that gathering's letters become free, and its lines get new ones.
        """
        was = {gathering.step_id: gathering for gathering in before.gatherings}
        names: dict[LineName, LineName | None] = {}
        for gathering in now.gatherings:
            earlier = was.get(gathering.step_id, gathering)
            if not _was_mixed(earlier, gathering):
                continue
            if earlier.state is GatheringState.WRITING:
                names |= _partners(earlier, gathering)
            else:
                names |= {name: None for name in self.order if name.of == gathering.step_id}
        given = tuple(None if name is None else names.get(name, name) for name in self.given)
        order = (names.get(name, name) for name in self.order)
        return replace(self, given=given, order=tuple(name for name in order if name is not None))


def _with_new(order: tuple[LineName, ...], lines: list[LineName]) -> tuple[LineName, ...]:
    """Return an order with each new line after its predecessor in ``lines``."""
    ordered = set(order)
    result, place, last = list(order), 0, None
    for name in lines:
        if name in ordered:
            last = name
            continue
        if last is not None:
            place, last = result.index(last) + 1, None
        result.insert(place, name)
        place += 1
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Wall:
    """The letters of opened lines during one showing; holds ids and never words.

    The place of a deleted line stays empty: no other moves up.
    """

    given: tuple[ContributionId, ...] = ()  # A first

    @classmethod
    def of(cls, gathering: Gathering) -> Self:
        """Return the letters of a new showing, without gaps."""
        opened = gathering.ready if gathering.was_opened else ()
        return cls(tuple(line.id for line in opened))

    @property
    def by_id(self) -> dict[ContributionId, str]:
        """Every lettered line with its letter."""
        return {line: letter_of(place) for place, line in enumerate(self.given)}

    def after(self, before: Gathering, now: Gathering) -> Self:
        """Return the letters after the gathering changed: new ones only for a new showing.

        Late turns mix, and so does each view of late lines; the wall must not reveal that.
        """
        if not _was_mixed(before, now):
            before_ids = frozenset(self.given)
            more = (line for line in self.of(now).given if line not in before_ids)
            return replace(self, given=(*self.given, *more))
        waits = (GatheringState.WRITING, GatheringState.CLOSED)
        if not before.was_opened or before.state not in waits or now.state not in waits:
            return self.of(now)
        names = {old.id: new for old, new in _partners(before, now).items() if new is not None}
        given = (names.get(str(line)) for line in self.given)
        kept_places = tuple(
            line if name is None else ContributionId(name.id)
            for line, name in zip(self.given, given, strict=True)
        )
        return replace(self, given=kept_places)


def _was_mixed(before: Gathering, now: Gathering) -> bool:
    """Return whether lines got new ids: mixing changes all of them, any other act none."""
    ids_before, ids_now = ({line.id for line in g.contributions} for g in (before, now))
    return bool(ids_before and ids_now) and ids_before.isdisjoint(ids_now)


def _partners(before: Gathering, now: Gathering) -> dict[LineName, LineName | None]:
    """Return the present name of each line; equal lines are interchangeable."""
    alike: dict[object, list[LineName]] = defaultdict(list)
    for line in now.contributions:
        alike[_appearance(line)].append(LineName(line.id, of=now.step_id))
    return {
        LineName(line.id, of=before.step_id): alike[_appearance(line)].pop()
        for line in before.contributions
        if alike[_appearance(line)]
    }


def _appearance(line: Contribution) -> tuple[object, ...]:
    return line.text, line.in_record, line.set_aside, line.late
