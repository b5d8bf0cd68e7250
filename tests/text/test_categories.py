from __future__ import annotations

import pytest

from seedbed.text.categories import NAMES, canonical, category_name


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ("AI", "cs.AI"),
        ("LG", "cs.LG"),
        ("CL", "cs.CL"),
        ("NE", "cs.NE"),
        ("NC", "q-bio.NC"),
        ("cs.ai", "cs.AI"),
        (" stat.ML ", "stat.ML"),
        ("hep-th", "hep-th"),
        ("CS", "cs"),
        ("optics", "physics.optics"),
        ("IT", "cs.IT"),
        ("cs.NA", "math.NA"),
        ("SY", "eess.SY"),
        ("q-fin.EC", "econ.GN"),
        ("AP", None),
        ("CO", None),
        ("GN", None),
        ("DS", None),
        ("Biology", None),
        ("", None),
    ],
)
def test_what_a_stated_category_means(stated: str, meant: str | None) -> None:
    assert canonical(stated) == meant


def test_the_taxonomy_is_whole() -> None:
    archives = [name for name in NAMES if "." not in name]
    undivided = [name for name in archives if not any(other.startswith(f"{name}.") for other in NAMES)]
    second_names = 6
    # arXiv counts an archive without parts as a category, and second names, too: 155 in all.
    assert len(NAMES) - len(archives) + len(undivided) + second_names == 155
    assert {name.partition(".")[0] for name in NAMES} == set(archives)


def test_every_category_means_itself() -> None:
    assert all(canonical(name) == name for name in NAMES)


def test_names() -> None:
    assert category_name("cs.AI") == "Artificial Intelligence"
    assert category_name("cs") == "Computer Science"
    assert category_name("unheard") == "unheard"
