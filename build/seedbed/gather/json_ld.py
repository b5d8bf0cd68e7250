"""What a web page states of works for search engines, in JSON-LD: https://schema.org/ScholarlyArticle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_WORKS = frozenset(
    ("ScholarlyArticle", "MedicalScholarlyArticle", "Book", "Chapter", "Thesis", "Report", "Dataset")
)
_LARGEST = 2_000_000
"""Characters of a script that are looked at."""
_MOST = 100_000
"""Values that are looked into; a page that states more works than that is none."""


def stated_works(script: str) -> Iterator[tuple[str, str]]:
    """What a script states of works, as names and values in order; each work begins with its "title".

    A script that is no JSON states nothing.
    """
    if len(script) > _LARGEST:
        return
    try:
        waiting: list[Any] = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    looked_at = 0
    while waiting and looked_at < _MOST:
        value = waiting.pop()
        looked_at += 1
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict) and _WORKS.isdisjoint(_texts(value.get("@type"))):
            waiting.extend(reversed([each for each in value.values() if isinstance(each, list | dict)]))
        elif isinstance(value, dict):
            yield from _work(value)


def _work(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    title = next(iter((*_texts(value.get("headline")), *_texts(value.get("name")))), "")
    if not title:
        return
    yield "title", title
    for key, name in (
        ("author", "author"),
        ("creator", "author"),
        ("datePublished", "publication_date"),
        ("description", "abstract"),
        ("abstract", "abstract"),
        ("keywords", "keywords"),
        ("publisher", "publisher"),
        ("pagination", "firstpage"),
        ("pageStart", "firstpage"),
        ("pageEnd", "lastpage"),
        ("issn", "issn"),
        ("isbn", "isbn"),
        ("inLanguage", "language"),
    ):
        yield from ((name, text) for text in _texts(value.get(key)))
    for key in ("sameAs", "url", "@id", "identifier"):
        yield from (("public_url", text) for text in _texts(value.get(key)) if "10." in text or "://" in text)
    yield from _parts(value.get("isPartOf"))


def _parts(value: Any) -> Iterator[tuple[str, str]]:
    """The issue, the volume and the journal, each part of the next."""
    for _ in range(len(("issue", "volume", "journal"))):
        if isinstance(value, list) and value:
            value = value[0]
        if not isinstance(value, dict):
            return
        for key, name in (("issueNumber", "issue"), ("volumeNumber", "volume"), ("name", "journal_title")):
            yield from ((name, text) for text in _texts(value.get(key)))
        value = value.get("isPartOf")


def _texts(value: Any) -> Iterator[str]:
    """The texts of a value: one, several, or the names of things."""
    for each in value if isinstance(value, list) else [value]:
        stated = (
            (each.get("name") or each.get("@value") or each.get("value")) if isinstance(each, dict) else each
        )
        if isinstance(stated, str | int) and not isinstance(stated, bool):
            text = " ".join(str(stated).split())
            if text:
                yield text
