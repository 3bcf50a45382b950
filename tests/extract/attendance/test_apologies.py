"""Who was not there, and who came in their place."""

import pytest

from tests.extract.attendance.samples import attendance, names
from tests.extract.samples import minutes_of


@pytest.mark.parametrize(
    "text",
    [
        "Apologies: Cllr Wren Sallow, Mr Jory Tay",
        "Apologies for absence: Cllr Wren Sallow and Mr Jory Tay",
        "Board Members Absent: Cllr Wren Sallow (excused), Mr Jory Tay (with apologies)",
        "|! Name | Firm | Role | Present |\n| Cllr Wren Sallow | Mill | Head | R |\n| Mr Jory Tay | Mill | Clerk | R |",
        "Apologies were received from Cllr Wren Sallow and Mr Jory Tay.",
        "Apologies were received from Cllr Wren Sallow and from Mr Jory Tay. The Clerk was thanked.",
        "Apologies were received from Cllr Wren Sallow. Mr Jory Tay also sent his apologies.",
        "Present: Cllr Ada Brindle APOLOGIES: Cllr Wren Sallow, Mr Jory Tay",
        "Apologies were submitted on behalf of Cllr Wren Sallow and Mr Jory Tay.",
        "Apologies were recorded for Cllr Wren Sallow and Mr Jory Tay.",
        "Who came: Una Keld\nSorry: Cllr Wren Sallow, Mr Jory Tay",
        "Here: Una Keld\nSorry they can’t make it: Cllr Wren Sallow, Mr Jory Tay",
        "Apologies\nCllr Wren Sallow\nMr Jory Tay",
        "| Apologies: | Cllr Wren Sallow, Mr Jory Tay |",
        "# 1. To receive apologies for absence\nCllr Wren Sallow (work), Mr Jory Tay\n"
        "RESOLVED: Proposed Cllr Orme, seconded Cllr Keld, that they be accepted.",
        "Apologies\nCllr Wren Sallow\nMr Jory Tay\nAgenda\n|! Item | Description |\n| 1 | Mill Pond |",
        "Apologies\n| Cllr Wren Sallow | WS | Mill Guild |\n| Mr Jory Tay | JT | Clerk |",
        "(* = present; A = apologies)\nA Cllr Wren Sallow\nA Mr Jory Tay",
        "Apologies: Cllr Wren Sallow, Mr Jory Tay\nCllr Ada Brindle presiding.",
        "Present: Cllr Ada Brindle\n# 1. Apologies\nApologies were received from Cllr Wren Sallow and Mr Jory Tay.",
        "Present: Cllr Ada Brindle\n# 1. Apologies\nCllr Wren Sallow, Mr Jory Tay",
        "Present: Cllr Ada Brindle\n# 1. Apologies\nCllr Wren Sallow (work), Mr Jory Tay (ill). Apologies accepted.",
        "Apologies: Cllr Wren Sallow, Mr Jory Tay\nCllr Ada Brindle in the Chair",
        "Apologies/Absent: Cllr Wren Sallow, Mr Jory Tay",
        "In attendance: Una Keld\nApologies received and accepted: Cllr Wren Sallow, Mr Jory Tay",
        "Apologies for their inability to attend on this day were received from Cllr Wren Sallow and Mr Jory Tay.",
        "# 1. Apologises\nThere were two formal apologises for absence namely from Cllr Wren Sallow and Mr Jory Tay.",
        "Apologies were received and accepted from Cllr Wren Sallow who was away and Mr Jory Tay who was ill.",
        "# 1. Apologies\nThat the apology from Cllr Wren Sallow and Mr Jory Tay be accepted.",
        "Present: Cllr Una Keld, Cllr Orme. Apologies were received from Cllr Wren Sallow and Mr Jory Tay",
        "# 1. Apologies\nResolution number 24/17\nThat the Board:\na) accept the apology from Cllr Wren Sallow and "
        "Mr Jory Tay.\nCARRIED",
        "Apologies: Cllr Wren Sallow, Mr Jory Tay\nPresent: Cllr Una Keld\nCllr Keld sent apologies for lateness.",
        "# 1. Apologies\nApologies had been accepted for Cllr Wren Sallow while away at sea. Apologies were also "
        "received from Mr Jory Tay (JT) (Mill Guild) who was attending a wedding.",
        "Present: Cllr Una Keld\n# 1. Apologies\nApologies came from Cllr Wren Sallow and Mr Jory Tay.\n"
        "# 2. Next meeting\nCllr Keld gave her apologies for the next meeting.",
    ],
)
def test_those_who_sent_apologies(text: str) -> None:
    assert names(text, "apologies") == ["Cllr Wren Sallow", "Mr Jory Tay"]


def test_a_heading_of_one_word_below_apologies_is_nobody() -> None:
    text = (
        "# Attendees\nAda Brindle, Tom Orme\n# Apologies\nUna Keld, Nia Tay\n# Resolutions\n1. The report was received."
    )
    assert names(text, "apologies") == ["Una Keld", "Nia Tay"]


def test_who_sent_apologies_was_not_there() -> None:
    text = "Attendees: Ada Brindle, Tom Orme\nApologies were received from Mr T Orme."
    assert (names(text, "present"), names(text, "apologies")) == (["Ada Brindle"], ["Mr T Orme"])


@pytest.mark.parametrize(
    ("text", "sorry"),
    [
        (
            "Apologies were received, with the Board’s consent, from Mr T Orme (Chair) and Ms Nia Tay.",
            "Mr T Orme|Ms Nia Tay",
        ),
        ("The Vice Chair said that apologies had come from Tom Orme and she was to chair.", "Tom Orme"),
        ("Present: Una Keld. Councillor Tom Orme apologised.", "Councillor Tom Orme"),
        ("Present: Una Keld. Councillor Tom Orme had emailed his apologies.", "Councillor Tom Orme"),
        ("Present: Una Keld. The secretary recorded apologies for the late start.", ""),
        ("# 1. APOLOGIES FOR ABSENCE\nWere received from Cllr Tom Orme and Nia Tay", "Cllr Tom Orme|Nia Tay"),
        (
            "**M041/24 1. APOLOGIES FOR ABSENCE**\nCllr Tom Orme (work). The meeting accepted this as a reason.",
            "Cllr Tom Orme",
        ),
        ("# 1. The gate\nTom Orme apologised.", ""),
    ],
)
def test_who_was_sorry_may_be_told_in_a_sentence(text: str, sorry: str) -> None:
    assert "|".join(names(text, "apologies")) == sorry


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "All the councillors are present with the exception of Ms Una Keld having given her mandate to Mr Bo Tay "
            "and Mr Tom Orme.",
            {"Ms Una Keld": "apologies", "Mr Bo Tay": "present", "Mr Tom Orme": "absent"},
        ),
        (
            "Present: Una Keld, Bo Tay\nAbsent: Tom Orme, who has given his proxy to Bo Tay.",
            {"Una Keld": "present", "Bo Tay": "present", "Tom Orme": "apologies"},
        ),
        (
            "Present: all members except Ms Una Keld and Mr Tom Orme.",
            {"Ms Una Keld": "absent", "Mr Tom Orme": "absent"},
        ),
        ("Present: Una Keld (all items except 4), Tom Orme", {"Una Keld": "present", "Tom Orme": "present"}),
        (
            "Present: Una Keld, Tom Orme\nUna Keld gave power to Local Mills.",
            {"Una Keld": "present", "Tom Orme": "present"},
        ),
    ],
)
def test_those_who_are_excepted_are_away_and_who_holds_a_proxy_is_there(text: str, told: dict[str, str]) -> None:
    assert {entry.name: entry.status for entry in attendance(text)} == told


def test_who_sent_no_apology_is_not_listed() -> None:
    text = "Apologies were received from Cllr Wren Sallow. No apology had been received from Cllr Tay."
    assert names(text, "apologies") == ["Cllr Wren Sallow"]


def test_who_was_absent_may_be_told_in_a_sentence() -> None:
    text = "Trustees Tom Orme and Ada Tay were excused. Absent were Una Keld and Nia Fell."
    assert names(text, "absent") == ["Trustee Tom Orme", "Trustee Ada Tay", "Una Keld", "Nia Fell"]


@pytest.mark.parametrize("text", ["Proxies: Ada Brindle (proxy for Una Keld)", "Substitutes: Ada Brindle for Una Keld"])
def test_who_stands_for_somebody_is_there_and_who_is_stood_for_is_not(text: str) -> None:
    assert [(entry.name, entry.capacity) for entry in attendance(text)] == [("Ada Brindle", "substitute")]


def test_who_is_absent_in_one_place_may_have_sent_apologies_in_another() -> None:
    text = "Present: Una Keld\nAbsent: Tom Orme\nApologies were received from Tom Orme."
    assert (names(text, "apologies"), names(text, "absent")) == (["Tom Orme"], [])


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Orme joined the Board in 2019.",
        "Cllr Orme entered his apologies by post.",
        "Cllr Orme entered the gardens competition.",
    ],
)
def test_who_was_absent_did_not_come_in_by_what_else_is_told(text: str) -> None:
    told = attendance(f"Present: Cllr Ada Brindle\nAbsent: Cllr Tom Orme\n# 1. Gardens\n{text}")
    assert [entry.status for entry in told if entry.name == "Cllr Tom Orme"] == ["absent"]


@pytest.mark.parametrize("said", ["Ada Brindle substituting", "substitute: Ada Brindle", "Ada Brindle in her place"])
def test_who_came_for_somebody_who_sent_apologies_was_there(said: str) -> None:
    entries = attendance(f"Apologies: Tom Orme; Una Keld ({said})")
    assert [(one.name, one.status, one.capacity) for one in entries] == [
        ("Tom Orme", "apologies", None),
        ("Ada Brindle", "present", "substitute"),
        ("Una Keld", "apologies", None),
    ]


@pytest.mark.parametrize(
    "told",
    ["Cllr Una Keld, substituted by Cllr Ada Brindle, and Dr Tay",
     "Dr Tay, and Cllr Una Keld (represented by Ada Brindle)",
     "Dr Tay and Cllr Una Keld, with Cllr Ada Brindle attending in her place"],
)  # fmt: skip
def test_who_came_for_somebody_may_be_told_between_those_who_did_not(told: str) -> None:
    entries = {
        one.name.split()[-1]: one.status
        for one in attendance(f"Present: Tom Orme\nApologies were received from {told}.")
    }
    assert entries == {"Orme": "present", "Brindle": "present", "Keld": "apologies", "Tay": "apologies"}


def test_a_legend_may_say_that_a_is_for_apologies() -> None:
    text = "✓ = present, A = apologies\n| Name | 5 Feb | 12 March |\n| Ada Brindle | ✓ | A |\n| Tom Orme | A | ✓ |"
    assert names(text, "apologies") == ["Ada Brindle"]


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("| Other councillors | Cllr Nia Tay (Leader of the Opposition) |", "present"),
        ("| Other members | Cllr Nia Tay |", "present"),
        ("| Absent | Cllr Nia Tay |", "absent"),
    ],
)
def test_a_label_below_that_of_apologies(row: str, status: str) -> None:
    text = f"""
# Wenmarch Council
Cabinet
4 March 2026
| Members present | Cllr Ada Brindle (Leader) |
| Apologies | Cllr Una Keld |
{row}
1. Minutes
The minutes were agreed.
"""
    there = {entry.name: entry.status for entry in minutes_of(text).attendance}
    assert there == {"Cllr Ada Brindle": "present", "Cllr Una Keld": "apologies", "Cllr Nia Tay": status}


def test_apologies_run_in_behind_their_title_after_other_business() -> None:
    text = """
# Wenmarch Parish Council
Minutes of the Annual Meeting of the Parish Council held on Monday 11th May 2026
Present: Cllrs T. Orme (Chairman) and Miss N. Tay; Mrs. B. Sallow, Clerk
1. **Election of Chairman.** Cllr Orme was proposed by Cllr Tay and duly elected.
2. **Election of Vice-Chairman.** Cllr Tay (prop. TO).
3. **Apologies.** Cllr J. Mallow (holiday) and District Cllr. Mrs. Hask. The reason for Cllr Mallow’s absence was noted.
4. **Minutes.** The minutes were approved.
"""
    sorry = [entry.name for entry in minutes_of(text).attendance if entry.status == "apologies"]
    assert sorry == ["Cllr J. Mallow", "District Cllr. Mrs. Hask"]


@pytest.mark.parametrize(
    ("told", "sorry"),
    [
        ("RESOLVED to accept the apologies of Cllrs. Brindle (ill) and Orme.", ["Cllr. Brindle", "Cllr. Orme"]),
        ("Members heard the apologies of the ferry company for the noise.", []),
    ],
)
def test_apologies_of_those_named_with_a_title(told: str, sorry: list[str]) -> None:
    assert names(f"Present: Una Keld\n{told}", "apologies") == sorry
