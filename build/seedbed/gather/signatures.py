"""Files that are no text: what they are, told by how they begin, and what to do instead."""

from __future__ import annotations

_AS_TEXT = "Open it, copy its text into a .txt file, and put that here instead."
_UNPACK = "Unpack it, and put the text files that are in it here instead."
_DESCRIBE = "Put the text that it shows here, as a .txt file; only text can be read."

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _AS_TEXT + " (`pdftotext -layout` does it too.)"),
    (b"\x89PNG\r\n", "a picture (PNG)", _DESCRIBE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _DESCRIBE),
    (b"GIF87a", "a picture (GIF)", _DESCRIBE),
    (b"GIF89a", "a picture (GIF)", _DESCRIBE),
    (b"II*\0", "a picture (TIFF)", _DESCRIBE),
    (b"MM\0*", "a picture (TIFF)", _DESCRIBE),
    (b"\0\0\1\0", "a picture (icon)", _DESCRIBE),
    (b"\x1f\x8b", "a compressed file (gzip)", _UNPACK),
    (b"BZh", "a compressed file (bzip2)", _UNPACK),
    (b"\xfd7zXZ\0", "a compressed file (xz)", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", _UNPACK),
    (b"Rar!\x1a\x07", "an archive (RAR)", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file", _AS_TEXT),
    (b"{\\rtf", "a rich text file (RTF)", _AS_TEXT),
    (b"%!PS", "a PostScript file", _AS_TEXT),
    (b"SQLite format 3\0", "a database (SQLite)", _AS_TEXT),
    (b"bplist00", "a property list or web archive", "Save the page as HTML or text instead."),
    (b"ID3", "a sound recording (MP3)", "Put its transcript here instead."),
    (b"OggS", "a sound recording (Ogg)", "Put its transcript here instead."),
    (b"fLaC", "a sound recording (FLAC)", "Put its transcript here instead."),
    (b"\x1aE\xdf\xa3", "a film (Matroska or WebM)", "Put its transcript or subtitles here instead."),
    (b"\x7fELF", "a program", "Only text can be read: remove it."),
    (b"MZ\x90\0", "a program", "Only text can be read: remove it."),
)
_ZIPPED = (
    (b"word/", "a Word file (docx)"),
    (b"ppt/", "a PowerPoint file (pptx)"),
    (b"xl/", "an Excel file (xlsx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an e-book (EPUB)"),
)
_SAMPLE = 8192
_MOST_CONTROLS = 0.05
_TEXT_CONTROLS = b"\t\n\r\x0b\x0c\x1b\x08"
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in _TEXT_CONTROLS)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def what_instead(content: bytes) -> str:
    """What a file is that is no text, and what to do; empty when it may be text."""
    for signature, what, instead in _SIGNATURES:
        if content.startswith(signature):
            return f"is {what}, not text. {instead}"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        what = next((what for name, what in _ZIPPED if name in content[:_SAMPLE] + content[-_SAMPLE:]), "")
        return f"is {what}, not text. {_AS_TEXT}" if what else f"is an archive (ZIP), not text. {_UNPACK}"
    contained = _container(content)
    if contained:
        return contained
    if _is_noise(content):
        return "is no text: every so often a byte of it is none that text has. Save what it shows as text."
    return ""


def _container(content: bytes) -> str:
    """Kinds whose mark stands a few bytes into the file."""
    if content[:4] == b"RIFF" and content[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        picture = content[8:12] == b"WEBP"
        what = "a picture (WebP)" if picture else "a recording"
        return f"is {what}, not text. {_DESCRIBE if picture else 'Put its transcript here instead.'}"
    if content[4:8] == b"ftyp":
        return "is a film, a recording or a picture (MP4, HEIC), not text. Put its transcript here instead."
    if content[257:262] == b"ustar":
        return f"is an archive (tar), not text. {_UNPACK}"
    return ""


def _is_noise(content: bytes) -> bool:
    """Whether control characters are too many for text; UTF-16, which is full of zeros, is none of these."""
    sample = content[:_SAMPLE]
    if content.startswith(_WIDE_MARKS) or not sample:
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    zeros = sorted((sample[::2].count(0), sample[1::2].count(0)))
    is_wide = zeros[0] == 0 and zeros[1] > controls / 2
    return controls > _MOST_CONTROLS * len(sample) and not is_wide
