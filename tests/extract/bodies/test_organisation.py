"""The council, trust or society whose document it is."""

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


def test_a_website_says_whose_it_is() -> None:
    page = document_of("# Bus service update\nTwo councils, Ashby Borough Council among them, pay for the service.")
    site = page.model_copy(update={"site": "Fenwold County Council", "media_type": "text/html"})
    assert extract(site).meeting.organisation == "Fenwold County Council"


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


@pytest.mark.parametrize(
    ("head", "told", "organisation"),
    [
        ("# Youth Panel", "Una Keld is to write to them.", None),
        ("# Youth Panel", "The Council was told, and the Council agreed.", "Larkhaven City Council"),
        ("# Youth Panel\nPresent: Cllr Ivo Lark", "Una Keld is to write to them.", "Larkhaven City Council"),
        ("# Minutes of a TCC meeting\nPresent: Cllr Ivo Lark", "Una Keld is to write to them.", "TCC"),
        ("# Minutes of a TCC meeting\nPresent: Cllr Ivo Lark", "Tide Canoe Club may come.", "TCC"),
        ("# FENWOLD COUNTY BOARD OF SUPERVISORS", "The Council was told, and the Council agreed.", "Fenwold County"),
        ("# Fenwold Library Board of Trustees", "The Council was told, and the Council agreed.", "Fenwold Library"),
        ("The Fenwold City Council met in regular session.", "The Council agreed.", "Fenwold City Council"),
        ("The Fenwold School District Board of Directors met on Monday.", "It agreed.", "Fenwold School District"),
        (
            "# Regional District of Fenwold",
            "The Council was told, and the Council agreed.",
            "Regional District of Fenwold",
        ),
    ],
)
def test_a_council_that_is_written_to_is_not_whose_minutes_they_are(head: str, told: str, organisation: str) -> None:
    named = "Larkhaven City Council has a boat. The boat of Larkhaven City Council is red."
    text = f"{head}\nMinutes, 12 March 2024\nPresent: Ada Brindle, Tom Orme\n# 1. Boats\n{named}\n{told}"
    assert minutes_of(text).meeting.organisation == organisation
