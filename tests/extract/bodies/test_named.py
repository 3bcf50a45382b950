"""The names of organisations that minutes print, and what is none."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("head", "organisation"),
    [
        ("LARKHAVEN WITH MILL ST ODA PARISH COUNCIL", "Larkhaven with Mill St Oda Parish Council"),
        ("LARKHAVEN, TARNSIDE & MILL COMMUNITY COUNCIL", "Larkhaven, Tarnside & Mill Community Council"),
        ("# Meeting with Fenwold Parish Council", "Fenwold Parish Council"),
        ("UNIVERSITY OF LARKHAVEN SEN/24/M3", "University of Larkhaven"),
        ("University of the Fens, Larkhaven", "University of the Fens, Larkhaven"),
        ("City of Larkhaven Planning Commission", "City of Larkhaven"),
        ("City of Fenwold Historic Bridges Commission", "City of Fenwold"),
        ("Regular Meeting of the Port of Larkhaven Board of Commissioners", "Port of Larkhaven"),
        ("HOUSING AUTHORITY OF LARKHAVEN", "Housing Authority of Larkhaven"),
        ("INTERNATIONAL ORGANISATION FOR TIDE TABLES", "International Organisation for Tide Tables"),
        (
            "Meeting of the Board of Education of Common School District No. 8, held",
            "Common School District No. 8",
        ),
        (
            "A special meeting of the Board of Education, Union Free School District No. 8, was held here.",
            "Union Free School District No. 8",
        ),
        (
            "At the Yearly Assembly of the Proprietors of the Tarnside Canal at the Crown",
            "Tarnside Canal",
        ),
        ("Minutes of a meeting of the Cabinet of Larkhaven District Council.", "Larkhaven District Council"),
        ("Minutes of the Executive Committee Meeting of the Tarn Chess Federation", "Tarn Chess Federation"),
        ("CITY OF TARN ORDINARY MEETING OF COUNCIL", "City of Tarn"),
        ("THE ROYAL BOROUGH OF TARN MINUTES OF A MEETING OF THE CABINET", "Royal Borough of Tarn"),
        ("Tarn University Council", "Tarn University"),
        ("The University of Tarn Minutes of the University Court", "University of Tarn"),
        ("NHS Tarn Clinical Commissioning Group", "NHS Tarn Clinical Commissioning Group"),
        ("TARN COMMUNITY SERVICES DISTRICT", "Tarn Community Services District"),
        ("TARN HOUSING CO-OPERATIVE LTD – Minutes", "Tarn Housing Co-Operative Ltd"),
        ("Larkhaven Students’ Union", "Larkhaven Students’ Union"),
        ("Fenwold Infant School PTA", "Fenwold Infant School PTA"),
        ("# Minutes of the Presidential Council", None),
        ("# National Park Authority", None),
        ("# Larkhaven University Students’ Union", "Larkhaven University Students’ Union"),
    ],
)
def test_names_at_the_head(head: str, organisation: str | None) -> None:
    text = f"{head}\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle, Tom Orme\n{TOLD}"
    assert minutes_of(text).meeting.organisation == organisation


@pytest.mark.parametrize(
    "told",
    [
        "**Report on Fenwold School:**\nA wall is mended.",
        "# Visit to Fenwold School\nA wall is mended.",
        "**Fenwold School**\nA wall is mended.",
        "Location: Fenwold School",
        "12 March 2024, Fenwold School, Room 2",
        "Una Keld, Officer, Larkhaven City Council, and Ivo Lark (Larkhaven City Council) came.",
        "| Una Keld | Larkhaven City Council |\n| Ivo Lark | Larkhaven City Council |",
        "The Presidential Council met. What the Presidential Council said was read.",
    ],
)
def test_what_minutes_are_about_and_where_people_are_from_is_not_whose_they_are(told: str) -> None:
    text = f"# Lamps Panel\nMinutes, 12 March 2024\nPresent: Ada Brindle, Tom Orme\n{told}\n{TOLD}"
    assert minutes_of(text).meeting.organisation is None


@pytest.mark.parametrize(
    ("head", "organisation"),
    [
        ("# Tarn and Mill Joint Lamps Committee\n12 March 2024\nPublished: 14 March\n", None),
        ("# Estuary Police and Crime Panel\n12 March 2024\nPublished: 14 March\n", None),
        ("# Larkhaven City Council\n# Tarn and Mill Joint Lamps Committee\n", "Larkhaven City Council"),
        ("# Joint Lamps Committee\n12 March 2024\nPublished: 14 March\n", "Larkhaven City Council"),
    ],
)
def test_a_joint_committee_is_no_councils_unless_its_title_says_so(head: str, organisation: str | None) -> None:
    text = f"{head}\nLarkhaven City Council\nFenwold Town Council\nMinutes\nPresent: Ada Brindle, Tom Orme\n{TOLD}"
    assert minutes_of(text).meeting.organisation == organisation
