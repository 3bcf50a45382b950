"""Asks a web site politely: one request at a time, with a pause after each, and only what its robots.txt allows.

Robots are obeyed as RFC 9309 has it: where there is no robots.txt all may be asked for, where the server fails to say
nothing. Nothing is asked of hosts that nobody named, wherever a link or a redirect may lead.
"""

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Self
from urllib.parse import quote, urljoin, urlsplit

import httpx
from protego import Protego

from corpora.manifest import is_web_address
from fetch.model import DELAY
from minutes.errors import FetchError, SiteError

NAME = "minutebook"
TIMEOUT = 60.0  # seconds of silence; some councils' servers take that long to begin an answer
WHOLE = 600.0  # seconds for a whole answer
LIMIT = 100 * 2**20  # bytes of a document
PAGE = 20 * 2**20  # bytes of a page or of a list
ROBOTS = 500 * 2**10  # bytes of robots.txt, as much as RFC 9309 asks to be read
TRIES = 3
PATIENCE = 120.0  # seconds that are waited where a server asks for it
FAILURES = 5  # in a row, after which the site is left alone
REDIRECTS = 5


@dataclass(frozen=True)
class Answer:
    """What came back. `changed` is false where the server says that it is what it was; then there is no content."""

    url: str
    content: bytes
    media_type: str
    changed: bool = True
    etag: str | None = None
    last_modified: str | None = None


class Site:
    """A web site. Only the `hosts` that somebody named are asked."""

    def __init__(
        self,
        hosts: Iterable[str],
        *,
        delay: float = DELAY,
        timeout: float = TIMEOUT,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.hosts = frozenset(host.casefold() for host in hosts)
        self._delay, self._sleep = delay, sleep
        self._asked = float("-inf")  # when the last answer was there
        self._robots: dict[str, Protego | None] = {}
        self._failures = 0
        agent = f"{NAME}/{version(NAME)} (reads published minutes; obeys robots.txt)"
        self._client = httpx.Client(headers={"User-Agent": agent}, timeout=httpx.Timeout(timeout))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, url: str, *, limit: int = PAGE, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """What stands at an address, or that it is still what had this ETag or date.

        Raises:
            FetchError: if it is not to be had: not there, too large, on another host, or against robots.txt.
            SiteError: if nothing more is to be asked of the site.
        """
        held = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in held.items() if value}
        for _ in range(REDIRECTS + 1):
            self._allowed(url)
            response, content = self._ask(url, headers, limit)
            if response.status_code not in (301, 302, 303, 307, 308):
                return _answer(url, response, content)
            url = address(url, response.headers.get("location", ""))
        raise FetchError(f"{url}: leads from one address to the next without an end; look at it in a browser")

    def _allowed(self, url: str) -> None:
        if not is_web_address(url):
            raise FetchError(f"{url}: is no address of the web; look at the page that links to it in a browser")
        if host_of(url) not in self.hosts:
            raise FetchError(f"{url}: is on a host that you did not name; name {host_of(url)}, too, if you trust it")
        robots = self._rules(url)
        if robots and not robots.can_fetch(url, NAME):
            raise FetchError(f"{url}: the site's robots.txt does not want it fetched; ask the council for it")

    def _rules(self, url: str) -> Protego | None:
        """What robots.txt of its host says; null where there is none."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if origin not in self._robots:
            self._robots[origin] = None  # so that the file itself may be asked for
            try:
                response, content = self._ask(f"{origin}/robots.txt", {}, ROBOTS)
            except SiteError:
                raise
            except FetchError as error:
                raise SiteError(f"{error}; without its robots.txt nothing is asked of {origin}") from error
            if response.status_code == 200:
                self._robots[origin] = Protego.parse(content.decode("utf-8", errors="replace"))
        return self._robots[origin]

    def _ask(self, url: str, headers: dict[str, str], limit: int) -> tuple[httpx.Response, bytes]:
        """One answer that is no failure of the server; asked again where a failure may pass."""
        told = ""
        for attempt in range(TRIES):
            self._wait(url, attempt)
            try:
                with self._client.stream("GET", url, headers=headers) as response:
                    if response.status_code < 500 and response.status_code != 429:
                        content = _read(url, response, limit)
                        self._failures = 0
                        return response, content
                    told = f"the server failed ({response.status_code})"
                    self._be_patient(url, response)
                    if response.status_code not in (429, 502, 503, 504):
                        break
            except (httpx.TransportError, httpx.DecodingError, httpx.InvalidURL, UnicodeError) as error:
                told = f"no answer ({error or type(error).__name__})"
            finally:
                self._asked = time.monotonic()
        self._failures += 1
        if self._failures >= FAILURES:
            raise SiteError(f"{url}: {told}, as before; the site is left alone, run the same command again later")
        raise FetchError(f"{url}: {told}; run the same command again later")

    def _wait(self, url: str, attempt: int) -> None:
        robots = self._robots.get("{0.scheme}://{0.netloc}".format(urlsplit(url)))
        wanted = (robots and robots.crawl_delay(NAME)) or 0
        pause = max(self._delay, wanted) * 2**attempt
        self._sleep(max(0.0, self._asked + pause - time.monotonic()))

    def _be_patient(self, url: str, response: httpx.Response) -> None:
        """Wait as long as a server asks for."""
        asked = _seconds(response.headers.get("retry-after", ""))
        if asked > PATIENCE:
            raise SiteError(f"{url}: the server asks to be left alone for {asked:,.0f} seconds; come back after that")
        self._sleep(asked)


def _read(url: str, response: httpx.Response, limit: int) -> bytes:
    began, content = time.monotonic(), bytearray()
    for part in response.iter_bytes():
        content += part
        if len(content) > limit:
            raise FetchError(f"{url}: is larger than {limit / 2**20:g} MB; get it by hand")
        if time.monotonic() - began > WHOLE:
            raise FetchError(f"{url}: takes longer than {WHOLE:g} seconds; get it by hand")
    return bytes(content)


def _answer(url: str, response: httpx.Response, content: bytes) -> Answer:
    if response.status_code == 304:
        return Answer(url, b"", "", changed=False)
    if response.status_code != 200:
        raise FetchError(f"{url}: is not to be had ({response.status_code}); look at it in a browser")
    return Answer(
        url,
        content,
        response.headers.get("content-type", "").partition(";")[0].strip().casefold(),
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
    )


def _seconds(said: str) -> float:
    """`Retry-After`, which is a number or a date; 0 where it is neither."""
    if said.strip().isdecimal():
        return float(said)
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def host_of(url: str) -> str:
    """The host of an address, with its port if that is not the usual one."""
    parts = urlsplit(url)
    usual = parts.port in (None, 80, 443)
    return f"{parts.hostname}" if usual else f"{parts.hostname}:{parts.port}"


def address(base: str, link: str) -> str:
    """Where a link on a page leads, empty if it is none; line ends are blanks, what no address may hold is escaped."""
    try:
        joined = urljoin(base, re.sub(r"[\r\n\t ]+", " ", link).strip())
    except ValueError:  # "http://["
        return ""
    return quote(joined.partition("#")[0], safe="!$&'()*+,/:;=?@[]~%")
