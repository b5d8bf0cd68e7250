"""A note on a seed, written into the text of the curation file, of which not one other character changes.

YAML's own nodes say where in the text a note belongs, and lines are put in there. What comes out is read
again, and has to say what it said before, and the note; otherwise it is not written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from seedbed.errors import SeedbedError
from seedbed.resolve.curation import parse_curation

_SECTION = "seeds"
_INDENT = 2
_PLAIN = re.compile(r"(?:https?://)?[A-Za-z0-9][A-Za-z0-9._/?=&%+@#-]*")
"""Text that means itself in YAML, outside brackets."""


def with_note(text: str, path: str, seed: str, note: Mapping[str, str]) -> str:
    """The curation file's text with what is known of one seed.

    Args:
        text: The file as it is, with the line ends that it has.
        path: As the user would name it.
        seed: The seed's path below `seeds/`.
        note: The values to set ("source", "captured"); those of other keys stay.

    Raises:
        SeedbedError: The file is broken, a value is none that it may hold, or the file is written in a way
            that leaves no place for the note; then the error holds what to add by hand.
    """
    parse_curation(text, path)
    end = "\r\n" if "\r\n" in text else "\n"
    new = _edited(text, seed, note, end)
    if new is None or _says(new) != _expected(_says(text), seed, note):
        by_hand = ", ".join(f"{key}: {value}" for key, value in note.items())
        raise SeedbedError(
            f"has no plain place for a note; under “seeds”, add {seed}: {{{by_hand}}}", path=path
        )
    if all(each.path != seed for each in parse_curation(new, path).seeds):
        raise SeedbedError(
            f"cannot hold a note on “{seed}”, whose name has odd spaces. Rename that file.", path=path
        )
    return new


def _edited(text: str, seed: str, note: Mapping[str, str], end: str) -> str | None:
    """The text with the note in it; None where the file holds something else than keys."""
    root = _compose(text)
    if root is not None and not isinstance(root, yaml.MappingNode):
        return None
    section = _child(root, _SECTION) if root is not None else None
    if section is None:
        gap = end if text.strip() else ""
        return _ended(text, end) + f"{gap}{_SECTION}:{end}" + _indented(_block(seed, note, end), _INDENT, end)
    key, seeds = section
    if not isinstance(seeds, yaml.MappingNode):
        return _below(text, key, _block(seed, note, end), end)
    return _noted(text, seeds, seed, note, end)


def _noted(text: str, seeds: yaml.MappingNode, seed: str, note: Mapping[str, str], end: str) -> str:
    """The text with the note in the section of seeds, which has some already."""
    standing = _child(seeds, seed)
    if standing is None:
        flow = f"{json.dumps(seed, ensure_ascii=False)}: {_flow(note)}"
        return _appended(text, seeds, _block(seed, note, end), flow, end)
    key, entry = standing
    if not isinstance(entry, yaml.MappingNode):
        return _below(text, key, _pairs(note, end), end)
    for name, value in note.items():
        text = _set(text, seed, name, value, end)
    return text


def _set(text: str, seed: str, key: str, value: str, end: str) -> str:
    """The text with one value of an entry that is there replaced or added."""
    entry = _descend(_compose(text), _SECTION, seed)
    standing = _child(entry, key)
    if standing is None:
        return _appended(text, entry, _pairs({key: value}, end), f"{key}: {json.dumps(value)}", end)
    node = standing[1]
    quoted = json.dumps(value) if node.style or entry.flow_style else _scalar(value)
    space = "" if node.end_mark.index > node.start_mark.index else " "
    return text[: node.start_mark.index] + space + quoted + text[node.end_mark.index :]


def _appended(text: str, mapping: yaml.MappingNode, block: str, flow: str, end: str) -> str:
    """The text with a pair behind the last one of a mapping, in the way in which the mapping is written."""
    if mapping.flow_style:
        close = mapping.end_mark.index - 1
        kept = text[:close].rstrip(" ")
        comma = ", " if mapping.value and not kept.endswith(",") else " " if mapping.value else ""
        return kept + comma + flow + text[close:]
    key, last = mapping.value[-1]
    place = _line_after(text, max(_last_index(last), key.end_mark.index))
    return _inserted(text, place, _indented(block, key.start_mark.column, end), end)


def _below(text: str, key: yaml.Node, block: str, end: str) -> str:
    """The text with lines below a key that has no value yet."""
    place = _line_after(text, key.end_mark.index)
    return _inserted(text, place, _indented(block, key.start_mark.column + _INDENT, end), end)


def _inserted(text: str, place: int, lines: str, end: str) -> str:
    return _ended(text[:place], end) + lines + text[place:]


def _line_after(text: str, index: int) -> int:
    """Where the line that follows the one of `index` begins."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _last_index(node: yaml.Node) -> int:
    """Where what a node says ends; the node itself may end only where the next begins, comments later."""
    while isinstance(node, yaml.MappingNode | yaml.SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    index: int = node.end_mark.index
    return index


def _block(seed: str, note: Mapping[str, str], end: str) -> str:
    return f"{_scalar(seed)}:{end}" + _indented(_pairs(note, end), _INDENT, end)


def _pairs(note: Mapping[str, str], end: str) -> str:
    return "".join(f"{key}: {_scalar(value)}{end}" for key, value in note.items())


def _flow(note: Mapping[str, str]) -> str:
    return (
        "{"
        + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in note.items())
        + "}"
    )


def _scalar(value: str) -> str:
    """A value as YAML; what JSON puts into quotation marks, YAML reads alike."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _indented(lines: str, columns: int, end: str) -> str:
    return "".join(f"{' ' * columns}{line}{end}" for line in lines.split(end) if line)


def _ended(text: str, end: str) -> str:
    return text if not text or text.endswith("\n") else text + end


def _compose(text: str) -> Any:
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _child(mapping: yaml.MappingNode, name: str) -> tuple[Any, Any] | None:
    return next(((key, value) for key, value in mapping.value if key.value == name), None)


def _descend(node: Any, *names: str) -> Any:
    for name in names:
        node = next(value for key, value in node.value if key.value == name)
    return node


def _says(text: str) -> Any:
    """What a file says, without where; None where it is no YAML."""
    try:
        return _plain(_compose(text))
    except yaml.YAMLError:
        return None


def _plain(node: Any) -> Any:
    """What a node says, without where."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value if node is not None else ""


def _expected(before: Any, seed: str, note: Mapping[str, str]) -> Any:
    after = dict(before or {})
    seeds = dict(after.get(_SECTION) or {})
    seeds[seed] = {**(seeds.get(seed) or {}), **note}
    after[_SECTION] = seeds
    return after
