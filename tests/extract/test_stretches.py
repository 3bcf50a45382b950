"""Which of many stretches of a text holds a place."""

import pytest

from extract.stretches import Stretches

SOME = Stretches([(20, 25), (0, 9), (2, 4), (22, 40)])


@pytest.mark.parametrize(
    ("start", "end", "first"),
    [(3, 4, (0, 9)), (8, None, (0, 9)), (9, None, None), (24, 25, (20, 25)), (24, 26, (22, 40)), (8, 21, None)],
)
def test_the_first_that_holds_a_place(start: int, end: int | None, first: tuple[int, int] | None) -> None:
    assert SOME.holding(start, end) == first


@pytest.mark.parametrize(("start", "end", "touched"), [(8, 12, True), (9, 20, False), (19, 21, True), (40, 50, False)])
def test_what_shares_text_with_one_of_them(start: int, end: int, touched: bool) -> None:
    assert SOME.touch(start, end) is touched


def test_none_hold_nothing() -> None:
    assert Stretches([]).holding(0) is None
    assert not Stretches([]).touch(0, 9)
