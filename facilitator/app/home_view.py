"""Builds what Home shows from the library."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.ids import WorkshopId
from facilitator.domain.plan.summary import PlanSummary
from facilitator.domain.stage import Stage
from facilitator.domain.window_place import WindowPlace
from facilitator.errors import StoreUnavailableError
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.room.spec import Theme
from facilitator.store.database import Store, transaction
from facilitator.store.folders import RECORDS_FOLDER
from facilitator.store.library.own_plans import own_plans
from facilitator.store.library.settings import (
    BOARD_THEME,
    CHIME,
    CHIME_VOLUME,
    CONSOLE_THEME,
    CORNER_IDLE,
    KEYS,
    LAST_TIME,
    OFF,
    ON,
    TEXT_SIZE,
    WINDOW,
    save_setting,
    setting,
)
from facilitator.store.library.workshops import Entry, has_run_a_real_workshop
from facilitator.store.plans.summaries import ready_summaries
from facilitator.store.workshop.forgetting import last_written
from facilitator.ui.home.home_view import TEXT_SIZES, HomeView, RowState, WorkshopRow
from facilitator.ui.widgets.chime import USUAL_VOLUME, ChimeChoice

if TYPE_CHECKING:
    from facilitator.domain.last_time import LastTime
    from facilitator.live.library.saved_for_groups import KnownGroup

STATES = {
    Stage.RUNNING: RowState.WAITING,
    Stage.CLOSING: RowState.CLOSING,
    Stage.CLOSED: RowState.CLOSED,
}


class Settings:
    """The facilitator's settings for all workshops; nothing that participants wrote.

    While the library cannot be read, all settings have their defaults.
    """

    def __init__(self, library: Store) -> None:
        self._library = library

    @property
    def board_theme(self) -> Theme:
        """The board's colours."""
        return self._theme(BOARD_THEME)

    @property
    def console_theme(self) -> Theme:
        """The console's colours."""
        return self._theme(CONSOLE_THEME)

    @property
    def text_px(self) -> int:
        """The size of body text, in pixels."""
        size = self._chosen(TEXT_SIZE)
        return size if isinstance(size, int) and size in TEXT_SIZES else TEXT_SIZES[0]

    @property
    def text_scale(self) -> int:
        """The same size in per cent of the default."""
        return round(100 * self.text_px / TEXT_SIZES[0])

    @property
    def corner_idle(self) -> timedelta | None:
        """How long the typing corner waits for somebody who left it, if chosen."""
        from facilitator.domain.time.idle import LEAST_IDLE, MOST_IDLE

        seconds = self._chosen(CORNER_IDLE)
        if not isinstance(seconds, int):
            return None
        return max(LEAST_IDLE, min(MOST_IDLE, timedelta(seconds=seconds)))

    def save_records_folder(self, folder: Path) -> None:
        """Save the folder for records."""
        self._save(RECORDS_FOLDER, str(folder))

    def save_corner_idle(self, length: timedelta) -> None:
        """Save how long the typing corner waits."""
        self._save(CORNER_IDLE, round(length.total_seconds()))

    @property
    def chime(self) -> ChimeChoice:
        """Whether the chime is on, and its volume."""
        volume = self._chosen(CHIME_VOLUME)
        loud = volume / 100 if isinstance(volume, int) and 0 < volume <= 100 else USUAL_VOLUME
        return ChimeChoice(self._chosen(CHIME) == ON, loud)

    def save_chime(self, choice: ChimeChoice) -> None:
        """Save whether the chime is on, and its volume."""
        self._save(CHIME, ON if choice.is_on else OFF)
        self._save(CHIME_VOLUME, round(choice.volume * 100))

    @property
    def keys(self) -> object:
        """The saved keys of the console's commands, unchecked; None if there are none."""
        return self._chosen(KEYS)

    def save_keys(self, keys: dict[str, str]) -> None:
        """Save the chosen keys, by command."""
        self._save(KEYS, keys)

    @property
    def last_time(self) -> "LastTime | None":
        """What was entered before the last workshop, as a proposal for the next."""
        if self._chosen(LAST_TIME) is None:
            return None
        from facilitator.domain.last_time import LastTime

        return LastTime.from_values(self._chosen(LAST_TIME))

    def save_last_time(self, last: "LastTime") -> None:
        """Save what was entered for a workshop; delete what is empty."""
        before = self.last_time
        if last != before and (last or before):
            self._save(LAST_TIME, last.values)

    def window_place(self, name: str) -> WindowPlace | None:
        """Read the saved place of a window."""
        return WindowPlace.of_text(self._chosen(WINDOW.format(name=name)))

    def save_window_place(self, name: str, place: WindowPlace) -> None:
        """Save the place of a window."""
        self._save(WINDOW.format(name=name), str(place))

    def save_board_theme(self, theme: Theme) -> None:
        """Save the board's colours."""
        self._save(BOARD_THEME, str(theme))

    def save_console_theme(self, theme: Theme) -> None:
        """Save the console's colours."""
        self._save(CONSOLE_THEME, str(theme))

    def save_text_size(self, pixels: int) -> None:
        """Save the size of body text."""
        self._save(TEXT_SIZE, pixels)

    def _theme(self, key: str) -> Theme:
        chosen = self._chosen(key)
        return next((theme for theme in Theme if theme == chosen), Theme.WARM)

    def _chosen(self, key: str) -> object:
        try:
            return setting(self._library, key)
        except StoreUnavailableError:
            return None

    def _save(self, key: str, value: str | int | Mapping[str, str | float]) -> None:
        with transaction(self._library):
            save_setting(self._library, key, value)


def home_view(
    listed: WorkshopList,
    library: Store,
    settings: Settings,
    removed: frozenset[WorkshopId] = frozenset(),
) -> HomeView:
    """Build what Home shows now; ``removed`` workshops can still be restored."""
    entries = listed.entries()
    paths = {entry.id: listed.path_of(entry) for entry in entries}
    staying = tuple(entry for entry in entries if entry.id not in removed)
    return HomeView(
        plans=ready_summaries(),
        own_plans=tuple(
            PlanSummary(row.id, row.title, row.summary, row.minutes, row.least, row.most)
            for row in own_plans(library)
        ),
        workshops=tuple(
            replace(
                row_of(entry, paths[entry.id], keeps=_keeps_agreement(library, entry, staying)),
                removed=entry.id in removed,
            )
            for entry in sorted(entries, key=lambda entry: _age(entry, paths[entry.id]))
        ),
        has_run_one=has_run_a_real_workshop(library),
        console_theme=settings.console_theme,
        board_theme=settings.board_theme,
        text_px=settings.text_px,
        chime=settings.chime,
        last_time=settings.last_time,
        groups=_groups_of(staying, library) if staying else (),
    )


def _groups_of(staying: tuple[Entry, ...], library: Store) -> "tuple[KnownGroup, ...]":
    from facilitator.live.library.saved_for_groups import groups_of

    return groups_of(staying, library)


def _keeps_agreement(library: Store, entry: Entry, staying: tuple[Entry, ...]) -> bool:
    from facilitator.live.library.saved_for_groups import SavedForGroups

    return SavedForGroups(library).only_for(entry, staying)


def _age(entry: Entry, path: Path) -> float:
    """Sort stopped workshops first, the most recent before the others."""
    stopped = None if entry.stage is Stage.CLOSED else last_written(path)
    return 0.0 if stopped is None else -stopped.timestamp()


def row_of(entry: Entry, path: Path, *, keeps: bool) -> WorkshopRow:
    """Build a workshop's row; ``keeps`` if deleting it also deletes its group's agreement."""
    from facilitator.domain.time.dates import own_day, own_moment

    stopped = None if entry.stage is Stage.CLOSED else last_written(path)
    return WorkshopRow(
        workshop_id=entry.id,
        title=entry.title,
        group=entry.group,
        plan_title=entry.plan_title,
        plan_id=entry.plan_id,
        when=own_day(entry.date),
        stopped="" if stopped is None else own_moment(stopped),
        state=STATES[entry.stage],
        record_path=str(entry.record or ""),
        keeps_agreement=keeps,
    )
