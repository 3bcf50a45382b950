"""From a council's site to a folder with a manifest: all that is new, once."""

import errno
import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from corpora.manifest import Body, Frozen, read_manifest, write_manifest
from fetch import keeping
from fetch.council import Council, base_of
from fetch.keeping import Collection, Fetched, Wanted, suffix_of
from fetch.model import Paper
from fetch.web import Answer, Site, host_of
from minutes.errors import FetchError, SiteError
from saving import save
from tests.fetch.replica import PDF, SORRY, Meeting, Replica, served

COUNCIL, FAMILIES = "Fenwold Council", "Children & Families"
STATED = Body(organisation=COUNCIL, gss="E06000901", region="East of England")
RECENT = f"{date.today() - timedelta(days=20):%d/%m/%Y}"
MARCH = "children-and-families/2024-03-12-minutes-21.pdf"
MAY = "council/2024-05-14-minutes-11.pdf"


def minutes(text: str) -> bytes:
    return PDF + text.encode()


def replica_of(**settings: Any) -> Replica:
    return Replica(
        {1: "Council", 2: FAMILIES},
        [
            Meeting(11, 1, "14/05/2024", minutes("May")),
            Meeting(12, 1, "09/07/2024", minutes("July"), published=False),
            Meeting(13, 1, "10/09/2024", minutes("September"), status="Cancelled"),
            Meeting(14, 1, "09/05/2023", minutes("the year before")),
            Meeting(15, 1, "10/05/2022", minutes("two years before")),
            Meeting(
                21,
                2,
                "12/03/2024",
                minutes("March"),
                papers=[(501, "Bus & rail plan", minutes("plan")), (502, "Private", minutes("private"))],
                restricted={502},
            ),
        ],
        **settings,
    )


@pytest.fixture
def replica() -> Iterator[Replica]:
    with served(replica_of()) as site:
        yield site


def fetched(replica: Replica, folder: Path, stated: Body = STATED, **wanted: Any) -> list[Fetched]:
    span = {"since": date(2024, 1, 1), "until": date(2024, 12, 31)}
    replica.asked.clear()
    with Site([host_of(replica.url)], delay=0) as site:
        council = Council(site, base_of(replica.url + replica.folder))
        return list(Collection(folder, stated).fetch(site, council, Wanted(**{**span, **wanted})))


def told(found: list[Fetched]) -> list[tuple[str, str | None]]:
    return [(each.outcome, each.path) for each in found]


def documents(replica: Replica) -> list[str]:
    """The documents that were asked for."""
    return [each for each in replica.asked if "/documents/" in each or "mgConvert2PDF" in each]


def test_minutes_are_fetched_and_named_in_the_manifest(replica: Replica, tmp_path: Path) -> None:
    assert told(fetched(replica, tmp_path)) == [("added", MAY), ("added", MARCH)]
    assert (tmp_path / MAY).read_bytes() == minutes("May")
    council, families = read_manifest(tmp_path / "corpus.toml").bodies
    assert (council.organisation, council.body, council.gss, council.region) == (
        COUNCIL,
        "Council",
        "E06000901",
        "East of England",
    )
    assert families.body == FAMILIES
    (entry,) = families.documents
    assert (entry.path, entry.sha256) == (MARCH, hashlib.sha256(minutes("March")).hexdigest())
    assert entry.url == f"{replica.url}/documents/g21/Printed%20minutes%2012-03-2024%20Children%20&%20Families.pdf?T=1"


@pytest.mark.parametrize("service", ["off", "forbidden", "broken", "page", "other"])
def test_where_the_web_service_is_off_the_pages_tell_the_same(tmp_path: Path, service: str) -> None:
    with served(replica_of(service=service)) as replica:
        assert told(fetched(replica, tmp_path)) == [("added", MAY), ("added", MARCH)]
        assert sum("mgWebService" in each for each in replica.asked) == 1


@pytest.mark.parametrize("settings", [{"ignores_dates": True}, {"folder": "/mg/modern.gov/"}])
def test_sites_have_their_ways(tmp_path: Path, settings: dict[str, Any]) -> None:
    with served(replica_of(**settings)) as replica:
        assert told(fetched(replica, tmp_path)) == [("added", MAY), ("added", MARCH)]


@pytest.mark.parametrize("service", ["on", "off"])
def test_reports_are_fetched_if_wanted_but_not_what_is_restricted(tmp_path: Path, service: str) -> None:
    with served(replica_of(service=service)) as replica:
        found = fetched(replica, tmp_path, committees=["families"], reports=True)
    plan = "children-and-families/2024-03-12-bus-and-rail-plan-501.pdf"
    assert told(found)[:2] == [("added", MARCH), ("added", plan)]
    assert [(each.outcome, each.title) for each in found[2:]] == ([("left", "Private")] if service == "on" else [])
    assert not any("502" in each for each in documents(replica))


def test_minutes_that_are_no_file_are_on_the_page(tmp_path: Path) -> None:
    with served(Replica({1: "Council"}, [Meeting(11, 1, "14/05/2024")])) as replica:
        assert told(fetched(replica, tmp_path)) == [("added", "council/2024-05-14-minutes-11.html")]
    assert b"RESOLVED" in (tmp_path / "council/2024-05-14-minutes-11.html").read_bytes()


def test_within_a_day_nothing_is_asked_twice(replica: Replica, tmp_path: Path) -> None:
    fetched(replica, tmp_path)
    assert fetched(replica, tmp_path) == []
    assert [each for each in replica.asked if "GetMeeting?" in each or "ieListDocuments" in each] == []
    assert told(fetched(replica, tmp_path, again=True)) == [("unchanged", MAY), ("unchanged", MARCH)]
    assert len(documents(replica)) == 2


def test_what_has_an_etag_is_asked_for_if_it_changed(tmp_path: Path) -> None:
    with served(replica_of(dated=True)) as replica:
        fetched(replica, tmp_path)
        assert told(fetched(replica, tmp_path, again=True)) == [("unchanged", MAY), ("unchanged", MARCH)]
        assert [each.get("if-none-match") for each in replica.headers].count(None) == len(replica.headers) - 2
        replica.meetings[0].minutes = minutes("May, confirmed")
        assert told(fetched(replica, tmp_path, again=True)) == [("updated", MAY), ("unchanged", MARCH)]
    assert (tmp_path / MAY).read_bytes() == minutes("May, confirmed")
    changed = hashlib.sha256(minutes("May, confirmed")).hexdigest()
    assert [each.sha256 for each in read_manifest(tmp_path / "corpus.toml").bodies[0].documents] == [changed]


@pytest.mark.parametrize(("day", "outcomes"), [("14/05/2024", []), (RECENT, ["updated"])])
def test_only_minutes_that_may_still_change_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, outcomes: list[str]
) -> None:
    monkeypatch.setattr(keeping, "FRESH", timedelta(0))
    with served(Replica({1: "Council"}, [Meeting(11, 1, day, minutes("draft"))])) as replica:
        fetched(replica, tmp_path, until=date.today())
        replica.meetings[0].minutes = minutes("confirmed")
        found = fetched(replica, tmp_path, until=date.today())
        assert [each.outcome for each in found] == outcomes
        assert len(documents(replica)) == len(outcomes)


def test_a_paper_is_asked_for_again_if_the_site_tells_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "FRESH", timedelta(0))
    meeting = Meeting(11, 1, RECENT, published=False, papers=[(501, "Plan", minutes("plan"))])
    with served(Replica({1: "Council"}, [meeting])) as replica:
        wanted = {"until": date.today(), "reports": True}
        fetched(replica, tmp_path, **wanted)
        assert [each.outcome for each in fetched(replica, tmp_path, **wanted)] == ["unchanged"]
        assert documents(replica) == []
        meeting.papers = [(501, "Plan, second issue", minutes("plan 2"))]
        assert [each.outcome for each in fetched(replica, tmp_path, **wanted)] == ["updated"]


@pytest.mark.parametrize(
    ("gives", "why"),
    [
        ((200, {"Content-Type": "application/pdf"}, SORRY), "gives a web page in place of a document"),
        ((200, {}, b"\x00\x01\x02"), "is no document that Minutebook reads"),
        ((200, {}, b""), "is no document that Minutebook reads"),
        ((404, {}, SORRY), r"is not to be had (404)"),
        ((302, {"Location": "https://elsewhere.example/a.pdf"}, b""), "is on a host that you did not name"),
    ],
)
def test_what_is_no_document_is_not_kept(replica: Replica, tmp_path: Path, gives: Any, why: str) -> None:
    replica.gives["/documents/g11/Printed minutes 14-05-2024 Council.pdf"] = gives
    failed, other = fetched(replica, tmp_path)
    assert (failed.outcome, other.path) == ("failed", MARCH)
    assert why in (failed.why or "")
    assert [entry.path for entry in read_manifest(tmp_path / "corpus.toml").documents] == [MARCH]
    assert not (tmp_path / "council").exists()
    replica.gives.clear()
    assert told(fetched(replica, tmp_path)) == [("added", MAY)]


def test_what_was_stopped_goes_on_where_it_stood(replica: Replica, tmp_path: Path) -> None:
    replica.gives["/documents/g21/Printed minutes 12-03-2024 Children & Families.pdf"] = (
        429,
        {"Retry-After": "3600"},
        b"",
    )
    with pytest.raises(SiteError):
        fetched(replica, tmp_path)
    assert [entry.path for entry in read_manifest(tmp_path / "corpus.toml").documents] == [MAY]
    replica.gives.clear()
    assert told(fetched(replica, tmp_path)) == [("added", MARCH)]
    assert len(documents(replica)) == 1


def test_a_file_of_a_run_that_was_killed_is_taken_up(replica: Replica, tmp_path: Path) -> None:
    fetched(replica, tmp_path)
    (tmp_path / ".fetched.json").unlink()
    (tmp_path / "corpus.toml").unlink()
    assert told(fetched(replica, tmp_path)) == [("added", MAY), ("added", MARCH)]
    assert sorted(each.name for each in (tmp_path / "council").iterdir()) == ["2024-05-14-minutes-11.pdf"]


def test_a_file_that_is_gone_is_fetched_again(replica: Replica, tmp_path: Path) -> None:
    fetched(replica, tmp_path)
    (tmp_path / MAY).unlink()
    assert told(fetched(replica, tmp_path, again=True)) == [("added", MAY), ("unchanged", MARCH)]
    assert (tmp_path / MAY).read_bytes() == minutes("May")


def test_a_body_that_a_person_renamed_keeps_its_documents(replica: Replica, tmp_path: Path) -> None:
    fetched(replica, tmp_path)
    path = tmp_path / "corpus.toml"
    path.write_text(path.read_text().replace('body = "Council"', 'body = "Full Council"'))
    replica.meetings[0].minutes = minutes("May, confirmed")
    fetched(replica, tmp_path, again=True)
    assert [(body.body, len(body.documents)) for body in read_manifest(path).bodies] == [
        ("Full Council", 1),
        (FAMILIES, 1),
    ]


def test_a_list_that_is_not_to_be_had_does_not_stop_the_rest(tmp_path: Path) -> None:
    with served(replica_of(service="off")) as replica:
        replica.fails["/ieListMeetings.aspx"] = [404]
        failed, got = fetched(replica, tmp_path)
    assert (failed.outcome, failed.body, failed.date, got.path) == ("failed", "Council", None, MARCH)
    assert "is not to be had (404)" in (failed.why or "")


@pytest.mark.parametrize(
    ("content", "address", "suffix"),
    [
        (b"PK\x03\x04", "documents/s5/Plan", ".docx"),
        (b"PK\x03\x04", "documents/s5/Plan.XLSX", ".xlsx"),
        (b"PK\x03\x04", "documents/s5/Plan.pdf", ".docx"),
        (b"\xd0\xcf\x11\xe0", "documents/s5/Plan.doc", ".doc"),
        (b"{\\rtf1", "documents/s5/Plan.doc", ".rtf"),
        (b"\r\n%PDF-1.4", "mgConvert2PDF.aspx?ID=5", ".pdf"),
    ],
)
def test_a_file_is_named_for_what_it_is(tmp_path: Path, content: bytes, address: str, suffix: str) -> None:
    answer = Answer(f"https://fenwold.example/{address}", content, "")
    assert suffix_of(answer, Paper(answer.url, "Plan", "paper")) == suffix


def test_what_minutebook_does_not_read_is_left(tmp_path: Path) -> None:
    meeting = Meeting(11, 1, RECENT, published=False, papers=[(501, "Accounts", b"PK\x03\x04")])
    with served(Replica({1: "Council"}, [meeting], service="off")) as replica:
        replica.gives["/documents/s501/Accounts.pdf"] = (302, {"Location": "/documents/s501/Accounts.xlsx"}, b"")
        (found,) = fetched(replica, tmp_path, until=date.today(), reports=True)
    assert (found.outcome, found.path) == ("left", None)
    assert (found.why or "").endswith("is a .xlsx file, which Minutebook does not read")


def test_a_file_of_somebody_else_is_not_touched(replica: Replica, tmp_path: Path) -> None:
    (tmp_path / MAY).parent.mkdir()
    (tmp_path / MAY).write_text("mine")
    path = fetched(replica, tmp_path)[0].path or ""
    assert path.startswith("council/2024-05-14-minutes-11-")
    assert (tmp_path / MAY).read_text() == "mine"


def test_one_content_is_named_once(replica: Replica, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "FRESH", timedelta(0))
    replica.meetings[-1].minutes = minutes("May")
    assert told(fetched(replica, tmp_path)) == [("added", MAY), ("unchanged", MAY)]
    assert [entry.path for entry in read_manifest(tmp_path / "corpus.toml").documents] == [MAY]
    replica.meetings[0].minutes = minutes("May, confirmed")  # so that the other is fetched anew
    assert told(fetched(replica, tmp_path, again=True)) == [("updated", MAY), ("added", MARCH)]
    assert (tmp_path / MARCH).read_bytes() == minutes("May")
    assert [entry.path for entry in read_manifest(tmp_path / "corpus.toml").documents] == [MAY, MARCH]


def test_where_a_new_version_cannot_be_written_the_old_one_stays(
    replica: Replica, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, content: bytes) -> None:
        if file.suffix == ".pdf":
            raise OSError(errno.ENOSPC, "No space left on device")
        save(file, content)

    fetched(replica, tmp_path)
    replica.meetings[0].minutes = minutes("May, confirmed")
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "save", full)
        with pytest.raises(OSError, match="No space"):
            fetched(replica, tmp_path, again=True)
    for entry in read_manifest(tmp_path / "corpus.toml").documents:
        assert hashlib.sha256((tmp_path / entry.path).read_bytes()).hexdigest() == entry.sha256
    assert told(fetched(replica, tmp_path, again=True)) == [("updated", MAY), ("unchanged", MARCH)]


def test_what_a_person_wrote_in_the_manifest_stays(replica: Replica, tmp_path: Path) -> None:
    fetched(replica, tmp_path, Body(organisation=COUNCIL), committees=["families"])
    path = tmp_path / "corpus.toml"
    mine = 'gss = "E06000902" # looked up\nprofile = "families.toml"\n\n[[bodies.documents]]'
    path.write_text(path.read_text().replace("\n[[bodies.documents]]", mine, 1))
    fetched(replica, tmp_path, Body(organisation=COUNCIL))
    assert "# looked up" in path.read_text()
    families, council = read_manifest(path).bodies
    assert (families.profile, families.gss, council.gss) == ("families.toml", "E06000902", "E06000902")


def test_a_frozen_manifest_is_left_as_it_is(replica: Replica, tmp_path: Path) -> None:
    fetched(replica, tmp_path)
    path = tmp_path / "corpus.toml"
    versions = Frozen(minutebook="1", rules="r", parser="p", tools={})
    write_manifest(path, read_manifest(path).model_copy(update={"frozen": versions}))
    with pytest.raises(FetchError, match=r"is frozen; fetch into another folder, or take its \[frozen\] out"):
        fetched(replica, tmp_path)


def test_damaged_notes_are_said(replica: Replica, tmp_path: Path) -> None:
    (tmp_path / ".fetched.json").write_text("{")
    with pytest.raises(FetchError, match="is damaged; delete it"):
        fetched(replica, tmp_path)


def test_a_site_that_is_none_is_said(tmp_path: Path) -> None:
    with served(Replica({}, [])) as replica, pytest.raises(FetchError, match="lists no committees; give the address"):
        fetched(replica, tmp_path)


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("democracy.fenwold.example", "https://democracy.fenwold.example/"),
        ("http://fenwold.example/mg/", "http://fenwold.example/mg/"),
        ("https://fenwold.example/mg", "https://fenwold.example/mg/"),
        ("https://fenwold.example/mgListCommittees.aspx?bcr=1", "https://fenwold.example/"),
        ("https://fenwold.example/mg/mgWebService.asmx/GetCommittees", "https://fenwold.example/mg/"),
    ],
)
def test_the_address_of_a_site(url: str, base: str) -> None:
    assert base_of(url) == base


@pytest.mark.parametrize("url", ["ftp://fenwold.example", "https://me:word@fenwold.example", "https://"])
def test_what_is_no_site(url: str) -> None:
    with pytest.raises(FetchError, match="is no address of the web; write https://"):
        base_of(url)


@pytest.mark.parametrize(
    ("title", "folder"),
    [("Économie / Été", "economie-ete"), ("../../etc", "etc"), ("茶", "unnamed"), ("A" * 300, "a" * 60)],
)
def test_files_have_plain_names(tmp_path: Path, title: str, folder: str) -> None:
    with served(Replica({1: title}, [Meeting(11, 1, "14/05/2024", minutes("May"))])) as replica:
        assert told(fetched(replica, tmp_path)) == [("added", f"{folder}/2024-05-14-minutes-11.pdf")]
