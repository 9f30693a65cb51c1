"""The missing step: what one change would make a refused pair possible."""

from __future__ import annotations

from collections.abc import Callable

from matchmaker.wording.labels import label
from matchmaker.wording.months import span
from matchmaker.wording.numbers import day, money, number
from matchmaker.wording.reasons.phrases import Facts, amount, choose, days, paper, per_unit, percent

TERMS = {
    "payment": ("chờ tiền", "wait for payment"),
    "discount": ("chiết khấu", "give a discount"),
    "returns": ("nhận lại hàng trả", "take returns"),
    "consignment": ("bán ký gửi", "sell on consignment"),
}


def _paper(vi: str, en: str) -> Callable[[Facts, str], str]:
    def tell(facts: Facts, lang: str) -> str:
        name = paper(str(facts.get("paper")), lang)
        if facts.get("stars"):
            name += choose(lang, f" từ {facts['stars']} sao", f" with {facts['stars']} stars or more")
        months = facts.get("validity_months")
        valid = (
            choose(lang, f" (thường có hạn {months} tháng)", f" (usually valid {months} months)")
            if months
            else ""
        )
        return choose(lang, vi, en).format(paper=name, valid=valid)

    return tell


def _add_month(facts: Facts, lang: str) -> str:
    months = span(facts.get("months") or (), lang)
    if facts.get("deliver_to"):
        months += choose(
            lang, f" (đến {day(facts['deliver_to'], lang)})", f" (until {day(facts['deliver_to'], lang)})"
        )
    if facts.get("deliver_from"):
        months += choose(
            lang, f" (từ {day(facts['deliver_from'], lang)})", f" (from {day(facts['deliver_from'], lang)})"
        )
    if facts.get("stored"):
        return choose(
            lang, f"Trữ hàng để giao {months} là ghép được.", f"Stored for delivery in {months} it fits."
        )
    return choose(lang, f"Giao lấn sang {months} là ghép được.", f"With delivery in {months} too it fits.")


def _chill(facts: Facts, lang: str) -> str:
    now, then = days(facts.get("shelf_now"), lang), days(facts.get("shelf"), lang)
    how = choose(lang, "Chở mát", "Chilled")
    if facts.get("storage") == "frozen":
        how = choose(lang, "Cấp đông", "Frozen")
    return choose(
        lang,
        f"{how} thì để được {then} thay vì {now}: kịp giao.",
        f"{how} it keeps {then} instead of {now}: in time.",
    )


def _issue_invoice(facts: Facts, lang: str) -> str:
    name = label("invoice", str(facts.get("invoice")), lang)
    return choose(
        lang,
        f"Xuất được {name.lower()} (có thể qua hợp tác xã đầu mối) là ghép được.",
        f"With an {name.lower()}, perhaps through a co-operative, it fits.",
    )


def _lower_min_order(facts: Facts, lang: str) -> str:
    now = amount(facts.get("from"), facts.get("unit"), lang)
    then = amount(facts.get("to"), facts.get("unit"), lang)
    return choose(
        lang,
        f"Hạ đơn tối thiểu từ {now} xuống {then} là ghép được.",
        f"A least order of {then} instead of {now} fits.",
    )


def _allow_pooling(facts: Facts, lang: str) -> str:
    return choose(
        lang,
        "Bên mua chịu nhận hàng gom từ nhiều hộ là ghép được.",
        "If the buyer takes pooled goods it fits.",
    )


def _pool_volume(facts: Facts, lang: str) -> str:
    now = amount(facts.get("from"), facts.get("unit"), lang)
    then = amount(facts.get("to"), facts.get("unit"), lang)
    month = choose(lang, " mỗi tháng", " a month") if facts.get("per") == "month" else ""
    if facts.get("per") == "total":
        month = choose(lang, " cả vụ", " in all")
    return choose(
        lang,
        f"Gom với hộ lân cận từ {now} lên {then}{month} là ghép được.",
        f"Pooled with neighbours, {then}{month} instead of {now} fits.",
    )


def _lower_price(facts: Facts, lang: str) -> str:
    if "to" not in facts:  # one side's price is not for the reader
        return choose(lang, "Hạ giá thì ghép được.", "A lower price would fit.")
    unit = per_unit(facts.get("unit"), lang)
    now, then = money(facts.get("from"), lang), money(facts.get("to"), lang)
    share = percent(facts.get("share"), lang)
    return choose(
        lang,
        f"Hạ giá từ {now} xuống {then}{unit} (giảm {share}) là ghép được.",
        f"{then}{unit} instead of {now} ({share} less) fits.",
    )


def _accept_term(facts: Facts, lang: str) -> str:
    term = choose(lang, *TERMS.get(str(facts.get("term")), ("chịu điều kiện", "accept the term")))
    if facts.get("to") is None:
        return choose(lang, f"Bên bán chịu {term} là ghép được.", f"If the producer will {term} it fits.")
    now, then = number(facts.get("from"), lang, 1), number(facts.get("to"), lang, 1)
    measure = choose(lang, "ngày", "days") if facts.get("term") == "payment" else "%"
    return choose(
        lang,
        f"Bên bán chịu {term} {then} {measure} thay vì tối đa {now} là ghép được.",
        f"If the producer will {term} up to {then} {measure} instead of {now} it fits.",
    )


STEPS: dict[str, Callable[[Facts, str], str]] = {
    "obtain_paper": _paper("Làm thêm {paper}{valid} là ghép được.", "With {paper}{valid} it fits."),
    "renew_paper": _paper("Gia hạn {paper}{valid} là ghép được.", "With {paper} renewed{valid} it fits."),
    "add_month": _add_month,
    "chill": _chill,
    "issue_invoice": _issue_invoice,
    "lower_min_order": _lower_min_order,
    "allow_pooling": _allow_pooling,
    "pool_volume": _pool_volume,
    "lower_price": _lower_price,
    "accept_term": _accept_term,
}
