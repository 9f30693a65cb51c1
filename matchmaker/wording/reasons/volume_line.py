"""What the one line adds to an amount: the conditions on which the reason says that it holds."""

from __future__ import annotations

from matchmaker.wording.months import short, span
from matchmaker.wording.reasons.by_month import least_share
from matchmaker.wording.reasons.phrases import Facts, choose, percent, sizes
from matchmaker.wording.reasons.volume_notes import loads_open
from scoring.horizon import YEAR

AMPLE = 1.1  # times the need: so much is enough however it falls to the months
PACKS = 2  # sizes, of which one is that of the other side


def conditions(facts: Facts, lang: str) -> str:
    """ ", nếu dành trước", ", coi mỗi tháng một đợt"; "" where the amount stands on its own."""
    told = []
    if part := facts.get("part_of_month"):
        told.append(choose(lang, f"chỉ {part}", f"“{part}” only"))
    elif "batch" in (facts.get("supply_said_per"), facts.get("need_said_per")):
        told.append(choose(lang, "coi mỗi tháng một đợt", "taken as one load a month"))
    elif facts.get("supply_several"):
        told.append(choose(lang, "mới tính lượng đầu", "of the first amount"))
    if n := facts.get("gathered"):
        told.append(choose(lang, f"gom {n} tháng một lần giao", f"{n} months gathered a delivery"))
    if loads_open(facts):
        told.append(choose(lang, "tính số cân cho mỗi chuyến hàng", "the weight counted for each load"))
    if (since := facts.get("sold_from")) and not facts.get("set_aside"):
        first = short(since, lang)
        vi, en = f"nếu từ {first} chưa bán nhiều", f"if not much is sold since {first}"
        told.append(choose(lang, vi, en))
    if packed := _packed(facts, lang):
        told.append(packed)
    if all_for := _all_for(facts, lang):
        told.append(all_for)
    elif facts.get("set_aside") or (facts.get("stock_of") and (facts.get("fill") or 0) < 1):
        told.append(choose(lang, "nếu dành trước", "if set aside"))
    return "".join(f", {each}" for each in told)


def rough(facts: Facts) -> bool:
    """Whether an amount is reckoned by what nobody says: that it is the whole, or comes evenly."""
    return bool(facts.get("period_assumed") or facts.get("even_over") or facts.get("even_months"))


def enough(facts: Facts) -> tuple[str, str]:
    """ "đủ lượng"; of what is hardly more than the need, and goes by what nobody says, on which condition."""
    fill = least_share(facts) if facts.get("by_month") else facts.get("fill") or 0
    if not rough(facts) or fill >= AMPLE:
        return "đủ lượng", "enough"
    if facts.get("even_over") or facts.get("even_months"):
        return "đủ lượng nếu chia đều", "enough if it comes evenly"
    return "chừng đủ lượng", "roughly enough"


def set_aside_for(facts: Facts, lang: str) -> str:
    """ "nếu dành tất cả cho T1 và đến T1 đã có đủ": as ``_all_for``, and by when it must all be there where
    more comes in after the months wanted."""
    told = _all_for(facts, lang)
    if told and facts["months"][-1] % YEAR + 1 in facts["stock_of"] and len(facts["stock_of"]) < YEAR:
        by = span([facts["months"][-1]], lang)
        told += choose(lang, f" và đến {by} đã có đủ", f" and there by {by}")
    return told


def _all_for(facts: Facts, lang: str) -> str:
    """ "nếu dành tất cả cho T1": of a whole less than the need and of more months than those wanted."""
    if not facts.get("stock_of") or not facts.get("months") or (facts.get("fill") or 0) >= 1:
        return ""
    served = span(facts["months"], lang)
    return choose(lang, f"nếu dành tất cả cho {served}", f"if all is set aside for {served}")


def _packed(facts: Facts, lang: str) -> str:
    """That the goods must be packed in another size for the figure to hold."""
    each = list(facts.get("sizes") or ())
    if len(each) == PACKS and each[0]["unit"] == each[1]["unit"] and each[0]["low"] != each[1]["low"]:
        return choose(lang, "nếu đóng gói lại", "if repacked")
    if len(each) == 1 and each[0].get("side") == "need":
        return choose(lang, f"nếu đóng {sizes(facts, lang)}", f"if packed as {sizes(facts, lang)}")
    return ""


def lower_end_only(facts: Facts, lang: str) -> str:
    """ "đủ mức thấp, mức cao được 83 %" of a need that is said as a range; "" where all of it is there."""
    low, high = facts.get("need_said"), facts.get("need_said_high")
    month = "_month" if facts.get("monthly") else ""
    have, need = facts.get(f"supply{month}"), facts.get(f"need{month}")
    if not low or not high or not need or have is None or have >= need * high / low:
        return ""
    share = percent(have / (need * high / low), lang)
    return choose(
        lang, f"đủ mức thấp, mức cao được {share}", f"enough for the lower end, {share} of the upper"
    )
