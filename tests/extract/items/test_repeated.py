"""Lines that a form prints under every item are no titles."""

from tests.extract.samples import FRONT, minutes_of


def test_what_stands_under_each_item_again_is_a_label() -> None:
    items = "".join(f"# {n}. Pond {n}\n# Key discussion\nIt was looked at.\n" for n in range(2, 5))
    assert [item.number for item in minutes_of(FRONT + items).items] == ["1", "2", "3", "4"]


def test_business_may_come_up_twice() -> None:
    items = "".join(f"# {n}. Pond {n}\n# Costs\nThey were looked at.\n" for n in range(2, 4))
    assert [item.title for item in minutes_of(FRONT + items).items].count("Costs") == 2


def test_minutes_of_three_meetings_in_one_file_keep_their_usual_business() -> None:
    meeting = "# Apologies\nNone.\n# Pond {}\nIt was looked at.\n# Any other business\nNone.\n"
    items = minutes_of(FRONT.split("# 1.")[0] + "".join(map(meeting.format, "ABC"))).items
    assert [item.title for item in items] == [
        title for pond in "ABC" for title in ("Apologies", f"Pond {pond}", "Any other business")
    ]


def test_a_title_said_again_below_its_number_is_one_item() -> None:
    items = "# 2. Quay Committee – Una Keld\n# Quay Committee\nIt met in May.\n# 3. Weir\n# Weir lamps\nThey were lit."
    assert [(item.number, item.title) for item in minutes_of(FRONT + items).items[1:]] == [
        ("2", "Quay Committee – Una Keld"),
        ("3", "Weir"),
        (None, "Weir lamps"),
    ]


def test_a_line_to_sign_on_is_no_item() -> None:
    items = "# 2. Weir\nIt was looked at.\n# Chairman – – – – –\n# Chair ......................"
    assert [item.number for item in minutes_of(FRONT + items).items] == ["1", "2"]


def test_titles_under_which_interests_are_declared_are_no_items() -> None:
    items = (
        "# 22 Declarations of Interest\n**10. The Old Forge, Mill Lane.**\nCllr Orme, as a neighbour of the forge.\n"
        "# 23 Minutes\nThey were agreed.\n# 27 The Old Forge, Mill Lane\nIt was looked at."
    )
    assert [item.number for item in minutes_of(FRONT.partition("# 1.")[0] + items).items] == ["22", "23", "27"]


def test_a_label_of_every_item_is_no_part_of_a_title_that_it_ran_into() -> None:
    lines = [f"# 2.{n} {n} Quay Street – porch\n# SITE VISIT:\nIt was seen.\n" for n in (1, 2, 3)]
    items = minutes_of(f"{FRONT}{''.join(lines)}# 3. 4 Weir Row – gate SITE VISIT:\nIt was seen.").items
    assert [item.title for item in items[-2:]] == ["3 Quay Street – porch", "4 Weir Row – gate"]


def test_entries_of_a_list_of_contents_are_no_items() -> None:
    contents = "1. Welcome ...... 2\n\n2. Weir ...... 2\n\n3. Quay lamps ...... 4\n\n"
    items = "# 2. Weir\nIt was looked at.\n# 3. Quay lamps\nThey were lit.\n"
    head, _, first = FRONT.partition("# 1.")
    read = minutes_of(head + contents + "# 1." + first + items).items
    assert [item.number for item in read] == ["1", "2", "3"]
    assert not any("..." in item.title for item in read)
