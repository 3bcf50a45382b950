"""What a committee that reports to the body has decided is none of the body's decisions."""

import pytest

from tests.extract.samples import minutes_of

BOARD = "# Minutes of the Fenwold Trust Board\nHeld on 12 March 2024.\nPresent: Ada Brindle, Tom Orme\n# 1. Welcome\n"
POINTS = (
    "• The Committee approved the audit plan.\n• The Security Report was noted.\n"
    "• It was agreed to ask the Clerk to write to the owner.\n"
)
LED = "Mr Orme presented the report and highlighted the issues discussed:\n"


def decided(text: str) -> list[str]:
    return [decision.text for decision in minutes_of(BOARD + text).decisions]


@pytest.mark.parametrize("title", ["Audit Committee Assurance Report: April", "Report of the Quality Committee"])
@pytest.mark.parametrize("lead", [LED, ""])
def test_the_points_of_a_committees_report_are_not_decided_here(title: str, lead: str) -> None:
    minutes = minutes_of(f"{BOARD}# 2. {title}\n{lead}{POINTS}Outcome: the Board\n• noted the report.\n")
    assert [decision.text for decision in minutes.decisions] == ["noted the report."]
    assert minutes.actions == ()


def test_nor_is_what_its_report_tells_in_a_sentence() -> None:
    assert decided("# 2. Audit Committee Report\nThe Committee approved the audit plan.\n") == []


def test_what_the_body_resolves_on_a_report_is_its_decision() -> None:
    points = "The Board discussed these points:\n• RESOLVED that the fee be halved.\n"
    assert decided(f"# 2. Audit Committee Report\n{points}") == ["RESOLVED that the fee be halved."]


def test_nor_is_what_papers_tell_that_are_appended_but_for_the_resolutions_in_them() -> None:
    business = "# 2. Oars\nThere are six.\n# 3. Ropes\nThere are two.\n"
    papers = (
        "Appendix A\nThe rules were approved by all on the panel. The Warden will send the log to the county.\n"
        "Appendix B\nBe it resolved that the fee be halved.\n"
    )
    minutes = minutes_of(f"{BOARD}{business}{papers}")
    assert [decision.text for decision in minutes.decisions] == ["Be it resolved that the fee be halved."]
    assert minutes.actions == ()


@pytest.mark.parametrize("title", ["Audit plan", "Fenwold Trust Board Report"])
def test_points_under_other_business_are_decisions(title: str) -> None:
    assert decided(f"# 2. {title}\n{LED}• The audit plan was approved.\n") == ["The audit plan was approved."]


def test_what_the_board_agreed_on_a_report_is_its_own() -> None:
    text = "# 2. Audit Committee Report\nThe Board agreed:\n• to adopt the plan;\n• to thank the auditors.\n"
    assert decided(text) == ["to adopt the plan", "to thank the auditors."]
