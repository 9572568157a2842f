"""The computer's clocks."""

import time
from datetime import UTC, timedelta
from pathlib import Path

from facilitator.live.session.clock import BOOT_ID, SystemClock

MISSING = Path("/there/is/no/such/file")


def test_moments_go_forward_in_one_boot_and_the_wall_clock_is_aware() -> None:
    clock = SystemClock()
    earlier, second = clock.moment(), clock.moment()
    assert timedelta() <= second.since(earlier) < timedelta(minutes=1)
    assert earlier.boot == second.boot == SystemClock().moment().boot
    assert earlier.wall.tzinfo is UTC


def test_on_linux_the_reading_counts_sleep_and_the_system_names_the_boot() -> None:
    moment = SystemClock().moment()
    assert abs(moment.reading.total_seconds() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 60
    assert moment.boot == BOOT_ID.read_text().strip()


def test_elsewhere_the_boot_is_when_the_monotonic_clock_was_at_nought() -> None:
    moment = SystemClock(counts_sleep=None, boot_id=MISSING).moment()
    assert abs(moment.reading.total_seconds() - time.monotonic()) < 60
    started = (moment.wall - moment.reading).timestamp()
    assert abs(int(moment.boot) - started) <= 5.001
    assert int(moment.boot) % 10 == 0
