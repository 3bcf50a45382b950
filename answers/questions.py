"""What can be asked, as typed questions: the arguments of the MCP tools and the parameters of the REST API."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from minutes.dates import WRITTEN
from minutes.found import PassageKind, Status
from minutes.model import By, Outcome, Record

LIMIT, MOST = 10, 100  # results on a page
SMALLEST, LARGEST = 200, 100_000  # tokens of a page

DAY = f"^{WRITTEN}$"
ID = r"^([0-9a-f]{6,64}|[a-z]{3,4}-[0-9a-f]{4,64})$"
DOCUMENT_ID = r"^[0-9a-f]{6,64}$"
WORDS = r"[0-9A-Za-z]"
PATTERNS = {  # what is said where a text is not as it has to be
    DAY: "it has to be a day, month or year: 2024-03-21, 2024-03 or 2024",
    ID: "it has to be the id of a document, an item or a record, as answers give it",
    DOCUMENT_ID: "it has to be the id of a document, as answers give it",
    WORDS: "it has to hold a letter or a figure",
}
WRONG = {  # what is said of an argument, by what pydantic finds wrong with it
    "missing": "it is missing",
    "extra_forbidden": "there is no such argument",
    "less_than_equal": "it has to be at most {le}",
    "greater_than_equal": "it has to be at least {ge}",
    "string_too_long": "it has to be of at most {max_length} characters",
    "string_too_short": "it must not be empty",
    "literal_error": "it has to be {expected}",
    "int_parsing": "it has to be a whole number",
    "int_type": "it has to be a whole number",
    "int_from_float": "it has to be a whole number",
    "bool_parsing": "it has to be true or false",
    "bool_type": "it has to be true or false",
    "string_type": "it has to be text",
}

Name = Annotated[str, Field(min_length=1, max_length=500)]
Words = Annotated[str, Field(min_length=1, max_length=500, pattern=WORDS)]
Date = Annotated[str, Field(pattern=DAY, examples=["2024", "2024-03", "2024-03-21"])]
Id = Annotated[str, Field(pattern=ID)]
DocumentId = Annotated[str, Field(pattern=DOCUMENT_ID)]


class Question(Record):
    """Unknown arguments are refused, so that a misspelt filter does not let everything through."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Paged(Question):
    limit: int = Field(LIMIT, ge=1, le=MOST, description="At most so many results on a page.")
    cursor: Annotated[str, Field(min_length=1, max_length=500)] | None = Field(
        None, description="`next_cursor` of the page before, with all other arguments as they were."
    )
    tokens: Annotated[int, Field(ge=SMALLEST, le=LARGEST)] | None = Field(
        None, description="At most about so many tokens on a page (four characters each); one result is always given."
    )


class Where(Paged):
    organisation: Name | None = Field(None, description="Only this council, trust or board.")
    body: Name | None = Field(None, description="Only this committee.")
    document: DocumentId | None = Field(None, description="Only this document, by its id.")
    since: Date | None = Field(None, description="From this day, month or year on.")
    until: Date | None = Field(None, description="Up to this day, month or year, inclusive.")
    exempt: bool = Field(False, description="Also text marked as exempt, for those who may see it.")


class Trusted(Where):
    all: bool = Field(False, description="Also records of low trust, which are often wrong.")


class Search(Trusted):
    query: Words = Field(description='A question or a few words; "words in quotes" have to be there, -word must not.')
    kind: PassageKind | None = Field(None, description="Only passages of this kind.")
    outcome: Outcome | None = Field(None, description="Only decisions with this outcome.")


class Register(Trusted):
    query: Name | None = Field(None, description="Only those that hold all of these words.")


class DecisionsAsked(Register):
    outcome: Outcome | None = Field(None, description="Only those with this outcome.")
    mover: Name | None = Field(None, description="Only those moved by this person.")
    votes: bool = Field(False, description="Also the votes, as far as they are printed.")


class ActionsAsked(Register):
    owner: Name | None = Field(None, description="Only what this person is to do.")
    status: Status | None = Field(None, description="Only what stands so today, by what later documents say.")


class MetricsAsked(Register):
    pass


class CompareAsked(Register):
    by: By = Field("place", description="What to set side by side.")


class TimelineAsked(Trusted):
    query: Words = Field(description="The topic, in a few words.")
    votes: bool = Field(False, description="Also the votes on decisions, as far as they are printed.")


class CoverageAsked(Where):
    pass


class FetchAsked(Paged):
    id: Id = Field(description="Id of a document, an agenda item or a record, or the start of it.")
    at: Annotated[int, Field(ge=0, le=2**31)] | None = Field(
        None, description="Of a document only the agenda item around this place, the `start` of a citation."
    )
    votes: bool = Field(False, description="Also the votes on decisions, as far as they are printed.")
    all: bool = Field(False, description="Also records of low trust under an item.")
    exempt: bool = Field(False, description="Also text marked as exempt, for those who may see it.")


class QuoteAsked(Paged):
    document: DocumentId | None = Field(
        None, description="Id of the document that is quoted; else the documents nearest to the words are looked in."
    )
    quote: str = Field(min_length=1, max_length=5000, pattern=WORDS, description="The words of the quotation.")
    exempt: bool = Field(False, description="Also look in text marked as exempt, for those who may see it.")


class Wrong(Record):
    """What is wrong with an argument."""

    argument: str
    detail: str


def explained(errors: Sequence[Mapping[str, Any]], names: Sequence[str]) -> list[Wrong]:
    """What pydantic found wrong with a question, in words for whoever asked it; `names` are those it may have."""
    return [Wrong(argument=str(each["loc"][-1]), detail=_detail(each, names)) for each in errors]


def _detail(error: Mapping[str, Any], names: Sequence[str]) -> str:
    context, message = error.get("ctx", {}), str(error["msg"])
    if error["type"] == "string_pattern_mismatch":
        return PATTERNS.get(context["pattern"], message)
    told = WRONG.get(error["type"], message).format(**context)
    if error["type"] == "extra_forbidden":
        meant = get_close_matches(str(error["loc"][-1]), names, 1)
        told += f"; {meant[0]} may be meant" if meant else f"; there are {', '.join(names)}"
    return told
