"""Title and number of an item as they are printed."""

from pathlib import Path

import pytest

from tests.extract.samples import FRONT, extracted, headings, minutes_of, said


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        (["4", "5", "6"], ["4.", "5.", "6."]),
        (["4", "5", "6"], ["4", "5", "6"]),
        (["4", "5", "6"], ["4)", "5)", "6)"]),
        (["4.21", "4.22", "4.23"], ["4.21", "4.22", "4.23"]),
        (["7a", "7b", "7c"], ["7a.", "7b.", "7c."]),
        (["7(a)", "7(b)", "7(c)"], ["7(a)", "7(b)", "7(c)"]),
        (["16/24", "17/24", "18/24"], ["16/24", "17/24.", "18/24"]),
        (["PL/23/017", "PL/23/018", "PL/23/019"], ["PL/23/017", "PL/23/018", "PL/23/019"]),
        (["CoF/23/17", "CoF/23/18", "CoF/23/19"], ["CoF/23/17", "CoF/23/18", "CoF/23/19"]),
        (["a", "b", "c"], ["(a)", "(b)", "(c)"]),
        ([None, None, None], ["", "", ""]),
    ],
)
def test_the_number_is_taken_as_printed_less_its_punctuation(numbers: list[str | None], printed: list[str]) -> None:
    titles = ["Flood defence", "Allotments", "Date of next meeting"]
    text = "".join(
        f"# {label} {title}\nMembers noted the report.\n" for label, title in zip(printed, titles, strict=True)
    )
    front = FRONT if numbers[0] else FRONT.replace("# 1. Welcome", "# Welcome")
    assert headings(minutes_of(front + text))[1:] == list(zip(numbers, titles, strict=True))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Discussion topic 2: Mill race", "Discussion topic 3: Weir"], [("2", "Mill race"), ("3", "Weir")]),
        (["A. Mill race", "B. Weir repairs"], [("A", "Mill race"), ("B", "Weir repairs")]),
        (["A. 2023 Ferry Return", "B. Weir"], [("A", "2023 Ferry Return"), ("B", "Weir")]),
        (["A. Mill race", "B. Adjourn"], [("A", "Mill race"), ("B", "Adjourn")]),
        (["A. Keld memorial"], [(None, "A. Keld memorial")]),
    ],
)
def test_what_counts_the_headings_is_their_number(lines: list[str], expected: list[tuple[str | None, str]]) -> None:
    text = "\n".join(f"# {line}\nThe Clerk was away." for line in lines)
    assert headings(said(text))[-len(lines) :] == expected


def test_the_number_may_stand_in_the_line_below() -> None:
    text = "# Flood defence\n(Item 3)\nMembers noted the report."
    assert headings(minutes_of(FRONT.replace("# 1. Welcome", "# Welcome\n(Item 1)") + text)) == [
        ("1", "Welcome"),
        ("3", "Flood defence"),
    ]


def test_the_number_may_stand_at_the_end_of_the_title() -> None:
    assert ("8", "Flood defence") in headings(said("# Flood defence (Item 8)\nMembers noted the report."))


def test_an_item_cites_its_number_and_title() -> None:
    assert said("").items[-1].citation.quote == "7. Business"


def test_a_number_may_carry_a_letter() -> None:
    text = "# 7A. Water rates\nThe rates were discussed.\n# 7B. Library hours\nThe hours were discussed."
    assert headings(said(text))[-2:] == [("7A", "Water rates"), ("7B", "Library hours")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# De-delegation PDF 198 KB", "De-delegation"),  # with the file that a committee's site links
        ("# A.O.B.", "A.O.B."),
        ("# Staffing (presented by UK)", "Staffing"),  # with what the agenda says of it
        ("# Public session (Time limit reserved 15 min.)", "Public session"),
        ("# Gates and paths [10 minutes]", "Gates and paths"),
        ("# Gates (phase 2)", "Gates (phase 2)"),
        ("# Gates : https://mill.example/gates/9", "Gates"),  # with where to read of it
        ("# Gates (https://mill.example/9)", "Gates"),
    ],
)
def test_titles_as_they_are_printed(line: str, title: str) -> None:
    assert headings(said(f"{line}\nThe gate is broken."))[-1][1] == title


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("**M041/24 2. PUBLIC QUESTIONS.**", ("M041/24", "PUBLIC QUESTIONS.")),
        ("# 41 (2) PUBLIC QUESTIONS", ("41", "PUBLIC QUESTIONS")),
        ("**4/ Public questions**", ("4", "Public questions")),
        ("# 2403.06 Public questions", ("2403.06", "Public questions")),
        ("25-26/MHB/4 **Public questions**", ("25-26/MHB/4", "Public questions")),
        ("**Item 2.3: Public questions**", ("2.3", "Public questions")),
        ("**24 Public questions** PDF 71 KB", ("24", "Public questions")),
        ("# §4 Public questions", ("§4", "Public questions")),
        ("# § 4.1 Secretary", ("§ 4.1", "Secretary")),
    ],
)
def test_numbers_of_many_kinds_are_taken(printed: str, expected: tuple[str, str]) -> None:
    front = FRONT.partition("# 1.")[0]
    assert headings(minutes_of(f"{front}{printed}\nNo questions had been put to the Clerk."))[-1] == expected


def test_a_date_is_no_number() -> None:
    text = (
        "# 20 July 2023 - Mill Committee\nThe Committee met at 10 am.\n**Item 3: Fees**\nThe Committee noted the fees."
    )
    assert headings(minutes_of(text)) == [("3", "Fees")]


def test_the_time_beside_a_title_is_no_part_of_it() -> None:
    items = "# 4. Barges [6:31pm]\nThey were counted.\n# 5. Lamps (18.45)\nThey were lit.\n"
    assert headings(minutes_of(FRONT + items))[1:] == [("4", "Barges"), ("5", "Lamps")]


def test_a_number_alone_above_a_heading_is_that_of_the_heading() -> None:
    items = "4.\n# Barges\nMinutes:\n4.1 They were counted.\n5.\n# Lamps\nMinutes:\n5.1 They were lit.\n"
    assert headings(minutes_of(FRONT + items))[1:] == [("4", "Barges"), ("5", "Lamps")]


@pytest.mark.parametrize("label", ["Not a key decision", "Key decision – ref. KD 31", "Questions from the Committee"])
def test_a_label_of_a_form_is_no_heading(label: str) -> None:
    items = f"# 4. Barges\n**{label}**\nThey were counted on Monday.\n# 5. Lamps\nThey were lit.\n"
    assert headings(minutes_of(FRONT + items))[1:] == [("4", "Barges"), ("5", "Lamps")]


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("APPLICATION: WDC 2031-00412, 9 QUAY STREET – PORCH", "WDC 2031-00412", "9 QUAY STREET – PORCH"),
        ("Case No. 31-007: A fence at 2 Weir Row", "31-007", "A fence at 2 Weir Row"),
        (
            "Petition for lamps, 2031-2032: lights in Weir Row",
            None,
            "Petition for lamps, 2031-2032: lights in Weir Row",
        ),
    ],
)
def test_the_reference_of_a_case_is_its_number(printed: str, number: str | None, title: str) -> None:
    items = f"# {printed}\nIt was looked at.\n# Other matters\nThere were none."
    assert (number, title) in headings(minutes_of(FRONT.partition("# 1.")[0] + items))


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["# I. Ferry", "# II. Weir"], ["I", "II"]),
        (["# IV. Ferry", "# V. Weir", "# VI. Lamps"], ["IV", "V", "VI"]),
        (["# X. Ferry", "# XI. Agenda"], ["X", "XI"]),
        (["# V. Weir", "# Ferry"], [None, None]),
    ],
)
def test_a_letter_that_others_count_on_from_is_a_roman_number(
    lines: list[str], numbers: list[str | None], tmp_path: Path
) -> None:
    path = tmp_path / "minutes.md"
    told = "".join(f"#{line}\n\nMembers spoke of it.\n\n" for line in lines)
    path.write_text(f"# Mill Guild minutes, 12 March 2024\n\nPresent: Una Keld\n\n{told}")
    assert [number for number, _ in headings(extracted(path)[1])] == numbers
