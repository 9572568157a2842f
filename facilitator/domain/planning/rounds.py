"""Whether a round fits its time, and what does if it does not."""

from dataclasses import dataclass
from datetime import timedelta

from facilitator.domain.plan.arithmetic import CHANGEOVERS, LEAST_IN_ROUND, round_length

SECONDS_STEP = timedelta(seconds=5)  # people are given 50 seconds, not 52


@dataclass(frozen=True, slots=True)
class RoundFit:
    """A round of some people, with the time that it needs and the time that it has."""

    people: int
    needs: timedelta  # in whole minutes
    has: timedelta
    each_that_fits: timedelta  # in whole five seconds; zero if that is too short for a word

    @property
    def fits(self) -> bool:
        """Whether everyone has the wanted time."""
        return self.needs <= self.has


def round_fit(people: int, each: timedelta, has: timedelta) -> RoundFit:
    """Return whether ``people`` who speak for ``each`` fit in a time, and what would."""
    needs = round_length(people, int(each.total_seconds()))
    fitting = has / CHANGEOVERS / people // SECONDS_STEP * SECONDS_STEP
    return RoundFit(people, needs, has, fitting if fitting >= LEAST_IN_ROUND else timedelta())
