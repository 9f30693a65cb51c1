"""Reasons about the way, freshness and price."""

from __future__ import annotations

from matchmaker.wording.labels import label
from matchmaker.wording.numbers import money, number
from matchmaker.wording.reasons.phrases import (
    Facts,
    Teller,
    choose,
    days,
    per_unit,
    quoted,
)
from matchmaker.wording.reasons.vetoes import VETOES


def _route(facts: Facts, lang: str) -> str:
    km, hours = number(facts.get("km"), lang), _range(facts, "hours", lang)
    cost = _range(facts, "freight", lang)
    ferry = choose(lang, ", có đoạn đi tàu phà", ", partly by boat") if facts.get("ferry") else ""
    rough = (
        choose(lang, " (ước theo đường chim bay)", " (estimated as the crow flies)")
        if facts.get("fallback")
        else ""
    )
    way = f"{facts.get('origin')} – {facts.get('destination')}: {km} km{rough}{ferry}"
    return choose(
        lang,
        f"{way}, đi {hours} giờ, cước ước {cost} đ/kg.",
        f"{way}, {hours} hours, freight about VND {cost} a kg.",
    )


def _range(facts: Facts, name: str, lang: str) -> str:
    low, high = number(facts.get(f"{name}_low"), lang), number(facts.get(f"{name}_high"), lang)
    return low if low == high else f"{low}–{high}"


def _place_unknown(facts: Facts, lang: str) -> str:
    side = choose(lang, "nơi giao hàng", "place of delivery")
    name = facts.get("destination")
    if not facts.get("origin_known"):
        side, name = choose(lang, "nơi lấy hàng", "place of origin"), facts.get("origin")
    named = f" ({quoted(name, lang)})" if name else ""
    return choose(
        lang,
        f"Chưa xác định được {side}{named}: chưa tính được đường đi và cước.",
        f"The {side}{named} is not known: no route or freight yet.",
    )


def _fresh(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        source = (
            choose(lang, " (theo bảng sản phẩm)", " (by the product table)")
            if facts.get("from_table")
            else ""
        )
        return choose(lang, vi, en).format(
            shelf=days(facts.get("shelf"), lang) + source,
            transit=days(facts.get("transit"), lang),
            left=days(facts.get("left"), lang),
            wanted=days(facts.get("wanted"), lang),
        )

    return tell


def _price(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        return choose(lang, vi, en).format(
            price=_price_range(facts, lang),
            basis=label("price_basis", str(facts.get("basis")), lang),
            ceiling=money(facts.get("ceiling"), lang) + per_unit(facts.get("ceiling_unit"), lang),
            ceiling_basis=label("price_basis", str(facts.get("ceiling_basis")), lang),
            carriage=_carriage(facts, lang),
            asked=_asked(facts, lang),
            why=_live(facts, lang),
        )

    return tell


def _live(facts: Facts, lang: str) -> str:
    if not facts.get("live_against_meat"):
        return ""
    return choose(
        lang, "; cân hơi khác cân thịt, cần hỏi lại", "; live weight is not meat weight, to be asked"
    )


def _asked(facts: Facts, lang: str) -> str:
    text = ""
    if facts.get("basis_assumed"):
        text += choose(lang, "; cần hỏi rõ giá tại đâu", "; ask where the price is taken")
    if facts.get("unit_assumed"):
        text += choose(lang, "; cần hỏi rõ giá theo đơn vị nào", "; ask what unit the price is for")
    return text


def _price_range(facts: Facts, lang: str) -> str:
    low, high = facts.get("price_low"), facts.get("price_high")
    text = (
        money(low, lang) if low == high else f"{number(low, lang)}–{money(high, lang).removeprefix('VND ')}"
    )
    return text + per_unit(facts.get("unit"), lang)


def _carriage(facts: Facts, lang: str) -> str:
    low, high = facts.get("carriage_low") or 0, facts.get("carriage_high") or 0
    if not low and not high:
        return ""
    text = f"{number(abs(low), lang)}–{number(abs(high), lang)}"
    word = choose(lang, "cước", "freight")
    sign = choose(lang, "cộng", "plus") if high > 0 else choose(lang, "trừ", "less")
    return f" {sign} {word} {text} đ" if lang == "vi" else f" {sign} {word} VND {text}"


REASONS: dict[str, Teller] = {
    "route": _route,
    "place_unknown": _place_unknown,
    "no_way": VETOES["cannot_reach"],
    "fresh_enough": _fresh(
        "Để được {shelf}, đi mất {transit}, còn {left} khi tới, bên mua cần {wanted}: kịp.",
        "Keeps {shelf}, {transit} on the way, {left} left on arrival, {wanted} wanted: in time.",
    ),
    "fresh_tight": _fresh(
        "Để được {shelf}, đi mất {transit}, còn {left} khi tới, bên mua cần {wanted}: sát, dễ lỡ.",
        "Keeps {shelf}, {transit} on the way, {left} left on arrival, {wanted} wanted: tight.",
    ),
    "fresh_short": VETOES["cannot_reach"],
    "shelf_unsaid": _fresh(
        "Chưa rõ hàng để được bao lâu, đi mất {transit}, bên mua cần còn {wanted}: phải hỏi lại.",
        "Shelf life not known, {transit} on the way, {wanted} wanted on arrival: to be asked.",
    ),
    "transit_unknown": _fresh(
        "Để được {shelf} nhưng chưa tính được thời gian đi, bên mua cần còn {wanted}.",
        "Keeps {shelf}, but the time on the way is not known; {wanted} wanted on arrival.",
    ),
    "keeps": _fresh(
        "Để được {shelf}, đi mất {transit}: không lo hạn dùng.",
        "Keeps {shelf}, {transit} on the way: no worry.",
    ),
    "travels_live": _fresh(
        "Hàng sống, đi mất {transit}: cần xe chở hàng sống và kiểm dịch.",
        "Live goods, {transit} on the way: a fit lorry and animal health papers are needed.",
    ),
    "price_under": _price(
        "Giá {price} {basis}{carriage}, bên mua trả tối đa {ceiling} {ceiling_basis}: trong mức{asked}.",
        "{price} {basis}{carriage}; the buyer pays up to {ceiling} {ceiling_basis}: within it{asked}.",
    ),
    "price_range_over": _price(
        "Giá {price} {basis}{carriage}, bên mua trả tối đa {ceiling} {ceiling_basis}: "
        "phải lấy mức giá thấp{asked}.",
        "{price} {basis}{carriage}; the buyer pays up to {ceiling} {ceiling_basis}: "
        "only the lower end fits{asked}.",
    ),
    "price_over": VETOES["price_over"],
    "price_unsaid": _price(
        "Bên bán chưa nói giá, bên mua trả tối đa {ceiling}: phải hỏi lại.",
        "No price given; the buyer pays up to {ceiling}: to be asked.",
    ),
    "ceiling_unsaid": _price(
        "Giá {price} {basis}, bên mua chưa nêu giá trần: hai bên thỏa thuận.",
        "{price} {basis}; the buyer names no ceiling: to be agreed.",
    ),
    "price_units_differ": _price(
        "Bán {price}, mua {ceiling}: khác đơn vị nên chưa so được giá{why}.",
        "Sold at {price}, bought at {ceiling}: different units, not comparable{why}.",
    ),
    "freight_unknown": _price(
        "Giá {price} {basis}, bên mua trả tối đa {ceiling} {ceiling_basis}: chưa tính được cước.",
        "{price} {basis}, the buyer pays up to {ceiling} {ceiling_basis}: freight not counted.",
    ),
}
