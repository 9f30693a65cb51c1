"""Reasons about the goods: product, volume, season."""

from __future__ import annotations

from matchmaker.wording.months import span
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons.phrases import (
    Facts,
    Teller,
    amount,
    choose,
    percent,
    product_name,
    quoted,
)
from matchmaker.wording.reasons.vetoes import VETOES


def _product(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        return choose(lang, vi, en).format(
            offered=quoted(facts.get("offered"), lang),
            demanded=quoted(facts.get("demanded"), lang),
            offered_name=product_name(facts, "offered", lang),
            demanded_name=product_name(facts, "demanded", lang),
        )

    return tell


def _volume_covers(facts: Facts, lang: str) -> str:
    have, need = amount(facts.get("supply"), facts.get("unit"), lang), _need(facts, lang)
    months = span(facts.get("months") or (), lang)
    return choose(
        lang,
        f"Có {have} ({months}), cần {need}: đủ hàng{_period(facts, lang)}.",
        f"Has {have} ({months}), {need} needed: enough{_period(facts, lang)}.",
    )


def _volume_part(facts: Facts, lang: str) -> str:
    have, need = amount(facts.get("supply"), facts.get("unit"), lang), _need(facts, lang)
    fill = percent(facts.get("fill"), lang)
    more = choose(lang, "phải gom thêm", "the rest must be pooled")
    if facts.get("pooling") is False:
        more = choose(lang, "bên mua không nhận gộp", "the buyer takes no pooled goods")
    return choose(
        lang,
        f"Có {have}, cần {need}: đáp ứng {fill}, {more}{_period(facts, lang)}.",
        f"Has {have}, {need} needed: covers {fill}; {more}{_period(facts, lang)}.",
    )


def _period(facts: Facts, lang: str) -> str:
    if not facts.get("period_assumed"):
        return ""
    return choose(lang, " (coi là cả vụ, cần hỏi lại)", " (taken as the whole supply, to be asked)")


def _volume_unsaid(facts: Facts, lang: str) -> str:
    need = _need(facts, lang)
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
    have = amount(facts.get("supply_month"), facts.get("unit"), lang)
    need = amount(facts.get("need_month"), facts.get("need_unit"), lang)
    return choose(
        lang,
        f"Bán {have} mỗi tháng, mua {need} mỗi tháng: khác đơn vị nên chưa so được, cần hỏi quy đổi.",
        f"Offers {have} a month, wanted {need} a month: different units, ask what one weighs.",
    )


def _need(facts: Facts, lang: str) -> str:
    return amount(facts.get("need"), facts.get("need_unit"), lang)


def _season_all(facts: Facts, lang: str) -> str:
    wanted = span(facts.get("wanted") or (), lang)
    tail = _season_notes(facts, lang)
    return choose(
        lang,
        f"Giao được đủ các tháng cần ({wanted}){tail}.",
        f"Delivers in every month wanted ({wanted}){tail}.",
    )


def _season_part(facts: Facts, lang: str) -> str:
    common, wanted = span(facts.get("common") or (), lang), span(facts.get("wanted") or (), lang)
    tail = _season_notes(facts, lang)
    return choose(
        lang,
        f"Chỉ giao được {common} trong các tháng cần {wanted}: thiếu hàng các tháng còn lại{tail}.",
        f"Delivers only in {common} of the months wanted {wanted}: the others stay open{tail}.",
    )


def _season_unknown(facts: Facts, lang: str) -> str:
    wanted = span(facts.get("wanted") or (), lang)
    tail = _season_notes(facts, lang)
    if not facts.get("wanted"):
        return choose(
            lang, f"Chưa rõ tháng bên bán có hàng{tail}.", f"The months of supply are not known{tail}."
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


def _season_notes(facts: Facts, lang: str) -> str:
    notes = []
    for text in filter(None, (facts.get("offered_unread"), facts.get("wanted_unread"))):
        notes.append(choose(lang, f"không đọc được “{text}”", f"“{text}” could not be read"))
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
    "product_same": _product(
        "{offered} đúng là {demanded} bên mua cần.", "{offered} is the {demanded} wanted."
    ),
    "product_variety": _product(
        "{offered} là một loại {demanded_name}, đúng với {demanded} bên mua cần.",
        "{offered} is a kind of {demanded_name}, as {demanded} asks.",
    ),
    "product_generic": _product(
        "Chỉ ghi chung {offered}, bên mua cần đúng {demanded}: phải hỏi rõ giống.",
        "{offered} names no variety, {demanded} is wanted: ask which it is.",
    ),
    "product_sibling": _product(
        "{offered} là giống khác với {demanded}: xếp sau mọi lô đúng giống.",
        "{offered} is another variety than {demanded}: it ranks below every right one.",
    ),
    "product_unknown": _product(
        "{offered} giống {demanded} theo tên gọi, sản phẩm chưa có trong danh mục: cần xem lại.",
        "{offered} resembles {demanded} by name; the product is not in the list: check it.",
    ),
    "product_other_form": _product(
        "{offered} khác dạng với {demanded}: không thay được.",
        "{offered} is another form than {demanded}: it cannot stand in.",
    ),
    "product_family": _product(
        "{offered} chỉ cùng họ với {demanded}: không phải hàng cần.",
        "{offered} is only of the same family as {demanded}: not what is wanted.",
    ),
    "product_category": _product(
        "{offered} chỉ cùng nhóm hàng với {demanded}: không phải hàng cần.",
        "{offered} is only of the same group as {demanded}: not what is wanted.",
    ),
    "product_unrelated": _product("{offered} không phải {demanded}.", "{offered} is not {demanded}."),
    "product_gated": _product(
        "{offered} là thứ đi kèm, không phải chính {demanded}.",
        "{offered} goes with {demanded} and is not it.",
    ),
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
