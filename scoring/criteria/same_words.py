"""One wording for words of the trade that regions write in several, in specifications and what answers them.

Northern and southern names of goods and parts ("chanh dây" and "chanh leo", "trái" and "quả"), and little
salt: "lạt" is "nhạt". The letters of some without their marks are other words too, which only stand for these
beside the words that tell so.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Folded: what is written so is read as the word before it.
_REGIONAL = tuple(
    (re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])"), one)
    for one, words in (
        ("chanh leo", r"chanh day|lac tien|(?<=qua )mac mat|(?<=trai )mac mat"),
        ("ca loc", r"ca trau|ca qua(?= (?:dong|song|nuoi|mot nang)\b)"),
        ("muop dang", r"(?<!say )(?<!phoi )kho qua(?! (?:nho|to|lon|deu|tuoi|chin)\b)"),
        ("dua chuot", r"dua leo"),
        ("dua", r"khom|(?<=trai )thom|(?<=qua )thom(?= (?:mat|tuoi|chin|queen)\b)"),
        ("san", r"khoai mi"),
        ("cu san", r"cu mi"),
        ("lac", r"dau (?:phong|phung)"),
        ("vung", r"me(?= (?:den|trang|vang|rang)\b)|(?<=hat )me|(?<=dau )me"),
        ("tieu", r"ho tieu|hat tieu"),
        ("ngo", r"bap(?= (?:nep|ngot|hat|tay|my|rang|non|lai)\b)|(?<=hat )bap"),
        ("lon", r"heo"),
        ("trung", r"hot(?= (?:vit|ga|cut)\b)"),
        ("hat", r"hot"),
        ("hoa", r"(?<=nguyen )bong|bong(?= (?:sung|sen|cuc|lai|dien dien|so dua|thien ly|atiso|actiso)\b)"),
        ("qua", r"trai"),
        ("bat", r"chen(?= (?:su|sanh|gom|an com|nho|to|lon)\b)"),
        ("rang moc", r"khong (?:tam|rang) (?:bo|huong lieu|bo duong)"),
        ("tra", r"che(?= (?:o long|vien|xanh|den|shan|bup|moc cau|dinh|kho|tuyet|uop)\b)"),
        ("gac bep", r"(?:hun|xong) khoi(?: bep)?|treo bep"),
    )
)
_MAY_BE_REGIONAL = re.compile(
    r"chanh day|lac tien|mac mat|ca trau|ca qua|kho qua|dua leo|khom|thom|mi\b|dau ph|\bme\b|tieu|\bbap\b|"
    r"heo|khoi|treo|\bchen |khong tam|khong rang|\bche |\bhot\b|\bbong\b|\btrai\b"
)
LITTLE_SALT = "nhatmuoi"
_SALTED_LITTLE = re.compile(
    r"(?<!\w)(?:(?:nhạt|lạt|ít) (?:muối|mặn)|lạt|(?<=khô )nhạt|(?<=vị )nhạt|(?<=ướp )nhạt)(?!\w)",
    re.IGNORECASE,
)
_SALTED_LITTLE_BARE = re.compile(
    r"\b(?:(?:nhat|lat|it) (?:muoi|man)\b|(?<=kho )nhat\b(?= ?(?:[,;.)]|$))|"
    r"(?<=vi )(?:lat|nhat)\b(?= ?(?:[,;.)]|$)))|"
    r"\b((?:ca|tom|tep|muc|ruoc|moi|kho)\b(?: (?!khoai\b|san\b)[a-z]+){0,3}) lat\b(?! (?:mong|day|mieng|\d))",
    re.IGNORECASE,
)
_PARTS = re.compile(r"([;,\n]|\. )")


@lru_cache(maxsize=65_536)
def one_wording(plain: str) -> str:
    """A folded text with one name for what regions call by several.

    >>> one_wording("chanh day tim, trai to"), one_wording("bot mi, bap cai")
    ('chanh leo tim, qua to', 'bot mi, bap cai')
    """
    if not _MAY_BE_REGIONAL.search(plain):
        return plain
    for pattern, one in _REGIONAL:
        plain = pattern.sub(one, plain)
    return plain


def little_salt(text: str) -> str:
    """A text as it is written, with one word for little salt: "khô lạt", and no "thái lát".

    >>> little_salt("phơi giàn, lạt"), little_salt("ca com kho lat"), little_salt("sắn thái lát")
    ('phơi giàn, nhatmuoi', 'ca com kho nhatmuoi', 'sắn thái lát')
    """
    if "lạt" not in (low := text.lower()) and "nh" not in low and "lat" not in low and "muối" not in low:
        return text if "it m" not in low and "ít m" not in low else _salted(text)
    return _salted(text)


def _salted(text: str) -> str:
    return "".join(
        _SALTED_LITTLE_BARE.sub(lambda m: f"{m[1]} {LITTLE_SALT}" if m[1] else LITTLE_SALT, part)
        if part.isascii()
        else _SALTED_LITTLE.sub(LITTLE_SALT, part)
        for part in _PARTS.split(text)
    )
