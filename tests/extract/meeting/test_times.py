"""When a meeting began and when it ended."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("held on 12 March 2024 at 7.00 pm", "19:00"),
        ("held on 12 March 2024 at 7pm", "19:00"),
        ("held on 12 March 2024 commencing at 10.30 a.m.", "10:30"),
        ("held on 12 March 2024, 2.00 pm", "14:00"),
        ("held on 12 March 2024 at 12.15 pm", "12:15"),
        ("held on 12 March 2024 7pm", "19:00"),
        ("held on 12/03/24 7pm", "19:00"),
        ("held on 12 March 2024 @ 19:00", "19:00"),
        ("held on 12 March 2024\nTime: 21:00", "21:00"),
        ("held on 12 March 2024\nThe meeting closed at 8.25pm", None),
        ("held on 12 March 2024", None),
    ],
)
def test_start_time(line: str, start: str | None) -> None:
    assert minutes_of(f"# Minutes of the meeting {line}\nPresent: Ada Brindle\n{TOLD}").meeting.start_time == start


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("The meeting closed at 9.15 pm.", "21:15"),
        ("The meeting closed at 12.15 am.", "00:15"),
        ("The Chair declared the meeting closed at 21:15.", "21:15"),
        ("There being no further business the meeting ended at 9.15pm", "21:15"),
        ("The Chair thanked everyone.", None),
    ],
)
def test_end_time(line: str, end: str | None) -> None:
    text = f"# Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n{TOLD}\n{line}"
    assert minutes_of(text).meeting.end_time == end
