"""From where to where a decision reaches, and its limbs."""

import pytest

from minutes.model import Votes
from tests.extract.samples import FRONT, decided, minutes_of, only, said


@pytest.mark.parametrize(
    ("text", "limbs"),
    [
        ("RESOLVED: That the hedge be cut.", ["That the hedge be cut."]),
        ("Resolved: the hedge to be cut.", ["the hedge to be cut."]),
        ("Agreed – the hedge to be cut.", ["the hedge to be cut."]),
        ("The Committee RESOLVED to cut the hedge.", ["The Committee RESOLVED to cut the hedge."]),
        ("RESOLVED that the hedge be cut.", ["RESOLVED that the hedge be cut."]),
        ("RESOLVED that the hedge be cut. Cllr Orme left.", ["RESOLVED that the hedge be cut."]),
        (
            "RESOLVED that the Board comments on the plan. Moreover, the Board asks the Mayor to keep the ferry.",
            ["RESOLVED that the Board comments on the plan. Moreover, the Board asks the Mayor to keep the ferry."],
        ),
        ("RESOLVED that the hedge be cut. The Council heard from Mr Tay.", ["RESOLVED that the hedge be cut."]),
        ("RESOLVED: (a) to cut the hedge; and (b) to mend the gate.", ["to cut the hedge", "to mend the gate."]),
        ("RESOLVED:\n(a) to cut the hedge;\n(b) to mend the gate.", ["to cut the hedge", "to mend the gate."]),
        ("Resolution 2024/61: Resolved that the hedge be cut.", ["Resolved that the hedge be cut."]),
        ("Resolution 7: It was resolved that the hedge be cut.", ["It was resolved that the hedge be cut."]),
        (
            "Resolved under section 9 of the Hedges Act that it be cut.",
            ["Resolved under section 9 of the Hedges Act that it be cut."],
        ),
        (
            "Moved by Orme, seconded by Tay and resolved: (a) that the hedge be cut; (b) that the gate be mended.",
            ["that the hedge be cut", "that the gate be mended."],
        ),
        (
            "Proposed by Mr Orme, seconded by Ms Tay: (1) that the hedge be cut; (2) that the gate be mended. Carried.",
            ["that the hedge be cut", "that the gate be mended."],
        ),
        (
            "It was resolved that the following comments be sent:\n(i) P/24/31 – Mill Lane – porch. No objection.\n"
            "(ii) P/24/40 – Quay – six berths. Objection: they block the slip.",
            [
                "P/24/31 – Mill Lane – porch. No objection.",
                "P/24/40 – Quay – six berths. Objection: they block the slip.",
            ],
        ),
        ("The Board AGREED:\n(i) to cut the hedge\n(ii) to mend the gate", ["to cut the hedge", "to mend the gate"]),
        ("Members agreed that:\n• the hedge be cut\n• the gate be mended", ["the hedge be cut", "the gate be mended"]),
        ("**RESOLVED**\nThat the hedge be cut.\nCllr Orme left.", ["That the hedge be cut."]),
        (
            "The following minutes were noted:\na) Mill Committee\nb) Weir Committee",
            ["Mill Committee", "Weir Committee"],
        ),
    ],
)
def test_each_limb_is_a_decision(text: str, limbs: list[str]) -> None:
    assert decided(text) == limbs


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        ("**Decision**\nThe Committee agreed:-\n(i) to note it;\n(ii) to pay.", ["to note it", "to pay."]),
        ("Council Resolution\nThat the hedge be cut.", ["That the hedge be cut."]),
        ("RESOLVED/-\nThat the Board:\n(a) Cut the hedge.\n(b) Mend the gate.", ["Cut the hedge.", "Mend the gate."]),
        ("NOTED: the report of the Treasurer.", ["the report of the Treasurer."]),
        ("The Committee:\n• NOTED the report;\n• AGREED the fee.", ["NOTED the report", "AGREED the fee."]),
        ("It was moved by the Chair that it be approved.\nRESOLVED that it be cut.", ["RESOLVED that it be cut."]),
        ("Motion that it be cut:\nProposed: Una Orme (Mill)\nSeconded: Tom Tay\nCarried.", ["Motion that it be cut:"]),
        ("It was approved:\nProposed: Una Orme (Mill)\nSeconded: Tom Tay\nCarried.", ["It was approved:"]),
        ("RESOLVED to pay for (a) travel, (b) books and (c) desks.",) * 2,
        ("THEREFORE, BE IT RESOLVED that it be cut; and", ["THEREFORE, BE IT RESOLVED that it be cut; and"]),
        ("Lettings policy – deferred to the next meeting",) * 2,
        ("Proposal 1 – To cut the hedge.\nFor: 5 Against: 3. Proposal 1 was carried.", ["To cut the hedge."]),
        ("Motion (Orme, seconded by Tay): Cut the hedge.\nResult: accepted, 6–1–0.", ["Cut the hedge."]),
        ("The Committee did not support the change in the score.",) * 2,
        ("APPROVED – the terms of reference.", ["the terms of reference."]),
        ("On being put to the vote, RESOLVED that the hedge be cut.",) * 2,
        ("BE IT RESOLVED THAT the hedge be cut.",) * 2,
        ("By consensus, staff was directed to return in May.",) * 2,
        ("The Committee agreed to recommend the plan to Council.",) * 2,
        ("The Committee was assured by the report and approved the terms.",) * 2,
        ("MOVED Cr Orme SECONDED Cr Tay\nThat the hedge be cut.\nCARRIED 7/2", ["That the hedge be cut."]),
        ("Moved by Orme\nSeconded by Tay\nTHAT the hedge be cut.\nCARRIED", ["THAT the hedge be cut."]),
        ("Ms Orme proposed to wait, seconded by Ms Ay. All agreed.", ["Ms Orme proposed to wait, seconded by Ms Ay."]),
        ("Cllr Orme moved, seconded by Cllr Tay, that it be cut. The motion was declared LOST.", ["that it be cut."]),
        ("It was RESOLVED to refuse it for the following reasons:\n(1) It is too high.\n(2) It is too wide.",) * 2,
    ],
)  # fmt: skip
def test_resolutions_as_bodies_set_them(text: str, decisions: list[str] | str) -> None:
    assert decided(text) == ([decisions] if isinstance(decisions, str) else decisions)


def test_a_resolution_goes_on_in_paragraphs_that_begin_with_and_that() -> None:
    text = "Be it resolved that the hedge be cut;\nAnd that the gate be mended.\nThat year was a good one."
    assert decided(text) == ["Be it resolved that the hedge be cut;\nAnd that the gate be mended."]


def test_a_limb_carries_its_stem() -> None:
    decisions = said("The Committee AGREED:\n(a) to cut the hedge;\n(b) to mend the gate.").decisions
    assert [decision.stem for decision in decisions] == ["The Committee AGREED:"] * 2


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("The sale of the hall was moved and seconded but did not carry (3 in favor).", None, "rejected"),
        ("Moved, discussed at length, seconded, and passed with 1 opposed.", None, "approved"),
        ("Proposal 2: The Council may buy a bench. Vote failed 1 YES 3 NO", "The Council may buy a bench.", "rejected"),
        ("The Committee defers the minutes of 4 May for approval in June.", None, "deferred"),
        ("Approved – AB Seconded – UK", None, "approved"),
        ("(a) **Visit to the mill** Agreed to defer it until May.", "Agreed to defer it until May.", "deferred"),
    ],
)
def test_a_decision_told_in_few_words(text: str, told: str | None, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (told or text, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that:\n   Members note the work that is being done.\n   Members support the covenant and its events.",
        "RESOLVED that:\nThis Council asks:\na) The mill to write again to the owner;\nAnd;\n"
        "This Council calls on the Head of Parks and the Head of Roads of the county to do this:\n"
        "a) Write to the owner of the pond, too.",
    ],
)
def test_limbs_go_on_in_one_manner(text: str) -> None:
    assert len(said(text).decisions) == 2


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("The Clerk reported a balance of £600. Noted.", "The Clerk reported a balance of £600. Noted.", "noted"),
        ("Deferred to June as the survey had not come.", "Deferred to June as the survey had not come.", "deferred"),
        ("The matter was adjourned to the May meeting.", "The matter was adjourned to the May meeting.", "deferred"),
        (
            "Cllr Orme proposed an amendment that the gate wait until June; this was seconded by Cllr Tay"
            " but was lost by 2 votes to 4.",
            "that the gate wait until June",
            "rejected",
        ),
        (
            "Cllr Orme moved as an amendment that the gate wait until June; seconded by Cllr Tay."
            " On being put to the vote the amendment was lost by 3 votes to 6.",
            "that the gate wait until June",
            "rejected",
        ),
        (
            "Cllr Orme proposed a further recommendation, that the fee be frozen. This was seconded by Cllr Tay"
            " but on a vote was lost, 2 voting for and 5 against.",
            "that the fee be frozen.",
            "rejected",
        ),
        (
            "“That this Council sells the old mill.” Moved by Cllr Orme and seconded by Cllr Tay."
            " After debate the motion was LOST by 2 votes to 7.",
            "That this Council sells the old mill.",
            "rejected",
        ),
        (
            "It was moved by Cllr Orme and seconded by Cllr Tay that the gate be painted."
            " Upon being put to the vote this was carried with one abstention.",
            "It was moved by Cllr Orme and seconded by Cllr Tay that the gate be painted.",
            "approved",
        ),
    ],
)
def test_what_is_told_in_a_word_or_beside_its_verdict(text: str, told: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text.rstrip("."), decision.outcome) == (told.rstrip("."), outcome)


def test_the_limbs_of_a_motion_after_its_movers() -> None:
    moved = "Resolution number AB/24/17 MOVED by Member A Orme, seconded by Member U Tay: That the Mill Board:"
    limbs = ["accept the apology from Member Keld for absence", "note the report of the Reeve on the pond."]
    assert decided(f"{moved} a) {limbs[0]} b) {limbs[1]}") == limbs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Una asked for two oars. This was agreed.", "Una asked for two oars. This was agreed."),
        (
            "Una asked for two oars. This was agreed in principle, but the yards are far off.",
            "Una asked for two oars. This was agreed in principle, but the yards are far off.",
        ),
        (
            "Una Keld proposed acceptance of the accounts seconded by Tom Orme.\nAdopted unanimously",
            "Una Keld proposed acceptance of the accounts seconded by Tom Orme.\nAdopted unanimously",
        ),
    ],
)
def test_an_agreement_is_told_with_what_it_needs(text: str, expected: str) -> None:
    assert decided(text) == [expected]


@pytest.mark.parametrize("head", ["Outcome: the Committee", "Outcome: The Committee:", "Conclusion: the Committee"])
def test_points_below_the_outcome_are_decisions_whatever_their_verb(head: str) -> None:
    text = f"{head}\n• received and noted the report.\n• Recognised the work of the wardens.\n• Support the new gate."
    told = [("received and noted the report.", "noted"), ("Recognised the work of the wardens.", "noted")]
    assert [(d.text, d.outcome) for d in said(text).decisions] == [*told, ("Support the new gate.", "approved")]


@pytest.mark.parametrize(
    "text",
    [
        'Resolved that the rules begin: "The mill is free. It is kept by the guild."',
        "It was agreed to put up a sign saying “The mill is shut. Please knock.” by the gate.",
    ],
)
def test_a_decision_holds_all_that_it_quotes(text: str) -> None:
    assert decided(f"{text} It was wet.") == [text]


def test_what_this_application_was_the_sentence_before_tells() -> None:
    text = "The Quay Players have put forward a new plan. This application has been accepted."
    assert decided(text) == [text]


def test_a_motion_above_the_heading_of_a_decision_that_it_was_carried() -> None:
    text = (
        "The following motion by Councillor Orme, seconded by Councillor Keld, was before the Committee:-\n"
        "“That this Committee asks the ferry company for a later sailing.”\n"
        "Decision\nThe Motion was carried by 8 votes to 2. The Clerk was instructed to write to the company."
    )
    motion, task = said(text).decisions
    assert motion.text == "That this Committee asks the ferry company for a later sailing."
    assert (motion.mover, motion.votes and motion.votes.for_) == ("Councillor Orme", 8)  # type: ignore[union-attr]
    assert task.text == "The Clerk was instructed to write to the company."
    assert decided("Decision\nThe motion was agreed.") == ["The motion was agreed."]


def test_a_motion_that_was_lost_is_told_in_the_words_of_its_mover() -> None:
    text = (
        "A proposal by Cllr Orme, seconded by Cllr Tay, that the barge be let was lost (2 for, 5 against). "
        "It was then moved by Cllr Keld, seconded by Cllr Frome, and RESOLVED – (5 votes to 2) That the barge be sold."
    )
    lost, kept = said(text).decisions
    assert (lost.text, lost.outcome) == ("that the barge be let", "rejected")
    assert (lost.mover, lost.seconder, kept.mover) == ("Cllr Orme", "Cllr Tay", "Cllr Keld")


def test_a_line_of_movers_with_a_colon_is_of_the_resolution_below() -> None:
    text = "Proposed Mr Orme, seconded Mrs Tay, and carried unanimously:\nRESOLVED – That the bailiff be asked to call."
    (decision,) = said(text).decisions
    assert (decision.mover, decision.seconder, decision.votes) == ("Mr Orme", "Mrs Tay", "unanimous")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "| **Decision** | Cabinet: 1. noted the forecast at Quarter 2 2. approved the changes in Appendix B |",
            ["noted the forecast at Quarter 2", "approved the changes in Appendix B"],
        ),
        (
            "| **Decision** | That the public be excluded for the next item. |",
            ["That the public be excluded for the next item."],
        ),
        (
            "| **Resolution** | That the lease be granted. |\n| **Reason** | It is cheap. |",
            ["That the lease be granted."],
        ),
        ("| Decision | Owner |\n| Mill | Clerk |", []),
        ("| Decision | To whom | When |\n| Mill | Clerk | May |", []),
    ],
)
def test_what_was_decided_stands_beside_its_label(rows: str, told: list[str]) -> None:
    assert decided(rows) == told


@pytest.mark.parametrize("line", ["**Recommendation to Council**", "RECOMMENDATIONS TO FULL COUNCIL:"])
def test_what_a_cabinet_recommends_to_its_council_stands_below_a_line_that_says_so(line: str) -> None:
    told = said(f"{line}\nThat Council, at its meeting on 3 May:\na) approve the budget of the mill\nb) set the tolls")
    assert [(decision.text, decision.outcome) for decision in told.decisions] == [
        ("approve the budget of the mill", "recommended"),
        ("set the tolls", "recommended"),
    ]


def test_how_they_voted_on_each_limb_is_no_limb_and_no_vote_on_all() -> None:
    told = said(
        "**Decision**\n(i) That the mill be shut.\n(ii) That the Clerk tell the miller.\n"
        "**Voting**\n(i) 4 for, 1 against. (ii) carried unanimously."
    )
    assert [(decision.text, decision.votes) for decision in told.decisions] == [
        ("That the mill be shut.", None),
        ("That the Clerk tell the miller.", None),
    ]


def test_the_reason_in_the_paragraph_below_belongs_to_a_resolution() -> None:
    reason = "The porch, by reason of its height, would darken the lane."
    head = "Proposed by Cllr Orme, seconded by Cllr Keld and RESOLVED that consent be REFUSED for the following reason:"
    (decision,) = said(f"{head}\n{reason}").decisions
    assert decision.text == f"{head}\n{reason}"
    assert len(said(f"{head}\nRESOLVED that the fee be kept.").decisions) == 2


def test_no_objections_is_what_was_resolved() -> None:
    assert decided("24/018 – 3 Beck Row. Rear porch. Resolved: No objections.") == ["No objections."]


def test_who_proposed_stands_between_resolved_and_its_limbs() -> None:
    head = "Resolved, on the proposal of Cllr Orme, seconded by Cllr Tay:"
    limbs = said(f"{head}\n1. that £50 be given to the raft; and\n2. that the bid of the Club be refused.").decisions
    assert [(d.text, d.mover, d.seconder) for d in limbs] == [
        ("that £50 be given to the raft", "Cllr Orme", "Cllr Tay"),
        ("that the bid of the Club be refused.", "Cllr Orme", "Cllr Tay"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The oars had been tried by Tom and two split; it was agreed that he sand them.", None),
        ("The oars had been tried by Tom and two split; it was agreed that Una sand them.",
         "it was agreed that Una sand them."),
    ],
)  # fmt: skip
def test_what_comes_before_an_agreement_stays_where_that_refers_to_it(text: str, told: str | None) -> None:
    assert decided(text) == [told or text]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Decision 7.2 The boat be sold.", "The boat be sold."),
        ("Decision 2024/17: The boat be sold.", "The boat be sold."),
        ("Decision No. 14 – The boat be sold.", "The boat be sold."),
        ("Resolution 23/117: The boat wait at noon.", "The boat wait at noon."),
        ("Minute 31.4 RESOLVED that the boat be sold.", "RESOLVED that the boat be sold."),
    ],
)
def test_the_number_of_a_decision_is_no_part_of_it(line: str, told: str) -> None:
    (text,) = decided(line)
    assert text.endswith(told)
    assert "7" not in text


@pytest.mark.parametrize("line", ["Decision 7.2 was put off.", "Resolution 23/117: Accounts for May"])
def test_a_number_makes_no_decision_of_what_is_told_of_one(line: str) -> None:
    assert decided(line) == []


@pytest.mark.parametrize("verdict", ["RESOLVED (unanimously)", "AGREED (unanimous)"])
def test_a_verdict_in_a_line_of_its_own_is_on_the_motion_right_above_it(verdict: str) -> None:
    text = f"The bell was talked of.\nThat the ferry wait for the school.\n{verdict}\nTom to hang the bell."
    (decision,) = said(text).decisions
    assert (decision.text, decision.votes) == ("That the ferry wait for the school.", "unanimous")
    (decision,) = said(text.replace("ferry wait for the school", "ferry be approved")).decisions
    assert (decision.text, decision.votes) == ("That the ferry be approved.", "unanimous")


def test_a_verdict_over_a_resolution_of_its_own_is_not_on_what_stands_above() -> None:
    text = "RESOLVED\nThat the ferry wait.\nRESOLVED\nThat the bell ring."
    assert decided(text) == ["That the ferry wait.", "That the bell ring."]


def test_verdicts_at_the_margin_are_each_on_the_motion_above_it() -> None:
    text = "That the ferry wait.\nRESOLVED (unanimously)\nThat the bell ring.\nRESOLVED (unanimously)\nTom left."
    assert [(d.text, d.votes) for d in said(text).decisions] == [
        ("That the ferry wait.", "unanimous"),
        ("That the bell ring.", "unanimous"),
    ]


@pytest.mark.parametrize(
    ("below", "also"),
    [
        ("That a bell be rung at noon.", ["That a bell be rung at noon."]),
        ("That the bell was old surprised nobody.", []),
        ("That afternoon the ferry rang its bell.", []),
    ],
)
def test_a_paragraph_below_a_resolution_may_be_another(below: str, also: list[str]) -> None:
    assert decided(f"RESOLVED That the ferry wait.\n{below}") == ["RESOLVED That the ferry wait.", *also]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("Ropes 4.20 0.00 4.20 Totals 91.40 2.10 93.50", "The payments were agreed."),
        ("A lower wall at Holly Cottage, Mill Row, Fenwold FW3 9SY", "The Council had no objections or comments."),
        ("", "The payments of £8.20 were agreed."),
    ],
)
def test_a_decision_begins_behind_the_figures_or_the_address_that_run_on_into_it(before: str, told: str) -> None:
    assert only(f"{before} {told}").text == told


@pytest.mark.parametrize(
    ("below", "also"),
    [
        ("A sum of £80 be paid to the band.", ["A sum of £80 be paid to the band."]),
        ("Cllr Orme be asked to chair it.", ["Cllr Orme be asked to chair it."]),
        ("The band will be asked to play.", []),
        ("The wardens had asked that the rope be tarred.", []),
        ("The rope was to be tarred by the wardens.", []),
    ],
)
def test_a_paragraph_below_a_resolution_may_say_what_else_is_to_be(below: str, also: list[str]) -> None:
    assert decided(f"Resolved: The bell be hung.\n{below}") == ["The bell be hung.", *also]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Recommended: letter of comfort be sent to the ferrymen",
            "letter of comfort be sent to the ferrymen",
        ),
        (
            "3) Lifeboat, letter – not to give anything this spring.",
            "Lifeboat, letter – not to give anything this spring.",
        ),
    ],
)
def test_a_decision_is_told_without_its_number_and_as_far_as_its_line(text: str, told: str) -> None:
    assert decided(f"{text}\n\nThe rope is long.") == [told]


def test_who_moved_a_decision_stands_in_brackets_ahead_of_the_next_sentence() -> None:
    movers = "(Proposed Cllr Orme, seconded Cllr Tay, all in favour)"
    text = f"It was resolved that the fee be halved. {movers} The form was signed."
    assert [(d.text, d.mover, d.votes) for d in minutes_of(f"{FRONT}# 4. Fees\n{text}\n").decisions] == [
        ("It was resolved that the fee be halved.", "Cllr Orme", "unanimous")
    ]


def test_recommendations_printed_above_the_sentence_that_agrees_to_them_are_the_decisions() -> None:
    above = "RECOMMENDATION 1: That two oars be bought.\nRECOMMENDATION 2: That the loft be let.\n"
    told = said(f"{above}Both recommendations were agreed (Recommendation 2 by 5 votes to 3, Cllr Orme having spoken).")
    assert [(decision.text, decision.votes) for decision in told.decisions] == [
        ("That two oars be bought.", None),
        ("That the loft be let.", Votes(for_=5, against=3)),
    ]
    assert decided("Mr Tay was heard.\nBoth recommendations were agreed.") == ["Both recommendations were agreed."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Cllr Orme proposed and Cllr Brindle seconded that the Committee should write to the Guild. "
            "The Chair was in two minds and, on a vote, the proposal was not carried (2 for, 4 against, 1 abstention).",
            "that the Committee should write to the Guild.",
        ),
        (
            "It was proposed by Cllr Orme and seconded by Cllr Brindle that the price of Messrs Tay be taken. "
            "On a vote being taken this was CARRIED 7 for, 1 against.",
            "It was proposed by Cllr Orme and seconded by Cllr Brindle that the price of Messrs Tay be taken.",
        ),
    ],
)
def test_a_vote_told_a_sentence_or_two_below_is_on_what_was_proposed(text: str, told: str) -> None:
    decision = only(text)
    assert (decision.text, decision.mover, decision.seconder) == (told, "Cllr Orme", "Cllr Brindle")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (
            "a. The log of the ferry be noted. b. The fare be set at £4.",
            [("The log of the ferry be noted.", "noted"), ("The fare be set at £4.", "approved")],
        ),
        ("The lease of the loft be renewed.", [("The lease of the loft be renewed.", "approved")]),
        ("The lease of the loft is to end in May.", []),
    ],
)
def test_what_is_to_be_stands_beside_the_label_decision(cell: str, told: list[tuple[str, str]]) -> None:
    made = said(f"| Decision | {cell} |\n| Reasons for decision | The old one has run out. |").decisions
    assert [(decision.text, decision.outcome) for decision in made] == told


def test_a_motion_named_by_what_it_is_to_do_may_stand_above_those_who_voted() -> None:
    decision = only(
        "Cllr Orme moved, seconded by Cllr Brindle, that the Committee sell the tide mill. A recorded vote was taken:\n"
        "| For | Against |\n| Cllr Orme, Cllr Brindle (2) | Ms Keld, Dr Sallow, Mr Tay (3) |\n"
        "The motion to sell was accordingly lost."
    )
    assert (decision.text, decision.outcome) == ("that the Committee sell the tide mill", "rejected")
