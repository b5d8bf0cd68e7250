"""A work in a list, as HTML. No template writes it: a library has many times more rows than pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from seedbed.model.shown import DateShown, Ref, SourceRef, WorkRow
from seedbed.text.escape import escape
from seedbed.write.wording import separator


def work_row_html(
    link: Callable[[Ref], str],
    source: Callable[[SourceRef], str],
    row: WorkRow,
    filtered: bool = False,  # noqa: FBT001, FBT002 (templates call it)
) -> str:
    """A row of `ol.rows`.

    Args:
        link: Writes a name that leads to its page.
        source: Writes a quiet link to the lines that state something.
        row: What the row shows.
        filtered: Whether readers can filter the list.
    """
    title = f"{link(row.work)} {source(row.source)}" if row.source else link(row.work)
    parts = [
        f'<li class="row"{_filter_data(row) if filtered else ""}>\n',
        f'<div class="row-date">{date_html(row.date) if row.date else ""}</div>\n',
        f'<div class="row-text">\n<p class="row-title">{title}</p>\n',
    ]
    if row.creators:
        more = f" and {row.more} more" if row.more else ""
        et_al = " et al." if row.incomplete else ""
        parts.append(f'<p class="row-by">{links_html(link, row.creators)}{more}{et_al}</p>\n')
    for label, people in (("Fellow", row.fellows), ("Mentor", row.mentors)):
        if people:
            several = "" if len(people) == 1 else "s"
            parts.append(f'<p class="row-by">{label}{several}: {links_html(link, people)}</p>\n')
    if row.reasons:
        parts.append(f'<p class="row-why">{escape("; ".join(row.reasons))}</p>\n')
    if row.first:
        parts.append(f'<p class="row-first">{escape(row.first)}</p>\n')
    parts.append("</div>\n")
    if row.topics:
        parts.append(f'<div class="row-topics">{links_html(link, row.topics)}</div>\n')
    parts.append("</li>")
    return "".join(parts)


def _filter_data(row: WorkRow) -> str:
    date, year = (row.date.iso, row.date.year) if row.date else ("", "")
    return (
        f' data-title="{escape(row.work.label)}" data-date="{escape(date)}" data-year="{escape(year)}"'
        f' data-people="{escape("|".join(row.people))}" data-topics="{escape("|".join(row.tags))}"'
    )


def date_html(shown: DateShown) -> str:
    """A date, and that it was worked out where no source states it."""
    inferred = f' title="{escape(shown.inferred)}"' if shown.inferred else ""
    worked_out = ' <span class="inferred">worked out</span>' if shown.inferred else ""
    return f'<time datetime="{escape(shown.iso)}"{inferred}>{escape(shown.text)}</time>{worked_out}'


def links_html(link: Callable[[Ref], str], refs: Iterable[Ref]) -> str:
    """Names that lead to their pages, in a list."""
    shown = list(refs)
    return separator(ref.label for ref in shown).join(map(link, shown))
