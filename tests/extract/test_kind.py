"""What kind of document it is, by its head and by what its text tells."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"# Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n{TOLD}", "minutes"),
        (f"# Fenwold Parish Council\nHeld on 12 March 2024\nPresent: Ada Brindle, Tom Orme\n{TOLD}", "minutes"),
        ("# Fenwold Planning Board Minutes, Regular Session\nThe plat was moved, seconded and approved.", "minutes"),
        ("Fenwold\n" + "Motion by Orme, second by Tay, to pay it. Motion carried.\n" * 3, "minutes"),
        ("# Council summary\nMayor Keld called the meeting to order at 7.\nMs Orme moved to wait.\nAgreed.", "minutes"),
        ("# Mill Board Minutes\nAttendees:\n• Una Keld, Clerk\nThe call was called to order at 8 UTC.", "minutes"),
        (f"# Mill Board September 2024\n{TOLD}\n# Attendees\nUna Keld, Mill Guild", "minutes"),
        ("# Annual report on libraries\nVisits rose in all branches.", "report"),
        ("# Report on hedges\nTo: the Amenities Committee\nThe Committee noted and approved much.", "report"),
        ("# Inclusion strategy\nEvery child belongs.", "report"),
        (f"# Director's report for May\n{TOLD}\nThree children met on 9 May.", "report"),
        ("# Key facts and figures\nVisits rose in all branches.", "report"),
        ("# Safety performance report\nAgenda item: 5\nFires fell.", "report"),
        ("# Agenda\n1. To receive apologies\n2. To approve the minutes", "agenda"),
        ("# Action log\n| Una Keld to write | Open |", "other"),
        (
            "# Minutes of the meeting of 12 March 2024\nPresent: Ada, Tom\nBank report\nTom to contact the bank.",
            "minutes",
        ),
        (
            "# Trail group notes\nAttendees: Ada Brindle, Tom Orme\nAgenda\n1. Gates\nNotes\nGates\n"
            "Decision: oak for all three.\nAI: Tom, order them\n☐ Ada: map",
            "minutes",
        ),
        (
            "# Mill Guild TC meeting, 4 March 2024\n# Voting members attendance\nAda Brindle\n# Agenda\n• Gates\n"
            "# Notes\n• Gates\nMotion to mend them: Tom, seconded by Ada. Approved 5-0.\nDecision: oak for all.",
            "minutes",
        ),
        (
            "# Mill Guild annual general meeting\n# Minutes\n- 19:00 Call to order\n# Reports\nUna Keld was elected.",
            "minutes",
        ),
        ("# Notes of the South Forum, 4 March 2024\nAttending: Ada Brindle, Tom Orme\n# 1. Roads\nSwept.", "minutes"),
        ("# Action notes: Harbour Group, 4 March 2024\nAttendees: AB, TO\n# 1. Roads\nSwept.", "minutes"),
        ("Hedges\nMoved by Cllr Orme and seconded by Cllr Tay\nRESOLVED that the report be noted.", "minutes"),
        ("Attendees\nPresent\n• Ada Brindle\n• Tom Orme\nAbsent\n• Una Keld\nBoats\n• Two leak.", "minutes"),
        (
            "# Boat call\nPresent\n• Ada Brindle\n• Tom Orme\nApologies/Not Present\n• Una Keld\n# Boats\nOars",
            "minutes",
        ),
        ("# Boats\nAttendees\n• Note-taker: Una\n• Tom Orme\n# Oars\nTwo leak.", "minutes"),
        ("# Boats\nTrustees Present\nAda Brindle, Tom Orme\n# Oars\nThe chair reported that two leak.", "minutes"),
        ("# Boats\n1-1 Participants\n• Ada Brindle\n# Oars\nThe chair reported that two leak.", "minutes"),
        ("# Boats\n" + "Cr Orme moved a new oar, which was agreed.\nCr Tay seconded it.\n" * 2, "minutes"),
        ("# Boat survey\nParticipants reported leaks.\n# Oars\nTwo were reported broken.", "other"),
        ("# Boat fund\nPresent value: 400\nThe boats are old.", "other"),
        ("# Oar survey report\nParticipants were asked twice, and noted that two leak. Tom was asked.", "report"),
        ("# Oar Guild\nParticipants: Ada Brindle, Tom Orme\nIt was agreed to wait. Tom was asked.", "minutes"),
        ("# Agenda of the Boat Panel\n" + "Boats\n• APPROVED: mend two of the boats\n" * 3, "minutes"),
        ("# Agenda of the Boat Panel\nBoats\n• Approved: 4 May 2024\nOars", "agenda"),
        (
            "Town of Tarnholm\n2 Mill Place\nMinutes of the Council of 4 May 2024\nBOATS\nThe Mayor recalls that two "
            "leak.\nAfter deliberation, the Council decides to mend them.\nThe Mayor proposes a fee.",
            "minutes",
        ),
        ("# Boats\n" + "• Tar the ferry: 8 agreed, 1 against\n" * 3 + "It was agreed to wait.", "minutes"),
        ("# Fenwold Oar Guild\n15 ppl attended\nIt was agreed to wait. All voted.", "minutes"),
        (
            "# Ferry Guild Board Meeting Summary\nDate: 12 March 2024\n## Key Participants\n• Ada – Chair\n• Tom\n"
            "## Oars\n• Two raffles, whatever the bank says\n## Key decisions\n1. Raffle on 4 May",
            "minutes",
        ),
        ("# Summary of a survey\n# Key participants\n• Anglers\n# Oars\n• Two in five leak", "other"),
        ("# Boat Panel\n• Ada Brindle (Mill)\n• Tom Orme (Tarn) *\n\\* = regrets\n# Oars\nTwo leak.", "minutes"),
        ("# Boat Panel\n• Ada Brindle (Mill)\n• Tom Orme (Tarn) *\n\\* = co-opted\n# Oars\nTwo leak.", "other"),
        ("# Boats\nScribe: Ada\nPresent: Ada Brindle, Tom Orme\n# Agenda\n• Oars\n# Oars\nTwo leak.", "minutes"),
        ("# Boats\nOn the call: Ada Brindle, Tom Orme\nRegrets: Una Keld\n# Oars\nTwo leak.", "minutes"),
        ("# Boats\nPresent: Ada Brindle, Tom Orme\n# Oars\nTwo leak.\nEnded 20:10", "minutes"),
        ("# Boats\nPresent: Ada Brindle, Tom Orme\n# Oars\nThe Panel approves the minutes of May.", "minutes"),
        ("# Boats\n**Attendees:** Ada, Tom\n# Oars\n- [ ] @tom: tar them\n- [x] @ada: sell two", "minutes"),
        ("# Meeting minutes template\nDate:\nAttendees:\nDecision:\nAction: who", "other"),
        ("# Boat policy\nThe Board met on 4 May and agreed it. Members present a licence.", "other"),
        ("# Boat workshop report\nParticipants: Ada Brindle, Tom Orme\nIt was agreed that two leak.", "report"),
        ("# Bylaws\nMembers present may vote. What is moved and seconded is carried by a majority.", "other"),
        ("A letter about a hedge.", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert minutes_of(text).document.kind == kind


def test_verdicts_under_headings_tell_of_a_meeting_that_the_title_names() -> None:
    text = "# {}\n# Hedge minor [S2]\nPassed unanimously.\n# Pond degree [S3]\nApproved.\n# Lists\nNo discussion."
    minutes = minutes_of(text.format("Notes from the Senate meeting on 12 March 2024"))
    assert minutes.document.kind == "minutes"
    assert [decision.text for decision in minutes.decisions][:1] == ["Passed unanimously."]
    assert minutes_of(text.format("A report on the year 2024")).document.kind == "report"
