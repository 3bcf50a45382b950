"""What is decided "with the following changes:", which stand as a list below the sentence."""

import re
from itertools import takewhile

from extract.decisions.votes.finding import votes_in
from extract.findings import Findings
from minutes.model import Block, Decision, content_id

_LEADS = re.compile(
    r"\bfollowing (?:\w+ )?(?:changes?|amendments?|additions?|corrections?|revisions?|modifications?)\b[^.;]*:$",
    re.IGNORECASE,
)
_LONGEST = 40  # entries of such a list at most
_VOTE_ON_IT = re.compile(r"(?:the )?(?:votes?|voting|vote totals?|count)\b", re.IGNORECASE)


def with_changes(found: Findings) -> list[Decision]:
    """The decisions, one that ends in such words with its list, and with the vote that the entry after that tells."""
    told = [_with_list(found, each) if _LEADS.search(each.text) else each for each in found.decisions]
    lists = [
        (before.citation.end, each.citation.end)
        for before, each in zip(found.decisions, told, strict=True)
        if each is not before
    ]
    return [each for each in told if not any(low < each.citation.start < high for low, high in lists)]


def _with_list(found: Findings, decision: Decision) -> Decision:
    document = found.document
    index = document.block_index(decision.citation.start)
    own = document.blocks[index]
    if decision.citation.end < own.end:
        return decision
    below = [block for block in document.blocks[index + 1 : index + 1 + _LONGEST] if not block.furniture]
    listed = list(takewhile(lambda block: _is_of_list(own, block), below))
    if not listed:
        return decision
    citation = document.cite(decision.citation.start, listed[-1].end)
    after = below[len(listed)] if len(listed) < len(below) else None
    told = document.text[after.start : after.end].lstrip("•-* ") if after else ""
    votes = decision.votes or (votes_in(told) if _VOTE_ON_IT.match(told) else None)
    changed = {"citation": citation, "text": citation.quote, "votes": votes}
    return decision.model_copy(update={**changed, "id": content_id("dec", document.id, citation.start, citation.quote)})


def _is_of_list(own: Block, block: Block) -> bool:
    """Whether a block is an entry of the list that another leads to, and not the next of the list that this is in."""
    return block.kind == "list_item" and (own.kind != "list_item" or block.level > own.level)
