"""Where a meeting was held: "held in the Old Forge, Mill Lane", "Venue: Old Forge"."""

import re
from itertools import pairwise

from extract.bodies.words import capitalised

_HELD_IN = re.compile(
    r"(?:^|\b(?:meeting|minutes|council|committee|board|cabinet|panel)\b[^.]{0,80}? )(?:held|met) "
    r"(?:(?:on|at) .{3,60}? )??"
    r"(?:in|at|via) (?:the )?(?P<place>[A-Z][^.;\n]{3,90}?)"
    r"(?=,? (?:on|at|commencing|starting|beginning|from)(?: |$)|,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|,? \d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|\s\d+/\d+ |\.|;|$)",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?:place|venue|location)\s*:?\s*(?P<place>.*)", re.IGNORECASE)


def place_of(head: list[str]) -> str | None:
    """The place that a line at the head names, or the line below a label alone: "Venue" over "Old Forge"."""
    for text, after in pairwise([*head, ""]):
        held = _HELD_IN.search(capitalised(_with_rest(text, after)))
        venue = _VENUE.fullmatch(text.strip())
        if venue and (":" in text or not venue["place"]):
            return venue["place"].strip() or after.strip() or None
        if held and held["place"][0].isupper():
            return held["place"].strip()
    return None


_FULL = 40  # characters; a shorter line of a head does not go on in the next
_REST = 10  # words, of the end of a place in a line of its own
_REST_OF_PLACE = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:Hall|Rooms?|Road|Street|Lane|Avenue|Centre|Center|Building|House|Chambers?|Library"
    r"|School|Church|Offices?|Club|Hotel|Pavilion|Square|Suite)\b"
)


def _with_rest(text: str, after: str) -> str:
    """A line with the one below where that goes on with the place: "held in the Forge, Mill" and "Lane, Fenwold"."""
    rest = _REST_OF_PLACE.match(after) and len(after.split()) <= _REST and len(text) >= _FULL
    return f"{text} {after}" if rest and text[-1:].isalpha() else text
