"""What words of specifications mean, however they are written: other words for the same, and what is denied.

Texts are folded. "Không hun diêm sinh", "không SO2" and "lưu huỳnh âm tính" all deny sulphur; "đã rửa" is
"rửa sạch", "polygon" a garden's position. Source: labels, price lists and contracts of the trade.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from scoring.criteria.same_words import little_salt, one_wording
from scoring.product.normalise import could_be_vietnamese
from scoring.units import fold

# What is put into goods or left in them, as one word each.
_THINGS = {
    "luuhuynh": r"luu huynh|(?<=xong )sinh|(?<=hun )sinh|diem sinh|so2|sulphur|sulfur|sulfite?s?|sunfit",
    "chatbaoquan": r"(?:chat |hoa chat |phu gia |thuoc )bao quan|preservatives?|"
    r"(?<=khong )bao quan|(?<=khong dung )bao quan|(?<=khong co )bao quan|(?<=khong phu gia )bao quan",
    "phammau": r"(?:chat |hoa chat )?(?:pham|tao) mau|pham nhuom|mau (?:cong nghiep|hoa hoc|nhan tao)|"
    r"(?:artificial |added |food )colou?rs?|colou?ring",
    "hoachat": r"(?:chat |chat doc )?hoa (?:chat|hoc)|chemicals?",
    "thuoctrusau": r"(?:thuoc )?(?:tru sau|bvtv|bao ve thuc vat)|pesticides?",
    "thuocco": r"thuoc (?:diet )?co|diet co|herbicides?",
    "khangsinh": r"(?:du luong )?(?:thuoc )?khang sinh|antibiotics?",
    "hanthe": r"han the|borax",
    "taytrang": r"(?:chat |thuoc )?tay (?:trang|rua)|bleach(?:ing)?",
    "botngot": r"bot ngot|mi chinh|msg",
    "huongsao": r"huong lieu|(?:chat )?tao huong",
}
_WAYS = {
    "rua sach": r"(?:da |duoc )?rua(?: (?:sach|san|roi|ky|may|ozone|nuoc))*|(?:fully )?washed|"
    r"che bien uot|wet[ -]process(?:ed)?",
    "chebienkho": r"(?:che bien )?(?:kho tu nhien|natural)|che bien kho",
    "dinhvi": r"(?:co )?(?:dinh vi|toa do|polygons?|geo ?location|gps)(?: (?:gps|polygons?))*"
    r"(?: (?:tung )?(?:vuon|lo dat|rung|thua|ray|vung))?",
    "xonghoi mb": r"(?:da )?(?:xong hoi|hun trung|khu trung|xong)(?: khu trung)?(?: bang| voi)? ?"
    r"(?:methyl ?bromid\w*|mb\b|ch3br)",
    "khongngoi": r"(?<=ong )du(?! (?:lich|loai|cac|dung|tieu))|stingless(?: bees?)?|"
    r"khong (?:co )?(?:ngoi(?: (?:dot|chich))?|kim|dot)(?! \d)",
    "nguyenchat": r"100 ?%(?! (?:vol|am))|nguyen chat|thuan (?:chat|tuy)|tinh khiet|\bpure\b|"
    r"khong (?:pha|tron|don|lan)(?: (?:tron|tap|chat|don|che|lan|hang|loai|gi|them))*(?= ?(?:[,;.)]|$))",
    "bot": r"tinh bot",
    "huuco": r"huu co|organic",
    "kiemnghiem": r"(?:(?:phieu|giay|ket qua|bao cao|co) )*"
    r"(?:xet nghiem|kiem nghiem|phan tich|kiem (?:tra|dinh)(?! vien)|coa|test)(?: (?:mau|ket qua))*|phieu",
    "tunglo": r"(?:tung|moi|theo|kem) (?:lo(?: hang)?|chuyen|container|cont|dot)",
    "chankhong": r"(?<!say )(?<!chien )(?:hut |ep )?chan khong|vacuum(?:[ -]packed)?|(?:hut )?h\.?c\.?k\b\.?",
    "kiemdich": r"(?:(?:giay|chung thu|phieu) )?kiem dich(?: (?:dong|thuc) vat)?"
    r"(?: (?:(?:xuat|di|ngoai|ra|lien|noi|khoi|van chuyen) )+tinh)?",
    "vo": r"vo ngoai|outer skin",
    "moihai": r"(?:moi )?(?:hai|cat|be|thu|thu hoach|thu hai|nho|danh bat|bat|danh) (?:trong|duoi|khong qua) "
    r"(?:24 ?(?:h|gio|tieng)|ngay|mot ngay|1 ngay)|"
    r"(?:hai|cat|be|thu|thu hoach|thu hai|nho|bat|danh|mo) (?:tu |luc |buoi |hom )?(?:sang|dem|toi|khuya|"
    r"chieu)"
    r"(?: som)?(?: nay)?,? ?(?:(?:la )?(?:giao|gui|di|ve|ban|xuat|chay|len xe|chieu|toi|sang)(?: \w+)?)|"
    r"hang (?:di )?trong ngay",
    "hapnhiet": r"hap nhiet|(?:xu ly )?hoi nuoc nong|vht",
    "kemla": r"(?:co|con|kem|nguyen|de|giu) (?:ca )?(?:cuong )?la(?! (?:chuoi|dong|gi|hang|loai))",
    "mat ong": r"(?:che bien )?honey|che bien mat ong",
    "thucong": r"(?:lam|det|dan|trang|nan|goi|cuon|ve) (?:bang )?tay|(?:lam )?thu cong|hand[ -]?made|"
    r"(?:det )?(?:(?:bang|tren|tu) )?khung cui(?: go)?|hand[ -]?(?:woven|loomed|loom)",
    "tiettrung": r"(?:steam[ -])?sterili[sz](?:ed|ation)|"
    r"(?:da |duoc )?tiet trung(?: (?:bang )?hoi(?: nuoc)?)?",
    "convolua": r"(?<!tach )(?<!boc )(?<!bo )(?<!khong )(?<!sach )(?:(?:con|nguyen|ca) )?vo lua",
    "chanhleo": r"chanh (?:leo|day)|passion ?fruits?",
    "zip": r"(?:khoa )?zip(?:per)?|khoa keo",
    # The straw of a jar of wine, by what it is made of; folded, "cần" is what the buyer needs too.
    "canhut": r"(?:(?:can|ong) (?:hut|uong)(?: ruou)?(?: (?:bang|lam tu))?|can(?: bang)?)"
    r"(?= (?:tre|truc|nua|lau|hop)(?: *(?:$|[,;.()+])| (?:hut|uong|dai|kem|va|moi|theo)\b))",
    # The buyer's own mark on a pack, and any mark: "hộp in logo HTX" bears the seller's.
    "inlogorieng": r"nhan (?:in|dap|khac|dan|theu) (?:logo|ten)(?: rieng)?|"
    r"logo (?:rieng|theo (?:yeu cau|don|mau))|"
    r"(?:in|dap|khac|dan|theu) (?:ten rieng|(?:logo|ten) (?:rieng|theo (?:yeu cau|don|mau)|"
    r"(?:cua )?(?:cong ty|khach(?: san| hang)?|ben mua|nguoi mua|resort|thuong hieu)(?: rieng)?))|"
    r"(?:your|own|private|custom) (?:logo|label)",
    "inlogo": r"(?:in|dap|khac|dan|theu) logo(?: cua [a-z]+)?",
    "baotrai": r"(?:da |duoc )?(?:bao|boc) (?:tung )?(?:trai|qua|buong|chum)"
    r"(?! (?:mi|tai|dem|lon|nho|chin)\b)",
    "theoyeucau": r"theo (?:yeu cau|don dat|thiet ke rieng)|tuy (?:chinh|bien)|customi[sz](?:ed|able)|"
    r"made to order",
}
_WAYS |= {f"ww{n}": rf"ww?[ -]?{n}" for n in (180, 210, 240, 320, 450)}  # white whole kernels by number
_SAME = tuple(
    (re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])"), token)
    for group in (_THINGS, _WAYS)
    for token, words in group.items()
)
# Whether any of them may be there: most texts hold none, and are looked through once and not forty times.
_ANY_OF_SAME = re.compile(rf"(?<![a-z0-9])(?:{'|'.join((*_THINGS.values(), *_WAYS.values()))})(?![a-z0-9])")
THINGS = frozenset(_THINGS)
# Parts of plants and animals that are taken off or left on; folded, none of them is another common word.
_PARTS = "xuong(?: dam)?|vo|dau|hat|cuong|ruot|noi tang|mang|vay|re"
_OFF = re.compile(
    r"(?<!chua )\b(?:khong(?: con| co| dinh)?|sach|"
    r"(?:da )?(?:bo|rut|loc|tach|lot|go|got|boc|cat bo|cat|chat|lam sach)(?: het| bo| sach)?)"
    rf" ({_PARTS})\b"
)
_CLEAN_OF = re.compile(r"\b(?:sach|het|da (?:nha|rua)(?: het| sach)?) (cat|dat|bun|nhot|san|rac|long)\b")
# Words of doing between a denial and what it denies.
_DOING = frozenset(
    (
        *(
            "dung",
            "su",
            "co",
            "chua",
            "hun",
            "xong",
            "say",
            "tam",
            "pha",
            "them",
            "ngam",
            "phun",
            "qua",
            "bi",
        ),
        *("dinh", "lan", "con", "ton", "du", "cho", "chat", "bo", "bang", "voi", "he", "bat", "ky", "cac"),
        *("chung", "nhan", "giay", "loai", "va", "hay", "hoac", "duoc", "xu", "ly", "boi"),
    )
)
_RUNS_ON = (
    r"(?:,| va| hay| hoac|/) ?"
    r"(?=(?:chat|pham|luu huynh|so2|hoa chat|huong|thuoc|khang sinh|han the|bao quan|"
    rf"{'|'.join(_THINGS)})\b)"
)
_DENIED = re.compile(
    r"(?<!chan )\b(?:khong|ko|without|free of|chua(?= (?:co|dat|lam|duoc|qua|du|dang|cap|xin|chung|phan|"
    r"huu|in|dan|gan|kip)\b))"
    rf"((?:(?: |{_RUNS_ON})(?!(?:khong|chua|ko|va|nhung|hoac|con|dong|bao(?! quan)|gia)\b)[a-z0-9]+){{1,6}})"
)
_NONE_FOUND = re.compile(
    r"((?:[a-z0-9]+ ){1,3})(?:am tinh|khong phat hien|not detected|free(?! (?:of|ship|to|delivery)))\b"
)
# A part of a text with marks tells the three words apart that fold to one: chưa, chứa and chua.
_PARTED = re.compile(r"([;,\n])")
# Before a word that lacks its marks too it lacks its own: "chua co tem rượu" has none.
_HOLDS = re.compile(
    r"\b(?:chứa|chua(?! (?:co|dat|lam|duoc|qua|du|dang|cap|xin|chung|phan|huu|kip|in|dan)\b))\b",
    re.IGNORECASE,
)
_IMPLIED = (
    ("inlogo", ("inlogorieng",)),
    ("kho", ("say", "phoi", "dried")),
    ("trang", ("ww240", "ww320", "ww180", "ww450")),
)
_SUGARED = re.compile(r"\b(?:co|it|tam|uop|ngao|rim|them|pha|ngam|giam|vua|bo) duong\b(?! (?:kinh|di|xe|bo))")
_WORD = re.compile(r"[a-z0-9]+")


class Denial(NamedTuple):
    """What is denied, as words of one meaning, and the folded words that say so."""

    things: frozenset[str]
    words: str


@lru_cache(maxsize=65_536)
def meaning(plain: str) -> str:
    """A folded text with one wording for what is written in several.

    >>> meaning("khong hun diem sinh"), meaning("co polygon vuon")
    ('khong hun luuhuynh', 'dinhvi')
    """
    plain = one_wording(plain)
    if not _ANY_OF_SAME.search(plain):
        return plain
    for pattern, token in _SAME:
        plain = pattern.sub(token, plain)
    return plain


_NO = re.compile(r"\bno (?=([a-z]+)\b)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def plain_of(text: str) -> str:
    """A text folded so that "chứa" and "chua" are no "chưa", and an English "no sulphur" denies it."""
    text = _NO.sub(_without, little_salt(text))
    if text.isascii():
        return fold(text)
    parts = (part if part.isascii() else _HOLDS.sub("co", part) for part in _PARTED.split(text))
    return fold("".join(parts))


def _without(found: re.Match[str]) -> str:
    """ "without " for the "no" before a word that is no Vietnamese syllable: "hạt no tròn" denies nothing."""
    return found[0] if could_be_vietnamese(found[1].lower()) else "without "


_MAY_DENY = re.compile(
    r"\b(?:khong|ko|without|free|chua|am tinh|bo|rut|loc|tach|lot|go|got|boc|cat|chat|sach|detected)\b"
)


@lru_cache(maxsize=65_536)
def denials(plain: str) -> tuple[Denial, ...]:
    """What a folded text denies of the goods: "không chất bảo quản, chưa có hữu cơ"."""
    if not _MAY_DENY.search(plain):
        return ()
    found = [Denial(_things(match[1]), match[0].strip(" ,")) for match in _DENIED.finditer(plain)]
    found += [Denial(_things(match[1]), match[0]) for match in _NONE_FOUND.finditer(plain)]
    found += [Denial(frozenset(match[1].split()), match[0]) for match in _OFF.finditer(plain)]
    found += [Denial(frozenset((match[1],)), match[0]) for match in _CLEAN_OF.finditer(plain)]
    return tuple(each for each in found if each.things)


def _things(words: str) -> frozenset[str]:
    own = _WORD.findall(meaning(words.strip()))
    things = frozenset(word for word in own if word not in _DOING)
    return things or frozenset(own)


def without_denials(plain: str) -> str:
    """A folded text without what it denies."""
    for denial in denials(plain):
        plain = plain.replace(denial.words, " ; ")
    return plain


@lru_cache(maxsize=16_384)
def said_plainly(text: str) -> str:
    """A text folded, without what it denies."""
    return without_denials(plain_of(text))


@lru_cache(maxsize=65_536)
def words_said(plain: str) -> frozenset[str]:
    """The words that a folded text says and does not deny, with those that they imply."""
    said = set(_WORD.findall(meaning(without_denials(plain))))
    if any(" pha " in each.words for each in denials(plain)):
        said.add("nguyenchat")  # "không pha đường" of honey
    said |= {word for word, others in _IMPLIED if said.intersection(others)}
    return frozenset(said)


def said_otherwise(words: str, told: str) -> bool:
    """Whether a text says some words by others of the same meaning, and does not deny them.

    >>> said_otherwise("dệt tay", "khăn khung cửi Mai Châu"), said_otherwise("dệt tay", "khăn dệt máy")
    (True, False)
    """
    token = meaning(fold(words))
    if token in _PHRASES:  # "washed" is "chế biến ướt", both told as washed clean
        said = f" {meaning(said_plainly(told))} "
        return re.search(rf"(?<!chua )(?<!khong )(?<!\w){token}(?!\w)", said) is not None
    return " " not in token and token != fold(words) and token in words_said(plain_of(told))


_PHRASES = frozenset(token for token in _WAYS if " " in token)
_MIXED = re.compile(
    r"\b(?:pha|tron|don) (?:(?:them|voi|lan|tron) )*\d[\d.,]* ?% ?[a-z]*|"
    r"\b(?:pha|tron|don) (?:them|voi|lan|tron) [a-z]+"
)


def denied(plain: str, told: str) -> str:
    """The words of an offer that deny what a clause asks for: "chua co huu co" for "hữu cơ"; else ""."""
    words = _to_deny(plain)
    if "nguyenchat" in words and (mixed := _MIXED.search(without_denials(told))):
        return mixed[0]
    if not words or denials(plain):
        return ""
    for each in denials(told):
        if words <= each.things and (
            2 * len(words) > len(each.things) or each.things - words <= _named(told)
        ):  # "chưa có tem rượu" of rice wine
            return each.words
    return ""


def _named(told: str) -> set[str]:
    """The words of the name that an offer's words begin with."""
    return set(_WORD.findall(meaning(told.partition(";")[0])))


@lru_cache(maxsize=16_384)
def _to_deny(plain: str) -> frozenset[str]:
    return frozenset(_WORD.findall(meaning(plain))) - _DOING - {"kem", "nguyen", "ca", "hang"}


def admitted(plain: str, told: str) -> str:
    """The words of an offer that say there is what a clause will not have: "tẩm đường" for "không đường"."""
    wanted = frozenset().union(*(each.things for each in denials(plain)))
    if not wanted:
        return ""
    said = without_denials(told)
    if "duong" in wanted and (found := _SUGARED.search(said)):
        return found[0]
    for thing in wanted & THINGS:
        pattern = _THERE_IN[thing]
        if found := pattern.search(said):
            return found[0].strip()
    if found := next((each for each in _PARTS_IN.finditer(said) if each[1] in wanted), None):
        return found[0].strip()
    for each in denials(plain):  # "không sấy lò" of goods that are "sấy lò"
        if not each.words.startswith(("khong", "ko", "without")):
            continue
        done = re.sub(r"^(?:khong|ko|without)(?: (?:co|bi|duoc|dung|con))* ", "", each.words)
        if " " in done and not each.things & THINGS and re.search(rf"\b{re.escape(done)}\b", said):
            return done
    if len(wanted) == 1 and (thing := next(iter(wanted))) not in THINGS:
        put = re.search(
            rf"\b(?:tam|rac|uop|them|pha|bo sung|phu|tron) (?:[a-z]+ )?{re.escape(thing)}\b", said
        )
        return put[0] if put else ""
    return ""


# Parts that are there, and no word of another thing: "có hạt, 60 tấn" and not "có hạt điều".
_PARTS_IN = re.compile(
    r"\b(?:co|con|nguyen|nhieu) (hat|xuong|vo)\b(?= ?(?:$|[,;.()\d]|(?:gia|giao|ban|size|loai|thang)\b))"
)
_THERE_IN = {
    thing: re.compile(
        rf"(?:\b(?:co|it|tam|uop|xong|hun|say|ngao|rim|dung|pha|bo|giam)(?: it| nhe| them)* )?\b(?:{words})"
        r"(?: (?:thap|nhe|it|dat|cho phep|trong (?:nguong|muc)(?: cho phep| quy dinh)?|[<≤] ?\S+))?"
    )
    for thing, words in _THINGS.items()
}
