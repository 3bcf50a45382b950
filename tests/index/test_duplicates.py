import pytest

from index.duplicates import bands, same

LONG = (
    "The Head of Transport told members that the cost of taking children to school by bus had risen since the year "
    "before, and that the contract with the operator would end in July unless it was extended by the committee."
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (LONG, LONG, True),
        (LONG, LONG.upper().replace(" ", "  "), True),
        (LONG, LONG.replace("operator", "company"), True),  # a word or two
        (LONG, LONG.replace("had risen", "had not risen"), False),
        (f"{LONG} It was 12%.", f"{LONG} It was 14%.", False),
        (LONG, f"{LONG} {LONG[::-1]}", False),
        (
            LONG,
            "Members asked where new racks for bicycles should stand in the square by the library next year.",
            False,
        ),
        ("that the report be noted", "that the report be noted", False),  # about something else each time
    ],
)
def test_the_same(one: str, other: str, expected: bool) -> None:
    assert same(one, other) == same(other, one) == expected


def test_what_is_alike_shares_bands_and_what_is_not_does_not() -> None:
    alike, strange = LONG.replace("operator", "company"), " ".join(reversed(LONG.split()))
    assert set(bands(LONG)) & set(bands(alike))
    assert not set(bands(LONG)) & set(bands(strange))
    assert bands("that the report be noted") == []


def test_bands_never_change_because_libraries_hold_them() -> None:
    assert bands(LONG)[:2] == [-7828408367034151567, -7761678299481343258]
    assert all(-(2**63) <= band < 2**63 for band in bands(LONG))
