"""Letters on the board: people point at them, so none moves while a showing stands."""

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
    """The letters of one showing: no line moves up when another goes, since people point at them.

    It holds ids and never words. A place whose line is gone stays.
    """

    given: tuple[LineName | None, ...] = ()  # A first; None is free again
    order: tuple[LineName, ...] = ()  # of the lines, lettered or not

    @property
    def on_page(self) -> tuple[LineName, ...]:
        """The lettered lines as they stand on the page."""
        given = set(self.given)
        return tuple(name for name in self.order if name in given)

    @property
    def by_name(self) -> dict[LineName, str]:
        """Every lettered line with its letter."""
        return {name: letter_of(place) for place, name in enumerate(self.given) if name is not None}

    def taking_in(self, workshop: Workshop) -> Self:
        """Return the letters with one for each line that goes in now."""
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
        """Return the letters of lines that got other ids since: each gathering by itself.

        While late lines come in, every turn mixes, an empty one too. The page must not tell: it
        stays as it was. Any other mixing makes nobody know which line was which: the letters of
        that gathering are free, and its lines get them afresh.
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
    """Return an order with each new line after the one that comes before it."""
    known = set(order)
    result, place, last = list(order), 0, None
    for name in lines:
        if name in known:
            last = name
            continue
        if last is not None:
            place, last = result.index(last) + 1, None
        result.insert(place, name)
        place += 1
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Wall:
    """The letters of opened lines while one showing of them stands; it holds ids and never words.

    The place of a line that was taken out stays: no other moves up.
    """

    given: tuple[ContributionId, ...] = ()  # A first

    @classmethod
    def of(cls, gathering: Gathering) -> Self:
        """Return the letters of a new showing, without gaps."""
        opened = gathering.ready if gathering.was_opened else ()
        return cls(tuple(one.id for one in opened))

    @property
    def by_id(self) -> dict[ContributionId, str]:
        """Every lettered line with its letter."""
        return {one: letter_of(place) for place, one in enumerate(self.given)}

    def after(self, before: Gathering, now: Gathering) -> Self:
        """Return the letters once the gathering has changed: afresh only for a new showing.

        Late turns mix, and so does each look at what came late; the wall must not tell.
        """
        if not _was_mixed(before, now):
            known = frozenset(self.given)
            more = (one for one in self.of(now).given if one not in known)
            return replace(self, given=(*self.given, *more))
        waits = (GatheringState.WRITING, GatheringState.CLOSED)
        if not before.was_opened or before.state not in waits or now.state not in waits:
            return self.of(now)
        names = {old.id: new for old, new in _partners(before, now).items() if new is not None}
        given = (names.get(str(one)) for one in self.given)
        there = tuple(
            one if name is None else ContributionId(name.id)
            for one, name in zip(self.given, given, strict=True)
        )
        return replace(self, given=there)


def _was_mixed(before: Gathering, now: Gathering) -> bool:
    """Return whether lines got other ids: mixing changes all of them, any other act none."""
    known, there = ({one.id for one in g.contributions} for g in (before, now))
    return bool(known and there) and known.isdisjoint(there)


def _partners(before: Gathering, now: Gathering) -> dict[LineName, LineName | None]:
    """Return what each line is called now; of lines that are alike it does not matter which."""
    alike: dict[object, list[LineName]] = defaultdict(list)
    for one in now.contributions:
        alike[_looks(one)].append(LineName(one.id, of=now.step_id))
    return {
        LineName(one.id, of=before.step_id): alike[_looks(one)].pop()
        for one in before.contributions
        if alike[_looks(one)]
    }


def _looks(one: Contribution) -> tuple[object, ...]:
    return one.text, one.in_record, one.set_aside, one.late
