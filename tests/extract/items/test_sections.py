"""The sections of a report."""

import pytest

from tests.extract.samples import headings, minutes_of


def test_the_sections_of_a_report_are_its_items() -> None:
    text = """
        # Half-year report on libraries
        To: the Amenities Committee
        # Introduction
        This report tells of libraries.
        # Visits
        Visits are up.
        # Next steps
        • Open on Sundays in every branch.
        """
    minutes = minutes_of(text)
    assert minutes.document.kind == "report"
    assert [title for _, title in headings(minutes)][-3:] == ["Introduction", "Visits", "Next steps"]


@pytest.mark.parametrize("line", ["THOUSAND", "31.5 HOURS", "Web: www.fenwold.example", "Member for Hedges &"])
def test_pieces_of_a_chart_or_an_address_are_no_sections_of_a_report(line: str) -> None:
    text = f"# Annual report on libraries\n# Loans\nLoans rose.\n# {line}\nMore was lent.\n# Visits\nVisits fell."
    assert line not in [title for _, title in headings(minutes_of(text))]


@pytest.mark.parametrize(
    ("below", "is_section"),
    [
        ("40%\\nFewer boats turned away than last year", True),
        ("40%\\nHire", False),
        ("# 2 in 5\\npeople own a boat, the survey says", True),
    ],
)
def test_a_heading_over_a_figure_and_its_words_is_a_section(below: str, is_section: bool) -> None:
    text = f"# Purpose\nThe harbour is open to all.\n# Impact\n{below}".replace("\\n", "\n")
    titles = [title for _, title in headings(minutes_of(text))]
    assert ("Impact" in titles, "2 in 5" in titles) == (is_section, False)


def test_the_title_of_an_annex_may_stand_below_its_letter() -> None:
    text = "# Annual report on libraries\n# Loans\nLoans rose.\n# Annex B\n# Quay rules\n1. No barge stays overnight."
    assert [title for _, title in headings(minutes_of(text))][-2:] == ["Loans", "Annex B Quay rules"]


def test_a_title_may_begin_with_an_address_in_small_letters() -> None:
    text = "# Annual report on libraries\n# Loans\nLoans rose.\n# loans.fenwold.example Use\nIt was used daily."
    assert [title for _, title in headings(minutes_of(text))][-1] == "loans.fenwold.example Use"
