"""Every check, over every page of a site, each page read and parsed once, and not again until it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

import msgspec

from seedbed.check.anchors import check_anchors
from seedbed.check.facts import Facts, is_looked_at, look_at, read_page, read_text
from seedbed.check.links import check_links
from seedbed.keep.processes import processors, split, spread
from seedbed.keep.stamps import FileRecord, clock, record, walk
from seedbed.keep.store import read_value, write_value
from seedbed.model.finding import Finding

# Fewer pages than this are read sooner than other processes are started.
WORTH_STARTING = 500

# The most that one batch asks of a process: pages, and bytes.
BATCH_PAGES = 200
BATCH_BYTES = 8_000_000

# Goes up when a check finds something else than before.
SCHEMA = 1


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a site that was checked."""

    schema: int
    site: str
    files: dict[str, FileRecord]
    facts: dict[str, Facts]
    findings: tuple[Finding, ...]


def check_site(
    site: Path, *, cache_dir: Path | None = None, jobs: int | None = None, executor: Executor | None = None
) -> tuple[Finding, ...]:
    """Look for what is wrong with a finished site, as a reader would find it in a folder opened by `file://`.

    Takes time in proportion to what changed since the last check, and looks at no other host.

    Args:
        site: The folder of the site.
        cache_dir: Where what was found is kept for the next time; None keeps and uses nothing.
        jobs: How many processes read pages; None takes one a processor.
        executor: Who runs them, instead of processes started here.

    Returns:
        Every fault, sorted; none for a site that is as it should be.
    """
    site = site.absolute()
    kept = _read(cache_dir, site)
    now = clock(cache_dir) if cache_dir else 0
    files = record(site, walk(site), kept.files, now) if cache_dir else _list(site)
    if files == kept.files:
        return kept.findings
    facts = _look(site, files, kept, jobs, executor)
    findings = tuple(sorted({*_judge(site, facts, frozenset(files)), *_own(facts)}))
    if cache_dir:
        write_value(cache_dir / "check", Kept(SCHEMA, str(site), files, facts, findings))
    return findings


def _read(cache: Path | None, site: Path) -> Kept:
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        kept = read_value(cache / "check", Kept)
        if kept is not None and kept.schema == SCHEMA and kept.site == str(site):
            return kept
    return Kept(SCHEMA, str(site), {}, {}, ())


def _list(site: Path) -> dict[str, FileRecord]:
    """Every file, without reading it."""
    return {path: FileRecord(stamp, b"") for path, stamp in walk(site).items() if not path.endswith("/")}


def _look(
    site: Path, files: Mapping[str, FileRecord], kept: Kept, jobs: int | None, executor: Executor | None
) -> dict[str, Facts]:
    """The facts of every page and stylesheet, sorted by path; only those that changed are read."""
    facts = {
        path: kept.facts[path]
        for path, each in files.items()
        if path in kept.facts and each.digest and each.digest == kept.files[path].digest
    }
    sizes = {path: max(each.stamp.size, 0) for path, each in files.items() if is_looked_at(path)}
    batches = split(
        {path: sizes[path] for path in sizes.keys() - facts.keys()}, most=BATCH_PAGES, size=BATCH_BYTES
    )
    jobs = jobs or processors()
    task = partial(look_at, str(site))
    if executor is None and (jobs == 1 or len(sizes) - len(facts) < WORTH_STARTING):
        results: Iterable[tuple[tuple[str, Facts], ...]] = map(task, batches)
    else:
        results = spread(task, batches, jobs=min(jobs, len(batches)), executor=executor)
    for result in results:
        facts.update(result)
    return dict(sorted(facts.items()))


def _own(facts: Mapping[str, Facts]) -> Iterator[Finding]:
    for each in facts.values():
        yield from each.findings


def _judge(site: Path, facts: Mapping[str, Facts], files: frozenset[str]) -> Iterator[Finding]:
    """Find the links that lead nowhere; a page that has one is read again, to say which."""
    wanted = {target for each in facts.values() for target, _ in each.references}
    ids = {path: frozenset(facts[path].ids) for path in wanted if path in facts}
    for path, each in facts.items():
        if each.doubtful or not files.issuperset(each.targets):
            page, followed = read_page(path, read_text(site, path))
            yield from check_links(page, followed, files)
        if any(target in ids and anchor not in ids[target] for target, anchor in each.references):
            _, followed = read_page(path, read_text(site, path))
            yield from check_anchors([each for each in followed.references if each.target in ids], ids)
