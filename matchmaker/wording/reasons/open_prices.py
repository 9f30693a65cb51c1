"""Reasons about prices that one side leaves open, names in other money or gives no unit for."""

from __future__ import annotations

from matchmaker.wording.numbers import money, number
from matchmaker.wording.reasons.phrases import Facts, Teller, choose, per_unit
from matchmaker.wording.reasons.price_words import (
    asked_of,
    ceiling_told,
    price_place,
    price_range,
    units_asked,
)


def _price_unsaid(facts: Facts, lang: str) -> str:
    """No price in figures: what the producer wrote instead, and what the buyer pays or wrote."""
    own = choose(lang, "Bên bán chưa nói giá", "No price given")
    if words := facts.get("price_words"):
        own = choose(lang, f"Bên bán ghi “{words}”", f"The producer wrote “{words}” for a price")
    if facts.get("price_money"):
        foreign = _in_money(facts["price_money"], lang)
        own = choose(lang, f"Bên bán ghi giá {foreign}", f"The producer's price is {foreign}")
    if facts.get("price_bare") is not None:
        bare = money(facts["price_bare"], lang)
        own = choose(
            lang,
            f"Bên bán ghi {bare}, chưa rõ theo đơn vị nào",
            f"The producer wrote {bare} without a unit",
        )
    buyer = choose(lang, "bên mua cũng chưa nêu giá trần", "nor does the buyer name a ceiling")
    end = choose(lang, "hai bên báo giá cho nhau", "both to quote")
    if words := facts.get("ceiling_words"):
        buyer = choose(lang, f"bên mua ghi “{words}”", f"the buyer wrote “{words}”")
    if facts.get("ceiling") is not None:
        ceiling = ceiling_told(facts, lang)
        buyer = choose(lang, f"bên mua trả tối đa {ceiling}", f"the buyer pays up to {ceiling}")
        end = choose(lang, "phải hỏi giá bán", "ask for the price") + units_asked(facts, lang)
    if facts.get("ceiling_money"):
        foreign = _in_money(facts["ceiling_money"], lang)
        buyer = choose(lang, f"bên mua trả {foreign}", f"the buyer pays {foreign}")
    if facts.get("price_money"):
        end = choose(lang, "phải hỏi giá đồng, tỷ giá ngày nào", "ask for it in VND, and at which day's rate")
    return choose(lang, f"{own}, {buyer}: {end}.", f"{own}; {buyer}: {end}.")


def _in_money(facts: Facts, lang: str) -> str:
    """ "2,5–2,8 USD/kg": a price in another money, as it was written."""
    ends = dict.fromkeys(each for each in (facts.get("low"), facts.get("high")) if each is not None)
    figure = "–".join(number(each, lang, 2) for each in ends)
    return f"{figure} {facts['currency']}{per_unit(facts.get('unit'), lang)}".strip()


def _ceiling_unsaid(facts: Facts, lang: str) -> str:
    told, asked = price_range(facts, lang), asked_of(facts, lang)
    basis = price_place(facts, "basis", lang)
    if facts.get("ceiling_bare") is not None:
        bare = money(facts["ceiling_bare"], lang)
        return choose(
            lang,
            f"Giá {told} {basis}, bên mua ghi {bare}, chưa rõ theo đơn vị nào: phải hỏi lại{asked}.",
            f"{told} {basis}; the buyer wrote {bare} without a unit: to be asked{asked}.",
        )
    buyer = choose(lang, "bên mua chưa nêu giá trần", "the buyer names no ceiling")
    if words := facts.get("ceiling_words"):
        buyer = choose(lang, f"bên mua ghi “{words}”", f"the buyer wrote “{words}”")
    if goods := facts.get("ceiling_for"):
        buyer = choose(
            lang,
            f"bên mua mới nêu giá cho “{goods}”, chưa nêu cho hàng này",
            f"the buyer names a price for “{goods}” alone",
        )
    if facts.get("ceiling_money"):
        foreign = _in_money(facts["ceiling_money"], lang)
        return choose(
            lang,
            f"Giá {told} {basis}, bên mua trả {foreign}: phải hỏi giá đồng, tỷ giá ngày nào{asked}.",
            f"{told} {basis}; the buyer pays {foreign}: ask for it in VND, and at which rate{asked}.",
        )
    return choose(
        lang,
        f"Giá {told} {basis}, {buyer}: phải hỏi giá bên mua trả{asked}.",
        f"{told} {basis}; {buyer}: ask what the buyer pays{asked}.",
    )


REASONS: dict[str, Teller] = {
    "price_unsaid": _price_unsaid,
    "ceiling_unsaid": _ceiling_unsaid,
}
