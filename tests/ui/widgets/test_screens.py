"""Displays of the computer, by name and as the console calls them."""

from dataclasses import replace

from facilitator.ui.widgets.screens import (
    ScreenInfo,
    choose_board_screen,
    numbered,
    screen_labels,
    screen_named,
    screens_are_mirrored,
    screens_now,
)

LAPTOP = ScreenInfo("laptop", 1280, 800)
PROJECTOR = ScreenInfo("projector", 1920, 1080, x=1280)
SMALL = ScreenInfo("small", 1024, 768, x=3200)
MIRROR = ScreenInfo("mirror", 1280, 800)


def test_the_largest_other_screen_is_the_boards() -> None:
    assert choose_board_screen([LAPTOP, SMALL, PROJECTOR], LAPTOP) == PROJECTOR


def test_the_screen_chosen_last_time_comes_first() -> None:
    assert choose_board_screen([LAPTOP, SMALL, PROJECTOR], LAPTOP, "small") == SMALL


def test_a_wanted_screen_that_is_gone_is_no_obstacle() -> None:
    assert choose_board_screen([LAPTOP, PROJECTOR], LAPTOP, "small") == PROJECTOR


def test_the_console_keeps_its_screen_even_if_it_was_wanted() -> None:
    assert choose_board_screen([LAPTOP], LAPTOP, "laptop") is None


def test_a_screen_that_shows_the_console_is_never_the_boards() -> None:
    assert choose_board_screen([LAPTOP, MIRROR], LAPTOP, "mirror") is None
    assert screens_are_mirrored([LAPTOP, MIRROR])
    assert not screens_are_mirrored([LAPTOP, PROJECTOR])


def test_the_screens_of_this_computer_are_found(qapp: object) -> None:
    assert qapp
    names = [screen.name for screen in screens_now()]
    assert names == ["laptop", "projector"]
    assert choose_board_screen(screens_now(), screens_now()[0]) == PROJECTOR
    projector = screen_named("projector")
    assert projector is not None
    assert projector.geometry().width() == 1920
    assert screen_named("gone") is None


def test_two_displays_of_one_make_have_different_names() -> None:
    assert numbered(["eDP", "BenQ", "BenQ", "BenQ"]) == ("eDP", "BenQ", "BenQ (2)", "BenQ (3)")


LEFT = ScreenInfo("DELL U2415", 1920, 1080, x=-1920)
RIGHT = ScreenInfo("DELL U2415", 1920, 1080, x=1280)


def test_of_two_screens_of_one_make_the_one_that_was_chosen_is_taken() -> None:
    for wanted in (LEFT, RIGHT):
        assert choose_board_screen([LAPTOP, LEFT, RIGHT], LAPTOP, wanted.key) == wanted
    assert choose_board_screen([LEFT, RIGHT], LEFT, LEFT.key) == RIGHT


def test_a_chosen_screen_is_known_again_by_its_serial_number_at_another_place() -> None:
    first, second = replace(LEFT, serial="1"), replace(RIGHT, serial="2")
    swapped = replace(first, x=RIGHT.x), replace(second, x=LEFT.x)
    for screens in ([first, second], [*swapped]):
        chosen = choose_board_screen([LAPTOP, *screens], LAPTOP, second.key)
        assert chosen is not None
        assert chosen.serial == "2"


def test_a_chosen_screen_that_comes_back_smaller_is_still_the_boards() -> None:
    smaller = replace(RIGHT, width=1024, height=768)
    assert choose_board_screen([LAPTOP, SMALL, smaller], LAPTOP, RIGHT.key) == smaller


def test_screens_are_mirrored_by_their_place_whatever_their_names_are() -> None:
    assert not screens_are_mirrored([replace(LAPTOP, name=RIGHT.name), RIGHT])
    assert screens_are_mirrored([LAPTOP, LAPTOP])


def test_screens_of_one_make_are_called_by_their_side_and_never_the_same() -> None:
    far = replace(RIGHT, x=RIGHT.x + RIGHT.width)
    above = replace(LAPTOP, y=-800)
    assert screen_labels([LEFT, RIGHT, far, above], LAPTOP) == (
        "DELL U2415, 1920 × 1080, to the left of this screen",
        "DELL U2415, 1920 × 1080, to the right of this screen",
        "DELL U2415, 1920 × 1080, to the right of this screen (2)",
        "laptop, 1280 × 800, above this screen",
    )
