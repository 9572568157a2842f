"""What the facilitator puts on the board."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import TimeLook
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import LINES_SHOWN, WELCOMES, Board, Page, Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.cue import cue_in_words
from facilitator.live.session.saving import Saving
from facilitator.room.pages.gathering import gathering_for
from facilitator.room.pages.picture import Spec, Theme
from facilitator.room.pages.time import usual_cue
from facilitator.wording import _

# What a page may cover.
BENEATH = (Showing.STEP, *LINES_SHOWN, Showing.HANDS, Showing.CARE, *WELCOMES)


class BoardPart:
    """The commands of the board. The same key shows a page and removes it."""

    def __init__(self, saving: Saving, page_of_now: Callable[[Board], int]) -> None:
        self._saving = saving
        self._page_of_now = page_of_now  # of what happens today
        self._height = 1080  # board units, from the display's shape
        self._theme = Theme.WARM

    @property
    def spec(self) -> Spec:
        """The display's shape and the back row's needs."""
        setup = self._saving.workshop.setup
        return Spec(self._height, setup.ratio, setup.low_vision, theme=self._theme)

    def set_height(self, units: int) -> None:
        """Set the display's shape: its height when its width is 1920 units."""
        self._height = units
        self._saving.publish()

    def set_theme(self, theme: Theme) -> None:
        """Change the board's colours."""
        self._theme = theme
        self._saving.publish()

    def toggle_curtain(self) -> None:
        """Drop the curtain, or lift it. Publishes before it saves."""
        board = self._saving.workshop.board
        self._show(replace(board, curtain=not board.curtain), at_once=True)

    def drop_curtain(self) -> None:
        """Drop the curtain if it is up."""
        board = self._saving.workshop.board
        if not board.curtain:
            self._show(replace(board, curtain=True), at_once=True)

    def toggle_quiet(self) -> None:
        """Switch the quiet board of *Just talk*, while time runs."""
        board = self._saving.workshop.board
        self._show(replace(board, quiet=not board.quiet))

    def care(self) -> None:
        """Pause for care: hold time and show one neutral page; once more restores both."""
        board = self._saving.workshop.board
        if board.showing is Showing.CARE:
            self._go_on_after_care()
        elif board.before_care is not None:
            self._show(replace(board, under=Page()).turned_to(Page(Showing.CARE)), at_once=True)
        else:
            self._stop_for_care()

    def agreement(self) -> None:
        """Show the whole agreement, or remove it."""
        self._toggle(Showing.AGREEMENT)

    def welcome(self) -> None:
        """Show the welcome without the group's name, or remove it."""
        self._toggle(Showing.WELCOME)

    def welcome_group(self) -> None:
        """Show the welcome with the group's name, or without it again."""
        board, group = self._saving.workshop.board, Showing.WELCOME_GROUP
        if board.showing in WELCOMES:
            other = Showing.WELCOME if board.showing is group else group
            self._show(board.turned_to(Page(other)))
        else:
            self._toggle(group)

    def today(self) -> None:
        """Show what happens today, at the page with the present part, or remove it."""
        board = self._toggled(Showing.TODAY)
        if board.showing is Showing.TODAY:
            board = replace(board, page=self._page_of_now(board))
        self._show(board)

    def late(self) -> None:
        """Show the agreement to people who came later, or remove it."""
        self._toggle(Showing.LATE)

    def promise(self) -> None:
        """Show what is saved, or remove it."""
        self._toggle(Showing.PROMISE)

    def last_time(self) -> None:
        """Show the small steps from the group's last workshop, or remove them.

        Raises ``NotAllowedNowError`` without any.
        """
        if not self._saving.workshop.has_steps_of_last_time:
            raise NotAllowedNowError(_("No small step stayed from this group’s last workshop."))
        self._toggle(Showing.LAST_TIME)

    def check(self) -> None:
        """Show a test line for the back row, or remove it."""
        self._toggle(Showing.CHECK)

    def record(self) -> None:
        """Show what goes in the record, or remove it."""
        self._toggle(Showing.RECORD)

    def show_time(self, look: TimeLook) -> None:
        """Choose what the room sees of the time, in all steps without a choice of their own."""
        self._show(replace(self._saving.workshop.board, time=look))

    def show_time_here(self, look: TimeLook | None) -> None:
        """Choose it for the present step alone; ``None`` follows the choice for all steps."""
        workshop = self._saving.workshop
        self._show(workshop.board.with_time_in(workshop.agenda.now.step.id, look))

    def say_at_cue(self, *texts: str) -> None:
        """Choose the words at the cue of every step, in each language, or the usual ones.

        Raises ``NotAllowedNowError`` for words that are missing in a language or too long.
        """
        workshop = self._saving.workshop
        words = cue_in_words(texts, workshop.languages)
        self._show(replace(workshop.board, cue=words, cue_of=()))

    def say_at_cue_here(self, *texts: str) -> None:
        """Choose the words for the present step alone. Raises as ``say_at_cue``."""
        workshop = self._saving.workshop
        words = cue_in_words(texts, workshop.languages) or usual_cue(workshop.languages)
        words_here = (
            None if words == (workshop.board.cue or usual_cue(workshop.languages)) else words
        )
        self._show(workshop.board.with_cue_in(workshop.agenda.now.step.id, words_here))

    def show_strip(self, *, on: bool) -> None:
        """Show now, next and the break under every page, or remove them."""
        self._show(replace(self._saving.workshop.board, strip=on))

    def ask(self, fewer: int) -> None:
        """Ask the room how to use the time when ``fewer`` minutes are missing, 0 for none."""
        self._toggle(Showing.ASK, fewer=fewer)

    def step(self) -> None:
        """Remove what is over the present step's page, or over a pause for care."""
        self._show(self._saving.workshop.board.uncovered)

    def lines(self, step_id: StepId) -> None:
        """Show opened lines by their letters, or remove them."""
        workshop = self._saving.workshop
        board, gathering = workshop.board, workshop.gathering(step_id)
        if board.showing in LINES_SHOWN and board.of == step_id:
            self.step()
            return
        self._check_opened(gathering)
        self._show_lines(step_id, Showing.LINES)

    def one_line(self, step_id: StepId) -> None:
        """Show opened lines one at a time, or all of them again."""
        workshop = self._saving.workshop
        self._check_opened(workshop.gathering(step_id))
        board = workshop.board
        alone = board.showing is Showing.ONE and board.of == step_id
        self._show_lines(step_id, Showing.LINES if alone else Showing.ONE)

    def overview(self) -> None:
        """Show all opened lines of the present step at once, or their pages again.

        Of the lines on the board, if there are any. Raises ``NotAllowedNowError`` without lines.
        """
        workshop = self._saving.workshop
        board = workshop.board
        gathering = gathering_for(workshop, workshop.agenda.now.step)
        if board.showing in LINES_SHOWN and board.of is not None:
            gathering = workshop.gathering(board.of)
        if gathering is None:
            raise NotAllowedNowError(
                _("There are no opened lines in this step."), _("Go to a step that has some.")
            )
        self._check_opened(gathering)
        was = board.showing is Showing.OVERVIEW
        self._show_lines(gathering.step_id, Showing.LINES if was else Showing.OVERVIEW)

    def _check_opened(self, gathering: Gathering) -> None:
        if gathering.state is not GatheringState.OPENED:
            raise NotAllowedNowError(
                _("These lines have not been opened yet."), _("Open them together first.")
            )

    def _show_lines(self, step_id: StepId, showing: Showing) -> None:
        board = self._saving.workshop.board
        self._show(replace(board, showing=showing, of=step_id, page=0, quiet=False))

    def _toggle(self, showing: Showing, fewer: int = 0) -> None:
        self._show(self._toggled(showing, fewer))

    def _toggled(self, showing: Showing, fewer: int = 0) -> Board:
        """Return the board with a page over the step, or without it if it is shown."""
        board = replace(self._saving.workshop.board, fewer=fewer)
        if board.showing is showing:
            return replace(board, under=Page()).turned_to(board.under)
        under = board.top if board.showing in BENEATH else board.under
        return replace(board, under=under).turned_to(Page(showing))

    def _stop_for_care(self) -> None:
        workshop, now = self._saving.workshop, self._saving.now
        run = workshop.agenda.now
        held = run.round.state is RoundState.RUNNING
        if held:
            run = run.with_round(run.round.hold(now))
        board = workshop.board
        caring = replace(board, before_care=board.top, held_for_care=held)
        self._save_board_and_run(caring.turned_to(Page(Showing.CARE)), run)

    def _go_on_after_care(self) -> None:
        workshop, now = self._saving.workshop, self._saving.now
        run, board = workshop.agenda.now, workshop.board
        if board.held_for_care and run.round.state is RoundState.HELD:
            run = run.with_round(run.round.start(now))
        went_on = replace(board, before_care=None, held_for_care=False)
        self._save_board_and_run(went_on.turned_to(board.before_care or Page()), run)

    def _save_board_and_run(self, board: Board, run: StepRun) -> None:
        workshop = self._saving.workshop
        agenda = workshop.agenda
        if run is not agenda.now:
            agenda = agenda.with_run(run)
        self._saving.publish_first(replace(workshop, agenda=agenda, board=board))

    def _show(self, board: Board, *, at_once: bool = False) -> None:
        changed = replace(self._saving.workshop, board=board)
        save = self._saving.publish_first if at_once else self._saving.save
        save(changed)
