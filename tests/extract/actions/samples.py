"""What the tests of actions share."""

from minutes.model import Action, Minutes
from tests.extract.samples import said


def tasks(minutes: Minutes) -> list[tuple[str, str | None]]:
    return [(action.text, action.owner) for action in minutes.actions]


def only(text: str) -> Action:
    (action,) = said(text).actions
    return action
