"""Which names are thought to be of one person, and which could be of somebody else."""

import pytest

from index.people import bare, same


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
