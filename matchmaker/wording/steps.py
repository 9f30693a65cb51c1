"""Missing steps in a few words, for rows of a report: "VietGAP", "hóa đơn", or what must come together."""

from __future__ import annotations

from matchmaker.wording.labels import label
from matchmaker.wording.reasons.phrases import choose, paper

SHORT: dict[str, tuple[str, str]] = {
    "add_month": ("giao thêm một tháng", "one more month of delivery"),
    "lower_min_order": ("hạ đơn tối thiểu", "a smaller least order"),
    "allow_pooling": ("bên mua nhận hàng gom", "the buyer takes pooled goods"),
    "pool_volume": ("gom hàng với hộ lân cận", "goods pooled with neighbours"),
    "lower_price": ("hạ giá", "a lower price"),
    "chill:chilled": ("chở mát", "chilled transport"),
    "chill:frozen": ("cấp đông", "freezing"),
    "accept_term:payment": ("bên bán chờ tiền lâu hơn", "longer credit accepted"),
    "accept_term:discount": ("bên bán chịu chiết khấu", "the discount accepted"),
    "accept_term:returns": ("bên bán nhận lại hàng trả", "returns accepted"),
    "accept_term:consignment": ("bên bán chịu bán ký gửi", "consignment accepted"),
    "issue_invoice:BANG_KE": ("bên mua lập bảng kê thu mua", "a purchase list by the buyer"),
    "issue_invoice:HDDT": ("hóa đơn điện tử", "an electronic invoice"),
    "issue_invoice:HDDT_MTT": (
        "hóa đơn điện tử từ máy tính tiền",
        "an electronic invoice from a cash register",
    ),
}


def step(key: str, lang: str) -> str:
    """A step, or the steps that must come together, joined by "+"."""
    words = " + ".join(_part(part, lang) for part in key.split("+"))
    return words[:1].upper() + words[1:]


def _part(part: str, lang: str) -> str:
    if part in SHORT:
        return choose(lang, *SHORT[part])
    code, _, detail = part.partition(":")
    if code == "obtain_paper":
        return paper(detail, lang)
    if code == "renew_paper":
        return choose(lang, f"gia hạn {paper(detail, lang)}", f"{paper(detail, lang)} renewed")
    if code == "issue_invoice":
        return label("invoice", detail, lang)
    return part
