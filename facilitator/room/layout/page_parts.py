"""Splits each kind of page into head, rows or notes, and foot, before they are placed."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import assert_never

from facilitator.domain.text.language import NO_WORDS, Words, in_order
from facilitator.room.layout.flow import Cell, KeyedMaker, Maker, Row
from facilitator.room.layout.legend import legend_rows
from facilitator.room.layout.marks import broadest, mark_cell, mark_width
from facilitator.room.layout.names import names_rows
from facilitator.room.layout.pairs import pair_rows
from facilitator.room.layout.setting import SIDE, Setting
from facilitator.room.layout.shapes import chart_row
from facilitator.room.layout.sheet import (
    BOLD,
    MEDIUM,
    Area,
    Badge,
    Role,
    Sign,
    Style,
    Tint,
    Tone,
)
from facilitator.room.layout.steps import idea_row, step_row
from facilitator.room.layout.today import today_rows
from facilitator.room.marks import DrawnMark
from facilitator.room.pages.picture import (
    AskPage,
    CalmPage,
    Content,
    GatherPage,
    HandsPage,
    ListPage,
    Mark,
    MessagePage,
    NamesPage,
    Note,
    NotesPage,
    PairPage,
    ScenePage,
    SectionsPage,
    ShapePage,
    ShapesPage,
    StepPage,
    StepsPage,
    TimeShown,
    TodayPage,
)
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

CUES = (Key.CLOSE_SOON, Key.TIME_OVER)
BOXED = 1.2  # the size of a line that is checked, in parts of the least size
LETTER_ROOM = 1.25  # from a letter or a tick to its line, also in parts of the least size
TICK = 0.66  # in parts of the least size
CLOSE = 0.11  # the least pad of a line of the record's list, also
ROUND = 0.8  # a sign on a round, also
WIDE_LETTERS = "MW"


NoteWords = tuple[Hashable, ...]  # all that a note says


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page as head, rows or notes, and foot."""

    head: Words = NO_WORDS
    head_style: Style | None = None
    head_once: bool = False  # it flows with the rows
    badge: Badge | None = None  # before the head; its tint is that of the notes
    rows: tuple[Maker, ...] = ()
    notes: tuple[Note, ...] = ()
    alone: bool = False  # each note on its own sheet
    overview: bool = False  # as many notes on a sheet as can be read from close by
    foot: Words = NO_WORDS
    foot_room: tuple[Words, ...] = ()  # other texts that may appear there, with reserved room
    foot_tone: Tone = Tone.TEXT
    end: Words = NO_WORDS  # at the right of the foot
    end_room: tuple[Words, ...] = ()
    time: TimeShown | None = None
    time_room: TimeShown | None = None
    has_ring: bool = True  # else its time is only at the foot
    calm: bool = False  # few words, placed lower on the page
    pin_label: Words = NO_WORDS
    pin: str = ""  # a line of the agreement, over the foot

    @property
    def tint(self) -> Tint:
        """The tint of the notes."""
        return self.badge.tint if self.badge and self.badge.tint else Tint.BUTTER

    @property
    def slot(self) -> TimeShown | None:
        """The time that has a slot, shown at this moment or not."""
        return self.time or self.time_room


def parts_of(content: Content, setting: Setting) -> PageParts:
    """Return the parts of a page."""
    parts = PageParts()
    match content:
        case StepPage():
            parts = _step(content, setting)
        case GatherPage() | AskPage():
            parts = _gather(content, setting)
        case MessagePage() | ScenePage():
            parts = _few_words(content, setting)
        case NotesPage() | ListPage() | TodayPage() | NamesPage():
            parts = _listed(content, setting)
        case HandsPage():
            parts = _hands(content, setting)
        case ShapesPage() | StepsPage():
            parts = _in_parts(content, setting)
        case CalmPage() | SectionsPage():
            pass
        case _:
            assert_never(content)
    return parts


def _step(page: StepPage, setting: Setting) -> PageParts:
    question, hint = setting.style(Role.HEADING), setting.style(Role.TEXT)
    rows: list[Maker] = [
        setting.maker((words, style), before=before)
        for words, style, before in (
            (page.question, question, setting.gap),
            (page.hint, hint, setting.least * 0.5),
        )
        if words
    ]
    if setting.stacked:
        rows = [setting.maker((page.question, question), (page.hint, hint))]
    makers: list[Maker] = [_lined(setting, _noted(text), Mark.NONE) for text in page.said]
    return PageParts(
        head=page.label,
        head_style=setting.style(Role.LABEL),
        rows=(*rows, *makers),
        foot=page.foot,
        foot_room=page.foot_room or tuple(say_in(setting.languages, key) for key in CUES),
        time=page.time,
        pin_label=page.pin_label,
        pin=page.pin,
    )


def _noted(text: str) -> Note:
    return Note("", text)


def _gather(asked: GatherPage | AskPage, setting: Setting) -> PageParts:
    page = GatherPage(asked.label, asked.question, asked.ways, asked.foot)
    if isinstance(asked, GatherPage):
        page = asked
    question = setting.maker((page.question, setting.style(Role.HEADING)), before=setting.gap)
    ways: list[Maker] = [partial(_way, setting, name, how) for name, how in page.ways]
    return PageParts(
        head=page.label,
        head_style=setting.style(Role.LABEL),
        rows=(question, *ways),
        foot=page.foot,
        end=page.back_at,
        end_room=page.back_room,
    )


def _way(setting: Setting, name: Words, how: Words, width: float) -> Row:
    strong = Style(setting.text, BOLD, role=Role.LINE)
    quiet = setting.style(Role.TEXT)
    if len(setting.languages) > 1:
        row = setting.row(width, (name, strong), (how, quiet), close=True)
        return ruled(row, setting, width)
    language = setting.languages[0]
    at = width * 0.4
    cells = (
        setting.cell(setting.text_in(name, language), (SIDE, at - setting.gap), strong),
        setting.cell(setting.text_in(how, language), (SIDE + at, width - at), quiet),
    )
    return ruled(Row(tuple(cell for cell in cells if cell)), setting, width)


def ruled(row: Row, setting: Setting, width: float) -> Row:
    """Return the row with a thin line above and its pads."""
    return replace(row, before=setting.gap, pad=setting.pad, ruled=True, span=width)


def _few_words(page: MessagePage | ScenePage, setting: Setting) -> PageParts:
    return _scene(page, setting) if isinstance(page, ScenePage) else _message(page, setting)


def _message(page: MessagePage, setting: Setting) -> PageParts:
    title, text = setting.style(Role.HEADING), setting.style(Role.TEXT)
    texts = (page.text, *(setting.broad_words(words) for words in page.text_room))
    rows: list[Maker] = [setting.maker((page.title, title))] if page.title else []
    if any(texts):
        before = setting.least * 0.5
        rows.append(
            partial(_highest, [setting.maker((words, text), before=before) for words in texts])
        )
    if setting.stacked:
        rows = [
            partial(
                _highest, [setting.maker((page.title, title), (words, text)) for words in texts]
            )
        ]
    return PageParts(
        rows=tuple(rows),
        foot=page.foot,
        foot_room=page.foot_room,
        foot_tone=Tone.MUTED,
        calm=True,
    )


def _scene(page: ScenePage, setting: Setting) -> PageParts:
    """Return a few words without the hills, for which they leave no room on one sheet."""
    title, text = setting.style(Role.HEADING), setting.style(Role.TEXT)
    titles = [page.title, *map(setting.broad_words, page.title_room)] if page.title else []
    head = Style(setting.least, BOLD, Tone.ACCENT, Role.LABEL)
    rows: list[Maker] = [setting.maker((page.label, head))] if page.label else []
    if titles:
        rows.append(partial(_highest, [_across(setting, words, title) for words in titles]))
    before = setting.least * 0.5
    rows += [_across(setting, words, text, before) for words in page.texts if words]
    rows += [partial(_way, setting, name, how) for name, how in page.rows]
    return PageParts(rows=tuple(rows))


def _across(setting: Setting, words: Words, style: Style, before: float = 0) -> Maker:
    """Return a maker of a text's row: across both columns for words in a single language."""
    if len(words.texts) > 1:
        return setting.maker((words, style), before=before)
    return lambda width: Row((setting.cell(words.first, (SIDE, width), style),), before=before)


def _highest(makers: list[Maker], width: float) -> Row:
    """Return the first row, as high as the others, which may replace it."""
    row, *other_rows = (make(width) for make in makers)
    for other_row in other_rows:
        row = row.as_high(other_row)
    return row


def _listed(page: NotesPage | ListPage | TodayPage | NamesPage, setting: Setting) -> PageParts:
    if isinstance(page, NamesPage):
        return _names(page, setting)
    head = Style(setting.least, BOLD, role=Role.HEADING)
    parts = PageParts(head=page.heading, head_style=head, foot=page.foot)
    if isinstance(page, NotesPage):
        label = setting.style(Role.LABEL)
        return replace(
            parts,
            head_style=label if page.alone else head,
            notes=page.notes,
            alone=page.alone,
            overview=page.overview,
            time=page.time,
            time_room=page.time_room,
            badge=page.badge,
        )
    if isinstance(page, TodayPage):
        return replace(parts, rows=today_rows(page, setting))
    letters = _letters_width(setting, page)
    rows: tuple[Maker, ...] = (
        *(partial(_fixed, setting, words, page.mark) for words in page.fixed),
        *(maker for note in page.lines for maker in _named_line(setting, note, page.mark, letters)),
        *(_lined(setting, note, Mark.OPEN) for note in page.proposed),
    )
    if page.after:
        rows = (*rows, partial(_after, setting, page.after))
    if page.mark is Mark.RECORD:
        parts = replace(parts, head_style=setting.style(Role.LABEL))
    return replace(parts, rows=rows, head_once=page.head_once)


def _names(page: NamesPage, setting: Setting) -> PageParts:
    return PageParts(
        head=page.heading,
        head_style=setting.style(Role.LABEL),
        rows=names_rows(page, setting),
        foot=page.foot,
        time=page.time,
        time_room=page.time_room,
        has_ring=False,
    )


def _after(setting: Setting, words: Words, width: float) -> Row:
    """Return words under the last line, which are not alone on a sheet."""
    row = setting.row(width, (words, setting.style(Role.TEXT)), before=setting.gap)
    return replace(row, trails=True)


def _letters_width(setting: Setting, page: ListPage) -> float:
    """Return the width for any letter, so that all lines of a list begin at one place."""
    if page.mark is not Mark.RECORD:
        return 0.0
    style = setting.style(Role.LETTER)
    marks = {note.letter for note in page.lines}
    drawn = {mark for mark in marks if isinstance(mark, DrawnMark)}
    longest = max(map(len, marks - drawn), default=1)
    words = max(setting.width(letter * longest, style) for letter in WIDE_LETTERS)
    return max(words, broadest(setting, drawn, style))


def _named_line(setting: Setting, note: Note, mark: Mark, letters: float) -> Iterator[Maker]:
    """Yield a line, and before it the question or the name of its group."""
    if note.above:
        above = note.above
        yield _keyed(setting, ("above", *above.texts), partial(_question, setting, above))
    yield _lined(setting, note, mark, letters)


def _question(setting: Setting, words: Words, width: float) -> Row:
    """Return the question over its lines, on each sheet that has some of them."""
    style = Style(setting.style(Role.LINE).size, BOLD, Tone.ACCENT, Role.LABEL)
    row = setting.row(width, (words, style), before=setting.gap)
    return replace(row, leads=True, repeats=True)


def _fixed(setting: Setting, words: Words, mark: Mark, width: float) -> Row:
    """Return a fixed line, in columns where there are two languages."""
    if len(setting.languages) == 1:
        note = Note("", setting.text_in(words, setting.languages[0]))
        return _line(setting, note, (Mark.TICK if mark is Mark.TICK else Mark.NONE, 0), width)
    return ruled(setting.row(width, (words, setting.style(Role.LINE))), setting, width)


def words_of(note: Note) -> NoteWords:
    """Return all that a note says, quicker to look up than the note itself."""
    more = note.above.texts, note.gone.texts, note.drawing.texts, note.beneath.texts
    return note.letter, note.text, note.example, note.dots, *more


def _lined(setting: Setting, note: Note, mark: Mark, letters: float = 0) -> Maker:
    """Return a maker of a line's row."""
    key = "line", str(mark), letters, *words_of(note)
    return _keyed(setting, key, partial(_line, setting, note, (mark, letters)))


def _keyed(setting: Setting, key: tuple[Hashable, ...], make: Maker) -> Maker:
    """Return a maker that builds its row once for each width."""
    named = setting.key, *key
    return KeyedMaker(named, lambda width: setting.memo.of((*named, width), lambda: make(width)))


def _line(setting: Setting, note: Note, marked: tuple[Mark, float], width: float) -> Row:
    """Return a line in its speaker's words, with its mark and its letter."""
    mark, letters = marked
    style = setting.style(Role.LINE)
    indent = 0.0 if mark is Mark.NONE else setting.text * LETTER_ROOM
    cells: list[Cell] = []
    if mark is Mark.RECORD:
        letter, at = setting.style(Role.LETTER), indent
        letter = replace(letter, tone=Tone.MUTED) if note.gone else letter
        indent += max(letters, mark_width(setting, note.letter, letter)) + setting.least * 0.5
        cells.append(mark_cell(setting, note.letter, (SIDE + at, indent - at), letter))
    quiet = setting.style(Role.TEXT)
    for language, x, each in setting.columns(width) if note.gone else ():
        text = setting.text_in(note.gone, language)
        after = indent if x == SIDE else 0.0
        cells.append(setting.cell(text, (x + after, each - after), quiet))
    cells.append(_with_example(setting, note, (SIDE + indent, width - indent), style))
    sign = (Sign.OUT if note.gone else Sign.IN) if mark is Mark.RECORD else None
    row = Row(tuple(cell for cell in cells if cell), tick=_tick(setting, mark), sign=sign)
    row = ruled(row, setting, width)
    close = max(row.pad * 0.4, setting.least * CLOSE)
    return row if sign is None else replace(row, pad=close)


def _with_example(setting: Setting, note: Note, at: tuple[float, float], style: Style) -> Cell:
    """Return a line, and its example or a translation under it in a quiet style."""
    quiet = Style(style.size, tone=_beside(style.tone), role=Role.TEXT)
    texts = (setting.cell(text, at, style) for text in note.text.split("\n"))
    drawing = every_language(setting, note.drawing, at, quiet)
    beneath = every_language(setting, note.beneath, at, quiet)
    return drawing + sum(texts, ()) + setting.cell(note.example, at, quiet) + beneath


def every_language(setting: Setting, words: Words, at: tuple[float, float], style: Style) -> Cell:
    """Return words in each language that they have, one language under the other."""
    languages = in_order(tuple(language for language, _text in words.texts))
    cells = (setting.cell(setting.text_in(words, each), at, style) for each in languages)
    return sum(cells, ())


def _beside(tone: Tone) -> Tone:
    return Tone.ON_TINT if tone is Tone.ON_TINT else Tone.MUTED


def _hands(page: HandsPage, setting: Setting) -> PageParts:
    """Return a check: its lines, when it passes, then what each hand means."""
    label = Style(setting.least, MEDIUM, Tone.MUTED, Role.TEXT)
    rows: list[Maker] = []
    if page.label and not page.headed:
        rows.append(setting.maker((page.label, label)))
    if page.lines:
        rows.append(setting.maker((page.whole, setting.style(Role.LETTER)), before=setting.gap))
        rows += [partial(_boxed_line, setting, line) for line in page.lines]
    elif page.line or page.whole:
        rows.append(partial(_boxed, setting, page.line, page.whole))
    if page.example:
        rows.append(partial(_plain, setting, page.example))
    rows += _rule_words(page, setting)
    legend = legend_rows(page.legend, setting, apart=page.apart, close=page.close)
    return PageParts(
        head=page.label if page.headed else NO_WORDS,
        head_style=label if page.headed else None,
        rows=(*rows, *legend),
        foot=NO_WORDS if page.apart else page.foot,
    )


def _shapes(page: ShapesPage, setting: Setting) -> PageParts:
    """Return each statement on sheets of its own: its words, then dots or rows of words."""
    first = ((page.heading, setting.style(Role.HEADING)), (page.text, setting.style(Role.TEXT)))
    shapes = (maker for shape in page.shapes for maker in _shape_rows(shape, setting))
    pairs = (maker for pair in page.pairs for maker in _pair_rows(pair, setting))
    return PageParts(
        rows=(*([setting.maker(*first)] if page.heading else ()), *shapes, *pairs),
        foot=page.foot,
        time=page.time,
        time_room=page.time_room,
        has_ring=False,
    )


def _in_parts(page: ShapesPage | StepsPage, setting: Setting) -> PageParts:
    return _steps(page, setting) if isinstance(page, StepsPage) else _shapes(page, setting)


def _steps(page: StepsPage, setting: Setting) -> PageParts:
    """Return the small steps on cards, then the ideas for later, each under their heading."""
    rows: list[Maker] = []
    if page.steps:
        rows.append(partial(_over_all, setting, page.heading))
        rows += [partial(step_row, card, setting) for card in page.steps]
    if page.ideas:
        rows.append(partial(_over_all, setting, page.later))
        rows += [partial(idea_row, text, setting) for text in page.ideas]
    return PageParts(
        rows=tuple(rows),
        foot=page.foot,
        time=page.time,
        time_room=page.time_room,
        has_ring=False,
    )


def _over_all(setting: Setting, words: Words, width: float) -> Row:
    """Return a heading that begins a sheet, and is over its rows on each."""
    row = setting.row(width, (words, Style(setting.least, BOLD, role=Role.HEADING)))
    return replace(row, begins=True, leads=True, repeats=True)


def _shape_rows(shape: ShapePage, setting: Setting) -> Iterator[Maker]:
    texts = ((shape.statement, setting.style(Role.HEADING)), (shape.text, setting.style(Role.TEXT)))
    yield partial(_on_a_new_sheet, setting.maker(*texts))
    if shape.columns:
        yield partial(chart_row, shape, setting)
    yield from (partial(_way, setting, name, amount) for name, amount in shape.rows)


def _pair_rows(pair: PairPage, setting: Setting) -> Iterator[Maker]:
    """Yield a statement, then both times beside each other."""
    strong = Style(setting.least, BOLD, role=Role.HEADING)
    yield partial(_on_a_new_sheet, setting.maker((pair.statement, strong)))
    yield from pair_rows(pair, setting)


def _on_a_new_sheet(maker: Maker, width: float) -> Row:
    return replace(maker(width), begins=True)


def _rule_words(page: HandsPage, setting: Setting) -> list[Maker]:
    """Return when a check passes; before a separate legend also the words of the foot.

    In two narrow columns both are one text, which takes fewer lines.
    """
    text, foot, before = setting.style(Role.TEXT), setting.style(Role.FOOT), setting.least * 0.3
    texts = ((page.text, text), (page.foot, foot)) if page.apart else ((page.text, text),)
    if page.apart and len(setting.languages) > 1:
        combined = tuple(
            (
                language,
                " ".join(
                    setting.text_in(words, language) for words in (page.text, page.foot)
                ).strip(),
            )
            for language in setting.languages
        )
        texts = ((Words(combined), foot),)
    return [setting.maker((words, style), before=before) for words, style in texts if words]


def _boxed(setting: Setting, line: str, whole: Words, width: float) -> Row:
    """Return the checked line on its own background."""
    style = Style(setting.least * BOXED, BOLD, Tone.ON_TINT, Role.LINE)
    pad = setting.least * 0.55
    if line:
        row = Row((setting.cell(line, (SIDE + pad, width - 2 * pad), style),))
    else:
        inside = [
            (x + pad, each - 2 * pad, language) for language, x, each in setting.columns(width)
        ]
        row = Row(
            tuple(
                setting.cell(setting.text_in(whole, language), (x, each), style)
                for x, each, language in inside
            )
        )
    return replace(row, before=setting.gap, pad=setting.pad, span=width, boxed=True)


def _boxed_line(setting: Setting, note: Note, width: float) -> Row:
    """Return one of several lines that are checked together."""
    style = Style(setting.least, MEDIUM, Tone.ON_TINT, Role.LINE)
    pad = setting.least * 0.4
    cell = _with_example(setting, note, (SIDE + pad, width - 2 * pad), style)
    before, inside = setting.least * 0.12, setting.pad * 0.4
    return Row((cell,), before=before, pad=inside, span=width, boxed=True)


def _plain(setting: Setting, text: str, width: float) -> Row:
    cell = setting.cell(text, (SIDE, width), setting.style(Role.TEXT))
    return Row((cell,), before=setting.least * 0.3)


def _tick(setting: Setting, mark: Mark) -> Area | None:
    height = setting.line_height(setting.style(Role.LINE))
    if mark is Mark.RECORD:
        return tick_area(setting, height, ROUND)
    return tick_area(setting, height) if mark is Mark.TICK else None


def tick_area(setting: Setting, line_height: float, part: float = TICK) -> Area:
    """Return the area of a tick next to a first line of this height, from the row's top."""
    size = setting.least * part
    return Area(SIDE, (line_height - size) / 2, size, size)
