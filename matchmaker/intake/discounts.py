"""Amounts from which a seller grants something: "lấy xe 5 tấn trở lên em bớt", "từ 50 kg giao miễn phí"."""

from __future__ import annotations

from matchmaker.intake.amount import Amount
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Token

_TAKES = Phrases.listed(
    "lấy | mua | đặt | đặt hàng | gom | nhập | đơn | đơn hàng | lấy xe | lấy nguyên xe | lấy cả xe | "
    "lấy trên | "
    "ai lấy | ai mua | khách lấy | lấy số lượng | lấy nhiều | take | order | orders | buy"
)
_FROM = Phrases.listed(
    "từ | trên | đủ | hơn | xe | nguyên xe | cả xe | một lần | 1 lần | over | above | from | of"
)
_LESS = Phrases.listed(
    "bớt | giảm | giảm giá | chiết khấu | ưu đãi | có giá tốt | giá tốt hơn | rẻ hơn | giá mềm | giá sỉ | "
    "fix | thương lượng | tặng | giao miễn phí | miễn phí | freeship | free ship | bao ship | bao cước | "
    "bao vận chuyển | miễn ship | discount | cheaper | free delivery | free shipping | delivered free | "
    "hỗ trợ | trợ giá"
)
_WITHIN = 7  # tokens from an amount to what is granted for it


def from_amount(tokens: tuple[Token, ...], amount: Amount, *, told: bool = False) -> bool:
    """Whether an amount is the one from which something is granted, and none of the goods on offer.

    Beside an amount that is ``told`` already a price of its own is granted too: "mua 100 chai trở lên 60k".
    """
    least = amount.high is None
    if amount.low is None and any(
        token.is_("phí", "phụ", "cước") for token in tokens[amount.end : amount.end + 3]
    ):
        return True  # "10kg trở xuống phí 30k"
    start = amount.start
    while found := _FROM.before(tokens, start, 2):
        start = found[0]
    if not (_TAKES.before(tokens, start, 3) or (least and start < amount.start)):
        return False
    for at in range(amount.end, min(len(tokens), amount.end + _WITHIN)):
        if tokens[at].kind == "number":
            return told and least and at - amount.end <= 2
        if tokens[at].text in ",.;\n":
            return False
        if _LESS.at(tokens, at):
            return True
    return False
