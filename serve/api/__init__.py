"""The REST API, below /api/v1: the same questions and answers as those of MCP, over plain HTTP."""
