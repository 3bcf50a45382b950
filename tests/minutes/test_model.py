import pytest
from pydantic import ValidationError

from minutes.model import Document, Receipt, page_ranges


@pytest.mark.parametrize(
    ("pages", "printed"), [((4,), "page 4"), ((5, 6), "pages 5-6"), ((2, 3, 4, 9), "pages 2-4, 9")]
)
def test_runs_of_pages_are_drawn_together(pages: tuple[int, ...], printed: str) -> None:
    assert page_ranges(pages) == printed


@pytest.mark.parametrize("day", ["2024-02-30", "2024-05", "4 May 2024"])
def test_no_reader_can_date_a_document_by_what_is_no_day(day: str) -> None:
    with pytest.raises(ValidationError, match="date"):
        Document(
            id="d", title=None, kind="other", media_type="text/plain", pages=None, sha256="", path="gate.txt",
            text="The gate.", blocks=(), receipt=Receipt(pages_in=1, pages_out=1), date=day,
        )  # fmt: skip
