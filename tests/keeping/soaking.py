"""One writer, four readers and the web pages under load, all at once and each a process of its own, on one library.

    python -m tests.keeping.soaking --seconds 600

The writer puts new versions of documents in the place of old ones, takes documents out and in again, and verifies all.
Readers check that each document is whole: all its decisions are of one version, which its text says, and each citation
is to the word. A question to what never changes has the same best answer each time. Pages are asked for at a steady
rate on the loopback interface; none may fail. In five minutes or more no process may grow by more than five in a
hundred after the first third.
"""

import argparse
import http.client
import itertools
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import psutil

from index import search
from library import Library, adding
from minutes.errors import QueryError
from tests.stand_ins import WorkersHere
from workers import extract_file

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "sample"
READERS, RATE, LINKS = 4, 50, 8  # processes; pages a second; connections that ask for them
CHANGING, DECISIONS = 6, 12  # documents that change, and decisions in each
WARM, GROWTH = 1 / 3, 1.05  # share of the time after which a process has what it needs, and what it may grow to
LONG = 300  # seconds after which a process should have all that it needs
PAUSES = {"write": 0.3, "read": 1.0}  # seconds between two rounds, so that two cores are enough for all
STABLE = ("who asked for a survey of the Millrace Lane culvert", "inclusion strategy")


def paper(number: int, version: int) -> str:
    """Minutes whose every decision says of which version they are."""
    head = f"Quayside Parish Council\n\nMinutes of the meeting held on {number} March 2023\n\n1. Street lamps\n\n"
    said = (f"RESOLVED: that lamp {n} on the quay be mended by order {version}.\n\n" for n in range(DECISIONS))
    return head + "".join(said)


def prepared(role: str) -> None:
    """Read and extract in the process itself. Who only reads asks Chroma, of however few passages."""
    adding.Workers = partial(WorkersHere, extract_file)  # type: ignore[assignment, misc]
    if role == "read":
        search.EXACT = 0


def until(seconds: float) -> Iterator[int]:
    end = time.monotonic() + seconds
    return itertools.takewhile(lambda _: time.monotonic() < end, itertools.count(1))


# ---- what each process does ------------------------------------------------------------------------------------------


def write(folder: Path, seconds: float) -> Counter[str]:
    """Change documents all the time."""
    done, chance = Counter[str](), random.Random(0)
    files = [folder.parent / "papers" / f"{number}.txt" for number in range(1, CHANGING + 1)]
    with Library(folder) as library:
        for version in until(seconds):
            file = chance.choice(files)
            file.write_text(paper(int(file.stem), version))
            (ingested,) = library.add([file])
            assert ingested.outcome in ("added", "updated"), ingested
            done[ingested.outcome] += 1
            if version % 5 == 0 and ingested.document:
                library.remove(ingested.document.id)
                done["removed"] += 1
            if version % 20 == 0:
                assert library.verify() == []
                done["verified"] += 1
            time.sleep(PAUSES["write"])
    return done


def read(folder: Path, seconds: float) -> Counter[str]:
    """See that all that is there is whole."""
    done = Counter[str]()
    with Library(folder) as library:
        expected = [stable(library, query) for query in STABLE]
        for _ in until(seconds):
            for query, wanted in zip(STABLE, expected, strict=True):
                assert stable(library, query) == wanted, f"another answer to {query}"
            done["answers"] += len(STABLE)
            for hit in library.search("lamps on the quay", limit=20).hits:
                assert hit.text == hit.citation.quote
            for held in library.documents():
                done["documents"] += whole(library, held.document.id if held.document else "")
            time.sleep(PAUSES["read"])
    return done


def stable(library: Library, query: str) -> tuple[str, str]:
    """The best answer to a question about what does not change. How rare words are does, and orders the rest."""
    (best,) = library.search(query, limit=1).hits
    return best.document.id, best.text


def whole(library: Library, document_id: str) -> int:
    try:
        document, minutes = library.document(document_id)
    except QueryError:  # taken out meanwhile
        return 0
    cited = [
        record.citation for kind in ("items", "decisions", "actions", "metrics") for record in getattr(minutes, kind)
    ]
    assert all(document.text[each.start : each.end] == each.quote for each in cited)
    if "Quayside" in document.text:
        versions = set(re.findall(r"by order (\d+)", document.text))
        said = {re.findall(r"by order (\d+)", decision.text)[0] for decision in minutes.decisions}
        assert versions == said, f"decisions of {said} in a text of {versions}"
        assert len(versions) == 1
        assert len(minutes.decisions) == DECISIONS
    return 1


def serve(folder: Path, port: int) -> None:
    """The web pages, as `minutebook serve` has them."""
    import cli

    sys.argv = ["minutebook", "serve", "--library", str(folder), "--port", str(port), "--no-open"]
    cli.main()


ROLES: dict[str, Callable[[Path, float], Counter[str]]] = {"write": write, "read": read}


# ---- load ------------------------------------------------------------------------------------------------------------


def load(port: int, pages: list[str], seconds: float) -> tuple[Counter[int], list[str], list[float]]:
    """Ask for pages, RATE a second if they come so fast; how often each status came, what failed, and the seconds."""
    statuses, failed, took, guard = Counter[int](), list[str](), list[float](), Lock()
    turns, began = itertools.count(), time.monotonic()

    def ask() -> None:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            with guard:
                turn = next(turns)
            due = began + turn / RATE
            if due > began + seconds:
                break
            time.sleep(max(0.0, due - time.monotonic()))
            asked, page = time.monotonic(), pages[turn % len(pages)]
            if asked > began + seconds:
                break
            try:
                answer, body = got(link, page)
            except (OSError, http.client.HTTPException) as error:
                failed.append(f"{page}: {error!r}")
                link.close()
                continue
            with guard:
                statuses[answer.status] += 1
                took.append(time.monotonic() - asked)
            if answer.status != 200 or b"</html>" not in body:
                failed.append(f"{page}: {answer.status} {body[-300:]!r}")
        link.close()

    threads = [Thread(target=ask) for _ in range(LINKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses, failed, took


def got(link: http.client.HTTPConnection, page: str) -> tuple[http.client.HTTPResponse, bytes]:
    """What is answered; asked again, as browsers do, where the server had closed the connection meanwhile."""
    for again in (False, True):
        try:
            link.request("GET", page)
            answer = link.getresponse()
            return answer, answer.read()
        except ConnectionError:
            link.close()
            if again:
                raise
    raise AssertionError


def pages_of(folder: Path) -> list[str]:
    """Pages of what does not change, and lists of what does."""
    with Library(folder) as library:
        held = [each.document.id for each in library.documents() if each.document and "papers" not in each.path]
    documents = [f"/documents/{id_}{end}" for id_ in held[:6] for end in ("", "/text")]
    lists = [
        "/",
        "/?q=street+lamps",
        "/?q=school+transport&since=2023",
        "/decisions",
        "/actions",
        "/meetings",
        "/promises",
    ]
    return [page for pair in zip(itertools.cycle(lists), documents, strict=False) for page in pair]


def memory(process: psutil.Process) -> int:
    """Bytes that are the process's own."""
    return int(process.memory_full_info().uss)


# ---- all together ----------------------------------------------------------------------------------------------------


def role(name: str, folder: Path, seconds: float) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.keeping.soaking", "--role", name, "--library", folder, "--seconds"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    return subprocess.Popen(
        [*command, str(seconds)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def soak(seconds: float) -> list[str]:
    """Run all of it, say what was done, and return what went wrong."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, wrong = Path(scratch, "library"), []
        papers = Path(scratch, "papers")
        papers.mkdir()
        for number in range(1, CHANGING + 1):
            (papers / f"{number}.txt").write_text(paper(number, 0))
        with Library(folder, create=True) as library:
            assert {each.outcome for each in library.add([SAMPLE, papers])} == {"added"}
        pages, port = pages_of(folder), free_port()
        server = role("serve", folder, port)
        wait(port, server)
        others = [role("write", folder, seconds), *(role("read", folder, seconds) for _ in range(READERS))]
        sizes: list[list[int]] = []
        watched = [psutil.Process(each.pid) for each in (server, *others)]
        watching = Thread(target=watch, args=(watched, seconds, sizes))
        watching.start()
        statuses, failed, took = load(port, pages, seconds)
        for name, each in zip(("writer", *["reader"] * READERS), others, strict=True):
            out, errors = each.communicate(timeout=300)
            tell(out.strip())
            if each.returncode:
                wrong.append(ended(name, each.returncode, errors))
                tell(wrong[-1])
        watching.join()
        server.send_signal(signal.SIGTERM)
        try:
            _, errors = server.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()
            _, errors = server.communicate()
        if server.returncode != 143 or "Traceback" in errors:
            wrong.append(ended("server", server.returncode, errors))
        with Library(folder) as library:
            wrong += library.verify()
    took.sort()
    tell(
        f"pages: {dict(statuses)} in {seconds:g} s, {len(took) / seconds:.1f} a second, median "
        f"{took[len(took) // 2] * 1e3:.0f} ms, 99 in 100 within {took[int(len(took) * 0.99)] * 1e3:.0f} ms"
    )
    return wrong + failed + (grown(sizes) if seconds >= LONG else [])


def ended(name: str, code: int, errors: str) -> str:
    """How a process ended; one that a signal took says nothing itself."""
    return f"{name} ended with {code}: {errors.strip()}"


def watch(watched: list[psutil.Process], seconds: float, sizes: list[list[int]]) -> None:
    """Note the size of each process, forty times."""
    for _ in range(40):
        time.sleep(seconds * 0.95 / 40)
        try:
            sizes.append([memory(process) for process in watched])
        except psutil.Error:  # what ended too soon says itself why
            return


def grown(sizes: list[list[int]]) -> list[str]:
    """Processes that were larger in the last tenth of the time than in the tenth after they had warmed up."""
    wrong, names = [], ["server", "writer", *(f"reader {number + 1}" for number in range(READERS))]
    first = int(len(sizes) * WARM)
    for name, series in zip(names, zip(*sizes, strict=True), strict=True):
        before, after = max(series[first : first + 4]), max(series[-4:])
        if not after:  # it ended before its time, and has said why
            continue
        tell(f"{name}: {before / 1e6:.1f} MB, {after / 1e6:.1f} MB at the end ({after / before - 1:+.1%})")
        if after > before * GROWTH:
            wrong.append(f"{name} grew from {before / 1e6:.1f} MB to {after / 1e6:.1f} MB")
    return wrong


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait(port: int, server: "subprocess.Popen[str]") -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"the pages did not start: {server.communicate()[1]}")


def tell(line: str) -> None:
    if not line:
        return
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--role", choices=[*ROLES, "serve"], help=argparse.SUPPRESS)
    parser.add_argument("--library", type=Path, help=argparse.SUPPRESS)
    given: Any = parser.parse_args()
    if given.role is None:
        wrong = soak(given.seconds)
        tell(
            "\n".join(wrong[:20])
            if wrong
            else "no error, no wrong answer" + (", no growth" if given.seconds >= LONG else "")
        )
        raise SystemExit(int(bool(wrong)))
    prepared(given.role)
    if given.role == "serve":
        serve(given.library, int(given.seconds))
    else:
        tell(f"{given.role}: {json.dumps(ROLES[given.role](given.library, given.seconds))}")


if __name__ == "__main__":
    main()
