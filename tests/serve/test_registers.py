"""The registers: tables that filter and sort, whose rows lead to the words and to the meeting."""

import csv
import io
import re
import zipfile
from datetime import date

import docx
import pytest
from fastapi.testclient import TestClient
from lxml import html

from library import Library
from minutes.found import Filters, Status
from minutes.model import Action, AgendaItem, Decision, Outcome
from wording import day, outcome_word


def table(client: TestClient, path: str, **given: str) -> html.HtmlElement:
    answer = client.get(path, params=given)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def column(page: html.HtmlElement, number: int) -> list[str]:
    return [cell.text_content().strip() for cell in page.xpath(f"//tbody/tr/td[{number}]")]


def total(page: html.HtmlElement) -> int:
    found = page.xpath("//caption/text()")
    return int(found[0].split(" of ")[-1].replace(",", "")) if found else 0


@pytest.mark.parametrize(("path", "kind"), [("/decisions", "decision"), ("/actions", "action")])
def test_a_row_leads_to_its_words_and_to_its_meeting(
    client: TestClient, library: Library, path: str, kind: str
) -> None:
    page = table(client, path)
    assert total(page) == len(library.records(kind))  # type: ignore[arg-type]
    row = page.xpath("//tbody/tr")[0]
    assert 'id="cited"' in client.get(row.xpath('td[@class="wide"]/a/@href')[0]).text
    listed = library.listed(library.register(kind))[0]  # type: ignore[arg-type]
    assert row.xpath("td[1]/a/@href") == [f"/documents/{listed.document.id}"]


@pytest.mark.parametrize(
    ("path", "given", "filters"),
    [
        ("/decisions", {"outcome": "rejected"}, Filters(outcome="rejected")),
        ("/decisions", {"mover": "pellowe"}, Filters(mover="pellowe")),
        ("/decisions", {"body": "scrutiny", "since": "2024"}, Filters(body="scrutiny", since="2024")),
        (
            "/decisions",
            {"organisation": "wenmarch", "until": "2023-06"},
            Filters(organisation="wenmarch", until="2023-06"),
        ),
        ("/actions", {"owner": "clerk"}, Filters(owner="clerk")),
        ("/actions", {"all": "1"}, Filters(all=True)),
        ("/decisions", {"no_formal": "1"}, Filters(no_formal=True)),
    ],
)
def test_what_a_filter_lets_through(
    client: TestClient, library: Library, path: str, given: dict[str, str], filters: Filters
) -> None:
    expected = len(library.records("decision" if path == "/decisions" else "action", filters=filters))
    assert expected > 0
    assert total(table(client, path, **given)) == expected


@pytest.mark.parametrize(
    ("status", "tags"),
    [
        ("done", {"Done"}),
        ("overdue", {"Overdue", "Vanished"}),
        ("vanished", {"Vanished"}),
        ("open", {"Open", "Overdue", "Vanished", "Carried forward"}),
    ],
)
def test_actions_by_what_became_of_them(client: TestClient, status: str, tags: set[str]) -> None:
    page = table(client, "/actions", status=status)
    shown = {row.xpath('td[last()]/strong[contains(@class, "tag")]/text()')[0] for row in page.xpath("//tbody/tr")}
    assert shown
    assert shown <= tags


def test_an_action_that_is_done_shows_the_later_words_that_say_so(client: TestClient) -> None:
    page = table(client, "/actions", status="done")
    links = page.xpath("//tbody/tr/td[last()]/p/a/@href")
    assert links
    assert all('id="cited"' in client.get(link).text for link in links[:3])


@pytest.mark.parametrize(
    ("path", "sort", "number", "backwards"),
    [
        ("/decisions", "body", 2, False),
        ("/decisions", "-body", 2, True),
        ("/decisions", "outcome", 4, False),
        ("/actions", "owner", 4, False),
    ],
)
def test_a_column_is_sorted(client: TestClient, path: str, sort: str, number: int, backwards: bool) -> None:
    page = table(client, path, sort=sort)
    values = [
        value.casefold().splitlines()[0].replace("resolved", "approved") for value in column(page, number) if value
    ]  # rows without one come last
    assert values == sorted(values, reverse=backwards)
    assert page.xpath("//th[@aria-sort]/@aria-sort") == ["descending" if backwards else "ascending"]


def test_dates_begin_with_the_latest(client: TestClient, library: Library) -> None:
    assert column(table(client, "/decisions"), 1)[0].startswith("9 October 2024")
    assert column(table(client, "/decisions", sort="-date"), 1)[0].startswith("8 March 2022")


def test_due_dates_begin_with_the_first(client: TestClient, library: Library) -> None:
    ids = library.register("action", sort="due")
    days = [listed.record.due_date for listed in library.listed(ids) if isinstance(listed.record, Action)]
    assert days == sorted(days, key=lambda day: day or date.max)


def test_a_heading_sorts_by_its_column_and_then_the_other_way(client: TestClient) -> None:
    link = table(client, "/decisions", body="council").xpath('//th/a[text()="Body"]/@href')[0]
    assert link == "/decisions?body=council&sort=body"
    assert '"/decisions?body=council&amp;sort=-body"' in client.get(link).text


def test_a_long_register_is_paged(client: TestClient) -> None:
    first = table(client, "/decisions")
    second = html.fromstring(client.get(first.xpath('//a[@rel="next"]/@href')[0]).text)
    assert second.xpath("//caption/text()")[0].startswith("Decisions 51 to 100 of ")
    assert not set(first.xpath("//tbody//td[3]/a/@href")) & set(second.xpath("//tbody//td[3]/a/@href"))


def test_a_page_after_the_last_is_the_last(client: TestClient) -> None:
    assert column(table(client, "/decisions", page="999"), 1)[-1].startswith("8 March 2022")


def test_the_filters_are_shown_as_they_were_given(client: TestClient) -> None:
    page = table(client, "/actions", owner="clerk", status="done")
    assert page.xpath('//input[@name="owner"]/@value') == ["clerk"]
    assert page.xpath('//select[@name="status"]/option[@selected]/@value') == ["done"]


def test_nothing_found_says_what_was_looked_through(client: TestClient) -> None:
    page = client.get("/decisions", params={"q": "zxqv", "organisation": "wenmarch"}).text
    assert "Nothing found" in page
    assert "Looked in 9 documents of 3 bodies" in page


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "/decisions?body=tolverbridge",
            "body:tolverbridge (no body is called so; an organisation is: Tolverbridge Town",
        ),
        ("/actions?owner=zxqv&organisation=wenmarch", "owner:zxqv."),
        ("/actions?status=done&organisation=wenmarch&since=2024-10", "since:2024-10."),
        ("/promises?since=2025", "since:2025."),
        ("/metrics?q=gully&body=tolverbridge", "body:tolverbridge (no body is called so"),
        ("/metrics/compare?q=gully&since=2025", "since:2025."),
    ],
)
def test_nothing_found_says_which_filter_let_nothing_through(client: TestClient, address: str, told: str) -> None:
    assert f"What let nothing through: {told}" in client.get(address).text


def test_those_of_low_trust_are_shown_when_asked_for(client: TestClient, library: Library) -> None:
    page = table(client, "/actions")
    more = html.fromstring(client.get(page.xpath('//a[contains(text(), "low trust")]/@href')[0]).text)
    assert total(more) == total(page) + library.mistrusted("action")


@pytest.mark.parametrize("path", ["/decisions", "/actions"])
@pytest.mark.parametrize("given", [{"sort": "'; drop table records"}, {"q": "%' or 1"}])
def test_a_value_that_means_nothing_does_no_harm(client: TestClient, path: str, given: dict[str, str]) -> None:
    assert client.get(path, params=given).status_code == 200


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (
            "/decisions?outcome=zzz",
            "'zzz' is no outcome; choose one of approved, noted, recommended, deferred, rejected",
        ),
        ("/decisions.csv?outcome=zzz", "'zzz' is no outcome"),
        (
            "/actions?status=x",
            "'x' is no status; choose one of open, done, overdue, carried forward, came back, vanished",
        ),
        ("/?q=bus&kind=vote", "'vote' is no kind; choose one of decision, action, metric, paragraph"),
        (
            "/metrics/compare?q=plans&by=colour",
            "'colour' is no way to compare; choose one of place, region, body, period",
        ),
    ],
)
def test_a_choice_that_there_is_not_is_told(client: TestClient, address: str, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert says in " ".join(html.fromstring(answer.text).text_content().split())


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"since": "soon"}, "'soon' is no date; write it as 16/05/2023, 16 May 2023, 2023-05-16, 2023-05 or 2023"),
        ({"until": "2023-02-31"}, "There is no 2023-02-31 in the calendar; check the day"),
        ({"since": "2024", "until": "2023"}, "No day is both since 2024 and until 2023; swap them"),
    ],
)
def test_a_date_that_is_none_is_told_above_the_form(client: TestClient, given: dict[str, str], says: str) -> None:
    answer = client.get("/actions", params={"owner": "clerk", **given})
    page = html.fromstring(answer.text)
    assert answer.status_code == 400
    assert page.xpath('//div[@class="errors"]//a/text()') == [says]
    assert page.xpath('//input[@name="owner"]/@value') == ["clerk"]


def test_a_page_that_is_no_number_is_refused(client: TestClient) -> None:
    assert client.get("/decisions", params={"page": "x"}).status_code == 400


def test_formal_business_can_be_left_out(client: TestClient, library: Library) -> None:
    every, rest = (library.records("item", filters=Filters(no_formal=each)) for each in (False, True))
    kept = {each.record.id for each in rest}
    gone = {each.record.title for each in every if isinstance(each.record, AgendaItem) and each.record.id not in kept}
    assert gone
    assert all(re.search("(?i)apolog|interest|minutes|next meeting|welcome|exclusion|date", title) for title in gone)
    page = table(client, "/decisions", no_formal="1")
    assert page.xpath('//input[@name="no_formal"]/@checked')
    assert "Narrowed to: without formal business." in page.text_content()


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_what_is_downloaded_is_what_is_listed(client: TestClient, form: str) -> None:
    page = table(client, "/actions", owner="clerk", sort="due")
    (link,) = (each for each in page.xpath("//a[@download]/@href") if f".{form}?" in each)
    file = client.get(link)
    assert file.headers["content-disposition"] == f'attachment; filename="actions.{form}"'
    assert rows_of(file.content, form) == total(page)


def test_promises_are_actions_and_decisions_that_something_comes_back(client: TestClient, library: Library) -> None:
    page = table(client, "/promises")
    promises = library.listed(library.register("promise"))
    assert total(page) == len(promises)
    assert {type(each.record) for each in promises} <= {Action, Decision}
    assert any("The Clerk will bring a proposal to the July meeting." in text for text in column(page, 3))


def test_a_due_date_is_shown_once_where_it_is_printed_as_it_is_spoken(client: TestClient, library: Library) -> None:
    actions = [each.record for each in library.records("action") if isinstance(each.record, Action)]
    due = [(day(each.due_date.isoformat()), each.due) for each in actions if each.due_date]
    assert {spoken == printed for spoken, printed in due} == {True, False}
    page = client.get("/actions", params={"sort": "due"}).text
    assert not any(f'{spoken}</time><span class="detail">{spoken}<' in page for spoken, _ in due)


@pytest.mark.parametrize("status", ["came back", "open", "overdue"])
def test_promises_by_whether_they_were_kept(client: TestClient, library: Library, status: Status) -> None:
    kept = library.listed(library.register("promise", status=status))
    assert kept
    assert total(table(client, "/promises", status=status)) == len(kept)
    fates = {each.followed.fate for each in kept if each.followed}
    assert fates <= ({status} if status == "came back" else {"open", "overdue", "vanished", "carried forward"})


def test_promises_are_downloaded_as_actions_are(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/promises.csv").content.decode("utf-8-sig"))))
    assert len(rows) == total(table(client, "/promises"))
    assert {"owner", "due_date", "fate"} <= rows[0].keys()


def test_a_mover_leads_to_what_they_moved(client: TestClient) -> None:
    link = table(client, "/decisions", sort="mover").xpath("//tbody/tr[1]/td[5]/a/@href")[0]
    assert "Moved" in client.get(link).text


def rows_of(content: bytes, form: str) -> int:
    if form == "csv":
        return len(list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")))))
    if form == "docx":
        return len(docx.Document(io.BytesIO(content)).tables[0].rows) - 1
    return zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").count(b"<row") - 1


def test_there_is_no_other_form(client: TestClient) -> None:
    assert client.get("/decisions.exe").status_code == 400


@pytest.mark.parametrize("path", ["/decisions?q=strip+of+land", "/documents/{}", "/documents/{}/pages/{}"])
def test_who_moved_and_how_the_vote_went_stand_beside_a_decision(
    client: TestClient, library: Library, path: str
) -> None:
    found = next(each for each in library.records("decision") if "strip of land" in getattr(each.record, "text", ""))
    page = table(client, path.format(found.document.id, found.record.citation.page))
    (row,) = page.xpath('//tr[contains(., "strip of land")] | //li[strong/text()="Rejected"]')
    told = " ".join(row.text_content().split())
    assert all(
        each in told for each in ("Cllr Ostrow", "seconded by Cllr Ferrismoor", "2 for, 5 against, 1 abstaining")
    )


@pytest.mark.parametrize(
    ("text", "outcome", "word"),
    [
        ("RESOLVED to object to the new quay", "approved", "resolved"),
        ("That the Trust has concerns about the mooring", "approved", "resolved"),
        ("that no objection be raised to the new quay", "approved", "approved"),
        ("The Clerk reported that the Council does not object to it", "approved", "approved"),
        ("to refuse the objection to the quay", "rejected", "rejected"),
    ],
)
def test_a_body_that_objects_approves_of_nothing(library: Library, text: str, outcome: Outcome, word: str) -> None:
    record = library.records("decision")[0].record
    assert isinstance(record, Decision)
    assert outcome_word(record.model_copy(update={"text": text, "stem": None, "outcome": outcome})) == word
