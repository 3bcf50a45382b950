"""Lines that are set as headings, and what is set so for another reason."""

import pytest

from extract.items.titles import is_never_title
from tests.extract.samples import FRONT, headings, minutes_of, said


@pytest.mark.parametrize("printed", ["**Flood defence**", "**FLOOD DEFENCE**"])
def test_a_line_in_bold_is_an_item(printed: str) -> None:
    assert printed.strip("*") in [title for _, title in headings(said(f"{printed}\nMembers noted the report."))]


def test_a_line_in_capitals_is_an_item() -> None:
    assert "FLOOD DEFENCE" in [title for _, title in headings(said("FLOOD DEFENCE\nMembers noted the report."))]


def test_a_numbered_paragraph_in_bold_that_tells_what_was_decided_is_no_item() -> None:
    told = said("**2.1 Flood defence**\nTalk.\n**2.2 The Committee noted the report.**")
    assert headings(told)[-1] == ("2.1", "Flood defence")
    assert [decision.text for decision in told.decisions] == ["The Committee noted the report."]


@pytest.mark.parametrize(
    "line",
    [
        "Present",
        "Action",
        "Action UK NF",
        "Action FP/31: UK to mend it",
        "(Clerk/UK to Action)",
        "HELD AT THE OLD FORGE",
        "RESOLVED",
        "RECOMMENDED",
        "Reasons",
        "Rationale",
        "It was agreed:-",
        "Signed",
        "Motion carried",
        "Meeting closed at 8.40 pm",
        "Ada Brindle went through the plan.",
        "12 March 2024",
        "Page 2 of 4",
    ],
)
def test_a_label_that_is_set_as_a_heading_is_no_item(line: str) -> None:
    assert headings(said(f"**{line}**\nMembers noted the report."))[-1] == ("7", "Business")


@pytest.mark.parametrize(
    "lines",
    [
        "**RESOLVED:**\n**To receive the report.**",
        "**It was agreed:-**\n**That the Trust**\n(a) **Sells the barge**; and\n(b) **Keeps its bell**",
        "**RESOLVED –**\n**That the Trust:**\n**Sells the barge**",
        "**RESOLVED:**\n(i) **To sell the barge**;\n(ii) **To keep its bell**",
    ],
)
def test_what_was_resolved_in_bold_is_no_item(lines: str) -> None:
    assert headings(said(f"{lines}\n**8. Oars**\nThey were oiled."))[-2:] == [("7", "Business"), ("8", "Oars")]


@pytest.mark.parametrize("line", ["RESOLVED that the barge be sold.", "The vote was as follows:", "Agreed"])
def test_a_title_in_bold_may_follow_what_was_resolved(line: str) -> None:
    assert headings(said(f"{line}\n**Ferry fares**\nMembers heard of them."))[-1] == (None, "Ferry fares")


@pytest.mark.parametrize(
    ("below", "is_item"),
    [
        ("Una Keld elected unopposed", True),
        ("Una Keld said that the year had been a quiet one for the club.", True),
        ("Una Keld", False),
    ],
)
def test_an_office_is_an_item_over_who_was_elected_or_what_is_reported(below: str, is_item: bool) -> None:
    assert ((None, "Secretary") in headings(said(f"# Secretary\n{below}"))) == is_item


def test_the_title_of_the_document_and_who_was_there_are_no_items() -> None:
    text = """
        # Fenwold Parish Council
        # Amenities Committee
        # Minutes of the meeting held on 12 March 2024
        # Present
        Cllr Ada Brindle, Cllr Tom Orme
        # Apologies
        Cllr Wren Sallow
        # 1. Allotments
        The Chair reported that the gate was broken.
        """
    assert headings(minutes_of(text)) == [("1", "Allotments")]


@pytest.mark.parametrize(
    "text",
    [
        "# Wim Farrow, 12 Mill Lane, Fenwold\nMr. Farrow explained that the lane was too narrow.",
        "# UK\nThe Clerk was away.",
        "# The motion passed 5-0.\nThe Clerk was away.",
        "# [DONE]\nThe Clerk was away.",
        "# Chairman: Ada Brindle\nThe Clerk was away.",
    ],
)
def test_speakers_initials_and_verdicts_in_bold_are_no_items(text: str) -> None:
    front = FRONT.replace("Ms Una Keld (Clerk)", "Ms Una Keld (UK)")
    assert headings(minutes_of(f"{front}\n# 7. Business\n{text}"))[-1] == ("7", "Business")


@pytest.mark.parametrize(
    "line",
    [
        "# Reasons for decision",
        "# Alternative options considered and rejected",
        "# Table 1: Visitors by month",
        "**Council present:** Cllr Ada Brindle and Cllr Tom Orme, with the Clerk to the Council.",
        "**For the motion:** Cllr Ada Brindle and Cllr Tom Orme",
        "**Library.** The librarian reported that the roof had been mended at last.",
    ],
)
def test_what_stands_under_an_item_without_a_number_is_no_business(line: str) -> None:
    assert headings(said(f"The gate was mended.\n{line}\nIt was mended in March."))[-1] == ("7", "Business")


def test_a_heading_that_breaks_off_goes_on_in_the_next() -> None:
    text = "# PL/27/24 LAND EAST OF MILL LANE,\n# FENWOLD\nThe land was discussed."
    assert headings(said(text))[-1] == ("PL/27/24", "LAND EAST OF MILL LANE, FENWOLD")


@pytest.mark.parametrize(
    "log", ["Action log", "BOARD OF WARDENS (OPEN) – ACTION LOG", "Actions arising from this meeting"]
)
def test_a_list_of_actions_at_the_end_of_numbered_minutes_is_no_business(log: str) -> None:
    items = "\n".join(f"# {number}. Matter {number}\nIt was discussed." for number in range(2, 7))
    text = f"{FRONT}{items}\n# {log}\n|! Action | Owner\n| Mend the gate | UK"
    assert headings(minutes_of(text))[-1] == ("6", "Matter 6")


@pytest.mark.parametrize(
    "line",
    [
        "# Respectfully submitted by Una Keld",
        "# Minutes taken by Una Keld",
        "# 17:15, Wednesday 4 May 2024, the Mill",
        "# Attested to:",
        "# £12.40 INTEREST",
        "# CONFIRMED MINUTES – GENERAL MEETING",
        "**Due:**",
        "**Management and staff: Una Keld, Reeve**",
        "# (a) Members of the Amenities Committee\n(i) Una Keld",
        "# (b) Guests\n(i) Tom Orme (Mill Trust)",
    ],
)
def test_who_was_there_and_who_wrote_it_down_is_no_business(line: str) -> None:
    assert headings(said(f"The gate is broken.\n{line}"))[1:] == [("7", "Business")]


def test_apologies_set_like_those_present_are_no_business() -> None:
    front = "# Mill Trust\n# Minutes of the meeting of the Mill Board held on 12 March 2024"
    those = "# Present:\nAda Brindle\n# Apologies:\nTom Orme\n# Presenters:\nUna Keld"
    text = f"{front}\n{those}\n# Ponds\nOne leaks."
    assert headings(minutes_of(text)) == [(None, "Ponds")]


@pytest.mark.parametrize("below", ["Attendees\nUna Keld", "Ponds\nOne leaks.\n# Attendees\nUna Keld"])
def test_apologies_over_names_below_those_present_are_no_business(below: str) -> None:
    front = "# Mill Trust\n# Minutes of the meeting of the Mill Board held on 12 March 2024"
    text = f"{front}\n# {below}\n# Apologies\nTom Orme\n# Lamps\nOne is out."
    assert (None, "Apologies") not in headings(minutes_of(text))
    assert headings(minutes_of(text))[-1] == (None, "Lamps")


def test_a_summary_of_outcomes_may_open_the_business() -> None:
    front = "# Mill Trust\nMinutes of the meeting of the Mill Board held on 12 March 2024"
    text = f"{front}\n# Summary of outcomes\nThe Board agreed to wait.\n# Declarations of interest\nThere were none."
    assert headings(minutes_of(text)) == [(None, "Summary of outcomes"), (None, "Declarations of interest")]


@pytest.mark.parametrize("title", ["Actions", "Decisions", "Resolutions"])
def test_a_section_of_actions_or_decisions_is_business(title: str) -> None:
    listed = f"# {title}\n• The Clerk to mend the gate.\n• The Clerk to buy a bench."
    assert headings(said(listed))[-1] == (None, title)
    assert headings(said(f"# {title}\nUK\n# Ponds\n# {title}\nUK"))[-1] == (None, "Ponds")


def test_a_title_may_begin_with_a_small_letter_before_a_capital() -> None:
    assert headings(said("# e-Lending\nThe Clerk was away."))[-1] == (None, "e-Lending")


def test_a_line_over_nothing_but_an_address_on_the_web_is_no_item() -> None:
    text = """
        # 8. Terms
        # 9. Papers
        9.1. Issues
        The Chair showed two drafts of the terms.
        9.2. Slides
        https://example.org/slides/2024
        9.3. Drafts
        Members are to read them.
        # 10. Close
        """
    titles = [title for _, title in headings(said(text))]
    assert ("Issues" in titles, "Slides" in titles, "Drafts" in titles) == (True, False, True)


def test_the_labels_of_a_motion_are_no_items() -> None:
    labels = "• **Moved by:** Tom Tay\n• **Vote:** unanimous\n• **Result:** PASSED"
    assert headings(said(f"# 4. Roof\n**Motion:** that it be mended\n{labels}"))[-1] == ("4", "Roof")


def test_a_line_of_one_word_in_capitals_is_an_item_over_a_paragraph() -> None:
    told = "The Reeve told those present of two roofs that had burnt in the winter."
    assert headings(said(f"# 4. Roofs\nAll is well.\nFIRE\n{told}\nPOLICE\nNone."))[-1] == (None, "FIRE")


def test_a_committee_named_further_down_reports() -> None:
    text = "".join(f"# {title}\nIt was told.\n" for title in ("Roads", "Bins", "Pond", "Fair", "Mill", "Lamps"))
    assert headings(said(f"{text}# Lettings Committee\nThe hall was let."))[-1] == (None, "Lettings Committee")


def test_what_was_voted_on_is_no_business() -> None:
    text = "PASS BILL 12, FEES\nYes: Orme, Tay\nAbstain: Keld\nSELL THE GATE\nThe gate was looked at by all of us."
    assert headings(said(text))[2:] == [(None, "SELL THE GATE")]


@pytest.mark.parametrize("line", ["1/ Members present", "2. NON-ATTENDANCE", "2. Those present and apologies"])
def test_who_was_there_is_no_business_whatever_its_number(line: str) -> None:
    text = f"{FRONT.partition('# 1.')[0]}# {line}\nCllr Bo Fell\n# 3. Fees\nThe fee stays."
    assert [title for _, title in headings(minutes_of(text))] == ["Fees"]


@pytest.mark.parametrize(
    "line", ["**The Board resolved:-**", "# Considered:", "**Additional documents:**", "# No. Item"]
)
def test_what_leads_to_a_verdict_or_to_papers_is_no_business(line: str) -> None:
    assert headings(said(f"{line}\nThe report of the Warden of the marsh."))[-1] == ("7", "Business")


def test_apologies_between_two_labels_are_one() -> None:
    text = """
        # University of Fenwold BOARD OF TRUSTEES
        Tuesday 12 March 2024
        # MINUTES PRESENT
        Ms Ada Brindle (Chair)
        # APOLOGIES
        Mr Tom Orme
        # IN ATTENDANCE
        Ms Una Keld
        # The mill pond
        The Board noted the report.
        """
    assert headings(minutes_of(text)) == [(None, "The mill pond")]


def test_a_rated_indicator_is_no_section() -> None:
    text = (
        "# Performance\n# Narratives\n# Lamps mended within a week (Amber)\n71% of the lamps were mended within a week."
    )
    assert [title for _, title in headings(minutes_of(text, path="performance-report.txt"))] == [
        "Performance",
        "Narratives",
    ]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("# 7. Gifts and interests (if\n# any)", "Gifts and interests (if any)"),
        ("# 7. Report of the Warden of\n# the marsh", "Report of the Warden of the marsh"),
        ("# 7. GIFTS AND INTERESTS (IF\n**ANY)** – None were declared.", "GIFTS AND INTERESTS (IF ANY)"),
    ],
)
def test_a_title_that_a_line_broke_is_one(lines: str, title: str) -> None:
    assert headings(minutes_of(f"{FRONT}\n{lines}\nNone were declared."))[-1] == ("7", title)


def test_a_title_that_ends_in_meeting_is_no_item() -> None:
    text = (
        "# Ferry SIG Meeting\n4 March 2024\nAttendees: Una Keld, Tom Orme\n# Notes\n# Oars\nIt was agreed to buy two."
    )
    assert headings(minutes_of(text)) == [(None, "Oars")]


def test_lines_to_be_filled_in_are_no_items() -> None:
    assert headings(said("# Date: ____________\nThe Chair signed."))[-1] == ("7", "Business")


def test_a_number_may_touch_its_title() -> None:
    assert headings(said("**8.PONDS AND PATHS**\nThe Chair spoke of the ponds."))[-1] == ("8", "PONDS AND PATHS")


def test_tasks_in_bold_below_the_word_action_are_no_items() -> None:
    task = "• **Gate Team to send the plan to the guilds**"
    text = f"**Gates**\n• The gates are old.\n**Action:**\n{task}\n**Ponds**\n• They are low."
    assert [title for _, title in headings(said(text))][-2:] == ["Gates", "Ponds"]


@pytest.mark.parametrize(
    "label", ["Table of contents", "Report author", "Author", "Relevant Director", "Contents page"]
)
def test_what_helps_to_find_ones_way_or_somebody_is_no_title(label: str) -> None:
    assert is_never_title(label)


@pytest.mark.parametrize(
    "label",
    [
        "AMENDMENT NO. 2",
        "Amendment 1",
        "Second amendment",
        "Amendment B",
        "Amendment by Cllr Orme",
        "SUBSTANTIVE MOTION",
    ],
)
def test_what_heads_an_amendment_is_no_title(label: str) -> None:
    assert is_never_title(label)


@pytest.mark.parametrize("label", ["Proceedings", "Date, Time and Location", "Major Discussion Topics"])
def test_what_heads_all_that_was_said_is_no_title(label: str) -> None:
    assert is_never_title(label)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 1. Meeting Information:\n• Date: 4 March 2024\n# 2. Agenda Items\n# 3. Oars\nTwo are bought.", "Oars"),
        ("# Key Participants\n• Ada – Chair\n• Tom – Treasurer\n# Oars\nIt was agreed to buy two.", "Oars"),
    ],
)
def test_what_forms_head_is_no_item(text: str, title: str) -> None:
    found = headings(minutes_of(f"# Ferry Guild Board Minutes\nAttendees: Una Keld, Tom Orme\n{text}"))
    assert [each for _, each in found] == [title]


@pytest.mark.parametrize(
    "title",
    [
        "Contact details",
        "Proceedings of the Guild",
        "Topics for May",
        "Authority for payments",
        "Contents insurance",
        "Amendment to the mooring bylaw",
        "Motion 1",
    ],
)
def test_what_begins_like_it_may_be_one(title: str) -> None:
    assert not is_never_title(title)


def test_the_fields_of_a_form_over_the_headings_are_no_items() -> None:
    text = """
        Minutes of the general meeting of the Ferry Guild
        **Date:** 4 March 2024
        **Quorum:** met
        **Notice:** sent to all
        # Berths
        The Chair said that they are let.
        # Lamps
        The Chair said that they are lit.
        """
    assert headings(minutes_of(text)) == [(None, "Berths"), (None, "Lamps")]


@pytest.mark.parametrize(
    "line", ["• **Passed (with changes)**", "• **Approved (as amended)**", "**TL;DR:** All passed."]
)
def test_what_became_of_an_entry_is_no_item(line: str) -> None:
    assert headings(said(f"• Paint the ferry\n{line}"))[-1] == ("7", "Business")


@pytest.mark.parametrize("title", ["Minutes", "Motion", "Decisions"])
def test_a_word_is_a_title_below_a_number_of_its_own(title: str) -> None:
    assert headings(said(f"The Chair spoke.\n48.\n# {title}\nThe Clerk spoke.\n49.\n# Fees\nNone."))[-2:] == [
        ("48", title),
        ("49", "Fees"),
    ]


@pytest.mark.parametrize("line", ["CHAIRMAN ……………………", "Chair …………", "Voting", "Recommendation to Council"])
def test_parts_of_an_item_and_where_the_chair_signs_are_no_items(line: str) -> None:
    assert headings(said(f"The Clerk spoke of the ferry.\n# {line}\nIt was a fine day."))[-1] == ("7", "Business")


@pytest.mark.parametrize(
    "line",
    [
        "RESPONSE",
        "END OF MEETING",
        "Location and Time",
        "Meeting finish: 8.41 pm",
        "Tuesday 7th October 3pm – 5pm",
        "Action point: Tom to count the lamps",
        "DELEGATE any change of the fee to the Harbour Master",
        "c) DELEGATED to the Sail Panel the choice of rope; and",
        "MOTION – that the ferry be run at night",
        "MOTION – CARRIED",
        "Councillor Una Keld, Chairman",
    ],
)
def test_answers_ends_days_tasks_and_signatures_are_no_items(line: str) -> None:
    assert headings(said(f"The Clerk spoke of the ferry.\n# {line}"))[-1] == ("7", "Business")


@pytest.mark.parametrize("title", ["MOTION – A NIGHT FERRY", "MOTION – 10 KNOT LIMIT"])
def test_a_motion_in_capitals_may_be_business_with_a_number(title: str) -> None:
    text = f"The Chair spoke.\n# 48/25 {title}\nThe Clerk spoke.\n# 49/25 FEES\nNone."
    assert headings(said(text))[-2:] == [("48/25", title), ("49/25", "FEES")]


@pytest.mark.parametrize(
    "title", ["2nd Order of Business", "weir-guild/lamps", "weir.example", "Proposed quay changes"]
)
def test_an_ordinal_of_business_or_an_address_may_be_a_title(title: str) -> None:
    below = "The Chair asked what is to be done with it this summer."
    assert headings(said(f"The Clerk spoke of the ferry.\n# {title}\n{below}"))[-1] == (None, title)


def test_letters_that_head_what_is_told_of_them_are_nobody() -> None:
    below = "The works at the quay go on as was planned in the spring of the year."
    assert headings(said(f"# QW\n{below}"))[-1] == (None, "QW")


@pytest.mark.parametrize("title", ["Action points", "New actions", "Actions & motions"])
def test_tasks_in_a_section_of_their_own_are_business_in_numbered_minutes(title: str) -> None:
    items = "\n".join(f"# {number}. Matter {number}\nIt was discussed." for number in range(2, 7))
    assert headings(minutes_of(f"{FRONT}{items}\n# {title}\n• Mend the gate"))[-1] == (None, title)


@pytest.mark.parametrize(
    ("below", "is_item"),
    [("• Fay Lock stands (proposed: Cora Tay)", True), ("| Candidate | Votes |", True), ("• Fay Lock", False)],
)
def test_an_office_is_an_item_over_those_who_stood_for_it(below: str, is_item: bool) -> None:
    found = headings(said(f"# Elections\nThere were two.\n# Secretary\n{below}"))
    assert ((None, "Secretary") in found) is is_item


def test_days_with_their_hours_and_the_minutes_held_that_day_are_no_business() -> None:
    text = (
        "# Minutes of MQC Meeting Held on 12.03.2024 at the Mill\nPresent: Una Keld, Tom Orme\n"
        "# Moorings\nTom reported that they are full.\n# 6:40 pm May 7, 2024\n# 7:15 pm, May 21, 2024\n# Locks\nDry."
    )
    assert [title for _, title in headings(minutes_of(text))] == ["Moorings", "Locks"]


def test_a_point_in_capitals_among_others_is_no_item() -> None:
    minutes = said("• Two lamps are out.\n• RNLI DAY\n• Una came.")
    assert "RNLI DAY" not in [title for _, title in headings(minutes)]


@pytest.mark.parametrize(
    "line",
    [
        "CHEQUES:\n\n4/5/24 £12.40 ROPE",
        "PAID IN SINCE MARCH\n\n(04/05/24 £12.40 ROPE PAID BY DD)",
        "Balance in the cash book\n\nMill account £12.40",
        "4/5/24 £12.40 ROPE FOR THE BELL\n\nThe rope is new.",
        "Fenwold Quay Meeting 7pm",
        "Fenwold Quay Committee meeting to follow.",
        "Cathaoirleach",
        "7.1 UK noted two lamps that are out. To be mended.",
        "ACTION Parks Manager",
        "Action Clerk",
        "ACTION Una Keld",
        "Lengthsman and Clerk]",
        "(7.10 pm)",
        "19.05",
    ],
)
def test_what_is_bold_in_accounts_or_tells_a_task_is_no_item(line: str) -> None:
    first, _, rest = line.partition("\n\n")
    assert headings(said(f"**{first}**\n\n{rest or 'Members noted the report.'}"))[-1] == ("7", "Business")


@pytest.mark.parametrize(
    "line",
    [
        "Cheques for May",
        "Balance of the mill account",
        "The next meeting",
        "Action Plan for the Weir",
        "Action Team",
        "Footpath (Mill Lane)",
    ],
)
def test_a_title_that_begins_like_these_is_an_item(line: str) -> None:
    title = line.removeprefix("7.1 ")
    assert headings(said(f"**{line}**\n\nMembers noted the report."))[-1][1] == title


@pytest.mark.parametrize(
    ("first", "second"), [("A. Nets", "B. Oars"), ("V. Nets", "VI. Oars"), ("I. Nets", "II. Oars")]
)
def test_a_letter_or_a_roman_number_may_count_titles_in_bold(first: str, second: str) -> None:
    found = headings(said(f"**{first}**\n\nThey were mended.\n\n**{second}**\n\nThey were oiled."))
    assert found[-2] == tuple(first.split(". "))


def test_what_a_line_opens_is_no_item_though_it_is_in_bold() -> None:
    told = said(
        "RESOLVED:\n\n**To let the tide mill.**\n\n**8 Locks**\n\nRESOLVED:\n\n**That the Trust:**\n\n"
        "1. opens the lock at six;\n2. asks for a report by May.\n\n"
        "**9 Weirs**\n\nRESOLVED:\n\n**(i) To dredge the weir; and**\n\n**(ii) To tar the gates.**\n\n"
        "**To receive letters**\n\nNone."
    )
    assert headings(told)[-4:] == [("7", "Business"), ("8", "Locks"), ("9", "Weirs"), (None, "To receive letters")]
    assert [decision.text for decision in told.decisions] == [
        "To let the tide mill.",
        "opens the lock at six",
        "asks for a report by May.",
        "To dredge the weir",
        "To tar the gates.",
    ]


@pytest.mark.parametrize(
    ("below", "is_item"),
    [
        ("The minutes of the meeting of 4 May were approved.", True),
        ("The last minutes were taken as read and signed.", True),
        ("The minutes were taken by Una Keld.", False),
        ("Una Keld had approved the fees.", False),
    ],
)
def test_minutes_is_an_item_where_those_of_the_last_meeting_are_approved(below: str, *, is_item: bool) -> None:
    minutes = minutes_of(f"{FRONT.replace('1. ', '')}# Minutes\n{below}\n# Fees\nThey rose again.")
    assert ("Minutes" in [title for _, title in headings(minutes)]) is is_item


@pytest.mark.parametrize("title", ["Apologies and approval of minutes", "Decisions made prior to the meeting"])
def test_a_first_heading_may_speak_of_minutes_or_of_the_meeting(title: str) -> None:
    front = FRONT.replace("Apologies: Cllr Wren Sallow", "").replace("1. Welcome", title)
    assert headings(minutes_of(f"{front}# Fees\nThey rose again."))[0] == (None, title)


@pytest.mark.parametrize(
    ("line", "is_item"),
    [
        ("# Proposed closure of the path", True),
        ("# Proposed Guild programme for 2025", True),
        ("# Proposed Una Keld", False),
        ("# Proposed by the Chair", False),
        ("# Proposed that the fees be raised", False),
        ("# Proposed Tom Orme with thanks, seconded Una Keld", False),
    ],
)
def test_what_is_proposed_may_be_business_and_who_proposed_it_is_none(line: str, *, is_item: bool) -> None:
    titles = [title for _, title in headings(said(f"{line}\nIt was discussed."))]
    assert (line[2:] in titles) is is_item
