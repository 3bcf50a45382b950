"""From where to where the words of a decision reach."""

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


def test_what_this_application_was_the_sentence_before_tells() -> None:
    text = "The Quay Players have put forward a new plan. This application has been accepted."
    assert decided(text) == [text]


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


def test_a_motion_named_by_what_it_is_to_do_may_stand_above_those_who_voted() -> None:
    decision = only(
        "Cllr Orme moved, seconded by Cllr Brindle, that the Committee sell the tide mill. A recorded vote was taken:\n"
        "| For | Against |\n| Cllr Orme, Cllr Brindle (2) | Ms Keld, Dr Sallow, Mr Tay (3) |\n"
        "The motion to sell was accordingly lost."
    )
    assert (decision.text, decision.outcome) == ("that the Committee sell the tide mill", "rejected")
