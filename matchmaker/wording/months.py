"""Months of the year in words; a set of months may wrap round the year's end."""

from __future__ import annotations

from collections.abc import Iterable

_SHORT_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_EN = (
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


def short(month: int, lang: str) -> str:
    """ "T7" or "Jul"."""
    return _SHORT_EN[month - 1] if lang == "en" else f"T{month}"


def long(month: int, lang: str) -> str:
    """ "tháng 7" or "July"."""
    return _LONG_EN[month - 1] if lang == "en" else f"tháng {month}"


def written_span(months: Iterable[int], lang: str) -> str:
    """The same as official papers write it: "tháng 11 đến tháng 2", "tháng 5, tháng 7 đến tháng 8"."""
    wanted = list(months)
    if len(set(wanted)) == 12:
        return span(wanted, lang)
    to = " to " if lang == "en" else " đến "
    return ", ".join(to.join(dict.fromkeys((long(a, lang), long(b, lang)))) for a, b in runs(wanted))


def runs(months: Iterable[int], *, one_year: bool = False) -> list[tuple[int, int]]:
    """Unbroken stretches (first, last) of a set of months, December joined to January.

    Months given in an order of time of their own (T11, T12, T2) keep it, those of ``one_year`` stay apart.
    """
    wanted = list(dict.fromkeys(months))
    stretches: list[list[int]] = []
    for month in wanted:
        if stretches and month == stretches[-1][1] % 12 + 1:
            stretches[-1][1] = month
        else:
            stretches.append([month, month])
    if not one_year and len(stretches) > 1 and stretches[0][0] == stretches[-1][1] % 12 + 1:
        stretches[0][0] = stretches.pop()[0]
    return [(first, last) for first, last in stretches]


def span(months: Iterable[int], lang: str, *, one_year: bool = False) -> str:
    """ "T11–T2", "T5, T7–T8", "quanh năm"; "–" for an empty set."""
    wanted = list(months)
    if not wanted:
        return "–"
    if len(set(wanted)) == 12:
        return "all year" if lang == "en" else "quanh năm"
    parts = []
    for first, last in runs(wanted, one_year=one_year):
        parts.append(short(first, lang) if first == last else f"{short(first, lang)}–{short(last, lang)}")
    return ", ".join(parts)


def within(months: Iterable[int], lang: str) -> str:
    """The months as a part of a sentence: "T5–T7", "quanh năm"; "in May–Jul", "all year"."""
    text = span(months, lang)
    return text if lang != "en" or text == "all year" else f"in {text}"
