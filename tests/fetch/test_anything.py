"""Whatever a server sends, it is understood or refused in one line; nothing else is raised."""

from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpora.manifest import is_web_address
from fetch import pages, service
from fetch.council import base_of
from fetch.keeping import suffix_of
from fetch.model import Committee, Meeting, Paper
from fetch.web import Answer, address
from minutes.errors import FetchError

BASE = "https://democracy.fenwold.example/"
COUNCIL = Committee("1", "Council")
TAGS = [
    "committees",
    "committee",
    "committeeid",
    "committeetitle",
    "getmeetings",
    "meeting",
    "meetingid",
    "meetingdate",
]
TAGS += ["linkeddoc", "url", "isurl", "minutepublished", "a", "html", "!--", "?xml", "!DOCTYPE a [<!ENTITY b 'c'>]"]
LINKS = [
    "mgCommitteeDetails.aspx?ID=",
    "ieListDocuments.aspx?CId=1&MId=",
    "documents/g1/",
    "http://[",
    "//",
    "\r\n",
    "?T=1",
]
PIECE = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        [f'<a href="{link}' for link in LINKS] + ['">', "&amp;amp;", "&b;", "&#x1F;", "31/02/2024", "1 Mar 2024"]
    ),
    st.text(max_size=8),
)
CONTENT = st.one_of(
    st.binary(max_size=200), st.lists(PIECE, max_size=30).map(lambda each: "".join(each).encode(errors="ignore"))
)


@given(CONTENT)
def test_any_answer_of_the_service(content: bytes) -> None:
    for read in (
        service.committees_in,
        lambda sent: service.meetings_in(sent, COUNCIL),
        lambda sent: service.papers_in(sent, BASE),
    ):
        with suppress(FetchError):
            read(content)


@given(CONTENT)
def test_any_page(content: bytes) -> None:
    for read in (
        pages.committees_in,
        lambda sent, base: pages.meetings_in(sent, base, COUNCIL),
        pages.earlier_in,
        pages.papers_in,
    ):
        with suppress(FetchError):
            read(content, BASE)


@given(CONTENT, st.sampled_from(["minutes", "page", "paper"]))
def test_any_document(content: bytes, kind: str) -> None:
    with suppress(FetchError):
        suffix_of(Answer(f"{BASE}a.pdf", content, ""), Paper(f"{BASE}a.pdf", "A", kind))  # type: ignore[arg-type]


@given(st.text(max_size=40))
def test_any_address(text: str) -> None:
    with suppress(FetchError):
        assert is_web_address(base_of(text))
    with suppress(FetchError):
        address(BASE, text)


def test_any_meeting_has_a_page() -> None:
    assert pages.meeting_url(BASE, Meeting("&x", COUNCIL, date(2024, 3, 1))).endswith("CId=1&MId=%26x&Ver=4")
