"""Where the business begins and ends."""

import pytest

from tests.extract.samples import FRONT, headings, minutes_of, said


def test_papers_appended_to_minutes_hold_no_items() -> None:
    text = "# 8. Finance\nNoted.\nAPPENDIX A\n# Report of the Treasurer\nThe accounts are in order."
    assert headings(said(text))[-1] == ("8", "Finance")


@pytest.mark.parametrize("title", ["Open forum", "Election of Chairman", "Police matters"])
def test_business_before_the_first_number_is_an_item(title: str) -> None:
    front = FRONT.partition("# 1.")[0]
    text = f"{front}# {title}\nA resident spoke of the parked cars in Mill Lane.\n# 1. Fees\nThe fee stays."
    assert headings(minutes_of(text)) == [(None, title), ("1", "Fees")]


def test_the_cover_of_a_report_holds_no_sections() -> None:
    text = """
        # Larkhaven District Council
        # Belonging: Strategy 2024-2028
        # Year one progress report
        Report to the Families Panel, 12 March 2024
        # 1. Introduction
        This report sets out what has been done in the first year of the strategy and what is still to do.
        """
    assert headings(minutes_of(text)) == [("1", "Introduction")]
