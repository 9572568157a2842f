"""A pulse in words, for the board and the record: statements, labels, and what is shown."""

from dataclasses import replace

from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import NO_WORDS, Language, Words, joined
from facilitator.kinds.pulse.sentences import Sentence
from facilitator.kinds.pulse.shape import LABELS, LOWER, MIDDLE, UPPER, Amount, Band, Shape, Spread
from facilitator.kinds.pulse.state import PulseOptions, statements_of
from facilitator.kinds.pulse.two_times import side_by_side
from facilitator.room.checks import parted_label
from facilitator.room.pages.picture import PairPage, ShapePage
from facilitator.room.say import say_in

Languages = tuple[Language, ...]
ANSWERED = {
    Spread.TOGETHER: Sentence.SPREAD_TOGETHER,
    Spread.MIXED: Sentence.SPREAD_MIXED,
    Spread.WIDE: Sentence.SPREAD_WIDE,
    None: Sentence.ANSWERED,
}
AMOUNTS = {
    Amount.FEW: Sentence.FEW,
    Amount.HALF: Sentence.HALF,
    Amount.MOST: Sentence.MOST,
    Amount.HALF_OR_MORE: Sentence.HALF_OR_MORE,
}
AMOUNTS_IN_SHORT = {
    Amount.FEW: Sentence.FEW_IN_SHORT,
    Amount.HALF: Sentence.HALF_IN_SHORT,
    Amount.MOST: Sentence.MOST_IN_SHORT,
    Amount.HALF_OR_MORE: Sentence.HALF_OR_MORE_IN_SHORT,
}
IN_SHORT = {LOWER: Sentence.LOW, MIDDLE: Sentence.MID, UPPER: Sentence.HIGH}
BAND_NAMES = {LOWER: Sentence.LOWER, MIDDLE: Sentence.MIDDLE, UPPER: Sentence.HIGHER}


def statements_in(step: Step, languages: Languages) -> tuple[Words, ...]:
    """Return the statements in the workshop's languages."""
    return tuple(
        Words(tuple((language, words.in_(language)) for language in languages))
        for words in statements_of(step)
    )


def foot_of(step: Step, languages: Languages) -> Words:
    """Return where the statements come from, for the foot of the board."""
    if is_ours(step):
        return say_in(languages, Sentence.OURS)
    options = step.options
    source = options.source if isinstance(options, PulseOptions) else ""
    return Words.of(source) if source else NO_WORDS


def is_ours(step: Step) -> bool:
    """Return whether the statements are a set of ours."""
    options = step.options
    return isinstance(options, PulseOptions) and options.statement_set is not None


def shape_page(statement: Words, shape: Shape, step: Step, languages: Languages) -> ShapePage:
    """Return what the room sees of one statement."""
    if shape.as_before:
        return ShapePage(statement, say_in(languages, Sentence.AS_BEFORE))
    if not shape.answered:
        return ShapePage(statement, say_in(languages, Sentence.TALK_ABOUT_THIS))
    text = say_in(languages, ANSWERED[shape.spread], count=shape.answered)
    if shape.some_rather_not:
        text = joined(text, say_in(languages, Sentence.SOME_RATHER_NOT))
    labels = tuple(words for _mark, words in labels_of(step, languages))
    return ShapePage(
        statement,
        text,
        columns=shape.columns,
        labels=labels if shape.columns else (),
        rows=tuple((_band_name(b, languages), _amount(b, languages)) for b in shape.bands),
    )


def pair_page(
    statement: Words, before: tuple[Words, Shape], now: tuple[Words, Shape], step: Step
) -> PairPage:
    """Return what the room sees of one statement at two times, each with its name."""
    languages = tuple(language for language, _text in statement.texts)
    shapes = side_by_side(before[1], now[1])
    return PairPage(
        statement,
        *(
            _side(shape_page(name, shape, step, languages), shape, languages)
            for (name, _shape), shape in zip((before, now), shapes, strict=True)
        ),
    )


def _side(page: ShapePage, shape: Shape, languages: Languages) -> ShapePage:
    """Return one of two times, in few words."""
    if shape.as_before:
        return replace(page, text=say_in(languages, Sentence.AS_BEFORE_IN_SHORT))
    rows = (
        (
            say_in(languages, IN_SHORT[band.columns]),
            say_in(languages, AMOUNTS_IN_SHORT[band.amount]),
        )
        for band in shape.bands
    )
    return replace(page, rows=tuple(rows))


def _band_name(band: Band, languages: Languages) -> Words:
    return say_in(languages, BAND_NAMES[band.columns])


def _amount(band: Band, languages: Languages) -> Words:
    return say_in(languages, AMOUNTS[band.amount])


def labels_of(step: Step, languages: Languages) -> tuple[tuple[Words, Words], ...]:
    """Return mark and words of each label, lowest first; a label may have no words."""
    if step.scale:
        labels = (parted_label(label, place) for place, label in enumerate(step.scale, start=1))
        return tuple((mark, NO_WORDS if words == mark else words) for mark, words in labels)
    usual = {0: Sentence.NOT_TRUE, 2: Sentence.PARTLY, 4: Sentence.VERY_TRUE}
    return tuple(
        (Words.of(str(place + 1)), say_in(languages, usual[place]) if place in usual else NO_WORDS)
        for place in range(LABELS)
    )
