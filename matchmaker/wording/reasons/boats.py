"""A boat on the way in words: its kind, its quays, how often it goes and what keeps it in port."""

from __future__ import annotations

from matchmaker.wording.months import span
from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.phrases import Facts, choose

_DAYS_A_WEEK = 7


def boat_told(boat: Facts, lang: str) -> str:
    """One boat as a part of a sentence."""
    quays = f"{boat.get('origin')} – {boat.get('destination')}"
    kind = (
        choose(lang, f"tàu hàng {quays}", f"by cargo boat {quays}")
        if boat.get("mode") == "cargo_boat"
        else choose(lang, f"phà chở xe {quays}", f"by truck ferry {quays}")
    )
    told = [part for part in (_sailings(boat, lang), _wait(boat, lang), _weather(boat, lang)) if part]
    return f"{kind} ({', '.join(told)})" if told else kind


def _sailings(boat: Facts, lang: str) -> str:
    a_day = boat.get("sailings_per_day") or 0
    if not a_day:
        return ""
    if a_day >= 1:
        often = number(a_day, lang)
        return choose(lang, f"{often} chuyến/ngày", f"{often} a day")
    a_week = number(max(1, round(a_day * _DAYS_A_WEEK)), lang)
    return choose(lang, f"khoảng {a_week} chuyến/tuần", f"about {a_week} a week")


def _wait(boat: Facts, lang: str) -> str:
    hours = boat.get("wait_hours") or 0
    told = number(round(hours), lang)
    return choose(lang, f"thường chờ {told} giờ", f"usual wait {told} h") if round(hours) else ""


def _weather(boat: Facts, lang: str) -> str:
    """From which wind on it stays in port, and the months in which that is often so."""
    force, months = boat.get("wind_limit"), boat.get("risk_months") or ()
    if not force:
        return ""
    often = (
        choose(lang, f", hay gặp {span(months, lang)}", f", often so {span(months, lang)}") if months else ""
    )
    return choose(
        lang, f"gió cấp {force} trở lên thì nghỉ{often}", f"stays in port from wind force {force}{often}"
    )
