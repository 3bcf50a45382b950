"""What operators watch: whether the program is well, and how much is asked of it, in the form that Prometheus reads."""

import time
from collections.abc import Iterator
from importlib.metadata import version

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from library import Library
from minutes.errors import MinutebookError
from serve.asking import Lib

router = APIRouter()

HELD = {
    "documents": "Documents held",
    "decisions": "Decisions held",
    "actions": "Actions held",
    "metrics": "Figures held",
    "passages": "Passages held",
    "pending": "Passages without a vector",
}
PARTS = ("/api/v1", "/mcp", "/static", "/health", "/metrics")  # what requests are counted by; all else are pages


class Measures:
    """The counts of one application."""

    def __init__(self, library: Library) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "minutebook_requests", "Requests answered", ["part", "method", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "minutebook_request_seconds", "Seconds that they took", ["part"], registry=self.registry
        )
        self.registry.register(_Holdings(library))
        ProcessCollector(registry=self.registry)


class _Holdings(Collector):
    def __init__(self, library: Library) -> None:
        self._library = library

    def collect(self) -> Iterator[GaugeMetricFamily]:
        status = self._library.status()
        for name, text in HELD.items():
            if isinstance(value := status.get(name), int):
                yield GaugeMetricFamily(f"minutebook_held_{name}", text, value)


class Measured:
    """Counts the requests that go through it."""

    def __init__(self, app: ASGIApp, *, measures: Measures) -> None:
        self._app, self._measures = app, measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            part = next((each for each in PARTS if scope["path"].startswith(each)), "pages")
            method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "DELETE") else "other"
            self._measures.requests.labels(part, method, str(status)).inc()
            self._measures.seconds.labels(part).observe(time.perf_counter() - begun)


@router.get("/health")
def health(library: Lib) -> Response:
    """Whether the library answers: 200, or 503 and what is wrong. It is open to those who have not signed in."""
    try:
        library.bodies()
    except MinutebookError as error:
        return JSONResponse({"status": "failing", "detail": str(error)}, 503)
    return JSONResponse({"status": "ok", "version": version("minutebook")})


class ForPrograms(Route):
    """`/metrics` is the page of figures for people; for those who neither want HTML nor ask for figures it is this."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        wanted = dict(scope.get("headers", ())).get(b"accept", b"")
        people = b"text/html" in wanted or scope.get("query_string")
        return (Match.NONE, {}) if people else super().matches(scope)


def exposition(request: Request) -> Response:
    """What was counted, in Prometheus's text format."""
    measures: Measures = request.app.state.measures
    return Response(generate_latest(measures.registry), media_type=CONTENT_TYPE_LATEST)


router.routes.append(ForPrograms("/metrics", exposition))
