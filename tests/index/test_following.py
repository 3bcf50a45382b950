"""What becomes of actions and recommendations in the later documents of an invented organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from index.catalogue.registers import Source
from index.following import Outcome, alone, answers, fates
from minutes.model import Action, AgendaItem, Decision, Meeting, content_id
from minutes.model import Outcome as Decided
from tests.index.samples import document_of

TODAY = date(2024, 12, 1)
SHELTER = "The Clerk to write to the bus operators about the broken shelter in Tallow Lane"
FILLER = "The accounts were read. Members spoke of verges, dogs, the pond and the harvest supper.\n"
QUIET = FILLER * 3


def held(
    day: str,
    text: str,
    *,
    body: str | None = "Amenities Committee",
    due: str | None = None,
    due_date: date | None = None,
    outcome: Decided = "approved",
) -> Source:
    """Minutes in which `ACTION: …` sets an action, `LOG: task | state` a row of an action log, `Item …` an item."""
    document = document_of(f"{text}\nMinutes of {day}")
    actions, items, decisions = [], [], []
    at = 0
    for line in document.text.split("\n"):
        if line:
            place = document.cite(at, at + len(line))
            common = {"id": content_id("id", day, body, at), "citation": place, "rule": "toy"}
            status: Literal["open", "done"] | None = None
            printed = None
            if line.startswith("LOG:"):
                status = "done" if "Completed" in line else "open"
                printed = line.partition("\t")[2]
            if line.startswith(("ACTION:", "LOG:")):
                told = line.partition(":")[2].split("\t")[0].strip()
                actions.append(
                    Action(
                        item_id=None,
                        text=told,
                        tier="explicit",
                        due=due,
                        due_date=due_date,
                        status=status,
                        printed_status=printed,
                        **common,
                    )
                )
            elif line.startswith("That ") or ": That " in line:
                decisions.append(Decision(item_id=None, text=line, outcome=outcome, **common))
            elif line.startswith("Item "):
                items.append(AgendaItem(number=None, title=line.removeprefix("Item "), end=at + len(line), **common))
        at += len(line) + 1
    return Source(
        document=document.info.model_copy(update={"kind": "minutes"}),
        meeting=Meeting(organisation="Fenwold Parish Council", body=body, date=day),
        date=day,
        text=document.text,
        items=tuple(items),
        decisions=tuple(decisions),
        actions=tuple(actions),
    )


def became(first: Source, *later: Source) -> Outcome:
    """What became of the only action of the first meeting."""
    return fates([*later, first], TODAY)[first.actions[0].id]


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ("The Clerk had written to the bus operators about the shelter in Tallow Lane.", "done"),
        ("Bus shelter, Tallow Lane: the letter to the operators has been sent. Action completed.", "done"),
        ("The Clerk reported on the broken bus shelter in Tallow Lane. The action was discharged.", "done"),
        ("The letter about the broken bus shelter in Tallow Lane is no longer needed.", "done"),
        ("The letter about the broken bus shelter in Tallow Lane was outstanding.", "carried forward"),
        ("Broken bus shelter, Tallow Lane: the Clerk had still to write.", "carried forward"),
        ("Broken bus shelter in Tallow Lane: carried forward.", "carried forward"),
        ("Work on the broken bus shelter in Tallow Lane was ongoing.", "carried forward"),
        ("ACTION: The Clerk to write to the bus operators about the broken shelter in Tallow Lane", "carried forward"),
        ("| LOG: Write to bus operators about Tallow Lane shelter | Completed", "done"),
        ("| LOG: Write to bus operators about Tallow Lane shelter | In hand", "carried forward"),
        # hedged, denied or about something else
        ("The Clerk would report once the letter about the broken bus shelter in Tallow Lane was completed.", "open"),
        ("It was hoped that the broken bus shelter in Tallow Lane would be completed by June.", "open"),
        ("It was asked whether the operators had been written to about the broken shelter in Tallow Lane.", "open"),
        ("The Clerk had written to the school.", "vanished"),
        ("The Clerk had also written about the lease of the barn, and the operators thanked Tallow Lane.", "open"),
        ("The broken bus shelter in Tallow Lane was seen, and the lease had been written.", "open"),
        ("The broken bus shelter in Tallow Lane was seen, and the operators had been written to.", "done"),
        ("| LOG: Paint the bus shelter in Church Row | Completed", "open"),
    ],
)
def test_what_a_later_sentence_says_of_an_action(said: str, fate: str) -> None:
    first = held("2024-01-10", f"ACTION: {SHELTER}\n{QUIET}")
    outcome = became(first, held("2024-03-10", f"{QUIET}{said}\n{QUIET}"), held("2024-05-10", QUIET))
    assert outcome.fate == fate
    assert {each.source.date for each in outcome.found} <= {"2024-03-10"}


def test_the_last_word_counts() -> None:
    carried = held("2024-03-10", f"{QUIET}The broken bus shelter in Tallow Lane was outstanding.")
    done = held("2024-05-10", f"{QUIET}The operators had been written to about the shelter in Tallow Lane.")
    outcome = became(held("2024-01-10", f"ACTION: {SHELTER}\n{QUIET}"), done, carried)
    assert [(each.says, each.source.date) for each in outcome.found] == [
        ("carried forward", "2024-03-10"),
        ("done", "2024-05-10"),
    ]
    assert outcome.fate == "done"


@pytest.mark.parametrize(
    ("later", "due_date", "fate", "late"),
    [
        (0, None, "open", False),
        (0, date(2025, 1, 1), "open", False),
        (0, date(2024, 2, 1), "overdue", True),
        (1, date(2024, 2, 1), "overdue", True),
        (1, None, "open", False),
        (2, None, "vanished", False),
        (2, date(2024, 2, 1), "vanished", True),
    ],
)
def test_an_action_of_which_nothing_more_is_said(later: int, due_date: date | None, fate: str, late: bool) -> None:
    first = held("2024-01-10", f"ACTION: {SHELTER}\n{QUIET}", due_date=due_date)
    outcome = became(first, *(held(f"2024-0{3 + n}-10", QUIET) for n in range(later)))
    assert (outcome.fate, outcome.late, outcome.later) == (fate, late, later)
    if not later:
        assert replace(alone(first.actions[0], TODAY), since=outcome.since) == outcome


@pytest.mark.parametrize(
    ("title", "later", "fate", "found"),
    [
        ("Street furniture", "Item Street furniture: update", "open", ["Item Street furniture: update"]),
        ("Shelters", "Item Shelters and benches", "open", []),
        ("Any other business", "Item Any other business", "vanished", []),
        ("Application 24/0123: shelter", "Item Application 24/0456: shelter", "open", []),
        ("Applications for shelters", "Item Application for shelter 24/0456", "open", []),
        ("Relevant correspondence and e-mails", "Item Relevant correspondence and e-mails", "vanished", []),
        ("Highways", "Members asked about highways.", "open", []),
        ("Any other business", "Members asked about a shelter.", "open", []),  # a rare word
    ],
)
def test_an_action_is_spoken_of_where_its_item_comes_back(
    title: str, later: str, fate: str, found: Sequence[str]
) -> None:
    first = held("2024-01-10", f"Item {title}\nACTION: {SHELTER}\n{QUIET}")
    items = tuple(each.model_copy(update={"end": len(first.text)}) for each in first.items)
    outcome = became(
        replace(first, items=items), held("2024-03-10", f"{QUIET}{later}\n{QUIET}"), held("2024-05-10", QUIET)
    )
    assert outcome.fate == fate
    assert [(each.says, each.source.text[each.start : each.end]) for each in outcome.found] == [
        ("came back", each) for each in found
    ]


@pytest.mark.parametrize(("parent", "found"), [("itm-1", ["2024-02-10"]), (None, [])])
def test_a_matter_under_an_item_may_come_back_at_each_meeting(parent: str | None, found: list[str]) -> None:
    first, *later = (
        held(f"2024-0{month}-10", f"Item Mill pond\nACTION: The Clerk to see to it\n{QUIET}") for month in (1, 2, 3)
    )
    items = tuple(each.model_copy(update={"parent_id": parent, "end": len(first.text)}) for each in first.items)
    outcome = became(replace(first, items=items), *later)
    assert [each.source.date for each in outcome.found] == found


@pytest.mark.parametrize(
    ("state", "due_date", "fate"),
    [
        ("New", None, "open"),
        ("Ongoing", None, "carried forward"),
        ("Carried forward", None, "carried forward"),
        ("Carried forward", date(2024, 2, 1), "overdue"),
        ("Completed", date(2024, 2, 1), "done"),
    ],
)
def test_the_last_log_tells_by_its_state_how_a_task_stands(state: str, due_date: date | None, fate: str) -> None:
    first = held("2024-01-10", f"| LOG: {SHELTER} | {state}", due_date=due_date)
    assert became(first, held("2024-03-10", QUIET)).fate == fate


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ("The Clerk told of the talk outside the lych gate with Ms Finch that was held on 17 April.", "open"),
        ("The Clerk told of the talk outside the lych gate with Ms Finch that was held on 18 April.", "overdue"),
        ("The Clerk told of the talk with Ms Finch that was held on 17 April 2023.", "overdue"),
        ("The accounts to 17 April were read, and the clerk was thanked.", "overdue"),
    ],
)
def test_what_names_the_day_of_a_task_and_more_of_its_words_speaks_of_it(said: str, fate: str) -> None:
    task = (
        "The Clerk to ask Ms Finch to the lych gate on 17 April, and to tell those who live in Orchard Row and Mill End"
    )
    first = held("2024-03-10", f"ACTION: {task}\n{QUIET}", due="on 17 April", due_date=date(2024, 4, 17))
    assert became(first, held("2024-05-10", f"{QUIET}{said}\n{QUIET}")).fate == fate


def test_a_log_tells_of_a_meeting_as_minutes_do() -> None:
    logs = [
        held(day, f"| LOG: {SHELTER} | {state}\n| LOG: Wind the clock | New", due_date=date(2024, 2, 1))
        for day, state in (("2024-01-10", "New"), ("2024-03-10", "Ongoing"), ("2024-05-10", "Completed"))
    ]
    logs = [replace(log, document=log.document.model_copy(update={"kind": "other"})) for log in logs]
    outcome = fates(logs, TODAY)[logs[0].actions[0].id]
    assert [each.says for each in outcome.found] == ["carried forward", "done"]
    assert (outcome.fate, outcome.later, outcome.since) == ("done", 2, 2)


def test_a_title_says_of_no_task_that_it_is_done() -> None:
    first = held("2024-01-10", f"ACTION: {SHELTER}\n{QUIET}")
    later = held("2024-03-10", f"Item Letter to the bus operators on the shelter in Tallow Lane: completed\n{QUIET}")
    assert became(first, later).fate == "open"


PUMP = "The Clerk to ask Orla Finch about her offer and report back to the next meeting"


@pytest.mark.parametrize(
    ("task", "later", "fate"),
    [
        (PUMP, "Item Village pump", "came back"),
        (PUMP, "- Village pump", "came back"),  # an entry of what the Clerk reported
        (PUMP, "- Village pump and bell", "overdue"),
        ("The Clerk to write to Orla Finch about her offer before the next meeting", "Item Village pump", "open"),
        ("The Clerk to bring a plan to the next meeting of the Fair Group", "Item Fair Group", "open"),
    ],
)
def test_what_was_promised_comes_back_under_its_title(task: str, later: str, fate: str) -> None:
    first = held("2024-01-10", f"Item Village pump\nACTION: {task}\n{QUIET}", due="the next meeting")
    items = tuple(each.model_copy(update={"end": len(first.text)}) for each in first.items)
    assert became(replace(first, items=items), held("2024-03-10", f"{QUIET}{later}\n{QUIET}")).fate == fate


@pytest.mark.parametrize(
    ("said", "fate", "since"),
    [
        ({"2024-05-10": "Members looked at the broken shelter in Tallow Lane."}, "open", 1),
        ({"2024-03-10": "Members looked at the broken shelter in Tallow Lane."}, "overdue", 0),
        ({"2024-05-10": "Members looked at the pond."}, "overdue", 1),
        ({}, "overdue", 0),
    ],
)
def test_a_task_is_late_where_nothing_comes_back_to_it_after_its_day(
    said: Mapping[str, str], fate: str, since: int
) -> None:
    first = held("2024-01-10", f"ACTION: {SHELTER}\n{QUIET}", due_date=date(2024, 4, 1))
    outcome = became(first, *(held(day, f"{QUIET}{each}") for day, each in said.items()))
    assert (outcome.fate, outcome.since) == (fate, since)


@pytest.mark.parametrize("dates", [("2024-03-10", "2024-11-10"), ("2025-02-10", "2025-03-10")])
def test_an_action_vanishes_only_where_the_next_meetings_are_held(dates: tuple[str, str]) -> None:
    assert became(held("2024-01-10", f"ACTION: {SHELTER}"), *(held(day, QUIET) for day in dates)).fate == "open"


@pytest.mark.parametrize(("body", "fate"), [("Fenwold Amenities Committee", "done"), ("Planning Committee", "open")])
def test_another_body_does_not_speak_of_it(body: str, fate: str) -> None:
    later = held("2024-03-10", f"{QUIET}The letter about the Tallow Lane bus shelter was completed.", body=body)
    assert became(held("2024-01-10", f"ACTION: {SHELTER}\n{QUIET}"), later).fate == fate


@pytest.mark.parametrize(
    ("due", "items", "fate"),
    [
        ("to the July meeting", {"2024-07-10": "Mill pond dredging plan"}, "came back"),
        ("to the next meeting", {"2024-05-10": "Mill pond dredging plan"}, "came back"),
        ("to the July meeting", {"2024-07-10": "Allotment rents"}, "vanished"),
        ("to the next meeting", {"2024-11-10": "Mill pond dredging plan"}, "open"),  # late, but spoken of
        ("to the July meeting", {"2024-05-10": "Pond"}, "open"),  # no July meeting is held
    ],
)
def test_a_promise_to_report_back_is_found_or_not(due: str, items: Mapping[str, str], fate: str) -> None:
    first = held("2024-03-10", f"ACTION: The Clerk to bring a plan for dredging the mill pond {due}\n{QUIET}", due=due)
    dates = sorted({"2024-05-10", *items})
    outcome = became(first, *(held(day, f"Item {items.get(day, 'Apologies')}\n{QUIET}") for day in dates))
    assert outcome.fate == fate


@pytest.mark.parametrize(
    ("body", "decided", "fate"),
    [
        (None, "That the Tallow Lane play area be enlarged at the cost of the reserve", "answered"),
        ("Amenities Committee", "That the play area in Tallow Lane be enlarged from the reserve", "answered"),
        (None, "That the Tallow Lane footpath be closed", "open"),
    ],
)
def test_a_recommendation_is_answered_by_a_later_decision(body: str | None, decided: str, fate: str) -> None:
    recommended = "That the play area in Tallow Lane be enlarged at the cost of the reserve"
    first = held("2024-01-10", recommended, outcome="recommended")
    later = held("2024-02-10", f"That the clock be wound\nThat rents be raised\n{decided}", body=body)
    outcome = answers([later, first])[first.decisions[0].id]
    assert outcome.fate == fate
    assert [each.source for each in outcome.found] == ([later] if fate == "answered" else [])
