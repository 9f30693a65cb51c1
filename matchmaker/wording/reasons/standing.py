"""By when the two sides must agree: until when an offer and a demand stand, and goods can be got ready."""

from __future__ import annotations

from matchmaker.wording.months import short
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, choose


def standing(facts: Facts, lang: str) -> list[str]:
    """Until when an offer and a demand stand, with the one day that binds: the soonest of them, or the one
    after which goods that take time to get ready miss the first day of delivery."""
    notes, until = [], []
    for name, vi, en in (("", "lời chào", "the offer"), ("demand_", "nhu cầu", "the demand")):
        if facts.get(f"{name}lapsed"):
            lapsed = day(facts[f"{name}lapsed"], lang)
            vi, en = f"{vi} đã hết hạn {lapsed}, phải hỏi còn không", f"{en} lapsed on {lapsed}: ask first"
            notes.append(choose(lang, vi, en))
        elif last := facts.get(f"{name}stands_until"):
            until.append((str(last), choose(lang, vi, en)))
    told = {last: day(last, lang) for last, _ in until}
    vi = " và ".join(f"{who} đến {told[last]}" for last, who in until)
    en = " and ".join(f"{who} until {told[last]}" for last, who in until)
    if ready := _to_be_ready(facts):
        first, by = _first(facts, lang), day(ready, lang)
        vi = f"muốn giao {first} phải chốt chậm nhất {by}" + (f", dù {vi} mới hết hiệu lực" if vi else "")
        en = f"for delivery {first} agree by {by}" + (f", even with {en}" if en else "")
        notes.append(choose(lang, vi, en))
    elif len(until) == 1:
        (last, who), *_ = until
        vi = f"phải chốt chậm nhất {told[last]}, ngày {who} hết hiệu lực"
        notes.append(choose(lang, vi, f"{who} stands until {told[last]}: to be agreed by then"))
    elif until:
        first = told[min(told)]
        vi, en = f"{vi} còn hiệu lực, phải chốt chậm nhất {first}", f"{en} stand: to be agreed by {first}"
        notes.append(choose(lang, vi, en))
    return notes


def to_be_agreed(facts: Facts, lang: str) -> str:
    """ "phải chốt chậm nhất 11/12/2026 để giao từ 21/12/2026": the same day in the one line."""
    if ready := _to_be_ready(facts):
        by, first = day(ready, lang), _first(facts, lang)
        vi = f"phải chốt chậm nhất {by} để giao {first}"
        return choose(lang, vi, f"to be agreed by {by} for delivery {first}")
    if not facts.get("stands_shortly"):
        return ""
    until = day(min(_ends(facts)), lang)
    return choose(lang, f"phải chốt chậm nhất {until}", f"to be agreed by {until}")


def _first(facts: Facts, lang: str) -> str:
    """ "từ 21/12/2026", "kịp T12": what an agreement by that day is in time for."""
    if month := facts.get("first_month"):
        return choose(lang, f"kịp {short(month, lang)}", f"in {short(month, lang)}")
    first = day(facts["first_wanted"], lang)
    return choose(lang, f"từ {first}", f"from {first}")


def _ends(facts: Facts) -> list[str]:
    return [str(facts[name]) for name in ("stands_until", "demand_stands_until") if facts.get(name)]


def _to_be_ready(facts: Facts) -> str:
    """The day by which a deal lets the goods be ready in time, where that is sooner than both sides stand."""
    ready = str(facts.get("agreed_by") or "")
    return ready if ready and ready < min(_ends(facts), default="9") else ""
