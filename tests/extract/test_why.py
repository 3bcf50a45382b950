"""Why a record was extracted: its rule and words, what else was looked at, and where its fields come from."""

import pytest

from extract import extract
from extract.why import why
from minutes.found import Listed, Why
from minutes.model import Extracted, Minutes
from tests.extract.samples import FRONT, document_of


def told(text: str, kind: str, number: int = 0) -> Why:
    document = document_of(f"{FRONT}\n# 7. Business\n{text}")
    minutes = extract(document)
    found = why(listed(minutes, getattr(minutes, kind)[number]), document)
    assert found
    return found


def listed(minutes: Minutes, record: Extracted) -> Listed:
    return Listed(document=minutes.document, meeting=minutes.meeting, item=None, record=record)


@pytest.mark.parametrize(
    ("text", "kind", "rule", "words"),
    [
        ("RESOLVED: that the gate be painted.", "decisions", "decision.resolved", ["RESOLVED:"]),
        ("It was agreed that the gate be painted.", "decisions", "decision.it-was-agreed", ["It was agreed that the"]),
        ("The Clerk will write to the county.", "actions", "action.will", ["will write"]),
        ("The gate should be mended.\n> UK", "actions", "action.column", []),
        ("Visitors to the mill rose by 12% in 2023.", "metrics", "metric.sentence", ["12%"]),
        ("The gate is green.", "items", "items.heading", []),
    ],
)
def test_the_rule_and_its_words(text: str, kind: str, rule: str, words: list[str]) -> None:
    found = told(text, kind)
    assert (found.rule.id, [trigger.quote for trigger in found.triggers]) == (rule, words)


def test_the_words_that_a_limb_goes_by_may_stand_above_it() -> None:
    found = told("RESOLVED that:\n(a) the gate be painted\n(b) the pond be fenced", "decisions", 1)
    assert found.sentence.quote.startswith("RESOLVED that")
    assert found.stem == "RESOLVED that:"


def test_what_was_looked_for_and_did_not_match_is_named() -> None:
    silent = [
        each.rule for each in told("RESOLVED: that the gate be painted.", "decisions").considered if not each.quote
    ]
    assert "context.proposal" in silent


def test_what_matched_says_what_it_changed() -> None:
    found = told("RESOLVED: that the report be noted.", "decisions")
    assert [each.did for each in found.considered if each.rule == "outcome.noted"] == ["gives the outcome noted"]


@pytest.mark.parametrize(
    ("text", "kind", "field", "where"),
    [
        ("The Clerk will write to the county by 3 May 2024.", "actions", "owner", "in its own words"),
        ("The gate should be mended.\n> UK", "actions", "owner", "in the margin beside it"),
        ("|! Action | Owner\n| Mend the gate | UK", "actions", "owner", "in its row of the table"),
        ("The Clerk will write to the county by 3 May 2024.", "actions", "due_date", "worked out from “by 3 May 2024”"),
        (
            "RESOLVED: that the gate be painted.\nProposed by Cllr Orme, seconded by Cllr Brindle.",
            "decisions",
            "mover",
            "in the words that follow it",
        ),
    ],
)
def test_where_a_field_comes_from(text: str, kind: str, field: str, where: str) -> None:
    (source,) = [each for each in told(text, kind).sources if each.field == field]
    assert source.where.startswith(where)


def test_the_reasons_for_its_trust() -> None:
    reasons = told("Ms Keld asked for the leaflet to be printed in red.", "actions").reasons
    assert reasons[-1] == "low: it is given to nobody and for no time"


def test_a_record_that_is_not_found_any_more_has_no_reason() -> None:
    document = document_of(f"{FRONT}\n# 7. Business\nRESOLVED: that the gate be painted.")
    minutes = extract(document)
    gone = minutes.decisions[0].model_copy(update={"id": "dec-000"})
    assert why(listed(minutes, gone), document) is None
