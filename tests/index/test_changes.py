import pytest

from index.changes import changes
from minutes.model import Minutes
from tests.index.samples import ASHBY, document_of, minutes_of


def side(text: str) -> tuple:  # type: ignore[type-arg]
    document = document_of(text)
    return document, minutes_of(document)


def told(old: str, new: str) -> list[tuple[str, str, str | None, str | None]]:
    found, _ = changes(side(old), side(new))
    return [(each.kind, each.change, each.old and each.old.quote, each.new and each.new.quote) for each in found]


OPEN, SHUT = "RESOLVED: that the library stay open on Saturdays", "RESOLVED: that the library stay shut on Saturdays"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (OPEN, OPEN, []),
        (OPEN, OPEN.replace(" ", "  ").upper().replace("RESOLVED", "RESOLVED"), []),
        (OPEN, SHUT, [("decision", "changed", OPEN, SHUT)]),
        (OPEN, f"{OPEN}\n{SHUT}", [("decision", "added", None, SHUT)]),
        (f"{OPEN}\nRESOLVED: to go home", OPEN, [("decision", "removed", "RESOLVED: to go home", None)]),
        (f"{OPEN}\n{SHUT}", f"{SHUT}\n{OPEN}", []),  # the order is no change
        ("# 1 Buses\nThey ran.", "# 2 Buses\nThey ran.", [("item", "changed", "1 Buses", "2 Buses")]),
        ("Cost rose by 12% in the year.", "Cost rose by 14% in the year.",
         [("metric", "changed", "Cost rose by 12% in the year.", "Cost rose by 14% in the year.")]),
        ("Cost rose by 12% in the year.", "The cost rose by 12% in the year.",
         [("paragraph", "changed", "Cost rose by 12% in the year.", "The cost rose by 12% in the year.")]),
        ("ACTION: The Clerk to write", "It ended.", [("action", "removed", "ACTION: The Clerk to write", None),
                                                    ("paragraph", "added", None, "It ended.")]),
        ("The fare was discussed at length.", "The fare was discussed at great length.",
         [("paragraph", "changed", "The fare was discussed at length.", "The fare was discussed at great length.")]),
        ("One thing was said.\nThen another was.", "One thing was said. Then another was.", []),
        ("^ Page 1\nIt ended.", "^ Page 2\nIt ended.", []),
    ],
)  # fmt: skip
def test_changes(old: str, new: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert told(old, new) == expected


def test_a_change_names_the_words_and_the_fields_that_differ() -> None:
    ((change,), same) = changes(side("RESOLVED: that the report be noted"), side("RESOLVED: that the report be agreed"))
    assert [(edit.old, edit.new) for edit in change.edits] == [
        ("RESOLVED: that the report be", "RESOLVED: that the report be"),
        ("noted", "agreed"),
    ]
    assert [(each.field, each.old, each.new) for each in change.fields] == [("outcome", "noted", "approved")]
    assert same["decisions"] == 0


def test_what_is_the_same_is_counted() -> None:
    assert changes(side(ASHBY), side(ASHBY)) == (
        [], {"items": 3, "decisions": 3, "actions": 1, "metrics": 1, "paragraphs": 8},
    )  # fmt: skip


def test_what_is_held_apart_is_compared_only_on_asking() -> None:
    def exempt(text: str) -> tuple:  # type: ignore[type-arg]
        document, minutes = side(text)
        mark = document.cite(0, 4)
        return document, Minutes(**{**dict(minutes), "exempt": ({"start": 0, "end": len(text), "mark": mark},)})

    old, new = exempt("They were paid a lot."), exempt("They were paid a little.")
    assert changes(old, new)[0] == []
    assert [change.change for change in changes(old, new, exempt=True)[0]] == ["changed"]
