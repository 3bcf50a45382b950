"""Long lists of words in a pattern, written so that they are soon passed over."""

from collections import defaultdict


def either(words: str) -> str:
    """Alternatives for a pattern that ignores case: `words` are patterns parted by "|", each with a letter first.

    `re` tries each branch of a list at every place of a text, but skips one that begins with a set of letters of which
    the text has none there. Words with the same first letter become one such branch. No word may hold a "|" of its own.
    """
    rests = defaultdict(list)
    for word in words.split("|"):
        rests[word[0].lower()].append(word[1:])
    return "|".join(f"(?-i:[{first}{first.upper()}])(?:{'|'.join(rest)})" for first, rest in rests.items())
