"""Words beside months that name none: a year before and a year after, and the few days of Tết.

"Tháng 10 năm trước đến tháng 4 năm sau" is a season round the new year, of any two years; "trừ mùng 1–3 Tết"
takes a few days off: it neither takes a month away nor brings in the month before Tết. They are blanked
letter by letter, so that every other word stays where it is.
"""

from __future__ import annotations

import re

_MONTH = r"(?:th[aá]ng|t|th)\.? ?\d{1,2}"
_TO = "(?:-|–|—|→|đến|den|tới|toi|sang|qua)"
_ROUND = re.compile(
    rf"({_MONTH} )(n[aă]m tr[uư][oớ]c)( ?{_TO}? ?(?:h[eế]t )?{_MONTH} )"
    r"(n[aă]m (?:sau|t[oớ]i|k[eế](?: ti[eế]p)?))(?!\w)",
    re.IGNORECASE,
)
_TET = r"t[eế]t(?: (?:âm|am|nguyên đán|nguyen dan|ta))?"
_DAY = r"(?:ng[aà]y )?(?:m[uùô]ng |mồng )?\d{1,2}"
_OFF = re.compile(
    r"(?<!\w)(?:(?:ngo[aạ]i )?tr[uừ](?: ra)?|ngh[iỉ]|kh[oô]ng (?:giao|l[aấ]y|nh[aậ]n|b[aá]n)|except)\s"
    rf"(?:v[aà]o |t[uừ] )?(?:(?:m[uù]ng|m[oồ]ng) \d{{1,2}}(?: ?(?:{_TO}|,|v[aà]) ?{_DAY})* {_TET}|"
    rf"(?:m[aấ]y|v[aà]i|c[aá]c|nh[uữ]ng|m[oộ]t s[oố]|[2-9]|10) ng[aà]y (?:ngh[iỉ] )?{_TET})(?!\w)",
    re.IGNORECASE,
)
_BUSY = re.compile(
    r"(?<!\w)T[eế]t (?:b[aậ]n|đ[oô]ng vi[eệ]c|ngh[iỉ])(?: n[eê]n| th[iì])?,?(?= ngh[iỉ] )", re.IGNORECASE
)


def without_asides(raw: str) -> str:
    """A text of the same length in which such words are blank.

    >>> without_asides("tháng 10 năm trước đến tháng 4 năm sau")
    'tháng 10           đến tháng 4        '
    """
    raw = _ROUND.sub(lambda m: m[1] + " " * len(m[2]) + m[3] + " " * len(m[4]), raw)
    return _BUSY.sub(_blank, _OFF.sub(_blank, raw))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
