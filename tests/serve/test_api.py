"""The REST API: the same questions and answers as from Python, for those who may ask."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from answers.tools import TOOLS
from library import Library
from minutes.found import Filters
from serve import create_app
from serve.access import Access
from serve.audit import Audit
from serve.limits import Rate
from serve.users import add_token
from tests.conftest import ROOT
from tests.serve.conftest import sign_in

TOKEN = "a token that nobody guesses"


@pytest.fixture
def opened(library: Library) -> TestClient:
    return TestClient(create_app(library), base_url="http://localhost")


@pytest.fixture
def closed(library: Library) -> TestClient:
    """For those who have the token."""
    return TestClient(create_app(library, access=Access(token=TOKEN)), base_url="http://localhost")


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def ask(client: TestClient, tool: str, **asked: Any) -> dict[str, Any]:
    answer = client.get(f"/api/v1/{tool}", params=asked)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


# The same as from Python


def test_search(opened: TestClient, library: Library) -> None:
    told = ask(opened, "search", query="school transport", body="scrutiny", limit=4)
    own = library.search("school transport", filters=Filters(body="scrutiny"), limit=4)
    same = json.loads(own.model_dump_json())
    for hit, expected in zip(told["hits"], same["hits"], strict=True):
        assert {**hit, "citation": None} == {**expected, "citation": None}
        assert expected["citation"].items() <= hit["citation"].items()
    assert told["coverage"] == same["coverage"]


@pytest.mark.parametrize(
    ("tool", "kind", "asked"),
    [
        ("decisions", "decision", {"query": "transport", "outcome": "noted"}),
        ("decisions", "decision", {"mover": "tasker"}),
        ("actions", "action", {"owner": "clerk", "since": "2023"}),
    ],
)
def test_registers(opened: TestClient, library: Library, tool: str, kind: Any, asked: dict[str, Any]) -> None:
    told = ask(opened, tool, limit=100, **asked)
    filters = Filters(**{name: value for name, value in asked.items() if name != "query"})
    ids = library.register(kind, query=asked.get("query"), filters=filters)
    assert ids
    assert [each["id"] for each in told[tool]] == ids
    record = json.loads(library.listed(ids[:1])[0].record.model_dump_json())
    assert {**record, "citation": None, "votes": None}.items() <= {
        **told[tool][0],
        "citation": None,
        "votes": None,
    }.items()


def test_series(opened: TestClient, library: Library) -> None:
    told, own = ask(opened, "metrics", query="gully", limit=100), library.series(query="gully")
    assert [each["id"] for each in told["series"]] == [each.id for each in own]
    figures = [[(point["period"], point["value"]) for point in each["points"]] for each in told["series"]]
    assert figures == [[(point.period, point.value) for point in each.points] for each in own]


def test_compare(opened: TestClient, library: Library) -> None:
    told, own = (
        ask(opened, "compare", query="assessment", by="body", limit=100),
        library.compare("body", query="assessment"),
    )
    assert [each["lane"] for each in told["measures"][0]["entries"]] == [lane.name for lane in own.lanes]
    assert told["total"] == len(own.measures) == len(told["measures"])


def test_timeline(opened: TestClient, library: Library) -> None:
    told, own = ask(opened, "timeline", query="culvert", limit=100), library.timeline("culvert")
    assert [each["citation"]["quote"] for each in told["steps"]] == [each.citation.quote for each in own.steps]


def test_verify_quote(opened: TestClient, library: Library) -> None:
    quote = "the Town Clerk write to the County Council's Cabinet Member"
    told, own = ask(opened, "verify_quote", document="32b8c887", quote=quote), library.quote("32b8c887", quote)
    assert (told["verdict"], told["edits"]) == ("changed", json.loads(own.model_dump_json())["edits"])


def test_coverage(opened: TestClient, library: Library) -> None:
    told = ask(opened, "coverage", limit=100)
    assert told["coverage"] == json.loads(library.coverage().model_dump_json())
    held = {each.document.id for each in library.documents() if each.document}
    assert {each["document"]["id"] for each in told["documents"]} == held
    assert len(told["bodies"]) == len(library.bodies())


def test_what_is_found_can_be_fetched_and_looked_at(opened: TestClient, library: Library) -> None:
    (decision,) = ask(opened, "decisions", limit=1)["decisions"]
    record = ask(opened, "fetch", id=decision["id"])
    assert record["record"]["citation"] == decision["citation"]
    assert decision["citation"]["quote"] in "\n".join(each["quote"] for each in record["text"])
    item = ask(opened, "fetch", id=decision["item_id"])
    assert decision["id"] in [each["id"] for each in item["records"]]
    document = ask(opened, "fetch", id=decision["document"]["id"])
    assert decision["item_id"] in [each["id"] for each in document["items"]]
    assert opened.get(decision["citation"]["url"]).status_code == 200


def test_nothing_found_is_no_error(opened: TestClient) -> None:
    told = ask(opened, "decisions", query="zxqv")
    assert (told["decisions"], told["total"]) == ([], 0)
    assert told["summary"].startswith("No decisions found. Looked in 14 documents")


def test_pages_follow_each_other(opened: TestClient, library: Library) -> None:
    ids, cursor = [], {}
    while cursor is not None:
        told = ask(opened, "decisions", limit=50, **cursor)
        ids += [each["id"] for each in told["decisions"]]
        cursor = {"cursor": told["next_cursor"]} if told["next_cursor"] else None
    assert ids == library.register("decision")


# Errors


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("search", 422, "query: it is missing"),
        ("search?query=a&limit=0", 422, "limit: it has to be at least 1"),
        ("search?query=a&limit=many", 422, "limit: it has to be a whole number"),
        ("search?query=a&tokens=1", 422, "tokens: it has to be at least 200"),
        ("search?query=%3F", 422, "query: it has to hold a letter or a figure"),
        ("search?query=a&kind=song", 422, "kind: it has to be 'decision', 'action', 'metric' or 'paragraph'"),
        ("decisions?sinse=2024", 422, "sinse: there is no such argument; since may be meant"),
        ("decisions?since=May", 422, "since: it has to be a day, month or year"),
        ("decisions?since=2023-02-29", 404, "There is no 2023-02-29 in the calendar"),
        ("decisions?since=2024&until=2023", 404, "No day is both"),
        ("search?query=after:2023", 400, "nothing to search for"),
        ("decisions?cursor=x", 404, "There is no page of this question at that cursor"),
        ("decisions?document=abcdef12", 404, "There is no document abcdef12"),
        ("fetch?id=dec-abcdef", 404, "There is no record dec-abcdef"),
        ("fetch?id=../etc", 422, "id: it has to be the id of a document, an item or a record"),
        ("verify_quote?document=32b8c887", 422, "quote: it is missing"),
        ("compare?by=colour", 422, "by: it has to be 'place', 'region', 'body' or 'period'"),
        ("nothing", 404, "/api/v1/openapi.json"),
    ],
)
def test_an_error_says_what_to_do(opened: TestClient, path: str, status: int, detail: str) -> None:
    answer = opened.get(f"/api/v1/{path}")
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in problem["detail"]
    assert (problem["status"], problem["type"]) == (status, "about:blank")
    assert problem["instance"] == f"/api/v1/{path.split('?')[0]}"


def test_nothing_can_be_changed(opened: TestClient) -> None:
    for tool in TOOLS:
        answer = opened.post(f"/api/v1/{tool.name}", json={})
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_fault_of_ours_is_told_without_its_details(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a secret path")

    monkeypatch.setattr(Library, "bodies", broken)
    client = TestClient(create_app(library), base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get("/api/v1/coverage")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in answer.text


# Caching


def test_an_answer_that_is_had_is_not_sent_again(opened: TestClient) -> None:
    first = opened.get("/api/v1/coverage")
    tag = first.headers["etag"]
    for known in (tag, f'"other", W/{tag}', "*"):
        again = opened.get("/api/v1/coverage", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert opened.get("/api/v1/coverage", headers={"If-None-Match": '"other"'}).status_code == 200
    assert opened.get("/api/v1/coverage?limit=1", headers={"If-None-Match": tag}).status_code == 200


# Who may ask


@pytest.mark.parametrize("headers", [{}, bearer("wrong"), {"Authorization": "Basic eDp5"}, bearer("")])
def test_without_a_token_nothing_is_told(closed: TestClient, headers: dict[str, str]) -> None:
    for path in [*(tool.name for tool in TOOLS), "openapi.json", "nothing"]:
        answer = closed.get(f"/api/v1/{path}", headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_with_the_token_one_may_ask(closed: TestClient) -> None:
    assert closed.get("/api/v1/coverage", headers=bearer(TOKEN)).status_code == 200


def test_a_program_has_a_token_of_its_own_with_a_role(library: Library, tmp_path: Path) -> None:
    users = tmp_path / "users.txt"
    tokens = {name: add_token(users, name, name) for name in ("reader", "editor")}  # type: ignore[arg-type]
    assert not any(token in users.read_text() for token in tokens.values())
    client = TestClient(create_app(library, access=Access(users=users)), base_url="http://localhost")
    asked = {"query": "transport", "exempt": "true"}
    for name, status in (("reader", 403), ("editor", 200)):
        answer = client.get("/api/v1/search", params=asked, headers=bearer(tokens[name]))
        assert answer.status_code == status
    assert (
        sign_in(client, "editor", tokens["editor"]) == 400 or client.get("/", follow_redirects=False).status_code == 303
    )
    new = add_token(users, "reader", "reader")
    assert client.get("/api/v1/coverage", headers=bearer(tokens["reader"])).status_code == 401
    assert client.get("/api/v1/coverage", headers=bearer(new)).status_code == 200


def test_people_who_have_signed_in_may_ask_too(guarded: TestClient) -> None:
    assert guarded.get("/api/v1/coverage").status_code == 401
    sign_in(guarded, "rowan")
    assert guarded.get("/api/v1/coverage").status_code == 200


def test_tokens_cannot_be_tried_out(closed: TestClient) -> None:
    statuses = [closed.get("/api/v1/coverage", headers=bearer(f"guess {n}")).status_code for n in range(30)]
    assert statuses == [401] * 20 + [429] * 10
    assert int(closed.get("/api/v1/coverage", headers=bearer("guess")).headers["retry-after"]) > 0


def test_a_page_of_another_site_may_not_ask(opened: TestClient) -> None:
    assert opened.get("/api/v1/coverage", headers={"Origin": "https://evil.example"}).status_code == 403
    assert opened.get("/api/v1/coverage", headers={"Origin": "http://localhost"}).status_code == 200


def test_who_asks_too_often_waits(library: Library) -> None:
    app = create_app(library)
    app.state.rate = Rate(3)
    client = TestClient(app, base_url="http://localhost")
    answers = [client.get("/api/v1/coverage?limit=1") for _ in range(5)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert 1 <= len(refused) <= 2  # a minute may end in between
    assert 0 < int(refused[0].headers["retry-after"]) <= 60


def test_what_is_asked_is_in_the_log(library: Library, tmp_path: Path) -> None:
    log = Audit(tmp_path / "audit.jsonl")
    client = TestClient(create_app(library, audit=log), base_url="http://localhost")
    ask(client, "decisions", query="culvert")
    (line,) = map(json.loads, (tmp_path / "audit.jsonl").read_text().splitlines())
    assert (line["path"], line["asked"]) == ("/api/v1/decisions", {"query": "culvert"})


# Operators


def test_health_is_open_and_tells_nothing(closed: TestClient) -> None:
    answer = closed.get("/health")
    assert (answer.status_code, set(answer.json())) == (200, {"status", "version"})


def test_what_prometheus_reads(opened: TestClient) -> None:
    ask(opened, "coverage")
    opened.get("/api/v1/nothing")
    told = opened.get("/metrics").text
    assert 'minutebook_requests_total{method="GET",part="/api/v1",status="200"} 1.0' in told
    assert 'minutebook_requests_total{method="GET",part="/api/v1",status="404"} 1.0' in told
    assert "minutebook_held_documents 14.0" in told
    assert 'minutebook_request_seconds_count{part="/api/v1"} 2.0' in told


def test_what_prometheus_reads_is_for_those_who_may(closed: TestClient) -> None:
    assert closed.get("/metrics", headers=bearer("wrong")).status_code == 401
    assert closed.get("/metrics", headers=bearer(TOKEN)).status_code == 200


# The page that tells all this


PAGE = (ROOT / "docs" / "assistants.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", re.findall(r"^GET (/api/v1/\S+)$", PAGE, flags=re.MULTILINE))
def test_each_example_is_answered(opened: TestClient, address: str) -> None:
    answer = opened.get(address)
    assert answer.status_code == 200, answer.text


def test_every_tool_has_an_example_and_is_explained() -> None:
    for tool in TOOLS:
        assert f"`{tool.name}`" in PAGE
        assert f"GET /api/v1/{tool.name}?" in PAGE


def test_the_example_in_python_runs(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "my-library").symlink_to(library.folder)
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    exec(compile(code, "assistants.md", "exec"), {})
    assert re.match(r"1 to 10 of \d+ passages\. .* http://localhost:8080/documents/", capsys.readouterr().out)
