"""What a council answers to applications, alone in a line below each."""

import pytest

from tests.extract.samples import FRONT, decided, minutes_of

APPLICATION = "E/24117\nA barn at Mill Farm\nFenwold\n"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("NO OBJECTIONS", "approved"),
        ("No objection.", "approved"),
        ("NO OBSERVATIONS", "approved"),
        ("No objections but one comment: the lane is narrow.", "approved"),
        ("Objection: the lane is narrow.", "rejected"),
    ],
)
def test_an_answer_below_an_application_is_a_decision(answer: str, outcome: str) -> None:
    decisions = minutes_of(f"{FRONT}# 4. Planning\n{APPLICATION}{answer}\n").decisions
    assert [(d.text, d.outcome) for d in decisions] == [(answer, outcome)]


def test_each_application_has_its_own_answer() -> None:
    text = f"{FRONT}# 4. Planning\n" + f"{APPLICATION}# NO OBJECTIONS\n" * 3
    minutes = minutes_of(text)
    assert [d.text for d in minutes.decisions] == ["NO OBJECTIONS"] * 3
    assert [item.title for item in minutes.items] == ["Welcome", "Planning"]


@pytest.mark.parametrize(
    ("entry", "outcome"),
    [
        ("C/24/031 – Mr Tay – footbridge over Weir Drain. Consent granted subject to a rail.", "approved"),
        ("C/24/032 – Ferry Farm – culvert of 9 m. Refused, as the bank is weak.", "rejected"),
        ("C/24/033 – Toll House – outfall. Deferred for a survey.", "deferred"),
    ],
)
def test_a_body_that_gives_consents_gives_refuses_or_defers_them(entry: str, outcome: str) -> None:
    (decision,) = minutes_of(f"{FRONT}# 4. Consents\n• {entry}\n").decisions
    assert (decision.text, decision.outcome) == (entry, outcome)
    assert minutes_of(f"{FRONT}# 4. Planning\n• {entry}\n").decisions == ()  # told by those who decide on plans


@pytest.mark.parametrize(
    "lines",
    [
        "Decisions of the county council:\n24/0117/FUL Mill Farm, barn. No objection.",
        "24/0117/FUL Mill Farm, barn. Objections – two neighbours wrote in.",
        "The neighbours of Mill Farm spoke. Support.",
    ],
)
def test_what_others_said_of_an_application_is_no_answer(lines: str) -> None:
    assert minutes_of(f"{FRONT}# 4. Planning\n{lines}\n").decisions == ()


@pytest.mark.parametrize("text", ["# 4. Planning\nNo comments.", f"# 4. Footpaths\n{APPLICATION}No objection."])
def test_an_answer_to_nothing_is_none(text: str) -> None:
    assert minutes_of(FRONT + text).decisions == ()


@pytest.mark.parametrize(
    "entry", ["• Mill Bank, sheet 7. Balance of £310 Noted", "The county’s letter on tolls and fees NOTED"]
)
def test_a_word_at_the_edge_notes_what_it_stands_beside(entry: str) -> None:
    (decision,) = minutes_of(f"{FRONT}# 4. Correspondence\n{entry}\n").decisions
    assert (decision.text, decision.outcome) == (entry.removeprefix("• "), "noted")


@pytest.mark.parametrize(
    ("entry", "outcome"),
    [
        ("(a) 25/00731/FUL. Porch, 7 Quay Row. No objection.", "approved"),
        ("24/0077/TPO: one alder to be felled at Weir End: Support", "approved"),
        ("(b) 25/00744/LBC. New windows, The Old Malthouse. Objection: harm to the street.", "rejected"),
        ("E/24/0117/F – 3 Kiln Row. A porch. OBJECT – too near No. 2.", "rejected"),
        ("E/24/0118/L – The Old Forge. Windows. No objection provided these are of oak.", "approved"),
        ("24/0119/FUL Mr Tay, Mill Farm, barn. No comment", "approved"),
        ("24/0120/FUL Toll House. Support provided that the gate stays. (Cllr Orme left the room.)", "approved"),
        ("24/0122/HOU Weir End, shed. Support (4 for, 1 against).", "approved"),
        ("24/0121/OUT Forge Lane. OBJECT – out of keeping; too tall; no view to the west.", "rejected"),
    ],
)
def test_an_answer_may_close_the_entry_that_names_the_application(entry: str, outcome: str) -> None:
    decisions = minutes_of(f"{FRONT}# 4. Planning\n{entry}\n").decisions
    assert [(d.text, d.outcome) for d in decisions] == [(entry.removeprefix("(a) ").removeprefix("(b) "), outcome)]


@pytest.mark.parametrize(
    "entry",
    [
        "24/0078/HOU Loft, 3 Ferry Lane. The Clerk explained the rules on comments.",
        "24/0078/HOU Loft, 3 Ferry Lane, with 24/0079/HOU beside it. No objection.",
        "Those at Weir End told of their objection.",
    ],
)
def test_an_entry_with_no_answer_of_its_own_decides_nothing(entry: str) -> None:
    assert minutes_of(f"{FRONT}# 4. Planning\n{entry}\n").decisions == ()


def test_an_entry_of_planning_may_tell_what_is_built_without_a_reference() -> None:
    text = (
        "# 4. Planning Applications\n• Porch to dwelling. Weir Cottage 4 Quay Row. Support.\n"
        "• 1 The Locks – alterations and extension to boathouse. Supported. TO\n• The pond was told of. Support.\n"
        "# 5. Raft race\n• Two windows for the tower. Supported."
    )
    assert decided(text) == [
        "Porch to dwelling. Weir Cottage 4 Quay Row. Support.",
        "1 The Locks – alterations and extension to boathouse. Supported.",
    ]


def test_one_paragraph_may_hold_the_answers_to_several_applications() -> None:
    text = (
        "# 4. Planning\n24/0127/FUL – The Plough, four houses. Cllr Orme thought it too much. RESOLVED to object. "
        "24/0131/LBC – Guild House, windows. No objection subject to the views of the Warden. "
        "24/0133/FUL – Kiln Row, a porch. The plans were passed round. The Clerk reported that 24/0088/FUL was "
        "refused."
    )
    assert decided(text) == [
        "RESOLVED to object.",
        "24/0131/LBC – Guild House, windows. No objection subject to the views of the Warden.",
    ]


def test_grants_that_are_answered_one_by_one_in_a_sentence_are_decisions_each() -> None:
    bids = (
        "Bids to the pot: (1) Wick Rowing Club £2,000 approved; (2) Sea Cadets, £900, approved, subject to a lease; and"
    )
    text = f"{bids} (3) Chess Club £450 declined – outside the harbour."
    decisions = minutes_of(f"{FRONT}# 4. Grants\n{text}\n").decisions
    assert [(d.text, d.outcome) for d in decisions] == [
        ("Wick Rowing Club £2,000 approved", "approved"),
        ("Sea Cadets, £900, approved, subject to a lease", "approved"),
        ("Chess Club £450 declined – outside the harbour", "rejected"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bids to the county: (1) Rowing Club £2,000 had been approved; (2) Sea Cadets £900 had been refused.",
        "Grants so far: (1) Rowing Club £2,000 approved; (2) Sea Cadets £900 to be heard.",
        "Bids: (1) Rowing Club £2,000 approved.",
    ],
)
def test_what_became_of_grants_is_told_of_each_and_in_brief(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize(
    ("entry", "outcome"),
    [
        ("25/00217/HOU – 14 Quay Row, porch. Objection (loss of light), 4–2.", "rejected"),
        ("25/00218/HOU – 3 Weir Lane, shed. Objection (too high).", "rejected"),
    ],
)
def test_why_a_council_objects_may_stand_in_brackets(entry: str, outcome: str) -> None:
    decisions = minutes_of(f"{FRONT}# 4. Planning\n{entry}\n").decisions
    assert [(d.text, d.outcome) for d in decisions] == [(entry, outcome)]


def test_grants_that_are_answered_in_a_list_are_decisions_each() -> None:
    bids = "• Wick Rowing Club £2,000 – approved\n"
    bids += "• Chess Club £450 – declined, traders to pay\n• Sea Cadets £90 – to be heard"
    decisions = minutes_of(f"{FRONT}# 4. Pot\nThese bids were looked at:\n{bids}\n").decisions
    assert [(d.text, d.outcome) for d in decisions] == [
        ("Wick Rowing Club £2,000 – approved", "approved"),
        ("Chess Club £450 – declined, traders to pay", "rejected"),
    ]
    assert decided(f"The county told of its grants, decisions received:\n{bids.splitlines()[1]}") == []


def test_answers_may_be_told_behind_colons_in_one_paragraph() -> None:
    first = "25/0312/FUL, Weir Cottage, Quay Row, a porch: no objection."
    second = "25/0318/FUL, land by the lock, two sheds: the Council objects because of the tide, the lane and the view."
    third = (
        "25/0320/TCA, Tide House, lop one lime: the Council wishes to leave this to the judgement of the Tree Officer."
    )
    told = "It was reported that 25/0044/HH had been refused by the county."
    decisions = minutes_of(f"{FRONT}# 4. Planning\n{first} {second} {third} {told}\n").decisions
    assert [(d.text, d.outcome) for d in decisions] == [(first, "approved"), (second, "rejected"), (third, "approved")]


def test_what_was_given_may_be_listed_below_the_words_that_it_was() -> None:
    gifts = (
        "• Lock Choir, £90 for music\n• Tide Club: £1,200 towards a raft\n• Sea Cadets £40.\n• Chess Club asked again"
    )
    decisions = minutes_of(f"{FRONT}# 4. Pot\nGrants were awarded as follows:\n{gifts}\n").decisions
    assert [(d.text, d.outcome) for d in decisions] == [
        ("Lock Choir, £90 for music", "approved"),
        ("Tide Club: £1,200 towards a raft", "approved"),
        ("Sea Cadets £40", "approved"),
    ]
    assert decided(f"Grants had been made as follows:\n{gifts}") == []
    assert decided(f"Grants were asked for as follows:\n{gifts}") == []
