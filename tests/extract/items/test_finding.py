"""Pages that hold one item."""

from pathlib import Path

from tests.extract.samples import FRONT, extracted, headings, minutes_of


def test_an_agenda_item_page_has_one_item() -> None:
    text = """
        # Wenmarch County Council
        # Agenda item
        # Home to school transport
        # Meeting of Children’s Commission, Monday 16 January 2023 7.00 pm (Item 4.)
        # Minutes:
        The Chair welcomed the officers.
        4.1 The Chair asked what had been reported. The Commission noted the report.
        """
    minutes = minutes_of(text, media_type="text/html")
    assert [item.title for item in minutes.items] == ["Home to school transport"]
    assert [item.rule for item in minutes.items] == ["items.page"]


def test_a_page_of_what_became_of_an_item_has_it_once_for_each_meeting() -> None:
    text = """
        # Issue
        # meetings
        # Swans on the mill pond
        # Meeting: 14/03/2024 - Amenities and Open Spaces Committee (Item 31)
        **31 Swans on the mill pond** PDF 88 KB
        To tell Members how the swans fare.
        **Additional documents:**
        **Minutes:**
        The Committee noted the report.
        # Meeting: 09/05/2024 - Cabinet (Item 7)
        **7 More swans** PDF 90 KB
        **Minutes:**
        The Cabinet noted the report.
        """
    minutes = minutes_of(text, media_type="text/html")
    assert headings(minutes) == [("31", "Swans on the mill pond"), ("7", "More swans")]


def test_what_has_a_number_on_the_page_of_an_item_is_one_too() -> None:
    text = """
        # Agenda item
        # Outstanding references
        **Minutes:**
        The Committee went through the list.
        **Item 3. Weir repairs**
        The Engineer noted that the gate sticks.
        **Asked by the Committee**
        The Chair asked for a date. RESOLVED – That the list be noted.
        """
    assert headings(minutes_of(text)) == [(None, "Outstanding references"), ("3", "Weir repairs")]


def test_a_long_title_of_what_is_to_be_done_is_one() -> None:
    long = (
        "Discussion and possible action on the replacement of the three old pumps and of the valves at the lower mill"
    )
    lines = f"1. Minutes\nThey were read.\n2. {long}\nMr Orme showed the plans.\n3. Fees\nMs Keld told of them.\n"
    minutes = minutes_of(FRONT.replace("# 1. Welcome\nThe Chair welcomed everyone.\n", "") + lines)
    assert ("2", long) in [(item.number, item.title) for item in minutes.items]


TITLES = ["Ferry", "Weir", "Lamps", "Fees", "Ropes"]


def test_what_parts_a_list_of_tasks_is_no_business(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    numbered = "".join(f"## {n}. {title}\n\nIt was told.\n\n" for n, title in enumerate(TITLES, 1))
    table = "| No | Task | Who |\n|---|---|---|\n| 1 | Mend the boat | Una |\n\n"
    log = f"## Action log\n\n### New ones\n\n{table}### Those from spring\n\n{table}"
    path.write_text(f"# Mill Guild minutes, 12 March 2024\n\nPresent: Una Keld\n\n{numbered}{log}")
    assert [title for _, title in headings(extracted(path)[1])] == TITLES


def test_letters_received_below_a_code_are_no_business() -> None:
    front = FRONT.partition("# 1.")[0]
    letters = "1. Tide Trust – an offer of trees\n2. Una Keld – the old pump, noted\n"
    text = f"{front}24/80 Ferry\nIt is late.\n24/81 Correspondence\n{letters}24/82 Lamps\nTwo are out."
    assert headings(minutes_of(text)) == [("24/80", "Ferry"), ("24/81", "Correspondence"), ("24/82", "Lamps")]
    text = text.replace("Correspondence", "Parks")
    assert "2" in [number for number, _ in headings(minutes_of(text))]
