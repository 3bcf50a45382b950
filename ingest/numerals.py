"""Numbers as lists print them, and as attributes hold them."""

import re

ROMAN = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip


def roman(number: int) -> str:
    """Lower-case roman number; decimal outside 1 to 3999."""
    if not 0 < number < 4000:
        return str(number)
    result = ""
    for worth, sign in ROMAN:
        count, number = divmod(number, worth)
        result += sign * count
    return result


def letters(number: int) -> str:
    """a to z, then aa, bb, … as Word counts; decimal outside 1 to 780."""
    if not 0 < number <= 780:
        return str(number)
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def ordinal(number: int) -> str:
    tens, ones = divmod(abs(number), 10)
    return f"{number}{'th' if tens % 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(ones, 'th')}"


def integer(text: str | None, default: int) -> int:
    """A number in an attribute; a broken or absurd one is the default."""
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else default
