"""The ways through the site that a reader takes, link by link, as the pages offer them."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

pytestmark = pytest.mark.integration


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / urldefrag(address).url).read_text("utf-8"))


def follow(node: LexborHTMLParser | LexborNode, at: str, text: str) -> str:
    """The address that the first link with `text` in it leads to, from the page at `at`."""
    for link in node.css("a[href]"):
        if text in link.text():
            href, fragment = urldefrag(unquote(link.attributes["href"] or ""))
            address = posixpath.normpath(posixpath.join(posixpath.dirname(at), href)) if href else at
            return f"{address}#{fragment}" if fragment else address
    raise AssertionError(f"{at} has no link with {text!r} in it")


def test_from_home_by_topics_to_why_models_cheat_and_on_to_the_paper_and_its_author(real_site: Path) -> None:
    topics = follow(page(real_site, "index.html"), "index.html", "Topics")
    topic = follow(page(real_site, topics), topics, "Reward hacking")
    passages = page(real_site, topic).css("a[href*='#turn-64']")
    assert passages, "the topic's page does not lead to the passage"

    transcript = "transcripts/ai-psychology-with-jack-lindsey.html"
    turn = page(real_site, transcript).css_first("#turn-64")
    assert turn is not None
    assert "desperation neurons" in turn.text()

    paper = follow(turn, transcript, "Emotion Concepts and their Function")
    author = follow(page(real_site, paper), paper, "Jack Lindsey")
    other = follow(page(real_site, author), author, "Persona Vectors")
    assert (real_site / other).is_file()


def test_a_passage_leads_to_the_papers_and_they_lead_back(real_site: Path) -> None:
    transcript = "transcripts/ai-psychology-with-jack-lindsey.html"
    for number, title in [
        (60, "Emergent Misalignment: Narrow finetuning"),
        (60, "Natural Emergent Misalignment"),
        (64, "Emotion Concepts and their Function"),
    ]:
        turn = page(real_site, transcript).css_first(f"#turn-{number}")
        assert turn is not None
        paper = follow(turn, transcript, title)
        back = [link.attributes["href"] or "" for link in page(real_site, paper).css("article a[href]")]
        assert any(href.endswith(f"{transcript}#turn-{number}") for href in back), title


def test_an_abstract_leads_to_the_work_whose_method_it_names(real_site: Path) -> None:
    for at, title, other in [
        ("SAEBench", "saebench", "learning-multi-level-features-with-matryoshka-sparse-autoencoders"),
        ("crosscoders", "overcoming-sparsity-artifacts", "batchtopk-sparse-autoencoders"),
    ]:
        (found,) = (path for path in (real_site / "papers").glob("*.html") if path.stem.startswith(title))
        links = [
            link.attributes["href"] or "" for link in LexborHTMLParser(found.read_text()).css("article p a")
        ]
        assert any(href.endswith(f"{other}.html") for href in links), at
