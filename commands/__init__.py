"""The commands, one module a family. Each puts its own on `commands.app.app` when it is imported."""
