"""What is decided with changes that stand as a list below the sentence."""

from pathlib import Path

from minutes.model import Votes
from tests.extract.samples import decided, extracted, only

MOVED = "Una Keld moved that her report be adopted, with the following changes:\n"
LISTED = "• The sluice is named.\n• The punt is left out.\n"


def test_the_list_of_changes_is_part_of_the_decision() -> None:
    decision = only(f"{MOVED}{LISTED}Tom Orme seconded the motion. The motion was carried.")
    assert decision.text == f"{MOVED}{LISTED}".strip()
    assert decision.seconder == "Tom Orme"


def test_a_list_further_down_is_none_of_it() -> None:
    assert decided(f"{MOVED}Tom Orme seconded it. The motion was carried.\n{LISTED}")[0] == MOVED.strip()


def test_the_vote_may_be_told_in_the_entry_below_the_list(tmp_path: Path) -> None:
    put = "The Board votes in favour of the following amendment to the rules:"
    told = "- Before: one warden sits.\n  - After: two wardens sit."
    markdown = f"# Mill Board\n\nMinutes, 4 May 2021\n\n# Rules\n\n- {put}\n  {told}\n- The votes were: 5 yes, 1 no.\n"
    path = tmp_path / "minutes.md"
    path.write_text(markdown)
    (decision,) = extracted(path)[1].decisions
    assert decision.text.startswith(put)
    assert decision.text.endswith("two wardens sit.")
    assert decision.votes == Votes(for_=5, against=1)
