"""Moves from step to step: next, back, jump, skip, drop, add."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from facilitator.domain.agenda.agenda import Agenda, Standing
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import Shape, usual
from facilitator.domain.plan.step import ADDED, Step
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import WELCOMES, Board, Page, Showing, Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.consent import at_step
from facilitator.live.session.saving import Saving
from facilitator.live.session.step_changes import StepTexts, question_of, title_of
from facilitator.room.pages.gathering import gathering_for
from facilitator.room.pages.part_names import segments_of
from facilitator.wording import _

STILL_ASKED = timedelta(seconds=60)  # after this, Next asks again: a later press is a new request


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that was requested once."""

    step_id: StepId
    since: Moment
    over: Page  # what was on the board


def next_over_step(workshop: Workshop) -> Board:
    """Return the board after Next, with a page over the step; the day follows the welcome."""
    board = workshop.board
    starts = workshop.agenda.is_before_start and board.before_care is None
    if board.showing in WELCOMES and starts:
        return board.turned_to(Page(Showing.TODAY))
    return board.uncovered


class Steps:
    """The commands of the agenda. Nothing here moves by itself (decision 8)."""

    def __init__(self, saving: Saving, page_count: Callable[[], int]) -> None:
        self._saving = saving
        self._page_count = page_count
        self._asked: Asked | None = None

    @property
    def asked(self) -> StepId | None:
        """The step that was just requested: Next, or a second request, goes there.

        Once the board shows another page, or after a minute, a press is a new request.
        """
        asked, board = self._asked, self._saving.workshop.board
        if asked is None or board.top != asked.over:
            self._asked = None  # the request does not return with the page
            return None
        return asked.step_id if self._saving.now.since(asked.since) < STILL_ASKED else None

    def next(self) -> None:
        """Do the smallest next thing: a page, a segment, then (on a second press) the next step."""
        workshop, asked = self._checked(), self.asked
        run, (page, last) = workshop.agenda.now, self._pages()
        if asked is not None:
            self.jump(asked)
        elif page < last:
            self._turn_to(page + 1)
        elif workshop.board.showing is not Showing.STEP:
            self._show(next_over_step(workshop))
        elif run.segment < len(run.rounds) - 1:
            self._save(workshop.agenda.with_run(run.next_segment(self._saving.now)))
        elif workshop.agenda.next is None:
            raise NotAllowedNowError(
                _("This is the last step."), _("When the group is ready, go to the record.")
            )
        else:
            self._ask(workshop.agenda.next.step.id)

    def ask_to_go(self, step_id: StepId) -> None:
        """Go to any step on the second request; the first only shows what comes, as Next does."""
        workshop = self._checked()
        if self.asked == step_id:
            self.jump(step_id)
        elif workshop.agenda.now.step.id != step_id:
            self._ask(step_id)

    def forget_asked(self) -> None:
        """Drop the pending request, since something else was done meanwhile."""
        if self._asked is not None:
            self._asked = None
            self._saving.publish()

    def back(self) -> None:
        """Go back a page, a segment, else to the step before, without losing anything."""
        workshop = self._checked()
        page, _last = self._pages()
        if self.asked is not None:
            self._asked = None
            self._saving.publish()
        elif page > 0:
            self._turn_to(page - 1)
        elif workshop.board.showing is not Showing.STEP:
            self._show(workshop.board.uncovered)
        elif workshop.agenda.now.segment > 0:
            run = workshop.agenda.now.previous_segment(self._saving.now)
            self._save(workshop.agenda.with_run(run))
        elif workshop.agenda.previous is None:
            raise NotAllowedNowError(_("This is the first step."))
        else:
            self.jump(workshop.agenda.previous.step.id)

    def jump(self, step_id: StepId) -> None:
        """Go to any step; the present one is done."""
        self._go(step_id, Standing.DONE)

    def skip(self) -> None:
        """Leave the present step as skipped and go to the next. Raises when it is the last.

        Also skips steps that would use what nobody was asked to write.
        """
        workshop = self._saving.workshop
        agenda = workshop.agenda
        gathering = gathering_for(workshop, agenda.now.step)
        if gathering is not None and gathering.state is GatheringState.WAITING:
            agenda = agenda.without_users(gathering.step_id)
        if agenda.next is None:
            raise NotAllowedNowError(_("This is the last step."))
        self._go(agenda.next.step.id, Standing.SKIPPED, agenda)

    def drop(self, step_id: StepId) -> None:
        """Drop a coming step; ``restore`` brings it back."""
        self._save(self._saving.workshop.agenda.dropped(step_id))

    def restore(self, step_id: StepId) -> None:
        """Bring back a dropped or skipped step."""
        self._save(self._saving.workshop.agenda.restored(step_id))

    def add(
        self,
        title: str | StepTexts,
        length: timedelta,
        shape: Shape = Shape.OPEN_TALK,
        parts: str | None = None,
    ) -> None:
        """Add a step after the present one; ``parts`` as typed, the usual ones if ``None``.

        Typed parts determine the length. Raises ``NotAllowedNowError`` without a title, with a
        question in one language only, or with a part without minutes.
        """
        workshop = self._saving.workshop
        texts = title if isinstance(title, StepTexts) else StepTexts((title,))
        wanted = usual(shape, workshop.setup.people)
        segments = segments_of(wanted, length, parts, workshop.languages)
        step = Step(
            id=StepId(f"{ADDED}{self._saving.shuffler.new_id()}"),
            kind=wanted.kind,
            title=title_of(texts, workshop.languages),
            question=question_of(texts, workshop.languages),
            length=sum((segment.length for segment in segments), timedelta()) or length,
            form=wanted.form,
            segments=segments,
            was_added=True,
        )
        self._save(workshop.agenda.added(step))

    def _ask(self, step_id: StepId) -> None:
        self._asked = Asked(step_id, self._saving.now, self._saving.workshop.board.top)
        self._saving.publish()

    def _checked(self) -> Workshop:
        """Return the workshop. Raises if Next would end a pause for care."""
        workshop = self._saving.workshop
        if workshop.board.showing is Showing.CARE:
            raise NotAllowedNowError(
                _("This is a pause for care."), _("End it (F6) when the group is ready.")
            )
        return workshop

    def _go(self, step_id: StepId, leaving: Standing, agenda: Agenda | None = None) -> None:
        workshop, self._asked = self._saving.workshop, None
        agenda = agenda or workshop.agenda
        if agenda.run_of(step_id).standing is Standing.SKIPPED:
            agenda = agenda.with_users(step_id)
        agenda = agenda.moved_to(step_id, self._saving.now, leaving)
        self._saving.save(at_step(replace(workshop, agenda=agenda, board=workshop.board.at_step)))

    def _pages(self) -> tuple[int, int]:
        """Return the shown page and the last one; deleted lines may have removed pages."""
        last = self._page_count() - 1
        return min(self._saving.workshop.board.page, last), last

    def _turn_to(self, page: int) -> None:
        self._show(replace(self._saving.workshop.board, page=page))

    def _show(self, board: Board) -> None:
        self._asked = None
        self._saving.save(replace(self._saving.workshop, board=board))

    def _save(self, agenda: Agenda) -> None:
        self._asked = None
        self._saving.save(replace(self._saving.workshop, agenda=agenda))
