"""What only sounds like a decision of this meeting."""

import pytest

from minutes.model import Votes
from tests.extract.samples import FRONT, decided, minutes_of, only, said


@pytest.mark.parametrize(
    "text",
    [
        # what officers propose
        "It is therefore recommended that the policy be approved.",
        "Members are asked to approve the policy.",
        "Cllr Orme suggested that the policy be adopted.",
        # what was decided before
        "The policy had been approved in May.",
        "The policy had already been adopted.",
        "The hedge was cut in May, as agreed.",
        "The policy that was adopted in 2019 was discussed.",
        # what is still to be decided
        "The policy will be approved in May.",
        "Once approved, the works can begin.",
        "The budget is to be agreed in January.",
        # opinions
        "Members agreed with the Chair.",
        "It was agreed that a second noticeboard would be helpful.",
        "The Committee agreed that early help was important.",
        "Members generally agreed.",
        # narrative
        "The Committee noted that demand had risen.",
        "It was noted that demand had risen.",
        "The works were carried out in May.",
        "The Chair passed on her thanks.",
        # another body
        "The plan was approved by Ostermark in May.",
        "The scheme was approved by the planning inspector.",
        # the options that were weighed
        "# Alternative options considered\nOption 2 was rejected because of its cost.",
        "**Reasons for decision:**\nThe roof was approved for repair by then.",
        # another committee, an earlier month
        "The Drainage Committee approved the scheme.",
        "Members heard that the BOCES board approved an increase.",
        "The Council adopted the fee in March 2023.",
        # agreement with somebody
        "The Committee agreed with Ms Keld that the wait had been worth it.",
        "It was agreed that the new form was much easier to find.",
        # a verdict on what is told below it
        "Members to vote\nAll – unanimously agreed (5).",
        # nothing at all
        "Members discussed the hedge.",
        "There were no declarations of interest.",
    ],
)
def test_what_is_no_decision(text: str) -> None:
    assert decided(text) == []


def test_what_an_officer_recommends_is_not_yet_resolved() -> None:
    minutes = said(
        "OFFICER’S RECOMMENDATION\nThat Council:\n1. Adopts the plan.\n2. Requests the Clerk to publish the plan.\n"
        "COUNCIL DECISION\nMoved: Cr Orme\nSeconded: Cr Tay\nThat the plan be deferred to the May meeting.\nLOST 2/4"
    )
    assert [(d.text, d.outcome, d.votes) for d in minutes.decisions] == [
        ("That the plan be deferred to the May meeting.", "rejected", Votes(for_=2, against=4))
    ]
    assert minutes.actions == ()


def test_what_others_had_endorsed_is_the_bodys_to_approve() -> None:
    text = "The Committee approved the two plans endorsed by the Weir Panel."
    assert decided(text) == [text]


def test_the_acronym_of_the_body_stands_for_it() -> None:
    assert [decision.text for decision in minutes_of(FRONT + "FPC agreed to cut the hedge.").decisions] == [
        "FPC agreed to cut the hedge."
    ]


def test_another_acronym_is_another_body() -> None:
    assert decided("ODC approved the plan.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed at the committee meeting that the brand will stay.",
        "Mr Orme asked what would happen if it were approved.",
        "The policy was agreed by Cabinet in October 2022.",
        "Mrs Keld was appointed Honorary Reeve in 2001 for her service.",
        "This Council agrees to write to the minister.",
        "The Committee received a report from the owner of the mill, presented by Ms Keld.",
    ],
)
def test_what_was_decided_elsewhere_or_is_only_moved_is_no_decision(text: str) -> None:
    assert said(text).decisions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The event was postponed until June.",
        "The Clerk reported that the tender had been accepted.",
        "The mooring policy was read and agreed at the Harbour meeting in February.",
        "In 2019, a scheme was drawn up and approved by all.",
        "Dr Keld, who was appointed Dean in 2019, gave a talk.",
        "Staff were seconded to the project and moved to new offices.",
        "We agreed that it had been a lively evening.",
        "When the weir leaked, the water standards group endorsed the plan of the owner.",
        "An owner would have to say why an offer had been rejected.",
    ],
)
def test_what_is_only_told_is_no_decision(text: str) -> None:
    assert decided(text) == []


def test_an_opinion_that_leads_on_to_what_is_to_be_done_is_a_decision() -> None:
    opinion = "It was agreed that the pond is too deep"
    assert decided(f"{opinion}.") == []
    assert decided(f"{opinion} and that a fence would be put up.") == [f"{opinion} and that a fence would be put up."]


def test_what_another_meeting_decided_is_none() -> None:
    assert decided("There was a visit in March at which it was decided not to buy it.") == []


def test_a_verdict_may_be_set_like_a_heading() -> None:
    text = (
        "# COUNCIL RESOLUTION 081/24\nMoved: Cr Orme Seconded: Cr Tay\nThat the gate be painted.\n"
        "# CARRIED 2/1 For: Cr Orme, Cr Tay\n# Against: Cr Keld\n"
    )
    found = said(text)
    assert [d.text for d in found.decisions] == ["That the gate be painted."]
    assert not {"CARRIED", "Against:"} & {item.title.split()[0] for item in found.items}


def test_what_the_body_did_may_be_set_like_a_heading() -> None:
    found = said("# The Council of Governors NOTED the report.\n")
    assert [(d.text, d.outcome) for d in found.decisions] == [("The Council of Governors NOTED the report.", "noted")]


def test_court_is_a_body_in_its_own_minutes_alone() -> None:
    assert decided("Court approved the plan.") == []
    own = FRONT + "Chair of Court: Ada Brindle\nCourt approved the plan.\n"
    assert [d.text for d in minutes_of(own).decisions] == ["Court approved the plan."]


@pytest.mark.parametrize(
    "text",
    ["Elected Members are welcome.", "Approved minutes are on the website.", "Noted that demand had risen.",
     "|! Recommendation | Response\n| That the gate be mended | Accepted |"],
)  # fmt: skip
def test_a_participle_may_be_an_adjective(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Members noted with concern that demand had risen.",
        "The neighbours had no objection to the porch.",
        "The annual report had been received.",
        "The list was passed out at the gate.",
        "The Chair stressed that this proposal was not about the gate.",
        "A sergeant will look after it until a new one is appointed.",
        "Minutes to be approved at the next meeting.",
        "Minutes confirmed as correct on 11 December 2024",
        "A letter was received from the mill.",
        "No update was received this month.",
        "The Committee confirmed this has not been done.",
        "The following actions were agreed:",
    ],
)
def test_what_only_sounds_decided(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize("between", ["", "Yes: Orme\nNo: Keld, Sallow\n"])
@pytest.mark.parametrize("verdict", ["Motion failed.", "Motion failed for want of a majority."])
def test_what_somebody_moved_to_be_approved_is_not_approved_when_the_motion_failed(between: str, verdict: str) -> None:
    moved = "Moved by Una Keld, seconded by Tom Orme, that the plan be approved."
    (decision,) = said(f"{moved}\n{between}{verdict}").decisions
    assert (decision.text, decision.outcome) == ("that the plan be approved.", "rejected")


def test_who_is_proposed_and_then_elected_is_decided_on_once() -> None:
    elected = "There being no other nominations Ms Keld was duly elected."
    assert decided(f"It was proposed and seconded that Ms Keld remain as Chair. {elected}") == [elected]


def test_what_was_proposed_above_the_heading_of_a_resolution_is_told_there() -> None:
    text = (
        "It was proposed by Councillor Orme and seconded by Councillor Tay that it be deferred for a visit.\n"
        "# Resolved\nThat 31/00214/F be deferred to May for a visit."
    )
    decision = only(text)
    assert decision.text == "That 31/00214/F be deferred to May for a visit."
    assert (decision.mover, decision.seconder) == ("Councillor Orme", "Councillor Tay")


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that the surplus be carried forward to pay for the gate.",
        "It was agreed that repairs be carried out to the weir.",
        "Options were being worked up. Consideration of the matter was deferred pending a report.",
    ],
)
def test_what_is_to_be_is_decided_whatever_word_it_is_told_in(text: str) -> None:
    assert only(text).text == text.removeprefix("Options were being worked up. ")


@pytest.mark.parametrize(
    "text",
    [
        "Alternative options considered and rejected: To close the ferry. This was rejected as it would cost more.",
        "Reasons for decision: The fee was agreed before the flood.",
    ],
)
def test_what_a_label_says_was_weighed_was_not_decided(text: str) -> None:
    assert decided(f"RESOLVED that the ferry run.\n{text}\nRESOLVED that the fee be £2.") == [
        "RESOLVED that the ferry run.",
        "RESOLVED that the fee be £2.",
    ]


@pytest.mark.parametrize("word", ["AGREED", "APPROVED", "agreed"])
def test_a_verb_in_capitals_is_no_other_body(word: str) -> None:
    assert decided(f"The minutes were {word} as an accurate record.")


def test_what_somebody_proposed_was_agreed_by_all_in_the_same_sentence() -> None:
    said_so = "Mr Orme proposed that the levy be left as it is, all Councillors agreed."
    decision = only(said_so)
    assert (decision.text, decision.mover, decision.votes) == (said_so, "Mr Orme", "unanimous")


def test_that_all_should_be_proud_is_decided_by_nobody() -> None:
    assert decided("It was agreed that the choir was a real strength and that the school should be proud of it.") == []
    bench = "It was agreed that the bench was a real concern and that it should be mended."
    assert decided(bench) == [bench]


@pytest.mark.parametrize(
    "told",
    [
        "On 12 September 2023, the Committee agreed to the felling of the ash.",
        "It was recommended that the bids listed in Appendix 1 be taken up and that the late ferries on route 2, "
        "which had few passengers, be withdrawn.",
    ],
)
def test_what_was_agreed_on_an_earlier_day_or_is_recommended_is_not_decided_now(told: str) -> None:
    assert decided(told) == []


def test_a_decision_may_name_the_day_of_the_meeting() -> None:
    assert len(decided("On 12 March 2024, the Committee agreed to the felling of the ash.")) == 1


@pytest.mark.parametrize(
    "told",
    [
        "Ms Keld met the wardens in June when the audit committee went over the sums and agreed to raise the toll.",
        "Ms Keld read the audit committee report, and that the committee voted to move £400 to the ferry.",
    ],
)
def test_another_committee_in_small_letters_decides_nothing_here(told: str) -> None:
    assert decided(told) == []


def test_the_body_that_the_title_names_decides() -> None:
    text = (
        "# Minutes of the Sluice Committee\n# Old Mill Trust\nPresent: Una Keld\nThe Sluice Committee agreed to wait."
    )
    assert [decision.text for decision in minutes_of(text).decisions] == ["The Sluice Committee agreed to wait."]


def test_trustees_are_others_in_the_minutes_of_governors() -> None:
    text = "Trustees have decided to close the boathouse in May."
    front = FRONT.replace("Amenities Committee", "Local Governing Body")
    assert minutes_of(f"{front}# 2. Trust update\n{text}").decisions == ()
    assert decided(text) == [text]
