"""A harvest of named days beside a need by the month: what falls to each month, and which are short."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.wording.months import span
from matchmaker.wording.reasons.agreeing import weighed
from matchmaker.wording.reasons.phrases import Facts, amount, choose, part_of
from scoring.horizon import YEAR

FEW, HARDLY_APART = 3, 1.1  # months that are told one by one; times
TEN_TONNES, HUNDRED_TONNES, KILOGRAM = 10_000, 100_000, "kg"


def each_month(facts: Facts, lang: str) -> str:
    """ "T6: 87,5 tấn, T7: 62,5 tấn"; of many months those that are nearly the same together: "T11–T1: chừng
    4,74 tấn mỗi tháng, T2: 773 kg"."""
    told = []
    for months, values in _alike(facts["by_month"]):
        told.append(f"{span(months, lang)}: {_of_each(values, facts, lang)}")
    return ", ".join(told)


def _alike(rows: Sequence[tuple[int, float]]) -> list[tuple[list[int], list[float]]]:
    """Months with their amounts; where there are many, those in a row that hardly differ together."""
    found: list[tuple[list[int], list[float]]] = []
    for month, value in rows:
        months, values = found[-1] if found else ([], [])
        follows = months and month == months[-1] % YEAR + 1
        if len(rows) > FEW and follows and max(*values, value) <= min(*values, value) * HARDLY_APART:
            months.append(month)
            values.append(value)
        else:
            found.append(([month], [value]))
    return found


def _of_each(values: list[float], facts: Facts, lang: str) -> str:
    told = _told(sum(values) / len(values), facts, lang)
    if len(values) == 1:
        return told
    about = ("chừng ", "about ") if min(values) < max(values) else ("", "")
    return choose(lang, f"{about[0]}{told} mỗi tháng", f"{about[1]}{told} a month")


def least(facts: Facts, lang: str) -> str:
    """ "ít nhất 62,5 tấn": what there is in each month."""
    values = [value for _, value in facts["by_month"]]
    told = _told(min(values), facts, lang)
    return told if len(values) == 1 else choose(lang, f"ít nhất {told}", f"at least {told}")


def least_share(facts: Facts) -> float:
    """What of its need the month is met in that has the least for it."""
    needs = _needs(facts)
    return min(value / needs[month] if needs[month] else 1.0 for month, value in facts["by_month"])


def covers(facts: Facts, lang: str) -> str:
    """ "tháng nào cũng đủ, dư ít nhất 2,5 tấn"."""
    needs = _needs(facts)
    spare = min(value - needs[month] for month, value in facts["by_month"])
    if len(facts["by_month"]) == 1:
        vi, en = "đủ hàng", "enough"
    else:
        vi, en = "tháng nào cũng đủ", "enough in each month"
    if spare <= 0:
        return choose(lang, vi, en)
    told = _told(spare, facts, lang)
    least = ("", "") if len(facts["by_month"]) == 1 else ("ít nhất ", "at least ")
    return choose(lang, f"{vi}, dư {least[0]}{told}", f"{en}, {least[1]}{told} to spare")


def part(facts: Facts, lang: str) -> str:
    """ "được 89 %, thiếu 17,5 tấn T7"."""
    needs = _needs(facts)
    lacks = [(month, needs[month] - value) for month, value in facts["by_month"] if value < needs[month]]
    each = [(_of_each(values, facts, lang), span(months, lang)) for months, values in _alike(lacks)]
    listed = ", ".join(f"{lack} {months}" for lack, months in each)
    share = part_of(facts.get("fill"), lang)
    return choose(lang, f"được {share}, thiếu {listed}", f"{share} of it, short of {listed}")


def _needs(facts: Facts) -> dict[int, float]:
    """The need of each month; of one that a season only touches that of its days."""
    whole, parts = float(facts["need_month"]), dict(facts.get("need_parts") or ())
    return {month: float(parts.get(month, whole)) for month, _ in facts["by_month"]}


def _told(value: float, facts: Facts, lang: str) -> str:
    if facts.get("unit") != KILOGRAM:
        return amount(value, facts.get("unit"), lang)
    places = 2 if value < TEN_TONNES else 1 if value < HUNDRED_TONNES else 0
    return weighed(value, places, lang)
