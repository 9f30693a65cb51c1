"""What the free words of a record call its goods, where that says more than their name.

Names are written in a hurry ("trà hộp quà cho khách VIP", "long nhan"); the sentence that follows often holds
the goods by their full name ("250 hộp trà Shan tuyết cổ thụ", "400kg long nhan Song Ma hop 300g").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from scoring.product.forms import FORM_SYLLABLES
from scoring.product.noise import AMOUNTS, NOISE, PACKING, PAPERS
from scoring.product.normalise import Syllable, marked_words, syllables

MOST_WORDS = 9
# Words that end the name of goods in a sentence: how they are packed, counted, priced, carried, and when.
_MARKED_ENDS = (
    PACKING | PAPERS | AMOUNTS | marked_words(
        "giao giá tại về cho từ đến tới mỗi cần mua bán khoảng loại cỡ size hạng trước sau nhận trả được để "
        "làm như còn đang đã có không chưa lấy thu vào là thì mà nếu nhưng vì do của ở lúc dịp đợt quanh "
        "cả hàng đủ trừ trong ngoài kèm hoặc và hay chở bao ship nguồn tầm chừng"
    )
) - marked_words("trái quả con củ cái tin")  # fmt: skip
_PLAIN_ENDS = marked_words(
    "giao gia tai ve cho tu den toi moi mua ban khoang loai co size truoc sau duoc de lam theo con dang da "
    "khong chua lay thu vao la thi neu nhung cua luc dip dot quanh du tru trong ngoai kem hoac va hay ship "
    "nguon tam hop tui goi chai lo hu bao thung sot ro kg ta tan yen lit ky ki trai qua thang tuan ngay nam "
    "vu can"
)
# Words before goods by which a record turns them away or names them for comparison only.
_TURNS = marked_words(
    "không ko trừ ngoài đừng khỏi xen cùng hơn tránh miễn thay chứ khong tru ngoai dung khoi tranh thay"
)
_SAID_OF_ANY = NOISE | FORM_SYLLABLES


def goods_in_words(product: str, remarks: str) -> str:
    """The name of the goods in a record's free words that goes on from their first word; "" where it adds
    nothing to the name."""
    return _longest(product, remarks) if product and remarks else ""


@lru_cache(maxsize=32_768)
def _longest(product: str, remarks: str) -> str:
    name = syllables(product)
    if any(word.listed for word in name):  # of goods in a list the sentence tells each by its own
        return ""
    if not name or name[0].plain in _SAID_OF_ANY or name[0].plain.isdigit():
        return ""
    known = {word.plain for word in name}
    accented = not remarks.isascii()
    heads = _phrases(name, syllables(remarks), accented)
    more = [phrase for phrase in heads if {word.plain for word in phrase} - known - _SAID_OF_ANY]
    # What is named last is often what the goods are held against: the first name counts.
    return " ".join(word.raw for word in more[0]) if more else ""


def _phrases(
    name: tuple[Syllable, ...], words: tuple[Syllable, ...], accented: bool
) -> Iterator[list[Syllable]]:
    head = name[0]
    own = {word.marked if accented else word.plain for word in name}  # "thu" ends no "cá thu ảo"
    ends = (_MARKED_ENDS if accented else _PLAIN_ENDS) - own
    turned = False
    for at, word in enumerate(words):
        turned = (turned and not word.broken) or word.marked in _TURNS
        same = word.marked == head.marked or (word.plain == head.plain and (not accented or _bare(head)))
        if turned or not same:
            continue
        phrase = [word]
        for other in words[at + 1 : at + MOST_WORDS]:
            if (
                other.broken
                or other.plain[0].isdigit()
                or (other.marked if accented else other.plain) in ends
            ):
                break
            phrase.append(other)
        yield phrase


def _bare(word: Syllable) -> bool:
    return word.marked == word.plain
