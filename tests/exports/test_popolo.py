"""Popolo: the constraints of its JSON Schemas on what is used here, and that every id leads somewhere."""

import json
from typing import Any

import jsonschema
import pytest

from exports.holdings import Holdings
from exports.popolo import popolo
from tests.exports import toys
from tests.exports.toys import holdings

TEXT = {"type": ["string", "null"]}
DATE = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}){0,2}$"}
ID = {"type": "string", "minLength": 1}
SOURCE = {
    "type": "object",
    "required": ["url"],
    "properties": {"url": {"type": "string", "pattern": ":"}, "note": TEXT},
}
SOURCES = {"type": "array", "items": SOURCE}
OPTION = {"enum": ["yes", "no", "abstain", "absent", "not voting", "paired"]}
RESULT = {"enum": ["pass", "fail", None]}


def thing(required: list[str], **properties: Any) -> dict[str, Any]:
    allowed = {"id": ID, "sources": SOURCES, "extras": {"type": "object"}, **properties}
    return {"type": "object", "required": ["id", *required], "properties": allowed, "additionalProperties": False}


SCHEMAS = {
    "organizations": thing(["name"], name=ID, classification=TEXT, parent_id=TEXT),
    "persons": thing(["name"], name=ID),
    "memberships": thing(["person_id", "organization_id"], person_id=ID, organization_id=ID, role=TEXT),
    "events": thing(
        ["name", "start_date"],
        name=ID, classification=TEXT, organization_id=TEXT, start_date=DATE, start_time=TEXT, end_time=TEXT,
        location={"type": ["object", "null"], "required": ["name"]},
        participants={"type": "array", "items": {"required": ["name", "entity_type"]}},
        agenda={"type": "array", "items": {"required": ["description", "order"]}},
    ),
    "motions": thing(
        ["text"], text=ID, organization_id=TEXT, event_id=TEXT, creator_id=TEXT, date=DATE, result=RESULT,
    ),
    "vote_events": thing(
        ["motion_id"], motion_id=ID, organization_id=TEXT, start_date=DATE, result=RESULT,
        counts={
            "type": "array",
            "items": {
                "required": ["option", "value"],
                "properties": {"option": OPTION, "value": {"type": "integer", "minimum": 0}},
            },
        },
        votes={"type": "array", "items": {"required": ["voter_id", "option"], "properties": {"option": OPTION}}},
    ),
}  # fmt: skip
REFERS = {
    "parent_id": "organizations", "organization_id": "organizations", "person_id": "persons", "creator_id": "persons",
    "voter_id": "persons", "chair_id": "persons", "seconder_id": "persons", "motion_id": "motions",
    "event_id": "events",
}  # fmt: skip


def lists(of: Holdings) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(popolo(of).files["popolo.json"])
    return found


def check(found: dict[str, Any]) -> None:
    assert list(found) == list(SCHEMAS)
    ids = {name: [each["id"] for each in things] for name, things in found.items()}
    for name, things in found.items():
        assert len(set(ids[name])) == len(things)
        jsonschema.validate(things, {"type": "array", "items": SCHEMAS[name]})
    ids["items"] = [item["id"] for event in found["events"] for item in event["agenda"]]
    for name, value in _named({**found, "events": [{**each, "agenda": []} for each in found["events"]]}):
        if value is not None and name in REFERS:
            assert value in ids[REFERS[name]]
    for event in found["events"]:
        for item in event["agenda"]:
            assert item["parent_id"] is None or item["parent_id"] in ids["items"]
            assert {each["id"] for each in item["related_entities"]} <= set(ids["motions"])


def _named(value: Any) -> Any:
    """All names and values, however deep."""
    if isinstance(value, list):
        for each in value:
            yield from _named(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield name, each if isinstance(each, str) else None
            yield from _named(each)


@pytest.mark.parametrize("filters", [{}, {"exempt": True}, {"all": True}], ids=str)
def test_it_is_valid_and_every_id_leads_somewhere(filters: dict[str, bool]) -> None:
    check(lists(holdings(**filters)))


def test_the_sample_is_valid(sample: Holdings) -> None:
    found = lists(sample)
    check(found)
    assert (len(found["events"]), len(found["motions"])) == (12, 143)


def test_a_vote_has_counts_and_voters() -> None:
    found = lists(holdings())
    names = {each["id"]: each["name"] for each in found["persons"]}
    [motion], [vote] = found["motions"], found["vote_events"]
    assert (motion["result"], names[motion["creator_id"]]) == ("pass", "Cllr B. Quill")  # whom the meeting lists
    assert vote["counts"] == [{"option": "yes", "value": 2}, {"option": "no", "value": 1}]
    assert [(names[each["voter_id"]], each["option"]) for each in vote["votes"]] == [
        ("Cllr A. Marlott", "yes"), ("Cllr B. Quill", "yes"), ("Cllr C. Dray", "no"),
    ]  # fmt: skip


def test_an_event_has_its_agenda_and_who_came() -> None:
    [event] = lists(holdings())["events"]
    assert (event["name"], event["start_date"]) == ("Amenities Committee", "2024-05-14")
    assert [each["description"] for each in event["agenda"]] == ["Bus <shelter>"]
    assert [each["id"] for each in event["agenda"][0]["related_entities"]] == ["dec-1"]
    assert next((each["name"], each["note"]) for each in event["participants"]) == ("Cllr A. Marlott", "present")


def test_a_report_is_no_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    report = toys.DOCUMENT.model_copy(update={"kind": "report"})
    monkeypatch.setattr(toys, "DOCUMENT", report)
    monkeypatch.setattr(toys, "MINUTES", toys.MINUTES.model_copy(update={"document": report.info}))
    found = lists(holdings())
    check(found)
    assert (found["events"], found["motions"][0]["event_id"]) == ([], None)


def test_who_only_attended_is_no_member() -> None:
    assert lists(holdings())["memberships"] == []
