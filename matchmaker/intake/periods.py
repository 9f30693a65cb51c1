"""How often: "/ngày", "mỗi sáng", "a week", "vụ này", before or after an amount."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Token

_WORDS = {
    "day": (
        "ngày",
        "hôm",
        "sáng",
        "buổi sáng",
        "ngày đêm",
        "day",
        "bữa",
        "buổi",
        "đêm",
    ),
    "week": ("tuần", "week", "wk", "tuần lễ"),
    "month": ("tháng", "month", "mth", "thg", "mo"),
    "quarter": ("quý", "quarter"),
    "season": (
        "vụ",
        "mùa",
        "mùa vụ",
        "season",
        "crop",
        "niên vụ",
        "vụ mùa",
        "vụ thu hoạch",
        "harvest",
        "vụ này",
    ),
    "year": ("năm", "year", "annum", "yr"),
    "batch": (
        "lứa",
        "phiên chợ",
        "phiên",
        "đợt",
        "mẻ",
        "batch",
        "lần",
        "chuyến",
        "lô",
        "đơn hàng",
        "delivery",
        "shipment",
        "lần giao",
        "đơn",
    ),
}
_PERIOD = Phrases([(word, code) for code, words in _WORDS.items() for word in words])
_EACH = Phrases.listed(
    "/ | mỗi | một | 1 | hàng | hằng | từng | a | an | per | every | each | / 1 | / một | cứ mỗi | trên một "
    "| trên mỗi | / mỗi | trong một | trong 1 | cho mỗi | bình quân | in a"
)
_WHOLE = Phrases(
    [
        ("daily", "day"),
        ("weekly", "week"),
        ("monthly", "month"),
        ("quarterly", "quarter"),
        *meaning("year", "yearly | annually | per annum | a year | cả năm | trong năm | 1 năm | một năm"),
        *meaning(
            "season",
            "seasonally | vụ này | cả vụ | vụ tới | mùa này | cả mùa | toàn vụ | trong vụ | trọn vụ | "
            "this season | this crop | mùa vụ này | vụ năm nay | toàn mùa",
        ),
        *meaning("total", "tổng cộng | in total | total | cả thảy | tất cả"),
        ("một lần", "batch"),
    ]
)
_LEADING = Phrases(meaning("total", "tổng | tổng cộng | tổng sản lượng | total | tổng lượng | tổng số"))


# Without accents "mùa" is also to buy, "quý" is dear, "năm" is five, "hôm" stays.
_HOMONYMS = frozenset({"mua", "quy"})
# "cuối vụ" is a time; "tháng này" and "tuần sau" are one month and one week.
_ONE_POINT_OF = frozenset({"vu", "mua", "nam"})
_POINTS = "đầu", "giữa", "cuối", "hết", "sang", "tàn", "trái", "chính", "nghịch"
_MORE_THAN_ONE = "nửa", "vài", "mấy", "hai", "ba", "bốn", "năm", "sáu", "bảy", "mười"
_MOVING = frozenset({"ngay", "hom", "tuan", "thang", "quy", "nam"})
_THIS_ONE = "này", "sau", "tới", "trước", "kế", "nay", "mai"
# Times of a day: "mỗi sáng" is daily, "7h sáng" is an hour.
_HOURS = frozenset({"sang", "buoi", "dem", "hom", "bua"})


_ENDS = (",", ";", ".", "\n", ")")
_A_NAME, _LONGEST_NAME = 4, 9  # words of the goods between an amount and its period
# Words that open something else than the name of the goods: "2 tấn vải sấy trả tiền sau một tháng".
_OF_SOMETHING_ELSE = (
    *("giao", "trả", "sau", "trước", "hạn", "để", "vòng", "bảo", "nợ", "đặt", "lấy", "cọc", "từ", "đến"),
    *("không", "nghỉ", "trữ", "chờ", "thanh", "giá", "tối", "within", "after", "before", "pay", "delivered"),
)
# Words right before "ngày", "tuần" or "tháng" that make a time of it, or "ngay" where marks are left out.
_IN_A_TIME = frozenset(
    (
        *("trong", "cuối", "đầu", "giữa", "nửa", "qua", "sang", "hết", "mấy", "nhiều", "vài", "cả", "nguyên"),
        *("cách", "hàng", "mỗi", "từng", "số", "theo", "hôm", "hẹn", "tính", "kịp", "quá"),
    )
)
_IN_A_TIME_UNMARKED = frozenset(
    (
        *("trong", "cuoi", "giua", "may", "nhieu", "nguyen", "cach", "hang", "moi", "tung", "theo", "hom"),
        *("ban", "co", "can", "mua", "gui", "di", "xuat", "cho", "lay", "giao", "cat", "duoc", "ra", "chot"),
        *("con", "dung", "ship", "luon", "nuoi", "kip"),
    )
)
# Of the words that open something else those that name no goods where marks are left out: "ca tra", "toi".
_ELSE_UNMARKED = frozenset(
    (
        *("giao", "nghi", "cho", "khong", "dat", "coc", "tru", "within", "after", "before", "pay"),
        "delivered",
    )
)
_AFTER_A_PERIOD = "giá", "giao", "cho", "là", "bán", "ship", "gửi", "tại", "ở", "về", "thôi", "ạ", "nhé"
_OF_HABITS = frozenset({"ngay", "tuan", "thang", "vu", "mua", "quy", "nam", "bua", "sang"})
_LONGEST_HABIT = 14  # tokens from "tháng nào cũng" to the amount that it tells of


@dataclass(frozen=True, slots=True)
class Period:
    """How often an amount comes: a code of the interchange format and the tokens that say so."""

    code: str
    start: int
    end: int
    sure: bool = True


def after(tokens: tuple[Token, ...], i: int, reach: int = 4) -> Period | None:
    """The period said after an amount that ends before token ``i``.

    Up to ``reach`` words of the goods may stand between ("1 tấn mắc ca/tháng", "8 tonnes of longan a
    week"), and more where the period ends the clause ("6 tạ xoài sấy dẻo ít đường một tháng,"); a comma,
    another number or the end of the sentence may not.
    """
    if (
        i < len(tokens)
        and tokens[i].is_("vụ")
        and (i + 1 == len(tokens) or tokens[i + 1].kind == "mark" or tokens[i + 1].is_("tháng"))
    ):
        return Period("season", i, i + 1)  # "80 tấn vụ tháng 4-5"
    if short := _directly(tokens, i):
        return short
    i = _past_bracket(tokens, i)
    for at in range(i, min(len(tokens), i + reach + 1)):
        found = _each(tokens, at) or _whole(tokens, at)
        if found:
            return found
        if tokens[at].kind != "word" and not _names_goods(tokens, at):
            return _bare_behind(tokens, i) if reach >= _A_NAME else None
    return (_closing(tokens, i, reach) or _bare_behind(tokens, i)) if reach >= _A_NAME else None


def habit(tokens: tuple[Token, ...], i: int) -> Period | None:
    """ "Tháng nào cũng làm, độ 150kg": the period of which a sentence says all before an amount at ``i``.

    Its words are left to the season, which reads them too.
    """
    for at in range(i - 3, max(-1, i - _LONGEST_HABIT), -1):
        if any(token.text in ".;\n" for token in tokens[at:i]):
            return None
        if (code := each_of_them(tokens, at)) and not any(_each(tokens, k) for k in range(at + 3, i)):
            return Period(code, i, i)
    return None


def each_of_them(tokens: tuple[Token, ...], i: int) -> str:
    """The code of "tuần nào cũng", "ngày nào cũng" at token ``i``, "" where nothing of the kind stands."""
    hit = _PERIOD.at(tokens, i) if tokens[i].folded in _OF_HABITS else None
    said = hit is not None and hit.end + 1 < len(tokens) and tokens[hit.end].is_("nào")
    return hit.value if hit and said and tokens[hit.end + 1].is_("cũng") else ""


def _bare_behind(tokens: tuple[Token, ...], i: int) -> Period | None:
    """ "9 tấn chanh leo tuần": the period alone behind the goods' name."""
    for at in range(i + 1, min(len(tokens), i + _LONGEST_NAME + 1)):
        last = tokens[at - 1]
        if last.kind != "word" or _is_one_of(last, _OF_SOMETHING_ELSE, _ELSE_UNMARKED):
            return None
        if tokens[at].is_("tháng", "tuần", "ngày"):
            if _is_one_of(last, _IN_A_TIME, _IN_A_TIME_UNMARKED):
                return None
            ends = (
                at + 1 == len(tokens)
                or tokens[at + 1].folded == "x"
                or tokens[at + 1].text in _ENDS
                or tokens[at + 1].is_(*_AFTER_A_PERIOD)
            )
            code = _PERIOD.at(tokens, at)
            return Period(code.value, at, at + 1, code.exact) if code and ends else None
    return None


def _is_one_of(token: Token, marked: Container[str], unmarked: Container[str]) -> bool:
    """Whether a word is one of those, of a writer who leaves marks out one that is nothing else without."""
    return (not token.loose and token.marked in marked) or (token.loose and token.folded in unmarked)


def _directly(tokens: tuple[Token, ...], i: int) -> Period | None:
    """ "10 tấn tháng, giá 33k": the period with nothing before it, where the clause ends with it."""
    if i >= len(tokens) or not tokens[i].is_("tháng", "tuần", "ngày"):
        return None
    ends = i + 1 == len(tokens) or tokens[i + 1].text in _ENDS or tokens[i + 1].is_("giá")
    code = _PERIOD.at(tokens, i)
    return Period(code.value, i, i + 1, code.exact) if code and ends else None


def _closing(tokens: tuple[Token, ...], i: int, reach: int) -> Period | None:
    """A period that ends the clause, behind a longer name of the goods in which nothing else is told."""
    if any(token.is_(*_OF_SOMETHING_ELSE) for token in tokens[i : i + reach + 1]):
        return None
    for at in range(i + reach + 1, min(len(tokens), i + _LONGEST_NAME + 1)):
        found = _each(tokens, at)
        if found and (found.end >= len(tokens) or tokens[found.end].kind == "mark"):
            return found
        if tokens[at].kind != "word" or tokens[at].is_(*_OF_SOMETHING_ELSE):
            return None
    return None


def _names_goods(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a number ends a name and a period follows it: "bơ 034 per week", "gạo ST25 mỗi tháng"."""
    digits = tokens[i].text.isdigit() and (tokens[i].glued or len(tokens[i].text) > 2)
    named = digits and i > 0 and tokens[i - 1].kind == "word"
    return named and (_each(tokens, i + 1) or _whole(tokens, i + 1)) is not None


def _past_bracket(tokens: tuple[Token, ...], i: int) -> int:
    """The token after a short remark in brackets ("300 thùng (24 chai) mỗi tháng"), else ``i``."""
    if i < len(tokens) and tokens[i].text == "(":
        for at in range(i + 1, min(len(tokens), i + 6)):
            if tokens[at].text == ")":
                return at + 1
    return i


def before(tokens: tuple[Token, ...], i: int, reach: int = 3) -> Period | None:
    """The period said before an amount that begins at token ``i``: "mỗi ngày 3 tấn", "ngày cắt 7 tạ"."""
    for at in range(i - 1, max(-1, i - reach - 2), -1):
        if at < 0 or (tokens[at].kind != "word" and tokens[at].text != ":"):
            return None
        for start in range(max(0, at - 3), at + 1):
            found = _each(tokens, start) or _whole(tokens, start) or _bare(tokens, start, at)
            if found and found.end == at + 1 and not (start and tokens[start - 1].text == "/"):
                return found
    return None


def _each(tokens: tuple[Token, ...], i: int) -> Period | None:
    """ "/ngày", "mỗi vụ", "per week", "a month"."""
    each = _EACH.at(tokens, i)
    if each is None:
        return None
    hit = _PERIOD.at(tokens, each.end, lenient=tokens[i].text == "/")
    if hit is None or _numbered(tokens, hit.end, each.end):
        return None
    return Period(hit.value, i, hit.end, hit.exact)


def _whole(tokens: tuple[Token, ...], i: int) -> Period | None:
    hit = _WHOLE.at(tokens, i)
    return Period(hit.value, i, hit.end, hit.exact) if hit else None


def _bare(tokens: tuple[Token, ...], start: int, last: int) -> Period | None:
    """ "ngày 7 tạ": the period alone, at the beginning of a clause or after a verb of it."""
    leading = _LEADING.at(tokens, start)
    if leading and leading.end == last + 1:
        return Period(leading.value, start, leading.end, leading.exact)
    hit = _PERIOD.at(tokens, start)
    if hit is None or hit.end != last + 1 or hit.value == "batch":
        return None
    if _several(tokens, start) or _one_of_them(tokens, start, hit.end):
        return None
    if tokens[start].folded == "crop" and start and tokens[start - 1].folded == "new":
        return None
    if tokens[start].folded in _HOURS or (not hit.exact and tokens[start].folded in _HOMONYMS):
        return None
    return Period(hit.value, start, hit.end, hit.exact)


def _several(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a number or "nửa" before the period makes it an interval: "3 ngày 1 chuyến"."""
    if not i or (tokens[i - 1].kind != "number" and not tokens[i - 1].is_(*_MORE_THAN_ONE)):
        return False
    return i < 2 or not tokens[i - 2].is_("tháng", "t", "thứ")  # "tháng 8 ngày 2 tấn"


def _one_of_them(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether one part of a year is meant, or one point of a crop: "tháng này", "sang năm", "cuối vụ"."""
    if tokens[start].folded in _ONE_POINT_OF and start and tokens[start - 1].is_(*_POINTS):
        return True
    return end < len(tokens) and tokens[start].folded in _MOVING and tokens[end].is_(*_THIS_ONE)


def _numbered(tokens: tuple[Token, ...], i: int, start: int) -> bool:
    """Whether the word is the first of a longer name ("quý 2" after "/" is still a quarter)."""
    return False if i >= len(tokens) else tokens[start].is_("ngày") and tokens[i].text == "/"
