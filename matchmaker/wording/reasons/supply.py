"""When goods are in supply and when they are wanted, as every sentence on months tells it."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.wording.months import short, span, within
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, choose, quoted


def in_supply(facts: Facts, lang: str) -> str:
    """The months of supply: "T11–T2", "quanh năm"; "từ T11", "đến T3" where the record names one end only."""
    side, offered = facts.get("open_side"), span(facts.get("offered") or (), lang)
    if facts.get("offered_days"):
        return f"{offered} ({days_told(facts['offered_days'], lang)})"
    if facts.get("harvested"):
        months = span(facts["harvested"], lang)
        return choose(lang, f"thu {months}", f"of the harvest {months}")
    if not side or facts.get("open_by_harvest"):
        return offered
    month = short(facts["open_month"], lang)
    if side == "end":
        return choose(lang, f"từ {month}", f"from {month} on")
    return choose(lang, f"đến {month}", f"until {month}")


def wanted_then(facts: Facts, lang: str) -> str:
    """The months wanted, with the days where the buyer names them: "T12–T1 (10/12/2026–15/01/2027)"."""
    months, days = facts.get("wanted") or (), facts.get("wanted_days")
    if not days:
        return within(months, lang)
    if all(days) and days[0][:4] == days[1][:4] and len(months) > 1:  # T1, T3–T12 of 2027
        return f"{span(sorted(months), lang, one_year=True)} ({days_told(days, lang)})"
    return f"{within(months, lang)} ({days_told(days, lang)})"


def days_told(ends: Sequence[str | None], lang: str) -> str:
    """ "10/12/2026–15/01/2027", "từ 10/12/2026", "đến 15/01/2027"."""
    first, last = (day(each, lang) if each else "" for each in ends)
    if first and last:
        return first if first == last else f"{first}–{last}"
    one = (f"từ {first}", f"from {first} on") if first else (f"đến {last}", f"until {last}")
    return choose(lang, *one)


def lunar_told(facts: Facts, lang: str) -> list[str]:
    """Which solar days the lunar months and feasts of a record are."""
    notes = []
    for side, vi, en in (("offered", "bên bán", "the producer"), ("wanted", "bên mua", "the buyer")):
        if said := facts.get(f"{side}_lunar"):
            first, last = said.get("from"), said.get("to")
            if side == "wanted" and facts.get("deadline"):
                continue
            if side == "offered" and facts.get("open_side"):
                first, last = (first, None) if facts["open_side"] == "end" else (None, last)
            if not (first or last):
                continue
            words, days = quoted(said.get("words"), lang), days_told((first, last), lang)
            about = f"khoảng {days}"
            if not (first and last):  # "tức đến khoảng 05/02/2027"
                about = days.replace(" ", " khoảng ")
            notes.append(choose(lang, f"{vi} ghi {words}, tức {about}", f"{en} says {words}, about {days}"))
    return notes


def deadline_told(facts: Facts, lang: str) -> list[str]:
    """The last day on which a buyer's text wants the goods, and whether they are there by then."""
    if not facts.get("deadline"):
        return []
    until, words = day(facts["deadline"], lang), quoted(facts.get("deadline_words"), lang)
    vi, en = f"bên mua ghi {words}, hạn {until}", f"the buyer says {words}, that is {until}"
    if late := facts.get("days_late"):
        vi += f": sớm nhất cũng trễ {late} ngày, phải hỏi giao sớm hơn"
        en += f": {late} days late at the earliest, ask for an earlier delivery"
    elif facts.get("in_time"):
        vi, en = f"{vi}: kịp", f"{en}: in time"
    return [choose(lang, vi, en)]


def wrong_season(facts: Facts, lang: str) -> str:
    """Why no month of supply is one wanted."""
    offered, wanted = in_supply(facts, lang), wanted_then(facts, lang)
    if not facts.get("offered"):
        return choose(
            lang, f"Đợt hàng đã qua, bên mua cần {wanted}.", f"The supply is over; wanted {wanted}."
        )
    source = choose(lang, " theo lịch mùa vụ", " by the crop calendar") if facts.get("calendar") else ""
    if facts.get("ready_on"):
        ready = day(facts["ready_on"], lang)
        source += choose(lang, f", sớm nhất từ {ready}", f", from {ready} at the earliest")
    said = [*lunar_told(facts, lang), *(deadline_told(facts, lang) if facts.get("days_late") else ())]
    end = _unless_stored(facts, lang) + (f" ({'; '.join(said)})" if said else "")
    return choose(
        lang,
        f"Có hàng {offered}{source}, bên mua cần {wanted}: lệch vụ{end}.",
        f"In supply {offered}{source}, wanted {wanted}: out of season{end}.",
    )


def _unless_stored(facts: Facts, lang: str) -> str:
    if facts.get("left_over"):
        vi, en = (
            ", trừ khi vụ vừa rồi còn hàng trữ, phải hỏi",
            ", unless some of the last season is left: ask",
        )
        return choose(lang, vi, en)
    return choose(lang, ", trừ khi trữ hàng", ", unless stored") if facts.get("stored") else ""
