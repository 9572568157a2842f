"""The window of the planner: the running order at the left, the chosen step at the right."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from facilitator.domain.drafting import plan_acts, step_acts
from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.step_acts import Change
from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import Shape
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Segment, Step, StepKind
from facilitator.domain.planning.remedies import Names, Remedy
from facilitator.domain.text.language import Language
from facilitator.errors import FacilitatorError
from facilitator.live.planning.editor import PlanEditor
from facilitator.live.planning.view import view_of
from facilitator.room.pages.picture import RoomPicture
from facilitator.room.spec import Theme
from facilitator.ui.planner.head import MINUTE, Head
from facilitator.ui.planner.order import Order
from facilitator.ui.planner.segments import segments_named, segments_typed
from facilitator.ui.planner.side import Side
from facilitator.ui.planner.style import planner_style
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.ui.widgets.speech import speak
from facilitator.ui.widgets.theme import palette_of
from facilitator.wording import _

SAVES_AFTER_MS, TYPED_SAVES_AFTER_MS, DRAWS_AFTER_MS = 150, 500, 60
USUAL = QSize(1280, 800)  # pixels
LEAST_HEAD = 108  # pixels: two rows
BESIDE = 50  # width in sizes of text from which the step is beside the running order


@dataclass(frozen=True, slots=True)
class PlannerParts:
    """What the window needs of the program: icons, new steps, and pictures of the board."""

    icons: Mapping[StepKind, Icon]
    new_talk: Callable[[Shape, int, tuple[Language, ...]], Step]  # for a number of people
    new_step: Callable[[StepKind, tuple[Language, ...]], Step]
    picture: Callable[[Draft, StepId], RoomPicture]
    blocks: tuple[Plan, ...] = ()  # of steps that are used again


class PlannerWindow(QMainWindow):
    """Edits one plan. Everything it does is a command of the ``PlanEditor``.

    Signals:
        left: back to Home.
        try_asked, start_asked, print_asked: with the plan as it is; it is saved before.
        remembered_asked: F9, for Home's page of what is kept.
    """

    left = Signal()
    try_asked = Signal()
    start_asked = Signal()
    print_asked = Signal()
    remembered_asked = Signal()

    def __init__(self, editor: PlanEditor, parts: PlannerParts) -> None:
        super().__init__()
        load_fonts()
        self._editor, self._parts = editor, parts
        self._text_px = 16
        self._shown: StepId | None = None  # the step in the form
        self._parts_before: tuple[Segment, ...] = ()  # of the step, when it came into the form
        self._is_beside_only = False  # where there is no room for the running order as well
        self._anew = True  # the fields show the plan, whatever is being typed
        self._leaves_unsaved = False  # it was said that the last change is not saved
        self._viewed, self._view = editor.draft, view_of(editor.draft)
        self.head, self.order, self.side = Head(), Order(), Side()
        self.notice = label("", "problem", at_left=True)
        self.notice.hide()
        self.order.rows.delegate.icons = dict(parts.icons)
        self._saves = self._timer(self.save)
        self._draws = self._timer(self._draw)
        self.order.menu.offer_blocks(parts.blocks)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setWindowTitle(_("Planner"))
        self.setMinimumSize(480, 400)
        self.resize(USUAL.boundedTo(self.screen().availableSize()))
        self.set_look(Theme.WARM, self._text_px)
        editor.on_change(self._show)
        self._show()
        self._anew = False
        self._draw()
        self.order.rows.setFocus()

    def _timer(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        middle = QWidget()
        inside = column(middle, spacing=0)
        around = QWidget()
        column(around).addWidget(self.head)
        self._top = FittingScroll(around, least=LEAST_HEAD)
        self._top.setProperty("head", "true")
        inside.addWidget(self._top)
        inside.addWidget(self.notice)
        self._body = row(spacing=0)
        self._body.addWidget(self.order, 5)
        self._body.addWidget(self.side, 4)
        inside.addLayout(self._body, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        head, order, editor = self.head, self.order, self._editor
        head.back_asked.connect(self.leave)
        head.title_asked.connect(self._edit_plan)
        head.undo_asked.connect(self.undo)
        head.redo_asked.connect(self.redo)
        head.fit_asked.connect(partial(self._do, editor.fit))
        head.try_asked.connect(partial(self._leave_by, self.try_asked))
        head.print_asked.connect(partial(self._leave_by, self.print_asked))
        head.start_asked.connect(partial(self._leave_by, self.start_asked))
        head.people_asked.connect(lambda n: self._set_plan(editor.draft.for_people(n)))
        head.booked_asked.connect(lambda n: self._set_plan(editor.draft.booked_for(n * MINUTE)))
        head.starts_asked.connect(lambda time: self._set_plan(editor.draft.starting(time)))
        order.rows.chosen_changed.connect(editor.choose)
        order.rows.edit_asked.connect(self._edit_step)
        order.change_button.clicked.connect(self._edit_step)
        self.side.order_button.clicked.connect(self._show_order)
        order.duplicate_asked.connect(partial(self._do, editor.duplicate))
        order.delete_asked.connect(partial(self._do, editor.delete))
        order.move_asked.connect(self._move)
        order.menu.talk_asked.connect(self._add_talk)
        order.menu.kind_asked.connect(self._add_kind)
        order.menu.block_asked.connect(self._add_block)
        fields = self.side.step.fields
        fields.change_asked.connect(self._change)
        fields.kind_asked.connect(self._change_kind)
        fields.segments_asked.connect(self._change_segments)
        for advice in (self.side.step_advice, self.side.plan_advice):
            advice.remedy_asked.connect(self._help)
        self.side.plan.draft_asked.connect(self._set_plan)
        self.side.plan.languages_asked.connect(self._speak_in)

    def _add_keys(self) -> None:
        for key, act in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+N", self.order.open_menu),
            ("Ctrl+D", partial(self._do, self._editor.duplicate)),
            ("Alt+Up", partial(self._move, -1)),
            ("Alt+Down", partial(self._move, 1)),
            ("F2", self._edit_step),
            ("F9", partial(self._leave_by, self.remembered_asked)),
            ("Esc", self._step_back),
        ):
            QShortcut(key, self, act)

    @property
    def draft(self) -> Draft:
        """The plan as it is now."""
        return self._editor.draft

    def set_look(self, theme: Theme, text_px: int) -> None:
        """Use these colours, and this size of body text in pixels."""
        palette, self._text_px = palette_of(theme), text_px
        self.setStyleSheet(planner_style(palette, text_px))
        self.order.rows.show_palette(palette)
        self._arrange()

    def choose(self, step_id: StepId) -> None:
        """Choose a step, and show all of it at once."""
        self._editor.choose((step_id,))
        self._draw()

    def save(self) -> None:
        """Save what is not saved yet."""
        self._saves.stop()
        self._editor.save()

    def leave(self) -> None:
        """Save, and go back to Home."""
        self._leave_by(self.left)

    def save_all(self) -> None:
        """Save, with a number that is still being typed."""
        self.setFocus()
        self.save()

    def _leave_by(self, signal: SignalInstance) -> None:
        """Leave once all is saved; where saving fails, say so, and leave at the second press."""
        keyboard = self.focusWidget()
        self.save_all()
        if not self._editor.problem or self._leaves_unsaved:
            signal.emit()
            return
        self._leaves_unsaved = True
        words = f"{self._saved_words()} {_('Press again to leave without saving.')}"
        self._say(words)
        speak(self.notice, words)
        if keyboard is not None:
            keyboard.setFocus()

    def undo(self) -> None:
        """Undo the last act."""
        self._do(self._editor.undo, anew=True)

    def redo(self) -> None:
        """Redo what was undone last."""
        self._do(self._editor.redo, anew=True)

    def _step_back(self) -> None:
        """Go from a field to the running order, and from there to Home."""
        if self.side.isAncestorOf(self.focusWidget() or self):
            self._show_order()
        else:
            self.leave()

    def _show_order(self) -> None:
        self._is_beside_only = False
        self._arrange()
        self.order.rows.setFocus()

    def _edit_step(self) -> None:
        self._is_beside_only = True
        self._arrange()
        self.side.edit_title_of_step()

    def _edit_plan(self) -> None:
        self._is_beside_only = True
        self._arrange()
        self.side.edit_title_of_plan()

    def _move(self, places: int) -> None:
        self._do(partial(self._editor.move, places))

    def _add_talk(self, shape: Shape) -> None:
        self._add(self._parts.new_talk(shape, self.draft.people, self.draft.plan.languages))

    def _add_kind(self, kind: StepKind) -> None:
        self._add(self._parts.new_step(kind, self.draft.plan.languages))

    def _add_block(self, block: Plan) -> None:
        self._do(partial(self._editor.add_block, block))
        self.order.rows.setFocus()

    def _add(self, step: Step) -> None:
        self._do(partial(self._editor.add, step))
        self.order.rows.setFocus()

    def _change(self, change: Change, typing: Hashable) -> None:
        where = None if typing is None else (self._editor.step.id, typing)
        self._do(partial(self._editor.change, change, where), typing=typing is not None)

    def _change_kind(self, kind: str) -> None:
        change = step_acts.of_kind(self.draft, StepKind(kind), self._editor.rules)
        self._do(partial(self._editor.change, change), anew=True)

    def _change_segments(self, spoken: str, typed: str) -> None:
        language, languages = Language(spoken), self.draft.plan.languages
        before = self._editor.step.segments
        try:
            if language == languages[0]:
                segments = segments_typed(typed, before, language, self._parts_before)
            else:
                segments = segments_named(typed, before, language)
        except FacilitatorError as error:
            self._say(str(error))  # it is being typed: nothing is changed yet
            return
        self._change(step_acts.of_segments(segments), ("segments", spoken))

    def _set_plan(self, draft: Draft, typing: Hashable = None) -> None:
        act = partial(self._editor.change_plan, draft, typing)
        self._do(act, typing=typing is not None)

    def _speak_in(self, languages: tuple[Language, ...]) -> None:
        self._set_plan(plan_acts.spoken_in(self.draft, languages, self._editor.rules))

    def _help(self, remedy: Remedy) -> None:
        languages = self.draft.plan.languages
        names = Names(
            self._parts.new_step(StepKind.BREAK, languages).title,
            self._parts.new_step(StepKind.SLACK, languages).title,
        )
        self._do(partial(self._editor.help, remedy, names))

    def _do(self, act: Callable[[], None], *, anew: bool = False, typing: bool = False) -> None:
        """Do an act of the editor, or say why not; then save it by itself."""
        self._anew, self._leaves_unsaved = anew, False
        try:
            act()
        except FacilitatorError as error:
            self._say(str(error))
            speak(self.notice, str(error))
            self._anew = True
            self._show()
            return
        finally:
            self._anew = False
        self._say("")
        self._saves.start(TYPED_SAVES_AFTER_MS if typing else SAVES_AFTER_MS)

    def _say(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def _show(self) -> None:
        editor = self._editor
        draft, step = editor.draft, editor.step
        anew = self._anew or step.id != self._shown
        if step.id != self._shown:
            self._parts_before = step.segments
        self._shown = step.id
        if draft is not self._viewed:
            self._viewed, self._view = draft, view_of(draft)
        view = self._view
        self.head.show_draft(draft, view, anew=self._anew)
        self.head.show_state(
            self._saved_words(), can_undo=editor.can_undo, can_redo=editor.can_redo
        )
        self.order.rows.show_rows(view.rows, editor.editing.chosen)
        self.side.step.show_step(step, draft, editor.rules, anew=anew)
        self.side.plan.show_draft(draft, anew=anew)
        self._draws.start(DRAWS_AFTER_MS)

    def _saved_words(self) -> str:
        editor = self._editor
        if editor.problem:
            return _("Not saved. {reason}").format(reason=editor.problem)
        if editor.is_untouched:
            return _("Change anything: your own copy begins then.")
        return _("Saved") if editor.is_saved else _("Saving…")

    def _draw(self) -> None:
        """Show what may be a moment late: the picture of the step, and what does not add up."""
        self._draws.stop()
        step = self._editor.step
        self.side.picture.show_picture(self._parts.picture(self.draft, step.id))
        self.side.show_concerns(self._editor.concerns, step.id)

    def _arrange(self) -> None:
        """Show the running order and the step beside it, or one of them where there is no room."""
        has_room = self.width() >= BESIDE * self._text_px
        self.order.setVisible(has_room or not self._is_beside_only)
        self.side.setVisible(has_room or self._is_beside_only)
        self.order.change_button.setVisible(not has_room)
        self.side.order_button.setVisible(not has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.leave()
