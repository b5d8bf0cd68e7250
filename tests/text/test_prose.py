"""LaTeX and light markup read out of titles and abstracts."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seedbed.model.prose import Run, plain
from seedbed.text.latex import read_latex
from seedbed.text.lines import clean
from seedbed.text.prose import _BLANK_LINE, plain_text, read_plain, read_prose, tidy

COMMAND = re.compile(r"\\[A-Za-z]")

latex = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.sampled_from(list("ab \\{}$~`'*_-^\"%&#[]()1.,/:hw\n\u00a0")), max_size=40),
    st.lists(
        st.sampled_from(
            [
                *(
                    r"\emph{",
                    r"\textit{",
                    r"\citep{",
                    r"\foo",
                    r"\foo{",
                    "}",
                    "{",
                    "$",
                    "$$",
                    r"\(",
                    r"\)",
                    r"\[",
                ),
                *(
                    r"\]",
                    "``",
                    "''",
                    "`",
                    "'",
                    "*",
                    "**",
                    "_",
                    "--",
                    "---",
                    "~",
                    r"\'",
                    r"\"",
                    r"\c",
                    "e",
                    " ",
                ),
                *("x", r"\%", r"\begin{equation}", r"\end{equation}", r"\verb|", "|", "https://a.org/b"),
                *(r"\url{", r"\href{", r"\em ", r"\times", "\\\\", "\\", "\n\n", "[", "]", "5"),
            ]
        ),
        max_size=14,
    ).map("".join),
)


def runs(text: str) -> list[tuple[str, str]]:
    (paragraph,) = read_prose(text)
    return [(run.text, run.style) for run in paragraph]


@settings(deadline=None)
@given(latex)
@example("\\emph{" * 30)
@example("{\\em " * 30 + "x")
@example("$\\foo{$}")
def test_no_text_makes_it_raise_and_no_command_is_left(text: str) -> None:
    for paragraph in read_prose(text):
        assert plain(paragraph) == clean(plain(paragraph))
        assert plain(paragraph)
        for run in paragraph:
            assert run.text
            if run.style != "code":  # what stands between marks of code is shown as it is
                assert not COMMAND.search(run.text), run


@settings(deadline=None)
@given(st.text())
def test_plain_prose_is_the_text_with_its_white_space_folded(text: str) -> None:
    assert plain(read_plain(text)) == clean(text)


@settings(deadline=None)
@given(st.from_regex(r"[A-Za-z0-9 ,.;:?!()\u00c0-\u024f]*", fullmatch=True))
def test_text_without_marks_is_left_as_it_is(text: str) -> None:
    assert plain_text(text) == clean(text)


CASES = {
    r"\emph{a} b": "a b",
    r"\textit{a \textbf{b} c} d": "a b c d",
    r"{\em a b} c": "a b c",
    r"{\bf a}": "a",
    r"``Einstein'' and `one' o'clock": "“Einstein” and ‘one’ o'clock",
    r"90\% of \$5 \& \#1 a\_b": "90% of $5 & #1 a_b",
    r"3--4 and a---b and a -- b": "3–4 and a—b and a – b",
    r"use --help, or ----": "use --help, or ----",
    r"3--4$\times$ lower": "3–4× lower",
    r"a $\to$ b": "a → b",
    r"as \citep{wang2022,li2020} show": "as [wang2022, li2020] show",
    r"\citet[see][p.~3]{wang}": "[wang]",
    r"Erd\H{o}s, G\"odel, \'Etale, Fran\c{c}ois, \v{S}ar\'{\i}, \AA rhus, \o re, Stra\ss{}e": (
        "Erdős, Gödel, Étale, François, Šarí, Århus, øre, Straße"
    ),
    r"Figure~1, ~50 tokens, 5~10": "Figure 1, ~50 tokens, 5~10",
    r"\unknown{kept} and \gone here": "kept and here",
    r"\textcolor{red}{kept}": "kept",
    r"\foo{a}{b}": "a b",
    r"a\footnote{b} c": "a (b) c",
    r"{BERT} and {name}": "BERT and {name}",
    r"\LaTeX{} and \LaTeX\ too": "LaTeX and LaTeX too",
    r"unbalanced } and { braces": "unbalanced } and { braces",
    r"snake_case and __init__ and 5 * 3 * 2 and A* and B*": (
        "snake_case and __init__ and 5 * 3 * 2 and A* and B*"
    ),
    r"*p < 0.05, **p < 0.01": "*p < 0.05, **p < 0.01",
    r"a\\b": "a b",
    "one\u00a0two\nthree": "one two three",
    r"$4.6 million was lost, $3,694 won": "$4.6 million was lost, $3,694 won",
    r"from US$5 to US$10": "from US$5 to US$10",
    r"$10^{-3}$ and $M_i$": "10⁻³ and Mᵢ",
    r"$\textit{false information}$": "false information",
    r"\(x\) and \[y\] and $$z$$": "x and y and z",
    r"\begin{itemize}\item one\end{itemize}": "• one",
    r"\verb|\foo|": r"\foo",
    r"C:\ and 1\2": r"C: and 1\2",
}


@pytest.mark.parametrize(("stated", "read"), CASES.items(), ids=CASES)
def test_what_is_read(stated: str, read: str) -> None:
    assert plain_text(stated) == read


def test_styles() -> None:
    assert runs(r"\emph{a} \textbf{b} \texttt{c} *d* _e_ **f** `g`") == [
        ("a", "emphasis"),
        (" ", "plain"),
        ("b", "strong"),
        (" ", "plain"),
        ("c", "code"),
        (" ", "plain"),
        ("d", "emphasis"),
        (" ", "plain"),
        ("e", "emphasis"),
        (" ", "plain"),
        ("f", "strong"),
        (" ", "plain"),
        ("g", "code"),
    ]


def test_mathematics_keeps_its_source() -> None:
    assert read_prose("pairs $(M_i, b_i)$ of")[0][1] == Run("(Mᵢ, bᵢ)", "math", "(M_i, b_i)")


def test_addresses_lead_where_they_say() -> None:
    assert read_prose(
        r"See https://a.org/b\_c. Or \href{https://x.org/}{this \emph{one}}, or \url{https://y.org}."
    ) == (
        (
            Run("See "),
            Run("https://a.org/b_c", "address", "https://a.org/b_c"),
            Run(". Or "),
            Run("this one", "address", "https://x.org/"),
            Run(", or "),
            Run("https://y.org", "address", "https://y.org"),
            Run("."),
        ),
    )


def test_a_link_that_is_no_web_address_is_only_its_words() -> None:
    assert read_prose(r"\href{javascript:alert(1)}{this}") == ((Run("javascript:alert(1) this"),),)


def test_blank_lines_part_paragraphs() -> None:
    assert [plain(paragraph) for paragraph in read_prose("a\nb\n \n\nc\r\n\r\nd\n")] == ["a b", "c", "d"]
    assert read_prose(" \n ") == ()


HEAVY = [
    *("{", "}", "$", "$a ", "`", "*a ", "_a ", "[", "``", "https://", "$a$", "{a "),
    *(r"\(", r"\emph{", r"\foo[", r"{\em ", r"\verb|", r"\href{", r"\begin{equation}", r"\emph{a}"),
]


@pytest.mark.benchmark
@pytest.mark.parametrize("part", HEAVY)
def test_time_is_in_proportion_to_the_text(part: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        read_prose(part * count)
        return time.process_time() - start

    seconds(100)
    small = min(seconds(500) for _ in range(3))
    assert (
        seconds(10_000) < 80 * small + 0.05
    )  # twenty times the text; its square would be 400 times the work


@given(latex)
@example("nothing to read, but here, who, HTML and ht'p")
@example("a WWW.b")
@example("")
@example(r"\em")
def test_a_paragraph_that_is_not_scanned_has_nothing_to_read(text: str) -> None:
    scanned = (tidy(read_latex(paragraph)) for paragraph in _BLANK_LINE.split(text))
    assert read_prose(text) == tuple(paragraph for paragraph in scanned if paragraph)
