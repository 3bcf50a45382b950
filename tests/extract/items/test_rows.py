"""Titles in tables."""

from tests.extract.samples import headings, minutes_of, said


def test_a_row_with_a_number_and_a_bold_title_is_an_item() -> None:
    text = "| 8 | **Allotments** |\n| | The Chair reported that the gate was broken. |"
    assert headings(said(text))[-1] == ("8", "Allotments")


def test_a_cell_may_begin_with_the_title_in_bold() -> None:
    assert headings(said("| 8. | **Allotments** The Chair reported that the gate was broken. |"))[-1] == (
        "8",
        "Allotments",
    )


def test_a_table_of_numbers_and_titles_alone_is_the_agenda() -> None:
    text = "| 1 | **Welcome** |\n| 2 | **Allotments** |\n| 3 | **Finance** |\n# 8. Finance\nNoted."
    assert headings(said(text)) == [("1", "Welcome"), ("7", "Business"), ("8", "Finance")]


def test_a_number_and_a_title_alone_in_a_row_stand_over_their_text() -> None:
    text = """
        |! Item | Discussion | Action
        | 1 | Minutes of last meeting | |
        | | They were approved. | |
        | 2 | Dredging | |
        | | Tom said that the dredger comes in May. | TO |
        """
    assert headings(said(text))[-2:] == [("1", "Minutes of last meeting"), ("2", "Dredging")]


def test_a_row_that_names_a_group_of_figures_is_no_item() -> None:
    rows = "|! | 2023 |\n| **Capital** | |\n| Pontoons | 4,100 |\n| **Income** | |\n| Rents | 52% |"
    text = f"# Accounts\nThe sums of the year.\n{rows}"
    assert "Capital" not in [title for _, title in headings(minutes_of(text))]
