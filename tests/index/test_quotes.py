import pytest

from index.quotes import fold, locate
from minutes.model import Document
from tests.index.samples import document_of


def verdict(text: str, quotation: str) -> tuple[str, tuple[str, ...]]:
    found = locate(document_of(text), quotation)
    return found.verdict, found.forms


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("The fare stays at 62% of the cost.", "fare stays at 62%"),
        ("The fare stays at 62% of the cost.", "  the cost.\n"),
        ("Cllr Ámber (Wexmere) spoke.", "Ámber (Wexmere)"),
        ("^ Page 2 of 3\nThe fare stays.", "Page 2 of 3"),
    ],
)
def test_exact(text: str, quotation: str) -> None:
    assert verdict(text, quotation) == ("exact", ())


@pytest.mark.parametrize(
    ("text", "quotation", "forms"),
    [
        ("the fare stays", "the  fare\nstays", ("white space",)),
        ("The Fare stays", "the fare STAYS", ("case",)),
        ("the “old” fare", 'the "old" fare', ("quotation marks",)),
        ("the “old” fare", "the old fare", ("quotation marks",)),
        ("the fare – as agreed – stays", "the fare - as agreed - stays", ("dashes or hyphens",)),
        ("the co-ordinated trans- port plan", "the coordinated transport plan", ("white space", "dashes or hyphens")),
        ("in 2023 – 24 it rose", "in 2023-24 it rose", ("white space", "dashes or hyphens")),
        ("the café’s ﬁgures", "the cafe’s figures", ("characters",)),
        (
            "It goes on\n^ Page 2 of 3\nbelow the footer.",
            "It goes on below the footer",
            ("white space", "a page break"),
        ),
    ],
)
def test_another_form(text: str, quotation: str, forms: tuple[str, ...]) -> None:
    assert verdict(text, quotation) == ("form", forms)


@pytest.mark.parametrize(
    ("text", "quotation", "forms"),
    [
        ("Absence fell from 9% (2019) to 5% (2023).", "Absence fell … to 5% (2023)", ("words left out",)),
        ("Absence fell from 9% (2019) to 5% (2023).", "absence fell ... to 5%", ("words left out", "case")),
        ("Absence fell from 9% (2019) to 5% (2023).", "[…] from 9% [...] to 5% …", ("words left out",)),
        ("The fare (as agreed) stays.\nIt is to rise.", "The fare … It is to rise", ("words left out",)),
    ],
)
def test_a_shortened_quotation_is_one_that_leaves_words_out(text: str, quotation: str, forms: tuple[str, ...]) -> None:
    assert verdict(text, quotation) == ("form", forms)


def test_of_a_shortened_quotation_the_whole_stretch_is_cited() -> None:
    document = document_of("The fare stays.\nThe fare in the town stays as it is.")
    (place,) = locate(document, "The fare … as it is").places
    assert place.quote == "The fare in the town stays as it is"


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        pytest.param("It was agreed that the fare is not to rise", "It was agreed … to rise", id="what turns it round"),
        pytest.param("to 5% from 9% the absence fell", "the absence fell … to 5% from", id="in another order"),
        pytest.param("the fare rose to 5%", "the fare … fell to 5%", id="a word of its own"),
        pytest.param(f"the fare {'is as it was and ' * 60}it rose", "the fare … it rose", id="far away"),
        pytest.param("the fare", "… … …", id="nothing else"),
        pytest.param("the fare in the town rose", "the … rose", id="single words are anywhere"),
    ],
)
def test_what_no_ellipsis_excuses(text: str, quotation: str) -> None:
    assert verdict(text, quotation)[0] in ("changed", "absent")


@pytest.mark.parametrize(
    ("text", "quotation", "changes"),
    [
        ("that the old scheme be approved", "that the old scheme be rejected", [("approved", "rejected")]),
        ("that the scheme not be approved", "that the scheme be approved", [("not", "")]),
        ("it was unable to fall", "able to fall", [("unable", "able")]),
        ("a fall of -5% was seen", "a fall of 5% was seen", [("-5%", "5%")]),
        ("it cost 25,000 pounds in all", "5,000 pounds in all", [("25,000", "5,000")]),
        (
            "all 20 12-year-olds of the town came",
            "all 2012-year-olds of the town came",
            [("20 12-year-olds", "2012-year-olds")],
        ),
        ("in 2019-20 the fare rose", "in 201920 the fare rose", [("2019-20", "201920")]),
        ("the fare rises, said Cllr Amber", "the fare rises. said Cllr Amber", [("rises,", "rises.")]),
    ],
)
def test_changed(text: str, quotation: str, changes: list[tuple[str, str]]) -> None:
    found = locate(document_of(f"Before it this was said.\n{text}\nAnd after it that."), quotation)
    assert found.verdict == "changed"
    assert [(edit.old, edit.new) for edit in found.edits if edit.old != edit.new] == changes
    assert len(found.places) == 1


@pytest.mark.parametrize(
    "quotation",
    [
        "that a harbour for submarines be built",
        "The Council agreed to give every dragon a bus pass.",
        "fare falls",  # two words: one of them is found anywhere
        "RESOLVED: that the library be sold to the highest bidder",
    ],
)
def test_absent(quotation: str) -> None:
    text = (
        "RESOLVED: that the fare stay as it is\nThe Council heard from the bus operators.\nThe library is to stay open."
    )
    assert verdict(text, quotation) == ("absent", ())


def test_every_place_is_cited() -> None:
    document = document_of("the fare stays\nsaid that the fare stays\nthe Fare stays")
    places = locate(document, "the fare stays").places
    assert [(each.paragraph, document.text[each.start : each.end]) for each in places] == [
        (1, "the fare stays"),
        (2, "the fare stays"),
    ]


def test_a_changed_quotation_is_compared_with_the_stretch_that_is_most_alike() -> None:
    lines = ["that the fare in the town be raised", "that the fare in the country be lowered at once", "that it be so"]
    found = locate(document_of("\n".join(lines)), "that the fare in the country be raised at once")
    assert [place.quote for place in found.places] == [lines[1]]


def hidden(document: Document) -> list[tuple[int, int]]:
    return [(document.blocks[1].start, document.blocks[1].end)]


@pytest.mark.parametrize(
    "quotation", ["the contractor was paid 40,000 pounds", "The contractor was paid  40,000", "the contractor was paid"]
)
def test_what_is_held_apart_is_not_there(quotation: str) -> None:
    document = document_of("The fare stays.\nthe contractor was paid 40,000 pounds by the Clerk\nThe library, too.")
    assert locate(document, quotation).verdict != "absent"
    assert locate(document, quotation, hidden=hidden(document)).verdict == "absent"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Co-ordinated”  plan", "coordinatedplan"),
        ("2023 – 24, or -5%", "2023-24,or-5%"),
        ("20 12", "20 12"),
        ("soft\u00adhyphen", "softhyphen"),
        ("…", "..."),
    ],
)
def test_folding(text: str, folded: str) -> None:
    found = fold(text, [(0, len(text))])
    assert (found.text, len(found.places)) == (folded, len(folded))
