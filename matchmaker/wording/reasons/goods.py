"""Reasons about the goods: is it the product that is wanted."""

from __future__ import annotations

from matchmaker.wording.reasons.phrases import Facts, Teller, choose, product_name, quoted


def _product(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        if facts.get("to_slaughter"):
            return _to_slaughter(facts, lang)
        return choose(lang, vi, en).format(
            offered=quoted(facts.get("offered"), lang),
            demanded=quoted(facts.get("demanded"), lang),
            offered_name=product_name(facts, "offered", lang),
            demanded_name=product_name(facts, "demanded", lang),
        )

    return tell


def _to_slaughter(facts: Facts, lang: str) -> str:
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    return choose(
        lang,
        f"{offered} bán sống, bên mua cần {demanded}: phải giết mổ có kiểm dịch trước khi giao.",
        f"{offered} is sold alive, {demanded} is wanted: to be slaughtered under inspection first.",
    )


def _product_variety(facts: Facts, lang: str) -> str:
    if facts.get("to_slaughter"):
        return _to_slaughter(facts, lang)
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    if facts.get("demanded_rank") == "family":
        return choose(
            lang,
            f"{offered} là một trong các loại thuộc {demanded} bên mua cần: nhận được, loại khác tìm thêm.",
            f"{offered} is one of the kinds of {demanded}: it serves, others to be added.",
        )
    name = product_name(facts, "demanded", lang)
    return choose(
        lang,
        f"{offered} là một loại {name}, đúng với {demanded} bên mua cần.",
        f"{offered} is a kind of {name}, as {demanded} asks.",
    )


REASONS: dict[str, Teller] = {
    "product_same": _product(
        "{offered} đúng là {demanded} bên mua cần: không phải hỏi lại giống.",
        "{offered} is the {demanded} wanted: no need to ask for the variety.",
    ),
    "product_variety": _product_variety,
    "product_generic": _product(
        "{offered} chưa nêu rõ có đúng là {demanded} bên mua cần: phải hỏi giống, vùng trồng.",
        "{offered} does not say whether it is the {demanded} wanted: ask for variety and origin.",
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
    "product_unrelated": _product(
        "{offered} không phải {demanded}: không phải hàng cần.", "{offered} is not {demanded}: not wanted."
    ),
    "product_gated": _product(
        "{offered} là thứ đi kèm, không phải chính {demanded}: không phải hàng cần.",
        "{offered} goes with {demanded} and is not it: not wanted.",
    ),
}
