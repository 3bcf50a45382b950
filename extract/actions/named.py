"""Who a marked task names itself: "JS to write", "Papers to the Clerk (ALL)", "@una to mend it"."""

import re

from extract.actions.owners import INITIALS
from extract.ruleset import word_list

_LED = re.compile(
    r"(?:For )?(?P<who>(?:[Tt]he |[Aa]ll |[Aa]n? )?(?:[A-Z][\w./&’'-]*|all|officers|members"
    r"|(?:committee|board|council|group|forum|panel|staff) members)"
    r"(?:,? (?:/ |and |of |for |the )?[A-Z&(][\w./&’'()-]*|,? (?:and |or )?(?:[a-z-]+ )?(?:members?|officers?"
    r"|directors?|offices?|authors?|owners?|facilit(?:y|ies)|teams?|managers?|leads?|leaders?|partners?|governors?"
    r"|treasurers?|secretaries|trustees?|councillors?|(?:church)?wardens?|staff"
    r"|services?|working part(?:y|ies)|working groups?)){0,6}) "
    r"(?:to|will|should|would|is to|are to|agreed to|tasked with"
    r"|took (?:an? |the )?action (?:item |point )?to) [a-z]"
)
_CLOSED = re.compile(
    rf"\((?P<who>ALL|All|all|{INITIALS}(?:(?:/| and |, ){INITIALS})*"
    r"|(?P<given>[A-Z][a-z]+)(?:(?:/| and |, )[A-Z][a-z]+)?)\)\s*\.?$"
)
# "Send the rota. (UK & TO) This was done in May."
_CLOSED_THEN = re.compile(
    rf"\((?P<who>(?:ALL|{INITIALS})(?: ?(?:/|&|,|and) ?(?:ALL|{INITIALS}))*)\)(?=\.?\s+(?:[A-Z]|this\b|these\b))"
)
_ASKING = ("which", "what", "who", "whether")
_DOING = re.compile(r"(?P<who>[A-Z]{2,3}(?:/[A-Z]{2,3})*) [a-z]+ing [a-z]")  # "UK working on the rota"
# "(Pending) Una to write": how a task stands, told before it
_STANDS = re.compile(
    r"[(\[](?:pending|done|standing|open|closed|completed?|ongoing|in progress|new|carried forward|c/f)[)\]]:? ",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"@[\w-]+(?:\s?(?:/|,|&|and)\s?@[\w-]+)*\b(?!\.)")  # "@una to write": a name on a platform
_STOPS = re.compile(r"\.\s+(?=[A-Z])")
_NOBODY_LEADS = re.compile(r"(?:It|This|That|These|Those|There|They|He|She|We|All|An?|Any|No|If|When|Please)\b")


def named_owner(text: str) -> str | None:
    """Who a marked task names itself: "JS to write", "For all to contribute", "Papers to the Clerk (ALL)"."""
    if handle := _HANDLE.match(text):
        return handle[0]
    text = _STANDS.sub("", text)
    noted, match = _CLOSED.search(text), _LED.match(text)
    does = match and re.match(r"[a-z-]+", text[match.end() - 1 :])
    if noted and noted["given"] and noted["given"].casefold() not in word_list("given"):
        noted = None  # "(Strategic)"
    if noted and not (does and does[0] in word_list("task")):
        return noted["who"]
    if doing := _DOING.match(text):
        return doing["who"]
    then = _CLOSED_THEN.search(text)
    if then and (not match or match["who"].split()[0].casefold() in _ASKING):
        return then["who"]
    # "Write to the landlord" names nobody.
    if match:
        return match["who"] if match["who"].casefold() not in (*word_list("task"), "open", "due") else None
    # "Una asked for a chart. The Warden will send one.", and not "Ask for a chart. The Warden will help."
    if text.split(" ", 1)[0].casefold() in word_list("task"):
        return None
    below = (_LED.match(text, stop.end()) for stop in _STOPS.finditer(text))
    return next((told["who"] for told in below if told and not _NOBODY_LEADS.match(told["who"])), None)
