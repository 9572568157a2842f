"""The weather's panel on the console: one button that shows it to the room."""

from PySide6.QtWidgets import QVBoxLayout

from facilitator.ui.console.own_panel import StepPanel
from facilitator.ui.widgets.buttons import Button

from .commands import Show
from .desk import WeatherView


class WeatherPanel(StepPanel):
    """Shows the weather to the room."""

    def __init__(self) -> None:
        super().__init__()
        self.show_button = Button("Show the weather")
        column = QVBoxLayout(self)
        column.addWidget(self.show_button)
        self.show_button.clicked.connect(lambda: self.asked.emit(Show()))

    def show_view(self, view: object) -> None:
        """Offer to show it once enough took part."""
        if isinstance(view, WeatherView):
            self.show_button.setEnabled(view.enough and not view.closed)
