"""What the head of a document tells: whose meeting, where and when, and which kind of document it is."""

import pytest

from extract import extract
from tests.extract.samples import document_of, minutes_of

TOLD = "# 1. Welcome\nThe Chair welcomed everyone. The Committee noted the report."


@pytest.mark.parametrize(
    ("head", "organisation"),
    [
        ("# Fenwold Parish Council", "Fenwold Parish Council"),
        ("Minutes of a meeting of Stoke-on-Fen Town Council", "Stoke-on-Fen Town Council"),
        ("# Wenmarch County Council", "Wenmarch County Council"),
        ("# Ostermark NHS Foundation Trust", "Ostermark NHS Foundation Trust"),
        ("# Wenmarch Integrated Care Board", "Wenmarch Integrated Care Board"),
        ("^ Fenwold Parish Council", "Fenwold Parish Council"),
        ("# Minutes of the meeting", None),
    ],
)
def test_organisation(head: str, organisation: str | None) -> None:
    text = f"{head}\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle, Tom Orme\n{TOLD}"
    assert minutes_of(text).meeting.organisation == organisation


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Minutes of the meeting of the Amenities Committee held on 12 March 2024", "Amenities Committee"),
        ("MINUTES of a meeting of the Health and Wellbeing Board held on 12 March 2024", "Health and Wellbeing Board"),
        ("Minutes of the Planning Panel held on 12 March 2024", "Planning Panel"),
        ("# Amenities Committee\nMinutes, 12 March 2024", "Amenities Committee"),
        ("# Children and Families Commission\nMinutes, 12 March 2024", "Children and Families Commission"),
        ("# Amenities Committee – 12 March 2024", "Amenities Committee"),
        ("Minutes, 12 March 2024", None),
    ],
)
def test_body(line: str, body: str | None) -> None:
    text = f"# Fenwold Parish Council\n{line}\nPresent: Ada Brindle, Tom Orme\n# 1. Welcome\nThe Chair welcomed all."
    assert minutes_of(text).meeting.body == body


def test_where_no_line_names_the_body_it_is_the_one_that_is_spoken_of() -> None:
    text = """
        Minutes, 12 March 2024
        Present: Ada Brindle, Tom Orme
        # 1. Welcome
        The Youth Forum noted the report. The Youth Forum agreed to meet again.
        """
    assert minutes_of(text).meeting.body == "Youth Forum"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Minutes of the meeting held on 12 March 2024", "2024-03-12"),
        ("Minutes of the meeting held on Tuesday, 12th March 2024 at 7.00 pm", "2024-03-12"),
        ("Minutes\n| Date | 12/03/2024 |", "2024-03-12"),
        ("^ Minutes, 12 March 2024", "2024-03-12"),
        ("Published 20 March 2024\nMinutes of the meeting held on 12 March 2024", "2024-03-12"),
        ("Minutes of the meeting held on 12 March 2024\nNext meeting: 9 April 2024", "2024-03-12"),
        ("Minutes of the meeting", None),
    ],
)
def test_date(head: str, expected: str | None) -> None:
    assert minutes_of(f"# Fenwold Parish Council\n{head}\nPresent: Ada Brindle\n{TOLD}").meeting.date == expected


def test_the_reader_may_know_the_date() -> None:
    document = document_of(f"# Fenwold Parish Council\nMinutes of the meeting\nPresent: Ada Brindle\n{TOLD}")
    assert extract(document.model_copy(update={"date": "2024-03-12"})).meeting.date == "2024-03-12"


def test_a_report_may_be_dated_to_the_month() -> None:
    assert minutes_of("# Annual report on libraries\nMarch 2024\nVisits rose.").meeting.date == "2024-03"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"# Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n{TOLD}", "minutes"),
        (f"# Fenwold Parish Council\nHeld on 12 March 2024\nPresent: Ada Brindle, Tom Orme\n{TOLD}", "minutes"),
        ("# Annual report on libraries\nVisits rose in all branches.", "report"),
        ("# Report on hedges\nTo: the Amenities Committee\nThe Committee noted and approved much.", "report"),
        ("# Inclusion strategy\nEvery child belongs.", "report"),
        ("# Agenda\n1. To receive apologies\n2. To approve the minutes", "agenda"),
        ("# Action log\n| Una Keld to write | Open |", "other"),
        ("A letter about a hedge.", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert minutes_of(text).document.kind == kind


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("held on 12 March 2024 at 7.00 pm", "19:00"),
        ("held on 12 March 2024 at 7pm", "19:00"),
        ("held on 12 March 2024 commencing at 10.30 a.m.", "10:30"),
        ("held on 12 March 2024, 2.00 pm", "14:00"),
        ("held on 12 March 2024 at 12.15 pm", "12:15"),
        ("held on 12 March 2024", None),
    ],
)
def test_start_time(line: str, start: str | None) -> None:
    assert minutes_of(f"# Minutes of the meeting {line}\nPresent: Ada Brindle\n{TOLD}").meeting.start_time == start


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("The meeting closed at 9.15 pm.", "21:15"),
        ("The Chair declared the meeting closed at 21:15.", "21:15"),
        ("There being no further business the meeting ended at 9.15pm", "21:15"),
        ("The Chair thanked everyone.", None),
    ],
)
def test_end_time(line: str, end: str | None) -> None:
    text = f"# Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n{TOLD}\n{line}"
    assert minutes_of(text).meeting.end_time == end


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("held in the Old Forge, Mill Lane on 12 March 2024", "Old Forge, Mill Lane"),
        ("held at Fenwold Village Hall at 7.00 pm on 12 March 2024", "Fenwold Village Hall"),
        ("held on 12 March 2024\n| Venue: | Old Forge |", "Old Forge"),
        ("held on 12 March 2024", None),
    ],
)
def test_place(line: str, place: str | None) -> None:
    assert minutes_of(f"# Minutes of the meeting {line}\nPresent: Ada Brindle\n{TOLD}").meeting.place == place


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT MINUTES", "draft"),
        ("Minutes (to be confirmed)", "draft"),
        ("Unconfirmed minutes", "draft"),
        ("Confirmed minutes", "confirmed"),
        ("Minutes", None),
    ],
)
def test_status(line: str, status: str | None) -> None:
    text = f"# Fenwold Parish Council\n{line}\nMeeting held on 12 March 2024\nPresent: Ada Brindle\n{TOLD}"
    assert minutes_of(text).meeting.status == status


@pytest.mark.parametrize(
    ("present", "chair"),
    [
        ("Cllr Ada Brindle (Chair), Cllr Tom Orme", "Cllr Ada Brindle"),
        ("Cllr Tom Orme (Vice-Chair), Cllr Ada Brindle (Chairman)", "Cllr Ada Brindle"),
        ("Cllr Ada Brindle, Cllr Tom Orme", None),
    ],
)
def test_chair(present: str, chair: str | None) -> None:
    text = f"# Minutes of the meeting held on 12 March 2024\nPresent: {present}\n{TOLD}"
    assert minutes_of(text).meeting.chair == chair


def test_a_school_that_a_line_only_speaks_of_is_not_the_organisation() -> None:
    minutes = minutes_of(
        "# Agenda item\n\n## Places at Quarry Lane School for the coming year\n\nMinutes:\n\nIt was agreed.\n"
    )
    assert minutes.meeting.organisation is None
