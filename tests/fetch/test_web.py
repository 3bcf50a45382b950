"""Asking a site: politely, and nobody else."""

from collections.abc import Iterator

import pytest

from fetch import web
from fetch.web import Site, address, host_of
from minutes.errors import FetchError, SiteError
from tests.fetch.replica import PDF, Replica, served

DOCUMENT = "/documents/s5/Bus.pdf"


@pytest.fixture
def replica() -> Iterator[Replica]:
    with served(Replica({}, [], gives={DOCUMENT: (200, {"Content-Type": "application/pdf"}, PDF)})) as site:
        yield site


def site_of(replica: Replica, **settings: float) -> Site:
    return Site([host_of(replica.url)], **{"delay": 0, **settings})


def get(replica: Replica, path: str = DOCUMENT, **settings: float) -> bytes:
    with site_of(replica, **settings) as site:
        return site.get(replica.url + path).content


def test_it_says_who_it_is_and_asks_for_robots_first(replica: Replica) -> None:
    assert get(replica) == PDF
    assert replica.asked == ["/robots.txt", DOCUMENT]
    assert all(each["user-agent"].startswith("minutebook/") for each in replica.headers)


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /mgWebService.asmx", True),
        ("User-agent: *\nDisallow: /documents/", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: minutebook\nAllow: /", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: MinuteBook\nDisallow: /*.pdf$", False),
        ("<html>Sorry</html>", True),
    ],
)
def test_robots_are_obeyed(replica: Replica, rules: str, allowed: bool) -> None:
    replica.robots = 200, rules
    if allowed:
        assert get(replica) == PDF
        return
    with pytest.raises(FetchError, match=r"the site's robots.txt does not want it fetched; ask the council"):
        get(replica)
    assert replica.asked == ["/robots.txt"]


@pytest.mark.parametrize(("status", "asked"), [(404, True), (403, True), (500, False), (503, False)])
def test_without_robots_all_may_be_asked_for_but_not_while_the_server_fails(
    replica: Replica, status: int, asked: bool
) -> None:
    replica.robots = status, ""
    if asked:
        assert get(replica) == PDF
        return
    with pytest.raises(SiteError, match=r"without its robots.txt nothing is asked of"):
        get(replica)
    assert DOCUMENT not in replica.asked


def test_there_is_a_pause_after_each_answer(replica: Replica) -> None:
    with site_of(replica, delay=0.15) as site:
        for _ in range(3):
            site.get(replica.url + DOCUMENT)
    pauses = [after - before for before, after in zip(replica.times, replica.times[1:], strict=False)]
    assert min(pauses) >= 0.15
    assert replica.most_at_once == 1


def test_the_pause_is_as_long_as_robots_want_it(replica: Replica) -> None:
    replica.robots = 200, "User-agent: *\nCrawl-delay: 7"
    slept: list[float] = []
    with Site([host_of(replica.url)], delay=1, sleep=slept.append) as site:
        site.get(replica.url + DOCUMENT)
    assert round(slept[-1]) == 7


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "http://169.254.169.254/latest",
            "is on a host that you did not name; name 169.254.169.254, too, if you trust it",
        ),
        ("http://localhost:1/a.pdf", "is on a host that you did not name; name localhost:1, too, if you trust it"),
        ("http://127.0.0.1/a.pdf", "is on a host that you did not name"),  # another port than the replica's
        ("file:///etc/hosts", "is no address of the web"),
        ("http://[", "is no address of the web"),
        ("http://127.0.0.1:99999/a.pdf", "is no address of the web"),
        ("http://me:word@127.0.0.1/a.pdf", "is no address of the web"),
    ],
)
def test_only_hosts_that_were_named_are_asked(replica: Replica, url: str, told: str) -> None:
    with site_of(replica) as site, pytest.raises(FetchError, match=told):
        site.get(url)
    replica.gives["/away.pdf"] = 302, {"Location": url}, b""
    with pytest.raises(FetchError, match=told):
        get(replica, "/away.pdf")
    assert replica.asked == ["/robots.txt", "/away.pdf"]


def test_redirects_within_the_site_are_followed_but_not_for_ever(replica: Replica) -> None:
    replica.gives["/old.pdf"] = 301, {"Location": DOCUMENT}, b""
    replica.gives["/round.pdf"] = 302, {"Location": "/round.pdf"}, b""
    assert get(replica, "/old.pdf") == PDF
    with pytest.raises(FetchError, match="leads from one address to the next without an end"):
        get(replica, "/round.pdf")


def test_what_has_not_changed_is_not_sent_again(replica: Replica) -> None:
    replica.gives[DOCUMENT] = 304, {"ETag": '"a"'}, b""
    with site_of(replica) as site:
        answer = site.get(replica.url + DOCUMENT, etag='"a"', last_modified="Tue, 12 Mar 2024 10:00:00 GMT")
    assert (answer.changed, answer.content) == (False, b"")
    sent = replica.headers[-1]
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"a"', "Tue, 12 Mar 2024 10:00:00 GMT")


@pytest.mark.parametrize("statuses", [[503], [429, 502], [504, 503]])
def test_what_may_pass_is_asked_again(replica: Replica, statuses: list[int]) -> None:
    replica.fails[DOCUMENT] = statuses
    assert get(replica) == PDF


@pytest.mark.parametrize(("statuses", "asked"), [([503] * 9, 3), ([500] * 9, 1)])
def test_what_does_not_pass_is_said(replica: Replica, statuses: list[int], asked: int) -> None:
    replica.fails[DOCUMENT] = statuses
    with pytest.raises(FetchError, match=rf"the server failed \({statuses[0]}\); run the same command again later"):
        get(replica)
    assert replica.asked.count(DOCUMENT) == asked


def test_a_site_that_fails_again_and_again_is_left_alone(replica: Replica) -> None:
    replica.fails[DOCUMENT] = [500] * 99
    with site_of(replica) as site:
        for _ in range(web.FAILURES - 1):
            with pytest.raises(FetchError):
                site.get(replica.url + DOCUMENT)
        with pytest.raises(SiteError, match="the site is left alone, run the same command again later"):
            site.get(replica.url + DOCUMENT)


def test_a_server_that_wants_to_be_left_alone_is(replica: Replica) -> None:
    replica.gives[DOCUMENT] = 429, {"Retry-After": "3600"}, b""
    with pytest.raises(SiteError, match="asks to be left alone for 3,600 seconds; come back after that"):
        get(replica)


def test_a_slow_answer_is_waited_for_but_not_for_ever(replica: Replica) -> None:
    replica.slow = 0.3
    assert get(replica, timeout=5) == PDF
    with pytest.raises(SiteError, match=r"no answer \(timed out\)"):
        get(replica, timeout=0.1)


def test_what_is_too_large_is_not_taken(replica: Replica) -> None:
    replica.gives[DOCUMENT] = 200, {}, b"x" * 3_000_000
    with site_of(replica) as site, pytest.raises(FetchError, match="is larger than 2 MB; get it by hand"):
        site.get(replica.url + DOCUMENT, limit=2 * 2**20)


def test_what_is_not_there_is_said(replica: Replica) -> None:
    with pytest.raises(FetchError, match=r"is not to be had \(404\); look at it in a browser"):
        get(replica, "/nothing.pdf")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("a.pdf", "https://host.example/mg/a.pdf"),
        ("/a b.pdf#page=2", "https://host.example/a%20b.pdf"),
        ("Printed minutes\r\n\t12.pdf?T=1", "https://host.example/mg/Printed%20minutes%2012.pdf?T=1"),
        ("a%20b.pdf", "https://host.example/mg/a%20b.pdf"),
        ("Café.pdf", "https://host.example/mg/Caf%C3%A9.pdf"),
        ("//other.example/a.pdf", "https://other.example/a.pdf"),
        ("http://[", ""),
    ],
)
def test_links_become_addresses(link: str, expected: str) -> None:
    assert address("https://host.example/mg/", link) == expected
