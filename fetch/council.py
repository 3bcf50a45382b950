"""What a council publishes: asks its Modern.Gov site for committees, meetings and papers, one request at a time.

The web service is asked first. Where it is switched off, the public pages tell the same. The minutes of a whole meeting
are on its page alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from corpora.manifest import is_web_address
from fetch import pages, service
from fetch.model import Committee, Meeting, Paper
from fetch.web import Site
from minutes.errors import FetchError, SiteError

T = TypeVar("T")
REFUSALS = 2  # of the web service in a row, after which it is not asked any more
EARLIER = 200  # pages of earlier meetings, in case they lead around in a circle


def base_of(url: str) -> str:
    """The folder in which a site's pages stand, from the address of the site or of any of its pages.

    Raises:
        FetchError: if it is no address of the web.
    """
    whole = url if "://" in url else f"https://{url}"
    if not is_web_address(whole):
        raise FetchError(f"{url}: is no address of the web; write https://democracy.council.example")
    path = urlsplit(whole).path
    named = re.search(r"/[^/]*\.as[pm]x(/.*)?$", path, re.IGNORECASE)  # a page, or a method of the service
    folder = path[: named.start() + 1] if named else f"{path.rstrip('/')}/"
    return urljoin(whole, folder)


class Council:
    """A council's site."""

    def __init__(self, site: Site, base: str) -> None:
        self._site, self.base = site, base
        self.silent: str | None = None  # why the web service did not answer, when it last did not
        self._refusals = 0

    def committees(self, named: Sequence[str] = ()) -> list[Committee]:
        """All committees, or those with one of these in their name.

        Raises:
            FetchError: if neither the web service nor the pages list any.
        """
        found = self._served(service.committees_url(self.base), service.committees_in)
        if not found:
            self._refusals = REFUSALS
            answer = self._site.get(pages.committees_url(self.base))
            found = pages.committees_in(answer.content, self.base)
        if not found:
            raise FetchError(
                f"{self.base}: lists no committees; give the address under which the council's Modern.Gov pages "
                "stand, such as https://democracy.council.example"
            )
        wanted = [each.casefold() for each in named]
        return [each for each in found if not wanted or any(word in each.title.casefold() for word in wanted)]

    def meetings(self, committee: Committee, since: date, until: date) -> list[Meeting]:
        """The meetings of a committee from one day to another that took place, earliest first.

        Raises:
            FetchError: if they are not to be had.
        """
        url = service.meetings_url(self.base, committee, since, until)
        found = self._served(url, lambda content: service.meetings_in(content, committee))
        if found is None:
            found = [each for page in self._pages(committee, since) for each in page]
        dated = {each.id: each for each in found if since <= each.date <= until and not each.cancelled}
        return sorted(dated.values(), key=lambda each: (each.date, int(each.id) if each.id.isdecimal() else 0))

    def _pages(self, committee: Committee, since: date) -> Iterator[list[Meeting]]:
        """The meetings page by page, back to the first one that begins before a day."""
        url: str | None = pages.meetings_url(self.base, committee)
        asked: set[str] = set()
        while url and url not in asked and len(asked) < EARLIER:
            asked.add(url)
            content = self._site.get(url).content
            found = pages.meetings_in(content, self.base, committee)
            yield found
            past = found and min(each.date for each in found) < since
            url = None if past else pages.earlier_in(content, self.base)

    def papers(self, meeting: Meeting, *, reports: bool = False) -> list[Paper]:
        """The minutes of a meeting if they are published, as files or else as its page; with `reports` all papers.

        Raises:
            FetchError: if they are not to be had.
        """
        told = self._served(
            service.meeting_url(self.base, meeting), lambda content: service.papers_in(content, self.base)
        )
        minutes, listed = told or (meeting.minutes is not False, [])
        if told and not minutes:
            return listed if reports else []
        if not minutes and not reports:
            return []
        url = pages.meeting_url(self.base, meeting)
        shown = pages.papers_in(self._site.get(url).content, self.base)
        found = [each for each in shown if each.kind == "minutes"]
        if not found and (told or meeting.minutes):  # under the items of the page, then
            found = [Paper(url, f"Minutes of {meeting.committee.title}", "page")]
        if reports:
            found += listed or [each for each in shown if each.kind == "paper"]
        return found

    def _served(self, url: str, read: Callable[[bytes], T]) -> T | None:
        """What the web service answers; null where it does not."""
        if self._refusals >= REFUSALS:
            return None
        try:
            told = read(self._site.get(url).content)
        except SiteError:
            raise
        except FetchError as error:
            self._refusals += 1
            self.silent = str(error)
            return None
        self._refusals = 0
        return told
