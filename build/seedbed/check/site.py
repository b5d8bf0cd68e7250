"""Every check, over every page of a site, each page read and parsed once, and not again until it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from seedbed.check.anchors import check_anchors
from seedbed.check.facts import Facts, is_looked_at, look_at, number, read_page, read_text, unpack
from seedbed.check.links import check_links
from seedbed.keep.processes import split, spread
from seedbed.keep.stamps import names_below
from seedbed.keep.store import read_value, write_value
from seedbed.keep.workers import ALL, Progress, Workers
from seedbed.model.finding import Finding

# Where there is less to read than this, it is read sooner than other processes are started: bytes.
WORTH_STARTING = 4_000_000

# The most that one batch asks of a process: pages, and bytes.
BATCH_PAGES = 200
BATCH_BYTES = 4_000_000


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a site that was checked; of each file, a hash of what it held."""

    files: dict[str, bytes]
    facts: dict[str, Facts]
    findings: tuple[Finding, ...]


def check_site(  # noqa: PLR0913 - each has a name and a default
    site: Path,
    *,
    digests: Mapping[str, bytes] | None = None,
    cache_dir: Path | None = None,
    sign: bytes = b"",
    workers: Workers = ALL,
    progress: Progress = lambda _done, _of: None,
) -> tuple[Finding, ...]:
    """Look for what is wrong with a finished site, as a reader would find it in a folder opened by `file://`.

    Takes time in proportion to what changed since the last check, and looks at no other host.

    Args:
        site: The folder of the site.
        digests: A hash of what each file of the site holds, where the caller knows; empty of one that is yet
            to come. None looks for files here, and reads every page.
        cache_dir: Where what was found is kept for the next time; None keeps and uses nothing.
        sign: Of the code and the packages that check: what was found under another one is not used.
        workers: Who reads pages.
        progress: Told how many pages are read, and of how many.

    Returns:
        Every fault, sorted; none for a site that is as it should be.
    """
    kept = _read(cache_dir, sign)
    files = dict.fromkeys(names_below(site), b"") if digests is None else dict(digests)
    facts = _known(files, kept)
    unknown = [path for path in files if is_looked_at(path) and path not in facts]
    sizes = {path: (site / path).stat().st_size for path in unknown}
    done = 0
    for some in _look(site, sizes, workers):
        facts.update(some)
        done += len(some)
        progress(done, len(sizes))
    facts = dict(sorted(facts.items()))
    findings = tuple(sorted({*_judge(site, facts, frozenset(files), kept), *_own(facts)}))
    if cache_dir:
        write_value(cache_dir / "check", Kept(files, facts, findings), sign)
    return findings


def _read(cache: Path | None, sign: bytes) -> Kept:
    kept = None if cache is None else read_value(cache / "check", Kept, sign)
    return kept or Kept({}, {}, ())


def _known(files: Mapping[str, bytes], kept: Kept) -> dict[str, Facts]:
    """The facts of pages and stylesheets that are as they were."""
    return {
        path: kept.facts[path]
        for path, digest in files.items()
        if digest and path in kept.facts and digest == kept.files[path]
    }


def _look(site: Path, sizes: Mapping[str, int], workers: Workers) -> Iterable[tuple[tuple[str, Facts], ...]]:
    """Read pages and stylesheets, of which the sizes are given, and give their facts, batch by batch."""
    batches = split(sizes, most=BATCH_PAGES, size=BATCH_BYTES)
    few = sum(sizes.values()) < WORTH_STARTING
    if workers.are_none or (few and workers.executor is None):
        return map(partial(look_at, str(site)), batches)
    return spread(partial(look_at, str(site.absolute())), batches, workers)


def _own(facts: Mapping[str, Facts]) -> Iterator[Finding]:
    for each in facts.values():
        yield from each.findings


def _judge(site: Path, facts: Mapping[str, Facts], files: frozenset[str], kept: Kept) -> Iterator[Finding]:
    """Find the links that lead nowhere; a page that has one is read again, to say which.

    A page that did not change, and whose links were sound, is looked at again where something else has gone.
    """
    there = set(map(number, files))
    places = {place for each in facts.values() for place in unpack(each.ids)}
    unsound = {each.page for each in kept.findings}
    gone = not files.issuperset(kept.files) or not places.issuperset(_places_before(facts, kept))
    for path, each in facts.items():
        if not gone and not each.doubtful and path not in unsound and each is kept.facts.get(path):
            continue
        leads_on = there.issuperset(unpack(each.targets))
        if not each.doubtful and leads_on and places.issuperset(unpack(each.references)):
            continue
        page, followed = read_page(path, read_text(site, path))
        yield from check_links(page, followed, files)
        references = [each for each in followed.references if each.target in files]
        yield from check_anchors(references, lambda page, place: number(page, place) in places)


def _places_before(facts: Mapping[str, Facts], kept: Kept) -> Iterator[int]:
    """The places that pages had which changed since or are gone."""
    for path, each in kept.facts.items():
        if facts.get(path) is not each:
            yield from unpack(each.ids)
