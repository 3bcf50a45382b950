"""What is agreed over a list."""

import pytest

from tests.extract.samples import decided, only, said


def test_a_decision_goes_on_in_the_list_that_it_announces() -> None:
    text = "The following payments were approved:\n• Alder Ltd £40\n• Beech and Co £60\nCllr Orme left."
    assert decided(text) == ["The following payments were approved:\n• Alder Ltd £40\n• Beech and Co £60"]


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed (i) to cut the hedge, and (ii) to mend the gate",
        "It was agreed:\n(i) to cut the hedge\n(ii) to mend the gate",
        "Following discussion it was agreed that:\n• to cut the hedge\n• to mend the gate",
        "The Board approved:\na) to cut the hedge\nb) to mend the gate",
        "The Board agreed the following:\n1. to cut the hedge\n2. to mend the gate",
    ],
)
def test_what_is_agreed_in_prose_has_limbs_too(text: str) -> None:
    assert decided(text) == ["to cut the hedge", "to mend the gate"]


def test_a_table_below_a_decision_is_no_part_of_its_words() -> None:
    assert decided("The following timetable was agreed:\n| Fair | May\n| Market | June") == [
        "The following timetable was agreed:"
    ]


def test_what_stands_below_the_following_was_agreed_is_decided_entry_by_entry() -> None:
    text = "The following was unanimously agreed:\n• A levy of £3,000\n• No change to the fees"
    assert decided(text) == ["A levy of £3,000", "No change to the fees"]


def test_an_application_that_is_listed_line_by_line_is_decided_once() -> None:
    lines = (
        "1. P/1200 Porch over a door (to be\n2. green)\n3. Fenfold\n4. Mill Bank\n5. Mr P Orme\n6. **NO OBJECTIONS**"
    )
    assert decided(f"The following was agreed:\n{lines}") == [f"The following was agreed:\n{lines.replace('*', '')}"]


def test_a_list_of_payments_goes_on_below_a_line_that_heads_some_of_them() -> None:
    listed = (
        "a) Mill Guild, Chq No 17 £24.00\nb) Oars, Chq No 18 £12.00\nDonations\nc) Rafters, Chq No 19 £50.00\nTOTAL £86"
    )
    assert decided(f"The following payments were approved:\n{listed}\nThe lamps were lit.") == [
        f"The following payments were approved:\n{listed}"
    ]


def test_the_entries_of_a_list_in_a_sentence_are_part_of_it() -> None:
    text = "These members were elected unanimously: 1. Ada Brindle – Editor 2. Tom Orme – Member 3. Una Keld – Member"
    assert decided(text) == [text]


def test_an_agreement_goes_on_in_the_list_below_it_though_no_colon_stands_between() -> None:
    text = (
        "It was decided the council would\n1. Ask the county about the smell;\n2. Write to the owner of the mill again."
    )
    assert decided(text) == ["Ask the county about the smell", "Write to the owner of the mill again."]
    assert decided("It was agreed to cut the hedge\n1. The mill was looked at.") == ["It was agreed to cut the hedge"]


@pytest.mark.parametrize(
    ("stem", "names", "rest"),
    [
        ("The following Wardens were voted in by the guild:", "Ada Brindle (Quay)\nTom Orme ( Mill)", "All left."),
        ("The following were elected as pilots:", "Ada Brindle\nCllr Tom Orme", "The hall was let to the band."),
        (
            "Officers were elected as follows:",
            "Chair: Ada Brindle\nVice-Chair – Tom Orme",
            "The Chair thanked them all.",
        ),
        ("The following were elected:", "• Ada Brindle\n• Tom Orme", "The mill was looked at."),
    ],
)
def test_those_who_were_elected_stand_below_in_lines_of_their_own(stem: str, names: str, rest: str) -> None:
    assert only(f"{stem}\n{names}\n{rest}").text == f"{stem}\n{names}"


def test_a_name_below_another_decision_is_no_part_of_it() -> None:
    assert decided("The following policies were adopted:\nAda Brindle") == ["The following policies were adopted:"]


@pytest.mark.parametrize(
    "manner",
    ["by a majority", "by a large majority vote", "by a majority of 7 votes to 4", "on a show of hands,",
     "by consensus", "by 6 votes to 3", "by five votes to two"],
)  # fmt: skip
def test_how_it_was_agreed_stands_ahead_of_the_limbs(manner: str) -> None:
    text = f"It was resolved {manner} to:\nA. Approve the plan for the mill.\nB. Note the letter of the miller."
    assert decided(text) == ["Approve the plan for the mill.", "Note the letter of the miller."]


def test_policies_that_are_approved_in_a_list_are_decisions_each() -> None:
    text = (
        "The Board approved the following policies on the advice of the panel:\n"
        "• Mooring and Berthing Policy\n• Lost Property Policy\n• Night Watch Policy (less part 4)"
    )
    policies = ["Mooring and Berthing Policy", "Lost Property Policy", "Night Watch Policy (less part 4)"]
    assert decided(text) == policies


def test_what_was_looked_at_and_approved_is_a_decision_on_each_entry() -> None:
    listed = "The following had been read by the wardens and were approved:\n(a) Oar Policy\n(b) Mooring Policy"
    assert decided(listed) == ["Oar Policy", "Mooring Policy"]
    paid = "The following payments were approved:\n(a) £50 to the weir\n(b) £60 to the mill"
    assert len(decided(paid)) == 1


def test_a_list_goes_on_with_a_sentence_that_says_the_following_was_approved() -> None:
    text = "Cheques for the following tolls were approved and signed.\n• Weir – £12\n• Lock – £31"
    assert only(text).text == text


def test_projects_that_a_body_approves_in_a_list_are_decisions_each_with_those_who_moved_them() -> None:
    text = (
        "Q2031-07 A. Brindle, T. Orme: Whereas the county paid for the flood;\n"
        "And whereas a pump was approved after the survey;\n"
        "Now, therefore, the Board approves the following projects for this year:\n"
        "1. A pump for the Old Forge.\n2. Sluice boards for the mill; and\n"
        "Now therefore the rest shall be kept for the weir. Carried.\n"
        "Q2031-08 U. Keld, A. Brindle:\nWHEREAS the quay is worn; and\nWHEREAS boats are many;\n"
        "THEREFORE BE IT RESOLVED that the quay be mended. Carried.\n"
        "The survey of the weir was approved."
    )
    moved = [(decision.text, decision.mover, decision.seconder) for decision in said(text).decisions]
    assert [text.strip(" .;") for text, *_ in moved] == [
        "A pump for the Old Forge",
        "Sluice boards for the mill",
        "Now therefore the rest shall be kept for the weir",
        "THEREFORE BE IT RESOLVED that the quay be mended",
        "The survey of the weir was approved",
    ]
    by = [("A. Brindle", "T. Orme")] * 3 + [("U. Keld", "A. Brindle"), (None, None)]
    assert [tuple(names) for _, *names in moved] == by


def test_grants_in_a_sentence_are_limbs_and_so_is_what_it_refuses() -> None:
    decisions = said(
        "It was resolved to make grants as follows: (1) Keld Choir, for robes, £60; (2) Mill School, on condition that "
        "the bills are shown, £40; and that no grant be made to the Regatta, which had sent no accounts."
    ).decisions
    assert [(d.text, d.outcome) for d in decisions] == [
        ("Keld Choir, for robes, £60", "approved"),
        ("Mill School, on condition that the bills are shown, £40", "approved"),
        ("no grant be made to the Regatta, which had sent no accounts.", "rejected"),
    ]


def test_clauses_with_a_verdict_in_capitals_each_are_decisions_each() -> None:
    text = "Una Orme was APPOINTED Chair of the Rope Panel; Tom Tay was APPOINTED to the Sail Panel."
    told = ["Una Orme was APPOINTED Chair of the Rope Panel", "Tom Tay was APPOINTED to the Sail Panel."]
    assert decided(text) == told
    whole = "The policy was APPROVED; it is on the shelf."
    assert decided(whole) == [whole]


def test_those_who_are_appointed_as_follows_are_limbs_and_vacant_posts_none() -> None:
    posts = "• Rope Warden – Cllr Orme\n• Sail Warden – Ms Keld\n• Lamps – vacant, alas"
    assert decided(f"It was agreed to appoint as follows:\n{posts}") == [
        "Rope Warden – Cllr Orme",
        "Sail Warden – Ms Keld",
    ]


@pytest.mark.parametrize(
    "how",
    [
        ", all en bloc, proposed Cllr Orme, seconded Ms Keld",
        ", proposed by Cllr Orme and seconded by Ms Keld",
        " (prop. Orme, sec. Keld)",
        " en bloc",
    ],
)
def test_who_moved_that_they_be_appointed_stands_before_the_limbs(how: str) -> None:
    posts = "(a) Rope Warden: Cllr Orme\n(b) Sail Wardens: Ms Keld and Mr Tay"
    text = f"# 5. Appointments\nIt was resolved to appoint as follows{how}:\n{posts}\nThe lamps were lit."
    assert decided(text) == ["Rope Warden: Cllr Orme", "Sail Wardens: Ms Keld and Mr Tay"]


@pytest.mark.parametrize(("first", "second", "third"), [("(i)", "(ii)", "(iii)"), ("(a)", "(b)", "(c)")])
def test_resolutions_with_labels_of_their_own_in_one_paragraph_are_parted(first: str, second: str, third: str) -> None:
    text = (
        f"{first} Resolved that the lease be signed. {second} Resolved that the barge be let. "
        f"{third} The Clerk told of the weir."
    )
    assert decided(text) == ["Resolved that the lease be signed.", "Resolved that the barge be let."]


@pytest.mark.parametrize(
    "stem",
    [
        "The following decisions were taken on grants.",
        "For the other barges, the following was decided:",
        "The following decisions were made by the Board:",
        "The following resolutions were passed:",
    ],
)
def test_what_stands_below_a_line_that_says_that_it_was_decided_is_told_one_by_one(stem: str) -> None:
    listed = "• Mill Trust, a new sluice, £300\n• Rowing Club: £90 for oars\nThe lamps were lit."
    assert decided(f"# 5. Grants\n{stem}\n{listed}") == [
        "Mill Trust, a new sluice, £300",
        "Rowing Club: £90 for oars",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The following points were made:\n• The crane is old.\n• The quay is wet.",
        "The following decisions were taken by the harbour master:\n• The quay is shut.\n• The crane is let.",
        "Since the fair the following decisions were made by letter:\n• The lamp is sold.\n• The oars are let.",
        "The following decisions were taken on grants.\nThe Clerk told of the weir.",
    ],
)
def test_what_stands_below_another_such_line_was_not_decided_here(text: str) -> None:
    assert decided(f"# 5. Grants\n{text}") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Board also agreed for its bank mandate that:\n(a) Una Keld - is taken off\n(b) Tom Orme - is put on",
            ["Una Keld - is taken off", "Tom Orme - is put on"],
        ),
        (
            "It was agreed that the Panel should:\n• ask the mill for a price, and\n• have the quay swept.",
            ["ask the mill for a price", "have the quay swept."],
        ),
    ],
)
def test_an_agreement_may_say_what_it_is_on_before_its_limbs(text: str, told: list[str]) -> None:
    assert decided(text) == told


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("It was resolved to adopt the following policies:", ["Mooring Policy", "Lamp Policy"]),
        ("The Board agreed to approve the following:", ["Mooring Policy", "Lamp Policy"]),
        ("The following appointments were made:", ["Mooring Policy", "Lamp Policy"]),
    ],
)
def test_what_is_adopted_or_made_as_listed_is_told_one_by_one(stem: str, told: list[str]) -> None:
    assert decided(f"# 5. Affairs\n{stem}\n(a) Mooring Policy\n(b) Lamp Policy\nThe lamps were lit.") == told


def test_what_is_paid_as_listed_is_one_decision() -> None:
    stem, paid = "It was resolved to approve the following payments:", "(a) Fen Mill, £310\n(b) Tide Mill, £120"
    assert decided(f"# 5. Affairs\n{stem}\n{paid}") == [f"{stem}\n{paid}"]


def test_appointments_told_by_their_day_are_part_of_what_leads_to_them() -> None:
    text = "Resolved that meetings be held as follows:\n6 June 2024 – Mill\n4 July 2024 – Quay Hall"
    assert decided(f"# 5. Dates\n{text}\nThe lamps were lit.") == [text]
