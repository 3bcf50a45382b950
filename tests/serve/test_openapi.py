"""The OpenAPI description is kept: schemathesis asks what it allows and what it does not, and checks each answer."""

from pathlib import Path

import hypothesis
import schemathesis
from hypothesis import HealthCheck

from answers.tools import TOOLS
from corpora.score import SAMPLE
from library import Library
from serve import create_app
from serve.access import Access
