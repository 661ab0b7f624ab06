"""How tests of "whatever happens" try their cases: new ones at a desk, the same ones each time in CI; no stopwatch."""

import os

from hypothesis import settings

settings.register_profile("kompas", deadline=None, derandomize=os.environ.get("CI") == "true", database=None)
settings.load_profile("kompas")
