"""Reasons about supply: how much there is of what is needed, and when."""

from __future__ import annotations

from matchmaker.wording.months import span
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons.phrases import Facts, Teller, amount, choose, percent
from matchmaker.wording.reasons.vetoes import VETOES

PERIODS = {
    "day": ("mỗi ngày", "a day"),
    "week": ("mỗi tuần", "a week"),
    "month": ("mỗi tháng", "a month"),
    "quarter": ("mỗi quý", "a quarter"),
}


def _out_of_season(facts: Facts, lang: str) -> str:
    """Amounts of a pair without a common month: nothing of the supply falls to the need."""
    have = amount(facts.get("supply_month"), facts.get("unit"), lang)
    need = amount(facts.get("need"), facts.get("need_unit"), lang)
    return choose(
        lang,
        f"Có {have} mỗi tháng, cần {need}: hàng có ngoài các tháng cần nên chưa tính được.",
        f"Has {have} a month, {need} needed: not in the months wanted, so not counted.",
    )


def _have_and_need(facts: Facts, lang: str) -> str:
    """ "Có 60 tấn mỗi tháng (T6–T8), cần 45 tấn"; a whole need against all there is in those months."""
    monthly = bool(facts.get("monthly"))
    have = amount(facts.get("supply_month" if monthly else "supply"), facts.get("unit"), lang)
    need = amount(facts.get("need_month" if monthly else "need"), facts.get("need_unit"), lang)
    each = choose(lang, " mỗi tháng", " a month") if monthly else ""
    when = span(facts["months"], lang) if facts.get("months") else ""
    notes = ", ".join(filter(None, (_said(facts, "supply", lang) if monthly else "", when)))
    said = _said(facts, "need", lang, whole=not monthly)
    noted, asked = (f" ({text})" if text else "" for text in (notes, said))
    return choose(
        lang, f"Có {have}{each}{noted}, cần {need}{asked}", f"Has {have}{each}{noted}, {need} needed{asked}"
    )


def _said(facts: Facts, side: str, lang: str, *, whole: bool = False) -> str:
    """ "6 tấn mỗi tuần": an amount as the record says it, where what stands before it is worked out."""
    per = facts.get(f"{side}_said_per")
    if per not in PERIODS or (per == "month" and not whole):
        return ""
    said = amount(facts.get(f"{side}_said"), facts.get(f"{side}_said_unit"), lang)
    return f"{said} {choose(lang, *PERIODS[per])}"


def _volume_covers(facts: Facts, lang: str) -> str:
    if facts.get("out_of_season"):
        return _out_of_season(facts, lang)
    left = _difference(facts)
    rest = amount(left, facts.get("unit"), lang)
    have = amount(facts.get("supply_month" if facts.get("monthly") else "supply"), facts.get("unit"), lang)
    end = choose(lang, "đủ hàng", "enough") if left else choose(lang, "vừa đủ", "just enough")
    if facts.get("family"):
        end += choose(lang, " riêng loại này", " of this kind")
    if left and rest != have:  # of a large stock a small need leaves, as printed, all of it
        end += choose(lang, f", dư {rest}", f", {rest} to spare")
    if facts.get("set_aside"):
        end += choose(lang, ", nếu dành trước cho bên mua", ", if set aside for the buyer")
    return f"{_have_and_need(facts, lang)}: {end}{_period(facts, lang)}."


def _volume_part(facts: Facts, lang: str) -> str:
    if facts.get("out_of_season"):
        return _out_of_season(facts, lang)
    fill, lack = percent(facts.get("fill"), lang), amount(_difference(facts), facts.get("unit"), lang)
    end = choose(lang, f"được {fill}, thiếu {lack} phải gom thêm", f"{fill} of it, {lack} to be pooled")
    if facts.get("pooling") is False:
        end = choose(
            lang,
            f"được {fill}, thiếu {lack} mà bên mua không nhận gộp",
            f"{fill} of it, {lack} short, and pooled goods are refused",
        )
    return f"{_have_and_need(facts, lang)}: {end}{_period(facts, lang)}."


def _difference(facts: Facts) -> float:
    """What is over or short, in the base unit: a month for a monthly need."""
    monthly = facts.get("monthly")
    have = facts.get("supply_month" if monthly else "supply") or 0
    need = facts.get("need_month" if monthly else "need") or 0
    return abs(round(float(have) - float(need), 3))


def _period(facts: Facts, lang: str) -> str:
    if part := facts.get("part_of_month"):
        return choose(
            lang, f" (chỉ {part}, phải hỏi rõ mấy ngày)", f" (“{part}” only: ask for how many days)"
        )
    if not facts.get("period_assumed"):
        return ""
    return choose(lang, " (coi là cả vụ, cần hỏi lại)", " (taken as the whole supply, to be asked)")


def _volume_unsaid(facts: Facts, lang: str) -> str:
    need = amount(facts.get("need"), facts.get("need_unit"), lang)
    return choose(
        lang,
        f"Bên bán chưa nói sản lượng, bên mua cần {need}: phải hỏi lại.",
        f"The producer has not said how much, {need} needed: to be asked.",
    )


def _need_unsaid(facts: Facts, lang: str) -> str:
    have = amount(facts.get("supply_month"), facts.get("unit"), lang)
    return choose(
        lang,
        f"Có {have} mỗi tháng, bên mua chưa nói cần bao nhiêu: chưa so được lượng.",
        f"Has {have} a month, the buyer has not said how much: volumes cannot be compared.",
    )


def _volume_units_differ(facts: Facts, lang: str) -> str:
    if facts.get("supply_said_unit") and facts["supply_said_unit"] == facts.get("need_said_unit"):
        return _same_unit_weighed(facts, lang)
    have = amount(facts.get("supply_month"), facts.get("unit"), lang)
    need = amount(facts.get("need_month"), facts.get("need_unit"), lang)
    return choose(
        lang,
        f"Bán {have} mỗi tháng, mua {need} mỗi tháng: khác đơn vị nên chưa so được, cần hỏi quy đổi.",
        f"Offers {have} a month, wanted {need} a month: different units, ask what one weighs.",
    )


def _same_unit_weighed(facts: Facts, lang: str) -> str:
    """Heads on both sides, of which one side says the weight."""
    have, need = (
        amount(facts.get(f"{side}_said"), facts.get(f"{side}_said_unit"), lang)
        + f" {choose(lang, *PERIODS.get(str(facts.get(f'{side}_said_per')), ('một đợt', 'a batch')))}"
        for side in ("supply", "need")
    )
    return choose(
        lang,
        f"Bán {have}, mua {need}: chỉ một bên ghi cân nặng, phải hỏi cỡ rồi so theo đầu con.",
        f"Offers {have}, {need} wanted: only one side says the weight, ask for it and compare by count.",
    )


def _supply_and_wish(facts: Facts, lang: str) -> str:
    offered, wanted = span(facts.get("offered") or (), lang), span(facts.get("wanted") or (), lang)
    return choose(
        lang, f"Có hàng {offered}, bên mua cần {wanted}", f"In supply {offered}, wanted in {wanted}"
    )


def _season_all(facts: Facts, lang: str) -> str:
    n, tail = len(facts.get("wanted") or ()), _season_notes(facts, lang)
    end = choose(lang, f"giao đủ cả {n} tháng", f"all {n} months served")
    if n == 1:
        end = choose(lang, "giao đúng tháng cần", "the month is served")
    return f"{_supply_and_wish(facts, lang)}: {end}{tail}."


def _season_part(facts: Facts, lang: str) -> str:
    common = facts.get("common") or ()
    lacking = [month for month in facts.get("wanted") or () if month not in common]
    served, open_, tail = span(common, lang), span(lacking, lang), _season_notes(facts, lang)
    return choose(
        lang,
        f"{_supply_and_wish(facts, lang)}: giao được {served}; {open_} phải {_filled(facts, lang)}{tail}.",
        f"{_supply_and_wish(facts, lang)}: served in {served}; {_filled(facts, lang)} for {open_}{tail}.",
    )


def _filled(facts: Facts, lang: str) -> str:
    """How the months that are not served can be: goods that keep can also be set aside for them."""
    barred = facts.get("barred") or ()
    common, wanted = facts.get("common") or (), facts.get("wanted") or ()
    if barred and all(month in barred for month in wanted if month not in common):
        return choose(lang, "có giấy còn hạn hoặc tìm nguồn khác", "valid papers or another source")
    if facts.get("stored"):
        return choose(lang, "trữ hàng hoặc tìm nguồn khác", "goods set aside or another source")
    return choose(lang, "tìm nguồn khác", "another source")


def _season_unknown(facts: Facts, lang: str) -> str:
    wanted = span(facts.get("wanted") or (), lang)
    tail = _season_notes(facts, lang)
    if not facts.get("wanted"):
        return choose(
            lang,
            f"Chưa rõ tháng bên bán có hàng, bên mua cũng chưa nêu tháng nhận{tail}: phải hỏi lại.",
            f"Neither the months of supply nor those wanted are known{tail}: to be asked.",
        )
    return choose(
        lang,
        f"Cần hàng {wanted} nhưng chưa rõ tháng bên bán có hàng{tail}: phải hỏi lại.",
        f"Wanted in {wanted}, but the months of supply are not known{tail}: to be asked.",
    )


def _season_open(facts: Facts, lang: str) -> str:
    offered, tail = span(facts.get("offered") or (), lang), _season_notes(facts, lang)
    return choose(
        lang,
        f"Có hàng {offered}, bên mua chưa nêu tháng nhận{tail}: thời gian tùy thỏa thuận.",
        f"In supply {offered}; the buyer names no month{tail}: the time is open.",
    )


def _bar(facts: Facts, lang: str) -> str:
    if facts.get("barred_by_market", True):
        return choose(lang, "thiếu giấy còn hạn hoặc thị trường chưa mở", "valid paper or open market")
    return choose(lang, "giấy đã hết hạn", "valid paper")


def _season_notes(facts: Facts, lang: str) -> str:
    notes = []
    if facts.get("barred"):
        months = span(facts["barred"], lang)
        notes.append(
            choose(
                lang,
                f"{months} có hàng nhưng {_bar(facts, lang)}",
                f"in {months} there are goods, but no {_bar(facts, lang)}",
            )
        )
    for side, text in (("bán", facts.get("offered_unread")), ("mua", facts.get("wanted_unread"))):
        if text:
            notes.append(choose(lang, f"bên {side} ghi “{text}”", f"“{text}” could not be read"))
    if facts.get("ready_on"):
        ready, lead = day(facts["ready_on"], lang), number(facts.get("lead_time_days"), lang)
        notes.append(
            choose(
                lang, f"cần {lead} ngày chuẩn bị, sớm nhất {ready}", f"ready after {lead} days, on {ready}"
            )
        )
    if facts.get("calendar"):
        notes.append(
            choose(lang, "theo lịch mùa vụ, bên bán chưa nói", "by the crop calendar, not yet confirmed")
        )
    if facts.get("off_season"):
        months = span(facts["off_season"], lang)
        notes.append(
            choose(lang, f"{months} là trái vụ, cần xác minh", f"{months} is off season, to be verified")
        )
    if facts.get("lapsed"):
        until = day(facts["lapsed"], lang)
        notes.append(choose(lang, f"tin đăng hết hạn {until}", f"the offer lapsed on {until}"))
    return f" ({'; '.join(notes)})" if notes else ""


REASONS: dict[str, Teller] = {
    "volume_covers": _volume_covers,
    "volume_part": _volume_part,
    "volume_small": VETOES["volume_too_small"],
    "volume_unsaid": _volume_unsaid,
    "need_unsaid": _need_unsaid,
    "volume_units_differ": _volume_units_differ,
    "season_all": _season_all,
    "season_part": _season_part,
    "season_none": VETOES["wrong_season"],
    "season_unknown": _season_unknown,
    "season_open": _season_open,
}
