"""The timeline's rows of bars: the dated papers of the largest topics, each over the same months or years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from seedbed.model.list_page import Dated
from seedbed.model.picture import Strip, Strips
from seedbed.model.shown import Address, Ref
from seedbed.write.charts import columns
from seedbed.write.wording import counted, folded, number

_ROWS = 8
_HEIGHT = 20
_GAP = 0.2
_LONGEST_LABEL = 60
_OTHERS = Ref("None of these")


def by_topic(entries: Sequence[Dated], topics_of: Mapping[Address, Sequence[Ref]]) -> Strips | None:
    """A row for each of the largest topics, and one for the papers that have none of them.

    None where there is too little to compare: fewer than two columns, or fewer than two topics.

    Args:
        entries: Everything that has a date; only papers are counted.
        topics_of: The topics of papers, by the papers' addresses.
    """
    papers = [entry for entry in entries if entry.kind == "paper"]
    keys, cut = columns(papers)
    sizes = Counter(topic for entry in papers for topic in topics_of.get(entry.ref.address, ()))
    largest = sorted(sizes, key=lambda topic: (-sizes[topic], folded(topic.label), topic.address))[:_ROWS]
    if len(keys) < 2 or len(largest) < 2:  # noqa: PLR2004
        return None
    members: dict[Ref, list[Dated]] = {topic: [] for topic in largest}
    others: list[Dated] = []
    for entry in papers:
        own = [topic for topic in topics_of.get(entry.ref.address, ()) if topic in members]
        for group in [members[topic] for topic in own] or [others]:
            group.append(entry)
    if others:
        members[_OTHERS] = others
    counts = {topic: Counter(entry.date.iso[:cut] for entry in group) for topic, group in members.items()}
    highest = max(counts[topic][key] for topic in largest for key in keys) or 1
    rest = max(highest, *(counts[_OTHERS][key] for key in keys)) if others else highest
    what = "month" if cut > len("2026") else "year"
    left_out = (
        f" Shown: the {len(largest)} largest of {number(len(sizes))} topics." if len(sizes) > _ROWS else ""
    )
    return Strips(
        shape="bars",
        width=len(keys),
        height=_HEIGHT,
        rows=tuple(
            _row(topic, group, counts[topic], keys, rest if topic == _OTHERS else highest)
            for topic, group in members.items()
        ),
        ends=(keys[0][:4], keys[-1][:4]),
        caption=f"Papers by {what} and topic, a paper in each row whose topic it has.{left_out} "
        f"{_scale(highest, rest)}",
    )


def _scale(highest: int, rest: int) -> str:
    """What the bars stand for; by the scale of the others, no topic might show."""
    if rest == highest:
        return f"The tallest bar stands for {counted(highest, 'paper')}."
    return (
        f"The tallest bar of a topic stands for {counted(highest, 'paper')}, "
        f"that of the last row for {number(rest)}."
    )


def _row(
    topic: Ref, members: Sequence[Dated], count: Counter[str], keys: Sequence[str], highest: int
) -> Strip:
    bars = "".join(_bar(at, count[key] / highest) for at, key in enumerate(keys) if count[key])
    years = Counter(entry.date.year for entry in members)
    label = topic.label if len(topic.label) <= _LONGEST_LABEL else f"{topic.label[:_LONGEST_LABEL]}…"
    details = tuple(f"{year}: {number(size)}" for year, size in sorted(years.items(), reverse=True))
    return Strip(label, topic.address, counted(len(members), "paper"), bars, details)


def _bar(at: int, share: float) -> str:
    height = max(1.0, round(_HEIGHT * share, 1))
    return f"M{round(at + _GAP / 2, 1):g} {_HEIGHT}v-{height:g}h{1 - _GAP:g}v{height:g}z"
