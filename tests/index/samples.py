"""A toy reader and extractor, so that index and library are tested without the real ones.

One block a line: `# ` heading, `- ` list item, `| ` table row (`|! ` names the columns), `^ ` running header.
`RESOLVED: …` is a decision, and so is each `(a) …` line under a bare `RESOLVED:`; `ACTION: …` is an action, a
sentence with `%` a metric. A line that begins with `That` is a decision without a stem.
"""

import hashlib
import re
from pathlib import Path

from ingest.builder import TextBuilder, words_of
from minutes.errors import InputError
from minutes.found import Filters
from minutes.model import (
    Action,
    AgendaItem,
    Attendance,
    Citation,
    Decision,
    Document,
    Meeting,
    Metric,
    Minutes,
    Receipt,
    content_id,
)

KINDS = {"# ": "heading", "- ": "list_item", "^ ": "header"}


def document_of(text: str, *, path: str = "minutes.txt") -> Document:
    builder = TextBuilder()
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("|"):
            cells = [words_of(cell) for cell in line.lstrip("|!").split("|")]
            builder.add_row(cells, table=1, column_header=line.startswith("|!"))
        else:
            kind = KINDS.get(line[:2], "paragraph")
            builder.add(kind, words_of(line[2:] if line[:2] in KINDS else line))  # type: ignore[arg-type]
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=sha256[:16], title=None, kind="minutes", media_type="text/plain", pages=None, sha256=sha256, path=path,
        text=builder.text, blocks=tuple(builder.blocks), receipt=Receipt(pages_in=1, pages_out=1), words=builder.words,
    )  # fmt: skip


def minutes_of(document: Document) -> Minutes:
    """Organisation, body and date from a first line such as `^ Ashby Council; Cabinet; 2023-01-16`."""
    first = document.text.split("\n", 1)[0].split("; ")
    meeting = (
        Meeting(**dict(zip(("organisation", "body", "date"), first, strict=False))) if len(first) == 3 else Meeting()
    )
    decisions, actions, metrics, stem = [], [], [], None
    items = _items(document)
    for block in document.blocks:
        text, place = document.text[block.start : block.end], document.cite(block.start, block.end)
        common = {"citation": place, "rule": "toy", "item_id": _item_id(items, block.start), "text": text}
        if text == "RESOLVED:":
            stem = text
        elif text.startswith(("RESOLVED:", "That ")):
            decisions.append(Decision(id=_id("dec", place), outcome=_outcome(text), **common))
        elif stem and re.match(r"\([a-z]\) ", text):
            limb = document.cite(block.start + 4, block.end)
            common |= {"citation": limb, "text": limb.quote, "stem": stem}
            decisions.append(Decision(id=_id("dec", limb), outcome=_outcome(text), **common))
        else:
            stem = None
        if "ACTION:" in text:
            actions.append(Action(id=_id("act", place), tier="explicit", owner="The Clerk", **common))
        if figure := re.search(r"(\d+)%", text):
            metrics.append(Metric(id=_id("met", place), value=float(figure[1]), unit="%", name=None, **common))
    return Minutes(
        document=document.info, meeting=meeting, items=items, decisions=decisions, actions=actions, metrics=metrics,
        receipt=document.receipt,
    )  # fmt: skip


def read(path: Path, *, password: str | None = None) -> Document:
    text = path.read_text()
    if "unreadable" in text:
        raise InputError(f"{path}: is damaged; get the file again")
    return document_of(text, path=str(path))


def _items(document: Document) -> tuple[AgendaItem, ...]:
    heads = [block for block in document.blocks if block.kind == "heading"]
    ends = [*(block.start for block in heads[1:]), len(document.text)]
    items = []
    for head, end in zip(heads, ends, strict=False):
        place = document.cite(head.start, head.end)
        number, _, title = place.quote.partition(" ")
        items.append(AgendaItem(id=_id("itm", place), citation=place, rule="toy", number=number, title=title, end=end))
    return tuple(items)


def _item_id(items: tuple[AgendaItem, ...], offset: int) -> str | None:
    return next((item.id for item in items if item.citation.start <= offset < item.end), None)


def _id(prefix: str, place: Citation) -> str:
    return content_id(prefix, place.document_id, place.start, place.end)


def _outcome(text: str) -> str:
    return "noted" if "noted" in text else "approved"


ASHBY = """
^ Ashby Council; Cabinet; 2023-01-16
# 1 Apologies for absence
Apologies for absence were received from one member who could not travel to the meeting on account of the snow.
# 2 School transport
The Head of Service explained that the cost of taxis to special schools had risen by 12% since the year before.
RESOLVED:
(a) that the school transport policy be approved
(b) that the report on taxi contracts be noted
ACTION: The Clerk to write to the bus operators about the timetable for September before the next term begins.
# 3 Library opening hours
Members spoke of the petition against closing the village library on Saturdays and thanked the volunteers who staff it.
RESOLVED: that the library stay open on Saturdays until the review is complete
"""
BURLEY = """
^ Burley Trust; Health Board; 2024-05-20
# 1 Waiting times
The Board heard that waiting times for speech therapy stood at 14 weeks and that 81% of children were seen in time.
# 2 School transport
It was said that journeys to school by taxi tire the younger children and that parents had asked for escorts.
"""
NAMES = """
^ O’Hara–Smythe Trust; Children’s Board; 2024-02-03
# 1 The auditor’s\u00a0report
RESOLVED: that the Partnership on co‑operation between schools and the café be approved as it stands in the report
ACTION: The Chief Executive’s Office to write to everybody who has a part in it before the next term begins.
"""


def named_of(document: Document) -> Minutes:
    """Its minutes with people in them whose names have accents and apostrophes."""
    minutes = minutes_of(document)
    (decision,), (action,) = minutes.decisions, minutes.actions
    there = Attendance(name="Cllr D’Arcy Ó BRÁDAIGH", status="present")
    return minutes.model_copy(
        update={
            "attendance": (there,),
            "decisions": (decision.model_copy(update={"mover": "Cllr Ó BRÁDAIGH", "seconder": "José D’Arcy"}),),
            "actions": (action.model_copy(update={"owner": "Chief Executive’s\u00a0Office"}),),
        }
    )


WORDS = [  # in decisions, with these filters, and whether the one of NAMES holds them
    ("auditor's", Filters(), True),  # in the title of its item
    ("auditor’s", Filters(), True),
    ("AUDITOR‘S REPORT", Filters(), True),
    ("co-operation", Filters(), True),
    ("co–operation", Filters(), True),
    ("cafe", Filters(), True),
    ("CAFÉ", Filters(), True),
    ("cafe\u0301", Filters(), True),
    ("school", Filters(), True),
    ("approving", Filters(), True),
    ("partnerships", Filters(), True),
    ("art", Filters(), False),
    ("ship", Filters(), False),
    ("report auditor's", Filters(), False),  # they stand in another order
    ("’", Filters(), False),
    ('"', Filters(), False),
    ("mover : cafe", Filters(), False),
    ("", Filters(organisation="o'hara-smythe"), True),
    ("", Filters(organisation="hara"), True),
    ("", Filters(organisation="hara trust"), False),
    ("", Filters(body="CHILDREN'S BOARD"), True),
    ("", Filters(body="child"), False),
    ("", Filters(mover="ó brádaigh"), True),
    ("", Filters(mover="o bradaigh"), True),
    ("", Filters(mover="d'arcy"), False),
    ("", Filters(mover="brad"), False),
]
