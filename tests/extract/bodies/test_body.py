"""The committee or board whose document it is, and the organisation that it is of."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("CONFIRMED Minutes of the meeting of the Mill Committee held on 4 May 2024", "Mill Committee"),
        ("Minutes of the meeting of the Amenities Committee held on 12 March 2024", "Amenities Committee"),
        ("Minutes of the Working Group on Open Gates held on 12 March 2024", "Working Group on Open Gates"),
        ("Meeting of the Hedge Panel on Tuesday", "Hedge Panel"),
        ("# MILL INFORMATION BOARD\n# Approved Minutes\nThe Board met on 12 March 2024.", "Mill Information Board"),
        (
            "# WENFORD MILL BOARD\nA committee of Wenford County Council\nMinutes of the meeting held on 4 May 2024",
            "Wenford Mill Board",
        ),
        (
            "# Weir Commission\nOpen Looms Advisory Committee of the Fenwold Weir Commission",
            "Open Looms Advisory Committee",
        ),
        (
            "A regular meeting of the Mill Panel was held.\nCommittee Reports:\nUna Keld – Mill Library Board",
            "Mill Panel",
        ),
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
    ("head", "body"),
    [
        ("Minutes of the Parochial Church Council meeting on 12 March 2024", "Parochial Church Council"),
        ("A meeting of the PCC was held in church on 12 March 2024", "PCC"),
        ("Summary of Faculty Senate Meeting 12 March 2024", "Faculty Senate"),
        (
            "Standing Advisory Council on Boat Building\nTuesday 12 March 2024",
            "Standing Advisory Council on Boat Building",
        ),
    ],
)
def test_other_names_of_bodies(head: str, body: str) -> None:
    assert minutes_of(f"# {head}\nPresent: Ada Brindle\n{TOLD}").meeting.body == body


def test_where_no_line_names_the_body_it_is_the_one_that_is_spoken_of() -> None:
    text = """
        Minutes, 12 March 2024
        Present: Ada Brindle, Tom Orme
        # 1. Welcome
        The Youth Forum noted the report. The Youth Forum agreed to meet again.
        """
    assert minutes_of(text).meeting.body == "Youth Forum"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "# Minutes\n# I. Call to Order\nThe Fares Committee asked that the Board of Directors approve it. "
            "The Fares Committee agreed. The Fares Committee noted it.",
            "Board of Directors",
        ),
        (
            "# Tarn Police and Crime Panel Friday, 12th March, 2024 10.30 am\nResolved – that the minutes of the "
            "meeting of the Panel held on 2 May be agreed.",
            "Tarn Police and Crime Panel",
        ),
        ("# Lamps Forum\nRoll call\nReport of the meeting of the Gates Committee held in May", "Lamps Forum"),
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


def test_minutes_that_are_approved_do_not_name_the_body() -> None:
    text = (
        "# Larkhaven Oar Panel\nPresent: Ada Brindle\nA. Approval of the minutes of the Mill Board meeting of 12 March"
    )
    assert minutes_of(f"{text}\n{TOLD}").meeting.body == "Larkhaven Oar Panel"


def test_a_report_is_made_for_the_body_it_is_addressed_to() -> None:
    text = "| To: | Cabinet, 4 March 2025 |\n| Subject: | Hedges report |\n| Past pathway: | Hedges Committee |"
    assert minutes_of(text).meeting.body == "Cabinet"


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
        ("RURAL MUNICIPALITY OF LARKHAVEN NO. 12\nMinutes of the Regular Meeting of Council, 12 March 2024",
         "Rural Municipality of Larkhaven No. 12", "Council"),
        ("FENWOLD COMMON COUNCIL\nMinutes of the meeting held on 12 March 2024",
         "Fenwold Common Council", "Common Council"),
    ],
)  # fmt: skip
def test_an_organisation_and_its_body(head: str, organisation: str, body: str) -> None:
    meeting = minutes_of(f"# {head}\nPresent: Ada Brindle (Chair), Tom Orme\n{TOLD}").meeting
    assert (meeting.organisation, meeting.body) == (organisation, body)


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
        ("# Minutes from RFQ meeting held 12 March 2024", None, "RFQ"),
        ("# 9th RFQN Meeting", None, "RFQN"),
        ("# RFQN meeting, 12 March 2024\nRFQN members came. RFQN’s boats. RFQN.", "RFQN", None),
        ("Tidal PMB Meeting 16\nTidal has boats, and those of Tidal row.", "Tidal", "PMB"),
        ("Larkhaven Water District\nMinutes of the Board of Trustees Regular Meeting",
         "Larkhaven Water District", "Board of Trustees"),
        ("Meeting of the Board of Education, held in the school", None, "Board of Education"),
        ("Tide Charts Foundation – Technical Committee – 2024-03-12", "Tide Charts Foundation", "Technical Committee"),
        ("Tarn Safety Partnership Strategic Board", "Tarn Safety Partnership", "Strategic Board"),
        ("Tarn Safety Partnership Board", None, "Tarn Safety Partnership Board"),
        ("MINUTES OF MEETING OF THE MUNICIPAL DISTRICT OF\nLARK HAVEN HELD IN THE OLD FORGE, LARK", None,
         "Municipal District of Lark Haven"),
        ("LARKHAVEN MOORS NATIONAL PARK AUTHORITY\nMeeting:\nNational Park Authority",
         "Larkhaven Moors National Park Authority", "National Park Authority"),
        ("# Boat days\nBoard members present: Ada Brindle, Tom Orme", None, "Board"),
    ],
)  # fmt: skip
def test_titles_of_minutes(head: str, organisation: str | None, body: str | None) -> None:
    meeting = minutes_of(f"{head}\nPresent: Ada Brindle, Tom Orme\n# Boats\nIt was agreed to wait. All voted.").meeting
    assert (meeting.organisation, meeting.body) == (organisation, body)


def test_a_report_is_to_a_body_and_from_those_in_its_first_line() -> None:
    meeting = minutes_of(
        "# Larkhaven Inclusion Partnership\n# Year one report\n"
        "Report to the Larkhaven Families Board, 12 March 2024\nVisits rose."
    ).meeting
    assert (meeting.organisation, meeting.body) == ("Larkhaven Inclusion Partnership", "Larkhaven Families Board")


def test_below_a_letterhead_the_body_is_the_one_under_the_word_minutes() -> None:
    text = "# Larkhaven Transit District\n# Board of Directors\nChair: Una Keld\n# MINUTES\n# Fares & Routes Committee"
    meeting = minutes_of(f"{text}\nTuesday, 12 March 2024\n{TOLD}").meeting
    assert (meeting.organisation, meeting.body) == ("Larkhaven Transit District", "Fares & Routes Committee")
