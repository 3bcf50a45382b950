"""A hundred quotations from the sample, as they stand and as they do not: each is told for what it is."""

import random
import re

import pytest

from answers.paging import Asker
from answers.questions import QuoteAsked
from answers.tools import verify_quote
from library import Library
from minutes.errors import NotFoundError
from minutes.model import Document

EACH = 25
INVENTED = (
    "purple submarines will patrol the bandstand before dawn",
    "the astronaut apologised for melting the glacier with a trumpet",
    "forty llamas were sworn in as magistrates of the moon",
    "a volcano insurance policy was bought from the dragon",
    "the opera about turnips sold every seat in Antarctica",
)


def sentences(document: Document) -> list[str]:
    """Stretches of eight words or more, each within a paragraph."""
    found = []
    for block in document.blocks:
        if block.kind == "paragraph":
            found += re.findall(r"[A-Z][^.\n;:]{50,200}[a-z]", document.text[block.start : block.end])
    return [each for each in found if len(each.split()) >= 8]


def respaced(quote: str, chance: random.Random) -> str:
    words = quote.split(" ")
    for at in chance.sample(range(1, len(words)), 2):
        words[at] = "\n  " + words[at]
    return " ".join(words)


def changed(quote: str, chance: random.Random) -> str:
    """One word in the middle is another."""
    words = quote.split(" ")
    inner = [at for at in range(2, len(words) - 2) if len(words[at]) > 3 and words[at].isalpha()]
    words[chance.choice(inner or [len(words) // 2])] = "marzipan"
    return " ".join(words)


def invented(number: int) -> str:
    one, other = INVENTED[number % 5], INVENTED[(number // 5 + number + 1) % 5]
    return f"{one} while {other}"


def quotations(library: Library) -> list[tuple[str, str, str]]:
    chance = random.Random(8)
    documents = [library.document(each.document.id)[0] for each in library.documents() if each.document]
    known = [(document.id, each) for document in documents for each in sentences(document)]
    picked = chance.sample(known, 3 * EACH)
    made = [(id_, quote, "exact") for id_, quote in picked[:EACH]]
    made += [(id_, respaced(quote, chance), "form") for id_, quote in picked[EACH : 2 * EACH]]
    made += [(id_, changed(quote, chance), "changed") for id_, quote in picked[2 * EACH :]]
    return made + [(chance.choice(documents).id, invented(number), "absent") for number in range(EACH)]


def test_a_hundred_quotations_are_told_for_what_they_are(library: Library, asker: Asker) -> None:
    asked = quotations(library)
    assert len(asked) == 4 * EACH
    wrong = []
    for document, quote, expected in asked:
        page = verify_quote(library, QuoteAsked(document=document, quote=quote), asker)
        if page.verdict != expected:
            wrong.append((expected, page.verdict, quote))
    assert wrong == []


@pytest.mark.parametrize(
    ("quote", "verdict", "places"),
    [
        ("the Town Mayor write to the County Council's Cabinet Member", "exact", 1),
        ("the town mayor  write to the County Council’s Cabinet Member", "form", 1),
        ("the Town Clerk write to the County Council's Cabinet Member", "changed", 1),
        ("the Bishop was asked to dance on the weir at midnight", "absent", 0),
    ],
)
def test_the_verdict_says_what_may_be_quoted(
    library: Library, asker: Asker, quote: str, verdict: str, places: int
) -> None:
    page = verify_quote(library, QuoteAsked(document="32b8c887", quote=quote), asker)
    assert (page.verdict, page.total, len(page.citations)) == (verdict, places, places)
    assert ("do not quote it" in page.summary) == (verdict in ("changed", "absent"))


@pytest.mark.parametrize(
    ("quote", "verdict", "said"),
    [
        (
            "the Town Mayor write to the County Council's Cabinet Member",
            "exact",
            "The document says this to the letter.",
        ),
        ("a lighthouse keeper was sent to the council by bus", "absent", "None of the documents nearest"),
    ],
)
def test_without_a_document_the_nearest_are_looked_in(
    library: Library, asker: Asker, quote: str, verdict: str, said: str
) -> None:
    page = verify_quote(library, QuoteAsked(quote=quote), asker)
    assert (page.verdict, page.summary.startswith(said)) == (verdict, True)
    assert page.document.id.startswith("32b8c887") or verdict == "absent"
    assert page.coverage.documents == 5


def test_where_no_document_is_near_to_the_words_one_is_to_be_named(library: Library, asker: Asker) -> None:
    with pytest.raises(NotFoundError, match="name the document"):
        verify_quote(library, QuoteAsked(quote="the Bishop was asked to dance on the weir at midnight"), asker)
