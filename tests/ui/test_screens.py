from facilitator.ui.kit.screens import (
    ScreenInfo,
    choose_board_screen,
    screen_named,
    screens_are_mirrored,
    screens_now,
    told_apart,
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
    found = screen_named("projector")
    assert found is not None
    assert found.geometry().width() == 1920
    assert screen_named("gone") is None


def test_two_displays_of_one_make_are_told_apart() -> None:
    assert told_apart(["eDP", "BenQ", "BenQ", "BenQ"]) == ("eDP", "BenQ", "BenQ (2)", "BenQ (3)")
