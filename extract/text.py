"""The text as extraction sees it: blocks that say something, and the sentences in them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from minutes.model import Block, Document

# Followed by a stop that ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|Dr|Cllrs?|Prof|Rev|Revd|Hon|St|No|Nos|nos|vs|etc|eg|ie|e\.g|i\.e|approx|dept|depts|para"
    r"|paras|p|pp|[Pp]rop|sec|[Aa]bst"
    r"|Ltd|Inc|incl?|Co|Rs|Vol|Fig|Sec|Art|Gen|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri"
    r"|a\.m|p\.m)"
    r"|\b[A-ZÀ-Þ])\.$"
)
_NUMBER = re.compile(r"\b(?:NOS?|c|ss?)\.$")  # "ORDINANCE NO. 41", "the Act, 2001, c. 25"
_LONGEST = 12  # characters; no abbreviation has more
_LABEL = re.compile(r"\(?\w{1,4}\.")
# ... unless it is a time, "etc." or "Inc.", and a word follows that begins a sentence.
_TIME = re.compile(r"\b(?:[ap]\.m|etc|Inc|Ltd)\.$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:The|There|This|That|It|In|At|All|Also|Those|Present|Members|Roll|Motion|He|She|They|A|No"
    r"|Carried|CARRIED|Defeated|DEFEATED"
    r"|Commissioners|Trustees|Directors|Councillors|Governors|(?:M(?:r|rs|s)|Dr|Cllr)(?=\.? [A-Z]))\b"
)
# A bar stands between the cells of a row that was read as a line: "The plan was read. / Chair to send it round."
# (The class comes first, since `re` looks for a letter of it faster than for anything else.)
# The label of the next of some limbs is no part of it: "(i) Resolved that ... (ii) The Clerk reported ...".
_END = re.compile(
    r"[.!?](?<!\.[.!?])(?!(?<=\.)\.+\s+[£$€])[.!?]*[\"”’')\]]*\s+(?:/\s+)?"
    r"(?P<label>\((?:[b-h]|i{2,3}|iv|vi{0,3})\)\s+)?(?=[\"“‘'(\[]?[A-Z0-9£$€₹•])"
)
# "Resolution 2024/61: It was resolved that ...", where the number is a label; in "Resolution 7: That the ..." it
# tells that something was resolved.
_NUMBERED = re.compile(
    r"(?:Resolution|RESOLUTION|Minute|MINUTE|Decision)\s(?:[Nn]o\.?\s?)?\d[\d/.-]{0,12}\s?[:–—-]\s+"
    r"(?=(?:It\s(?:was|is)|Proposed|Moved|(?:Unanimously\s)?(?:Resolved|Agreed|Decided)"
    r"|(?:IT\sWAS|PROPOSED|MOVED|RESOLVED|AGREED))\b)"
)
_LISTED = re.compile(r"(?<![^\s:;•])\d{1,2}\.$")  # the number of an entry: "as follows: 1. £4,000 for oars"
_FIRST_LISTED = re.compile(r":\s+1\.$")  # "These were elected: 1. Ada Brindle 2. Tom Orme"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a paragraph, a heading or a table cell. `start` stands after a label such as "4." or "•"."""

    start: int
    end: int
    block: int  # index into the document's blocks


def sentences_of(document: Document) -> list[Sentence]:
    """The sentences of the running text, in order; headers and footers are left out."""
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if block.furniture:
            continue
        stretches = block.cells if block.kind == "table_row" else [(content_start(document, block), block.end)]
        for start, end in stretches:
            numbered = _NUMBERED.match(document.text, start, end)
            start = numbered.end() if numbered else start
            found += [Sentence(start + a, start + b, index) for a, b in _cut(document.text[start:end])]
    return found


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph or a table cell begins and ends."""
    cut, entry = 0, 0  # where the sentence begins, and the number of the last entry of a list that it holds
    for match in _END.finditer(text):
        stop = match.start() + 1
        near = max(cut, stop - _LONGEST)
        stopped = match[0][0] == "." and (_ABBREVIATION.search(text, near, stop) or _LABEL.fullmatch(text, cut, stop))
        number = _LISTED.search(text, near, stop)
        counted = 1 if _FIRST_LISTED.search(text, near, stop) else entry and entry + 1
        goes_on = number and int(number[0][:-1]) == counted  # else "1. 1. 1." would be one sentence without an end
        entry = counted if goes_on else entry
        listed = goes_on or (number and text[match.end()] in "£$€₹")
        listed = listed or (_NUMBER.search(text, near, stop) and text[match.end()].isdigit())
        if listed or (stopped and not (_TIME.search(text, near, stop) and _BEGINS.match(text, match.end()))):
            continue
        yield cut, match.start() + len(match[0].removesuffix(match["label"] or "").rstrip(" \t\n/"))
        cut, entry = match.end(), 0
    if cut < len(text):
        yield cut, len(text)


def content_start(document: Document, block: Block) -> int:
    """Where a block's text begins after its label."""
    start = block.start
    if block.label and document.text.startswith(block.label, start):
        start += len(block.label)
        while start < block.end and document.text[start].isspace():
            start += 1
    return start if start < block.end else block.start


def as_text(doc: Doc) -> str:
    """The text of a Doc, which keeps it: spaCy puts it together from the tokens each time that it is asked."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    text: str = doc.user_data["text"]
    return text


def plain(word: str) -> str:
    """A word without accents: "Zoë" and "Zoe" are one to who writes minutes."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
