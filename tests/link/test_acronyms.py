from __future__ import annotations

import pytest

from seedbed.link.acronyms import definitions


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Sparse autoencoders (SAEs) are popular.", "SAE", "Sparse autoencoders"),
        ("We use chain-of-thought (CoT) traces.", "CoT", "chain-of-thought"),
        ("the Activation Addition (ActAdd) technique", "ActAdd", "Activation Addition"),
        ("receptive fields (RFs) exhibit", "RF", "receptive fields"),
        ("Humanity's Last Exam (HLE), a benchmark", "HLE", "Humanity's Last Exam"),
        ("messenger ribonucleic acid (mRNA) decays", "mRNA", "messenger ribonucleic acid"),
    ],
)
def test_a_short_form_in_brackets_is_tied_to_the_words_before_it(text: str, short: str, long: str) -> None:
    (found,) = definitions(text)
    assert (found.short, text[found.start : found.end]) == (short, long)


@pytest.mark.parametrize(
    "text",
    [
        "Their names (Ann and Bea) are known.",
        "It was found (see Figure 2) to hold.",
        "the metric (GDP) rose",
        "(SAE) at the very beginning",
        "a drug (X) works",
    ],
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert definitions(text) == ()
