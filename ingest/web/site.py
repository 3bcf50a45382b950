"""What of a web page is the site's and not the page's own; what the page says of itself.

Navigation, cookie notices and the like are set apart, to be kept as headers and footers. The pages that committee
systems make (ModernGov, CMIS) are put into the shape of any other page first: what looks like a heading
becomes one, a table that only sets numbers beside items becomes the items.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ingest.dates import iso_date
from ingest.parts import meaningful_title

Element = Any  # lxml comes without types

LINK_WORDS = 25  # that a link to something else to do has at most, on average
MAIN_SHARE = 0.4  # of the page's words; a "main" part with less is not trusted to be the content

SILENT = {  # nothing that a reader of the page would read as text
    "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "embed", "canvas", "audio", "video",
    "button", "select", "textarea", "input", "link", "meta",
}  # fmt: skip
CHROME_TAGS = {"nav": "navigation", "header": "site header", "footer": "site footer", "aside": "sidebar"}
CHROME_ROLES = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "search": "search",
    "banner": "site header", "contentinfo": "site footer", "complementary": "sidebar",
}  # fmt: skip
CHROME_NAMES = [
    (re.compile(r"(?i)\bcookie|cookie-?(banner|notice|bar|consent)"), "cookie notice"),
    (re.compile(r"(?i)bread-?crumb"), "breadcrumbs"),
    (
        re.compile(
            r"(?i)\b((site|main|top|side|global|primary|secondary|left|right|sub|local|section|page|user|mobile|"
            r"mega|quick|mg)-?)?(nav|navbar|navigation|menu)\b"
        ),
        "navigation",
    ),
    (re.compile(r"(?i)\bskip-?(link|to|nav)|\bback-?to-?top\b|\b(pager|pagination)\b"), "navigation"),
    (
        re.compile(
            r"(?i)\b(share|social)-?(links?|media|icons?|buttons?|bar|this|tools?|wrapper)\b|\b(addthis|sharethis)\b"
        ),
        "share links",
    ),
    (
        re.compile(r"(?i)(^|\s)((site|page|global|main|dnn)-?)?footer(-?(pane|wrapper|container|links))?(\s|$)"),
        "site footer",
    ),
    (re.compile(r"(?i)\bfeedback\b|\bpage-?(rating|useful|survey)\b"), "feedback form"),
    (re.compile(r"(?i)\bside-?bar\b|\brelated-?(links?|content|pages?|items?)\b"), "sidebar"),
    (re.compile(r"(?i)\bfile-?(size|type|info|meta)\b"), "file sizes"),
]
HIDDEN, DELETED = "hidden text", "deleted text"
LEFT_OUT = (HIDDEN, DELETED)  # not seen on the page
UNSEEN = re.compile(
    r"(?i)\b(visually-?hidden|sr-only|screen-?reader(-text|-only)?|off-?screen|element-invisible|assistive-text)\b"
)
MAIN_PATHS = [
    "//main", "//*[@role='main']", "//*[@id='modgov']",
    "//*[@id='content' or @id='main' or @id='main-content' or @id='maincontent' or @id='mainContent']",
]  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Aside(NamedTuple):
    """Something set apart: what it is, whether it stands before the content, and the element itself."""

    name: str
    before: bool
    element: Element


def words_in(item: Element) -> int:
    return len(" ".join(item.itertext()).split())


def names_of(item: Element) -> str:
    """An element's id and classes, parted by hyphens: "mgPageTitle side_bar" is "mg-Page-Title side-bar"."""
    names = f"{item.get('id', '')} {item.get('class', '')}".replace("_", "-").strip()
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names)


def drop_silent(root: Element) -> int:
    """Take out scripts and controls; returns how many documents were embedded with them."""
    embedded = 0
    for item in [item for item in root.iter() if item.tag in SILENT]:
        if item.tag == "button" and any(up.tag in HEADINGS for up in item.iterancestors()):
            item.tag = "span"  # a heading that opens what stands under it
            continue
        source = item.get("src") or item.get("data") or ""
        embedded += bool(re.search(r"(?i)\.(pdf|docx?|xlsx?|pptx?)\b", source))
        drop(item)
    return embedded


def set_apart(root: Element) -> list[Aside]:
    """Take out the site's own furniture and what is hidden, in the order of the page."""
    whole = words_in(root)
    opened = {
        name.lstrip("#") for path in ("//@aria-controls", "//@href", "//@data-target") for name in root.xpath(path)
    }
    first = next(root.iter("h1"), None)
    began, found, asides = False, [], []
    for item in root.iter():
        began = began or item is first or (first is None and item.tag == "main")
        if name := _chrome(item, opened):
            found.append((name, not began, item))
    for name, before, item in found:
        inside = item.getparent() is not None and any(up is root for up in item.iterancestors())
        # More than that is no furniture, whatever it is called, nor is a text that is no links.
        furniture = words_in(item) <= MAIN_SHARE * whole and not (name == "navigation" and _is_text(item))
        if inside and furniture:
            asides.append(Aside(name, before, item))
            drop(item)
    return asides


def _is_text(item: Element) -> bool:
    """Whether what is called navigation says more than its links do."""
    whole = words_in(item)
    return whole > LINK_WORDS and whole > 2 * sum(words_in(link) for link in item.iter("a", "li"))


def _chrome(item: Element, opened: set[str]) -> str | None:
    """What part of the site an element is; null for the page's own."""
    if item.tag in ("html", "body", "main", "h1") or item.get("role") == "main":
        return None
    names = names_of(item)
    if _hidden(item, names) and item.get("id") not in opened:  # a section that a click opens is to be read
        return HIDDEN
    if item.tag == "del":
        return DELETED
    if role := CHROME_ROLES.get(item.get("role", "")):
        return role
    if item.tag in CHROME_TAGS:  # inside the content, header and footer are those of an article
        inside = any(up.tag in ("main", "article") or up.get("role") == "main" for up in item.iterancestors())
        return CHROME_TAGS[item.tag] if item.tag == "nav" or not (inside or item.find(".//h1") is not None) else None
    if item.tag == "a" and item.get("href", "").startswith("#") and _skips(item):
        return "navigation"
    return _named(names) if names else None


@lru_cache(maxsize=1024)  # a page has few names, each many times
def _named(names: str) -> str | None:
    return next((name for pattern, name in CHROME_NAMES if pattern.search(names)), None)


def _hidden(item: Element, names: str) -> bool:
    return (
        item.get("hidden") is not None
        or item.get("aria-hidden") == "true"
        or (item.tag == "dialog" and item.get("open") is None)
        or bool(re.search(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden", item.get("style", "")))
        or bool(UNSEEN.search(names))
    )


def _skips(link: Element) -> bool:
    return bool(re.match(r"(?i)\s*(skip to|(back to|return to)( the)? top)", link.text_content()))


def main_part(root: Element) -> Element:
    """The element that holds the content."""
    body = root.find(".//body")
    body = root if body is None else body
    whole = words_in(body)
    for path in MAIN_PATHS:
        found = root.xpath(path)
        if len(found) == 1 and (words := words_in(found[0])) and words >= MAIN_SHARE * whole:
            return found[0]
    return body


def drop(item: Element) -> None:
    if item.getparent() is not None:
        item.drop_tree()


# --- the pages of committee systems ---

TITLES = {  # by class, as ModernGov names them: which heading it looks like
    "mgMainTitleTxt": "h1", "mgPageTitle": "h1", "mgSubTitleTxt": "h2", "mgSectionTitle": "h3", "mgAiTitleTxt": "h3",
    "mgSubSubTitleTxt": "h3", "mgSubItemTitleTxt": "h4",
}  # fmt: skip
KINDS = r"(?:(?:printed|draft|public|agenda|minutes?|decisions?|issues?|meeting|item|details?|record|and|&|,)\s*)+"
PAGE_KIND = re.compile(KINDS, re.IGNORECASE)
KIND_BEFORE = re.compile(rf"(?P<kind>{KINDS}?)\s*(?:\s[-–—]|:)\s+(?=\S)", re.IGNORECASE)
MEETING_LINE = re.compile(r"(?i)\s*meeting (?:of )?.*\d{4}")


def put_in_shape(root: Element) -> None:
    """Give the pages of committee systems the headings that they show."""
    for item in list(root.iter("p", "div", "span", "td", "caption", *HEADINGS)):
        classes = item.get("class", "").split()
        level = next((TITLES[name] for name in classes if name in TITLES), None)
        stated = next((f"h{m[1]}" for name in classes if (m := re.fullmatch(r"mgHeadingLevel([1-6])", name))), None)
        if (level or stated) and item.tag not in HEADINGS and item.tag not in ("td", "caption"):
            item.tag = level or stated
    for table in root.xpath(
        "//table[contains(@class, 'mgItemTable') or @id='mgItemTable' or .//td[contains(@class, 'mgItemNumberCell')]]"
    ):
        _unroll(table)
    for links in root.xpath("//*[contains(@class, 'mgActionList')]"):
        if not _only_links(links):
            continue
        links.tag = "div"
        for entry in links.findall("./li"):
            entry.tag = "p"
            if not MEETING_LINE.match(entry.text_content()):
                entry.set("role", "navigation")
    _name_the_item(root)


def _only_links(items: Element) -> bool:
    """Whether a list is of what can be done with a page ("Printed minutes PDF 90 KB").

    It is not one of its agenda items, nor one that the line above announces: "Present:".
    """
    headed = any(entry.tag in HEADINGS for entry in items.iterdescendants())
    above = items.getprevious()
    announced = above is not None and above.text_content().rstrip().endswith(":")
    return not (headed or announced) and words_in(items) <= LINK_WORDS * max(len(items), 1)


def _unroll(table: Element) -> None:
    """Items set as a table, number beside text: each number goes to the title that it numbers."""
    for part in list(table.iter("caption", "tr", "thead", "tbody")):
        if next(part.iterancestors("table"), None) is not table:
            continue
        cells = [cell for cell in part if cell.tag in ("td", "th")]
        if part.tag == "caption" or (cells and all(cell.tag == "th" for cell in cells)):
            part.set("role", "banner")  # "No.", "Item": said once for the whole page
        if len(cells) == 2:
            _number(*cells)
        for cell in cells:
            cell.tag = "div"
        part.tag = "div"
    table.tag = "div"


def _number(first: Element, second: Element) -> None:
    number, title = " ".join(first.text_content().split()), second.find(".//h3")
    if title is None or not re.fullmatch(r"[\w./() -]{1,15}", number) or not number:
        return
    title.text = f"{number} {title.text or ''}"
    named = first.xpath("descendant-or-self::*[@id or (self::a and @name)]")
    if named and title.get("id") is None:
        title.set("id", named[0].get("id") or named[0].get("name"))
    drop(first)


def _name_the_item(root: Element) -> None:
    """Where the page is headed by its kind ("Agenda item", "Decision details"), the next heading is its title."""
    headings = [item for item in root.iter(*HEADINGS) if item.text_content().strip()]
    first = next((item for item in headings if item.tag == "h1"), None)
    if first is None:
        return
    text = " ".join(first.text_content().split())
    following = headings[headings.index(first) + 1 :]
    if PAGE_KIND.fullmatch(text) and following and following[0].tag in ("h1", "h2"):
        first.tag = "p"
        first.set("role", "banner")
        following[0].tag = "h1"
    elif (match := KIND_BEFORE.match(text)) and len(first) == 0:
        kind = first.makeelement("p", {"role": "banner"})
        kind.text, first.text = match["kind"], text[match.end() :]
        first.addprevious(kind)


# --- the site's name ---

ORGANISATION = re.compile(
    r"\b(?:Council|Authority|NHS|Trust|University|College|School|Academy|Parliament|Senedd|Government|Department|"
    r"Ministry|Constabulary|Police|(?:Health|Care|Education|School|Fire) Board|Cyngor|"
    r"(?:City|Town|County|Borough) of)\b"
)
NO_ORGANISATION = re.compile(
    r"(?i)\d{4}|\bcouncil tax\b|\b(?:full|annual|extraordinary|special|ordinary|the|your) council$|"
    r"\b(?:committees?|meetings?|minutes|agendas?|decisions?|items?|cabinet|panel|forum|strategy|report|policy|plan|"
    r"news|services?|councillors?|members?|page)\b"
)
AROUND = re.compile(
    r"(?i)^\s*(?:(?:welcome|link|go|return|back) to (?:the )?|home ?page (?:of|for) (?:the )?|copyright\b|©|\d{4}|"
    r"[\s,:|-])+|(?:[\s|,:-]*\b(?:home ?page|home|logo|crest|website|web site|coat of arms|site))+\W*$"
)
SITE_NAMES = {"og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "egms.publisher", "publisher"}


def site_name(root: Element) -> str | None:
    """The organisation whose site it is, by what the page gives as its site, publisher, title or logo."""
    for text in _site_names(root):
        name = AROUND.sub("", AROUND.sub("", " ".join(text.split())))
        if ORGANISATION.search(name) and not NO_ORGANISATION.search(name) and 2 <= len(name.split()) <= 9:
            return name
    return None


def _site_names(root: Element) -> Iterator[str]:
    for item, name in _metas(root):
        if name in SITE_NAMES:
            yield item.get("content", "")
    for script in root.xpath("//script[@type='application/ld+json']"):
        yield from _publishers(script.text or "")
    for item in root.xpath("//*[@itemprop='publisher' or @itemprop='sourceOrganization']"):
        yield item.text_content()
    parts = re.split(r"\s+[-–—|·:»>]\s+|\s*[|»]\s*", " ".join(root.xpath("//head//title//text()")))
    yield from (*parts[:0:-1], parts[0])  # last of all what stands first, which most often is the page
    for picture in root.iter("img"):
        near = " ".join(names_of(up) for up in (picture, *list(picture.iterancestors())[:3]))
        if re.search(r"(?i)logo|brand|crest", f"{near} {picture.get('src', '')} {picture.get('alt', '')}"):
            yield picture.get("alt", "")


def _publishers(text: str) -> Iterator[str]:
    """The publisher in the page's schema.org data, or the organisation that they describe."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):  # written by hand, often enough
        return
    graph = found.get("@graph", [found]) if isinstance(found, dict) else found
    for entry in graph if isinstance(graph, list) else []:
        if not isinstance(entry, dict):
            continue
        publisher = entry.get("publisher")
        named = publisher if isinstance(publisher, dict) else entry if "Organization" in str(entry.get("@type")) else {}
        if isinstance(named.get("name"), str):
            yield named["name"]


def _metas(root: Element) -> Iterator[tuple[Element, str]]:
    for item in root.iter("meta"):
        yield item, (item.get("name") or item.get("property") or item.get("itemprop") or "").lower()


# --- title and date ---


LABELLED = re.compile(r"(?i)(?:item )?(?:title|name|subject)\s*:\s*(?P<title>.+)")


def page_title(root: Element, page: str, texts: Sequence[tuple[str, str]]) -> str | None:
    """The page's heading, else what it labels as a title, a lesser heading that its title tag repeats, that tag, …

    `texts` are the page's blocks, each with its kind.
    """
    headings = [text for kind, text in texts if kind == "heading"]
    main = [" ".join(item.itertext()) for item in root.iter("h1")]
    labelled = [match["title"] for _, text in texts[:HEAD] if (match := LABELLED.match(text))]
    named = [*main, *labelled, *(heading for heading in headings if heading in page), page, *headings]
    titles = filter(None, map(meaningful_title, named))
    return next((title for title in titles if not PAGE_KIND.fullmatch(title)), None)


WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MET = re.compile(
    rf"""(?ix)^\s*(?:
        (?:date\sof\s(?:the\s)?(?:meeting|decision)|(?:meeting|decision)\sdate|decided\sat\smeeting)\s*:?\s*
        (?:[a-z]{{3,9}},?\s+)?
      | (?:agenda\sitem|meeting|agenda\sfor)\b.{{0,90}}?\b{WEEKDAY},?\s+
      | [^.]{{2,90}}?[-–—,]\s+{WEEKDAY},?\s+
    )(?P<date>\d.{{7,30}})"""
)
STATED = re.compile(
    r"(?i)\b(?:last )?(?:updated|published|reviewed|modified)\b(?: on)?:?\s*(?:\w+day,? )?(?P<date>.{8,30})"
)
DATE_NAMES = {
    "dcterms.date", "dc.date", "dc.date.issued", "dcterms.issued", "date", "article:published_time", "datepublished",
    "dcterms.modified", "dc.date.modified", "article:modified_time", "last-modified",
}  # fmt: skip
HEAD = 12  # blocks at the top of a page, among which a meeting is named


def stated_dates(root: Element) -> list[str]:
    """What the page's metadata give as its date."""
    return [item.get("content", "") for item, name in _metas(root) if name in DATE_NAMES]


def page_date(content: Element, meta: list[str], texts: list[str]) -> str | None:
    """The date the page gives for itself.

    The meeting's or decision's, then "Last updated …" in its text, its metadata, or its first time element.
    """
    met = (match["date"] for text in texts[:HEAD] if len(text) < 200 and (match := MET.search(text)))
    stated = (match["date"] for text in texts if not MET.match(text) and (match := STATED.search(text)))
    times = (item.get("datetime", "") for item in content.iter("time"))
    return next((date for text in (*met, *stated, *meta, *times) if (date := iso_date(text))), None)
