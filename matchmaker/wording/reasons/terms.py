"""Reasons about the terms of trade: payment, discount, returns, consignment."""

from __future__ import annotations

from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.phrases import Facts, Teller, choose
from matchmaker.wording.reasons.rhythm import rhythm


def terms(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        said, still = _both_sides(facts, lang), _still_open(facts, lang)
        agreed = [term for term in said if term not in still]
        text = choose(lang, vi, en).format(terms="; ".join(agreed or said))
        if agreed and still:
            text += choose(lang, f" Cần hỏi thêm: {'; '.join(still)}.", f" To be asked: {'; '.join(still)}.")
        often = rhythm(facts, lang).removeprefix("; ")  # not said of the terms that agree
        return f"{text} {often[:1].upper()}{often[1:]}." if often else text

    return tell


def terms_unsaid(facts: Facts, lang: str) -> str:
    """What is to be asked, and beside it what both sides have said and agree on."""
    silent = ("bên bán chưa nói", "the producer has not said", "not answered")
    said = _both_sides(facts, lang)
    still = _still_open(facts, lang)
    asked = [term for term in said if term.endswith(silent) or term in still]
    agreed = [term for term in said if term not in asked]
    text = "; ".join(asked or said) + rhythm(facts, lang)
    if asked and agreed:
        text += choose(lang, f". Đã hợp: {'; '.join(agreed)}", f". Agreed: {'; '.join(agreed)}")
    return choose(lang, f"Điều kiện cần hỏi thêm: {text}.", f"Terms to be asked: {text}.")


def _both_sides(facts: Facts, lang: str, tail: bool = False) -> list[str]:
    """Each term that the buyer sets, with what the producer said to it."""
    said = []
    if facts.get("payment_days") is not None:
        asked = number(facts["payment_days"], lang)
        if not facts["payment_days"]:
            at_once = ("bên mua trả ngay khi nhận hàng", "payment on receipt")
            return [choose(lang, *at_once), *_both_sides({**facts, "payment_days": None}, lang, tail=True)]
        own = _limit(facts.get("max_payment_days"), "chờ được tối đa {} ngày", "can wait {} days", lang)
        said.append(
            choose(lang, f"bên mua trả sau {asked} ngày, {own}", f"payment after {asked} days, {own}")
        )
    said += _payment_words(facts, lang) + _ahead(facts, lang)
    if facts.get("discount_pct"):
        asked = number(facts["discount_pct"], lang, 1)
        own = _limit(facts.get("max_discount_pct"), "chịu tối đa {} %", "gives up to {} %", lang)
        said.append(choose(lang, f"chiết khấu {asked} %, {own}", f"{asked} % discount, {own}"))
    for term, answer, vi, en in (
        ("returns", "accepts_returns", "đòi trả lại hàng", "returns of goods"),
        ("consignment", "accepts_consignment", "đòi ký gửi", "sale on consignment"),
    ):
        if facts.get(term):
            own = {True: ("bên bán chịu", "accepted"), False: ("bên bán không chịu", "refused")}.get(
                facts.get(answer), ("bên bán chưa nói", "not answered")
            )
            said.append(choose(lang, f"{vi}, {own[0]}", f"{en}, {own[1]}"))
    if tail or said:  # after what was told already nothing need follow
        return said
    return [choose(lang, "không có điều kiện riêng", "no terms of its own")]


def _still_open(facts: Facts, lang: str) -> list[str]:
    """The terms that one side alone has named, or named without a figure: nothing is agreed there."""
    ahead = [] if facts.get("paid_ahead") else _ahead(facts, lang)
    return _payment_words(facts, lang) + ahead


def _payment_words(facts: Facts, lang: str) -> list[str]:
    words = facts.get("payment_words")
    if not words or facts.get("payment_days") is not None:
        return []
    vi = f"bên mua ghi “{words}”: phải chốt trả sau mấy ngày"
    return [choose(lang, vi, f"the buyer wrote “{words}”: settle after how many days")]


def _ahead(facts: Facts, lang: str) -> list[str]:
    """Money before the goods: what the buyer pays, or what the producer wants of one who has not said so."""
    if percent := facts.get("paid_ahead"):
        return [choose(lang, f"bên mua trả trước {percent} %", f"the buyer pays {percent} % ahead")]
    if percent := facts.get("offer_paid_ahead"):
        vi, en = f"bên bán đòi trả trước {percent} %", f"the producer wants {percent} % ahead"
        if days := facts.get("payment_days"):
            days = number(days, lang)
            vi, en = f"{vi}, bên mua trả sau {days} ngày", f"{en}, the buyer pays after {days} days"
        else:
            vi = f"{vi}, bên mua chưa nói"
        return [choose(lang, f"{vi}: phải hỏi bên mua", f"{en}: ask the buyer")]
    return []


def _limit(most: float | None, vi: str, en: str, lang: str) -> str:
    if most is None:
        return choose(lang, "bên bán chưa nói", "the producer has not said")
    limit = number(most, lang, 1)
    return choose(lang, f"bên bán {vi.format(limit)}", f"the producer {en.format(limit)}")


def terms_none(facts: Facts, lang: str) -> str:
    own = []
    if facts.get("max_payment_days") is not None:
        limit = number(facts["max_payment_days"], lang)
        waits = (f"chờ tiền tối đa {limit} ngày", f"waits {limit} days for payment")
        at_once = ("cần trả tiền ngay", "wants payment on receipt")
        own.append(choose(lang, *(waits if facts["max_payment_days"] else at_once)))
    if facts.get("max_discount_pct") is not None:
        limit = number(facts["max_discount_pct"], lang, 1)
        own.append(choose(lang, f"chiết khấu tối đa {limit} %", f"gives up to {limit} %"))
    limits = choose(lang, "; bên bán ", "; the producer ") + ", ".join(own) if own else ""
    if told := _both_sides({**facts, "discount_pct": None}, lang, tail=True):
        text = "; ".join(told)
        return f"{text[0].upper()}{text[1:]}{limits}{rhythm(facts, lang)}."
    often = rhythm(facts, lang)
    return choose(
        lang,
        f"Bên mua chưa nêu điều kiện thanh toán, chiết khấu{limits}: hai bên thỏa thuận{often}.",
        f"The buyer names no terms{limits}: to be agreed{often}.",
    )
