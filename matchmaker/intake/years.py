"""Years that a text names for its deliveries: "cả năm 2027", "T3–T9/2027", "vụ 2027", "năm sau"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matchmaker.intake.calendar_words import Months
from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Token

_AHEAD = 3  # years: further ones are numbers of other things
_RELATIVE = Phrases([*meaning(1, "năm sau | năm tới | sang năm | next year"), ("năm kế tiếp", 1)])
_OF_DELIVERY = Phrases.listed(
    "năm | vụ | mùa | niên vụ | mùa vụ | vụ mùa | kế hoạch | kế hoạch năm | hợp đồng | hợp đồng năm | kh | "
    "hđ | nửa đầu | nửa cuối | nửa sau | year | in | for | during | season | crop | crop of"
)
# Said before "năm 2027" they make the whole year one of delivery.
_WHOLE = Phrases.listed(
    "trong | cả | suốt | toàn | trọn | cho | hợp đồng | hđ | kế hoạch | kh | quanh | hết | giao | lấy | "
    "nhận | 12 tháng | hàng tháng | mỗi tháng | đều | đều đặn | whole | all | throughout | during"
)
_OTHER = Phrases.listed(
    "ocop | vietgap | globalgap | haccp | attp | iso | hữu cơ | chứng nhận | giấy | đạt | cấp | công nhận | "
    "ký | thành lập | hết hạn | hạn | hiệu lực | trồng | từ năm | giá năm | kiểm nghiệm | phiếu | sao | "
    "lập | được | since | established | valid | expires | certified"
)
_BACK = 5  # tokens
_STOPS = (",", ";", ".", "\n", "(", ")")
_MOST_OF_YEAR = 10  # months that no season round the new year has


@dataclass(frozen=True, slots=True)
class Years:
    """The years named, first and last, with their tokens.

    ``closing`` says that one year stands behind the last month ("T10–T3/2028"), ``whole`` that the words name
    all of it and no month ("trong năm 2027").
    """

    first: int
    last: int
    tokens: tuple[int, ...]
    closing: bool = False
    whole: bool = False


def find_years(
    tokens: tuple[Token, ...], season: Collection[int], today: date, *, alone: bool = False
) -> Years | None:
    """The years of the deliveries that a text names; ``season`` are its tokens read as months.

    ``alone`` says that the text is about months and nothing else, so that a bare "2027" is a year of them.
    """
    found = [i for i in range(len(tokens)) if _is_ahead(tokens[i], today)]
    found = [i for i in found if i in season or alone or _of_delivery(tokens, i, season)]
    if not found:
        return _next_year(tokens, season, today)
    years = [int(tokens[i].text) for i in found]
    read = [k for i in found for k in ((i - 1, i) if i and tokens[i - 1].is_("năm") else (i,))]
    if years[0] > years[-1]:
        return None
    last = max(season, default=-1)
    closing = years[0] == years[-1] and bool(season) and found[-1] in (last, last + 1, last + 2)
    whole = not season and ((alone and not _of_harvest(tokens, found[0])) or _names_all(tokens, found[0]))
    return Years(years[0], years[-1], tuple(read), closing, whole)


def _is_ahead(token: Token, today: date) -> bool:
    year = int(token.text) if len(token.text) == 4 and token.text.isascii() and token.text.isdigit() else 0
    return today.year <= year <= today.year + _AHEAD


def _of_delivery(tokens: Sequence[Token], i: int, season: Collection[int]) -> bool:
    """Whether the year at token ``i`` stands behind months or a word of deliveries, and is of no paper."""
    if i + 1 < len(tokens) and (tokens[i + 1].folded in ("kg", "g") or tokens[i + 1].text == "."):
        return False
    start = next(
        (k + 1 for k in range(i - 1, max(-1, i - _BACK - 1), -1) if tokens[k].text in _STOPS), i - _BACK
    )
    if any(_OTHER.at(tokens, k) for k in range(max(0, start), i)):
        return False
    beside = (i - 1 in season and i) or (i > 1 and i - 2 in season and tokens[i - 1].is_("năm", "vụ", "của"))
    joined = (
        i > 1 and tokens[i - 1].text in "-/" and tokens[i - 2].text.isdigit() and len(tokens[i - 2].text) == 4
    )
    said = _OF_DELIVERY.before(tokens, i - 2 if joined else i)
    return bool(beside) or said is not None


def _names_all(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "trong năm 2027" or the like stands before token ``i``: the year, and no harvest of it."""
    at = i - 1 if i and tokens[i - 1].is_("năm") else i
    return _WHOLE.before(tokens, at) is not None


def _of_harvest(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a harvest is named by its year: "vụ 2027", "niên vụ 2026-2027"."""
    return any(token.is_("vụ", "mùa", "season", "crop") for token in tokens[max(0, i - 2) : i])


def _next_year(tokens: tuple[Token, ...], season: Collection[int], today: date) -> Years | None:
    """ "cả năm sau", "tháng 3–5 năm sau"."""
    for i in range(len(tokens)):
        hit = _RELATIVE.at(tokens, i)
        if hit and (i in season or i - 1 in season):
            year = today.year + hit.value
            return Years(year, year, tuple(range(i, hit.end)), closing=True)
    return None


def _goes_round(months: Months) -> bool:
    """Whether the months run over the new year: "T12–T2", and not "rằm tháng 8, giao tháng 8, tháng 9",
    whose feast is named before the months that it lies in."""
    falls = any(b < a for a, b in pairwise(months))
    return falls and (months[-1] - months[0]) % 12 <= max(months) - min(months)


def window(months: Months, years: Years, today: date) -> tuple[date, date] | None:
    """First and last day of the months in the years named; None where they are the next ones anyway, gone,
    or cannot be told.

    >>> window((3, 4, 5), Years(2028, 2028, ()), date(2026, 11, 27))
    (datetime.date(2028, 3, 1), datetime.date(2028, 5, 31))
    >>> window((10, 11, 12, 1), Years(2028, 2028, (), closing=True), date(2026, 11, 27))
    (datetime.date(2027, 10, 1), datetime.date(2028, 1, 31))
    """
    if not months:
        return None
    round_ = len(months) < _MOST_OF_YEAR and _goes_round(months)
    first, last = years.first, years.last
    if first == last and round_:
        first, last = (first - 1, last) if years.closing else (first, last + 1)
    opens, closes = (months[0], months[-1]) if round_ or first < last else (min(months), max(months))
    if not round_ and first < last and opens <= closes and last - first == 1 and len(months) < _MOST_OF_YEAR:
        return None  # "niên vụ 2026-2027, tháng 2-5" tells no year of its months
    start, end = date(first, opens, 1), date(last, closes, monthrange(last, closes)[1])
    if end < today:
        return None
    nearest = {m: today.year + (m < today.month) for m in months}
    plain = all(start <= date(year, m, monthrange(year, m)[1]) <= end for m, year in nearest.items())
    once = (end.year - start.year) * 12 + end.month - start.month < 12  # each month but one time
    return None if plain and once else (start, end)
