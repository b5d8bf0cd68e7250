"""One of everything that nobody would wish for in a folder: what each is, and what a build must say of it."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TALK = "Ann Lee: Hello.\nBo Ek: Yes, hello.\nAnn Lee: Well?\nBo Ek: That is all.\n"
WESTERN = "The café in São Paulo was naïve about the “coup d’état” — André said so. Größe über Maß.\n" * 3

LIMITS = "  seedbed: {limits: {seed_megabytes: 1, line_characters: 200000, records: 500, folders: 4}}"
"""For `mkdocs.yml`: small ones, so that small files pass them."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A file that can be read, and what the report says of it; nothing, where there is nothing to say."""

    name: str
    content: bytes
    remark: str = ""
    kind: str = "transcript"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be a seed, and why."""

    name: str
    content: bytes
    fault: str


def zip_of(*names: str) -> bytes:
    """A ZIP archive with files of these names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "text")
    return file.getvalue()


def tar_of() -> bytes:
    """A tar archive whose one file would leave the folder."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../outside.txt"), io.BytesIO())
    return file.getvalue()


_BOMB = """<?xml version="1.0"?>
<!DOCTYPE feed [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">
<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv</title><id>http://arxiv.org/api/x</id>
<entry><id>http://arxiv.org/abs/2401.00001v1</id><title>&c;&secret;</title><summary>&c;</summary>
<author><name>Ann Lee</name></author></entry></feed>
"""
_ENTRIES = "".join(f"@misc{{k{n}, title = {{The Works Number {n}}}}}\n" for n in range(501))

ODD = (
    Odd("windows-lines.txt", TALK.replace("\n", "\r\n").encode()),
    Odd("old-mac-lines.txt", TALK.replace("\n", "\r").encode()),
    Odd("marked.txt", TALK.encode("utf-8-sig")),
    Odd("utf-16.txt", TALK.encode("utf-16"), "not UTF-8; it was read as UTF-16"),
    Odd("utf-16-unmarked.txt", (TALK * 9).encode("utf-16-le"), "UTF-16 without a byte order mark"),
    Odd("windows-1252.txt", WESTERN.encode("cp1252"), "read as Windows-1252", "unknown"),
    Odd("nul.txt", TALK.replace("Hello", "Hel\0lo").encode(), "holds a U+0000 (control character) once"),
    Odd("escape.txt", f"{TALK}\x1b[31mred".encode(), "holds a U+001B (control character) once"),
    Odd("override.txt", f"{TALK}\u202etxt.exe".encode(), "holds a U+202E (right-to-left override) once"),
    Odd("isolate.txt", f"{TALK}\u2067abc".encode(), "holds a U+2067 (right-to-left isolate) once"),
    Odd("zero-width.txt", f"{TALK}An\u200bn".encode(), "holds a U+200B (zero width space) once"),
    Odd("tags.txt", f"{TALK}x\U000e0041".encode(), "holds a U+E0041 (tag latin capital letter a) once"),
    Odd(
        "bomb.xml",
        _BOMB.encode(),
        "it declares a document type or entities, which are not expanded",
        "arxiv-atom",
    ),
    Odd(
        "deep.json",
        b'[{"type": "book", "title": "One", "author": []},\n{"title": ' + b"[" * 90_000,
        "nested too deep",
        "csl-json",
    ),
    Odd("deep.bib", b"@misc{a,\n title = {" + b"{" * 90_000 + b"}\n}\n", "could not be read", "bibtex"),
    Odd(
        "many.bib", _ENTRIES.encode(), "501 works and turns are in this seed, and one may have 500", "unknown"
    ),
    Odd("no-labels.txt", b"just a few words\n\nof no known layout\n", "", "unknown"),
    Odd("a/b/c/talk.txt", TALK.encode()),
    Odd("CON.txt", TALK.encode()),
    Odd("aux", TALK.encode()),
    Odd("index.txt", TALK.encode()),
    Odd("Talk.txt", TALK.encode()),
    Odd("talk.txt", TALK.encode()),
    Odd("talk!.txt", TALK.encode()),
    Odd("trailing. ", TALK.encode()),
    Odd("--help.txt", TALK.encode()),
    Odd("%2e%2e%2fetc%2fpasswd.txt", TALK.encode()),
    Odd("<img src=x onerror=alert(1)>.txt", TALK.encode()),
    Odd("{{ 7*7 }} [x](javascript:alert(1)).txt", TALK.encode()),
    Odd("\"quoted' & `ticked`.txt", TALK.encode()),
    Odd(f"{'long-' * 48}.txt", TALK.encode()),
    Odd("学术/谈话.txt", TALK.encode()),
)

REFUSED = (
    Refused("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a PDF, not text."),
    Refused("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG), not text."),
    Refused("figure.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG), not text."),
    Refused("moving.gif", b"GIF89a\1\0\1\0", "is a picture (GIF), not text."),
    Refused("new.webp", b"RIFF\x24\0\0\0WEBPVP8 ", "is a picture (WebP), not text."),
    Refused("film.mp4", b"\0\0\0\x20ftypisom\0\0", "is a film, a recording or a picture"),
    Refused("sound.mp3", b"ID3\4\0\0", "is a sound recording (MP3), not text."),
    Refused("archive.zip", zip_of("../../outside.txt"), "is an archive (ZIP), not text."),
    Refused("archive.tar", tar_of(), "is an archive (tar), not text."),
    Refused("packed.gz", gzip.compress(b"text", mtime=0), "is a compressed file (gzip), not text."),
    Refused("paper.docx", zip_of("word/document.xml"), "is a Word file (docx), not text."),
    Refused("sheet.xlsx", zip_of("xl/workbook.xml"), "is an Excel file (xlsx), not text."),
    Refused("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "is an old office file, not text."),
    Refused("notes.rtf", b"{\\rtf1\\ansi Hello}", "is a rich text file (RTF), not text."),
    Refused("program", b"\x7fELF\2\1\1\0", "is a program, not text."),
    Refused("data.sqlite", b"SQLite format 3\0", "is a database (SQLite), not text."),
    Refused("noise.bin", bytes(range(256)) * 20, "is no text"),
    Refused("empty.txt", b"", "is empty."),
    Refused("blank.txt", b" \n\n\t\n", "is empty."),
    Refused("latin.txt", b"one line\ncaf\xe9\n", "byte 0xe9 is not UTF-8 text"),
    Refused("half.txt", b"\xff\xfea", "begins as UTF-16 text does, and byte 3 is none."),
    Refused("large.txt", b"words and words\n" * 70_000, "has 1.1 MB, and a seed may have 1."),
    Refused("line.txt", b"x" * 200_001, "this line has 200,001 characters, and one may have 200,000."),
    Refused("deep.html", b"<html><body>" + b"<div>" * 3000, "is a web page whose parts are nested too deep"),
    Refused("1/2/3/4/5/talk.txt", TALK.encode(), "lies more than 4 folders deep."),
)

PASSED_OVER = (".hidden", "a.txt~", "#a.txt#", "a.txt.bak", ".git/config", "a.swp", "~$a.docx", "Thumbs.db")


def plant_awkward(seeds: Path, outside: Path) -> dict[str, str]:
    """Put all of it into a folder of seeds.

    Args:
        seeds: The folder.
        outside: A folder that links lead out to.

    Returns:
        What a build must say of each thing that can be no seed, by how it names it.
    """
    for name, content in (
        *((each.name, each.content) for each in ODD),
        *((each.name, each.content) for each in REFUSED),
        *((name, b"Secret: words\n") for name in PASSED_OVER),
    ):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_bytes(content)
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret: words\n")
    (seeds / "out.txt").symlink_to(outside / "secret.txt")
    (seeds / "out").symlink_to(outside)
    (seeds / "nowhere.txt").symlink_to("gone.txt")
    (seeds / "circle.txt").symlink_to(seeds / "circle.txt")
    (seeds / "again").symlink_to(seeds)
    os.mkfifo(seeds / "pipe.txt")
    for unshowable in (b"two\nlines.txt", b"broken\xff.txt", "hidden\u202etxt.exe".encode()):
        Path(os.fsdecode(os.fsencode(seeds) + b"/" + unshowable)).write_text(TALK)
    return dict(_faults())


def _faults() -> Iterator[tuple[str, str]]:
    for each in REFUSED:
        deep = "lies more than" in each.fault
        yield ("seeds/1/2/3/4/5" if deep else f"seeds/{each.name}"), each.fault
    yield "seeds/out.txt", "is a link that leads out of this folder, and is not followed."
    yield "seeds/out", "is a link that leads out of this folder, and is not followed."
    yield "seeds/nowhere.txt", "is a link that leads nowhere."
    yield "seeds/circle.txt", "is a link that leads nowhere."
    yield "seeds/again", "is a link to a folder, and is not followed."
    yield "seeds/pipe.txt", "is a pipe, a socket or a device, no file."
    yield "seeds/two\\x0alines.txt", "has a name with characters that cannot be shown."
    yield "seeds/broken\\udcff.txt", "has a name with characters that cannot be shown."
    yield "seeds/hidden\\x202etxt.exe", "has a name with characters that cannot be shown."
