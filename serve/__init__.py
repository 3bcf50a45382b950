"""The library in a browser: `create_app(library)` makes the application that `minutebook serve` runs."""

from serve.app import create_app

__all__ = ["create_app"]
