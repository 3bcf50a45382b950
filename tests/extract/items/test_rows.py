"""Titles in tables."""

import pytest

from tests.extract.samples import FRONT, headings, minutes_of, said


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


def test_a_numbered_title_in_bold_may_stand_beside_what_was_said_of_it() -> None:
    text = """
        | **31. Declarations** | None |
        | **32. Lock gates** | The Warden reported that the lower gates leak and asked for 3 new beams. |
        | **Decision** | RESOLVED: That the report be noted. |
        # 33. Towpath
        The Warden spoke of the hedges.
        | **34. Moorings** | Members heard that 12 boats were moored there and |
        | **35. Eel ladder** | The Clerk presented the report. |
        """
    minutes = minutes_of(FRONT.partition("# 1.")[0] + text)
    titles = ["Declarations", "Lock gates", "Towpath", "Moorings", "Eel ladder"]
    assert headings(minutes) == [(str(31 + index), title) for index, title in enumerate(titles)]


def test_numbered_rows_of_figures_or_of_tasks_are_no_items() -> None:
    for beside in (["£12", "£14", "£15"], ["Una Keld", "Tom Orme", "the Clerk"], ["**Done**", "**Open**", "**Done**"]):
        names = ("1. Hire of the hall", "2. Hire of a punt", "3. Moorings")
        rows = "\n".join(f"| **{name}** | {said} |" for name, said in zip(names, beside, strict=True))
        assert headings(said(f"The list was tabled.\n{rows}")) == [("1", "Welcome"), ("7", "Business")]


def test_officers_above_a_table_of_them_are_no_business() -> None:
    rows = "| Una Keld | Director of Rivers, Boats, Locks and the Lower Pond, with Fisheries |\n"
    minutes = minutes_of(f"{FRONT.partition('# 1.')[0]}# Officers:\n{rows}# 1. Welcome\nThe Chair welcomed everyone.")
    assert headings(minutes) == [("1", "Welcome")]


@pytest.mark.parametrize(
    ("group", "row", "titles"),
    [
        ("Voting Members", "| Ada | Brindle | Warden |", []),
        ("Observers", "| Ada Brindle | Mill Guild | |", []),
        ("Members", "| The hall | was shut | twice |", ["Members"]),
    ],
)
def test_a_row_that_heads_people_is_no_item(group: str, row: str, titles: list[str]) -> None:
    minutes = said(f"Those who came signed the book.\n| **{group}** | | |\n{row}")
    assert [title for _, title in headings(minutes)[2:]] == titles
