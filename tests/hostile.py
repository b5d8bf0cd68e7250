"""Text made to do harm, in every format that is read; and the same seeds with harmless words in its place."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.read.seeds import LONG

ELSEWHERE = "evil.example"

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    f"<img src=https://{ELSEWHERE}/a.png>",
    f'<a href="javascript:alert(4)" onclick="alert(5)">press</a> <iframe src=//{ELSEWHERE}></iframe>',
    "[press](javascript:alert(6)) <javascript:alert(7)>",
    "[press](data:text/html,<script>alert(8)</script>)",
    f"![picture](https://{ELSEWHERE}/b.png) ![picture][r]",
    f'[r]: https://{ELSEWHERE}/c.png "title"',
    "words{: .evil #evil onclick=alert(9) }",
    "{: onmouseover=alert(10) }",
    "*[words]: an abbreviation",
    "words[^1] and [^1]: a footnote",
    "[^1]: a footnote",
    '--8<-- "mkdocs.yml"',
    ";--8<-- seeds/library.yml",
    '!!! danger "Admonition"',
    '??? note "Details"',
    '=== "Tab"',
    "{{ 7*7 }} {{ config }} {% raw %} {% include 'mkdocs.yml' %} {# gone #}",
    "---",
    "title: Front matter <script>alert(11)</script>",
    "# Heading {: #evil }",
    "<!-- a comment --> <![CDATA[ ]]> <?php evil ?>",
    "</li></ol></article></main></body></html>",
    f"<base href=https://{ELSEWHERE}/><meta http-equiv=refresh content=0;url=https://{ELSEWHERE}/>",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil.example/a.css>",
    "<svg onload=alert(12)><math href=javascript:alert(13)>",
    "&lt;script&gt;alert(14)&lt;/script&gt; &#x3c;b&#x3e; &amp;amp;",
    "\"};alert(15);// ']);alert(16)// \\u003cscript\\u003e",
    r"$\href{javascript:alert(17)}{x}$ $<img src=x onerror=alert(18)>$ \(y\) $$z$$",
    r"\emph{<b onclick=alert(19)>x</b>} \url{javascript:alert(20)} \input{mkdocs.yml}",
    "`code` *a* _b_ **c** ~~d~~ ==e== ^^f^^ ++g++ :smile: x^2^ H~2~O",
    "```python exec",
    "    <script>alert(21)</script>",
    "| a | b | <td onclick=alert(22)>",
    "- [x] task <input type=checkbox onclick=alert(23)>",
    f"javascript:alert(24) data:text/html,x https://{ELSEWHERE}/?<script> //{ELSEWHERE}/d.png",
    f"www.{ELSEWHERE} <mailto:a@{ELSEWHERE}?body=<script>> ftp://{ELSEWHERE}/e.png",
    "constructor __proto__ toString hasOwnProperty",
    "=cmd|' /C calc'!A0 @SUM(1) +1 -1",
    "../../../etc/passwd ..\\..\\con file:///etc/passwd",
    "\x02wzxhzdk:0\x03 \x02amp\x03 \ue000 \ufffe",
)
"""Each on a line of its own; none holds an unbalanced brace, so that any may stand in BibTeX."""

HARMLESS = tuple(
    form.format(number)
    for number in range(len(HOSTILE) // 3 + 1)
    for form in (
        r"plain `words` with *light* and **strong** emphasis, and $x^2 + y_1 = \frac{{3}}{{4}}$, {}",
        "Of Plain Matters, Part {}",
        "as https://plain.example/page-{} says at length",
    )
)
"""With what little a seed may hold beside words: emphasis, mathematics, a heading, an address."""


class Words:
    """Hands out the texts one after the other, and begins again."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._next = 0

    def __call__(self) -> str:
        text = self.texts[self._next % len(self.texts)]
        self._next += 1
        return text

    def title(self, kind: str) -> str:
        """A title that no other format has."""
        return f"The {kind} work of {self()} and more"


def plant(seeds: Path, texts: Sequence[str]) -> None:
    """Write a seed of every format, with the texts in every place that one has."""
    for name, text in {
        "profile.txt": _profile(Words(texts)),
        "abstracts.txt": _abstracts(texts),
        "list.txt": _list(Words(texts)),
        "publications.txt": _publications(Words(texts)),
        "transcript.txt": _transcript(Words(texts)),
        "bibtex.bib": _bibtex(Words(texts)),
        "references.ris": _ris(Words(texts)),
        "items.json": _csl(Words(texts)),
        "feed.xml": _atom(Words(texts)),
        "talk.vtt": _vtt(Words(texts)),
        "talk.srt": _srt(Words(texts)),
        "table.csv": _csv(Words(texts)),
        "note.md": _note(Words(texts)),
        "saved.html": _saved(Words(texts)),
        "unknown.txt": "\n".join(texts) + "\n",
        "unknown-apart.txt": "\n\n".join(texts) + "\n",
    }.items():
        (seeds / name).write_text(text, encoding="utf-8")


def _abstract(words: Words) -> str:
    return f"{LONG} {' '.join(words() for _ in range(5))}"


def _profile(words: Words) -> str:
    works = "".join(
        f"9{number}.1AIMay {number}, 2024Code\n{words.title('profile')}\n\n"
        f"Ann {words()} Lee, Bo Ek · {words()}\n\n{_abstract(words)}\n\n{words()}\n\n"
        for number in range(1, 9)
    )
    return f"Mira {words()} Okafor\n\n{words()}\nh-index12\n\n8 Papers\n\n{works}"


def _abstracts(texts: Sequence[str]) -> str:
    return "\n\n".join(f"Abstract: {text} {LONG}\n{text}" for text in texts)


def _list(words: Words) -> str:
    entries = "".join(
        f"{words.title('listed')}\n\n{_abstract(words)}\n\n{words()}\nAuthors:\nAnn {words()}, Cy Roe\n"
        f"Fellows:\nCy Roe\nDate:\nMay {number}, 2024\n\n"
        for number in range(1, 9)
    )
    head = f"Research of {words()}\n\n{words()} {LONG}\n\nAll {words()}\n\n"
    return f"{head}{entries}Questions\n\nWho {words()}?\n"


def _publications(words: Words) -> str:
    return "Publications\n\n" + "".join(
        f"{number}. Ann Lee, Bo Ek. {words.title('published')}. In Proc. of {words()}, 2024. [PDF]\n"
        for number in range(1, 9)
    )


def _transcript(words: Words) -> str:
    turns = "".join(
        f"## {words()}\n\n[00:0{number}:03] Ann Lee: {words()}\n\n{words()}\n\n"
        f"Bo Ek: {words()} {LONG}\n\n{words()}\n\n"
        for number in range(1, 10)
    )
    head = f"Podcasts\nMay 2, 2024\n\nTalk about {words()}\n\nAnn Lee\n\n{words()} {LONG}\n\n"
    return f"{head}Transcript\n\n{turns}"


def _bibtex(words: Words) -> str:
    return "".join(
        f"@article{{k{number},\n  title = {{{words.title('cited')}}},\n"
        f"  author = {{Lee, Ann and {{{words()}}}}},\n  journal = {{{words()}}},\n  year = 2024,\n"
        f"  abstract = {{{_abstract(words)}}},\n  keywords = {{{words()}}},\n"
        f"  url = {{{words()}}},\n  note = {{{words()}}},\n}}\n\n"
        for number in range(8)
    )


def _ris(words: Words) -> str:
    return "".join(
        f"TY  - JOUR\nTI  - {words.title('exported')}\nAU  - Lee, {words()}\nPY  - 2024\n"
        f"JO  - {words()}\nAB  - {_abstract(words)}\nKW  - {words()}\nUR  - {words()}\nDO  - {words()}\n"
        "ER  - \n\n"
        for _ in range(8)
    )


def _csl(words: Words) -> str:
    items = [
        {
            "id": words(),
            "type": "article-journal",
            "title": words.title("itemised"),
            "author": [{"family": "Lee", "given": words()}, {"literal": words()}],
            "issued": {"date-parts": [[2024, 5, 2]]},
            "container-title": words(),
            "abstract": _abstract(words),
            "keyword": words(),
            "URL": words(),
            "DOI": words(),
        }
        for _ in range(8)
    ]
    return json.dumps(items, indent=1)


def _xml(text: str) -> str:
    return escape("".join(each if each.isprintable() and each < "\ue000" else "?" for each in text))


def _atom(words: Words) -> str:
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/2401.0123{number}v1</id>\n<published>2024-01-02T18:59:00Z</published>\n"
        f"<title>{_xml(words.title('fed'))}</title>\n<summary>{_xml(_abstract(words))}</summary>\n"
        f"<author><name>{_xml(words())}</name></author><author><name>Bo Ek</name></author>\n"
        f'<link href="{_xml(words())}" rel="related"/></entry>\n'
        for number in range(8)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>arXiv {_xml(words())}</title>\n{entries}</feed>\n"
    )


def _vtt(words: Words) -> str:
    cues = "".join(
        f"00:0{number}.000 --> 00:0{number}.900\n<v {name}>{words()} <i>x</i>\n\n"
        for number, name in enumerate(("Ann Lee", "Bo Ek") * 5)
    )
    return f"WEBVTT - {words()}\n\nNOTE {words()}\n\n{cues}"


def _srt(words: Words) -> str:
    return "".join(
        f"{number + 1}\n00:00:0{number},000 --> 00:00:0{number},900\n{name}: {words()}\n\n"
        for number, name in enumerate(("ANN LEE", "BO EK") * 5)
    )


def _csv(words: Words) -> str:
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["title", "authors", "year", "venue", "url", "tags"])
    for _ in range(8):
        table.writerow([words.title("tabled"), f"Ann {words()}, Bo Ek", "2024", words(), words(), words()])
    return file.getvalue()


def _note(words: Words) -> str:
    matter = {
        "title": words.title("noted"),
        "authors": ["Ann Lee", words()],
        "tags": [words()],
        "url": words(),
    }
    return f"---\n{json.dumps(matter)}\n---\n\n" + "\n\n".join(words.texts) + "\n"


def _saved(words: Words) -> str:
    meta = "".join(
        f'<meta name="{name}" content="{escape(text)}">\n'
        for name, text in (
            ("citation_title", words.title("saved")),
            ("citation_author", words()),
            ("citation_pdf_url", words()),
            ("citation_abstract", _abstract(words)),
        )
    )
    shown = "".join(f"<p>{escape(text)}</p>\n{text}\n" for text in words.texts if "</body>" not in text)
    head = f"<head><title>{escape(words())}</title>\n{meta}</head>"
    return f"<!DOCTYPE html><html>{head}<body>\n{shown}</body></html>\n"
