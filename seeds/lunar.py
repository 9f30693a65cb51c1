"""The Vietnamese lunisolar calendar (UTC+7): first days of its months, for the reference table.

The rules of Hồ Ngọc Đức's public algorithm, after Jean Meeus, "Astronomical Algorithms": a month
begins on the day of the new moon at 105° east; the month that holds the winter solstice is the
eleventh; of thirteen months between two solstices the first without a principal term is a leap month.
"""

from __future__ import annotations

from datetime import date
from math import floor, pi, sin

_TIME_ZONE = 7.0
_SYNODIC_MONTH = 29.530588853
_RADIANS = pi / 180
_JULIAN_OF_ORDINAL_ZERO = 1721425  # Julian day number of the day before 0001-01-01


def _julian_day(day: date) -> int:
    return day.toordinal() + _JULIAN_OF_ORDINAL_ZERO


def _calendar_date(julian_day: int) -> date:
    return date.fromordinal(julian_day - _JULIAN_OF_ORDINAL_ZERO)


def _new_moon_day(k: int) -> int:
    """Julian day number, at UTC+7, of the k-th new moon after that of January 1900."""
    t = k / 1236.85
    t2, t3 = t * t, t * t * t
    instant = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
    instant += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t2) * _RADIANS)
    sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * _RADIANS
    moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * _RADIANS
    latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * _RADIANS
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    shift += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    shift += 0.0104 * sin(2 * latitude) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * latitude + sun) - 0.0004 * sin(2 * latitude - sun)
    shift += -0.0006 * sin(2 * latitude + moon) + 0.0010 * sin(2 * latitude - moon)
    shift += 0.0005 * sin(2 * moon + sun)
    delta = -0.000278 + 0.000265 * t + 0.000262 * t2
    return floor(instant + shift - delta + 0.5 + _TIME_ZONE / 24)


def _principal_term(julian_day: int) -> int:
    """Twelfth of the ecliptic (0..11) in which the sun stands at midnight of a day at UTC+7."""
    t = (julian_day - 0.5 - _TIME_ZONE / 24 - 2451545.0) / 36525
    t2 = t * t
    mean = (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * _RADIANS
    centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(mean)
    centre += (0.019993 - 0.000101 * t) * sin(2 * mean) + 0.000290 * sin(3 * mean)
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2 + centre
    return floor((longitude % 360) / 30)


def _solstice_new_moon(year: int) -> int:
    """Number k of the new moon that begins the eleventh lunar month within a solar year."""
    k = floor((_julian_day(date(year, 12, 31)) - 2415021) / _SYNODIC_MONTH)
    return k - 1 if _principal_term(_new_moon_day(k)) >= 9 else k


def _year_of_solstices(year: int) -> list[tuple[int, bool, date]]:
    """Months from the eleventh of ``year - 1`` until the one before the eleventh of ``year``."""
    first, last = _solstice_new_moon(year - 1), _solstice_new_moon(year)
    starts = [_new_moon_day(k) for k in range(first, last + 1)]
    terms = [_principal_term(day) for day in starts]
    leap_at = -1
    if last - first == 13:
        leap_at = next(i for i in range(1, 13) if terms[i] == terms[i + 1])
    months: list[tuple[int, bool, date]] = []
    number = 11
    for i, start in enumerate(starts[:-1]):
        if i and i != leap_at:
            number = number % 12 + 1
        months.append((number, i == leap_at, _calendar_date(start)))
    return months


def months(lunar_year: int) -> list[tuple[int, bool, date]]:
    """(month number 1..12, leap?, first solar day) of each month of a lunar year, in order."""
    chain = _year_of_solstices(lunar_year) + _year_of_solstices(lunar_year + 1)
    begin = next(i for i, (number, leap, _) in enumerate(chain) if number == 1 and not leap)
    end = next(i for i, (number, leap, _) in enumerate(chain) if i > begin and number == 1 and not leap)
    return chain[begin:end]


def new_year(lunar_year: int) -> date:
    """First day of Tết Nguyên đán of a lunar year."""
    return months(lunar_year)[0][2]


def first_day(lunar_year: int, month: int) -> date:
    """First solar day of a month (not a leap one) of a lunar year."""
    return next(day for number, leap, day in months(lunar_year) if number == month and not leap)
