"""Seasons as they are spoken: counted from the day of writing, or told only to take more at a feast."""

from __future__ import annotations

from datetime import date

from matchmaker.intake import periods
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.points import Point
from matchmaker.intake.season_parts import Part, Told
from matchmaker.intake.text import Token

_NOW = Phrases.listed(
    "nay | bây giờ | giờ | hôm nay | lúc này | từ nay | từ bây giờ | từ giờ | now | today | ngay bây giờ"
)
_TO = Phrases.listed("- | đến | tới | cho đến | cho tới | đến hết | tới hết | to | until | till | through")
_FEAST = Phrases.listed(
    "tết | dịp tết | gần tết | sát tết | vụ tết | giáp tết | cận tết | riêng tết | riêng dịp tết | "
    "tết nguyên đán | trung thu | "
    "dịp trung thu | tết trung thu | rằm | lunar new year | tet | tháng chạp | tháng 12 âm | "
    "tháng 12 âm lịch | tháng giêng"
)
_BETWEEN = Phrases.listed(
    "thì | : | cần | lấy | cần thêm | có | được | khoảng | chừng | tăng lên | lên | thì cần | thì lấy | "
    "ăn lịch | làm | chạy | 2 ca | hai ca | 3 ca | làm được | sản xuất | bán | giao"
)
_MORE = Phrases.listed(
    "gấp đôi | gấp rưỡi | gấp ba | gấp 2 | gấp 3 | nhiều hơn | tăng | tăng thêm | lấy thêm | cần thêm | "
    "gấp hai | gấp 1 , 5 | tăng gấp đôi | nhân đôi | double | more | nhiều hàng | thêm hàng | có thêm | "
    "làm thêm | nấu thêm | dệt thêm | đan thêm | nuôi thêm | sản xuất thêm | sấy thêm | bán thêm | nhập thêm"
)
# What is to be ordered before a feast is there all the same in the other months.
_ORDERED = Phrases.listed(
    "đặt trước | phải đặt trước | nhớ đặt trước | cần đặt trước | đặt sớm | phải đặt sớm | nên đặt trước | "
    "đặt hàng trước | order in advance | thì đặt trước | thì phải đặt trước | phải đặt hàng trước"
)
_ORDINARY = Phrases.listed(
    "hàng tháng chỉ | mỗi tháng chỉ | "
    "ngày thường | bình thường | tháng thường | thường ngày | các tháng khác | tháng khác | ngoài tết | "
    "các tháng còn lại | không phải tết | other months | normal months"
)
_FEWER = Phrases.listed(
    "giảm | giảm còn | ít hơn | chỉ còn | chỉ được | thì ít | ít hàng | còn một nửa | còn nửa | chậm hơn | "
    "less | only half | fewer"
)
_FEWER_WITHIN = 5  # tokens from the time to what it brings
_CLAUSE_ENDS = (",", ";", ".", "(", ")", "\n")
_REGULAR = frozenset({"day", "week", "month"})


def now(tokens: tuple[Token, ...], i: int, today: date) -> Point | None:
    """The running month at "nay", where a range to a later point opens there: "từ nay tới Tết"."""
    hit = _NOW.at(tokens, i)
    if hit is None or _TO.at(tokens, hit.end) is None:
        return None
    before = tokens[i - 1] if i else None
    if before is not None and before.is_("năm", "ngày", "vụ", "tháng"):
        return None  # "năm nay đến tháng 3"
    if tokens[i].is_("giờ") and not (before is not None and before.is_("từ")):
        return None  # "8 giờ đến 10 giờ"
    return Point((today.month,), i, hit.end)


def is_peak(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether the feast at tokens ``start`` to ``end`` only takes more than the rest: "tết thì gấp đôi", and
    beside an amount of every month "mỗi tháng 2 tạ, tết 5 tạ"."""
    feast = _FEAST.at(tokens, start)
    if feast is None or feast.end != end:
        return _is_low(tokens, start, end)
    at = end
    while at < len(tokens) and (more := _BETWEEN.at(tokens, at)) and not _MORE.at(tokens, at):
        at = more.end
    if _MORE.at(tokens, at):
        return True
    if _ORDINARY.at(tokens, 0) or any(_ORDINARY.at(tokens, i) for i in range(end, len(tokens))):
        return True  # "tết 400 hộp, ngày thường 100 hộp tháng"
    told = (at < len(tokens) and tokens[at].kind == "number") or _ORDERED.at(tokens, end) is not None
    return told and any(_regular(tokens, i) for i in range(start))


def _is_low(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether beside an amount of every month a time of the year only brings less: "mùa mưa giảm còn 200"."""
    for at in range(end, min(len(tokens), end + _FEWER_WITHIN)):
        if tokens[at].text in _CLAUSE_ENDS:
            return False
        if _FEWER.at(tokens, at):
            return any(_regular(tokens, i) for i in range(start))
    return False


def of_ordinary_times(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether an amount at token ``i`` is that of the months without a feast: "ngày thường 100 hộp"."""
    return any(hit for k in range(max(0, i - 5), i) if (hit := _ORDINARY.at(tokens, k)) and hit.end <= i)


def told_peak(tokens: tuple[Token, ...], peaks: list[Part]) -> Told:
    """Where the words stand that a feast takes more, with its months: "tết thì gấp đôi"."""
    if not peaks:
        return {}
    end = peaks[0].end
    while end < len(tokens) and tokens[end].text not in _CLAUSE_ENDS:
        end += 1
    return {"peak": (peaks[0].start, end, {"months": list(peaks[0].readings[0])})}


def _regular(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether an amount is said to come every day, week or month by the words at token ``i``."""
    found = periods.after(tokens, i, 0)
    return (found.code if found else periods.each_of_them(tokens, i)) in _REGULAR
