"""Profiles: what the documents of one body have of their own."""

from pathlib import Path

import pytest

from extract import PLAIN, Profile, extract, read_profile
from minutes.errors import ProfileError
from minutes.model import Minutes
from tests.extract.samples import FRONT, document_of

NAMELESS = (
    "Minutes of the meeting held on 12 March 2024\nPresent: Cllr Ada Brindle (Chair)\nThe Chair welcomed everyone."
)


def taken(text: str, profile: Profile) -> Minutes:
    return extract(document_of(f"{FRONT}\n# 7. Business\n{text}"), profile)


@pytest.mark.parametrize(
    ("profile", "text", "decisions", "owners"),
    [
        (PLAIN, "It was so ordered that the gate stay shut.", 0, []),
        (Profile(decisions=("so ordered",)), "It was so ordered that the gate stay shut.", 1, []),
        (PLAIN, "The Clerk shall see to the gate.", 0, []),
        (Profile(actions=("shall see to",)), "The Clerk shall see to the gate.", 0, ["The Clerk"]),
        (PLAIN, "The Reeve will mend the gate.\nThe Reeve will write to them.", 0, []),
        (Profile(owners=("Reeve",)), "The Reeve will write to them.", 0, ["The Reeve"]),
        (PLAIN, "| Item | Talk | Heed\n| 1 | The gate was broken and has to be mended soon. | TO", 0, []),
        (
            Profile(columns=("Heed",)),
            "| Item | Talk | Heed\n| 1 | The gate was broken and has to be mended soon. | TO",
            0,
            ["TO"],
        ),
    ],
)
def test_a_profile_switches_a_convention_on(profile: Profile, text: str, decisions: int, owners: list[str]) -> None:
    minutes = taken(text, profile)
    assert (len(minutes.decisions), [action.owner for action in minutes.actions]) == (decisions, owners)


def test_the_profile_names_the_body_only_where_the_document_does_not() -> None:
    profile = Profile(organisation="Otherby Town Council", body="Mill Committee")
    assert taken("", profile).meeting.organisation == "Fenwold Parish Council"
    assert taken("", profile).meeting.body == "Amenities Committee"
    meeting = extract(document_of(NAMELESS), profile).meeting
    assert (meeting.organisation, meeting.body) == ("Otherby Town Council", "Mill Committee")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"organisation": "Otherby Town Council"}, ("Otherby Town Council", "Amenities Committee")),
        ({"body": "Mill Committee"}, ("Fenwold Parish Council", "Mill Committee")),
    ],
)
def test_names_that_are_settled_count_over_those_of_the_document(
    names: dict[str, str], expected: tuple[str, str]
) -> None:
    meeting = taken("", Profile(**names, settled=True)).meeting
    assert (meeting.organisation, meeting.body) == expected


def test_a_profile_is_read_from_toml(tmp_path: Path) -> None:
    path = tmp_path / "fenwold.toml"
    path.write_text('body = "Mill Committee"\nowners = ["Reeve"]\n')
    assert read_profile(path) == Profile(body="Mill Committee", owners=("reeve",))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('organization = "Mill"', "there is no key 'organization'; use organisation, body, owners"),
        ('owners = "reeve"', "owners: "),
        ('owners = ["the reeve"]', "owners: 'the reeve' is not one word"),
        ('decisions = ["was $ordered"]', "there is no list of words 'ordered'"),
        ('decisions = [""]', "a phrase is empty"),
        ('actions = ["^see to", "shall see"]', "all phrases begin with ^, or none"),
        ("owners = [", "is no TOML file"),
    ],
)
def test_a_profile_that_says_something_else_is_refused_in_one_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "fenwold.toml"
    path.write_text(text)
    with pytest.raises(ProfileError) as refused:
        read_profile(path)
    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_profile_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"missing\.toml: cannot be read"):
        read_profile(tmp_path / "missing.toml")


def test_only_a_profile_that_says_something_has_a_fingerprint() -> None:
    assert PLAIN.fingerprint == ""
    assert Profile(owners=("reeve",)).fingerprint != Profile(owners=("beadle",)).fingerprint
