"""Where the business begins and ends."""

from tests.extract.samples import headings, minutes_of, said


def test_papers_appended_to_minutes_hold_no_items() -> None:
    text = "# 8. Finance\nNoted.\nAPPENDIX A\n# Report of the Treasurer\nThe accounts are in order."
    assert headings(said(text))[-1] == ("8", "Finance")


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
