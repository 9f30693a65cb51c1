"""Reasons about papers, invoice, market, terms and preferences."""

from __future__ import annotations

from matchmaker.wording.labels import label
from matchmaker.wording.months import span
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons.phrases import (
    Facts,
    Teller,
    choose,
    listed,
    paper,
    papers,
    quoted,
)
from matchmaker.wording.reasons.vetoes import VETOES, market_name


def _papers_complete(facts: Facts, lang: str) -> str:
    held = papers(facts.get("held"), lang)
    months = span(facts.get("months") or (), lang)
    unsaid = listed(facts.get("expiry_unsaid"), lang)
    note = choose(lang, f"; chưa thấy hạn của {unsaid}", f"; no expiry given for {unsaid}") if unsaid else ""
    bill = _invoice(facts, lang)
    if not held:
        return choose(lang, f"Không đòi giấy tờ nào thêm{bill}.", f"No paper is required{bill}.")
    return choose(
        lang,
        f"Đủ giấy bên mua cần cho {months}: {held}{bill}{note}.",
        f"All papers for {months}: {held}{bill}{note}.",
    )


def _invoice(facts: Facts, lang: str) -> str:
    if not facts.get("invoices_accepted") or not facts.get("invoice"):
        return ""
    name = label("invoice", facts["invoice"], lang)
    return f", {name[0].lower()}{name[1:]}"


def _papers_lapse(facts: Facts, lang: str) -> str:
    rows = facts.get("lapsing") or []
    said = [_lapse(row, lang) for row in rows]
    wanted = span(facts.get("months") or (), lang)
    return choose(
        lang,
        f"{'; '.join(said)} (cần {wanted}): phải gia hạn trước đó.",
        f"{'; '.join(said)} (needed for {wanted}): must be renewed before.",
    )


def _lapse(row: Facts, lang: str) -> str:
    name, until, months = paper(row["code"], lang), day(row["expires"], lang), span(row["covers"], lang)
    return choose(
        lang,
        f"{name} hết hạn {until}, chỉ dùng được cho {months}",
        f"{name} expires {until} and covers only {months}",
    )


def _invoice_unsaid(facts: Facts, lang: str) -> str:
    wanted = " / ".join(label("invoice", code, lang) for code in facts.get("invoices_accepted") or ())
    return choose(
        lang,
        f"Bên mua cần {wanted}, bên bán chưa nói có hóa đơn không: phải hỏi trước khi giới thiệu.",
        f"The buyer needs: {wanted}; the producer has not said: ask before introducing.",
    )


def _market_unknown(facts: Facts, lang: str) -> str:
    market, product = market_name(facts.get("market"), lang), quoted(facts.get("product"), lang)
    return choose(
        lang,
        f"Chưa rõ thị trường {market} có mở cho {product} không: cần tra lại.",
        f"It is not known whether {market} takes {product}: check first.",
    )


def _nothing_required(facts: Facts, lang: str) -> str:
    return choose(
        lang,
        f"Bên mua không đòi giấy tờ nào cho {quoted(facts.get('product'), lang)}: không vướng thủ tục.",
        f"The buyer requires no paper for {quoted(facts.get('product'), lang)}: nothing stands in the way.",
    )


def _terms(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        return choose(lang, vi, en).format(terms=_buyer_terms(facts, lang))

    return tell


def _buyer_terms(facts: Facts, lang: str) -> str:
    said = []
    if facts.get("payment_days") is not None:
        value = number(facts["payment_days"], lang)
        said.append(choose(lang, f"trả tiền sau {value} ngày", f"payment after {value} days"))
    if facts.get("discount_pct") is not None:
        value = number(facts["discount_pct"], lang, 1)
        said.append(choose(lang, f"chiết khấu {value} %", f"{value} % discount"))
    if facts.get("returns"):
        said.append(choose(lang, "được trả hàng", "returns"))
    if facts.get("consignment"):
        said.append(choose(lang, "ký gửi", "consignment"))
    return ", ".join(said) or choose(lang, "không có điều kiện riêng", "no terms of its own")


def _preferred(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        return choose(lang, vi, en).format(
            have=listed(facts.get("have"), lang) or choose(lang, "không có", "none"),
            lack=listed(facts.get("lack"), lang),
            extra=_extra(facts, lang),
        )

    return tell


def _extra(facts: Facts, lang: str) -> str:
    said = []
    if facts.get("stars"):
        said.append(choose(lang, f"OCOP {facts['stars']} sao", f"OCOP {facts['stars']} stars"))
    if facts.get("origin"):
        said.append(choose(lang, "có chỉ dẫn địa lý", "a geographical indication"))
    return ", ".join(said)


REASONS: dict[str, Teller] = {
    "papers_complete": _papers_complete,
    "papers_lapse": _papers_lapse,
    "papers_missing": VETOES["missing_cert"],
    "papers_expired": VETOES["cert_expired"],
    "invoice_refused": VETOES["no_invoice"],
    "invoice_unsaid": _invoice_unsaid,
    "market_unknown": _market_unknown,
    "nothing_required": _nothing_required,
    "terms_fit": _terms("Bên bán chịu được điều kiện: {terms}.", "The producer accepts: {terms}."),
    "terms_unsaid": _terms(
        "Bên mua đặt điều kiện: {terms}; bên bán chưa nói có chịu không: cần hỏi.",
        "The buyer asks: {terms}; the producer has not said: to be asked.",
    ),
    "terms_none": _terms("Bên mua chưa nêu điều kiện thanh toán, chiết khấu.", "The buyer names no terms."),
    "preferred_all": _preferred("Có đủ giấy bên mua ưu tiên: {have}.", "Has all that is preferred: {have}."),
    "preferred_some": _preferred(
        "Có {have}, còn thiếu {lack} bên mua ưu tiên.", "Has {have}; {lack} would be preferred too."
    ),
    "preferred_none": _preferred(
        "Bên mua ưu tiên {lack}, bên bán chưa có: đứng sau hàng có giấy.",
        "{lack} would be preferred and is not there: those that have it go first.",
    ),
    "distinctions": _preferred(
        "Có {extra}: điểm cộng dù bên mua không đòi.", "Has {extra}: a plus, though not asked for."
    ),
    "plain": _preferred(
        "Không có OCOP hay chỉ dẫn địa lý còn hạn cả đợt giao để cộng điểm.",
        "No OCOP stars or geographical indication valid throughout that would be a plus.",
    ),
}
