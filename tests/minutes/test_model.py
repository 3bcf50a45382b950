import pytest

from minutes.model import page_ranges


@pytest.mark.parametrize(
    ("pages", "printed"), [((4,), "page 4"), ((5, 6), "pages 5-6"), ((2, 3, 4, 9), "pages 2-4, 9")]
)
def test_runs_of_pages_are_drawn_together(pages: tuple[int, ...], printed: str) -> None:
    assert page_ranges(pages) == printed
