"""What bodies talk about, year by year: the phrases that more of their items hold than those of others.

A phrase is one to three words in a row that say something: no common word, no name of the body or of who was there. A
word alone is one only where it stands in a title or is an acronym. It counts once an item, so that a long debate counts
as one. How telling a phrase is of a body's year, against all else that is held, is the z-score of its log odds with a
prior of all phrases (Monroe, Colaresi and Quinn, "Fightin' words", Political Analysis 16, 2008). Phrases that share
words and items are one topic, named by the most telling of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import log, sqrt

from index.catalogue.across import Group, Talk
from index.passages import BOILERPLATE
from index.question import STOP
from index.terms import COMMON

LONGEST = 3  # words in a phrase
FEWEST = 2  # items of a body's year that a phrase has to be in
TELLING = 1.0  # z-score; what is below may be chance
LONGER = 1.25  # what a phrase of several words counts more than a single word, which may mean many things
SHARED = 0.5  # of the items of the rarer of two phrases, that are in both: then they are one topic
PRIOR = 0.05  # how much the phrases of all bodies count, as a share of their number
EXAMPLES = 3
ADDRESS = re.compile(r"\S*(?:https?:|www\.|@)\S*")
CLAUSE = re.compile(r"[^\w\s’'&/-]+|\n|\t| [–—-] ")
WORD = re.compile(r"[^\W\d_][\w’'-]+")
MORE = frozenset(  # words that say nothing of a topic: of grammar, of time and number, of offices and of paper
    "according across against although among another because become before below beside but cannot come despite few "
    "four five six seven eight nine ten half hundred however including later least less many much neither nor once "
    "per rather several since still unless otherwise whose whom third though throughout thus today together tonight "
    "too towards twice until very whether within without yes yet great good large small main key full new old "
    "various whole early late daily weekly monthly quarterly annual annually yearly autumn spring summer winter "
    "morning afternoon evening apology attachment attached appendix paper papers document documents email letter "
    "copy link page section draft previous present presented presentation attendance attendee attendees quorum "
    "motion vote votes abstention seconded moved carried opened adjourned adjournment minute question questions "
    "answer comment comments view views topic number total figure figures table part parts step steps thing things "
    "lot example detail assistant chief convener deputy director executive head leader lead manager mayor president "
    "representative secretary treasurer trustee vice county town parish district borough city "
    "general other others remark remarks".split()
)
NO_NOUN = re.compile(r"(?:ly|ed|ing)$")  # a phrase does not end in one: "explained", "briefly", "asking"
PERSON = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Rev)\b\.?(?: [A-Z]\b\.?)*((?: [A-Z][\w’'-]+)+)"
)


@dataclass
class Found:
    """A topic of a body's year."""

    group: Group
    name: str
    score: float
    items: set[str]
    terms: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # of passages, those with the name itself first
    words: set[str] = field(default_factory=set)


def topics(talk: Iterable[Talk], people: frozenset[str], *, limit: int) -> list[Found]:
    """The topics of each body's year, at most `limit`, the most telling first; bodies by name, the latest year first.

    `people` are words of people's names in small letters; where such a word has a capital it is passed over.
    """
    items: defaultdict[Group | None, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    numbers: defaultdict[tuple[Group, str], list[int]] = defaultdict(list)
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    titled: set[str] = set()
    for each in talk:
        if each.number is None and BOILERPLATE.search(each.text):
            continue
        own = frozenset(map(_stem, re.findall(r"\w+", f"{each.group[0]} {each.group[1]}".casefold())))
        for key, words in phrases(each.text, own, people):
            items[each.group if each.asked else None][key].add(each.item)
            written[key][words] += 1
            if each.number is None or words.isupper():
                titled.add(key)
            if each.number is not None and each.asked:
                numbers[each.group, key].append(each.number)
    names = {key: spelt.most_common(1)[0][0] for key, spelt in written.items()}
    counts = {group: {key: len(held) for key, held in by_key.items()} for group, by_key in items.items()}
    totals = Counter[str]()
    for count in counts.values():
        totals.update(count)
    found: list[Found] = []
    for group in sorted(filter(None, counts), key=lambda group: (group[0] or "", group[1] or "", -int(group[2]))):
        scores = {
            key: score * (LONGER if " " in key else 1)
            for key, score in telling(counts[group], totals).items()
            if counts[group][key] >= FEWEST and score >= TELLING and (" " in key or key in titled)
        }
        found += _clustered(group, scores, items[group], names, numbers)[:limit]
    return found


def telling(counts: dict[str, int], totals: Counter[str]) -> dict[str, float]:
    """The z-score of each phrase of a group against all others; where there are no others, its count."""
    here, everywhere = sum(counts.values()), sum(totals.values())
    there = everywhere - here
    if not there:
        return {key: float(count) for key, count in counts.items()}
    scores = {}
    for key, count in counts.items():
        prior, size = PRIOR * totals[key], PRIOR * everywhere
        other = totals[key] - count
        odds = log((count + prior) / (here + size - count - prior)) - log(
            (other + prior) / (there + size - other - prior)
        )
        scores[key] = odds / sqrt(1 / (count + prior) + 1 / (other + prior))
    return scores


def phrases(
    text: str, own: frozenset[str] = frozenset(), people: frozenset[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Each phrase once: the stems of its words, and the words as written.

    >>> [words for _, words in phrases("The cost of school buses rose.")]
    ['cost', 'school', 'school buses', 'school buses rose', 'buses', 'buses rose', 'rose']
    """
    seen: set[str] = set()
    shouted = not any(map(str.islower, text))
    for clause in CLAUSE.split(PERSON.sub(" . ", ADDRESS.sub(" . ", text))):
        run: list[str] = []
        for word in [*clause.split(), ""]:
            plain = word.strip("’'-&/")
            plain = plain.lower() if shouted else plain
            if (
                _says(plain)
                and _stem(plain.casefold()) not in own
                and not (plain[0].isupper() and plain.casefold() in people)
            ):
                run.append(plain)
                continue
            for key, words in _runs(run):
                if key not in seen:
                    seen.add(key)
                    yield key, words
            run = []


def _runs(words: list[str]) -> Iterator[tuple[str, str]]:
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + LONGEST) + 1):
            part = words[first:last]
            if not NO_NOUN.search(part[-1].casefold()):
                yield " ".join(_stem(word.casefold()) for word in part), " ".join(map(_lower, part))


def _lower(word: str) -> str:
    """An acronym as it is, any other word in small letters."""
    return word if word.isupper() else word.lower()


@cache
def _says(word: str) -> bool:
    """Whether a word says something of what a text is about."""
    plain = word.casefold()
    return (
        bool(WORD.fullmatch(word))
        and len(word) > 2
        and not ({plain, _stem(plain)} & (COMMON | MORE) or STOP.fullmatch(plain))
    )


@cache
def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    word = word.removesuffix("’s").removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _clustered(
    group: Group,
    scores: dict[str, float],
    items: dict[str, set[str]],
    names: dict[str, str],
    numbers: dict[tuple[Group, str], list[int]],
) -> list[Found]:
    """Topics of phrases that share words and items, the most telling first. Of equals the longer phrase comes first."""
    found: list[Found] = []
    for key in sorted(scores, key=lambda key: (-round(scores[key], 3), -len(key.split()), key)):
        words = set(key.split())
        for topic in found:
            both = len(items[key] & topic.items)
            if words & topic.words and both >= SHARED * min(len(items[key]), len(topic.items)):
                topic.terms.append(names[key])
                topic.words |= words
                topic.items |= items[key]
                topic.numbers += numbers.get((group, key), [])
                break
        else:
            found.append(
                Found(group, names[key], scores[key], set(items[key]), [], [*numbers.get((group, key), [])], words)
            )
    return found
