"""One module a page, each with a `router`; they read the address, ask the library, and fill a template."""
