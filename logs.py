"""What was done and how long it took, for programs that watch over this one: JSON on standard error, an object a line.

Documents and records go by their ids, people and questions not at all: no line at the level "info" holds what a
document says. Without `to_json` nothing is written.
"""

import json
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

LOG = logging.getLogger("minutebook")
LOG.addHandler(logging.NullHandler())
LOG.propagate = False


class Json(logging.Formatter):
    """A line for a record, whose `fields` come beside what every line has."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "event": record.getMessage()}
        told |= {name: value for name, value in getattr(record, "fields", {}).items() if value is not None}
        return json.dumps(told, ensure_ascii=True, default=str)


def is_no_stop(record: logging.LogRecord) -> bool:
    """Whether a record is of an error, and not of Ctrl-C in the middle of what a library tidied up."""
    return not (record.exc_info and record.exc_info[0] is KeyboardInterrupt)


def to_json() -> None:
    """Write what is done from now on; of the libraries that others have written, only what they call errors."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json())
    handler.addFilter(is_no_stop)
    LOG.handlers = [handler]
    LOG.setLevel(logging.INFO)
    logging.getLogger().handlers = [handler]
    logging.getLogger().setLevel(logging.ERROR)
    logging.disable(logging.NOTSET)


def in_json() -> bool:
    """Whether lines are written."""
    return LOG.isEnabledFor(logging.INFO)


def log(event: str, **fields: object) -> None:
    """Write down that something was done."""
    LOG.info(event, extra={"fields": fields})


def warn(message: str) -> None:
    """Write down what people are told."""
    LOG.warning("message", extra={"fields": {"message": message}})


@contextmanager
def timed(event: str, **fields: object) -> Iterator[dict[str, object]]:
    """Write down what is done meanwhile with the seconds that it took, and what the caller puts beside them."""
    began, more = time.perf_counter(), dict[str, object]()
    yield more
    log(event, **fields, **more, seconds=round(time.perf_counter() - began, 4))
