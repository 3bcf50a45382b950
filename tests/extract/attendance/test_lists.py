"""Lists of those present."""

import pytest

from tests.extract.attendance.samples import attendance, names
from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    "text",
    [
        "Present: Cllr Ada Brindle, Cllr Tom Orme",
        "PRESENT: Cllr Ada Brindle and Cllr Tom Orme",
        "Members present: Cllr Ada Brindle; Cllr Tom Orme",
        "Present\nCllr Ada Brindle\nCllr Tom Orme",
        "# Present\nCllr Ada Brindle, Cllr Tom Orme",
        "# Present on 4 May\nCllr Ada Brindle, Cllr Tom Orme",
        "Attendance for May 4, 2024: Cllr Ada Brindle, Cllr Tom Orme",
        "Attendees:\n• Cllr Ada Brindle\n• Cllr Tom Orme",
        "Attendees:\n• MTF - Cllr Ada Brindle (Chair)\n• Non-members – Cllr Tom Orme",
        "In attendance:\n• MTF - Cllr Ada Brindle, [Nia Tay (of MTF) was ABSENT]\n• TFM - Cllr Tom Orme",
        "In attendance:\n• Mill Trust – Cllr Ada Brindle, Cllr Tom Orme (Clerk)",
        "| Present: | Cllr Ada Brindle, Cllr Tom Orme |",
        "| Present | Cllr Ada Brindle |\n| | Cllr Tom Orme |",
        "The following directors were present at the meeting:\nCllr Ada Brindle\nCllr Tom Orme",
        "# Roll call\nCllr Ada Brindle\nCllr Tom Orme",
        "# Attendance list\nCllr Ada Brindle\nCllr Tom Orme",
        "Present in the Mill Room: Cllr Ada Brindle\nPresent remotely: Cllr Tom Orme",
        "Present: Cllr Ada Brindle (Treasurer), Committee members: Cllr Tom Orme",
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
        "Here: Cllr Ada Brindle (Chair). Also: Cllr Tom Orme (Bell Warden)",
        "Present:\nCllr Ada Brindle AB Mill Pond Committee (Chair)\nCllr Tom Orme TO",
        "Present\n| Cllr Ada Brindle | Healthwatch Fenwold and Tide |\n| Cllr Tom Orme | Age UK Fenwold |",
        "Officers present:\nDirector of Boats, Toll Gates and Bells (Cllr Ada Brindle), Senior Engineer,\n"
        "Mill Services (Cllr Tom Orme)",
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


def test_initials_may_have_accents() -> None:
    text = "Present: Councillors A. Brindle, Á. Ní Orme and W. Keld\nApologies: Councillor Ó. Mac Tay"
    assert names(text, "present") == ["Councillor A. Brindle", "Councillor Á. Ní Orme", "Councillor W. Keld"]
    assert names(text, "apologies") == ["Councillor Ó. Mac Tay"]


def test_two_labels_over_names_that_have_run_together_say_of_nobody_which_of_them_holds() -> None:
    assert attendance("Members present: Members absent:\nAda Brindle Wren Sallow Tom Orme") == ()


@pytest.mark.parametrize(
    ("text", "present", "apologies"),
    [
        ("**Attendees:**\n**Apologies:**\nAda Brindle (Chair)\nTom Orme, Quay Trust", ["Ada Brindle", "Tom Orme"], []),
        ("**Present:**\nTom Orme\n**Apologies:**\nAda Brindle (Chair)", ["Tom Orme"], ["Ada Brindle"]),
    ],
)
def test_who_is_in_the_chair_below_the_heads_of_two_columns_was_there(
    text: str, present: list[str], apologies: list[str]
) -> None:
    assert (names(text, "present"), names(text, "apologies")) == (present, apologies)


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


def test_a_name_is_cited_where_it_stands() -> None:
    (entry,) = attendance("Present: Una Keld (Clerk)")
    assert entry.citation
    assert entry.citation.quote.startswith("Una Keld")


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


def test_the_surname_may_stand_first() -> None:
    text = "Present\nKeld, Una (Chair)\nOrme, Tom\nBrindle, Ada J.\nIn attendance\nNia Fell"
    assert names(text, "present") == ["Keld, Una", "Orme, Tom", "Brindle, Ada J.", "Nia Fell"]


def test_a_title_of_several_may_be_abbreviated() -> None:
    assert names("Apologies received from Cllrs. Orme and Keld. The Clerk was thanked.", "apologies") == [
        "Cllr. Orme",
        "Cllr. Keld",
    ]


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


def test_a_group_without_anybody_ends_no_list() -> None:
    text = "Present:\nSchools: Ada Brindle, Tom Orme\n16-19: vacant\nEarly years: Una Keld\nApologies: Nia Tay"
    assert names(text, "present") == ["Ada Brindle", "Tom Orme", "Una Keld"]


def test_a_part_of_the_business_is_nobody() -> None:
    assert names("Present: Una Keld\nApologies: Tom Orme\n**PART ONE – OPEN TO ALL**\n# 1. Fees", "apologies") == [
        "Tom Orme"
    ]


def test_somebody_may_go_by_a_handle() -> None:
    assert names("Present: @brindle (chair), @tom-orme, Una Keld", "present") == ["@brindle", "@tom-orme", "Una Keld"]
    assert names("# Attendees\n• @brindle\n• @tom-orme\n# Visitors\n• @keld", "present") == [
        "@brindle",
        "@tom-orme",
        "@keld",
    ]


def test_a_heading_of_one_word_ends_a_list_of_names() -> None:
    assert names("# Attendees\n• Ada\n• Tom\n# Followup\n• Una to write", "present") == ["Ada", "Tom"]


def test_a_label_may_say_how_many_of_all_came() -> None:
    text = "# Ferry Board meeting of 4 March 2024\n# Participants (2/25)\n1. Una Keld\n1. Tom Orme\n# Boats\n"
    told = minutes_of(text + "They leak. It was agreed to mend them.").attendance
    assert [(person.name, person.status) for person in told] == [("Una Keld", "present"), ("Tom Orme", "present")]


def test_a_heading_below_points_is_nobody() -> None:
    assert names("# Guests\n• Nia Tay\n# Committee Changes\n• Una left.", "present") == ["Nia Tay"]


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


def test_lines_of_a_police_body_name_who_is_from_where() -> None:
    text = (
        "Panel Members: Mr T Orme (Chair)\nOPCC: U Keld, Commissioner; Ada Brindle, Chief Executive\n"
        "Force: Chief Supt Kit Marl; Supt. Dora Penn, Solicitor\nAuditors: Hal Wray (Weir LLP)\nApologies: Dr P Lund"
    )
    there = ["Mr T Orme", "U Keld", "Ada Brindle", "Chief Supt Kit Marl", "Supt. Dora Penn", "Hal Wray"]
    assert names(text, "present") == there


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


def test_lines_of_people_with_offices_may_run_together() -> None:
    text = """
# Wenmarch Weir Commission
Minutes of the meeting held on 4 March 2026
Others present: Ms Oona Weir, Clerk of Works
Mr Bertram Lock, Staff to the Weir Commission Ms Fay Lock, Clerk to the Weir Commission
Ms Cora Tay, Court Reporter
1. Apologies
None.
"""
    assert [(one.name, one.role) for one in minutes_of(text).attendance] == [
        ("Ms Oona Weir", "Clerk of Works"),
        ("Mr Bertram Lock", "Staff to the Weir Commission"),
        ("Ms Fay Lock", "Clerk to the Weir Commission"),
        ("Ms Cora Tay", "Court Reporter"),
    ]


def test_letters_of_a_member_of_parliament_are_nobody() -> None:
    people = "Mr. N. Lock, T.D. and Ms. F. Weir, T.D."
    text = f"Minutes of the Weir Committee, 4 March 2026\nPresent: {people}\n# 1. Lamps\nNone."
    assert len(minutes_of(text).attendance) == 2


def test_numbered_parts_of_an_opening_item_list_those_who_came() -> None:
    text = (
        "# 1 Opening\n# 1-1 Rules of the house\nThe guild has its rules:\n(1) Nobody smokes\n(2) Nobody sings\n"
        "# 1-1-1 Participants\nNote: offices are those of the vote below.\n"
        "• Una Keld, Mill Corporation, Voting Member\n• Tom Orme, Dale Boats Ltd, Voting Member\n"
        "• Nia Tay, Tide Institute, Secretary\n# 1-1-2 Observers or Others Present\n• Ada Brindle, Quayworks\n"
        "• Wren Sallow, not on the list\n# 1-2 Agenda\nIt was agreed.\n# 1-3 Minutes\nNone.\n# 2 Boats\nTwo."
    )
    minutes = minutes_of(f"# Minutes of the Mill Guild, 12 March 2024\n{text}")
    assert [person.name for person in minutes.attendance] == [
        "Una Keld",
        "Tom Orme",
        "Nia Tay",
        "Ada Brindle",
        "Wren Sallow",
    ]
    assert [item.number for item in minutes.items] == ["1", "1-1", "1-2", "1-3", "2"]
    assert minutes.items[2].parent_id == minutes.items[0].id


def test_points_name_where_those_are_from_who_were_there_or_took_part_from_afar() -> None:
    text = (
        "# Attendance\nWere physically present:\n• Ada Brindle (AB): University of Larkhaven\n"
        "• Tom van Orme (TO): Université du Moulin\n• Una Keld (UK): Coordinator\n• Nia Tay (NT): Mill Institute\n"
        "Were able to take part by telephone:\n• Wren Sallow (WS): University of Wenmarch\n• Ivo Marl (IM): Scribe\n"
        "• Jo Fell (JF): College of Boats"
    )
    assert [(entry.name, entry.role) for entry in attendance(text) if entry.status == "present"] == [
        ("Ada Brindle", "University of Larkhaven"),
        ("Tom van Orme", "Université du Moulin"),
        ("Una Keld", "Coordinator"),
        ("Nia Tay", "Mill Institute"),
        ("Wren Sallow", "University of Wenmarch"),
        ("Ivo Marl", "Scribe"),
        ("Jo Fell", "College of Boats"),
    ]


@pytest.mark.parametrize(
    ("between", "listed"),
    [("This list is from memory.", True), ("The barge was late, and nothing could be taken from it.", False)],
)
def test_a_line_over_points_with_names_may_say_something_of_the_list(between: str, listed: bool) -> None:
    below = "• Una Keld\n• Tom Orme\n• Nia Tay" if listed else "• the oars\n• the sails"
    found = names(f"# Attendees and apologies\n{between}\n{below}", "present")
    assert found == (["Una Keld", "Tom Orme", "Nia Tay"] if listed else [])


def test_those_absent_may_follow_a_comma_in_a_list_of_those_who_came() -> None:
    text = "Attending: Ada Brindle, Tide Guild; Tom Orme, Mill College. Absent, Una Keld, Ferry Trust, Nia Tay."
    assert names(text, "present") == ["Ada Brindle", "Tom Orme"]
    assert names(text, "absent")[0] == "Una Keld"


def test_somebody_is_listed_once_who_is_called_by_the_forename_below() -> None:
    assert names("Present: Una Keld, Tom Orme\nSecretary: Una", "present") == ["Una Keld", "Tom Orme"]
    assert len(names("Present: Una Keld, Una Tay\nSecretary: Una", "present")) == 3


def test_a_department_over_those_who_came_from_it_is_nobody() -> None:
    rows = (
        "| Members | Department for Rivers, Locks and Ferries (DRLF) |\n| Ada Brindle | Tom Orme, Ropes and Oars (TO) |"
    )
    assert names(rows, "present") == ["Ada Brindle", "Tom Orme"]


def test_a_surname_in_capitals_ends_before_the_office_behind_it() -> None:
    found = attendance("In attendance:\nUna KELD Director\nTom ORME Head of Boats")
    assert [(entry.name, entry.role) for entry in found] == [("Una KELD", "Director"), ("Tom ORME", "Head of Boats")]
    told = "Present: Una Keld\nProspective FBC Councillor, Tom Orme and 2 residents attended the meeting."
    assert names(told, "present") == ["Una Keld"]


def test_a_label_in_capitals_may_stand_beside_the_names_of_a_list() -> None:
    text = "PRESENT\nUna Keld, Chair\nTom Orme APOLOGIES\nNia Tay\nBo Fell IN ATTENDANCE Ada Brindle, Clerk"
    assert [(entry.name, entry.status) for entry in attendance(text)] == [
        ("Una Keld", "present"),
        ("Tom Orme", "present"),
        ("Nia Tay", "apologies"),
        ("Bo Fell", "apologies"),
        ("Ada Brindle", "present"),
    ]


def test_members_of_the_public_may_follow_in_the_same_line() -> None:
    text = "Present: Cllrs Orme and Keld & the Clerk. Members of the public - Mr Jory Tay, FUCC, Ms Nia Fell"
    assert [(one.name, one.capacity) for one in attendance(text)] == [
        ("Cllr Orme", "member"),
        ("Cllr Keld", "member"),
        ("Mr Jory Tay", "in attendance"),
        ("Ms Nia Fell", "in attendance"),
    ]


def test_auditors_are_in_attendance_and_an_address_is_nobody() -> None:
    text = "Clerk: Mrs Ada Brindle, The Forge, Ferry Street, Fenwold\nPresent: Una Keld\nExternal auditor: Tom Orme"
    assert names(text, "present") == ["Una Keld", "Tom Orme"]


@pytest.mark.parametrize(
    ("said", "present"),
    [
        ("All members were present at the gavel.", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("All members were present except Mr Orme.", []),
        ("A quorum was present.", []),
    ],
)
def test_those_of_a_letterhead_were_there_where_all_are_said_to_be(said: str, present: list[str]) -> None:
    text = f"""
        Fenwold Weir Commission
        Nia Tay, Secretary
        Open Looms Committee
        Ada Brindle, Chair
        Tom Orme
        Una Keld
        MEETING MINUTES
        Open Looms Committee of the Fenwold Weir Commission
        12 March 2024
        1. Roll call
        {said}
        2. Looms
        The Chair reported that two looms were new. Mr Orme moved, seconded by Ms Keld, to keep both. Carried.
        3. Adjournment
        The Chair closed the meeting at 8 pm.
        """
    assert [one.name for one in minutes_of(text).attendance if one.status == "present"] == present


@pytest.mark.parametrize("talk", [20, 60, 64])
def test_all_on_a_list_at_the_end_were_there_however_long_the_minutes(talk: int) -> None:
    text = f"""
        # Fenwold Weir Commission
        Minutes of the meeting held on 12 March 2024
        # Looms
        {"The looms are old and nobody has been found who can mend them. " * 2}
        {chr(10).join(["The Commission heard from a weaver that oak warps."] * talk)}
        # Attendees
        • Ada Brindle, Mill
        • Tom Orme, Ferry
        • Una Keld, Mill (by telephone)
        • Nia Tay, Weir
        # Apologies
        • Wren Sallow, Mill
        """
    told = [(one.name, one.status) for one in minutes_of(text).attendance]
    assert told == [(name, "present") for name in ("Ada Brindle", "Tom Orme", "Una Keld", "Nia Tay")] + [
        ("Wren Sallow", "apologies")
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Present Councillors Brindle (AB) Orme (TO) Keld (UK)",
            ["Councillor Brindle", "Councillor Orme", "Councillor Keld"],
        ),
        ("Present A W Brindle T Orme Mrs U M Keld", ["A W Brindle", "T Orme", "Mrs U M Keld"]),
        ("Other Members Present A W Brindle T Orme U M Keld", ["A W Brindle", "T Orme", "U M Keld"]),
    ],
)
def test_names_stand_in_turn_with_nothing_between_them(line: str, names: list[str]) -> None:
    text = f"# Fenwold Weir Commission\nMinutes of the meeting held on 12 March 2024\n{line}\n{TOLD}"
    assert [one.name for one in minutes_of(text).attendance if one.status == "present"] == names
