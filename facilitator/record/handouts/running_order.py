"""The running order for the facilitator: times, what to say, what to do, what to bring.

Its own words are in the facilitator's language; questions are as the room reads them.
"""

from datetime import timedelta

from reportlab.platypus import PageBreak

from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Language, Words
from facilitator.domain.time.dates import day
from facilitator.record.handouts.drawing import Document, footer_of
from facilitator.record.handouts.look import with_footer
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import in_print, typed
from facilitator.record.handouts.story import Cell, PackStory
from facilitator.record.phrases import record_languages
from facilitator.wording import _, language_in_use

MINUTE = timedelta(minutes=1)


def running_order(pack: Pack, printing: Print) -> bytes:
    """Return the running order: the day on one page, then each step."""
    own = record_languages((Language(language_in_use()),))
    document = Document(pack, printing, with_footer(printing, len(own)))
    story = document.part()
    story.text("P", _own(_("Running order")), document.styles.label)
    title = in_print(pack.title, document.languages)
    story.heading("H1", title, document.styles.title, gap=2)
    _add_facts(document, story)
    _add_day(document, story)
    document.flowables.append(PageBreak())
    times = pack.times()
    for number, step in enumerate(pack.plan.steps):
        begins = len(document.flowables)
        _add_step(document, document.part(), times[number], step)
        document.keep_together(begins)
    footer = footer_of(title.first, own, document.sheet, document.styles)
    name = _("Running order: {title}").format(title=title.first)
    return document.built((name, own[0]), [document.sheet.plain()], footer)


def _own(text: str) -> Words:
    """Return a text in the facilitator's language."""
    return Words.of(text, Language(language_in_use()))


def _add_facts(document: Document, story: PackStory) -> None:
    pack, width = document.pack, 5.5 * document.styles.size
    if pack.setup is not None:
        story.labelled(_own(_("Group")), typed(pack.setup.group), width, 14)
    if pack.day is not None:
        when = _own(day(Language(language_in_use()), pack.day))
        story.labelled(_own(_("Date")), when, width)
    if pack.setup is not None:
        story.labelled(_own(_("Support")), typed(pack.setup.support), width)
    story.labelled(_own(_("Purpose")), typed(pack.plan.purpose), width)
    story.labelled(_own(_("Room")), typed(pack.plan.room), width)
    materials = [typed(step.materials) for step in pack.plan.steps]
    bring = tuple(dict.fromkeys(filter(None, materials)))
    if bring:
        story.heading("H2", _own(_("To bring")), document.styles.heading, gap=22)
        story.ticks(bring)


def _add_day(document: Document, story: PackStory) -> None:
    """Add all steps with their times; protected ones are in bold."""
    pack, styles = document.pack, document.styles
    times = pack.times()
    begins = len(document.flowables)
    story.heading("H2", _own(_("The day")), styles.heading, gap=24)
    if pack.starts is None:
        story.text("P", _own(_("Hours and minutes count from the start.")), styles.body, gap=4)
    heads = [_own(text) for text in (_("Time"), _("What happens"), _("Minutes"))]
    rows = [
        _row(document, _own(time), in_print(step.title, document.languages), _minutes(step))
        for time, step in zip(times, pack.plan.steps, strict=False)
    ]
    whole = f"{pack.plan.length / MINUTE:g}"
    finish = _row(document, _own(times[-1]), _own(_("We finish")), whole)
    story.table(heads, (3.2 * styles.size, 0.0, 4.4 * styles.size), [*rows, finish])
    document.keep_together(begins)


def _row(document: Document, time: Words, what: Words, minutes: str) -> list[Cell]:
    styles = document.styles
    return [[(time, styles.label)], [(what, styles.body)], [(_own(minutes), styles.body)]]


def _add_step(document: Document, story: PackStory, time: str, step: Step) -> None:
    styles, languages = document.styles, document.languages
    title = in_print(step.title, languages)
    minutes = _own(_("{minutes} min").format(minutes=_minutes(step)))
    story.bar(
        (
            (_own(time), styles.label, 3.2 * styles.size),
            (title, styles.strong, 0.0),
            (minutes, styles.strong, 4.2 * styles.size),
        ),
        gap=24,
    )
    width = 3.6 * styles.size
    for mark in _marks(document, step):
        story.text("P", _own(mark), styles.body, gap=8, keep=True)
    story.text("P", in_print(step.question, languages), styles.question, gap=8, keep=True)
    parts = "; ".join(
        _("{part} {minutes} min").format(
            part=segment.name.in_(Language(language_in_use())),
            minutes=f"{segment.length / MINUTE:g}",
        )
        for segment in step.segments
    )
    story.labelled(_own(_("Parts")), typed(parts), width)
    for segment in step.segments:
        story.text("P", in_print(segment.question, languages), styles.question, gap=6)
    story.labelled(_own(_("Say")), typed(step.say), width)
    story.labelled(_own(_("Do")), typed(step.do), width)
    story.labelled(_own(_("Bring")), typed(step.materials), width)


def _marks(document: Document, step: Step) -> list[str]:
    """Return how people work in a step, and what may happen to its time."""
    own = Language(language_in_use())
    label = document.pack.words_of(step).label.in_(own)
    marks = [] if label == step.title.in_(own) else [label]
    if step.protect:
        marks.append(_("Protected: keep its time."))
    if step.trim_to is not None:
        least = f"{step.trim_to / MINUTE:g}"
        marks.append(_("At least {minutes} min.").format(minutes=least))
    if step.may_drop:
        marks.append(_("May be dropped."))
    return [" · ".join(mark.rstrip(".") for mark in marks)] if marks else []


def _minutes(step: Step) -> str:
    return f"{step.length / MINUTE:g}"
