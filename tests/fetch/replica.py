"""A council's Modern.Gov site in small, on this machine: its web service, its pages, its documents and its moods.

It does as the real ones do: texts of the service are escaped twice, links on pages hold line ends, nothing has an ETag
unless `dated`, printed minutes stand on the page of a meeting alone, and what fails may say 200.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

PDF = b"%PDF-1.7\n"
SORRY = b"<!DOCTYPE html><html><head><title>Error</title></head><body><p>Sorry, something went wrong.</p></body></html>"


@dataclass
class Meeting:
    """A meeting on the replica. `minutes` are the bytes of its printed minutes; none if only its page has them."""

    id: int
    committee: int
    day: str  # day/month/year
    minutes: bytes | None = None
    published: bool = True  # whether its minutes are
    status: str = "Confirmed"
    papers: list[tuple[int, str, bytes]] = field(default_factory=list)  # number, title, content
    restricted: set[int] = field(default_factory=set)


@dataclass
class Replica:
    """What the site holds, how it behaves, and what was asked of it."""

    committees: dict[int, str]
    meetings: list[Meeting]
    robots: tuple[int, str] = (404, "")
    service: str = "on"  # or off (404), forbidden (403), broken (500), page (200 and a page), other (200, other XML)
    dated: bool = False  # whether documents have an ETag
    folder: str = "/"  # that its pages stand in
    ignores_dates: bool = False
    fails: dict[str, list[int]] = field(default_factory=dict)  # statuses to give before the right one, by path
    slow: float = 0
    gives: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)  # in place of what is there
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    url: str = ""

    def answer(self, target: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(target)
        path, asked = unquote(parts.path), {key.casefold(): each[0] for key, each in parse_qs(parts.query).items()}
        if waiting := self.fails.get(path):
            status = waiting.pop(0)
            return status, {"Retry-After": "0"}, SORRY
        if path in self.gives:
            return self.gives[path]
        if path == "/robots.txt":
            return self.robots[0], {"Content-Type": "text/plain"}, self.robots[1].encode()
        if not path.startswith(self.folder):
            return 404, {}, SORRY
        name = path[len(self.folder) :]
        if name.startswith("mgWebService.asmx/"):
            return self.served(name.partition("/")[2], asked)
        if name.startswith(("documents/", "mgConvert2PDF.aspx")):
            return self.document(name, asked, headers)
        return self.page(name, asked)

    # ---- the web service ----

    def served(self, method: str, asked: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        moods = {"off": (404, SORRY), "forbidden": (403, SORRY), "broken": (500, SORRY), "page": (200, SORRY)}
        if self.service in moods:
            return moods[self.service][0], {"Content-Type": "text/html"}, moods[self.service][1]
        if self.service == "other":
            return 200, {"Content-Type": "text/xml"}, b"<error>The method is not allowed</error>"
        missing = {"GetMeetings": {"lcommitteeid", "sfromdate", "stodate"}, "GetMeeting": {"lmeetingid"}}
        if missing.get(method, set()) - asked.keys():
            return 500, {}, b"Missing parameter"
        told = {"GetCommittees": self.xml_committees, "GetMeetings": self.xml_meetings, "GetMeeting": self.xml_meeting}
        text = '<?xml version="1.0" encoding="utf-8"?>\n' + told[method](asked)
        return 200, {"Content-Type": "text/xml; charset=utf-8"}, text.encode()

    def xml_committees(self, asked: dict[str, str]) -> str:
        rows = "".join(
            f"<committee><committeeid>{number}</committeeid><committeetitle>\r\n{twice(title)}\r\n</committeetitle>"
            "<committeedeleted>False</committeedeleted><committeeexpired>False</committeeexpired></committee>"
            for number, title in self.committees.items()
        )
        gone = "<committeeid>99</committeeid><committeetitle>Gone</committeetitle>"
        rows += f"<committee>{gone}<committeedeleted>True</committeedeleted></committee>"
        return f"<committees><committeescount> 2</committeescount>{rows}</committees>"

    def xml_meetings(self, asked: dict[str, str]) -> str:
        first, last = (asked[key].split("/")[::-1] for key in ("sfromdate", "stodate"))
        rows = "".join(
            f"<meeting><meetingid>{each.id}</meetingid><meetingdate>{each.day}</meetingdate>"
            f"<meetingstatus>{each.status}</meetingstatus></meeting>"
            for each in self.meetings
            if each.committee == int(asked["lcommitteeid"])
            and (self.ignores_dates or first <= each.day.split("/")[::-1] <= last)
        )
        return f"<getmeetings><committee><committeemeetings>{rows}</committeemeetings></committee></getmeetings>"

    def xml_meeting(self, asked: dict[str, str]) -> str:
        meeting = self.meeting(asked["lmeetingid"])
        rows = "".join(
            f"<agendaitem><agendaitemtitle>{twice(title)}</agendaitemtitle><linkeddocuments><linkeddoc>"
            f"<attachmentid>{number}</attachmentid><title>{twice(title)}</title><isurl>False</isurl>"
            f"<url>{twice(f'{self.url}{self.folder}mgConvert2PDF.aspx?ID={number}&ISATT=1')}</url>"
            f"<isrestricted>{number in meeting.restricted}</isrestricted><publicationdate>01/02/2024</publicationdate>"
            "</linkeddoc></linkeddocuments></agendaitem>"
            for number, title, _ in meeting.papers
        )
        return (
            f"<meeting><meetingid>{meeting.id}</meetingid><isdisplayallowed>True</isdisplayallowed>"
            f"<minutepublished>{meeting.published}</minutepublished><agendaitems>{rows}</agendaitems></meeting>"
        )

    # ---- the pages ----

    def page(self, name: str, asked: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        told = {
            "mgListCommittees.aspx": self.html_committees,
            "ieListMeetings.aspx": self.html_meetings,
            "ieListDocuments.aspx": self.html_meeting,
        }
        if name not in told:
            return 404, {}, SORRY
        menu = '<ul><li><a href="mgMemberIndex.aspx">Councillors</a></li><li><a href="http://[bad">Old</a></li></ul>'
        text = f"<!DOCTYPE html><html><head><title>x</title></head><body>{menu}{told[name](asked)}</body></html>"
        return 200, {"Content-Type": "text/html; charset=utf-8"}, text.encode()

    def html_committees(self, asked: dict[str, str]) -> str:
        return "".join(
            f'<li><a  href="mgCommitteeDetails.aspx?ID={number}"  title="Link&#32;to">{escape(title)}</a></li>'
            for number, title in self.committees.items()
        )

    def html_meetings(self, asked: dict[str, str]) -> str:
        """Two meetings a page, latest first, and a link to those before."""
        number, before = int(asked.get("committeeid") or asked["cid"]), int(asked.get("d", "99999999"))
        mine = [each for each in self.meetings if each.committee == number and int(in_order(each.day)) < before]
        mine.sort(key=lambda each: in_order(each.day), reverse=True)
        rows = "".join(
            f'<li><a href="ieListDocuments.aspx?CId={number}&amp;MId={each.id}&amp;Ver=4" title="Link to x">'
            f"{spelt(each.day)}&nbsp;7&#58;30 pm</a>{said(each)}</li>"
            for each in mine[:2]
        )
        earlier = (
            f"ieListMeetings.aspx?Act=earlier&amp;CId={number}&amp;D={in_order(mine[1].day)}&amp;MD=x"
            if mine[2:]
            else ""
        )
        return f'<ul>{rows}</ul><a href="{earlier}">Earlier meetings</a>' if earlier else f"<ul>{rows}</ul>"

    def html_meeting(self, asked: dict[str, str]) -> str:
        meeting = self.meeting(asked["mid"])
        name = f"Printed minutes\r\n{meeting.day.replace('/', '-')} {escape(self.committees[meeting.committee])}"
        rows = f'<li><a href="documents/g{meeting.id}/Agenda frontsheet.pdf?T=0">Agenda frontsheet PDF 98 KB</a></li>'
        if meeting.published and meeting.minutes:
            rows += (
                f'<li><a href="documents/g{meeting.id}/{name}.pdf?T=1">Printed minutes <span>PDF 123 KB</span></a></li>'
            )
        rows += "".join(
            f'<li><a href="documents/s{number}/{escape(title)}.pdf">{escape(title)} <span>PDF 1 MB</span></a></li>'
            for number, title, _ in meeting.papers
            if number not in meeting.restricted
        )
        minutes = "<h2>1. Apologies</h2><p>RESOLVED: That they be noted.</p>" if meeting.published else ""
        return f"<h1>{escape(self.committees[meeting.committee])}</h1><ul>{rows}</ul>{minutes}"

    # ---- the documents ----

    def document(self, name: str, asked: dict[str, str], headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        content = self.content(name, asked)
        if content is None:
            return 404, {}, SORRY
        told = {"Content-Type": "application/pdf"}
        if self.dated:
            told["ETag"] = f'"{hash(content)}"'
            if headers.get("if-none-match") == told["ETag"]:
                return 304, told, b""
        return 200, told, content

    def content(self, name: str, asked: dict[str, str]) -> bytes | None:
        if name.startswith("documents/g"):
            return self.meeting(name.split("/")[1][1:]).minutes if asked.get("t") == "1" else PDF + b"agenda"
        wanted = asked.get("id") or name.split("/")[1][1:]
        return next((each for one in self.meetings for number, _, each in one.papers if str(number) == wanted), None)

    def meeting(self, number: str) -> Meeting:
        return next(each for each in self.meetings if str(each.id) == number)


def twice(text: str) -> str:
    return escape(escape(text))


def said(meeting: Meeting) -> str:
    if meeting.status != "Confirmed":
        return f" - {meeting.status.upper()}"
    return " - Agenda, Decisions, Minutes" if meeting.published else " - Agenda"


def in_order(day: str) -> str:
    return "".join(day.split("/")[::-1])


def spelt(day: str) -> str:
    return time.strftime("%d %b %Y", time.strptime(day, "%d/%m/%Y")).lstrip("0")


@contextmanager
def served(replica: Replica) -> Iterator[Replica]:
    """The replica at an address of this machine, in `url`."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with lock:
                replica.asked.append(self.path)
                replica.headers.append({key.casefold(): value for key, value in self.headers.items()})
                replica.times.append(time.monotonic())
                replica.at_once += 1
                replica.most_at_once = max(replica.most_at_once, replica.at_once)
            time.sleep(replica.slow)
            status, headers, content = replica.answer(self.path, replica.headers[-1])
            with lock:
                replica.at_once -= 1
            self.send_response(status)
            for key, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            pass  # who asked has gone away

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    replica.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield replica
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
