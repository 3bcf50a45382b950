"""The Model Context Protocol: the tools of `answers.tools`, and documents and their pages as resources.

A tool's arguments and answers are described by the schemas of their models; it reads and changes nothing. An answer is
structured and, for clients that do not look there, the same as text. What cannot be answered is an error that says what
to do, so that it is never taken for "nothing found".
"""

import base64
import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.metadata import version
from typing import Any, TypeVar

import anyio
import anyio.to_thread
import mcp_types as types
from fastapi import FastAPI
from mcp.server.lowlevel.server import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from mcp.shared.exceptions import MCPError
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.routing import Route

from answers.instructions import instructions_in
from answers.model import NOTICE
from answers.paging import BULK, Asker, lean
from answers.questions import explained
from answers.tools import TOOLS, Tool
from library import Library
from minutes.errors import MinutebookError
from serve.audit import did
from serve.reading import Read, listed, read

T = TypeVar("T")

PATH = "/mcp"
BUDGET = 4000  # tokens of an answer where the question names no number
TEMPLATES = {
    "document": ("minutebook://documents/{id}", "application/json", "A document: its meeting, items and pages."),
    "page": ("minutebook://documents/{id}/pages/{number}", "text/plain", "The text of a page of it, from 1."),
    "picture": ("minutebook://documents/{id}/pages/{number}.png", "image/png", "A page of a PDF file as it looks."),
    "text": ("minutebook://documents/{id}/text", "text/plain", "Its whole text, for formats without pages."),
}
INSTRUCTIONS = f"""Minutes and reports of councils and other boards, with exact citations.
Search first; fetch what you quote; check each quotation with verify_quote before you pass it on, and give its url.
Every answer says in how much was looked: nothing found means "not in these documents", never "it did not happen".
What is null or left out is not stated. {NOTICE} `flagged` names words that look like one."""
READ_ONLY = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def mcp_server(library: Library, asker: Callable[[Any], Asker]) -> Server[Any]:
    """A server over an open library. `asker` makes of the context of a request who asks."""
    by_name = {tool.name: tool for tool in TOOLS}

    async def tools(ctx: Any, params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=list(map(described, TOOLS)))

    async def call(ctx: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        if params.name not in by_name:
            raise MCPError(types.INVALID_PARAMS, f"There is no tool {params.name}; there are {', '.join(by_name)}")
        arguments = params.arguments or {}
        if isinstance(ctx.request, Request):
            did(ctx.request, "called", tool=params.name, asked=arguments)
        return await _in_thread(partial(answered, library, by_name[params.name], arguments, asker(ctx)))

    async def resources(ctx: Any, params: types.PaginatedRequestParams | None) -> types.ListResourcesResult:
        found = await _in_thread(partial(listed, library, params.cursor if params else None))
        return types.ListResourcesResult(
            resources=[types.Resource(**each) for each in found.resources], next_cursor=found.next_cursor
        )

    async def templates(ctx: Any, params: Any) -> types.ListResourceTemplatesResult:
        made = [
            types.ResourceTemplate(name=name, uri_template=uri, mime_type=media, description=text)
            for name, (uri, media, text) in TEMPLATES.items()
        ]
        return types.ListResourceTemplatesResult(resource_templates=made)

    async def resource(ctx: Any, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        found = await _in_thread(partial(read, library, params.uri, asker(ctx)))
        return types.ReadResourceResult(contents=[_contents(params.uri, found)])

    return Server(
        "minutebook",
        version=version("minutebook"),
        title="Minutebook",
        description="Minutes and reports of councils and other boards, with exact citations",
        instructions=INSTRUCTIONS,
        on_list_tools=tools,
        on_call_tool=call,
        on_list_resources=resources,
        on_list_resource_templates=templates,
        on_read_resource=resource,
    )


async def _in_thread(run: Callable[[], T]) -> T:
    """The library is asked in a thread, so that one long search does not keep the others waiting."""
    try:
        return await anyio.to_thread.run_sync(run)
    except MinutebookError as error:
        raise MCPError(types.INVALID_PARAMS, str(error)) from error


def answered(library: Library, tool: Tool, arguments: Mapping[str, Any], asker: Asker) -> types.CallToolResult:
    """The answer to a call; what is wrong with the question is an answer, too, which the model can read."""
    try:
        question = tool.question.model_validate(arguments)
        fields = lean(tool.answer(library, question, asker))
    except ValidationError as error:
        wrong = explained(error.errors(), list(tool.question.model_fields))
        return _failed("; ".join(f"{each.argument}: {each.detail}" for each in wrong))
    except MinutebookError as error:
        return _failed(str(error))
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return types.CallToolResult(content=[types.TextContent(text=text)], structured_content=fields)


def _failed(message: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=message)], is_error=True)


def _contents(uri: str, found: Read) -> types.TextResourceContents | types.BlobResourceContents:
    if isinstance(found.content, bytes):
        blob = base64.b64encode(found.content).decode()
        return types.BlobResourceContents(uri=uri, mime_type=found.media_type, blob=blob)
    flagged = [each.model_dump() for each in instructions_in({"text": found.content})]
    meta = {"notice": NOTICE, **({"flagged": flagged} if flagged else {})}
    return types.TextResourceContents(uri=uri, mime_type=found.media_type, text=found.content, _meta=meta)


@cache
def described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=_plain(tool.question.model_json_schema()),
        output_schema=_loose(tool.page),
        annotations=READ_ONLY,
    )


def _loose(page: type[BaseModel]) -> dict[str, Any]:
    """The schema of an answer of which what is null, empty or in `BULK` may be left out, but not of a selector."""

    def loosened(value: Any) -> Any:
        if isinstance(value, list):
            return [loosened(each) for each in value]
        if not isinstance(value, dict):
            return value
        return {
            name: {each: loosened(of) for each, of in inner.items() if each not in BULK}
            if name == "properties"
            else inner
            if name.endswith("Selector")
            else loosened(inner)
            for name, inner in value.items()
            if name != "required"
        }

    schema: dict[str, Any] = _plain(loosened(page.model_json_schema(mode="serialization")))
    return schema


def _plain(schema: Any) -> Any:
    """The same without titles, which repeat the names."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {each: _plain(of) for each, of in inner.items()} if name == "properties" else _plain(inner)
        for name, inner in schema.items()
        if name != "title"
    }


def mounted(app: FastAPI) -> Server[Any]:
    """Answer assistants at `PATH` of an application, which runs the server's `session_manager`.

    Who asks, from where and how often is settled by the application, as for its pages. Nobody sees exempt text here: it
    would leave the house with whatever the assistant is.
    """

    def asker(ctx: Any) -> Asker:
        site = str(ctx.request.base_url).rstrip("/") if isinstance(ctx.request, Request) else ""
        return Asker(site=site, budget=BUDGET, shape=lean)

    server = mcp_server(app.state.library, asker)
    checked = TransportSecuritySettings(
        enable_dns_rebinding_protection=False
    )  # host and origin are, by the application
    inner = server.streamable_http_app(
        streamable_http_path=PATH, json_response=True, stateless_http=True, transport_security=checked
    )
    (route,) = (each for each in inner.routes if isinstance(each, Route))
    # Nothing is sent but what was asked for, so there is no stream to be opened with GET.
    app.router.routes.append(Route(PATH, route.endpoint, methods=["POST"]))
    return server


def run_stdio(library: Library, *, site: str, exempt: bool) -> None:
    """Answer one assistant over standard input and output, until it closes them."""
    asker = Asker(site=site, exempt=exempt, budget=BUDGET, shape=lean)
    server = mcp_server(library, lambda _: asker)

    async def run() -> None:
        async with stdio_server() as (receiving, sending):
            await server.run(receiving, sending, server.create_initialization_options())

    anyio.run(run)
