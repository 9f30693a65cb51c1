"""Vetoes in two or three words, where a list has no room for the sentence."""

from __future__ import annotations

SHORT: dict[str, tuple[str, str]] = {
    "wrong_product": ("khác sản phẩm", "another product"),
    "wrong_form": ("khác dạng hàng", "another form"),
    "market_closed": ("thị trường chưa mở", "market closed"),
    "missing_cert": ("thiếu giấy tờ", "papers missing"),
    "cert_expired": ("giấy tờ hết hạn", "papers lapsed"),
    "wrong_season": ("lệch vụ", "wrong season"),
    "cannot_reach": ("không kịp đường", "cannot reach in time"),
    "no_invoice": ("không hóa đơn", "no invoice"),
    "moq_too_high": ("đơn tối thiểu quá lớn", "least order too large"),
    "volume_too_small": ("lượng quá ít", "too little"),
    "price_over": ("giá vượt trần", "price above the ceiling"),
    "terms_refused": ("không chịu điều kiện", "terms refused"),
}


def short(code: str, lang: str) -> str:
    """A veto in few words; the code itself where it has none."""
    pair = SHORT.get(code)
    return code if pair is None else pair[1] if lang == "en" else pair[0]
