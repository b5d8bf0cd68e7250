"""The names of the months, in the languages whose dates are read."""

from __future__ import annotations

import re
from collections.abc import Mapping

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""As they are written out; the first three letters of each are its short form."""

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""A month's English name or its usual short form, as a regular expression."""

_NAMES = (
    "january jan januar jänner janvier janv enero ene gennaio janeiro januari",
    "february feb februar février fevrier févr fév febrero febbraio fevereiro fev februari",
    "march mar märz maerz mars marzo março maart marts",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio maio mei maj",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto augustus augusti",
    "september sep sept septembre septiembre setiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro",
)
"""A month a line: in English, German, French, Spanish, Italian, Portuguese, Dutch and Scandinavian languages.

Short forms that mean something else in English ("gen", "set", "out") are left out.
"""

_NUMBERS: Mapping[str, int] = {
    name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()
}

ANY_MONTH = rf"(?:{'|'.join(map(re.escape, sorted(_NUMBERS, key=len, reverse=True)))})\.?"
"""A month's name or short form in any of those languages, as a regular expression for `re.IGNORECASE`."""


def month_number(name: str) -> int | None:
    """1 to 12; None for what is no such name, as one with a dotless i, which ignoring case lets pass."""
    return _NUMBERS.get(name.casefold().rstrip("."))
