from __future__ import annotations

import pytest

from seedbed.link.wording import is_nominal, label_of, names_institution


@pytest.mark.parametrize(
    "wording", ["moss", "mosses", "dense retrieval", "treatment", "latents", "song metric", "kinematics"]
)
def test_what_ends_in_a_noun_may_name_a_subject(wording: str) -> None:
    assert is_nominal({wording: 1})


@pytest.mark.parametrize(
    "wording", ["photometric", "latent", "molecular", "nonlinear", "circumstellar", "slowly", "sliced"]
)
def test_what_is_never_seen_but_as_an_adjective_names_none(wording: str) -> None:
    assert not is_nominal({wording: 1})
    assert is_nominal({wording: 3, f"{wording} mosses": 1})


def test_where_somebody_works_is_told_by_its_capitals() -> None:
    assert names_institution({"University of Fernhill": 2})
    assert names_institution({"Fernhill Universität": 1, "FERNHILL UNIVERSITÄT": 1})
    assert not names_institution({"University students": 1, "university students": 1})
    assert not names_institution({"Fernhill": 1})


def test_a_subject_is_shown_in_the_singular_if_it_has_one() -> None:
    assert label_of({"mosses": 3, "moss": 1})[0] == "moss"
    assert label_of({"mosses": 3})[0] == "mosses"
    assert label_of({"kinematics": 1, "kinematic": 3}) == ("kinematics", ("kinematic",))
