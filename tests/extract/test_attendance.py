"""Who was there and who sent apologies."""

import pytest

from minutes.model import Attendance
from tests.extract.samples import FRONT, minutes_of


def attendance(text: str) -> tuple[Attendance, ...]:
    return minutes_of(
        f"# Fenwold Parish Council\nMinutes of the meeting held on 12 March 2024\n{text}\n"
        "# 1. Welcome\nThe Chair welcomed everyone."
    ).attendance


def names(text: str, status: str) -> list[str]:
    return [entry.name for entry in attendance(text) if entry.status == status]


@pytest.mark.parametrize(
    "text",
    [
        "Present: Cllr Ada Brindle, Cllr Tom Orme",
        "PRESENT: Cllr Ada Brindle and Cllr Tom Orme",
        "Members present: Cllr Ada Brindle; Cllr Tom Orme",
        "Present\nCllr Ada Brindle\nCllr Tom Orme",
        "# Present\nCllr Ada Brindle, Cllr Tom Orme",
        "Attendees:\n• Cllr Ada Brindle\n• Cllr Tom Orme",
        "Attendees:\n• MTF - Cllr Ada Brindle (Chair)\n• Non-members – Cllr Tom Orme",
        "In attendance:\n• Mill Trust – Cllr Ada Brindle, Cllr Tom Orme (Clerk)",
        "| Present: | Cllr Ada Brindle, Cllr Tom Orme |",
        "| Present | Cllr Ada Brindle |\n| | Cllr Tom Orme |",
        "The following directors were present at the meeting:\nCllr Ada Brindle\nCllr Tom Orme",
        "# Roll call\nCllr Ada Brindle\nCllr Tom Orme",
        "Sederunt: Cllr Ada Brindle and Cllr Tom Orme",
        "I Láthair: Cllr Ada Brindle, Cllr Tom Orme",
        "| Trustees: | Cllr Ada Brindle, Cllr Tom Orme |",
        "| Trustees | Officers and guests |\n| Cllr Ada Brindle (Chair) Cllr Tom Orme (Treasurer) | |",
        "| Governors | In attendance | Apologies |\n| Cllr Ada Brindle | | |\n| Cllr Tom Orme | | |",
        "There were present: Cllr Ada Brindle and Cllr Tom Orme.",
        "At 6:00 p.m. the Board met. The following members were present:\nCllr Ada Brindle\nCllr Tom Orme",
        "Present:\nCllr Ada Brindle\nParish Representatives:\nCllr Tom Orme",
        "# Members:\n(* = present)\n* Cllr Ada Brindle\n* Cllr Tom Orme",
        "Present\n| Cllr Ada Brindle | Mill Dale |\n| Cllr Tom Orme | Low Moor |",
        "|! Name | Role | Attendance |\n| Cllr Ada Brindle | Member | Present |\n"
        "| Cllr Tom Orme | Guest | Present for item 6 |",
        "Present (via Zoom): Cllr Ada Brindle, Cllr Tom Orme",
        "| Present | Cllr Ada Brindle | AB | Cllr Tom Orme | TO |",
        "In the Chair: Cllr Ada Brindle\nCouncillors: Cllr Tom Orme",
        "# Governors\nCllr Ada Brindle (Chair)\n# Staff\nCllr Tom Orme",
        "| Voting members | Non-voting |\n| Cllr Ada Brindle (Chair) | Cllr Tom Orme |",
        "Absent: Cllr Ada Brindle. Present: Cllr Tom Orme\nAt this point Cllr Brindle entered and took part.",
        "Chair: Cllr Ada Brindle  Minutes: Cllr Tom Orme",
        "Members: Cllr Ada Brindle – present; Cllr Tom Orme – present via Zoom; Cllr Una Keld – absent",
        "Patients: Cllr Ada Brindle, Cllr Tom Orme",
        "Voting members in attendance: Cllr Ada Brindle\nEx officio, non-voting: Cllr Tom Orme",
        "P R E S E N T :\nCllr Ada Brindle\nCllr Tom Orme",
        "Who was there: Cllr Ada Brindle, Cllr Tom Orme",
        "Here: Cllr Ada Brindle, Cllr Tom Orme",
        "|! Name | Office | Present |\n| Cllr Ada Brindle | Chair | Yes |\n| Cllr Tom Orme | Reeve | Yes |\n"
        "| Cllr Una Keld | Warden | No |",
        "Present:\n• Cllr Ada Brindle @brindle (board)\n• Cllr Tom Orme (@orme)",
        "# Voting member attendance\n• [x] Cllr Ada Brindle\n• [ ] Cllr Una Keld\n• [X] Cllr Tom Orme",
        "# Members\n☑ Cllr Ada Brindle, Mill Guild\n☐ Cllr Una Keld, Pond Guild\n☑ Cllr Tom Orme, Bench Guild",
        "Minutes: Cllr Ada Brindle (Clerk)\nAttended by: Cllr Tom Orme",
        "Present\n| Cllr Ada Brindle | Councillor |\n| Members of the public: | 3 |\n| | Cllr Tom Orme |",
        "| Present: | Cllr Ada Brindle | Chair |\n| Minutes: | Cllr Tom Orme | Board Secretary |",
        "Cllr Ada Brindle answered the roll call. Also present via Zoom were Cllr Tom Orme.",
        "Present: Cllr Ada Brindle. Apologies came from Cllr Una Keld, with Cllr Tom Orme in attendance as substitute.",
        "I Láthair / Present: Cllrs Ada Brindle, Tom Orme",
        "Voting members present\n• Cllr Ada Brindle\n• Cllr Tom Orme",
        "| Present: | |\n| Cllr Ada Brindle | Leader |\n| Cllr Tom Orme | Member for Parks and Street Scene |",
        "|! Name | Present | Apologies |\n| Cllr Ada Brindle | ✓ | |\n| Cllr Tom Orme | ✓ | |",
        "|! Present | Apologies |\n| Cllr Ada Brindle | |\n| Cllr Tom Orme | |",
        "Councillors in attendance: Cllr Ada Brindle\nCo-opted members: Cllr Tom Orme (Parish representative)",
        "| Present: | Cllr Ada Brindle | Chief Officer (Finance) | AB |\n| | Cllr Tom Orme | Ward 3 | TO |",
        "| Present: | Cllr Ada Brindle | Chair | AB |\n| | Cllr Tom Orme | Nurse | TO |\n| Observing: | Two men | | |",
        "Present:\n| Group | Name | School |\n| Early | Cllr Ada Brindle | Mill |\n| Late | Cllr Tom Orme | Dale |",
        "Present:\n• Cllr Ada Brindle, NHS Fenwold ICB\n• Cllr Tom Orme, Democratic Services",
        "Present:-\n| Cllr Ada Brindle, NHS Fenwold (Chair) | Cllr Tom Orme, NHS Fenwold |",
        "Present: Cllr Ada Brindle (Leader)\n| (Chair) | (Conservative) |\n| Cllr Tom Orme | |",
        "| Also in | Cllr Ada Brindle (Chair of the Audit Committee) and |\n| attendance: | Cllr Tom Orme |",
        "|! Name | Firm | Role | Present |\n| Cllr Ada Brindle | Mill | Aid | Y |\n| Cllr Tom Orme | Dale | Aid | Y |",
        "Those present were Cllr Ada Brindle (chair) and me, Cllr Tom Orme, taking the notes.",
        "Cllr Ada Brindle came for the first half hour and Cllr Tom Orme was with us until 8.45.",
        "Board Members Absent: Wren Sallow\nAdministration: Cllr Ada Brindle, Clerk; Cllr Tom Orme, Bursar",
        "Chair: Cllr Ada Brindle Scribe: Cllr Tom Orme",
        "The meeting began at 8.00 p.m. Commissioners in attendance were Cllr Ada Brindle and Cllr Tom Orme.",
        "PL24/031 PRESENT\nCllrs Ada Brindle and Tom Orme",
        "Cllr Ada Brindle called the Regular Meeting of March 12, 2024 to order. Also present was Cllr Tom Orme.",
        "| Officers: | Cllr Ada Brindle – Chief Executive |\nCllr Tom Orme – Head of Legal and Democratic Services",
        "Roll Call of Directors: Present – Cllr Ada Brindle; Cllr Tom Orme, Treasurer. Absent – Una Keld, Secretary",
        "Roll call: Present - Cllr Ada Brindle; Staff - Cllr Tom Orme; Regrets - Una Keld",
        "Board members — Cllr Ada Brindle. Guests — Cllr Tom Orme. Excused — Una Keld.",
        "In the Chair Cllr Ada Brindle\nPresent Cllr Tom Orme",
        "Council Members:\nCllr Ada Brindle\nTown staff, officials, and guests present:\nCllr Tom Orme, Attorney",
        "Present: Cllr Ada Brindle of the Mill Trust, Cllr Tom Orme of Wenmarch Ltd",
        "Present: Cllr Ada Brindle\nCllr Tom Orme, our representative from the county surveyors, was present.",
    ],
)
def test_those_present(text: str) -> None:
    assert names(text, "present") == ["Cllr Ada Brindle", "Cllr Tom Orme"]


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


def test_two_labels_over_names_that_have_run_together_say_of_nobody_which_of_them_holds() -> None:
    assert attendance("Members present: Members absent:\nAda Brindle Wren Sallow Tom Orme") == ()


def test_what_somebody_is_may_stand_before_the_name() -> None:
    text = "Staff present:\n• Manager of Parks and Trees / Town Clerk, U. Keld\n• Surveyor of Mills, N. Tay"
    assert names(text, "present") == ["U. Keld", "N. Tay"]


@pytest.mark.parametrize(
    ("text", "status", "capacity"),
    [
        ("Present: Una Keld", "present", "member"),
        ("In attendance: Una Keld", "present", "in attendance"),
        ("Officers present: Una Keld", "present", "in attendance"),
        ("Officers Present: Una Keld", "present", "in attendance"),
        ("Substitutes: Una Keld", "present", "substitute"),
        ("Absent: Una Keld", "absent", None),
        ("Apologies: Una Keld", "apologies", None),
    ],
)
def test_as_what_somebody_was_there(text: str, status: str, capacity: str | None) -> None:
    (entry,) = attendance(text)
    assert (entry.name, entry.status, entry.capacity) == ("Una Keld", status, capacity)


def test_initials_may_stand_before_a_name_and_a_dash() -> None:
    listed = attendance("Present:\n• AB – Ada Brindle\n• TO – Tom Orme")
    assert [(one.name, one.initials) for one in listed] == [("Ada Brindle", "AB"), ("Tom Orme", "TO")]


def test_a_heading_of_one_word_below_apologies_is_nobody() -> None:
    text = (
        "# Attendees\nAda Brindle, Tom Orme\n# Apologies\nUna Keld, Nia Tay\n# Resolutions\n1. The report was received."
    )
    assert names(text, "apologies") == ["Una Keld", "Nia Tay"]


def test_a_list_at_the_end_begins_with_those_who_belong_to_the_body() -> None:
    text = (
        "# Lamps\nThe lamps were mended.\n# Attendees\nAda Brindle Chair\nTom Orme\n"
        "Non-members attending:\nUna Keld\nNia Tay"
    )
    assert names(text, "present") == ["Ada Brindle", "Tom Orme", "Una Keld", "Nia Tay"]


def test_one_label_ends_where_the_next_begins() -> None:
    text = "Present: Cllr Ada Brindle\nIn attendance: Una Keld (Clerk)\nApologies: Cllr Wren Sallow"
    assert [(entry.name, entry.status, entry.capacity) for entry in attendance(text)] == [
        ("Cllr Ada Brindle", "present", "member"),
        ("Una Keld", "present", "in attendance"),
        ("Cllr Wren Sallow", "apologies", None),
    ]


@pytest.mark.parametrize(
    ("text", "role", "initials"),
    [
        ("Present: Una Keld (Clerk)", "Clerk", None),
        ("Present: Una Keld, Director of Housing", "Director of Housing", None),
        ("Present: Una Keld (Clerk) (UK)", "Clerk", "UK"),
        ("|! Name | Initials |\n| Present | |\n| Una Keld | UK |", None, "UK"),
    ],
)
def test_role_and_initials(text: str, role: str | None, initials: str | None) -> None:
    (entry,) = attendance(text)
    assert (entry.name, entry.role, entry.initials) == ("Una Keld", role, initials)


def test_a_role_stands_in_the_next_cell() -> None:
    (entry,) = attendance("| Present: | |\n| Una Keld | Member for Parks and Street Scene |")
    assert (entry.name, entry.role) == ("Una Keld", "Member for Parks and Street Scene")


def test_a_table_below_the_first_business_lists_nobody() -> None:
    text = (
        "Present: Una Keld\n# 2. Finance\nIt was noted.\n# 3. Trusts\n|! Organisation | Cost |\n| Mill Hospitals | 4 |"
    )
    assert names(text, "present") == ["Una Keld"]


def test_a_name_is_cited_where_it_stands() -> None:
    (entry,) = attendance("Present: Una Keld (Clerk)")
    assert entry.citation
    assert entry.citation.quote.startswith("Una Keld")


def test_who_sent_apologies_was_not_there() -> None:
    text = "Attendees: Ada Brindle, Tom Orme\nApologies were received from Mr T Orme."
    assert (names(text, "present"), names(text, "apologies")) == (["Ada Brindle"], ["Mr T Orme"])


def test_who_came_late_was_there() -> None:
    text = "Present: Ada Brindle, Tom Orme\nApologies for lateness were received from Tom Orme."
    assert (names(text, "present"), names(text, "apologies")) == (["Ada Brindle", "Tom Orme"], [])


def test_a_label_further_down_a_column_begins_another_list() -> None:
    text = "| Attendees | Officials |\n| Ada Brindle | Tom Orme |\n| Una Keld | Apologies |\n| | Wren Sallow |"
    assert names(text, "present") == ["Ada Brindle", "Tom Orme", "Una Keld"]
    assert names(text, "apologies") == ["Wren Sallow"]


def test_a_sentence_may_tell_who_else_was_there() -> None:
    text = "Present: Ada Brindle\nPC Jory Tay attended the meeting to give the police report."
    assert names(text, "present") == ["Ada Brindle", "PC Jory Tay"]


@pytest.mark.parametrize(
    ("text", "sorry"),
    [
        (
            "Apologies were received, with the Board’s consent, from Mr T Orme (Chair) and Ms Nia Tay.",
            "Mr T Orme|Ms Nia Tay",
        ),
        ("The Vice Chair said that apologies had come from Tom Orme and she was to chair.", "Tom Orme"),
        ("Present: Una Keld. Councillor Tom Orme apologised.", "Councillor Tom Orme"),
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
    "text",
    [
        "Present: Una Keld\nAlso D/Cllr Tom Orme attended.",
        "Present: Una Keld.\nD/Cllr Tom Orme – Warden and 3 members of the public.",
        "| Present: | Mill Ward: | Una Keld |\n| | Pond Ward: | D/Cllr Tom Orme |",
        "WENMARCH ST ODA\nCOMMUNITY COUNCIL\nCALL TO ORDER\n# Present\nUna Keld\nD/Cllr Tom Orme",
        "# Present\nUna Keld\n# Nominated subs:\nD/Cllr Tom Orme",
        "# Also present\nUna Keld (Director of Planning and\nTransport)\n| D/Cllr Tom Orme (Parks | |\n| Panel) | |",
    ],
)
def test_who_else_was_there(text: str) -> None:
    assert names(text, "present") == ["Una Keld", "D/Cllr Tom Orme"]


@pytest.mark.parametrize("text", ["Apologies: None", "There were no apologies.", "Twelve residents attended."])
def test_nobody(text: str) -> None:
    assert [entry for entry in attendance(text) if entry.name != "None"] == []


def test_initials_after_the_role() -> None:
    told = attendance("| Present: | Ada Brindle | Chief Nurse | AB |\n| | Tom Orme | Secretary | TO |")
    assert [(entry.name, entry.role, entry.initials) for entry in told] == [
        ("Ada Brindle", "Chief Nurse", "AB"),
        ("Tom Orme", "Secretary", "TO"),
    ]


BOTH = ["Tom Orme", "Ada Brindle"]
THREE = ["Una Keld", "Tom Orme", "Ada Brindle, JP"]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        (  # marks with a note in brackets, in a column that is headed so
            "| Name | Role | Present |\n| Una Keld | Governor | ✓ |\n| Tom Orme | Governor | ✓ (Teams) |\n"
            "| Ada Brindle | Governor | Apologies |",
            ["Una Keld", "Tom Orme"],
        ),
        (  # a heading that says what the rows are
            "# RECORD OF ATTENDANCE\n| President | Cr U Keld |\n| Clerk | Ms T Orme |",
            ["Cr U Keld", "Ms T Orme"],
        ),
        ("Una Keld (Clerk), Tom Orme (Engineer) and Ada Brindle (Surveyor) were in attendance.", None),
        ("Una Keld, Tom Orme & Ada Brindle present.", None),
        ("Council members present were Mayor Una Keld, Tom Orme, and Ada Brindle.", ["Mayor Una Keld", *BOTH]),
        ("Directors Present: Una Keld and Tom Orme Staff Present: General Manager Ada Brindle", None),
        ("1. Present\nCouncillors, Una Keld (Chair), Tom Orme & Ada Brindle", None),
        ("Present   U. Keld, T.Orme, A. Brindle", ["U. Keld", "T.Orme", "A. Brindle"]),
        ("Parish Councillor attendees: Una Keld, Tom Orme, Ada Brindle", None),
        ("Record of Attendance:\nUna Keld\nTom Orme\nAda Brindle", None),
        ("Chairman Keld\nVice Chairman Orme\nCouncillors: A. Brindle", ["Keld", "Orme", "A. Brindle"]),
        ("Committee Members Present, Chairman Una Keld, Treasurer Tom Orme, Ada Brindle", None),
        ("Te hunga | present\nChairperson\nUna Keld\nDeputy Chairperson\nTom Orme\nMembers\nAda Brindle, JP", THREE),
        ("Present: Una Keld, Tom Orme and Ada Brindle. Apologies were received from Nia Tay and Wren Sallow", None),
        ("Attending; Una Keld, Tom Orme and Ada Brindle. Apologies for absence - Nia Tay.", None),
        ("1. Present: Una Keld, Tom Orme, Ada Brindle\n2. Standing Orders\nThe orders were read.", None),
        ("1. Apologies: None\n2. Present : Una Keld, Tom Orme, Ada Brindle", None),
        ("The following members were present: Keld, Orme, Brindle.", ["Keld", "Orme", "Brindle"]),
        ("Present were council members Una Keld, Tom Orme, and Ada Brindle.", None),
        ("Board members present were supervisors Una Keld, Tom Orme, and clerk Ada Brindle.", None),
        ("Attendees were board members Una Keld, Tom Orme, and Ada Brindle.", None),
        ("1 Present Una Keld (Chair)\nTom Orme\nAda Brindle\n2 Welcome\nThe Chair spoke.", None),
        ("In attendance\nPresident (Una Keld), Chairman (Tom Orme), Treasurer (Ada Brindle) and 44 members.", None),
        (
            "Attendees: Supervisor Una Keld, Treasurer Tom Orme, Trustee Ada Brindle",
            ["Supervisor Una Keld", "Tom Orme", "Trustee Ada Brindle"],
        ),
        ("Members Una Keld, Tom Orme, and Ada Brindle were present.", None),
        ("Panel: Una Keld (Chair), Tom Orme (Mill Guild)\nSecretariat: Ada Brindle", None),
        ("PRESENT IN THE CHAIR:\nUna Keld\nMEMBERS PRESENT:\nTom Orme and Ada Brindle", None),
        ("# 1. Gates\nIt was agreed to wait.\n# Attendees\nUna Keld, Mill Guild\nTom Orme\nAda Brindle", None),
        (
            "| Attendees: | Apologies: |\n| Una Keld | Nia Tay, DfW |\n| Tom Orme, Mill Office | |\n| Ada Brindle | |",
            None,
        ),
        ("Present: Una Keld, Tom Orme, and Ada Brindle. Also present were two reporters.", None),
        ("Present: Una (Bee) Keld, Tom Orme, Ada Brindle", None),
        ("Present. Ms Una Keld, Mr Tom Orme, Ms Ada Brindle", ["Ms Una Keld", "Mr Tom Orme", "Ms Ada Brindle"]),
        ("PRESENT: Trustees: Una Keld, Tom Orme, Librarian: Ada Brindle", None),
        ("3) Present:\nIn the Chair U.Keld, T.Orme and A.Brindle (clerk)", ["U.Keld", "T.Orme", "A.Brindle"]),
        ("Cllrs: Keld, Orme and Brindle present.", ["Cllr Keld", "Cllr Orme", "Cllr Brindle"]),
        (
            "Called to order at 7 pm by President Una Keld. In attendance were Tom Orme and Librarian Ada Brindle.",
            None,
        ),
    ],
)
def test_more_ways_to_record_attendance(text: str, present: list[str] | None) -> None:
    assert names(text, "present") == (present or ["Una Keld", "Tom Orme", "Ada Brindle"])


def test_the_members_in_a_letterhead_are_those_of_whom_a_table_says_whether_they_came() -> None:
    text = (
        "# Board of Directors\nChair – Una Keld, Ward 1 Secretary – Nia Fell, Ward 2 Treasurer – Tom Orme, Ward 3\n"
        "|! Name | Title | Status |\n| Una Keld | Director, Ward 1 | Present |\n"
        "| Nia Fell | Director, Ward 2 | Absent |\n| Tom Orme | Director, Ward 3 | Present |\n"
        "| Ada Brindle | Director, Ward 4 | Present |\nStaff present: Bo Tay"
    )
    assert names(text, "present") == ["Una Keld", "Tom Orme", "Ada Brindle", "Bo Tay"]
    assert names(text, "absent") == ["Nia Fell"]


def test_what_somebody_sees_to_may_stand_before_the_name_in_a_table() -> None:
    text = (
        "| Location | Mill Hotel, Fenwold |\n| Date/Time | March 12th, 2024 at 8:00pm |\n"
        "| Present | Reeve: Una Keld |\n| | VP, Web and Club Night: Tom Orme |\n"
        "| | Boat Yard: Ada Brindle |\n| | Ferry Crew: open position |\n"
        "| Absent | Oar Crew: Nia Fell |"
    )
    assert [(entry.name, entry.role, entry.status) for entry in attendance(text)] == [
        ("Una Keld", "Reeve", "present"),
        ("Tom Orme", "VP, Web and Club Night", "present"),
        ("Ada Brindle", "Boat Yard", "present"),
        ("Nia Fell", "Oar Crew", "absent"),
    ]


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


# Una Keld, Tom Orme and Ada Brindle came, Wren Sallow sent apologies, however a list is set.
@pytest.mark.parametrize(
    "text",
    [
        "Present via Teams: Una Keld, Tom Orme\nPresent in person: Ada Brindle\nApologies received: Wren Sallow",
        "In person: Una Keld, Tom Orme\nOnline: Ada Brindle\nSent apologies: Wren Sallow",
        "Present (in person): Una Keld, Tom Orme. Present (by phone): Ada Brindle.\nApologies: Wren Sallow",
        "Committee members in attendance: Una Keld; Tom Orme\nGuests in attendance: Ada Brindle\n"
        "Members of the Committee not in attendance: Nia Fell\nRegrets: Wren Sallow",
        "Chair and minute taker: Una Keld\nTimekeeper: Tom Orme\nAttendees: Ada Brindle\nApologies: Wren Sallow",
        "Ex officio: Una Keld\nElected: Tom Orme, Ada Brindle\nAbsent with apologies: Wren Sallow",
        "Members Present: Una Keld, Tom Orme\nMembers Excused: Wren Sallow\nOthers: Ada Brindle (City Manager)",
        "Present\nUna Keld (Chair)\nTom Orme\nIn attendance:\nTwo members of the public\nAda Brindle\n"
        "Apologies\nWren Sallow",
        "Present\n:\nUna Keld\nTom Orme\nAda Brindle\nApologies\n:\nWren Sallow",
        "Present:\nMill Council\nUna Keld\nTom Orme\nLow Moor Trust\nAda Brindle\nApologies\nWren Sallow",
        "Present members\n(voting)\nUna Keld\nTom Orme\nAda Brindle\nAbsent with apologies: Wren Sallow",
        # each with what became of them beside the name, or a mark
        "Roll call:\nUna Keld – here\nTom Orme – here\nAda Brindle – here\nWren Sallow – excused\nNia Fell – absent",
        "ROLL CALL\nUna Keld Present\nTom Orme Present\nAda Brindle Present\nWren Sallow Excused\nNia Fell Absent",
        "Roll call: Una Keld, Present; Tom Orme, Present; Ada Brindle, Present; Wren Sallow, Excused",
        "Attendance\nUna Keld: Present\nTom Orme: Present\nAda Brindle: Present\nWren Sallow: Apologies",
        "Una Keld ✓\nTom Orme ✓\nAda Brindle ✓\nNia Fell ✗\nApologies: Wren Sallow",
        "☑ Una Keld\n☑ Tom Orme\n☑ Ada Brindle\n☐ Nia Fell\nApologies: Wren Sallow",
        "| Name | 12 March |\n| Una Keld | P |\n| Tom Orme | P |\n| Ada Brindle | P |\n| Wren Sallow | Ap |",
        "| Una Keld | P | Tom Orme | P |\n| Ada Brindle | P | Wren Sallow | Ap |",
        "|! Member | Attended | Apologies |\n| Una Keld | X | |\n| Tom Orme | X | |\n| Ada Brindle | X | |\n"
        "| Wren Sallow | | X |",
        "| Present | Signature |\n| Una Keld | |\n| Tom Orme | |\n| Ada Brindle | |\n| Apologies | |\n"
        "| Wren Sallow | |",
        "| Chair: Una Keld | Clerk: Tom Orme |\n| Present: Ada Brindle | |\n| Apologies: Wren Sallow | |\n"
        "| Venue: | Mill Hall |",
        # one a line, with what each is
        "Present:\nUna Keld ........ Mill Ward\nTom Orme ........ Low Ward\nAda Brindle ........ Dale Ward\n"
        "Apologies:\nWren Sallow ........ Dale Ward",
        "Present:\nUna Keld, Mill Forum\nTom Orme, Chair, Low Moor Forum\nAda Brindle, Dale\nApologies: Wren Sallow",
        "Present:\n1. Una Keld, Principal, Mill College\n2. Tom Orme, Head, Dept. of Music\n3. Ada Brindle, Clerk\n"
        "Apologies:\n1. Wren Sallow",
        "Present\nUna Keld (School President of Law, Art and Music)\nTom Orme (Rep) – left early\nAda Brindle (Rep)\n"
        "Apologies: Wren Sallow",
        "PRESENT:\nUna Keld Director of Music\nTom Orme NHS Fenwold\nAda Brindle Chief Nurse\nREGRETS: Wren Sallow",
        "# Attendees and apologies\nMinisters\n• Una Keld, Minister for Mills\nBoard chairs\n• Tom Orme, NHS Fenwold\n"
        "• Ada Brindle, Mill Foundation\nApologies\n• Wren Sallow",
        "Present:\nUna Keld UK Chair\nTom Orme TO\nAda Brindle AB\nApologies: Wren Sallow",
        "MILL GUILD\nHELD ON MONDAY, MAY 6, AT NOON\nAT THE MILL HALL OFFICE\nIN ATTENDANCE\nUna Keld, Reeve\n"
        "Tom Orme, Clerk\nAda Brindle, Treasurer\nRegrets: Wren Sallow\n1.0 CALL TO ORDER\nMs Keld did so.",
        "| | Attendees | | Una Keld (Chair), Tom Orme, Ada Brindle | |\n| | Apologies | | Wren Sallow | |",
        # with no label over those who came
        "Una Keld <uk@mill.example>, Mill Ltd\nTom Orme <to@mill.example>\nAda Brindle <ab@mill.example>, Low Moor\n"
        "Apologies: Wren Sallow",
        "Una Keld – Chair\nTom Orme – Secretary\nAda Brindle – Treasurer\nApologies: Wren Sallow",
        "Present\nUna Keld, Tom Orme, Trustees\nAda Brindle, Clerk\nApologies: Wren Sallow",
        "Attendees:\n• [x] Una Keld\n• [X] Tom Orme - Mill\n• [x] Ada Brindle\nApologies: Wren Sallow\n# Notes\n"
        "• Una: No.\n• Others: Agree.",
        "Attendees\nUna Keld - Board President Tom Orme - General Manager\nAda Brindle - Clerk\nApologies: Wren Sallow",
        "Name | Role\nUna Keld | Chair\nTom Orme | Vice Chair\nAda Brindle | Harbour Master\nApologies: Wren Sallow",
        "Present: Una Keld, Tom Orme, Ada Brindle\nRoads\nIt was told that they are to be mended soon.\n"
        "Apologies: Wren Sallow",
        "# 1. Approval of agenda\nAgreed.\n# 2. Declaration of delegates\nAttendees:\n• Una Keld (UK), Mill [ML]\n"
        "• Tom Orme (TO), Dale Office [DO]\n• Ada Brindle (AB) of the Tide Service [TS]\nApologies: Wren Sallow",
        # told in a sentence
        "The meeting was attended by Una Keld (Chair), Tom Orme, Ada Brindle and two residents. "
        "Apologies came from Wren Sallow.",
        "The meeting began at 7 pm with Una Keld, Tom Orme and Ada Brindle present. Apologies: Wren Sallow",
        "There were 12 people present including Una Keld (Chair), Tom Orme and Ada Brindle.\nApologies: Wren Sallow",
        "Roll call was taken with the following members present: Una Keld, Tom Orme, Ada Brindle. Absent: Nia Fell.\n"
        "Apologies for absence: were received from Wren Sallow.",
        "Other supervisors present were Una Keld and Tom Orme. Visitors included Ada Brindle (Mill Guild).\n"
        "Apologies: Wren Sallow",
        "On motion, the following Trustees were excused:\nWren Sallow\nOther Trustees in attendance were:\nUna Keld\n"
        "Tom Orme\nAda Brindle",
        "Those present were Una Keld and Tom Orme. Also present were Ada Brindle, District Manager, Mill Farm Agency.\n"
        "Regrets: Wren Sallow",
    ],
)
def test_layouts_of_lists(text: str) -> None:
    assert sorted(names(text, "present")) == ["Ada Brindle", "Tom Orme", "Una Keld"]
    assert names(text, "apologies") == ["Wren Sallow"]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Councillors Keld (Chair), Orme, Tay\nApologies: Cllr Fell", ["Keld", "Orme", "Tay"]),
        ("| Cllr U Keld | Cllr T Orme |\n| Cllr A Tay | |", ["U Keld", "T Orme", "A Tay"]),
        ("Fenwold - Mr U Keld, Mrs T Orme\nLow Moor - Mr A Tay", ["U Keld", "T Orme", "A Tay"]),
        ("| Fenwold | - Mr U Keld, Mrs T Orme |\n| Low Moor | - Mr A Tay |", ["U Keld", "T Orme", "A Tay"]),
        (
            "# 1. Welcome and introductions\n• Una Keld (UK)\n• Tom Orme (TO)\n• Ada Tay (AT)\n• Nia Fell (NF)",
            ["Una Keld", "Tom Orme", "Ada Tay", "Nia Fell"],
        ),
        (
            "# 1. Roll and apologies\nMr U Keld, Mrs T Orme, Dr A Tay, Ms N Fell",
            ["U Keld", "T Orme", "A Tay", "N Fell"],
        ),
        ("Contact: Mr T Orme", []),
        ("# Election of officers\nChairman – Una Keld\nTreasurer – Tom Orme", []),
        ("Secretary Una Keld called the roll. Absent were representatives from Music, Law, Physics.", ["Una Keld"]),
    ],
)
def test_those_whom_no_label_stands_over(text: str, present: list[str]) -> None:
    assert [name.split(" ", 1)[-1] if name[0] in "CMD" else name for name in names(text, "present")] == present


def test_a_line_of_several_is_no_person_and_office() -> None:
    text = "Present\nCllr Brindle (Chair)\nCllr Orme (Vice-Chair)\nMr Fell, Clerk\nCllrs Keld, Tay and Sallow"
    assert names(text, "present")[3:] == ["Cllr Keld", "Cllr Tay", "Cllr Sallow"]


@pytest.mark.parametrize("said", ["holiday", "work commitments", "via Zoom", "accepted"])
def test_why_and_how_are_no_office(said: str) -> None:
    (entry,) = attendance(f"Present: Ada Brindle ({said})")
    assert entry.role is None


@pytest.mark.parametrize(
    ("text", "role", "initials"),
    [
        ("In the Chair: Ada Brindle", "Chair", None),
        ("| Chair: | Ada Brindle |", "Chair", None),
        ("Clerk: Ada Brindle", "Clerk", None),
        ("Present: Ada Brindle – AB – Treasurer", "Treasurer", "AB"),
        ("Present: Ada Brindle (DfW) (AB)", "DfW", "AB"),
    ],
)
def test_the_office_that_a_label_tells_and_letters(text: str, role: str, initials: str | None) -> None:
    (entry,) = attendance(text)
    assert (entry.role, entry.initials) == (role, initials)


def test_groups_stand_under_the_label_of_those_who_were_not_there() -> None:
    assert names("Not present\nTrustees: Una Keld\nStaff: Tom Orme", "absent") == ["Una Keld", "Tom Orme"]


@pytest.mark.parametrize("text", ["Proxies: Ada Brindle (proxy for Una Keld)", "Substitutes: Ada Brindle for Una Keld"])
def test_who_stands_for_somebody_is_there_and_who_is_stood_for_is_not(text: str) -> None:
    assert [(entry.name, entry.capacity) for entry in attendance(text)] == [("Ada Brindle", "substitute")]


def test_who_is_listed_again_keeps_the_office_that_one_list_tells() -> None:
    (entry,) = attendance("Present: Ada Brindle\nMembers: Ada Brindle (Chair)")
    assert entry.role == "Chair"


def test_the_surname_may_stand_first() -> None:
    text = "Present\nKeld, Una (Chair)\nOrme, Tom\nBrindle, Ada J.\nIn attendance\nNia Fell"
    assert names(text, "present") == ["Keld, Una", "Orme, Tom", "Brindle, Ada J.", "Nia Fell"]


def test_who_is_absent_in_one_place_may_have_sent_apologies_in_another() -> None:
    text = "Present: Una Keld\nAbsent: Tom Orme\nApologies were received from Tom Orme."
    assert (names(text, "apologies"), names(text, "absent")) == (["Tom Orme"], [])


def test_two_in_a_row_may_both_say_whom_they_come_from() -> None:
    table = "| Ada Brindle – MRC (Chair) | Ivo Sallow - Weir Group |\n| Una Keld – MRC | Dan Tarn – Weir Group |"
    told = ["Ada Brindle", "Ivo Sallow", "Una Keld", "Dan Tarn"]
    assert names(f"Attendance:\n{table}\n# 1. Rates", "present") == told
    assert names("Present: Ada Brindle – MRC, Ivo Sallow – Weir Group", "present") == told[:2]


def test_a_title_of_several_may_be_abbreviated() -> None:
    assert names("Apologies received from Cllrs. Orme and Keld. The Clerk was thanked.", "apologies") == [
        "Cllr. Orme",
        "Cllr. Keld",
    ]


def test_one_who_is_called_by_office_and_listed_is_one() -> None:
    text = "Chairman Orme called the meeting to order. Present were Una Keld and Tom Orme."
    assert names(text, "present") == ["Una Keld", "Tom Orme"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Absent:\nNone\nStaff: Tom Orme", "present"),
        ("Apologies:\nCllr Una Keld\nStaff: Tom Orme", "present"),
        ("Apologies:\nGovernors\nCllr Una Keld\nStaff\nTom Orme", "apologies"),
        ("Not present\nGovernors: Cllr Una Keld\nStaff: Tom Orme", "apologies absent"),
    ],
)
def test_a_group_is_away_where_the_label_heads_groups(text: str, status: str) -> None:
    told = {entry.name: entry.status for entry in attendance(f"Present: Cllr Ada Brindle\n{text}")}
    assert told["Tom Orme"] in status.split()


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


def test_the_head_of_a_column_is_nobody() -> None:
    table = "| Name | Present\n| Ada Brindle | Yes\n| Tom Orme | No"
    minutes = minutes_of(f"# Mill Board\nMinutes of the meeting held on 4 March 2024\n{table}\n# 1. Fees\nThey stay.")
    assert [(entry.name, entry.status) for entry in minutes.attendance] == [
        ("Ada Brindle", "present"),
        ("Tom Orme", "absent"),
    ]


def test_those_who_are_welcomed_are_there() -> None:
    text = """
        # Ferry Association: minutes
        Meeting held on 3 May 2017
        1. Welcome: the Chairman (Una Keld) welcomed those present: Tom Orme, Ada Brindle, Nia Tay (Secretary)
        2. Finance
        The letter was read.
        """
    told = {person.name: person.status for person in minutes_of(text).attendance}
    assert told == dict.fromkeys(("Una Keld", "Tom Orme", "Ada Brindle", "Nia Tay"), "present")


def test_a_list_of_people_and_what_they_are_is_of_those_there() -> None:
    people = [
        "Una Keld (Chair, boats)",
        "Tom Orme (Secretary)",
        "Ada Brindle (oars, b2)",
        "Nia Tay (n9)",
        "Bo Fell (b1)",
    ]
    text = "# Minutes of the Ferry Board\n4 March 2024\n" + "".join(f"• {each}\n" for each in people)
    told = minutes_of(
        text + "Apologies for absence\n• Wren Sallow (oars)\n# Chair’s report\nThe boats leak."
    ).attendance
    assert [person.name for person in told if person.status == "present"] == [
        each.partition(" (")[0] for each in people
    ]


def test_whom_those_in_a_list_come_from_is_nobody() -> None:
    text = (
        "Present\nDr Ada Brindle – Chair\nTom Orme, University of East Larkhaven\nUna Keld, Talk About Fens\n"
        "Nia Fell, Office of the Harbour Master\nIvo Tay, Royal Borough of Wenmarch and Ostermark"
    )
    assert names(text, "present") == ["Dr Ada Brindle", "Tom Orme", "Una Keld", "Nia Fell", "Ivo Tay"]


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


def test_a_group_without_anybody_ends_no_list() -> None:
    text = "Present:\nSchools: Ada Brindle, Tom Orme\n16-19: vacant\nEarly years: Una Keld\nApologies: Nia Tay"
    assert names(text, "present") == ["Ada Brindle", "Tom Orme", "Una Keld"]


def test_ranks_are_titles() -> None:
    text = "Present: Una Keld\nIn attendance: Roy Fell (Reeve), Chief Constable Ada Brindle, Chief Inspector Jo Tay"
    assert names(text, "present")[2:] == ["Chief Constable Ada Brindle", "Chief Inspector Jo Tay"]
    assert names("Present: Ada Brindle, Chief Constable; Jo Tay, Clerk", "present") == ["Ada Brindle", "Jo Tay"]


def test_a_part_of_the_business_is_nobody() -> None:
    assert names("Present: Una Keld\nApologies: Tom Orme\n**PART ONE – OPEN TO ALL**\n# 1. Fees", "apologies") == [
        "Tom Orme"
    ]


@pytest.mark.parametrize(
    ("heads", "marks", "present", "apologies"),
    [
        ("5 Feb | 12 March | 9 Apr", "✓ A ✓|A ✓ |✓ ✓ ", "Tom Orme|Una Keld", ""),
        ("05/02 | 12/03 | 09/04", "P Ap P|P P |Ap P ", "Tom Orme|Una Keld", "Ada Brindle"),
        ("5 Feb 2024 | 12 Mar 2024 | 9 Apr 2024", "x x |x  |x x ", "Ada Brindle|Una Keld", ""),
        ("5 Feb | 19 March | 9 Apr", "✓ ✓ ✓|✓ ✓ |✓ ✓ ", "", ""),
    ],
)
def test_a_column_for_each_meeting_of_a_year(heads: str, marks: str, present: str, apologies: str) -> None:
    """The meeting was held on 12 March 2024."""
    people = zip(("Ada Brindle", "Tom Orme", "Una Keld"), marks.split("|"), strict=True)
    rows = "".join(f"\n| {name} | {' | '.join(each.split(' '))} |" for name, each in people)
    text = f"| Name | {heads} |{rows}"
    assert ("|".join(names(text, "present")), "|".join(names(text, "apologies"))) == (present, apologies)


def test_a_legend_may_say_that_a_is_for_apologies() -> None:
    text = "✓ = present, A = apologies\n| Name | 5 Feb | 12 March |\n| Ada Brindle | ✓ | A |\n| Tom Orme | A | ✓ |"
    assert names(text, "apologies") == ["Ada Brindle"]


def test_a_count_of_those_who_came_ends_what_is_said_of_the_chair() -> None:
    assert names("Chair: Ada Brindle. 23 members were present.", "present") == ["Ada Brindle"]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Chairman Orme called the meeting to order with all members present as follows: Ada Brindle and Tom Orme.",
         ["Ada Brindle", "Tom Orme"]),
        ("The Clerk called the roll: Trustee Brindle answered “present” and Trustee Orme answered “present”.",
         ["Trustee Brindle", "Trustee Orme"]),
        ("Present: Cr Ada Brindle\nTrustee Orme answered here and there what was asked.", ["Cr Ada Brindle"]),
        ("THOSE PRESENT WERE: Mayor Brindle; Commissioners Orme and Tay, 3.",
         ["Mayor Brindle", "Commissioner Orme", "Commissioner Tay"]),
        ("Present 2 - Ada Brindle and Tom Orme\nExcused 1 - Una Keld", ["Ada Brindle", "Tom Orme"]),
        ("BOARD OF DIRECTORS\nAda Brindle President\nTom Orme Vice President (absent)\nUna Keld Director",
         ["Ada Brindle", "Una Keld"]),
        ("CITY STAFF: City Manager Ada Brindle and City Clerk Tom Orme", ["Ada Brindle", "Tom Orme"]),
        ("Present: Councilmember Brindle.\nAbsent: Councilmember Tay.\n"
         "Tom Orme, City Manager; Una Keld, City Attorney; Nia Wold, City Clerk.",
         ["Councilmember Brindle", "Tom Orme", "Una Keld", "Nia Wold"]),
        ("Present: Cr Ada Brindle, Cr Tom Orme\nCouncillors Brindle and Keld declared an interest in item 4.",
         ["Cr Ada Brindle", "Cr Tom Orme"]),
    ],
)  # fmt: skip
def test_roll_calls_of_american_councils(text: str, present: list[str]) -> None:
    assert sorted(names(text, "present")) == sorted(present)


def test_somebody_may_go_by_a_handle() -> None:
    assert names("Present: @brindle (chair), @tom-orme, Una Keld", "present") == ["@brindle", "@tom-orme", "Una Keld"]
    assert names("# Attendees\n• @brindle\n• @tom-orme\n# Visitors\n• @keld", "present") == [
        "@brindle",
        "@tom-orme",
        "@keld",
    ]


def test_boxes_of_which_none_is_ticked_tell_of_nobody() -> None:
    assert attendance("# Voting member attendance\n• [ ] Cllr Ada Brindle\n• [ ] Cllr Tom Orme") == ()


def test_letters_after_a_single_name_are_the_next_one() -> None:
    assert names("Present: Ada, JP, Tom, Una Keld", "present") == ["Ada", "JP", "Tom", "Una Keld"]


def test_a_heading_of_one_word_ends_a_list_of_names() -> None:
    assert names("# Attendees\n• Ada\n• Tom\n# Followup\n• Una to write", "present") == ["Ada", "Tom"]


def test_a_label_may_say_how_many_of_all_came() -> None:
    text = "# Ferry Board meeting of 4 March 2024\n# Participants (2/25)\n1. Una Keld\n1. Tom Orme\n# Boats\n"
    told = minutes_of(text + "They leak. It was agreed to mend them.").attendance
    assert [(person.name, person.status) for person in told] == [("Una Keld", "present"), ("Tom Orme", "present")]


@pytest.mark.parametrize(
    "told",
    [
        "**Your new committee are:**\n• **Chair:** Nia Tay\n• **Secretary:** Wren Sallow\n• **Members:** Ada Mere",
        "Election results:\n• Chair: Nia Tay\n• Clerk: Wren Sallow",
        "# Chair\n|! Candidate | Votes\n| Nia Tay | 19\n| Re-open nominations (RON) | 2",
    ],
)
def test_who_was_elected_need_not_have_been_there(told: str) -> None:
    assert names(f"Present: Ada Brindle, Tom Orme\n{told}", "present") == ["Ada Brindle", "Tom Orme"]
    assert attendance(told) == ()


def test_a_roll_call_may_be_an_item_over_names() -> None:
    text = "1. Roll call\nNia Tay\nWren Sallow [:10-]\nUna Mere\nRegrets:\nTom Orme\n2. Boats\nThey leak."
    told = minutes_of(f"# Oar Guild\nMinutes of the meeting held on 12 March 2024\n{text}").attendance
    assert [person.name for person in told if person.status == "present"] == ["Nia Tay", "Wren Sallow", "Una Mere"]


def test_a_heading_below_points_is_nobody() -> None:
    assert names("# Guests\n• Nia Tay\n# Committee Changes\n• Una left.", "present") == ["Nia Tay"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # what stands again and again is no name
        (
            [
                "Ada Brindle | Larch Trust",
                "Tom Orme | FTC",
                "Nia Tay | Larch Trust",
                "Una Keld | FTC",
                "Wren Fell | FTC",
            ],
            ["Ada Brindle", "Tom Orme", "Nia Tay", "Una Keld", "Wren Fell"],
        ),
        (
            ["*Ada Brindle | Mayor, Fell City", "Tom Orme | Commissioner, Larch County", "Nia Tay | Weir Authority"],
            ["Ada Brindle", "Tom Orme", "Nia Tay"],
        ),
        (
            ["Ada Brindle | Mayor of Fell", "Tom Orme | Supervisor", "Nia Tay | Senate of Larch"],
            ["Ada Brindle", "Tom Orme", "Nia Tay"],
        ),
        (["Ada Brindle | Tom Orme", "Nia Tay | Una Keld"], ["Ada Brindle", "Tom Orme", "Nia Tay", "Una Keld"]),
    ],
)
def test_a_column_says_where_those_of_the_other_come_from(rows: list[str], expected: list[str]) -> None:
    assert names("**Members present**\n" + "\n".join(f"| {row} |" for row in rows), "present") == expected


def test_a_table_of_those_present_is_read_to_its_end() -> None:
    people = [f"{first} {last}" for last in ("Brindle", "Orme", "Keld", "Tay") for first in _FORENAMES]
    rows = "\n".join(f"| {person} | {'FTC' if number % 2 else 'Weir Trust'} |" for number, person in enumerate(people))
    assert names(f"Others present\n{rows}", "present") == people


_FORENAMES = (
    "Ada Tom Una Nia Bryn Cara Dora Evan Fay Gwen Hugh Ivy Joan Karl Lena Mary Nora Owen Paul Rose Sara Tess Vera Will"
).split()


def test_who_called_the_meeting_to_order_with_an_office_is_no_label() -> None:
    text = "Mayor Ada Brindle, Chairman, called the meeting to order in the Old Forge, 41 Weir Street, Fell City, Utah."
    assert names(text, "present") == ["Mayor Ada Brindle"]


@pytest.mark.parametrize(
    ("table", "present", "away"),
    [
        (
            "|! Given Name | Family Name | Firm | Role |\n| Voting Members | | | |\n| Ada | Brindle | Mill | Chair |\n"
            "| *Observers | | | |\n| Tom | Orme | Dale | Observer |",
            ["Ada Brindle", "Tom Orme"],
            [],
        ),
        (
            "Attendance\n|! Surname | First name | Status |\n| Brindle | Ada | Present |\n| Orme | Tom | Apologies |",
            ["Ada Brindle"],
            ["Tom Orme"],
        ),
        ("|! First | Last |\n| Ada | Brindle |\n| Apologies | |\n| Tom | Orme |", ["Ada Brindle"], ["Tom Orme"]),
        ("Present: Ada Brindle\n|! Forename | Surname | Votes |\n| Tom | Orme | 12 |", ["Ada Brindle"], []),
    ],
)
def test_two_columns_may_share_a_name(table: str, present: list[str], away: list[str]) -> None:
    assert (names(table, "present"), names(table, "apologies")) == (present, away)


def test_who_leads_a_topic_of_the_agenda_is_not_listed_there() -> None:
    table = "# Agenda\n|! Min | Topic | Moderator |\n| 0 | Last minutes | Una |\n| 5 | Dues | Tom |"
    assert names(f"{table}\n# Participants\nAda Brindle\nTom Orme", "present") == ["Ada Brindle", "Tom Orme"]


@pytest.mark.parametrize(
    ("between", "below"),
    [
        ("kestrel42", ["Nia Tay", "Sol Fell"]),
        ("Edda the Elder", ["Nia Tay", "Sol Fell"]),
        ("Katherine of Wenmarch", ["Katherine of Wenmarch", "Nia Tay", "Sol Fell"]),
        ("Opening remarks", []),
        ("Named for the harbour panel", []),
        ("These spoke:", []),
    ],
)
def test_a_list_goes_on_past_a_name_that_is_not_read(between: str, below: list[str]) -> None:
    text = f"Members present:\nAda Brindle\nTom Orme\n{between}\nNia Tay\nSol Fell"
    assert names(text, "present") == ["Ada Brindle", "Tom Orme", *below]


def test_what_somebody_works_as_is_nobody() -> None:
    text = "Present:\nAda Brindle, Property Developer\nTom Orme, Site Owner\nUna Keld, At-Large"
    assert [(entry.name, entry.role) for entry in attendance(text)] == [
        ("Ada Brindle", "Property Developer"),
        ("Tom Orme", "Site Owner"),
        ("Una Keld", "At-Large"),
    ]


def test_what_opens_a_meeting_below_those_present_names_nobody() -> None:
    text = """
        # Fenwold Town Council
        Minutes of the meeting held on Monday 4 March 2024
        | PRESENT | Cllr Ada Brindle (Chair), Cllr Tom Orme |
        | IN ATTENDANCE | Mrs Una Keld (Town Clerk) |
        PUBLIC SESSION
        Mr Lack, Silver Street, asked whether the ferry would run.
        **18/24 APOLOGIES**
        It was RESOLVED to accept the apologies.
        """
    assert [entry.name for entry in minutes_of(text).attendance] == [
        "Cllr Ada Brindle",
        "Cllr Tom Orme",
        "Mrs Una Keld",
    ]


def test_a_label_that_a_narrow_column_broke_after_its_first_word() -> None:
    text = """
        # Fenwold Council Lamps Panel
        At a meeting of the Lamps Panel held on 4 March 2024
        Present:-
        | Councillors | Ada Brindle and Tom Orme |
        | In | Cllr Wren Sallow (Cabinet Member); Ms Ivy Lark (Director) |
        | attendance | Mr Ned Tay (Surveyor) |
        # 18 Lamps
        It was RESOLVED to light them.
        """
    names = [entry.name for entry in minutes_of(text).attendance]
    assert names == ["Ada Brindle", "Tom Orme", "Cllr Wren Sallow", "Ms Ivy Lark", "Mr Ned Tay"]


def test_lines_of_a_police_body_name_who_is_from_where() -> None:
    text = (
        "Panel Members: Mr T Orme (Chair)\nOPCC: U Keld, Commissioner; Ada Brindle, Chief Executive\n"
        "Force: Chief Supt Kit Marl; Supt. Dora Penn, Solicitor\nAuditors: Hal Wray (Weir LLP)\nApologies: Dr P Lund"
    )
    there = ["Mr T Orme", "U Keld", "Ada Brindle", "Chief Supt Kit Marl", "Supt. Dora Penn", "Hal Wray"]
    assert names(text, "present") == there


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


@pytest.mark.parametrize("state", ["Present as substitute", "Attended as an observer", "Present (virtually)"])
def test_how_somebody_came_in_a_column(state: str) -> None:
    text = f"""
# Wenmarch Council
Planning Committee
4 March 2026
| Attendee | Role | Attendance |
| Cllr Ada Brindle | Chair | Present |
| Cllr Tom Orme | Member | Apologies |
| Cllr Una Keld | Member | {state} |
1. Minutes
The minutes were agreed.
"""
    assert ("Cllr Una Keld", "present") in [(entry.name, entry.status) for entry in minutes_of(text).attendance]


def test_those_who_sat_beside_the_name_of_their_sub_committee() -> None:
    text = """
# Wenmarch Borough Council
LICENSING SUB-COMMITTEE
Minutes of a hearing held in the Mill Room on Tuesday 3 March 2026
| Sub-Committee: | Councillor Ada Brindle (Chairman), Councillor Tom Orme |
| Officers: | Mrs N Tay, Legal Adviser |
**1. Election of Chairman**
It was resolved that Councillor Brindle be elected Chairman for the hearing.
"""
    names = [entry.name for entry in minutes_of(text).attendance]
    assert names == ["Councillor Ada Brindle", "Councillor Tom Orme", "Mrs N Tay"]


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
    ("line", "there"),
    [
        ("Clerk: Mrs Bella Sallow, 2 Mill Row, Wenmarch clerk@wenmarch.example", False),
        ("Clerk to the Council: Bella Sallow, The Old Forge, Wenmarch AB12 3CD", False),
        ("Clerk: Bella Sallow, Tel: 01234 567890", False),
        ("Clerk: Bella Sallow", True),
    ],
)
def test_where_to_write_to_the_clerk_tells_of_nobody_there(line: str, there: bool) -> None:
    text = f"""
# Wenmarch Parish Council
Minutes of the meeting held on 4 March 2026
Present: Cllrs T. Orme (Chairman), Mrs. U. Keld
{line}
1. Apologies
None.
"""
    assert any("Sallow" in entry.name for entry in minutes_of(text).attendance) is there


def test_initials_in_a_sentence_are_those_of_somebody_on_the_list() -> None:
    text = FRONT.replace("Cllr Wren Sallow", "Wren Sallow, Jo Tarn").replace(
        "The Chair welcomed everyone.", "Apologies were accepted from WS and JT."
    )
    excused = [entry.name for entry in minutes_of(text).attendance if entry.status == "apologies"]
    assert excused == ["Wren Sallow", "Jo Tarn"]
