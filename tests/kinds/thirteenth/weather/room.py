"""The weather on the board: the question, and once it is closed how many chose each sky."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content, CornerPicture, ListPage, OwnCorner, Position
from facilitator.room.pages.timed import timed_page
from facilitator.room.say import say_in

from .sentences import Sentence
from .state import skies_of, weather_in


def _page(request: PageRequest) -> Content:
    weather, step = weather_in(request.workshop, request.step), request.step
    if not weather.closed:
        return timed_page(request, *ROOM.words(step, request.languages))
    lines = tuple(
        Words(
            tuple(
                (
                    language,
                    say_in((language,), Sentence.SO_MANY, sky=sky.in_(language), count=count).first,
                )
                for language in request.languages
            )
        )
        for sky, count in zip(skies_of(step), weather.counts, strict=True)
    )
    return ListPage(heading=step.question, lines=(), fixed=lines)


def _corner(workshop: Workshop, run: StepRun) -> CornerPicture | None:
    if weather_in(workshop, run.step).closed:
        return None
    positions = tuple(
        Position(str(number), Words.of(str(number)), sky)
        for number, sky in enumerate(skies_of(run.step), start=1)
    )
    return CornerPicture(
        languages=workshop.languages,
        promise=(say_in(workshop.languages, Sentence.KEPT),),
        question=run.step.question,
        own=OwnCorner(run.step.kind, run.step.id, positions),
    )


ROOM = RoomPart(
    called(Sentence.NAME), _page, corner=_corner, sentences=Sentence, saved=(Sentence.KEPT,)
)
