"""Numbered entries that begin in bold are titled by what is set so."""

from tests.extract.samples import FRONT, headings, minutes_of

HEAD = FRONT.partition("# 1.")[0]


def test_what_is_in_bold_at_the_head_of_numbered_entries_is_their_title() -> None:
    topics = ["Barges: berths for 9 May, rents from 1 June", "Weir act 1931, duty to clear silt", "Lamps", "Oars"]
    text = "\n".join(f"{n}. **{topic}.** The Board spoke of it at some length." for n, topic in enumerate(topics, 1))
    assert headings(minutes_of(HEAD + text)) == [(str(n), topic) for n, topic in enumerate(topics, 1)]


def test_lines_that_count_on_from_numbered_headings_are_items_to_the_last() -> None:
    first = "".join(f"# {n}. Pond {n}\nIt was looked at.\n" for n in range(1, 4))
    rest = "".join(f"{n}. **Quay {n}**\nIt was looked at.\n" for n in range(4, 8))
    assert [number for number, _ in headings(minutes_of(HEAD + first + rest))] == [str(n) for n in range(1, 8)]
