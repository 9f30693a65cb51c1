"""One point of a year in a text: a month, a date, a feast, a season; solar or lunar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matchmaker.intake import calendar_words as words
from matchmaker.intake.amount_words import COUNTED
from matchmaker.intake.calendar_words import Months
from matchmaker.intake.lunar import LunarCalendar
from matchmaker.intake.lunar_points import LunarPoints
from matchmaker.intake.month_digits import day_of, is_date, is_year, skip_year, slashed, small, split, year_of
from matchmaker.intake.month_parts import part_days
from matchmaker.intake.numbers import MAGNITUDES
from matchmaker.intake.points import Days, Point, on_day
from matchmaker.intake.text import Token
from matchmaker.intake.units import Units

_MOST_PARTS = 2  # "khoảng giữa tháng 5"


class MonthReader:
    """Reads points of the year; holds the lunar calendar and the units that a number may count."""

    def __init__(self, units: Units, lunar: LunarCalendar) -> None:
        self._units = units
        self._calendar = lunar
        self._lunar = LunarPoints(lunar, self._counted)

    @property
    def today(self) -> date:
        """The day from which "từ nay" counts."""
        return self._calendar.today

    def point(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """The point of the year that begins at token ``i``."""
        if i >= len(tokens):
            return None
        start = i
        for _ in range(_MOST_PARTS):
            part = None if self._bare_point(tokens, i) else words.PART.at(tokens, i)
            if part is None:
                break
            i = part.end
        found = self._bare_point(tokens, i)
        if found is None or (i > start and found.vague and not found.lunar):
            return None
        within = self._part_named(tokens, start, found) if i > start else None
        found = replace(found, start=start, within=within)
        year = words.NEXT_YEAR.at(tokens, found.end)
        return replace(found, end=year.end) if year else found

    def _part_named(self, tokens: tuple[Token, ...], start: int, found: Point) -> Days | None:
        """The days of the month read, where the words from ``start`` on name a part of it alone."""
        if found.lunar or len(found.months) != 1 or found.days:
            return None
        last = tokens[found.end - 1].text
        year = int(last) if len(last) == 4 and last.isdigit() else None
        return part_days(tokens[start : found.start], found.months[0], year, self.today)

    def _bare_point(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """A point without "đầu", "giữa", "cuối" before it."""
        if i >= len(tokens):
            return None
        found = self._lunar.day_at(tokens, i) or self._named(tokens, i) or self._month(tokens, i)
        found = found or self._quarter(tokens, i)
        return found or self._date(tokens, i) or _of_year(tokens, i) or self._english(tokens, i)

    def bare(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """A month said by its number alone, which only another month beside it can justify."""
        named = words.LUNAR_NAMES.at(tokens, i)
        if named and named.exact:  # "đến giêng"
            return self._lunar.of_months((named.value,), i, named.end)
        if i >= len(tokens) or tokens[i].kind != "number":
            return None
        months = split(tokens[i].text)
        if not months or not (self.ends(tokens, i + 1) or words.LUNAR_MARK.at(tokens, i + 1)):
            return None
        in_range = i + 2 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 2].kind == "number"
        if in_range and not (split(tokens[i + 2].text) and self.ends(tokens, i + 3)):
            return None
        spoken = i + 2 < len(tokens) and tokens[i + 1].is_("đến", "tới") and tokens[i + 2].kind == "number"
        if spoken and self._counted(tokens, i + 3):
            return None  # "vụ tháng 4-5, 9 tới 11 ngàn/kg"
        found = self._marked_lunar(tokens, Point(months, i, i + 1))
        year = words.NEXT_YEAR.at(tokens, found.end)
        return replace(found, end=year.end) if year else found

    def closing(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """The last month of "thang 5-6 ban 15k": a number behind a dash that counts nothing itself."""
        dashed = 1 < i < len(tokens) - 1 and tokens[i - 1].text == "-" and tokens[i].kind == "number"
        if not dashed or tokens[i + 1].kind != "word" or self._counted(tokens, i + 1):
            return None
        months = split(tokens[i].text)
        return Point(months, i, i + 1) if months and not COUNTED.at(tokens, i + 1) else None

    def ends(self, tokens: tuple[Token, ...], i: int) -> bool:
        """Whether a bare month number may end before token ``i``: nothing there that it would count."""
        if i >= len(tokens):
            return True
        following = tokens[i]
        if following.kind == "number":
            return False
        if following.text in "-,;.)\n:+&(|":
            return True
        return following.is_(*words.WORDS_ENDING_A_MONTH)

    def _counted(self, tokens: tuple[Token, ...], i: int) -> bool:
        """Whether a number ending before ``i`` counts goods or money and so names no month."""
        if i < len(tokens) and tokens[i].text == "%":
            return True
        magnitude = MAGNITUDES.at(tokens, i)
        if magnitude and (magnitude.exact or tokens[i].folded in ("k", "tr", "nghin", "trieu", "ngan")):
            return True
        unit = self._units.at(tokens, i)
        return unit is not None and (unit.exact or unit.value.dimension in ("mass", "volume", "load"))

    def _goods_of_month(self, tokens: tuple[Token, ...], i: int, at: int) -> bool:
        """Whether "hàng" before token ``i`` is goods ("có hàng tháng 8"), not "monthly" ("hàng tháng 8 tấn").

        A number, a range or the name of a month must follow at ``at``, and count nothing.
        """
        if not tokens[i - 1].is_("hàng") or at >= len(tokens):
            return False
        if tokens[at].kind == "word":
            word = words.ORDINALS.at(tokens, at) or words.LUNAR_NAMES.at(tokens, at)
            return word is not None and self._counts_nothing(tokens, word.end)
        end = at + 1
        while end + 1 < len(tokens) and tokens[end].is_("-", "đến", "tới") and split(tokens[end + 1].text):
            end += 2
        return self._counts_nothing(tokens, end)

    def _counts_nothing(self, tokens: tuple[Token, ...], i: int) -> bool:
        """Whether no unit, magnitude or counted noun stands at token ``i``."""
        if self._counted(tokens, i) or self._units.at(tokens, i) or MAGNITUDES.at(tokens, i):
            return False
        return COUNTED.at(tokens, i) is None or self.ends(tokens, i)

    def _month(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """ "tháng 5", "T5", "tháng Chạp", "tháng mười hai"."""
        hit = words.MONTH.at(tokens, i)
        if hit:
            if _each(tokens, i) and not self._goods_of_month(tokens, i, hit.end):
                return None
            at = hit.end
        elif tokens[i].folded == "t" and i + 1 < len(tokens):
            at = i + 2 if tokens[i + 1].text in (".", "-") else i + 1
            tonnes = tokens[i].glued and i > 0 and tokens[i - 1].kind == "number"
            if at >= len(tokens) or not tokens[at].glued or tonnes:
                return None
        else:
            return None
        if at >= len(tokens):
            return None
        named = words.LUNAR_NAMES.at(tokens, at)
        if named and hit:
            return self._lunar.of_months((named.value,), i, named.end)
        if tokens[at].kind == "number":
            months, end = split(tokens[at].text), at + 1
            if not months or self._counted(tokens, end):
                return None
            months, end = slashed(tokens, at, months)
            if end == at + 1:
                months, end = self._spaced(tokens, at, months)
            end = skip_year(tokens, end)
            return self._marked_lunar(tokens, Point(months, i, end))
        ordinal = words.ORDINALS.at(tokens, at) if hit else None
        if tokens[at].folded == "tu" and tokens[at].plain and at + 1 < len(tokens):
            from_then = tokens[at + 1].is_("giờ", "nay", "bây", "đây", "đầu", "cuối", "giữa")
            ordinal = None if from_then else ordinal  # "1 thang tu gio den tet": from now on
        if (
            tokens[at].is_("năm")
            and i
            and tokens[i - 1].kind == "number"
            and skip_year(tokens, at + 1) > at + 1
        ):
            return None  # "12 tháng năm 2027"
        if ordinal and not self._counted(tokens, ordinal.end):
            return self._marked_lunar(tokens, Point((ordinal.value,), i, ordinal.end, sure=ordinal.exact))
        return None

    def _spaced(self, tokens: tuple[Token, ...], at: int, first: Months) -> tuple[Months, int]:
        """The months of "tháng 6 7 8": one after the other, and counting nothing; the token after them."""
        months, end = list(first), at + 1
        while end < len(tokens) and tokens[end].kind == "number":
            following = months[-1] % 12 + 1
            if split(tokens[end].text) != (following,) or not self._counts_nothing(tokens, end + 1):
                break
            months.append(following)
            end += 1
        return tuple(months), end

    def new_year_day(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """ "mùng 6" at the end of a range from the old lunar year."""
        return self._lunar.new_year_day(tokens, i)

    def _quarter(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        hit = words.QUARTER.at(tokens, i)
        if hit:
            at = hit.end
            if _each(tokens, i) and not self._goods_of_month(tokens, i, at):
                return None
        elif tokens[i].text == "Q" and i + 1 < len(tokens) and tokens[i + 1].glued:
            at = i + 1
            if words.CITY.at(tokens, at + 1 + (tokens[at + 1 : at + 2] != () and tokens[at + 1].text == ",")):
                return None  # "Q1 TPHCM" is a district
        else:
            return None
        if at >= len(tokens) or self._counted(tokens, at + 1):
            return None
        first = _quarter_number(tokens, at)
        if first is None:
            return None
        end = at + 1
        if end + 1 < len(tokens) and tokens[end].is_("-", "đến", "tới", "và", ",", "to", "and"):
            following = _quarter_number(tokens, end + 1)
            if following is not None and self.ends(tokens, end + 2):
                both = tokens[end].is_("-", "đến", "tới", "to")
                round_ = [(first - 1 + step) % 4 + 1 for step in range((following - first) % 4 + 1)]
                quarters = round_ if both else [first, following]
                months = tuple(m for q in quarters for m in range(3 * q - 2, 3 * q + 1))
                return Point(months, i, end + 2)
        end = skip_year(tokens, end)
        return Point(tuple(range(3 * first - 2, 3 * first + 1)), i, end)

    def _date(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """A day of a month, "15/8" or "10-15/6" or "ngày 15 tháng 8"; with a year or without."""
        if spelled := self._spelled_date(tokens, i):
            return spelled
        at = i + 1 if tokens[i].is_("ngày", "mùng", "mồng") else i
        if at >= len(tokens) or tokens[at].kind != "number" or (i and tokens[i - 1].text == "/"):
            return None
        of_days = at + 2 < len(tokens) and tokens[at + 1].text == "-" and day_of(tokens[at]) > 0
        if of_days and not is_date(tokens, at) and is_date(tokens, at + 2):
            at += 2
        if not is_date(tokens, at):
            return None
        day, month = day_of(tokens[at]), split(tokens[at + 2].text)
        end = at + 3
        if end + 1 < len(tokens) and tokens[end].text == "/" and is_year(tokens[end + 1]):
            end += 2
        elif self._counted(tokens, end) or (end < len(tokens) and tokens[end].text == "/"):
            return None
        if words.LUNAR_MARK.at(tokens, end) and not tokens[end].is_("ta"):
            hit = words.LUNAR_MARK.at(tokens, end)
            return replace(self._lunar.of_day(month[0], day, i, hit.end if hit else end), marked=True)
        days = on_day(day, month[0], year_of(tokens, end - 1), self.today)
        return Point(month, i, end, days=days)

    def _spelled_date(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """ "ngày 15 tháng 8", and behind a word that opens or ends a stretch "20 tháng 7"."""
        at = i + 1 if tokens[i].is_("ngày") else i
        if at == i and not (i and (tokens[i - 1].is_(*words.BEFORE_A_DAY) or tokens[i - 1].text == "-")):
            return None
        day = day_of(tokens[at]) if at < len(tokens) else 0
        month = words.MONTH.at(tokens, at + 1) if day else None
        if month is None or month.end >= len(tokens) or tokens[month.end].kind != "number":
            return None
        months, end = split(tokens[month.end].text), month.end + 1
        listed = end + 1 < len(tokens) and tokens[end].text == "," and bool(split(tokens[end + 1].text))
        if len(months) != 1 or listed or self._counted(tokens, end):
            return None
        after = skip_year(tokens, end)
        year = int(tokens[after - 1].text) if after > end else None
        days = on_day(day, months[0], year, self.today)
        return Point(months, i, after, days=days) if days else None

    def _english(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        hit = words.ENGLISH.at(tokens, i)
        if hit is None:
            return None
        token = tokens[i]
        if token.text == "may" and not _beside_month(tokens, i):
            return None  # Vietnamese "may", to sew
        end = skip_year(tokens, hit.end)
        return Point((hit.value,), i, end)

    def _named(self, tokens: tuple[Token, ...], i: int) -> Point | None:
        """Feasts and named stretches of the year."""
        feast, stretch = self._lunar.feast(tokens, i), words.STRETCHES.at(tokens, i)
        if feast or stretch is None or not (stretch.exact or stretch.end - i > 1):
            return feast
        months, *others = stretch.value
        return Point(months, i, stretch.end, tuple(others), vague=len(stretch.value) > 1)

    def _marked_lunar(self, tokens: tuple[Token, ...], point: Point) -> Point:
        """The point as solar months, read as lunar ones where "âm lịch" follows."""
        solar = words.SOLAR_MARK.at(tokens, point.end)
        if solar:
            return replace(point, end=solar.end)
        hit = words.LUNAR_MARK.at(tokens, point.end)
        if hit is None or (not hit.exact and hit.end - point.end < 2 and not self.ends(tokens, hit.end)):
            return point
        return replace(self._lunar.of_months(point.months, point.start, hit.end), marked=True)

    def as_lunar(self, point: Point) -> Point:
        """The same months, or the same day of a month, read as lunar ones."""
        first, last = point.days or (None, None)
        if first is not None and first == last and len(point.months) == 1:
            return self._lunar.of_day(point.months[0], first.day, point.start, point.end)
        return self._lunar.of_months(point.months, point.start, point.end)


def _of_year(tokens: tuple[Token, ...], i: int) -> Point | None:
    """ "10/2026": a month with its year."""
    if i + 2 >= len(tokens) or tokens[i].kind != "number" or tokens[i + 1].text != "/":
        return None
    if i and tokens[i - 1].text == "/":
        return None
    months, year = split(tokens[i].text), tokens[i + 2]
    return Point(months, i, i + 3) if len(months) == 1 and len(year.text) == 4 and is_year(year) else None


def _each(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word before token ``i`` makes it a period: "/tháng", "mỗi tháng"."""
    return i > 0 and (tokens[i - 1].text == "/" or tokens[i - 1].is_("mỗi", "hàng", "một", "per"))


def _beside_month(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether an English word of months stands beside token ``i``."""
    before = i > 0 and tokens[i - 1].folded in ("late", "early", "mid", "in", "from", "until", "to", "by")
    joined = i + 2 < len(tokens) and tokens[i + 1].folded in ("-", "to", "and", ",", "until")
    return before or (joined and words.ENGLISH.at(tokens, i + 2) is not None)


def _quarter_number(tokens: tuple[Token, ...], i: int) -> int | None:
    """The quarter 1..4 that a token names in digits or Roman numerals."""
    if tokens[i].kind == "number" and tokens[i].text in ("1", "2", "3", "4"):
        return small(tokens[i].text)
    return words.ROMAN.get(tokens[i].folded)
