"""The four captures are kept as they were captured."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

SHA256 = {
    "jack-lindsey-abstracts.txt": "a32b5f00f96b90b32f74d8b260bb0136eb354049eda3fb5f86a6e242ed82b3a8",
    "jack-lindsey-profile.txt": "0c7bb0bcc3a8df505209469b910f229d05cb25178a6efd29876468c9cc44450f",
    "mats-research.txt": "efcfe78715fad9ed04d57c4015a4ac89c46c5956252cf97d149b00f4ad947e6e",
    "permanent-problem-jack-lindsey.txt": "653105c2eb6543388066bf2c979b9c100938b9a3d98131786e301b8423cff087",
}


@pytest.mark.parametrize("name", sorted(SHA256))
def test_a_capture_is_kept_byte_for_byte(name: str) -> None:
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == SHA256[name]
