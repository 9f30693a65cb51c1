"""What the two sides of a match say of the terms of the purchase, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.wording.labels import label
from matchmaker.wording.numbers import number

_RETURNS = {
    ("buyer", True): ("trả lại hàng không bán được", "returns unsold goods"),
    ("buyer", False): ("không trả lại hàng", "returns nothing"),
    ("producer", True): ("nhận lại hàng", "takes goods back"),
    ("producer", False): ("không nhận lại hàng", "takes nothing back"),
}


def said(value: Mapping[str, Any] | None, side: str, lang: str) -> str:
    """What a side says of a term; "" for nothing."""
    english = lang == "en"
    if value is None:
        return ""
    if "words" in value:
        return str(value["words"])
    code, told = value["code"], value["value"]
    if code == "days":
        days = number(told, lang)
        limit = side == "producer"
        if english:
            return f"within {days} days" if limit else f"{days} days"
        return f"chậm nhất {days} ngày" if limit else f"{days} ngày"
    if code == "percent":
        share = f"{number(told, lang, 1)} %"
        if side == "producer":
            return f"at most {share}" if english else f"không quá {share}"
        return share
    if code == "consignment":
        return "on consignment" if english else "ký gửi"
    if code == "returns":
        return _RETURNS[side, bool(told)][english]
    if code == "basis":
        return label("price_basis", told, lang)
    return str(told)
