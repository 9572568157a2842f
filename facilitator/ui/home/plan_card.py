"""A ready plan on Home: a small drawing, its title, how long it takes and for how many."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent

from facilitator.domain.text.contacts import NO_BREAK_SPACE
from facilitator.room.spec import Theme
from facilitator.ui.widgets.buttons import CardButton
from facilitator.ui.widgets.unlisted import TOP_LEFT_WRAPPED
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.domain.plan.summary import PlanSummary
    from facilitator.ui.widgets.theme import Palette

    Draw = Callable[[QPainter, str, QRectF, Palette], None]

SCENE_LINES = 4  # height of the drawing, in sizes of body text
BESIDE, ABOVE, BELOW, BETWEEN = 14, 10, 10, 8  # pixels around the words
LEAST_WIDTH = 200  # pixels
EDGE, EDGE_UNDER_POINTER, RING, ROUND = 1, 2, 3, 12  # pixels: as the style sheet draws them
MUTED = 0.82  # opacity of the facts: a pen of another colour needs Qt's namespace
HIGHEST = 4096  # pixels: more than any title needs


def facts_of(plan: "PlanSummary") -> str:
    """Return how long a plan takes, and for how many."""
    minutes = _("{minutes} min").format(minutes=plan.minutes)
    people = _("{least}–{most} people").format(least=plan.least, most=plan.most)
    return f"{NO_BREAK_SPACE}· ".join((minutes, people))


class PlanCard(CardButton):
    """One control, painted by itself: Home is shown sooner than with a widget for each word.

    Its drawing is added by ``show_scene``, into a place that is empty until then.

    Signals:
        print_asked: Ctrl P, or the same in its menu: print what the day needs.
    """

    print_asked = Signal()

    def __init__(self, plan: "PlanSummary", palette: "Palette") -> None:
        self.plan, self.facts = plan, facts_of(plan)
        super().__init__(f"{plan.title}. {self.facts}. {plan.summary}")
        self.setObjectName(f"plan {plan.plan_id}")
        self.setToolTip(
            _("{summary} Ctrl P prints what the day needs.").format(summary=plan.summary)
        )
        self._palette = palette
        self._draw: Draw | None = None

    def show_scene(self, draw: "Draw") -> None:
        """Draw the plan's scene from now on, and show the hand of a link over the card."""
        from PySide6.QtCore import Qt  # the first window is shown without it

        if self._draw is None:
            self._offer_print()
        self._draw = draw
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def _offer_print(self) -> None:
        """Add what can be printed to the card's menu, with its key."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction(_("Print what the day needs"), self)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.print_asked.emit)
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _face(self, weight: QFont.Weight) -> QFont:
        face = QFont(self.font())
        face.setWeight(weight)
        return face

    @property
    def title_font(self) -> QFont:
        """The face of the title."""
        return self._face(QFont.Weight.Bold)

    @property
    def words_top(self) -> int:
        """Where the title begins."""
        return self._scene_height() + ABOVE

    def _scene_height(self) -> int:
        return SCENE_LINES * self.fontInfo().pixelSize()

    def _title_height(self, width: int) -> int:
        metrics = QFontMetrics(self.title_font)
        area = QRect(0, 0, max(1, width - 2 * BESIDE), HIGHEST)
        return metrics.boundingRect(area, TOP_LEFT_WRAPPED, self.plan.title).height()

    def _facts_height(self, width: int) -> int:
        area = QRect(0, 0, max(1, width - 2 * BESIDE), HIGHEST)
        metrics = QFontMetrics(self._face(QFont.Weight.Normal))
        return metrics.boundingRect(area, TOP_LEFT_WRAPPED, self.facts).height()

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        words = self._title_height(width) + BETWEEN + self._facts_height(width)
        return self._scene_height() + ABOVE + words + BELOW

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.heightForWidth(LEAST_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._scene_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scene(painter)
        top, width = self.words_top, self.width() - 2 * BESIDE
        painter.setFont(self.title_font)
        painter.drawText(QRect(BESIDE, top, width, HIGHEST), TOP_LEFT_WRAPPED, self.plan.title)
        high = self._facts_height(self.width())
        if self._palette.theme is not Theme.CONTRAST:
            painter.setOpacity(MUTED)
        painter.setFont(self._face(QFont.Weight.Normal))
        low = QRect(BESIDE, self.height() - BELOW - high, width, high)
        painter.drawText(low, TOP_LEFT_WRAPPED, self.facts)

    def _paint_scene(self, painter: QPainter) -> None:
        if self._draw is None:
            return
        edge = RING if self.hasFocus() else EDGE
        if edge == EDGE and (self.underMouse() or self.isDown()):
            edge = EDGE_UNDER_POINTER
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        area.setBottom(self._scene_height())
        self._draw(painter, self.plan.plan_id, area, self._palette)
