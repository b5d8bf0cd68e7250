"""Seeds that arXiv's interface answered with: an Atom feed with an entry a paper.

Format: https://info.arxiv.org/help/api/user-manual.html. defusedxml refuses entities and document types.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.formats.arxiv_fields import VERSION
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import clean

if TYPE_CHECKING:
    from xml.sax.xmlreader import Locator

_ATOM = "http://www.w3.org/2005/Atom"
_ARXIV = "http://arxiv.org/schemas/atom"
_FIELDS: Mapping[tuple[str, str], str] = {
    ("entry", "title"): "title", ("entry", "summary"): "abstract", ("entry", "published"): "date",
    ("author", "name"): "name", ("author", "affiliation"): "organisation",
    ("entry", "journal_ref"): "venue", ("entry", "comment"): "comment", ("entry", "updated"): "updated",
}  # fmt: skip
"""What the text of an element states, by its parent's name and its own."""

_OPENING = 40


def recognise(seed: Seed) -> Recognition | None:
    """Sure where a feed in Atom's namespace speaks of arXiv at its beginning."""
    opening = " ".join(line[:400] for line in seed.lines[:_OPENING])
    if "<feed" not in opening or _ATOM not in opening or "arxiv.org" not in opening:
        return None
    return Recognition(0.98, "it is an Atom feed from arXiv")


def read(seed: Seed) -> Reading:
    """A work an entry; from where the text is no XML any more, nothing is read."""
    from xml.sax import SAXParseException, handler, xmlreader  # noqa: PLC0415 (defusedxml parses)

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.sax import make_parser  # noqa: PLC0415

    feed = _Feed()
    parser = make_parser()
    parser.setFeature(handler.feature_namespaces, True)  # noqa: FBT003
    parser.forbid_dtd = True
    parser.setContentHandler(_handler(feed))
    text = xmlreader.InputSource()
    text.setByteStream(io.BytesIO("\n".join(seed.lines).encode("utf-8", "replace")))
    text.setEncoding("utf-8")  # whatever it declares: it was decoded when it was opened
    remarks = []
    try:
        parser.parse(text)
    except SAXParseException as error:
        line = min(max(1, error.getLineNumber() or 1), max(1, len(seed.lines)))
        sentence = f"from here on this is no XML that can be read: {clean(error.getMessage())}"
        remarks = [Claim(sentence, seed.span(line))]
    except DefusedXmlException:
        sentence = (
            "this XML was not read: it declares a document type or entities, which are not expanded. Take "
            "the lines from <!DOCTYPE to its end out"
        )
        remarks = [Claim(sentence, seed.span(1))]
    return read_entries(seed, ARXIV_ATOM.kind, feed.entries, remarks, feed.structure)


class _Feed:
    """The entries of a feed, gathered while it is parsed.

    Attributes:
        structure: Lines on which an element around the entries begins or ends.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.structure: list[int] = [1]
        self._entry: Entry | None = None
        self._path: list[str] = []
        self._text: list[str] = []
        self._first = 0

    def begin(self, name: tuple[str | None, str], attributes: dict[str, str], line: int) -> None:
        space, tag = name
        self._path.append(tag if space in {_ATOM, _ARXIV} else "")
        self._text.clear()
        self._first = line
        if tag == "entry" and space == _ATOM:
            self._entry = Entry(line, labels=[line])
        elif self._entry is not None:
            self._attributes(self._entry, tag, attributes, line)
        else:
            self.structure.append(line)

    def _attributes(self, entry: Entry, tag: str, attributes: dict[str, str], line: int) -> None:
        match tag:
            case "primary_category":
                entry.category = Stated(attributes.get("term", ""), line, line)
                entry.labels.append(line)
            case "category":
                entry.particulars.append(("category", Stated(attributes.get("term", ""), line, line)))
                entry.labels.append(line)
            case "link":
                entry.addresses.append(Stated(VERSION.sub("", attributes.get("href", "")), line, line))
                entry.labels.append(line)
            case "author":
                entry.labels.append(line)
            case _:
                pass

    def text(self, text: str) -> None:
        self._text.append(text)

    def end(self, line: int) -> None:
        path, text = self._path[-2:], "".join(self._text)
        self._text.clear()
        self._path.pop()
        entry = self._entry
        if entry is None:
            self.structure += range(self._first if text.strip() else line, line + 1)
            return
        match path:
            case [_, "entry"]:
                entry.labels.append(line)
                entry.particulars = [each for each in entry.particulars if not _is_primary(entry, *each)]
                self.entries.append(entry)
                self._entry = None
            case ["entry", "author"]:
                entry.labels.append(line)
            case ["entry", ("id" | "doi")]:
                entry.addresses.append(Stated(VERSION.sub("", text.strip()), self._first, line))
            case [parent, tag] if (parent, tag) in _FIELDS:
                entry.take(_FIELDS[parent, tag], Stated(text, self._first, line))
            case _:
                pass


def _is_primary(entry: Entry, label: str, stated: Stated) -> bool:
    """Whether a category is the one that the entry names as its first."""
    return label == "category" and entry.category is not None and stated.value == entry.category.value


def _handler(feed: _Feed) -> Any:
    """What the parser calls; its class is made here because its base is heavy to import."""
    from xml.sax.handler import ContentHandler  # noqa: PLC0415 (as above)

    class Handler(ContentHandler):
        place: Locator

        def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 (the interface's name; so below)
            self.place = locator

        def _line(self) -> int:
            return self.place.getLineNumber() or 1

        def startElementNS(self, name: Any, qname: str | None, attrs: Any) -> None:  # noqa: ARG002, N802
            feed.begin(name, {key[1]: value for key, value in attrs.items()}, self._line())

        def characters(self, content: str) -> None:
            feed.text(content)

        def endElementNS(self, name: Any, qname: str | None) -> None:  # noqa: ARG002, N802
            feed.end(self._line())

    return Handler()


ARXIV_ATOM = Reader("arxiv-atom", "arXiv feed", recognise, read)
