"""Why a pair cannot be: a sentence for each veto code, with the facts of both sides."""

from __future__ import annotations

from collections.abc import Callable

from matchmaker.wording.labels import label
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons.listed import box_lacks
from matchmaker.wording.reasons.orders import below_lot, least_order, moq_too_high, wanted_lot
from matchmaker.wording.reasons.paper_vetoes import cert_expired, missing_cert
from matchmaker.wording.reasons.phrases import (
    Facts,
    amount,
    choose,
    days,
    hours_on_way,
    left_on_arrival,
    percent,
    quoted,
    said_amount,
    still_open,
)
from matchmaker.wording.reasons.price import price_over
from matchmaker.wording.reasons.rhythm import rhythm
from matchmaker.wording.reasons.supply import wrong_season
from matchmaker.wording.reasons.volume_notes import peaks

FORMS = {
    "fresh": ("tươi", "fresh"),
    "dried": ("khô", "dried"),
    "frozen": ("đông lạnh", "frozen"),
    "chilled": ("cấp mát, không đông lạnh", "chilled"),
    "processed": ("chế biến", "processed"),
    "live": ("sống", "live"),
    "craft": ("đồ thủ công", "craft"),
    "plant": ("cây giống, cây cảnh", "plant"),
    "service": ("dịch vụ", "service"),
    "roasted": ("đã rang", "roasted"),
    "in_shell": ("thô, còn vỏ", "raw, in the shell"),
    "parchment": ("còn vỏ thóc", "in parchment"),
    "picked": ("quả tươi", "fresh fruit"),
    "green": ("nhân chưa rang", "unroasted"),
    "powder": ("bột", "powder"),
    "juice": ("nước ép, cô đặc", "juice or concentrate"),
    "pickled": ("muối, ngâm", "pickled"),
    "in_husk": ("thóc chưa xay", "paddy"),
    "milled": ("gạo đã xay", "milled"),
    "half_dried": ("một nắng", "half-dried"),
    "smoked": ("hun khói, gác bếp", "smoked"),
    "canned": ("đóng hộp", "canned"),
    "sweet": ("mứt", "candied"),
    "oil": ("tinh dầu", "essential oil"),
    "dressed": ("đã giết mổ", "slaughtered"),
    "prepared": ("chế biến sẵn", "prepared"),
    "unprepared": ("chưa chế biến", "not prepared"),
}
MARKETS = {
    "CN": ("Trung Quốc", "China"),
    "EU": ("châu Âu", "the European Union"),
    "US": ("Hoa Kỳ", "the United States"),
    "JP": ("Nhật Bản", "Japan"),
}


_OTHER = {"offered": "demanded", "demanded": "offered"}


def _wrong_product(facts: Facts, lang: str) -> str:
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    if facts.get("box_lacks"):
        return f"{box_lacks(facts, lang)}."
    return choose(
        lang,
        f"{offered} không phải {demanded} bên mua cần: không ghép được.",
        f"{offered} is not the {demanded} wanted: no match.",
    )


def _wrong_form(facts: Facts, lang: str) -> str:
    offered = quoted(facts.get("offered_item") or facts.get("offered"), lang)
    demanded = quoted(facts.get("demanded_item") or facts.get("demanded"), lang)
    if facts.get("parts"):
        has, wants = facts["parts"]
        return choose(
            lang,
            f"{offered} là {has}, bên mua cần {wants} ({demanded}): không thay được.",
            f"{offered} is {_parts(has)}, {_parts(wants)} is wanted ({demanded}): it cannot stand in.",
        )
    one, other = _form(facts, "offered", lang), _form(facts, "demanded", lang)
    other = f" ({facts['forms_asked']})" if other and facts.get("forms_asked") else other
    also = _turned_away(facts, lang)
    if also and not (one and other):
        return choose(lang, f"{offered} không nhận được{also}.", f"{offered} is not taken{also}.")
    also = also.replace(":", ";", 1)
    if facts.get("species"):
        has, wants = facts["species"]
        also += choose(lang, f"; cũng khác giống ({has}, cần {wants})", f"; {has} and not {wants} too")
    if facts.get("must_freeze") and not also:
        return choose(
            lang,
            f"{offered}{one} khác dạng với {demanded}{other}: phải cấp đông mới giao được.",
            f"{offered}{one} is another form than {demanded}{other}: to be frozen first.",
        )
    return choose(
        lang,
        f"{offered}{one} khác dạng với {demanded}{other}: không thay được{also}.",
        f"{offered}{one} is another form than {demanded}{other}: it cannot stand in{also}.",
    )


def _turned_away(facts: Facts, lang: str) -> str:
    """What the buyer writes that he will not have, and the seller says that it is."""
    if not facts.get("refused_form"):
        return ""
    clause, words = (quoted(each, lang) for each in facts["refused_form"])
    if words in (quoted(facts.get(name), lang) for name in ("offered_item", "offered")):  # quoted already
        return choose(lang, f": bên mua ghi {clause}", f": the buyer writes {clause}")
    return choose(
        lang,
        f": bên mua ghi {clause}, bên bán ghi {words}",
        f": the buyer writes {clause}, the seller {words}",
    )


_PARTS = {
    "lá": "the leaf",
    "hoa": "the flower",
    "rễ": "the root",
    "thân": "the stem",
    "khô": "dried",
    "tươi": "fresh",
    "hàng nguyên trái": "whole fruit",
    "cơm đã tách": "the pulp",
    "hàng nguyên con": "sold whole",
    "thịt đã cắt lọc": "cut fillets",
    "hoa cắt cành": "cut flowers",
    "hoa trồng chậu": "potted flowers",
    "hạt còn vỏ": "the nut in its shell",
    "nhân đã tách vỏ": "the shelled kernel",
}


def _parts(vi: str) -> str:
    """The parts of a plant and their states in English: "hoa khô"."""
    return ", ".join(
        _PARTS.get(each) or " ".join(_PARTS.get(word, word) for word in each.split())
        for each in vi.split(", ")
    )


# Goods that are roasted as beans or kernels; roasted pepper was dried before.
_KERNELS = ("coffee", "cashew", "macadamia", "peanut", "almond", "walnut", "pistachio", "cacao", "hazelnut")


def _form(facts: Facts, side: str, lang: str) -> str:
    form, other = (str(facts.get(f"{each}_form")) for each in (side, _OTHER[side]))
    kind = facts.get(f"{side}_kind")
    unroasted = form == "dried" and other == "roasted" and (not kind or str(kind).startswith(_KERNELS))
    pair = FORMS.get("green" if unroasted else form)
    same = facts.get("offered_form") == facts.get("demanded_form")
    if not pair or same:
        return ""
    usual = choose(lang, "thường là ", "usually ") if facts.get(f"{side}_form_unsaid") else ""
    return f" ({usual}{choose(lang, *pair)})"


def _market_closed(facts: Facts, lang: str) -> str:
    market = market_name(facts.get("market"), lang)
    checked = facts.get("market_checked_on")
    note = (
        choose(lang, f" (tra ngày {day(checked, lang)})", f" (checked {day(checked, lang)})")
        if checked
        else ""
    )
    since = facts.get("market_since") if facts.get("market_open") else None
    until = facts.get("market_until") if facts.get("market_open") else None
    if until:
        return choose(
            lang,
            f"{market} chỉ nhận {quoted(facts.get('product'), lang)} đến {day(until, lang)}{note}.",
            f"{market} takes {quoted(facts.get('product'), lang)} only until {day(until, lang)}{note}.",
        )
    if since:
        return choose(
            lang,
            f"{market} chỉ nhận {quoted(facts.get('product'), lang)} từ {day(since, lang)}: sau đợt giao.",
            f"{market} takes {quoted(facts.get('product'), lang)} only from {day(since, lang)}: too late.",
        )
    return choose(
        lang,
        f"Thị trường {market} chưa mở cho {quoted(facts.get('product'), lang)}{note}: không xuất được.",
        f"{market} does not take {quoted(facts.get('product'), lang)}{note}: it cannot be exported.",
    )


def market_name(code: object, lang: str) -> str:
    """The country or union that a market code stands for."""
    return choose(lang, *MARKETS.get(str(code), (str(code), str(code))))


def _cannot_reach(facts: Facts, lang: str) -> str:
    if "shelf" not in facts:
        origin, destination = facts.get("origin"), facts.get("destination")
        return choose(
            lang,
            f"Không có tuyến chở hàng từ {origin} đến {destination}: không giao được.",
            f"No freight goes from {origin} to {destination}: it cannot be delivered.",
        )
    shelf = days(facts.get("shelf"), lang)
    if facts.get("left") is None:  # the way is not known, and need not be
        wanted = days(facts.get("wanted"), lang)
        return choose(
            lang,
            f"Chỉ để được {shelf}, bên mua cần còn {wanted} khi tới: gần mấy cũng không kịp.",
            f"Keeps {shelf} only, {wanted} wanted on arrival: too short however near.",
        )
    transit = hours_on_way(facts, lang)
    left, wanted = left_on_arrival(facts, lang), days(facts.get("wanted"), lang)
    if "left_low" not in facts or facts["left_high"] <= 0:
        left = days(max(facts.get("left") or 0, 0), lang)
    if left == wanted:  # the difference is smaller than what is printed
        left = choose(lang, f"chưa đến {left}", f"less than {left}")
    elif (facts.get("left_high") or 0) >= (facts.get("wanted") or 0):  # on the fastest way alone
        left += choose(lang, " tùy đường nhanh chậm", " as the way goes")
    how = f" ({label('storage', facts['storage'], lang)})" if facts.get("storage") else ""
    if not facts.get("wanted"):  # nothing but that they are there before they spoil
        vi = f"Để được {shelf}{how}, đi mất {transit}, tới nơi còn {left}: không kịp."
        return choose(
            lang, vi, f"Keeps {shelf}{how}, {transit} on the way, only {left} left on arrival: too late."
        )
    return choose(
        lang,
        f"Để được {shelf}{how}, đi mất {transit}, tới nơi còn {left}, bên mua cần còn {wanted}: không kịp.",
        f"Keeps {shelf}{how}, {transit} on the way, only {left} left on arrival, {wanted} wanted: too late.",
    )


def invoices(facts: Facts, lang: str) -> str:
    """The invoices that the buyer accepts, as said in the middle of a sentence."""
    accepted = list(facts.get("invoices_accepted") or ())
    said = []
    if {"HDDT", "HDDT_MTT"} <= set(accepted):
        said.append(
            choose(
                lang,
                "hóa đơn điện tử (thường hoặc từ máy tính tiền)",
                "an electronic invoice (of either kind)",
            )
        )
        accepted = [code for code in accepted if code not in ("HDDT", "HDDT_MTT")]
    for code in accepted:
        name = label("invoice", code, lang)
        name = f"{name[0].lower()}{name[1:]}"
        article = "an" if name[0] in "aeiou" else "a"
        said.append(choose(lang, name, f"{article} {name}"))
    return choose(lang, " hoặc ", " or ").join(said)


def _no_invoice(facts: Facts, lang: str) -> str:
    has, wanted = str(facts.get("invoice")), invoices(facts, lang)
    if has == "HDDT_MTT" and "HDDT" in (facts.get("invoices_accepted") or ()):
        return choose(
            lang,
            f"Bên bán xuất hóa đơn điện tử từ máy tính tiền, bên mua ghi chỉ nhận {wanted}: khác loại.",
            f"The producer issues electronic invoices from a cash register, the buyer takes only {wanted}: "
            "another kind.",
        )
    own = {
        "KHONG": ("Bên bán không xuất được hóa đơn", "The producer issues no invoice"),
        "BANG_KE": ("Bên bán chỉ có bảng kê thu mua", "The producer has a purchase list only"),
    }.get(
        has, (f"Bên bán chỉ có {label('invoice', has, lang)}", f"The producer: {label('invoice', has, lang)}")
    )
    return choose(
        lang,
        f"{own[0]}, bên mua cần {wanted}: bên mua không hạch toán được.",
        f"{own[1]}; the buyer needs {wanted}: it cannot book the purchase.",
    )


def _volume_too_small(facts: Facts, lang: str) -> str:
    have, need = _own_words(facts, "supply", lang), _own_words(facts, "need", lang)
    if facts.get("below_lot"):
        return below_lot(facts, lang)
    fill = percent(facts.get("fill"), lang)
    if facts.get("fill_at_most") is not None:  # in units that convert within bounds
        most = percent(facts["fill_at_most"], lang)
        fill = choose(lang, f"nhiều nhất {most}", f"{most} at most")
    if gone := facts.get("kept"):
        kept = amount(gone, facts.get("unit"), lang)
        left = amount(facts.get("supply"), facts.get("unit"), lang)
        return choose(
            lang,
            f"Có {have} nhưng {kept} đã giữ hoặc hứa cho đơn khác, còn {left}, cần {need} ({fill}): quá ít.",
            f"Has {have}, but {kept} are held or promised for other orders: {left} left, {need} needed "
            f"({fill}): too little.",
        )
    tail = f"{least_order(facts, lang)}{wanted_lot(facts, lang)}{peaks(facts, lang)}"
    return choose(
        lang,
        f"Chỉ có {have}, cần {need} ({fill}) và bên mua không nhận gộp: quá ít.{tail}",
        f"Has only {have}, {need} needed ({fill}), and pooled goods are refused: too little.{tail}",
    )


def _own_words(facts: Facts, side: str, lang: str) -> str:
    """An amount as its record says it, else as it is compared."""
    name = "unit" if side == "supply" else "need_unit"
    return said_amount(facts, side, lang) or amount(facts.get(side), facts.get(name), lang)


def _terms_refused(facts: Facts, lang: str) -> str:
    said = []
    for term in facts.get("refused") or ():
        if term == "payment":
            asked, most = number(facts.get("payment_days"), lang), number(facts.get("max_payment_days"), lang)
            vi = f"bên mua trả sau {asked} ngày, bên bán chịu tối đa {most} ngày"
            said.append(choose(lang, vi, f"payment after {asked} days, the producer can wait {most}"))
        elif term == "discount":
            asked, most = (
                number(facts.get("discount_pct"), lang, 1),
                number(facts.get("max_discount_pct"), lang, 1),
            )
            vi = f"bên mua đòi chiết khấu {asked} %, bên bán chịu tối đa {most} %"
            said.append(choose(lang, vi, f"{asked} % discount asked, the producer gives {most} %"))
        elif term == "returns":
            said.append(
                choose(lang, "bên mua đòi trả hàng, bên bán không nhận lại", "returns asked, not accepted")
            )
        else:
            said.append(
                choose(lang, "bên mua đòi ký gửi, bên bán không chịu", "consignment asked, not accepted")
            )
    text = "; ".join(said)
    figures = {"payment": facts.get("payment_days"), "discount": facts.get("discount_pct")}
    still = still_open({name: figures.get(name) for name in facts.get("unanswered") or ()}, lang)
    return choose(
        lang,
        f"{text[:1].upper()}{text[1:]}: chưa hợp nhau{still}{rhythm(facts, lang)}.",
        f"{text[:1].upper()}{text[1:]}: no agreement{still}{rhythm(facts, lang)}.",
    )


VETOES: dict[str, Callable[[Facts, str], str]] = {
    "wrong_product": _wrong_product,
    "wrong_form": _wrong_form,
    "market_closed": _market_closed,
    "missing_cert": missing_cert,
    "cert_expired": cert_expired,
    "wrong_season": wrong_season,
    "cannot_reach": _cannot_reach,
    "no_invoice": _no_invoice,
    "moq_too_high": moq_too_high,
    "volume_too_small": _volume_too_small,
    "price_over": price_over,
    "terms_refused": _terms_refused,
}
