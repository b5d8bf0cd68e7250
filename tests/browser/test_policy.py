"""The Content-Security-Policy: on every page, and true of what is there. Other tests show that it holds."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

INLINE = re.compile(r"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def test_every_inline_script_is_in_the_policy_by_its_hash(real_site: Path) -> None:
    pages = sorted(real_site.rglob("*.html"))
    assert pages
    for page in pages:
        text = page.read_text(encoding="utf-8")
        policy = POLICY.search(text)
        assert policy, page
        scripts = [body for attributes, body in INLINE.findall(text) if "application/json" not in attributes]
        hashes = {base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in scripts}
        assert hashes == set(re.findall(r"'sha256-([^']+)'", policy[1])), page
        assert not re.search(r"<[^>]+\son\w+=", re.sub(r'"[^"]*"', '""', text)), (
            f"{page} has an inline handler"
        )


def test_the_policy_allows_no_other_host_and_no_inline_script(real_site: Path) -> None:
    policy = POLICY.search((real_site / "index.html").read_text(encoding="utf-8"))
    assert policy
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe-inline" not in rules["script-src"]
    assert "unsafe-eval" not in policy[1]
    assert "//" not in re.sub(r"'sha256-[^']+'", "", policy[1])
