"""Which item stands under which, and how far each reaches."""

from tests.extract.samples import FRONT, minutes_of, said, tree


def test_numbers_tell_who_stands_under_whom() -> None:
    minutes = said("# 7.1 Allotments\nNoted.\n# 7.2 Play area\nNoted.\n# 8 Finance\nNoted.\n# 8.1 Payments\nNoted.")
    assert tree(minutes) == {
        "Welcome": None,
        "Business": None,
        "Allotments": "Business",
        "Play area": "Business",
        "Finance": None,
        "Payments": "Finance",
    }


def test_a_heading_without_a_number_stands_under_the_last_number() -> None:
    assert tree(said("# Allotments\nNoted.\n# 8. Finance\nNoted.")) == {
        "Welcome": None,
        "Business": None,
        "Allotments": "Business",
        "Finance": None,
    }


def test_an_item_ends_where_the_next_of_its_depth_begins() -> None:
    minutes = said("# 7.1 Allotments\nNoted.\n# 8. Finance\nNoted.")
    business, allotments, finance = minutes.items[1:]
    assert business.end == allotments.end == finance.citation.start


def test_a_record_belongs_to_the_numbered_item_around_it() -> None:
    minutes = said("# Allotments\nThe Committee noted the report.")
    numbers = {item.id: item.number for item in minutes.items}
    assert [numbers[decision.item_id or ""] for decision in minutes.decisions] == ["7"]


def test_a_record_names_the_title_right_above_it_where_that_is_not_its_items() -> None:
    minutes = said("The Committee noted the list.\n# Allotments\nThe Committee noted the report.")
    assert [each.heading for each in minutes.decisions] == [None, "Allotments"]


def test_numbers_that_count_from_one_again_stand_under_the_item() -> None:
    text = "# 2. Decisions\n# 1. Fees\nAgreed.\n# 2. Hours\nAgreed.\n# 3. Next meeting\nIn May."
    assert tree(minutes_of(FRONT + text)) == {
        "Welcome": None,
        "Decisions": None,
        "Fees": "Decisions",
        "Hours": "Decisions",
        "Next meeting": None,
    }


def test_each_kind_of_number_stands_under_the_one_that_it_follows() -> None:
    text = """
        Fenwold College
        Minutes of the Faculty Senate, 12 March 2024
        Present: Ada Brindle (Chair), Tom Orme
        A. Approval of the agenda
        Moved, seconded, and passed.
        B. Reports of the committees
        (a) Library Committee
        There was none.
        (b) Curriculum committees
        (i) Arts Committee
        The Arts Committee has met twice.
        (ii) Science Committee
        The Science Committee has not met.
        (c) Technology committee- a panel of students will be held in the library.
        C. Adjournment
        Moved, seconded, and passed.
        """
    assert tree(minutes_of(text)) == {
        "Approval of the agenda": None,
        "Reports of the committees": None,
        "Library Committee": "Reports of the committees",
        "Curriculum committees": "Reports of the committees",
        "Arts Committee": "Curriculum committees",
        "Science Committee": "Curriculum committees",
        "Technology committee": "Reports of the committees",
        "Adjournment": None,
    }


def test_headings_without_a_number_stand_under_those_with_a_code() -> None:
    text = "\n".join(
        (
            "# M031/24 MATTERS ARISING",
            "# Lamps on the quay (M022/24)",
            "They were lit.",
            "# M032/24 LETTERS",
            "# Ferry company – timetable",
            "It was read.",
            "# IN PRIVATE",
            "The public left.",
            "# M033/24 TENDERS",
            "There were two.",
        )
    )
    assert tree(minutes_of(FRONT.partition("# 1.")[0] + text)) == {
        "MATTERS ARISING": None,
        "Lamps on the quay (M022/24)": "MATTERS ARISING",
        "LETTERS": None,
        "Ferry company – timetable": "LETTERS",
        "IN PRIVATE": None,
        "TENDERS": None,
    }
