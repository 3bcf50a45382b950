"""What a document is called: by its file's own title where that tells it from others, else by what its cover prints."""

import re
from itertools import takewhile
from statistics import median

from minutes.model import Block, Document, DocumentKind, Meeting

# What programs and templates call every file, and forms what they are.
_DULL = re.compile(
    r"(?:the |draft |final )?(?:power ?point presentation|presentation|(?:word|pdf|cpy) document|cover sheet"
    r"|(?:executive |officer |key )?(?:decision|committee|cabinet|board|council|officer)?[ -]?(?:report|paper)"
    r"|(?:record of )?(?:proposed |executive |officer |key |delegated )?decision(?: notice| record| form)?"
    r"|item \w{1,3}|appendix \w{1,3}|attachment \w{1,3}|enclosure \w{1,3}|.* template)",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"(?:table of )?contents|agenda(?: item)?|minutes|foreword|summary|introduction|background", re.IGNORECASE
)
LARGE = 1.3  # times as large as most of the text: what a cover is headed by
FIRST = 3  # blocks of a document, one of which begins with its title
LONGEST = 160  # characters


def title_of(document: Document, kind: DocumentKind, meeting: Meeting) -> str | None:
    """A title that says what the document is of; null where nothing does, as of minutes that only their body heads."""
    if document.title and _tells(document.title, meeting):
        return document.title
    printed = None if kind == "minutes" else _on_cover(document)
    return printed if printed and _tells(printed, meeting) else None


def _tells(title: str, meeting: Meeting) -> bool:
    """Whether a title is more than the name of whose document it is, or of what form, or both."""
    plain = title.casefold().removeprefix((meeting.organisation or "").casefold()).strip(" .:–—-")
    return not _names(title, meeting) and not _DULL.fullmatch(plain)


def _names(title: str, meeting: Meeting) -> bool:
    """Whether a title is nothing but whose document it is."""
    whose = {_letters(meeting.organisation), _letters(meeting.body)} - {""}
    whole = _letters(f"{meeting.organisation or ''} {meeting.body or ''}")
    return _letters(title) in whose | {whole}


def _letters(name: str | None) -> str:
    return re.sub(r"[’']s\b|[\W_]", "", (name or "").casefold())


def _on_cover(document: Document) -> str | None:
    """The heading at the top of the first page, with the lines that go on with it, if its type is larger than most."""
    if 1 in document.receipt.ocr_pages:
        return None
    told = [block for block in document.blocks if not block.furniture and block.end > block.start]
    sizes = [block.size for block in told if block.size]
    head = next((block for block in told[:FIRST] if block.kind == "heading"), None)
    if head is None or not head.size or head.page not in (1, None) or head.size < LARGE * median(sizes):
        return None
    size = head.size

    def goes_on(block: Block) -> bool:
        return block.kind == "heading" and block.page == 1 == head.page and block.size == size

    lines = [head, *takewhile(goes_on, told[told.index(head) + 1 :])]
    title = " ".join(" ".join(document.text[each.start : each.end] for each in lines).split())
    words = re.findall(r"[^\W\d_]{2,}", title)
    told_of = len(words) > 1 and len(title) <= LONGEST and not title.endswith(":") and not _GENERAL.fullmatch(title)
    return title if told_of else None
