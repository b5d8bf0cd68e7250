"""More inputs on demand: `pytest tests/read/test_laws.py -k any --hypothesis-profile=fuzz` tries 200,000."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("fuzz", max_examples=15_000, deadline=None, print_blob=True)
