"""Points of the lunar year in a text: months, days of them ("rằm tháng Chạp", "25 Tết"), feasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from matchmaker.intake import calendar_words as words
from matchmaker.intake.calendar_words import Months
from matchmaker.intake.lunar import LunarCalendar
from matchmaker.intake.month_digits import day_of, is_date, skip_year, split
from matchmaker.intake.month_parts import stretch
from matchmaker.intake.points import Days, Point
from matchmaker.intake.text import Token

_LAST_NAMED_DAY = 10  # "mùng 1" to "mùng 10"
_FULL_MOON = 15
_LAST_MONTH = 12
_LONGEST_STRETCH, _QUARTER = 31, 0.25  # days of a stretch that is no season; the share of one month in it
_DAYS_TO_TET = range(15, 31)  # "28 Tết" is a day of the last lunar month

Tokens = tuple[Token, ...]
Counted = Callable[[Tokens, int], bool]


class LunarPoints:
    """Reads points of the lunar year; ``counted`` tells whether a number ending at a token counts goods."""

    def __init__(self, calendar: LunarCalendar, counted: Counted) -> None:
        self._calendar = calendar
        self._counted = counted

    def of_months(self, numbers: Months, start: int, end: int) -> Point:
        """The solar months of lunar ones; all that they touch is the other reading."""
        months: list[int] = []
        touched: list[int] = []
        for number in numbers:
            main, all_touched = self._calendar.solar(number)
            months += [main] if main not in months else []
            touched += [m for m in all_touched if m not in touched]
        readings = (tuple(touched), tuple(dict.fromkeys((numbers[0], *months))))
        others = tuple(dict.fromkeys(o for o in readings if o != tuple(months)))
        first, last = (self._calendar.month(number) for number in (numbers[0], numbers[-1]))
        days = (first.first, last.last) if first and last else None
        return Point(tuple(months), start, end, others, lunar=True, days=days)

    def of_day(self, month: int, day: int, start: int, end: int) -> Point:
        """The solar month of a day of a lunar one, with that day."""
        on = self._calendar.next_day(month, day)
        days = (on, on) if on else None
        return Point((self._calendar.day(month, day),), start, end, lunar=True, days=days)

    def day_at(self, tokens: Tokens, i: int) -> Point | None:
        """ "rằm tháng Chạp", "20 tháng Chạp", "28 Tết", "mùng 5 tháng 5", "mồng 10/3"."""
        return self._full_moon(tokens, i) or self._counted_day(tokens, i) or self._first_days(tokens, i)

    def feast(self, tokens: Tokens, i: int) -> Point | None:
        """Tết, the feasts of the lunar year and what lies around them."""
        feast, tet = words.FEASTS.at(tokens, i), words.TET.at(tokens, i)
        if around := words.AROUND_TET.at(tokens, i):
            last, first = self._calendar.solar(_LAST_MONTH)[0], self._calendar.solar(1)[0]
            return Point((last, first), i, around.end, ((12, 1, 2), (1, 2, 3)), vague=True, lunar=True)
        after, new_year = words.AFTER_TET.at(tokens, i), words.NEW_YEAR.at(tokens, i)
        if feast and (tet is None or feast.end > tet.end):
            on = self.of_day(*feast.value, i, feast.end)
            others: tuple[Months, ...] = ((_before(on.months[0]), on.months[0]),)
            return Point(
                on.months, i, feast.end, others, vague=True, lunar=True, sure=feast.exact, days=on.days
            )
        if new_year and (tet is None or new_year.end >= tet.end):
            return Point((12,), i, new_year.end, ((1,), (12, 1)), vague=True)
        if after and (after.exact or tokens[i].folded != "qua"):  # "quà Tết" is a gift
            month, touched = self._calendar.solar(1)
            others = (touched, (month % 12 + 1,))
            return Point((month,), i, after.end, others, vague=True, lunar=True, days=self._month_days(1))
        if tet and _is_feast(tokens, i):
            main, touched = self._calendar.solar(_LAST_MONTH)
            others = (touched, (12, 1), (12, 1, 2))
            days = self._month_days(_LAST_MONTH)
            return Point((main,), i, tet.end, others, vague=True, lunar=True, days=days)
        return None

    def _month_days(self, number: int) -> Days | None:
        found = self._calendar.month(number)
        return (found.first, found.last) if found else None

    def _full_moon(self, tokens: Tokens, i: int) -> Point | None:
        """ "rằm tháng 8", "rằm tháng Chạp"."""
        moon = words.FULL_MOON.at(tokens, i)
        month = words.MONTH.at(tokens, moon.end) if moon else None
        if month is None or month.end >= len(tokens):
            return None
        named = words.LUNAR_NAMES.at(tokens, month.end)
        if named:
            return self.of_day(named.value, _FULL_MOON, i, _past_mark(tokens, named.end))
        if not (number := _month_number(tokens, month.end)):
            return None
        middle = self.of_day(number, _FULL_MOON, i, _past_mark(tokens, month.end + 1))
        main = middle.months[0]
        return Point(middle.months, i, middle.end, ((_before(main), main),), lunar=True, days=middle.days)

    def _counted_day(self, tokens: Tokens, i: int) -> Point | None:
        """ "20 tháng Chạp", "mùng 10 tháng Giêng", "20 tháng 12 âm", "28 Tết": a day of a lunar month."""
        first = words.FIRST_DAYS.at(tokens, i)
        at = first.end if first else i + 1 if tokens[i].is_("ngày") else i
        day = day_of(tokens[at]) if at < len(tokens) else 0
        if not 0 < day <= 30 or at + 1 >= len(tokens):
            return None
        month = words.MONTH.at(tokens, at + 1)
        named = words.LUNAR_NAMES.at(tokens, month.end if month else at + 1)
        if named and (month or named.exact):
            return self.of_day(named.value, day, i, _past_mark(tokens, named.end))
        if month and (number := _month_number(tokens, month.end)):
            mark = words.LUNAR_MARK.at(tokens, month.end + 1)
            if mark and mark.exact:  # "20 tháng 12 âm lịch"
                return replace(self.of_day(number, day, i, mark.end), marked=True)
        if day in _DAYS_TO_TET and tokens[at + 1].is_("tết") and _is_feast(tokens, at + 1):
            return self.of_day(_LAST_MONTH, day, i, at + 2)
        return None

    def new_year_day(self, tokens: Tokens, i: int) -> Point | None:
        """ "mùng 6", "mùng 6 Tết": one of the first days of the lunar year, where the words around say so."""
        day = words.FIRST_DAYS.at(tokens, i)
        if day is None or day.end >= len(tokens) or not 0 < day_of(tokens[day.end]) <= _LAST_NAMED_DAY:
            return None
        tet = tokens[day.end + 1 : day.end + 2] and tokens[day.end + 1].is_("tết")
        return self.of_day(1, day_of(tokens[day.end]), i, day.end + (2 if tet else 1))

    def _first_days(self, tokens: Tokens, i: int) -> Point | None:
        """ "mùng 5 tháng 5", "mồng 10/3": a day so named is lunar, the solar month its other reading."""
        day = words.FIRST_DAYS.at(tokens, i)
        if day is None or day.end + 2 > len(tokens) or not 0 < day_of(tokens[day.end]) <= _LAST_NAMED_DAY:
            return None
        if tokens[day.end + 1 : day.end + 2] and tokens[day.end + 1].is_("tết"):
            return self.new_year_day(tokens, i)
        dated = is_date(tokens, day.end)
        month = words.MONTH.at(tokens, day.end + 1)
        at = day.end + 2 if dated else month.end if month else len(tokens)
        months = split(tokens[at].text) if at < len(tokens) and tokens[at].kind == "number" else ()
        if len(months) != 1 or self._counted(tokens, at + 1):
            return None
        end = skip_year(tokens, at + 1)
        if solar := words.SOLAR_MARK.at(tokens, end):
            return Point(tuple(months), i, solar.end)
        marked = words.LUNAR_MARK.at(tokens, end)
        found = self.of_day(months[0], day_of(tokens[day.end]), i, marked.end if marked else end)
        others = () if marked or found.months == tuple(months) else (tuple(months),)
        return Point(found.months, i, found.end, others, lunar=True, marked=bool(marked), days=found.days)


def days_within(point: Point, first: int, last: int, today: date) -> Point:
    """The point with the days ``first`` to ``last`` of its month: "1 đến 25 tháng Chạp", "10-20 tháng 12"."""
    if not point.lunar and len(point.months) == 1:
        return replace(point, within=stretch(point.months[0], first, last, None, today))
    start = point.days[0] if point.days else None
    if start is None:
        return point
    days = (start + timedelta(days=first - 1), start + timedelta(days=last - 1))
    months = months_held(days) or point.months
    others = tuple(each for each in (point.months, *point.others) if each != months)
    return replace(point, days=days, months=months, others=others)


def months_held(days: Days) -> Months:
    """The solar months of a stretch of lunar days, each that holds a quarter of them; none of a long one.

    >>> from datetime import date
    >>> months_held((date(2027, 1, 27), date(2027, 2, 3))), months_held((date(2027, 1, 8), date(2027, 2, 1)))
    ((1, 2), (1,))
    """
    first, last = days
    if first is None or last is None or not 0 <= (length := (last - first).days) < _LONGEST_STRETCH:
        return ()
    each = [(first + timedelta(days=offset)).month for offset in range(length + 1)]
    return tuple(month for month in dict.fromkeys(each) if each.count(month) >= _QUARTER * len(each))


def _month_number(tokens: Tokens, i: int) -> int:
    """The one month that token ``i`` names by its number, else 0."""
    months = split(tokens[i].text) if i < len(tokens) and tokens[i].kind == "number" else ()
    return months[0] if len(months) == 1 else 0


def _past_mark(tokens: Tokens, i: int) -> int:
    """Past "âm lịch" at token ``i``."""
    mark = words.LUNAR_MARK.at(tokens, i)
    return mark.end if mark and mark.exact else i


def _before(month: int) -> int:
    return (month - 2) % 12 + 1


def _is_feast(tokens: Tokens, i: int) -> bool:
    """Whether "tet" stands for the feast: weaving ("tết tóc") aside, it always does in trade."""
    return not (i + 1 < len(tokens) and tokens[i].is_("tết") and tokens[i + 1].is_("tóc"))
