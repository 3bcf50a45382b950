"""Plain text with the marks of a wiki (MediaWiki, DokuWiki, AsciiDoc) or an outliner (Org), put as Markdown."""

import re
from collections.abc import Callable

WIKI, ORG = 2, 3  # headings, after which a file that is called plain text is read as such
LONGEST = 120  # characters of a heading
DOKUWIKI = 5  # marks about the heading on top, of which those below it have fewer; others count the other way
# "== Apologies ==", "== Apologies"
_EQUAL = re.compile(r"(={1,6})(?=[^=])[ \t]*(\S[^\n=]*)(={1,6})?[ \t]*$")
_STARRED = re.compile(r"(\*+)[ \t]+(\S[^\n]*)$")
_TITLE = re.compile(r"#\+title:[ \t]*(\S[^\n]*)$", re.IGNORECASE)
_ENTRY = re.compile(r"([*#]+)[ \t]*(?=[^\s*#])")  # of a list, which has one mark for each step
_PLAINER = [
    (re.compile(r"'''([^\n']+)'''"), r"**\1**"),
    (re.compile(r"''([^\n']+)''"), r"\1"),
    # "[[Fees|what it costs]]", "[[Fees][what it costs]]"
    (re.compile(r"\[\[[^\[\]\n|]*(?:\]\[|\|)([^\[\]\n]*)\]\]"), r"\1"),
    (re.compile(r"\[\[([^\[\]\n|]*)\]\]"), r"\1"),
    (re.compile(r"\[https?://[^\s\[\]]+ ([^\[\]\n]+)\]"), r"\1"),
]


def as_markdown(page: str) -> str | None:
    """The page as Markdown; null if nothing in it looks like the headings of a wiki or of an outline."""
    lines = page.split("\n")
    headings = [heading for line in lines if len(line) <= LONGEST and (heading := _EQUAL.match(line))]
    if sum(len(heading[1]) > 1 for heading in headings) >= WIKI:
        closed = all(heading[3] for heading in headings)
        top = len(headings[0][1]) if closed and len(headings[0][1]) >= DOKUWIKI else 0
        return _put(lines, lambda line: _wiki(line, top, numbered=closed))
    return _put(lines, _org) if _is_org(lines) else None


def _put(lines: list[str], each: Callable[[str], str]) -> str:
    text = "\n".join(map(each, lines))
    for pattern, plain in _PLAINER:
        text = pattern.sub(plain, text)
    return text


def _wiki(line: str, top: int, *, numbered: bool) -> str:
    """A line of a wiki. `top` marks are about its first heading, if those below have fewer; "#" may number entries."""
    if len(line) <= LONGEST and (heading := _EQUAL.match(line)):
        level = max(1, top + 1 - len(heading[1])) if top else len(heading[1])
        return f"\n{'#' * level} {heading[2].strip()}\n"
    entry = _ENTRY.match(line)
    if not entry or (entry[1][0] == "#" and not numbered):
        return line
    return f"{'  ' * (len(entry[1]) - 1)}- {line[entry.end() :]}"


def _is_org(lines: list[str]) -> bool:
    """Whether stars stand before headings; where most lines have some, they are entries of a list within a list."""
    starred = [match for line in lines if (match := _STARRED.match(line))]
    deep = [match for match in starred if len(match[1]) > 1]
    titles = all(len(match[0]) <= LONGEST and not match[2].rstrip().endswith((".", ";", ",")) for match in starred)
    filled = sum(bool(line.strip()) for line in lines)
    return len(deep) >= ORG and titles and 2 * len(starred) <= filled


def _org(line: str) -> str:
    if heading := _STARRED.match(line):
        return f"\n{'#' * min(6, len(heading[1]))} {heading[2].strip()}\n"
    titled = _TITLE.match(line)
    return f"# {titled[1]}\n" if titled else line
