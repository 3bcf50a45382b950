"""Which names are thought to be of one person, and which could be of somebody else."""

import pytest

from index.people import bare, in_organisations, meant, same
from minutes.found import Attended, Listed
from minutes.model import Attendance, Decision, Meeting
from tests.index.samples import document_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Councillor Jane Pellowe", "jane pellowe"),
        ("Cllr. J. Pellowe", "j pellowe"),
        ("County Councillor Mrs Jane Pellowe OBE", "jane pellowe"),
        ("Jane Pellowe (Chair)", "jane pellowe"),
        ("Jane Pellowe, Clerk to the Council", "jane pellowe"),
        ("Dr Séan O'Hara-Smythe", "sean o’hara-smythe"),
        ("SEÁN O`HARA–SMYTHE – Chair", "sean o’hara-smythe"),
        ("Sea\u0301n O‘Hara‑Smythe", "sean o’hara-smythe"),
        ("The Mayor", "mayor"),
        ("Drew Marsh", "drew marsh"),
        ("", ""),
    ],
)
def test_titles_do_not_count(name: str, expected: str) -> None:
    assert " ".join(bare(name)) == expected


@pytest.mark.parametrize(
    ("name", "held", "theirs", "unsure"),
    [
        ("Jane Pellowe", ["Cllr Jane Pellowe", "Cllr Pellowe", "J Pellowe"], {0, 1, 2}, set()),
        ("Jane Pellowe", ["Jane Pellowe", "John Pellowe", "Cllr Pellowe", "J Pellowe"], {0}, {2, 3}),
        ("Jane Pellowe", ["Jane Pellowe", "Tom Pellowe", "Cllr Pellowe", "J Pellowe"], {0, 3}, {2}),
        ("Cllr Pellowe", ["Cllr Pellowe", "Jane Pellowe", "John Pellowe"], {0}, {1, 2}),
        ("Cllr Pellowe", ["Mr Pellowe", "Jane Pellowe"], {0, 1}, set()),
        ("Jane Pellowe", ["Jane Strick", "the Clerk"], set(), set()),
        ("Siân ÓBRIEN", ["Cllr Sian óbrien", "S. Obrien"], {0, 1}, set()),
        ("Jane Pellowe", ["Jane Ann Pellowe", "J A Pellowe"], {0, 1}, set()),
    ],
)
def test_a_name_is_theirs_if_it_can_be_nobody_elses(
    name: str, held: list[str], theirs: set[int], unsure: set[int]
) -> None:
    expected = tuple({held[index] for index in indices} for indices in (theirs, unsure))
    assert same(name, held) == expected


@pytest.mark.parametrize(
    ("name", "came", "expected"),
    [
        ("Cllr Pellowe", ["Mr J A Pellowe", "Mrs U Keld"], "Mr J A Pellowe"),
        ("Jane Pellowe", ["Mrs J A Pellowe", "Cllr Pellowe (Chair)"], "Jane Pellowe"),
        ("Cllr Pellowe", ["Mr J A Pellowe", "Mrs T Pellowe"], "Cllr Pellowe"),
        ("Cllr Pellowe", ["Mr Pellowe", "Mrs T Pellowe"], "Mr Pellowe"),
        ("Cllr T Pellowe", ["Mr J A Pellowe", "Mrs T Pellowe"], "Mrs T Pellowe"),
        ("Cllr T Pellowe", ["Mr J A Pellowe"], "Cllr T Pellowe"),
        ("the Chair", ["Mr J A Pellowe"], "the Chair"),
        ("UK", ["Mr J A Pellowe", "Una Keld"], "Una Keld"),
        ("JP", ["Mr J A Pellowe", "Una Keld"], "JP"),
    ],
)
def test_a_name_means_whoever_came_and_nobody_else_could_be(name: str, came: list[str], expected: str) -> None:
    away = Attendance(name="Mr Z Pellowe", status="apologies")
    there = [Attendance(name=each, status="present", initials="UK" if "Keld" in each else None) for each in came]
    assert meant(name, [*there, away]) == expected


def test_who_moved_is_known_by_who_came() -> None:
    """ "Cllr Pellowe" is J A Pellowe at the first meeting, where Tom did not come, and either at the second."""
    attended, records = [], []
    for day, came in (("2024-03-12", ["Mr J A Pellowe"]), ("2024-04-09", ["Mr J A Pellowe", "Tom Pellowe"])):
        document, meeting = document_of(f"RESOLVED: on {day}"), Meeting(organisation="Ashby Council", date=day)
        attended += [
            Attended(document=document.info, meeting=meeting, attendance=Attendance(name=name, status="present"))
            for name in came
        ]
        decision = Decision(
            id=f"dec-{day}", text="RESOLVED", outcome="approved", mover="Cllr Pellowe", rule="toy", item_id=None,
            citation=document.cite(0, 8),
        )  # fmt: skip
        records.append(Listed(document=document.info, meeting=meeting, item=None, record=decision))
    (person,) = in_organisations("Jane Pellowe", attended, records)
    assert [each.record.id for each in person.moved] == ["dec-2024-03-12"]
    assert (person.names, person.unsure) == (("Cllr Pellowe", "Mr J A Pellowe"), ("Cllr Pellowe",))  # elsewhere
    (asked,) = in_organisations("Cllr Pellowe", attended, records)
    assert [each.record.id for each in asked.moved] == ["dec-2024-03-12", "dec-2024-04-09"]
