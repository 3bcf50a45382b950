"""What is a promise to come back, and whether business that was put off did."""

from dataclasses import replace

import pytest

from index.catalogue.registers import Source
from index.promises import is_promise, returns
from minutes.model import Action, Decision
from minutes.model import Outcome as Decided
from tests.index.samples import document_of
from tests.index.test_following import held

PLACE = document_of("some words").cite(0, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Clerk to report back", True),
        ("The Head of Finance to bring a paper to the June meeting", True),
        ("The Clerk to write to the bus operators", False),
    ],
)
def test_an_action_is_a_promise_by_its_words(text: str, expected: bool) -> None:
    action = Action(id="act-1", citation=PLACE, rule="toy", item_id=None, text=text, tier="explicit")
    assert is_promise(action) is expected


@pytest.mark.parametrize(
    ("text", "outcome", "expected"),
    [
        ("That the lease be put off", "deferred", True),
        ("That the matter be brought back to the next meeting", "approved", True),
        ("That the Board return to the lease at its June meeting", "approved", True),
        ("That the plan for the pond be presented to a future meeting", "approved", True),
        ("That the report be approved as presented", "approved", False),
        ("That the lease be signed before the next meeting", "approved", False),
    ],
)
def test_a_decision_is_a_promise_if_it_puts_business_off(text: str, outcome: Decided, expected: bool) -> None:
    decision = Decision(id="dec-1", citation=PLACE, rule="toy", item_id=None, text=text, outcome=outcome)
    assert is_promise(decision) is expected


def meetings(*titles: str) -> tuple[str, list[str]]:
    """The first puts its item off; the fate of that decision, and when its item came back."""
    first, *later = [
        held(f"2024-0{month}-10", f"Item {title}\n{'That it be put off' if month == 1 else 'Nothing was said'}",
             outcome="deferred")
        for month, title in enumerate(titles, 1)
    ]  # fmt: skip
    decisions = [each.model_copy(update={"item_id": first.items[0].id}) for each in first.decisions]
    (outcome,) = returns([*later, type(first)(**{**vars(first), "decisions": tuple(decisions)})]).values()
    return outcome.fate, [found.source.date for found in outcome.found]


@pytest.mark.parametrize(
    ("entry", "fate"),
    [
        ("That it be put off", "came back"),
        ("d) Ferry bell and rope: That it be put off", "open"),
        ("d) Lease of the Mill: That it be put off", "came back"),
        ("RESOLVED: That it be put off", "came back"),
    ],
)
def test_an_entry_that_names_its_own_business_is_not_on_that_of_its_item(entry: str, fate: str) -> None:
    first = held("2024-01-10", f"Item Mill lease\n{entry}", outcome="deferred")
    decisions = [each.model_copy(update={"item_id": first.items[0].id}) for each in first.decisions]
    later = held("2024-02-10", "Item Mill lease\nNothing was said", outcome="deferred")
    (outcome,) = returns([later, type(first)(**{**vars(first), "decisions": tuple(decisions)})]).values()
    assert outcome.fate == fate


@pytest.mark.parametrize(
    ("titles", "fate", "found"),
    [
        (["Mill pond", "Rents", "Mill pond", "Gates"], "came back", ["2024-03-10"]),
        (["Mill pond", "Rents", "Update on the mill pond", "Gates"], "came back", ["2024-03-10"]),
        (["Mill pond", "Rents", "Gates"], "vanished", []),
        (["Mill pond", "Rents"], "open", []),
        (["Clerk’s report", "Rents", "Gates"], "open", []),  # what came of it could not be told by such a title
        (["Treasurer", "Treasurer", "Treasurer", "Gates"], "open", []),  # nor by one that is at most meetings
    ],
)
def test_business_that_was_put_off_comes_back_by_its_title(titles: list[str], fate: str, found: list[str]) -> None:
    assert meetings(*titles) == (fate, found)


def held_since(*later: Source) -> str:
    """The fate of a decision of January that puts off the business of the pond working party."""
    first = held("2024-01-10", "Item Pond working party\nThat the dredging be put off", outcome="deferred")
    decisions = tuple(each.model_copy(update={"item_id": first.items[0].id}) for each in first.decisions)
    (outcome, *_) = returns([replace(first, decisions=decisions), *later]).values()
    return outcome.fate


@pytest.mark.parametrize(
    ("title", "decided", "fate"),
    [
        ("Pond updates", "That the members of the pond working party be thanked", "came back"),
        ("Rents", "That the members of the pond working party be thanked", "open"),
        ("Pond updates", "That the fish be fed", "open"),
        ("Rents", "That the fish be fed", "vanished"),
    ],
)
def test_business_comes_back_where_a_decision_on_a_like_item_names_it(title: str, decided: str, fate: str) -> None:
    back = held("2024-03-10", f"Item {title}\n{decided}")
    decisions = tuple(each.model_copy(update={"item_id": back.items[0].id}) for each in back.decisions)
    assert held_since(replace(back, decisions=decisions), held("2024-05-10", "Item Gates")) == fate


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ("- Pond working party", "came back"),
        ("Members of the working party were thanked.", "open"),
        ("Members were thanked.", "vanished"),
    ],
)
def test_business_comes_back_in_an_entry_and_is_spoken_of_in_any_line(said: str, fate: str) -> None:
    assert held_since(held("2024-03-10", f"Item Rents\n{said}"), held("2024-05-10", "Item Gates")) == fate


@pytest.mark.parametrize("dates", [("2024-03-10", "2024-11-10"), ("2025-02-10", "2025-03-10")])
def test_business_vanishes_only_where_the_next_meetings_are_held(dates: tuple[str, str]) -> None:
    assert held_since(*(held(day, "Item Gates") for day in dates)) == "open"


def test_another_body_does_not_bring_it_back() -> None:
    first = held("2024-01-10", "Item Mill pond\nThat it be put off", outcome="deferred")
    decisions = [each.model_copy(update={"item_id": first.items[0].id}) for each in first.decisions]
    first = type(first)(**{**vars(first), "decisions": tuple(decisions)})
    elsewhere = held("2024-03-10", "Item Mill pond\nNothing was said", body="Planning Committee")
    assert [each.fate for each in returns([first, elsewhere]).values()] == ["open"]
