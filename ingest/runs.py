"""Text with its weight, as formats give it (in pieces that may part a word), and its words, lines and labels."""

import re
from collections.abc import Iterable

from ingest.builder import Word

Run = tuple[str, bool]  # text, whether it is bold; "\n" is a line break, "\f" one that always parts
INVISIBLE = dict.fromkeys([*range(0x09), 0x0E, 0x0F, *range(0x10, 0x1C), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF])
BULLET = "•"
BULLETS = "•●▪◦○■□‣·➢\uf0b7\uf0a7-–—*"
ROMAN = "(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"

# A label is matched with the white space as written: "A.  Fees" is a list, "A. Smith" a person.
LABEL = re.compile(
    rf"""\s*(?:
        (?P<bullet>[{re.escape(BULLETS)}])(?=\s+\S)
      | (?P<label>
            \(?\d{{1,3}}(?:\.\d{{1,3}})*[.)](?=\s|$)             # 4.  12)  (3)  1.2.
          | \d{{1,3}}(?:\.\d{{1,3}})+(?=\s+(?:that\b|[^a-z\s%]))    # 5.2 Fees, but not: 2.5 million
          | \d{{1,3}}(?=(?:\t|\s\s+)[A-Z])                       # 2   FEES
          | \d{{1,2}}\.(?=[A-Z][A-Za-z])                         # 3.FEES
          | \((?:[A-Za-z]|(?i:{ROMAN}))\)(?=\s|$)                # (a)  (iv)
          | (?:[A-Za-z]|(?i:{ROMAN}))\)(?=\s|$)                  # a)  iv)
          | (?:[a-z]|{ROMAN}|(?!.\.)(?i:{ROMAN}))\.(?=\s|$)      # a.  iv.  IV.
          | [A-Z]\.(?=\t|\s\s)                                   # A.  Fees
        ))""",
    re.VERBOSE,
)


def label_of(text: str) -> str | None:
    """The number, letter or bullet that `text` begins with, as printed; null where there is none."""
    match = LABEL.match(text)
    return match[match.lastgroup] if match and match.lastgroup else None


def text_of(runs: Iterable[Run]) -> str:
    return "".join(text for text, _ in runs)


def words_in(runs: Iterable[Run]) -> list[Word]:
    """The words, folding white space. A word that is bold in part is two words glued together."""
    words: list[Word] = []
    glue = False
    for text, bold in _joined(runs):
        glue = glue and not text[0].isspace()
        for word in text.split():
            words.append(Word(word, bold=bold, glue=glue))
            glue = False
        glue = bool(words) and not text[-1].isspace()
    return words


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of the same weight as one run, without the characters that nobody sees."""
    joined: list[Run] = []
    for text, bold in runs:
        text = text.translate(INVISIBLE)
        if not text:
            continue
        if joined and joined[-1][1] == bold:
            joined[-1] = (joined[-1][0] + text, bold)
        else:
            joined.append((text, bold))
    return joined


def lines_in(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs parted where a line break stands for the end of a paragraph; other breaks become spaces.

    One break in a paragraph is most often a heading over its text ("FEES<break>The fees were set.") or
    mere layout; two or more are a list of lines (names, addresses), unless a line goes on in lower case.
    """
    lines = _split(runs)
    many = len(lines) > 2
    result: list[list[Run]] = []
    for parted, line in lines:
        if result and not parted and not _parts(result[-1], line, many=many):
            result[-1] += [(" ", False), *line]
        else:
            result.append(line)
    return result


def _split(runs: Iterable[Run]) -> list[tuple[bool, list[Run]]]:
    """The lines that hold text, each with whether a parting break stands before it."""
    lines: list[tuple[bool, list[Run]]] = [(False, [])]
    for text, bold in runs:
        for piece in re.split("([\n\f])", text):
            if piece in ("\n", "\f"):
                lines.append((piece == "\f", []))
            elif piece:
                lines[-1][1].append((piece, bold))
    return [(parted, line) for parted, line in lines if text_of(line).strip()]


def _parts(before: list[Run], after: list[Run], *, many: bool) -> bool:
    """Whether the break between two lines parts two paragraphs."""
    first, second = text_of(before).strip(), text_of(after).strip()
    if label_of(text_of(after)):
        return True
    if second[0].islower() or first[-1] in ",-–&(":
        return False
    if many or first[-1] in ".:;?!":
        return True
    return (first.isupper() and not second.isupper()) or (_bold(before) and not _bold(after))


def _bold(runs: list[Run]) -> bool:
    return all(bold for text, bold in runs if text.strip())
