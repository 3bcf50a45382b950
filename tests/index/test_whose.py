"""One organisation or body under several names: put together where documents show it, and never by guess."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.passages import passages
from index.whose import Said, known
from minutes.found import Filters
from tests.index.samples import document_of, minutes_of

FULL, BOARD = "Tarn Valley Council", "Moorland Grazing Board"
Named = tuple[str | None, str | None]


def names(*said: tuple[str, str | None, str | None, str], explained: dict[int, list[tuple[str, str]]]) -> list[Named]:
    """By which names the library knows documents: of each its folder, organisation and body, and its text."""
    documents = [Said(str(n), source, organisation, body) for n, (source, organisation, body, _) in enumerate(said)]
    found = known(documents, {str(n): pairs for n, pairs in explained.items()}, lambda id_: said[int(id_)][3])
    return [found[str(n)] for n in range(len(said))]


@pytest.mark.parametrize(
    ("text", "explained", "name"),
    [
        pytest.param("", {0: [("TVC", FULL)]}, FULL, id="the short one explains itself"),
        pytest.param("", {1: [("TVC", FULL)]}, FULL, id="the full one explains its letters"),
        pytest.param("TVC is to ask. TVC agrees.", {}, FULL, id="the full one goes on with its letters"),
        pytest.param("TVC was asked.", {}, "TVC", id="letters used once may be somebody else's"),
        pytest.param("", {}, "TVC", id="letters alone are not enough"),
        pytest.param("", {0: [("TVC", "Teviot Vale College")]}, "Teviot Vale College", id="they stand for another"),
        pytest.param(
            "", {0: [("TVC", FULL)], 1: [("TVC", FULL)], 2: [("TVC", "Trent Vale Club")]}, FULL, id="explained by one"
        ),
    ],
)
def test_letters_and_the_full_name_of_an_organisation(
    text: str, explained: dict[int, list[tuple[str, str]]], name: str
) -> None:
    told = names(("a", "TVC", "Cabinet", ""), ("b", FULL, "Cabinet", text), ("b", None, None, ""), explained=explained)
    assert told == [(name, "Cabinet"), (FULL, "Cabinet"), (None, None)]


def test_letters_that_would_fit_two_names_stay() -> None:
    text = "TVC is to ask. TVC agrees."
    told = names(("a", "TVC", None, ""), ("a", FULL, None, text), ("a", "Test Valley Club", None, text), explained={})
    assert told[0] == ("TVC", None)
    explained = {1: [("TVC", FULL)], 2: [("TVC", "Test Valley Club")]}
    told = names(
        ("a", "TVC", None, ""), ("a", FULL, None, text), ("a", "Test Valley Club", None, text), explained=explained
    )
    assert told[0] == ("TVC", None)


def test_capitals_do_not_make_another_name() -> None:
    said = [("a", "TARN VALLEY COUNCIL", None, ""), ("a", FULL, None, ""), ("b", FULL, None, "")]
    assert {name for name, _ in names(*said, explained={})} == {FULL}


@pytest.mark.parametrize(
    ("others", "name"),
    [
        pytest.param(["Tarn Mill Ltd"], "Tarn Mill Ltd", id="the legal form alone is left out"),
        pytest.param(["TARN MILL LTD", "Tarn Mill Ltd"], "Tarn Mill Ltd", id="in capitals, too"),
        pytest.param(["Tarn Mill Ltd", "Tarn Mill CIC"], "Tarn Mill", id="two are called so"),
        pytest.param(["Tarn Mill Trust"], "Tarn Mill", id="what is no legal form is part of a name"),
    ],
)
def test_a_name_without_its_legal_form(others: list[str], name: str) -> None:
    said = [("a", "Tarn Mill", "Board", ""), *(("b", other, "Board", "") for other in others)]
    assert names(*said, explained={})[0] == (name, "Board")


def test_one_word_with_a_legal_form_may_be_somebody_else() -> None:
    told = names(("a", "Tarn", None, ""), ("a", "Tarn Ltd", None, ""), explained={})
    assert told == [("Tarn", None), ("Tarn Ltd", None)]


@pytest.mark.parametrize(
    ("parted", "others", "named"),
    [
        (("Tarn Town", "Council"), [("Tarn Town Council", "Town Council")], ("Tarn Town Council", "Town Council")),
        (("Tarn Town", "Council"), [("Tarn Town Council", None)], ("Tarn Town Council", "Council")),
        (("Tarn Town", "Council"), [("Tarn Town", "Town Council")], ("Tarn Town", "Council")),
        (("Tarn Town", "Council"), [("Fell Town Council", "Town Council")], ("Tarn Town", "Council")),
        (("Tarn Town", "Board"), [("Tarn Town Council", "Board")], ("Tarn Town", "Board")),
    ],
)  # fmt: skip
def test_a_name_that_was_parted_in_another_place(parted: Named, others: list[Named], named: Named) -> None:
    said = [("a", *parted, ""), *(("b", *other, "") for other in others)]
    assert names(*said, explained={})[0] == named


@pytest.mark.parametrize(
    ("others", "name"),
    [
        pytest.param([("a", None, BOARD, "MGB met. MGB agreed.")], BOARD, id="of one folder"),
        pytest.param([("b", None, BOARD, "MGB met. MGB agreed.")], "MGB", id="of another, whose it may not be"),
        pytest.param([("a", FULL, BOARD, "MGB met. MGB agreed.")], "MGB", id="of an organisation"),
        pytest.param([("a", None, BOARD, "The Board met.")], "MGB", id="where the letters are not used"),
    ],
)
def test_letters_and_the_full_name_of_a_body(others: list[tuple[str, str | None, str | None, str]], name: str) -> None:
    assert names(("a", None, "MGB", ""), *others, explained={})[0] == (None, name)


TOLD = ("a", FULL, "Cabinet", "")


@pytest.mark.parametrize(
    ("text", "others", "organisation"),
    [
        pytest.param("", [TOLD], FULL, id="nobody else's documents are there"),
        pytest.param("", [("b", FULL, "Cabinet", "")], None, id="those that tell it are elsewhere"),
        pytest.param("", [("a", FULL, "Board", "")], None, id="it has no such body"),
        pytest.param("", [TOLD, ("b", "Fell Council", "Cabinet", "")], None, id="another has one, too"),
        pytest.param("", [TOLD, ("a", "Fell Council", "Board", "")], None, id="another's documents are there, too"),
        pytest.param("", [TOLD, ("a", None, "Cabinet", "")], None, id="fewer name it than do not"),
        pytest.param(
            f"A clerk of {FULL}.", [TOLD, TOLD, ("a", "Fell Council", "Board", "")], FULL, id="its text speaks of it"
        ),
        pytest.param(
            "TVC met. TVC agreed.", [TOLD, TOLD, ("a", "Fell Council", "Board", "")], FULL, id="or by its letters"
        ),
        pytest.param(
            f"A clerk of {FULL}.", [TOLD, ("a", "Fell Council", "Board", "")], None, id="one document alone may err"
        ),
    ],
)
def test_a_body_without_its_organisation(
    text: str, others: list[tuple[str, str | None, str | None, str]], organisation: str | None
) -> None:
    told = names(("a", None, "Cabinet", text), *others, explained={1: [("TVC", FULL)]})
    assert told[0] == (organisation, "Cabinet")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    head = {
        "one": f"{FULL}; Cabinet; 2022-02-01\nTarn Valley Council (TVC) met.",
        "two": "TVC; Cabinet; 2022-03-01\nTVC met.",
        "three": "TVC; MGB; 2022-04-01\nThe Board met.",
        "four": f"TVC; {BOARD}; 2022-05-01\nThe Moorland Grazing Board (MGB) met.",
    }
    for name, text in head.items():
        document = document_of(f"^ {text}\nRESOLVED: that the report of the {name} be noted as it was read", path=name)
        minutes = minutes_of(document)
        opened.put(document, minutes, passages(document, minutes), "1")
    opened.unify()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"organisation": "tarn valley"}, 4),
        ({"organisation": "TVC"}, 4),
        ({"body": "cabinet"}, 2),
        ({"body": "MGB"}, 2),
        ({"body": "grazing board", "organisation": "tvc"}, 2),
    ],
)
def test_filters_reach_all_that_are_known_by_a_name(catalogue: Catalogue, filters: dict[str, str], found: int) -> None:
    asked = Filters(**filters)  # type: ignore[arg-type]
    listed = catalogue.records("decision", (), asked)
    assert len(listed) == len(catalogue.documents(asked)) == found
    assert {each.meeting.organisation for each in listed} == {FULL}


def test_a_body_is_listed_once(catalogue: Catalogue) -> None:
    assert [(each.organisation, each.body, each.documents) for each in catalogue.bodies()] == [
        (FULL, "Cabinet", 2),
        (FULL, BOARD, 2),
    ]


def test_what_a_document_prints_is_kept(catalogue: Catalogue) -> None:
    three = next(each for each in catalogue.documents(Filters()) if each.path == "three")
    assert three.document
    assert three.meeting
    printed = catalogue.printed(three.document.id)
    assert (three.meeting.organisation, three.meeting.body) == (FULL, BOARD)
    assert (printed.organisation, printed.body) == ("TVC", "MGB")
    assert catalogue.extraction(three.document.id)[1].meeting == printed


def test_what_another_document_told_goes_with_it(catalogue: Catalogue) -> None:
    one = next(each.document for each in catalogue.documents(Filters()) if each.path == "one" and each.document)
    catalogue.remove(one.id)
    catalogue.unify()
    assert {each.organisation for each in catalogue.bodies()} == {"TVC"}
