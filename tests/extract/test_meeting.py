"""What the head of a document tells: whose meeting, where and when."""

import pytest

from extract import extract
from tests.extract.samples import TOLD, document_of, minutes_of


@pytest.mark.parametrize(
    ("head", "organisation"),
    [
        ("# Fenwold Parish Council", "Fenwold Parish Council"),
        ("Minutes of a meeting of Stoke-on-Fen Town Council", "Stoke-on-Fen Town Council"),
        ("Minutes of the meeting of St. Una’s Mill Residents’ Association", "St. Una’s Mill Residents’ Association"),
        ("FENWOLD HARBOUR IMPROVEMENT COMMISSIONERS", "Fenwold Harbour Improvement Commissioners"),
        ("# Shire of Fenwold", "Shire of Fenwold"),
        ("FENWOLD CONSERVATION DISTRICT SUPERVISORS", "Fenwold Conservation District"),
        ("# Larkhaven Transit District", "Larkhaven Transit District"),
        ("# Wenmarch County Council", "Wenmarch County Council"),
        ("# Ostermark NHS Foundation Trust", "Ostermark NHS Foundation Trust"),
        ("# Wenmarch Integrated Care Board", "Wenmarch Integrated Care Board"),
        ("^ Fenwold Parish Council", "Fenwold Parish Council"),
        ("# LONDON BOROUGH OF LARKHAVEN", "London Borough of Larkhaven"),
        ("# LONDON BOROUGH OF LARKHAVEN OVERVIEW AND SCRUTINY COMMITTEE", "London Borough of Larkhaven"),
        ("# London Borough of Larkhaven Fen", "London Borough of Larkhaven Fen"),
        ("# Larkhaven Libraries and Mills Trust Limited", "Larkhaven Libraries and Mills Trust Limited"),
        ("# Larkhaven Libraries", "Larkhaven Libraries"),
        ("# Mill Panel\nheld at the Rope Works Museum, Larkhaven", None),
        ("# Mill Panel\nPresent\n| Councillor Ada Brindle (Chair) | Larkhaven District Council |", None),
        (
            "# Directors’ Meeting – Tide Works\nTide Works, and who joins Tide Works, was told that Tide Works grows.",
            "Tide Works",
        ),
        ("# Directors’ Meeting – Tide Works", None),
        ("# Mill Panel\nApologies: Ada Brindle (AB) - Larkhaven City Council Tom Orme (TO) - Mill Guild", None),
        (
            "# Board Meeting – Mill Hall\nMill Hall was let. Those who let Mill Hall said that Mill Hall is cold.",
            None,
        ),
        ("# Larkhaven Unified School District", "Larkhaven Unified School District"),
        (
            "# Ostermark University Hospitals NHS Foundation Trust",
            "Ostermark University Hospitals NHS Foundation Trust",
        ),
        ("Amenities Committee of Wenmarch District Council", "Wenmarch District Council"),
        ("MINUTES OF ANNUAL MEETING OF THE MEMBERS OF WENMARCH ARCHERY ASSOCIATION", "Wenmarch Archery Association"),
        ("# THE CITY OF FENWOLD DOES ORDAIN:", "City of Fenwold"),
        ("Published by Fenwold Parish Council", "Fenwold Parish Council"),
        ("Open Larkhaven Weave (OLW)\nWG2 Patterns – Minutes of Call 87", "Open Larkhaven Weave (OLW)"),
        ("Larkhaven Community Homes Limited – Board – 12 March 2024", "Larkhaven Community Homes Limited"),
        ("# Ostermark Hospitals\n# NHS Foundation Trust", "Ostermark Hospitals NHS Foundation Trust"),
        ("# LARKHAVEN INTEGRATION JOINT BOARD", "Larkhaven Integration Joint Board"),
        ("# SCHOOL DISTRICT NO. 14 (WEST FENWOLD)", "School District No. 14 (West Fenwold)"),
        ("# OpenTide Board Meeting", "OpenTide"),
        ("# XYZ TSC Meeting Notes\nAda Brindle - Larkhaven Academy", "XYZ"),
        ("# Minutes of Steering Committee Meeting No. 7\nMRE-AUX", "MRE-AUX"),
        ("# Committee meeting for Fenwold Makers 12 March 2024", "Fenwold Makers"),
        ("# Minutes of the 3rd meeting of the Tide Center, Q1 2024", "Tide Center"),
        ("Minutes of the Annual General Meeting of Fenwold Quay Club held on 12 March 2024", "Fenwold Quay Club"),
        ("# Minutes of the AGM of the Larkhaven Weavers Association 2024", "Larkhaven Weavers Association"),
        ("# Fenwold Barge Users Group – Annual General Meeting 2024", "Fenwold Barge Users Group"),
        ("# Minutes of FQX AGM, 12 March 2024", "FQX"),
        ("# FQX Steering Group Meeting #3", "FQX"),
        ("# Minutes for the meeting of the OpenTide Steering Commitee", "OpenTide"),
        ("# CCTV Committee Meeting", None),
        ("# SEND Board Meeting", None),
        ("# Committee on Libraries", None),
        ("# Minutes of the AGM of the Union of Larkhaven Weavers - 12 March 2024", "Union of Larkhaven Weavers"),
        (
            "# Fenwold Society of Bell Ringers and Friends Annual Meeting, 12 March 2024",
            "Fenwold Society of Bell Ringers and Friends",
        ),
        ("# Minutes\n# Larkhaven AWX User Group Inc\n# Annual General Meeting", "Larkhaven AWX User Group Inc"),
        ("Minutes of Fenwold Annual Parish Council Meeting held in the Old Forge", "Fenwold Parish Council"),
        ("Tide Call\n12 March 2024\nAttendees\n• Ada Brindle – University of Fenwold", None),
        ("# Youth Panel - Minutes of the meeting held on 12 March 2024 at the Tide Office", None),
        ("# Minutes of the meeting", None),
    ],
)
def test_organisation(head: str, organisation: str | None) -> None:
    text = f"{head}\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle, Tom Orme\n{TOLD}"
    assert minutes_of(text).meeting.organisation == organisation


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("# Healthwatch Wenmarch Board Meeting\nMinutes, 12 March 2024", "Healthwatch Wenmarch"),
        ("May 2024 Residents’ Association meeting minutes\nTuesday, May 14, 2024", "Residents’ Association"),
        ("**WENMARCH ST ODA**\n**COMMUNITY COUNCIL**\nMinutes of the meeting", "Wenmarch St Oda Community Council"),
        ("# University of Fenwold BOARD OF GOVERNORS\nMinutes, 12 March 2024", "University of Fenwold"),
        (
            "# Agenda and minutes\nThe Chair welcomed all to the Ostermark Vale NHS Foundation Trust Board meeting.",
            "Ostermark Vale NHS Foundation Trust",
        ),
        ("# Town of Fenwold November 14, 2024 Minutes", "Town of Fenwold"),
        ("# City and County of Larkhaven\nMinutes, 12 March 2024", "City and County of Larkhaven"),
        ("^ WMAT Board of Trustees 12 March 2024\nMinutes of the meeting of the Board of Trustees", "WMAT"),
        ("# Agenda and minutes\nVenue: Room 5, Health Village\nMinutes, 12 March 2024", None),
        ("# Lamps Forum\n# Held on 12 March 2024 at\n# Ivo Lark School", None),
        ("# Department for Boats, Mills and Old Forges", "Department for Boats, Mills and Old Forges"),
        ("# Report on open data\nThe Department for Boats, Mills and Forges reported that a site was mended.", None),
        ("# Report on open data\nThe Department for Boats, which mended its site, gave the day.", None),
        ("# Minutes of the General Assembly\nFinancially the Association is sound. It met in May.", None),
        ("# Minutes of the meeting\nIn attendance: Mr T L Orme Deputy Parish Clerk\nThe Parish Council met.", None),
    ],
)
def test_whose_document_it_is(text: str, organisation: str | None) -> None:
    assert minutes_of(f"{text}\nPresent: Ada Brindle, Tom Orme\n{TOLD}").meeting.organisation == organisation


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("# 12 March 2024 - Primary Care Committee\nThe report was noted.", "Primary Care Committee"),
        ("# Agenda item\n# Lamps\nMinutes:\n35 indicators are reported to this Scrutiny Panel.", "Scrutiny Panel"),
        (
            "# Minutes\nThat the minutes of the meeting of the Fire and Rescue Authority held on 2 May be confirmed.",
            "Fire and Rescue Authority",
        ),
        (
            "# Minutes\nWho speaks at Lamps Forum was left to the Forum in May, and the Forum confirmed it. It "
            "comes to Lamps Forum again.",
            "Lamps Forum",
        ),
        ("# Minutes\nIt goes from Lamps Forum to Gates Forum, then back to Lamps Forum and Gates Forum.", None),
    ],
)
def test_the_body_that_is_named_in_passing(text: str, body: str | None) -> None:
    assert minutes_of(f"{text}\nThere were no questions. Tom Orme asked for more and was thanked.").meeting.body == body


def test_a_website_says_whose_it_is() -> None:
    page = document_of("# Bus service update\nTwo councils, Ashby Borough Council among them, pay for the service.")
    site = page.model_copy(update={"site": "Fenwold County Council", "media_type": "text/html"})
    assert extract(site).meeting.organisation == "Fenwold County Council"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("CONFIRMED Minutes of the meeting of the Mill Committee held on 4 May 2024", "Mill Committee"),
        ("Minutes of the meeting of the Amenities Committee held on 12 March 2024", "Amenities Committee"),
        ("Minutes of the Working Group on Open Gates held on 12 March 2024", "Working Group on Open Gates"),
        ("Meeting of the Hedge Panel on Tuesday", "Hedge Panel"),
        ("Minute of Hedge Panel meeting held on 12 March 2024", "Hedge Panel"),
        ("The Board of Supervisors of the Mill District held its monthly meeting", "Board of Supervisors"),
        ("Minutes of the meeting of the SYNDICATE held on 12 March 2024", "Syndicate"),
        ("PPG minutes\nPatient Participation Group", "Patient Participation Group"),
        ("MINUTES OF THE MEETING OF METROPOLITAN DISTRICT OF LARKHAVEN HELD", "Metropolitan District of Larkhaven"),
        ("MINUTES of a meeting of the Health and Wellbeing Board held on 12 March 2024", "Health and Wellbeing Board"),
        ("Minutes of the Planning Panel held on 12 March 2024", "Planning Panel"),
        ("# Amenities Committee\nMinutes, 12 March 2024", "Amenities Committee"),
        ("# Children and Families Commission\nMinutes, 12 March 2024", "Children and Families Commission"),
        ("# Amenities Committee – 12 March 2024", "Amenities Committee"),
        ("# OPEN BOARD MEETING MINUTES", "Board"),
        ("# WEIR COMMISSION VIRTUAL BUSINESS MEETING", "Weir Commission"),
        ("# Board of Adjustments", "Board of Adjustments"),
        ("# Amenities Committee 14th meeting", "Amenities Committee"),
        ("Draft minutes for the Ninth Meeting of the Amenities Committee formed in 2019", "Amenities Committee"),
        ("# AMENITIES COMMITTEE REGULAR MEETING MINUTES", "Amenities Committee"),
        ("Meeting of the Amenities Committee of Fenwold Parish Council", "Amenities Committee"),
        ("# Licensing Sub-Committee – 12 March 2024", "Licensing Sub-Committee"),
        ("# Board of Governors (BoG) Meeting", "Board of Governors"),
        ("Minutes of the meeting of the Board of Management held on 12 March 2024", "Board of Management"),
        ("# BOARD OF SCHOOL DIRECTORS – REGULAR MEETING MINUTES", "Board of School Directors"),
        ("# WG2 Patterns and Looms – Minutes of Call 87", "WG2 Patterns and Looms"),
        ("Minutes of the Board of Directors’ Meeting held in public", "Board of Directors"),
        ("Minutes of May Meeting of the Municipal District of Ballyfen", "Municipal District of Ballyfen"),
        ("| Committee: | Amenities Committee |", "Amenities Committee"),
        ("# 2024-03-12 Open Gates Board Meeting", "Open Gates Board"),
        ("# Minutes from the 2024-03-12 Hedge Panel Meeting", "Hedge Panel"),
        (
            "# Shared Gate Latches (SGL) Technical Committee Working Meeting",
            "Shared Gate Latches (SGL) Technical Committee",
        ),
        ("# Summary Notes, Hedge Board of Directors Meeting", "Hedge Board of Directors"),
        ("Minutes, 12 March 2024", "Parish Council"),  # the council itself
        ("Minutes of the meeting\nMONDAY 12th MARCH 2024", "Parish Council"),
        ("Minutes\nAGM 12 March 2024", "Parish Council"),
        ("Minutes, 12 March 2024\n# OPEN FORUM\nThree residents came.", "Parish Council"),
    ],
)
def test_body(line: str, body: str | None) -> None:
    text = f"# Fenwold Parish Council\n{line}\nPresent: Ada Brindle, Tom Orme\n# 1. Welcome\nThe Chair welcomed all."
    assert minutes_of(text).meeting.body == body


@pytest.mark.parametrize(
    ("line", "organisation", "body"),
    [
        ("FENWOLD COMMUNITY COUNCIL Minutes of meeting held on", "Fenwold Community Council", "Community Council"),
        ("Minutes of the Fenwold Library Board of Trustees May 4, 2024", "Fenwold Library", "Board of Trustees"),
        ("Mill Vale RFC Committee Meeting", "Mill Vale RFC", "Committee"),
        ("Fenwold Mill Memorial Hall Committee", "Fenwold Mill Memorial Hall", "Committee"),
        ("Friends of Fenwold Mill\nCommittee meeting", "Friends of Fenwold Mill", "Committee"),
        ("Mill Lane Surgery – Patient Participation Group", "Mill Lane Surgery", "Patient Participation Group"),
        ("St Una’s Church\nMinutes of the Parochial Church Council", "St Una’s Church", "Parochial Church Council"),
        ("PROCEEDINGS OF THE CITY COUNCIL\nOF THE CITY OF FENWOLD", "City of Fenwold", "City Council"),
        ("Fenwold Selectboard", "Fenwold", "Fenwold Selectboard"),
        (
            "# Amblewick Board of Education Records\nMeeting of the Board of Education",
            "Amblewick",
            "Board of Education",
        ),
        ("Minutes of Directors’ Meeting", None, "Directors"),
        ("Trustees’ meeting notes", None, "Trustees"),
        ("FENWOLD COLLEGE\nCORPORATION", "Fenwold College", "Corporation"),
        ("FENWOLD HARBOUR TRUST\nCORPORATION", "Fenwold Harbour Trust", "Committee"),
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL\nDISTRICT OF FENWOLD-TIDE IN THE OLD FORGE,\nFENWOLD",
            None,
            "Municipal District of Fenwold-Tide",
        ),
        (
            "MINUTES OF THE MEETING OF THE MUNICIPAL DISTRICT\nOF LARK HAVEN HELD IN THE OLD FORGE,",
            None,
            "Municipal District of Lark Haven",
        ),
        ("Directors’ meeting – Rope Works", None, "Directors"),
        ("Notes from Faculty Senate meeting on", None, "Faculty Senate"),
        (
            "Health Scrutiny Panel - Tuesday, 12 March 2024\nNamed at the meeting of the County Council",
            None,
            "Health Scrutiny Panel",
        ),
        ("Meeting of the Committee\n# Governors\nAda Brindle", None, "Committee"),
        ("Mill Trial\nIn attendance: \nTom Orme Chief Executive", None, "Committee"),
        ("FENWOLD COUNTY BOARD OF SUPERVISORS", "Fenwold County", "Fenwold County Board of Supervisors"),
        ("Minutes of the 9th AGM of Fenwold Mill Association, held on", "Fenwold Mill Association", None),
        ("The monthly meeting of the Board of Fenwold Mill Association was held.", "Fenwold Mill Association", "Board"),
    ],
)
def test_whose_body_it_is(line: str, organisation: str | None, body: str | None) -> None:
    meeting = minutes_of(f"{line}\nMinutes, 12 March 2024\nPresent: Ada Brindle, Tom Orme\n{TOLD}").meeting
    assert (meeting.organisation, meeting.body) == (organisation, body)


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
        ("Minutes of the meeting held on Tuesday12th March 2024", "2024-03-12"),
        ("Mill Board Minutes March 2024", "2024-03"),
        ("Minutes of the meeting held on Tuesday, 12th March 2024 at 7.00 pm", "2024-03-12"),
        ("Minutes\n| Date | 12/03/2024 |", "2024-03-12"),
        ("^ Minutes, 12 March 2024", "2024-03-12"),
        ("Minutes of the meeting, 12-Mar-2024", "2024-03-12"),
        ("Minutes of the meeting, 12^th^ March, 2024", "2024-03-12"),
        ("Minutes of the meeting\nThe Reeve comes on the 9th August.\n4712. Gates", None),
        ("Published 20 March 2024\nMinutes of the meeting held on 12 March 2024", "2024-03-12"),
        ("Minutes of the meeting held on 12 March 2024\nNext meeting: 9 April 2024", "2024-03-12"),
        ("Minutes of the meeting", None),
        ("Minutes 05-21-24", "2024-05-21"),
        ("Minutes of May 21-22, 2024", "2024-05-21"),
        ("Minutes of the 7th, 8th and 9th May 2024", "2024-05-07"),
        ("Meeting date: 8 August ’23", "2023-08-08"),
        ("Minutes of the meeting\n17/27 Minutes of meeting of 22 June 2017", None),
        ("Tuesday 7th April at 7pm\nThe minutes of the meeting held on 3 March 2024 were approved.", None),
    ],
)
def test_date(head: str, expected: str | None) -> None:
    assert minutes_of(f"# Fenwold Parish Council\n{head}\nPresent: Ada Brindle\n{TOLD}").meeting.date == expected


def test_minutes_under_a_cover_sheet_have_the_date_of_their_title() -> None:
    text = f"Title:\nMinutes Trust Board Meeting: 12 March 2024\nDate:\n9 May 2024\nPresent: Ada Brindle\n{TOLD}"
    assert minutes_of(text).meeting.date == "2024-03-12"


def test_a_heading_may_date_the_meeting_to_the_month() -> None:
    assert minutes_of(f"# 2024-March Public Board Meeting\nPresent: Ada Brindle\n{TOLD}").meeting.date == "2024-03"


@pytest.mark.parametrize(
    ("told", "organisation"),
    [
        ("The Foundation needs bylaws. The Mill Foundation adopts them. The Foundation is to file them.",
         "Mill Foundation"),
        ("The Foundation wrote to the Mill Foundation and the Dale Foundation. The Foundation met.", None),
        ("XMRA members met. The XMRA board agreed. XMRA goes on.", "XMRA"),
        ("The list is at xmra.org. XMRA met and XMRA paid the sum that is owed by XMRA.", "XMRA"),
        ("XMRA met and XMRA paid. XMRA goes on, and XMRA is well.", None),
        ("The Tide Data Office (TDO) is new. TDO has a plan. TDO is to be here. TDO, TDO.", "Tide Data Office"),
        (
            "# Tide Data Office plan\nThe Tide Data Office (TDO) is new. TDO has a plan. TDO is to be here. TDO, TDO.",
            None,
        ),
        ("The Tide Data User Group (TDUG) met. TDUG members and the TDUG website. TDUG goes on.", None),
    ],
)  # fmt: skip
def test_whom_the_text_speaks_of_as_its_own(told: str, organisation: str | None) -> None:
    text = f"# Minutes of the meeting on 12 March 2024\nPresent: Ada Brindle\n# 1. News\nIt was agreed.\n{told}"
    assert minutes_of(text).meeting.organisation == organisation


def test_a_report_may_introduce_whose_it_is() -> None:
    text = """
        # Performance report 2023-24
        As the head of the Tide Survey Office (TSO), I present the report of the TSO for the year, which tells
        # Harbours
        The TSO mapped two harbours. The TSO and TSO staff met Larkhaven Port Authority (LPA).
        # Staff
        The TSO grew.
        """
    assert minutes_of(text).meeting.organisation == "Tide Survey Office"


def test_the_reader_may_know_the_date() -> None:
    document = document_of(f"# Fenwold Parish Council\nMinutes of the meeting\nPresent: Ada Brindle\n{TOLD}")
    assert extract(document.model_copy(update={"date": "2024-03-12"})).meeting.date == "2024-03-12"


def test_a_report_may_be_dated_to_the_month() -> None:
    assert minutes_of("# Annual report on libraries\nMarch 2024\nVisits rose.").meeting.date == "2024-03"


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (
            "Fenwold Tides Board, 18 September 2024. Report of the Miller on what the year brought to all of the quays",
            "Fenwold Tides Board",
            "2024-09-18",
        ),
        ("Presented to the Moorings and Tides Board on 10 July 2024", "Moorings and Tides Board", "2024-07-10"),
        (
            "Fenwold – version 2.1 for the Moorings Improvement Board, 22 January 2024",
            "Moorings Improvement Board",
            "2024-01-22",
        ),
        ("Paper to the Tides Panel – 6 May 2024", "Tides Panel", "2024-05-06"),
        ("Wren Sallow, Chair of the Moorings and Tides Board\nMay 2024", "Moorings and Tides Board", "2024-05"),
        (
            "Quarter 2 – 1 July 2024 to 30 September 2024\nReporting to:\nTides and Quays Board, 27 November 2024",
            "Tides and Quays Board",
            "2024-11-27",
        ),
        ("Period: 1 April 2024 – 30 June 2024", None, None),
        (
            "The ferry opened on 4 May 2019. It has carried more in each year than in the one before it since then",
            None,
            None,
        ),
    ],
)
def test_the_head_of_a_report_names_the_body_and_its_day(head: str, body: str | None, date: str | None) -> None:
    meeting = minutes_of(f"# Performance report\n{head}\n# Visits\nVisits rose.").meeting
    assert (meeting.body, meeting.date) == (body, date)


@pytest.mark.parametrize(
    ("head", "organisation"),
    [
        (
            "# Fenwold Quays Partnership\n# Our strategy\nWenmarch County Council • Ostermark NHS Trust • Quay Friends",
            "Fenwold Quays Partnership",
        ),
        ("# Our strategy\n# Fenwold Quays Partnership\nWenmarch County Council", "Wenmarch County Council"),
        ("# Evaluation of the Fenwold Quays Programme\n# Final report", None),
        ("^ Wenmarch MBC – Quays Scrutiny Committee\n# Report on quays", "Wenmarch MBC"),
    ],
)
def test_a_joint_report_is_the_partnerships(head: str, organisation: str | None) -> None:
    assert minutes_of(f"{head}\n# Visits\nVisits rose.").meeting.organisation == organisation


def test_a_report_is_to_a_body_and_from_those_in_its_first_line() -> None:
    meeting = minutes_of(
        "# Larkhaven Inclusion Partnership\n# Year one report\n"
        "Report to the Larkhaven Families Board, 12 March 2024\nVisits rose."
    ).meeting
    assert (meeting.organisation, meeting.body) == ("Larkhaven Inclusion Partnership", "Larkhaven Families Board")


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("held on 12 March 2024 at 7.00 pm", "19:00"),
        ("held on 12 March 2024 at 7pm", "19:00"),
        ("held on 12 March 2024 commencing at 10.30 a.m.", "10:30"),
        ("held on 12 March 2024, 2.00 pm", "14:00"),
        ("held on 12 March 2024 at 12.15 pm", "12:15"),
        ("held on 12 March 2024 7pm", "19:00"),
        ("held on 12/03/24 7pm", "19:00"),
        ("held on 12 March 2024 @ 19:00", "19:00"),
        ("held on 12 March 2024\nTime: 21:00", "21:00"),
        ("held on 12 March 2024\nThe meeting closed at 8.25pm", None),
        ("held on 12 March 2024", None),
    ],
)
def test_start_time(line: str, start: str | None) -> None:
    assert minutes_of(f"# Minutes of the meeting {line}\nPresent: Ada Brindle\n{TOLD}").meeting.start_time == start


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("The meeting closed at 9.15 pm.", "21:15"),
        ("The meeting closed at 12.15 am.", "00:15"),
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
        (
            "held on 12 March 2024 in the Guild Room of the Old Forge, Mill\nLane, Fenwold",
            "Guild Room of the Old Forge, Mill Lane, Fenwold",
        ),
        ("held in the Old Forge on\nTuesday 12 March 2024", "Old Forge"),
        ("held at Old Forge, Mill Lane Saturday 12 March 2024", "Old Forge, Mill Lane"),
        ("held on 12 March 2024 in the Guild Room of the Old Forge\nPresent: Una Keld", "Guild Room of the Old Forge"),
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


def test_where_they_met_is_not_the_organisation() -> None:
    text = "Minutes of the AGM of the runners\nheld at the Mill Pavilion, Fenwold College\non 4 May 2024.\n1. Welcome"
    assert minutes_of(f"{text}\nIt was agreed to run.").meeting.organisation is None


def test_a_school_that_a_line_only_speaks_of_is_not_the_organisation() -> None:
    minutes = minutes_of(
        "# Agenda item\n\n## Places at Quarry Lane School for the coming year\n\nMinutes:\n\nIt was agreed.\n"
    )
    assert minutes.meeting.organisation is None


@pytest.mark.parametrize(
    ("told", "organisation"),
    [
        ("Larkhaven Council was told. WCC replied, and the Council thanked WCC. The Council agreed.", "WCC"),
        ("Officers of Wenmarch Council met those of Larkhaven Council. See www.wenmarch.gov.uk.", "Wenmarch Council"),
        ("The Parish Council wrote to Larkhaven District Council, and Larkhaven District Council replied.", None),
        ("The programme is led by Larkhaven Council as the lead authority.", None),
        ("Services in Larkhaven rose. Across Larkhaven and in Larkhaven schools, Larkhaven grew. Larkhaven!", None),
    ],
)
def test_where_no_line_names_the_organisation_the_text_may(told: str, organisation: str | None) -> None:
    text = f"# Minutes of the Youth Panel held on 12 March 2024\nPresent: Ada Brindle\n{TOLD}\n{told}"
    assert minutes_of(text).meeting.organisation == organisation


def test_the_name_without_a_possessive_is_kept_where_both_are_printed() -> None:
    text = f"# Larkhaven’s Libraries\nTitle: Larkhaven Libraries board minutes\nPresent: Ada Brindle\n{TOLD}"
    assert minutes_of(text).meeting.organisation == "Larkhaven Libraries"


def test_an_acronym_is_spelled_out_where_the_text_does() -> None:
    text = """
        XYZ TAC Minutes
        Thursday 14 March 2024
        Present: Ada Brindle
        # 1. Minutes
        The Technical Advisory Council approved the minutes. It agreed to meet again.
        """
    meeting = minutes_of(text).meeting
    assert (meeting.organisation, meeting.body) == ("XYZ", "Technical Advisory Council")


@pytest.mark.parametrize(
    ("told", "organisation"),
    [
        ("Members of the University at EXU met. The University closed. EXU’s gates are shut.", "EXU"),
        ("Members of the Trust at EXU met. EXU’s gates are shut.", None),
        ("The University closed. The University at EXU and at OXU. EXU’s gates, OXU’s gates.", None),
    ],
)
def test_a_college_may_be_named_by_its_letters_alone(told: str, organisation: str | None) -> None:
    text = f"# Minutes of the Faculty Senate held on 12 March 2024\nPresent: Ada Brindle\n# 1. News\n{told}"
    assert minutes_of(text).meeting.organisation == organisation


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Meeting held on Thurs 4th July 2024", "2024-07-04"),
        ("Meeting held on\nTHURSDAY 4TH\nJULY 2024", "2024-07-04"),
        ("Meeting on 4 July 2O24", "2024-07-04"),  # a letter for a nought
        ("Meeting held on 4 July2024", "2024-07-04"),
        ("Meeting on 07/24/2024", "2024-07-24"),
        ("Meeting of July 4, 2024, as agreed on May 2, 2024, and moved from 07/03/2024", "2024-07-04"),
        ("Notes 04-07-2024", "2024-07-04"),
        ("Meeting 07/04/24\nMinutes of 05/23/24", "2024-07-04"),
        ("Draft, to be agreed at the AGM on 3 July 2025\nHeld on 4 July 2024", "2024-07-04"),
        ("Meeting on Tuesday 4 July\nSeen at the meeting of 4 July 2023", "2023-07-04"),
        ("Date: 2024-07-04T19:30:00", "2024-07-04"),
        ("Meeting of 31 July - 1 August 2024", "2024-07-31"),
        ("Accounts of 1 July - 31 August 2024\nHeld on 4 September 2024", "2024-09-04"),
        ("Minutes\n1. Apologies\n2. Minutes of the last meeting, 4 June 2024", None),
        ("Meeting of 30 June – 2 July 2024", "2024-06-30"),
        ("30 June 2024 to 2 August 2024", None),
        ("Date: 2024-07-04T19:00", "2024-07-04"),
        ('Synopsis of the meeting held on 4" July 2024', "2024-07-04"),
        ("BHP Agenda 20240704", "2024-07-04"),
        ("Account 20240704", None),
        ("Approved Minutes July 4 2024", "2024-07-04"),
        ("Approved the minutes of July 4 2024", None),
        ("07/24/24, 2:22 PM OarDocs\nThursday, July 4, 2024", "2024-07-04"),
        ("Minutes\n1. Meeting Information:\n• Date: 4 July 2024", "2024-07-04"),
        ("2024 July 4 Meeting", "2024-07-04"),
        ("Meeting of July 4,2024", "2024-07-04"),
        ("Meeting of July 4 (Thursday), 2024", "2024-07-04"),
        ("Minutes_2024-07-04", "2024-07-04"),
    ],
)
def test_dates_in_many_forms(head: str, expected: str | None) -> None:
    assert minutes_of(f"# Fenwold Parish Council\n{head}\nPresent: Ada Brindle\n{TOLD}").meeting.date == expected


@pytest.mark.parametrize(
    ("title", "posted", "first", "expected"),
    [
        ("Harbour Panel 4 July", "2024-07-16", "Two boats sank.", "2024-07-04"),
        ("Harbour Panel 28 December", "2025-01-09", "Two boats sank.", "2024-12-28"),
        ("Harbour Panel 4 July", "2025-03-09", "Two boats sank.", "2025-03-09"),
    ],
)
def test_the_title_of_a_page_may_date_the_meeting(title: str, posted: str | None, first: str, expected: str) -> None:
    document = document_of(f"{first}\nPresent: Ada Brindle\n{TOLD}")
    assert extract(document.model_copy(update={"title": title, "date": posted})).meeting.date == expected


def test_of_two_dates_the_one_on_the_printed_weekday() -> None:
    text = f"""
        # Fenwold Parish Council
        Minutes, Thursday 12 March 2021
        Present: Ada Brindle
        {TOLD}
        The meeting was adjourned at 8:30 pm on March 11, 2021.
        """
    assert minutes_of(text).meeting.date == "2021-03-11"


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("# Inclusion strategy\nApril 2024 – April 2026\nJune 2024", "2024-06"),
        ("# Annual report\nVisits rose.\nPrinted in September 2024 by Farne Press", "2024-09"),
        ("# Annual report\nVisits rose.\nUna Keld, Head of Libraries\nJuly 2024", "2024-07"),
        ("# Annual report\nBetween 18 January and 30 April 2024 all of the users of the library were asked.", None),
        ("| To: | Cabinet – 4 March 2025 |\n| Subject: | Annual report |", "2025-03-04"),
    ],
)
def test_the_date_a_report_bears(report: str, expected: str | None) -> None:
    assert minutes_of(report).meeting.date == expected


def test_a_report_is_made_for_the_body_it_is_addressed_to() -> None:
    text = "| To: | Cabinet, 4 March 2025 |\n| Subject: | Hedges report |\n| Past pathway: | Hedges Committee |"
    assert minutes_of(text).meeting.body == "Cabinet"


@pytest.mark.parametrize("line", ["The meeting was chaired by Tom Orme.", "TO chaired the meeting."])
def test_the_chair_may_be_told(line: str) -> None:
    text = f"# Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle (AB), Tom Orme (TO)\n{line}\n{TOLD}"
    assert minutes_of(text).meeting.chair == "Tom Orme"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Minutes of the Parochial Church Council meeting on 12 March 2024", "Parochial Church Council"),
        ("A meeting of the PCC was held in church on 12 March 2024", "PCC"),
        ("Summary of Faculty Senate Meeting 12 March 2024", "Faculty Senate"),
    ],
)
def test_other_names_of_bodies(head: str, body: str) -> None:
    assert minutes_of(f"# {head}\nPresent: Ada Brindle\n{TOLD}").meeting.body == body


def test_below_a_letterhead_the_body_is_the_one_under_the_word_minutes() -> None:
    text = "# Larkhaven Transit District\n# Board of Directors\nChair: Una Keld\n# MINUTES\n# Fares & Routes Committee"
    meeting = minutes_of(f"{text}\nTuesday, 12 March 2024\n{TOLD}").meeting
    assert (meeting.organisation, meeting.body) == ("Larkhaven Transit District", "Fares & Routes Committee")


def test_when_something_is_due_is_not_the_date_of_a_report() -> None:
    assert (
        minutes_of(
            "# Annual report on libraries\nVisits rose.\n# Next steps\n• Hire a warden by June 2024"
        ).meeting.date
        is None
    )


def test_the_day_on_which_decisions_were_published_is_not_that_of_the_meeting() -> None:
    text = (
        "# Fenwold Council\n**Record of decisions – meeting of Tuesday 12 March 2024**\n"
        "Date of publication: Thursday 14 March 2024\nMembers present: Cllr Ada Brindle, Cllr Tom Orme\n"
        "# 8 Fees\nThe report was noted. It was agreed that the fee be halved."
    )
    assert minutes_of(text).meeting.date == "2024-03-12"


@pytest.mark.parametrize(
    ("head", "organisation", "body"),
    [
        ("LARKHAVEN FIRE AND RESCUE AUTHORITY\nMinutes of the Meeting of the Authority held on 12 March 2024",
         "Larkhaven Fire and Rescue Authority", "Larkhaven Fire and Rescue Authority"),
        ("Larkhaven Combined Authority – Draft Minutes\nMeeting: Tuesday 12 March 2024",
         "Larkhaven Combined Authority", "Larkhaven Combined Authority"),
        ("LARKHAVEN FIRE AUTHORITY\n# Audit Committee\nMinutes of the meeting held on 12 March 2024",
         "Larkhaven Fire Authority", "Audit Committee"),
        ("TECHNOLOGICAL UNIVERSITY OF THE FENS\n# Governing Body (An Comhlacht Mór)\nMinutes of Meeting No. 8",
         "Technological University of the Fens", "Governing Body"),
        ("University of Larkhaven\n# Academic Board\nMinutes of the meeting held on 12 March 2024",
         "University of Larkhaven", "Academic Board"),
        ("Weir Learning Trust\nLOCAL GOVERNING BODY OF FENWOLD PRIMARY SCHOOL\nMinutes of the Autumn Meeting",
         "Weir Learning Trust", "Local Governing Body of Fenwold Primary School"),
        ("Governing Board of Fenwold Academy\nMinutes of the meeting held on 12 March 2024",
         "Fenwold Academy", "Governing Board"),
        ("FQX Technical Council Teleconference, 12 March 2024", "FQX", "Technical Council"),
        ("FENWOLD COMMON COUNCIL\nMinutes of the meeting held on 12 March 2024",
         "Fenwold Common Council", "Common Council"),
    ],
)  # fmt: skip
def test_an_organisation_and_its_body(head: str, organisation: str, body: str) -> None:
    meeting = minutes_of(f"# {head}\nPresent: Ada Brindle (Chair), Tom Orme\n{TOLD}").meeting
    assert (meeting.organisation, meeting.body) == (organisation, body)


@pytest.mark.parametrize(
    ("title", "told", "organisation"),
    [
        ("Tidea Board of Directors", "Una asked for a new page of Tidea.", "Tidea"),
        ("Barge Joinery Steering Committee", "Una read Barge Joinery lessons. " * 3, "Barge Joinery"),
        ("Barge Joinery Steering Committee", "Una read Barge Joinery lessons.", None),
        ("Mooring Steering Group", "Una read of Mooring rules. " * 3 + "The mooring is wet.", None),
        ("Quay Plan Steering Group", "Una read the Quay Plan. " * 3, None),
    ],
)
def test_a_coined_name_before_a_body_is_whose_it_is(title: str, told: str, organisation: str | None) -> None:
    text = f"# {title} Meeting\nMinutes of the meeting held on 12 March 2024\nPresent: Una Keld\n# 1. News\n{told}"
    assert minutes_of(text).meeting.organisation == organisation


@pytest.mark.parametrize(("media_type", "date"), [("text/markdown", "2024-03-12"), ("application/pdf", "2025-05-21")])
def test_the_title_of_a_page_dates_the_minutes_before_their_text(media_type: str, date: str) -> None:
    page = document_of("Present: Una Keld, Tom Orme\nThe Chair reported that a loan ends on 21 May 2025.\n" + TOLD)
    page = page.model_copy(update={"title": "Minutes of the Meeting on 12 March 2024", "media_type": media_type})
    assert extract(page).meeting.date == date


def test_an_organisation_and_its_body_may_act_by_the_letters_of_both() -> None:
    text = (
        "# Barge Joinery Governance Committee\n# Meeting minutes: 2024-03-12\nAttending: Una Keld, Tom Orme\n"
        "# Lessons\nUna read three Barge Joinery lessons. A Barge Joinery page is new. Barge Joinery grows.\n"
        "The BJGC agreed to approve the lesson on caulking.\n"
    )
    minutes = minutes_of(text)
    assert (minutes.meeting.organisation, minutes.meeting.body) == ("Barge Joinery", "Governance Committee")
    assert [one.text for one in minutes.decisions] == ["The BJGC agreed to approve the lesson on caulking."]


@pytest.mark.parametrize(
    ("head", "organisation", "body"),
    [
        ("Minutes from the 2024-03-12 Tidal Steering Committee Meeting", None, "Tidal Steering Committee"),
        ("Notes: March 2024 Oar Users Board Meeting", None, "Oar Users Board"),
        ("3rd Open Charts Board Meeting", None, "Open Charts Board"),
        ("Tide Modelling (TM) Technical Committee Meeting", None, "Tide Modelling (TM) Technical Committee"),
        ("Minutes of the OarTide Steering Commitee, 12 March 2024", "OarTide", "Steering Commitee"),
        ("Ferry PMB Meeting 16", None, "Ferry PMB"),
        ("Chart Policy and Use SIG Meeting, 12 March 2024", None, "Chart Policy and Use SIG"),
        ("Larkhaven Branch Meeting Minutes", None, "Larkhaven Branch"),
        ("Trustees of Fenwold Public Library, Meeting minutes", "Fenwold Public Library", "Trustees"),
        ("Minutes of annual meeting of the Members of Fenwold Boat Association", "Fenwold Boat Association", "Members"),
        ("2023 Annual General Meeting of the Mill and Tarn Lakes Association", "Mill and Tarn Lakes Association", None),
        ("Larkhaven School Committee Meeting", "Larkhaven", "Larkhaven School Committee"),
        ("FENWOLD COUNTY COMMITTEE ON MILL REPAIRS", None, "Fenwold County Committee on Mill Repairs"),
        ("Larkhaven Common Council – Regular Session", "Larkhaven Common Council", "Common Council"),
        ("Minutes of OTX AGM, 12 March 2024", "OTX", None),
        ("OTX Board monthly meeting, 12 March 2024\nOTX has boats.", "OTX", "Board"),
        ("OTN Board meeting, 12 March 2024\nThe Open Tide Network has boats.", "Open Tide Network", "OTN Board"),
        ("PTA Executive Board Meeting Summary\nPTA boats", None, "PTA Executive Board"),
        ("Highways Board Meeting\nHighways at www.fenwold.gov", None, "Highways Board"),
        ("# Boat days\nBoard members present: Ada Brindle, Tom Orme", None, "Board"),
    ],
)  # fmt: skip
def test_titles_of_minutes(head: str, organisation: str | None, body: str | None) -> None:
    meeting = minutes_of(f"{head}\nPresent: Ada Brindle, Tom Orme\n# Boats\nIt was agreed to wait. All voted.").meeting
    assert (meeting.organisation, meeting.body) == (organisation, body)


def test_minutes_that_are_approved_do_not_name_the_body() -> None:
    text = (
        "# Larkhaven Oar Panel\nPresent: Ada Brindle\nA. Approval of the minutes of the Mill Board meeting of 12 March"
    )
    assert minutes_of(f"{text}\n{TOLD}").meeting.body == "Larkhaven Oar Panel"
