"""From *Before you start* to paper: what the day needs is shown, saved and printed."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.handouts import Handouts
from facilitator.app.printing import PrintJob, ask_for_printer
from facilitator.app.program import Program
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.record.handouts import Handout, Paper, Print, make_handout
from facilitator.store.database import transaction
from facilitator.store.library.agreements import save_group_agreement
from facilitator.ui.home.before_page import BeforeYouStartPage
from facilitator.ui.home.plan_card import PlanCard
from facilitator.ui.home.print_page import PrintPage
from facilitator.ui.widgets.pdf_pages import PdfPages
from tests.helpers.homes import a_short_plan
from tests.helpers.packs import a_pack, a_plan_in_two_languages
from tests.helpers.records import texts_in

MINUTE_MS = 60_000
TWO_LANGUAGES = a_plan_in_two_languages()


def before(program: Program) -> BeforeYouStartPage:
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    return page


def print_page(program: Program, qtbot: QtBot) -> PrintPage:
    """Open the page from *Before you start*, and wait until the first document is drawn."""
    qtbot.mouseClick(before(program).handouts_button, Qt.MouseButton.LeftButton)
    page = program.home.page
    assert isinstance(page, PrintPage)
    wait_for_page(page, qtbot)
    return page


def wait_for_page(page: PrintPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.preview.picture.picture.isNull(), timeout=MINUTE_MS)


def only(page: PrintPage, *handouts: Handout) -> None:
    for handout, tick in page.ticks.items():
        tick.setChecked(handout in handouts)


def saved_in(program: Program, page: PrintPage, folder: Path, qtbot: QtBot) -> list[Path]:
    """Save what is ticked into a folder, and return the files."""
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    (dialog,) = program.home.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    qtbot.waitUntil(lambda: page.state_label.text().startswith("Saved"), timeout=MINUTE_MS)
    return sorted(folder.rglob("*"))


def test_the_first_document_is_shown_and_its_pages_can_be_turned(
    program: Program, qtbot: QtBot
) -> None:
    program.open(TWO_LANGUAGES)
    page = print_page(program, qtbot)
    preview = page.preview
    assert preview.place_label.text() == "Page 1 of 4"
    assert not preview.before_button.isEnabled()
    first = preview.picture.picture.toImage()
    qtbot.keyClick(preview.next_button, Qt.Key.Key_Return)
    assert preview.picture.accessibleName() == "Your running order: Page 2 of 4"
    assert preview.picture.picture.toImage() != first
    qtbot.keyClick(preview.before_button, Qt.Key.Key_Return)
    assert preview.picture.picture.toImage() == first


def test_the_last_choice_is_what_is_shown(program: Program, qtbot: QtBot) -> None:
    program.open(TWO_LANGUAGES)
    page = print_page(program, qtbot)
    assert page.printing == Print((WELSH, ENGLISH))
    for choice in (page.sizes[14], page.papers[Paper.LETTER], page.sizes[24]):
        qtbot.keyClick(choice, Qt.Key.Key_Space)
    page.look_box.setCurrentIndex(list(Handout).index(Handout.CARDS))
    wait_for_page(page, qtbot)
    assert page.printing == Print((WELSH, ENGLISH), Paper.LETTER, 24)
    picture = page.preview.picture.picture
    assert picture.height() / picture.width() == pytest.approx(11 / 8.5, abs=0.02)
    assert page.preview.picture.accessibleName().startswith("Blank cards")


def test_what_is_ticked_is_saved_in_a_folder_with_the_name_of_the_plan(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.open(TWO_LANGUAGES)
    page = print_page(program, qtbot)
    only(page, Handout.PROMPTS, Handout.CARDS)
    files = saved_in(program, page, tmp_path / "papers", qtbot)
    folder = tmp_path / "papers" / "Open conversations"
    assert files == [folder, folder / "cards.pdf", folder / "prompts.pdf"]
    assert "What do we need from one another?" in texts_in(files[2].read_bytes())
    assert str(folder) in page.state_label.text()


def test_what_was_typed_before_is_on_paper_and_still_there_afterwards(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.open(a_short_plan())
    asked = before(program).questions
    qtbot.keyClicks(asked.recipients_field, "all of us")
    qtbot.keyClicks(asked.group_field, "Night team")
    asked.start_field.setText("14:00")
    page = print_page(program, qtbot)
    only(page, Handout.PRIVACY, Handout.RUNNING_ORDER)
    files = saved_in(program, page, tmp_path / "papers", qtbot)
    assert "all of us" in texts_in(files[1].read_bytes())
    assert {"Night team", "14:00", "14:30"} <= set(texts_in(files[2].read_bytes()))
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert before(program).questions.group_field.text() == "Night team"
    assert before(program).questions.start_field.text() == "14:00"


def test_a_start_that_nobody_chose_is_not_on_paper(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.open(a_short_plan())
    proposed = before(program).questions.start_field.text()
    page = print_page(program, qtbot)
    only(page, Handout.RUNNING_ORDER)
    texts = texts_in(saved_in(program, page, tmp_path / "papers", qtbot)[1].read_bytes())
    assert proposed not in texts
    assert "0:30" in texts


def test_the_poster_has_what_the_group_agreed_to_keep(
    program: Program, data: DataFolder, qtbot: QtBot, tmp_path: Path
) -> None:
    with transaction(data.library):
        save_group_agreement(data.library, "Night team", ("We leave a breath.",))
    program.open(a_short_plan())
    qtbot.keyClicks(before(program).questions.group_field, "Night team")
    page = print_page(program, qtbot)
    only(page, Handout.POSTER)
    texts = texts_in(saved_in(program, page, tmp_path / "papers", qtbot)[1].read_bytes())
    assert texts[:2] == ["Our agreement", "We leave a breath."]


def test_a_folder_that_cannot_be_written_is_said_and_printing_goes_on(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.open(a_short_plan())
    page = print_page(program, qtbot)
    only(page, Handout.CARDS)
    (tmp_path / "Short talk").touch()
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    (dialog,) = program.home.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(page.print_button.isEnabled, timeout=MINUTE_MS)
    qtbot.waitUntil(
        lambda: "could not be written" in program.home.notice_label.text(), timeout=MINUTE_MS
    )
    assert page.state_label.text() == ""


def test_nothing_ticked_is_nothing_to_print(program: Program, qtbot: QtBot) -> None:
    program.open(a_short_plan())
    page = print_page(program, qtbot)
    only(page)
    assert not page.print_button.isEnabled()
    assert not page.save_button.isEnabled()
    page.ticks[Handout.DOTS].setChecked(True)
    assert page.print_button.isEnabled()


def test_escape_leads_back_to_where_the_page_was_opened(program: Program, qtbot: QtBot) -> None:
    program.open(a_short_plan())
    print_page(program, qtbot)
    qtbot.keyClick(program.home, Qt.Key.Key_Escape)
    assert before(program).plan_id == a_short_plan().id


def test_a_printer_is_asked_for_and_cancelling_prints_nothing(
    program: Program, qtbot: QtBot
) -> None:
    program.open(a_short_plan())
    page = print_page(program, qtbot)
    only(page, Handout.CARDS)
    qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(program.home.findChildren(QPrintDialog)), timeout=MINUTE_MS)
    (dialog,) = program.home.findChildren(QPrintDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not program.home.findChildren(QPrintDialog))
    assert page.state_label.text() == ""
    assert page.print_button.isEnabled()


def test_what_is_ticked_goes_to_the_printer_that_was_chosen(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.open(TWO_LANGUAGES)
    page = print_page(program, qtbot)
    only(page, Handout.PROMPTS, Handout.CARDS)
    qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(program.home.findChildren(QPrintDialog)), timeout=MINUTE_MS)
    (dialog,) = program.home.findChildren(QPrintDialog)
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.done(1)
    qtbot.waitUntil(
        lambda: page.state_label.text() == "7 pages went to the printer.", timeout=MINUTE_MS
    )
    assert PdfPages((tmp_path / "printed.pdf").read_bytes()).count == 7
    assert page.print_button.isEnabled()


def test_every_page_goes_to_the_printer_over_the_whole_paper(
    qtbot: QtBot, qapp: object, tmp_path: Path
) -> None:
    assert qapp is not None
    file = tmp_path / "printed.pdf"
    printer = QPdfWriter(str(file))
    printer.setResolution(72)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, QMarginsF()))
    documents = [
        make_handout(handout, a_pack("three-q-30"), Print((ENGLISH,)))
        for handout in (Handout.CARDS, Handout.LARGE_CARDS)
    ]
    job = PrintJob(printer, documents, printer)
    assert job.count == 2
    with qtbot.waitSignal(job.ended, timeout=MINUTE_MS) as ended:
        job.start()
    assert ended.args == [2]
    printed = PdfPages(file.read_bytes())
    assert printed.count == 2
    for page in range(2):
        assert printed.size(page).width() < printed.size(page).height(), "turned to fit"


def test_a_printer_without_paper_ends_the_job(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(printer, "newPage", lambda: False)
    printer.setResolution(72)
    document = make_handout(Handout.CARDS, a_pack("three-q-30"), Print((ENGLISH,)))
    job = PrintJob(printer, [document, document], printer)
    with qtbot.waitSignal(job.ended, timeout=MINUTE_MS) as ended:
        job.start()
    assert ended.args == [1]
    assert not printer.paintingActive()


def test_a_job_that_is_dropped_frees_its_printer(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    document = make_handout(Handout.CARDS, a_pack("three-q-30"), Print((ENGLISH,)))
    job = PrintJob(printer, [document, document], printer)
    job.start()
    assert printer.paintingActive()
    with qtbot.waitSignal(job.destroyed):
        job.deleteLater()
    assert not printer.paintingActive()


@pytest.mark.parametrize("by_key", [True, False])
def test_the_page_stays_until_all_is_printed(
    program: Program, qtbot: QtBot, *, by_key: bool
) -> None:
    program.open(a_short_plan())
    page = print_page(program, qtbot)
    page.set_busy(busy=True)
    if by_key:
        qtbot.keyClick(program.home, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert program.home.page is page
    assert not page.back_button.isEnabled()
    page.set_busy(busy=False)
    qtbot.keyClick(program.home, Qt.Key.Key_Escape)
    assert isinstance(program.home.page, BeforeYouStartPage)


@pytest.mark.parametrize("module", ["PySide6.QtPdf", "PySide6.QtPrintSupport"])
def test_a_part_of_qt_that_is_missing_is_said(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    program.open(a_short_plan())
    qtbot.mouseClick(before(program).handouts_button, Qt.MouseButton.LeftButton)
    page = program.home.page
    assert isinstance(page, PrintPage)
    assert not ask_for_printer(program.home, Paper.A4, lambda _printer: None)
    if module.endswith("QtPdf"):
        qtbot.waitUntil(lambda: "QtPdf" in page.preview.place_label.text(), timeout=MINUTE_MS)
    only(page, Handout.CARDS)
    qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: "Printing does not work here" in page.state_label.text(), timeout=MINUTE_MS
    )


@pytest.mark.parametrize("by_key", [True, False])
def test_a_plan_on_home_can_be_printed_at_once(
    program: Program, qtbot: QtBot, *, by_key: bool
) -> None:
    card = program.home.findChildren(PlanCard)[0]
    qtbot.waitUntil(lambda: bool(card.actions()))  # once Home is shown
    if by_key:
        card.setFocus()
        qtbot.keyClick(card, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    else:  # in the card's own menu
        assert card.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        card.actions()[0].trigger()
    page = program.home.page
    assert isinstance(page, PrintPage)
    wait_for_page(page, qtbot)
    assert page.plan_id == card.plan.plan_id


def test_leaving_while_a_document_is_drawn_is_no_trouble(program: Program, qtbot: QtBot) -> None:
    program.open(a_short_plan())
    qtbot.mouseClick(before(program).handouts_button, Qt.MouseButton.LeftButton)
    assert program.home.page.findChildren(Handouts)
    qtbot.keyClick(program.home, Qt.Key.Key_Escape)
    assert isinstance(program.home.page, BeforeYouStartPage)
