"""Connects the agreement panel's signals to commands of the live session."""

from collections.abc import Callable
from functools import partial

from facilitator.domain.agreement.checks import CheckId, HandsWay
from facilitator.domain.agreement.line import LineState, Parking, When
from facilitator.domain.ids import LineId
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.columns import ConsoleColumns
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.record.panel import RecordPanel

Try = Callable[[Callable[[], None]], None]


def bind_agreement(desk: ConsoleColumns, session: LiveSession, attempt: Try) -> None:
    """Connect the agreement; ``attempt`` runs a command and shows its error."""
    agreements = session.agreements
    card = desk.agreement
    card.looked_asked.connect(partial(attempt, agreements.answer_prompt))
    card.take_over_asked.connect(partial(attempt, agreements.take_over_opened))

    def gather() -> None:
        agreements.gather()
        desk.middle.turn_to(Tab.LINES)

    def bind_panel(panel: AgreementPanel) -> None:
        _bind_lines(panel, session, attempt)
        _bind_moves(panel, session, attempt)
        _bind_check(panel, session, attempt)
        panel.take_over_asked.connect(partial(attempt, agreements.take_over_opened))
        panel.last_asked.connect(partial(attempt, agreements.take_up_last))
        panel.gather_asked.connect(partial(attempt, gather))

    def bind_record(record: RecordPanel) -> None:
        record.keep_agreement.keep_asked.connect(
            lambda yes: attempt(partial(agreements.keep_for_next, yes=yes))
        )

    desk.middle.lazy_agreement.when_built(bind_panel)
    desk.middle.lazy_record.when_built(bind_record)


def _bind_lines(panel: AgreementPanel, session: LiveSession, attempt: Try) -> None:
    agreements = session.agreements
    panel.suggest_asked.connect(lambda text: attempt(partial(agreements.suggest, text)))
    panel.suggest_all_asked.connect(lambda texts: attempt(partial(agreements.suggest_all, texts)))
    panel.word_asked.connect(
        lambda line, text, example: attempt(partial(agreements.word, LineId(line), text, example))
    )
    panel.undo_asked.connect(partial(attempt, agreements.undo))
    panel.redo_asked.connect(partial(attempt, agreements.redo))
    panel.late_asked.connect(partial(attempt, session.board.late))


def _bind_moves(panel: AgreementPanel, session: LiveSession, attempt: Try) -> None:
    acts, agreements = panel.acts, session.agreements

    def put_at_foot(line: str) -> None:
        at_foot = session.workshop.agreement.at_foot
        is_at_foot = at_foot is not None and at_foot.id == line
        agreements.put_at_foot(None if is_at_foot else LineId(line))

    acts.steer_asked.connect(
        lambda line, state: attempt(partial(agreements.steer, LineId(line), LineState(state)))
    )
    acts.park_asked.connect(
        lambda line, reason, when: attempt(
            partial(agreements.park, LineId(line), Parking(reason, When(when)))
        )
    )
    acts.join_asked.connect(lambda lines, text: attempt(partial(agreements.join, lines, text)))
    acts.confirm_asked.connect(lambda line: attempt(partial(agreements.confirm, LineId(line))))
    acts.separate_asked.connect(lambda line: attempt(partial(agreements.separate, LineId(line))))
    acts.take_out_asked.connect(lambda line: attempt(partial(agreements.take_out, LineId(line))))
    acts.foot_asked.connect(lambda line: attempt(partial(put_at_foot, line)))


def _bind_check(panel: AgreementPanel, session: LiveSession, attempt: Try) -> None:
    holding, check = session.holding, panel.check

    def begin(lines: tuple[LineId, ...], kind: str, way: str, needs: int) -> None:
        level = needs if needs >= 0 else None
        attempt(partial(holding.begin, lines, CheckId(kind), HandsWay(way), level))

    def count(place: int, more: int) -> None:
        asked = (
            partial(holding.count_none, more) if place < 0 else partial(holding.count, place, more)
        )
        attempt(asked)

    panel.acts.check_asked.connect(begin)
    check.count_asked.connect(count)
    panel.step_check_asked.connect(partial(attempt, holding.begin_of_step))
    check.close_asked.connect(partial(attempt, holding.close))
    check.page_asked.connect(partial(attempt, session.steps.next))
    check.show_asked.connect(partial(attempt, holding.show))
    check.leave_asked.connect(partial(attempt, holding.leave))
    check.again_asked.connect(partial(attempt, holding.again))
    check.other_asked.connect(partial(attempt, holding.of_other_line))
    check.way_asked.connect(lambda way: attempt(partial(holding.again, HandsWay(way))))
