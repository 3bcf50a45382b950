"""What people from outside told the meeting gives nobody a task."""

import pytest

from tests.extract.samples import said


@pytest.mark.parametrize(
    "text",
    [
        "# Una Keld, 12 Quay Street, Fenwold\nMs Keld asked the Town to mend the lamps.",
        "# Tom Orme, 4400 SE Mill Ct., Fenwold, OR\nHe moved to the quay.\nHe volunteered to help with the gate.",
        "**Ada Tay – 88 Tern Lane, Fenwold**\nShe asked that there be a clear sign.",
        "Bo Sallow, 7 Heron Drive, asked that the gate be locked and that the lamps be replaced.",
        "# Nia Marl 300 Kiln Way, Fenwold, WA\nShe noted that the Board approved the jetty.",
        "Mr. Ivo Brack of 9 Old Mill Road requested that the Clerk send him the plans.",
    ],
)
def test_no_task_is_made_of_what_was_asked_for(text: str) -> None:
    minutes = said(text)
    assert not minutes.actions
    assert not minutes.decisions


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        # one of the body answers
        (
            "# Una Keld, 12 Quay Street, Fenwold\nShe wants a sign.\nThe Clerk will order a sign for the quay.",
            ["The Clerk will order a sign for the quay."],
        ),
        # the next heading ends it
        (
            "# Una Keld, 12 Quay Street, Fenwold\nShe wants a sign.\n# Next\nTom Orme will order a sign.",
            ["Tom Orme will order a sign."],
        ),
        # a date is no address
        ("Cllr Orme, 12 March Street party: the Clerk to order the rope.", []),
        ("Una Keld, 12 March 2024: The Clerk will order a sign.", ["The Clerk will order a sign."]),
    ],
)
def test_what_the_body_takes_on_stays(text: str, tasks: list[str]) -> None:
    told = [action.text for action in said(text).actions]
    assert not tasks or any(tasks[0] in each for each in told)


def test_what_is_moved_after_them_is_decided() -> None:
    minutes = said(
        "# Una Keld, 12 Quay Street, Fenwold\nShe asked that the gate be locked.\n"
        "Cllr Orme moved that the hearing be closed, seconded by Cllr Brindle. Motion carried."
    )
    assert [decision.mover for decision in minutes.decisions] == ["Cllr Orme"]
