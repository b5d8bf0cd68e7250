"""A reading as bytes, and back: to be kept for the next build, and to travel between processes.

How a value is written follows from the types of the dataclasses in `seedbed.model`, so that a field which is
added there needs nothing here; a field of a type that this cannot write fails as soon as this is imported.
What a seed says again and again is written once: a claim that holds a whole line is written without it, and a
span as a number. Both, and names, are the same object in the reading that comes back wherever they are equal,
which is why a build takes also the readings that it has just made from here: they need half the memory.
"""

from __future__ import annotations

import dataclasses
import sys
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed, Span

Plain: TypeAlias = Any
"""What msgspec writes without being told a type: nothing, numbers, text, lists and mappings of them."""

_LENGTH = 1 << 32
"""A span is written as its first line, and this for each line more."""


def pack(reading: Reading) -> bytes:
    r"""A reading as bytes.

    Half of a character (JSON can state one: "\ud800"), which no page can hold, becomes U+FFFD.

    Raises:
        ValueError: It speaks of lines of another seed, which no reader may.
    """
    seed = reading.seed
    text = _Text(seed.path, seed.lines)
    plain = (seed.path, seed.lines, _SEED.write(seed, text), _READING.write(reading, text))
    try:
        return msgspec.msgpack.encode(plain)
    except UnicodeEncodeError:
        return msgspec.msgpack.encode(_mended(plain))


def unpack(data: bytes | memoryview) -> Reading:
    """The reading that was packed.

    Raises:
        ValueError: It was not; the bytes have to be such as `pack` returned under the same code.
    """
    path, lines, of_seed, of_reading = msgspec.msgpack.decode(
        data, type=tuple[str, tuple[str, ...], Plain, Plain]
    )
    text = _Text(path, lines)
    seed = dataclasses.replace(_SEED.read(of_seed, text), path=path, lines=lines)
    reading: Reading = _READING.read(of_reading, text)
    return dataclasses.replace(reading, seed=seed)


def _mended(plain: Plain) -> Plain:
    match plain:
        case str():
            return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case list() | tuple():
            return [_mended(each) for each in plain]
        case dict():
            return {key: _mended(each) for key, each in plain.items()}
        case _:
            return plain


@dataclass(frozen=True, slots=True)
class _Text:
    """The seed whose reading is written or read, and its spans as far as they were met."""

    path: str
    lines: tuple[str, ...]
    spans: dict[int, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the values of one type are written and read."""

    write: Callable[[Any, _Text], Plain]
    read: Callable[[Plain, _Text], Any]


def _form_of(hint: Any) -> _Form:
    """The form of a type's values.

    Raises:
        TypeError: It has none here.
    """
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in (bool, int, float):
        return _AS_IT_IS
    simple = _SIMPLE.get(hint) or (_LINE if hint == Claim[str] else None)
    if simple is not None:
        return simple
    if origin is tuple and arguments[1:] == (...,):
        return _tuple_form(_form_of(arguments[0]))
    if origin in (types.UnionType, typing.Union):
        return _union_form(arguments)
    if origin is Claim:
        return _claim_form(_form_of(arguments[0]))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_form(hint)
    raise TypeError(f"there is no way to write {hint}")


def _tuple_form(item: _Form) -> _Form:
    def write(values: tuple[Any, ...], text: _Text) -> Plain:
        return [item.write(value, text) for value in values]

    def read(plain: list[Plain], text: _Text) -> tuple[Any, ...]:
        return tuple([item.read(each, text) for each in plain])  # twice as fast as from a generator

    return _Form(write, read)


def _union_form(arguments: tuple[Any, ...]) -> _Form:
    """A value or none is written as it is; one of several dataclasses with its number before it."""
    kinds = [kind for kind in arguments if kind is not types.NoneType]
    forms = [_form_of(kind) for kind in kinds]
    if len(kinds) == 1 and len(arguments) > 1:
        only = forms[0]
        return _Form(
            lambda value, text: None if value is None else only.write(value, text),
            lambda plain, text: None if plain is None else only.read(plain, text),
        )
    if len(kinds) < len(arguments) or not all(map(dataclasses.is_dataclass, kinds)):
        raise TypeError(f"there is no way to tell the values of {arguments} from each other")

    def write(value: Any, text: _Text) -> Plain:
        number = kinds.index(type(value))
        return [number, forms[number].write(value, text)]

    def read(plain: list[Plain], text: _Text) -> Any:
        return forms[plain[0]].read(plain[1], text)

    return _Form(write, read)


def _claim_form(held: _Form) -> _Form:
    def write(claim: Claim[Any], text: _Text) -> Plain:
        return [_write_span(claim.span, text), held.write(claim.value, text)]

    def read(plain: list[Plain], text: _Text) -> Claim[Any]:
        return Claim(held.read(plain[1], text), _read_span(plain[0], text))

    return _Form(write, read)


def _dataclass_form(kind: type, without: frozenset[str] = frozenset()) -> _Form:
    """A dataclass is written as those of its fields that differ from their defaults, by their numbers.

    Args:
        kind: The dataclass.
        without: Fields that are not written, and are None when read.
    """
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    names = [each.name for each in fields]
    forms = {number: _form_of(hints[name]) for number, name in enumerate(names) if name not in without}
    defaults: list[Any] = [_default(each) for each in fields]
    blank = [None if each is dataclasses.MISSING else each for each in defaults]

    def write(value: Any, text: _Text) -> Plain:
        plain = {}
        for number, form in forms.items():
            held = getattr(value, names[number])
            if held is not defaults[number] and held != defaults[number]:
                plain[number] = form.write(held, text)
        return plain

    def read(plain: Mapping[int, Plain], text: _Text) -> Any:
        values = blank.copy()
        for number, held in plain.items():
            values[number] = forms[number].read(held, text)
        return kind(*values)

    return _Form(write, read)


def _default(each: dataclasses.Field[Any]) -> Any:
    if each.default_factory is not dataclasses.MISSING:
        raise TypeError(f"the default of {each.name} is made anew for each value")
    return each.default


def _write_span(span: Span, text: _Text) -> Plain:
    if span.seed != text.path:
        raise ValueError(f"{span} is not in {text.path}")
    return span.first + _LENGTH * (span.last - span.first)


def _read_span(plain: int, text: _Text) -> Span:
    span = text.spans.get(plain)
    if span is None:
        more, first = divmod(plain, _LENGTH)
        span = text.spans[plain] = Span(text.path, first, first + more)
    return span


def _write_line(claim: Claim[str], text: _Text) -> Plain:
    span = _write_span(claim.span, text)
    return span if claim.value == text.lines[claim.span.first - 1] else [span, claim.value]


def _read_line(plain: Plain, text: _Text) -> Claim[str]:
    if isinstance(plain, int):
        span = _read_span(plain, text)
        return Claim(text.lines[span.first - 1], span)
    return Claim(plain[1], _read_span(plain[0], text))


_AS_IT_IS = _Form(lambda value, _: value, lambda plain, _: plain)
_LINE = _Form(_write_line, _read_line)
_SIMPLE: Mapping[Any, _Form] = {
    # Text that is no claim's value is a name, a label or a kind, of which there are few.
    str: _Form(lambda value, _: value, lambda plain, _: sys.intern(plain)),
    Decimal: _Form(lambda value, _: str(value), lambda plain, _: Decimal(plain)),
    Span: _Form(_write_span, _read_span),
}
_SEED = _dataclass_form(Seed, without=frozenset({"path", "lines"}))
_READING = _dataclass_form(Reading, without=frozenset({"seed"}))
