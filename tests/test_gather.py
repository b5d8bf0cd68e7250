"""Which files are seeds, and what text they hold."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.config import Limits
from seedbed.errors import SeedbedError
from seedbed.gather import gather
from seedbed.gather.harmless import make_harmless
from seedbed.gather.signatures import what_instead
from seedbed.model.curation import Curation, SeedNote
from seedbed.model.source import Seed
from seedbed.text.lines import split_lines
from tests.awkward import WESTERN, tar_of, zip_of
from tests.gathering import read_seed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    return seeds


class Gathered(NamedTuple):
    seeds: tuple[Seed, ...]
    faults: tuple[SeedbedError, ...]


def gathered(folder: Path, limits: Limits | None = None, *notes: SeedNote) -> Gathered:
    """The seeds of a folder, and what could not be read, sorted by path."""
    bounds = limits or Limits()
    seeds: list[Seed] = []
    faults: list[SeedbedError] = []
    for capture in gather(folder, "seeds", Curation(seeds=notes), faults, bounds):
        try:
            seeds.append(capture.seed(bounds))
        except SeedbedError as fault:
            faults.append(fault)
    return Gathered(tuple(seeds), tuple(sorted(faults, key=lambda fault: (fault.path, fault.line))))


def names(folder: Path) -> list[str]:
    found = gathered(folder)
    assert found.faults == ()
    return [seed.path for seed in found.seeds]


def only_fault(folder: Path, limits: Limits | None = None) -> str:
    found = gathered(folder, limits)
    assert found.seeds == ()
    (fault,) = found.faults
    assert "\n" not in str(fault)
    return str(fault)


def seed_from(folder: Path, content: bytes) -> Seed:
    (folder / "a.txt").write_bytes(content)
    return read_seed(folder / "a.txt", "a.txt", shown="seeds/a.txt")


def remarks(seed: Seed) -> list[tuple[int, str]]:
    return [(remark.span.first, remark.value) for remark in seed.remarks]


class TestFolder:
    def test_is_walked_and_sorted(self, folder: Path) -> None:
        for name in ("b.txt", "a/z.txt", "a/b/c.bib", "ä.txt", "two words.txt"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("text\n")
        assert names(folder) == ["a/b/c.bib", "a/z.txt", "b.txt", "two words.txt", "ä.txt"]

    def test_hidden_and_backup_files_are_passed_over(self, folder: Path) -> None:
        passed = [".hidden", "a.txt~", "#a.txt#", "a.txt.bak", ".git/config", "a.swp", "~$a.docx"]
        for name in (*passed, "library.yml", "permalinks.tsv", "Thumbs.db", "__MACOSX/x", "a.txt"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(b"text\n")
        assert names(folder) == ["a.txt"]

    def test_our_own_names_elsewhere_are_seeds(self, folder: Path) -> None:
        (folder / "a").mkdir()
        (folder / "a" / "library.yml").write_text("text\n")
        assert names(folder) == ["a/library.yml"]

    def test_that_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(SeedbedError, match="seeds: there is no such folder"):
            gathered(tmp_path / "seeds")

    def test_notes_of_the_maintainer(self, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"a\0b\n")
        note = SeedNote("a.txt", 1, "list", "https://a.example", "2026-01-02")
        (seed,) = gathered(folder, None, note).seeds
        assert (seed.kind, seed.address, seed.captured) == ("list", "https://a.example", "2026-01-02")
        assert len(seed.remarks) == 1

    def test_too_deep(self, folder: Path) -> None:
        (folder / "a" / "b" / "c").mkdir(parents=True)
        (folder / "a" / "b" / "c" / "d.txt").write_text("text\n")
        assert only_fault(folder, Limits(folders=2)).startswith("seeds/a/b/c: lies more than 2 folders deep")

    def test_very_deep(self, folder: Path) -> None:
        (folder / "/".join("a" * 200)).mkdir(parents=True)
        assert "lies more than 16 folders deep" in only_fault(folder)

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may open anything")
    def test_closed_folder_and_file(self, folder: Path) -> None:
        (folder / "a").mkdir(mode=0)
        (folder / "b.txt").write_text("text\n")
        (folder / "b.txt").chmod(0)
        faults = gathered(folder).faults
        (folder / "a").chmod(0o700)
        assert [fault.path for fault in faults] == ["seeds/a", "seeds/b.txt"]
        assert all("cannot be opened" in fault.message for fault in faults)


class TestLinksAndSpecialFiles:
    def test_a_link_out_of_the_folder_is_refused(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("secret\n")
        (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
        assert only_fault(folder).startswith("seeds/a.txt: is a link that leads out of this folder")

    def test_a_link_to_a_folder_outside_is_refused(self, folder: Path) -> None:
        (folder / "a").symlink_to("/etc")
        assert "leads out of this folder" in only_fault(folder)

    def test_a_link_in_a_circle_is_not_followed(self, folder: Path) -> None:
        (folder / "a").symlink_to(folder)
        assert "is a link to a folder" in only_fault(folder)

    def test_a_link_that_leads_nowhere(self, folder: Path) -> None:
        (folder / "a.txt").symlink_to("nowhere")
        assert "leads nowhere" in only_fault(folder)

    def test_a_link_that_leads_to_itself(self, folder: Path) -> None:
        (folder / "a.txt").symlink_to(folder / "a.txt")
        assert "leads nowhere" in only_fault(folder)

    def test_a_link_inside_is_a_seed(self, folder: Path) -> None:
        (folder / "a.txt").write_text("text\n")
        (folder / "b.txt").symlink_to("a.txt")
        assert names(folder) == ["a.txt", "b.txt"]

    def test_a_pipe_is_not_waited_for(self, folder: Path) -> None:
        os.mkfifo(folder / "a.txt")
        assert only_fault(folder).startswith("seeds/a.txt: is a pipe, a socket or a device, no file.")

    def test_a_folder_is_no_seed(self, folder: Path) -> None:
        with pytest.raises(SeedbedError, match="is a folder, no file"):
            read_seed(folder, "seeds", shown="seeds")

    @pytest.mark.parametrize("name", [b"a\nb.txt", b"a\xff.txt", "a\u202etxt.exe".encode()])
    def test_names_that_cannot_be_shown(self, folder: Path, name: bytes) -> None:
        Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text("text\n")  # noqa: PTH118
        fault = only_fault(folder)
        assert "has a name with characters that cannot be shown" in fault
        assert fault.isprintable()


class TestLimits:
    def test_size(self, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"a" * 1_000_001)
        assert only_fault(folder, Limits(seed_megabytes=1)) == (
            "seeds/a.txt: has 1.0 MB, and a seed may have 1. Split it, or raise "
            "extra.seedbed.limits.seed_megabytes in mkdocs.yml."
        )

    def test_length_of_a_line(self, folder: Path) -> None:
        (folder / "a.txt").write_text("ok\ntoo long\n")
        assert only_fault(folder, Limits(line_characters=5)).startswith(
            "seeds/a.txt:2: this line has 8 characters, and one may have 5."
        )


class TestDecoding:
    @pytest.mark.parametrize(
        ("content", "remark"),
        [
            ("é\n".encode(), ""),
            ("é\n".encode("utf-8-sig"), ""),
            ("é\n".encode("utf-16"), "UTF-16"),
            (b"\xfe\xff" + "é\n".encode("utf-16-be"), "UTF-16"),
            ("é\n".encode("utf-32"), "UTF-32"),
        ],
    )
    def test_marked(self, folder: Path, content: bytes, remark: str) -> None:
        seed = seed_from(folder, content)
        assert seed.lines == ("é",)
        told = [(1, f"this file is not UTF-8; it was read as {remark}")] if remark else []
        assert remarks(seed) == told

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16_without_a_mark(self, folder: Path, encoding: str) -> None:
        seed = seed_from(folder, WESTERN.encode(encoding))
        assert seed.lines == split_lines(WESTERN)
        assert "UTF-16 without a byte order mark" in seed.remarks[0].value

    @pytest.mark.parametrize(
        ("encoding", "name", "text"),
        [
            ("cp1252", "Windows-1252", WESTERN),
            ("latin-1", "Windows-1252", "Größe über Maß, für die Änderung der Straße.\n" * 4),
            ("cp1252", "Windows-1252", "Plain words, and it’s “quoted” now.\n" * 4),
            ("cp1251", "Windows-1251", "Привет, как дела? Это обычный текст на русском языке.\n" * 5),
            ("cp932", "Shift JIS", "これは日本語のテキストです。研究の概要を示します。\n" * 3),
        ],
    )
    def test_other_encodings_where_they_are_sure(
        self, folder: Path, encoding: str, name: str, text: str
    ) -> None:
        seed = seed_from(folder, text.encode(encoding))
        assert seed.lines == split_lines(text)
        assert remarks(seed) == [(1, f"this file is not UTF-8; it was read as {name}")]

    @pytest.mark.parametrize("content", [b"one line\ncaf\xe9\n", "one line\nAndré, “so”\n".encode("cp1252")])
    def test_too_little_to_be_sure(self, folder: Path, content: bytes) -> None:
        with pytest.raises(SeedbedError, match=r"^seeds/a.txt:2: byte 0x.. is not UTF-8 text") as raised:
            seed_from(folder, content)
        assert "\n" not in str(raised.value)

    def test_a_mark_that_lies(self, folder: Path) -> None:
        with pytest.raises(SeedbedError, match="begins as UTF-16 text does, and byte 3 is none"):
            seed_from(folder, b"\xff\xfea")

    def test_line_ends(self, folder: Path) -> None:
        assert seed_from(folder, b"a\r\nb\rc\nd").lines == ("a", "b", "c", "d")

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b" \t\n"])
    def test_empty(self, folder: Path, content: bytes) -> None:
        with pytest.raises(SeedbedError, match="is empty"):
            seed_from(folder, content)

    @settings(deadline=None)
    @given(content=st.binary(max_size=300))
    def test_any_bytes_are_a_seed_or_one_clear_line(
        self, tmp_path_factory: pytest.TempPathFactory, content: bytes
    ) -> None:
        path = tmp_path_factory.getbasetemp() / "any.txt"
        path.write_bytes(content)
        lines, fault = lines_or_fault(path)
        assert make_harmless(lines) == (lines, ())
        assert bool(lines) != bool(fault)
        assert "\n" not in fault


def lines_or_fault(path: Path) -> tuple[tuple[str, ...], str]:
    try:
        return read_seed(path, path.name, shown=path.name).lines, ""
    except SeedbedError as fault:
        return (), str(fault)


class TestHarmless:
    @pytest.mark.parametrize(
        ("stated", "harmless", "remark"),
        [
            ("a\0b", "a␀b", "holds a U+0000 (control character) once, here, which cannot be seen: shown"),
            ("\x1b[31mred", "␛[31mred", "holds a U+001B"),
            ("a\x7f", "a␡", "holds a U+007F"),
            ("a\x80b", "a\ufffdb", "holds a U+0080"),
            ("a\u202eb\u202ec", "abc", "holds a U+202E (right-to-left override) 2 times, first here"),
            ("a\u2067b", "ab", "holds a U+2067 (right-to-left isolate)"),
            ("An\u200bn", "Ann", "holds a U+200B (zero width space)"),
            ("An\u200dn", "Ann", "holds a U+200D (zero width joiner)"),
            ("a\ufeffb", "ab", "holds a U+FEFF"),
            ("hy\u00adphen", "hyphen", "holds a U+00AD (soft hyphen)"),
            ("a\U000e0041b", "ab", "holds a U+E0041"),
        ],
    )
    def test_is_told(self, stated: str, harmless: str, remark: str) -> None:
        lines, ((line, sentence), *more) = make_harmless(("fine", stated))
        assert (lines, line, more) == (("fine", harmless), 2, [])
        assert sentence.startswith(remark)

    @pytest.mark.parametrize(
        "text", ["می\u200cخواهم", "👩\u200d🔬", "क्\u200dष", "tab\there", "日本語", "no\u00a0break"]
    )
    def test_what_is_needed_stays(self, text: str) -> None:
        assert make_harmless((text,)) == ((text,), ())

    @pytest.mark.parametrize("space", ["\x0b", "\x0c", "\x1e", "\x85", "\u2028"])
    def test_further_line_ends_are_spaces(self, space: str) -> None:
        assert make_harmless((f"a{space}b",)) == (("a b",), ())

    def test_what_is_reported_reaches_the_reading(self, folder: Path) -> None:
        seed = seed_from(folder, b"one\nt\0wo\n")
        assert seed.lines == ("one", "t␀wo")
        assert [line for line, _ in remarks(seed)] == [2]

    @settings(deadline=None)
    @given(st.text(max_size=60))
    def test_is_done_once(self, text: str) -> None:
        lines = split_lines(text)
        harmless, _ = make_harmless(lines)
        assert len(harmless) == len(lines)
        assert make_harmless(harmless) == (harmless, ())


BINARY = [
    (b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG)"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG)"),
    (b"RIFF\x24\0\0\0WEBPVP8 ", "is a picture (WebP)"),
    (b"\0\0\0\x20ftypisom\0\0", "is a film, a recording or a picture"),
    (b"\x1f\x8b\x08\0\0\0", "is a compressed file (gzip)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "is an old office file"),
    (b"{\\rtf1\\ansi Hello}", "is a rich text file"),
    (zip_of("a.txt"), "is an archive (ZIP)"),
    (zip_of("word/document.xml"), "is a Word file"),
    (zip_of("xl/workbook.xml"), "is an Excel file"),
    (tar_of(), "is an archive (tar)"),
    (bytes(range(256)) * 20, "is no text"),
    (b"\1\2\3\4" * 100, "is no text"),
]


@pytest.mark.parametrize(("content", "what"), BINARY, ids=[what for _, what in BINARY])
def test_files_that_are_no_text_are_named_with_what_to_do(folder: Path, content: bytes, what: str) -> None:
    (folder / "a.txt").write_bytes(content)
    fault = only_fault(folder)
    assert fault.startswith(f"seeds/a.txt: {what}")
    assert len(fault.split(". ")) > 1


@pytest.mark.parametrize(
    "text", ["PK, we said.", "GIF is a format.", "%P", "ID", "\0", "BZ and MZ", "a" * 300]
)
def test_text_is_text(text: str) -> None:
    assert what_instead(text.encode("utf-16")) == ""
    if "\0" not in text:
        assert what_instead(text.encode()) == ""
