"""What is asked of a library and what it answers, typed once for the command line's JSON, the REST API and MCP.

question ── questions ──> Library ── telling ──> model (each citation with its address and selectors) ── paging ──> page
"""
