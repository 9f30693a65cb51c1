"""Where a price is taken, in the words of a message: "tại vườn", "tại kho", "giao tận nơi", "FOB …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Span, Token

# A store is the seller's in an offer and the buyer's in a demand; a place that a buyer names is his own, one
# that a seller names may be anywhere, and so may a port.
STORE, NAMED_PLACE, PORT, CITY = "store", "named_place", "port", "city"
_NO_PLACE = ""  # "gia toi da" is the highest price, no price "tới đa"
_WORDS = Phrases(
    [
        *meaning(
            "farm_gate",
            "tại vườn | tận vườn | giá vườn | tại ruộng | tại rẫy | tại đồi | tại gốc | tại nhà | tận "
            "nhà | tại bản | tại thôn | tại trại | tại chuồng | tại ao | tại bè | tại bến cá | tại "
            "xưởng | tại lò | tại cơ sở | tại chỗ | tại hộ | tại nơi sản xuất | tại đảo | xuất xưởng | "
            "xuất vườn | ex works | exw | farm gate | at farm | at the farm | ex farm | ex factory",
        ),
        *meaning(
            STORE,
            "tại kho | về kho | nhập kho | giá kho | tại htx | tại hợp tác xã | tại cửa hàng | tại "
            "nhà máy | tại nhà kho | tại nhà hàng | tại bếp | ex warehouse | ex store | at warehouse",
        ),
        *meaning(
            "depot",
            "tại kho htx | tại kho bên bán | tại kho người bán | tại kho hợp tác xã | kho bên bán",
        ),
        *meaning(
            "truck_station",
            "tại chành | tại chành xe | giao chành | giao tại chành | giao ra chành | giao bến xe | "
            " ra chành | gửi chành | tại bến xe | ra bến xe | gửi xe khách | "
            "lên xe | bốc lên xe | tại xe | đầu xe | fca",
        ),
        *meaning(
            "delivered",
            "giao lò mổ | giao tới lò | giao đến lò | giao tận lò | "
            "về nhà máy | về tận kho | về tới kho | về đến kho | về xưởng | về bếp | về cửa hàng | tận "
            "nhà máy | tận kho | giao nhà máy | giao xưởng | giao kho | giao kho bên mua | giao cửa "
            "hàng | giao siêu thị | giao bếp | giao trường | giao quán | giao nhà hàng | giao tận nơi | "
            "giao hàng tận nơi | "
            "giao tận kho | giao tại kho | giao đến kho | giao tới "
            "kho | giao tận  xưởng | giao tận nhà máy | giao tận bếp | giao tận nhà hàng | giao tận quán | "
            "giao tận cửa hàng | giao tận siêu thị | giao tận nhà | giao tới bếp | giao đến bếp | tận bếp | "
            "giao tới nơi | giao đến nơi | tận nơi | tại kho "
            "bên mua | tại kho người mua | đã gồm vận chuyển | gồm vận chuyển | bao gồm vận chuyển | "
            "gồm cả vận chuyển | đã gồm cước | gồm cước | bao vận chuyển | bao ship | free ship | "
            "freeship | miễn phí vận chuyển | delivered | dap | ddp | delivery included | including "
            "delivery | free delivery",
        ),
        *meaning(
            NAMED_PLACE,
            "giao tại | giao tới | giao đến | giao về | giao cửa khẩu | giao cảng | giao chợ | giao ga | "
            "giá tới | giá đến | giá về | về tới | về đến | tới chợ | về chợ | đến chợ | chở tới | chở đến",
        ),
        *meaning(
            CITY,
            "giao hà nội | giao hn | giao hải phòng | giao huế | giao đà nẵng | giao sài gòn | giao hcm | "
            "giao tphcm | giao hồ chí minh | giao cần thơ",
        ),
        *meaning(_NO_PLACE, "giá tối đa | giá tối thiểu | giá tới nay"),
        *meaning(PORT, "giá tại cảng | tại cảng | tại cửa khẩu | fob | cif | cfr | cnf | c & f"),
    ]
)
_BROUGHT = ("giao", "ship", "chở")
_NOT = ("không", "chưa", "ko", "not", "no", "excluding", "without")
_BEFORE = 2  # tokens before a phrase in which a word can refuse it
_LONGEST_PLACE = 4  # words of a named place that are told with it


@dataclass(frozen=True, slots=True)
class Basis:
    """Where the price is taken: a code of the interchange format or one of the above; its tokens."""

    code: str
    start: int
    end: int


def find_basis(tokens: Sequence[Token], place: Span | None = None) -> Basis | None:
    """The first words that say where the price is taken; None where none do, or where two disagree.

    ``place`` are the letters that name the message's place: "giao" right before them says it too, as it does
    before a name in capitals ("giao Long Biên").
    """
    found: list[Basis] = []
    i = 0
    while i < len(tokens):
        if end := _brought_to(tokens, i, place):
            found.append(Basis(NAMED_PLACE, i, end))
            i = end
            continue
        hit = _WORDS.at(tokens, i)
        if (
            hit is None
            or hit.value == _NO_PLACE
            or any(token.is_(*_NOT) for token in tokens[max(0, i - _BEFORE) : i])
        ):
            i += 1
            continue
        end = _place_end(tokens, hit.end) if hit.value in (NAMED_PLACE, PORT) else hit.end
        if hit.value not in (NAMED_PLACE, PORT) or end > hit.end:
            found.append(Basis(NAMED_PLACE if hit.value == CITY else hit.value, i, end))
        i = end
    return found[0] if len({basis.code for basis in found}) == 1 else None


def _brought_to(tokens: Sequence[Token], i: int, place: Span | None) -> int:
    """The token after "giao" and the name of a place; 0 where token ``i`` begins nothing of the kind."""
    if not tokens[i].is_(*_BROUGHT) or i + 1 >= len(tokens) or _WORDS.at(tokens, i):
        return 0
    if place and tokens[i + 1].start == place[0]:
        return next((j for j in range(i + 2, len(tokens)) if tokens[j].start >= place[1]), len(tokens))
    end = i + 1
    while end < len(tokens) and end - i <= _LONGEST_PLACE and _named(tokens[end]):
        end += 1
    return end if end > i + 1 and not tokens[i].text.isupper() else 0


def _named(token: Token) -> bool:
    """Whether a word is written as a name is: "Long", not "T12" or "GACC"."""
    return token.kind == "word" and len(token.text) > 1 and token.text.istitle()


def _place_end(tokens: Sequence[Token], start: int) -> int:
    """The token after the words of a place: up to four words to the next mark or number."""
    end = start
    while end < len(tokens) and end - start < _LONGEST_PLACE:
        if tokens[end].kind != "word" and not _shortened(tokens, end):
            break
        end += 1
    return end


def _shortened(tokens: Sequence[Token], i: int) -> bool:
    """Whether the point at token ``i`` is that of "TP.HCM"."""
    within = tokens[i].text == "." and 0 < i < len(tokens) - 1 and tokens[i + 1].kind == "word"
    return within and tokens[i - 1].is_("TP", "tp", "TX", "tx") and tokens[i + 1].glued
