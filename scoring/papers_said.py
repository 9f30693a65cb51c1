"""Clauses of a demand's free words that say no more of papers and invoices than its fields do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from scoring.records import Demand, Offer
from scoring.units import fold

# Folded names of papers as clauses write them, each with the codes (or their beginnings) that it may mean.
_NAMES = {
    "attp": ("ATTP", "CK_ATTP"),
    "vsattp": ("ATTP", "CK_ATTP"),
    "an toan thuc pham": ("ATTP", "CK_ATTP"),
    "vietgap": ("VIETGAP",),
    "viet gap": ("VIETGAP",),
    "globalgap": ("GLOBALGAP",),
    "global gap": ("GLOBALGAP",),
    "haccp": ("HACCP",),
    "iso 22000": ("ISO22000",),
    "iso22000": ("ISO22000",),
    "fda registration": ("FDA",),
    "fda": ("FDA",),
    "ocop": ("OCOP",),
    "huu co": ("HC_", "PGS"),
    "organic": ("HC_", "PGS"),
    **dict.fromkeys(("eu organic", "organic eu", "huu co eu", "huu co chau au"), ("HC_EU",)),
    **dict.fromkeys(("hc_eu", "hc eu"), ("HC_EU",)),
    **dict.fromkeys(("hc_vn", "hc vn", "huu co vn", "huu co viet nam", "huu co trong nuoc"), ("HC_VN",)),
    **dict.fromkeys(("hc_jas", "hc jas", "huu co jas", "huu co nhat"), ("HC_JAS",)),
    **dict.fromkeys(("hc_usda", "hc usda", "huu co usda", "huu co my"), ("HC_USDA",)),
    "jas": ("HC_JAS",),
    "usda": ("HC_USDA",),
    "chi dan dia ly": ("GI",),
    "cddl": ("GI",),
    "ma vach": ("GS1",),
    "gs1": ("GS1",),
    "qr": ("QR",),
    "truy xuat nguon goc": ("QR",),
    "truy xuat": ("QR",),
    "tu cong bo": ("TCB",),
    "cong bo": ("TCB",),
    "gacc": ("GACC",),
    "kiem dich dong vat": ("KDDV",),
    "kddv": ("KDDV",),
    "kiem dich thuc vat": ("KDTV",),
    "kdtv": ("KDTV",),
    "kiem dich": ("KDDV", "KDTV"),
    "ma so vung trong": ("PUC_",),
    "ma vung trong": ("PUC_",),
    "ma vung": ("PUC_",),
    "ma so dong goi": ("PHC_",),
    "ma dong goi": ("PHC_",),
    "co so dong goi": ("PHC_",),
    "eudr": ("EUDR",),
    "dinh vi vuon": ("EUDR",),
    "kiem nghiem": ("KN",),
}
PAPERS = re.compile(rf"\b(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b")
_INVOICE = re.compile(
    r"\b(?:e-?invoices?|electronic invoices?|hoa don(?: (?:do|vat|dien tu|may tinh tien|gtgt))*|vat|"
    r"invoices?|hd ?dt|xuat hoa don)\b"
)
# What stands between the names and adds nothing that could be asked.
_AROUND = re.compile(
    r"\b(?:(?:con|du) (?:han|hieu luc)(?: (?:den|toi|it nhat|tren))?(?: (?:het|cuoi|dip))?|"
    r"han(?: dung)?|hieu luc|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}/\d{4}|tu|toi|den|"
    r"(?:den|toi) (?:het|cuoi)|(?:thang|nam|t) ?\d[\d/.]*|het (?:nam|vu|mua|tet)|ca nam|con hieu luc|"
    r"phai|can|co|voi|lan|yeu cau|bat buoc|du|day du|kem|cung|va|hoac|and|or|with|the|tem|ma|so|ho so|"
    r"giay to|giay|giay chung nhan|chung nhan|gcn|con han|hop le|tieu chuan|dat|chuan|lay|xuat|"
    r"(?:ban )?cam ket|required|needed|is a must|a must|must|plant|factory|facility|certif\w+|"
    r"(?:tu )?\d sao|sao|san pham|len|moi|ban|da|duoc|cap|tro len|toi thieu|it nhat|nha may|nha xuong|"
    r"di (?:my|trung quoc|nhat|han|uc|eu|chau au)|xuat khau|noi dia|gi|ca|het|nao|tat ca|deu|"
    r"have|has|holds?|numbers?|valid|any|an?|yet|"
    r"theo hang)\b|[+,/&():]"
)


def codes_meant(names: list[str]) -> tuple[str, ...]:
    """The codes, or their beginnings, that folded names of papers may mean."""
    return tuple(code for name in names for code in _NAMES[name])


def told_by_fields(plain: str, demand: Demand) -> bool:
    """Whether a folded clause names only papers that the demand's fields ask for, and an invoice if they do.

    Such a clause is judged by the fields, with the last day of each paper, and need not be asked; one with a
    word more ("tem của Cục") is.
    """
    if "BANG_KE" in demand.invoices_accepted:
        plain = _LISTED.sub(" hoa don ", plain)
    if not _names_any(plain):
        return False
    papers = [each.code for each in (*demand.required_certificates, *demand.preferred_certificates)]
    papers += ["OCOP"] if demand.min_ocop_stars else []
    return _told(plain, tuple(papers), bool(demand.invoices_accepted))


def told_by_offer(plain: str, offer: Offer) -> bool:
    """Whether a folded clause names only papers that the offer holds, and an invoice if it gives one."""
    papers = [each.code for each in offer.certificates] + (["OCOP"] if offer.ocop_stars else [])
    return _told(plain, tuple(papers), offer.invoice in GIVEN)


GIVEN = ("HDDT", "HDDT_MTT")
_EITHER = re.compile(r"\b(?:or|hoac|hay)\b|/")
MOST_MORE = 1  # words beside the names of papers that may well say nothing
_NO_PAPERS = re.compile(
    r"(?:chua|khong|ko) (?:co |lam |kip lam )?(?:giay to|giay|ho so)"
    r"(?P<bill>,? (?:va |hay |hoac |lan )?hoa don)?"
    r"(?: gi| nao)?(?: (?:ca|het|dau|sat|ma|a|nhe|nha|ban|[a-z]{2,4} oi))*"
)
_LISTED = re.compile(
    r"\b(?:ben mua )?(?:(?:chi|deu|lap|co|lam|xuat|duoc|kem) )*bang ke(?: thu mua)?(?: duoc)?"
    r"(?: (?:giup|cho)(?: (?:ba con|nong dan|nguoi dan|dan|ho|xa vien))?)?\b"
)
_DENIES = re.compile(
    r"\b(?:chua|khong|ko)(?: (?:co|lam|xuat|duoc|kip|dang ky|xin|"
    r"biet|theo|phai la|phai|dat|ai cap|cap|duoc cap))*\b|"
    r"\b(?:no|without|not)\b(?= (?:any |an? |yet |valid |eu |vat |export |red )*"
    r"(?:organic|haccp|certif|invoice|e-?invoice|"
    r"vietgap|globalgap|iso|fda|eudr|ocop|gacc))"
)
_SELLING = re.compile(
    r"\b(?:xuat|lay|duoc|htx|hop tac xa|to hop tac|"
    r"nha|minh|ben ban|ben|da|dang|moi|chi|thi|vuon|trai|ao|xuong|lo|"
    r"hang|em|chau|toi|chung toi|bon em|tui|ho|ba con|xa|ky|cho ky|thoi|a|nhe|nha|gi ca|dau|nua|van|hien|"
    r"hien tai|hien nay|that ra|goods|we|our|farm|yet|also|still|only)\b"
)
_TURNS = re.compile(r"\b(?:con|nhung(?: ma)?|tuy nhien|but|while|however)\b")
_LANDS = {
    "tq": "CN",
    "trung quoc": "CN",
    "china": "CN",
    "eu": "EU",
    "chau au": "EU",
    "my": "US",
    "nhat": "JP",
}
_LAND = re.compile(rf"\b(?:di )?({'|'.join(_LANDS)})\b")
_OF_LANDS = ("PUC_", "PHC_")


def agrees(plain: str, offer: Offer) -> bool:
    """Whether an offer's own words on papers and invoices say no more than its fields: what it has, it holds,
    and what it says it has not, it does not hold."""
    if none := _NO_PAPERS.fullmatch(plain.strip(" ,.")):
        return not offer.certificates and not (none["bill"] and offer.invoice in GIVEN)
    if offer.invoice == "BANG_KE" and _LISTED.search(plain):
        plain = _LISTED.sub(" ", plain)
        if not plain.strip(" ,."):
            return True
    if not _days_held(plain, offer):
        return False
    halves = _TURNS.split(plain, maxsplit=1)
    if len(halves) == 2 and all(PAPERS.search(half) or _INVOICE.search(half) for half in halves):
        land = _LAND.search(plain)  # said once for both
        return all(agrees(f"{half} {land[0]}" if land else half, offer) for half in halves)
    if (land := _LAND.search(plain)) and re.search(r"\b(?:ma|dong goi|vung)\b", plain):
        own = [each for each in offer.certificates if _is_of(each.code, _LANDS[land[1]])]
        plain, offer = _LAND.sub(" ", plain), replace(offer, certificates=tuple(own))
    rest, nots = _DENIES.subn(" ", plain)
    rest = _SELLING.sub(" ", rest)
    if not nots:
        return told_by_offer(rest, offer)
    named = PAPERS.findall(rest)
    codes = tuple(code for name in named for code in _NAMES[name])
    held = any(paper.code.startswith(code) for paper in offer.certificates for code in codes)
    invoiced = _INVOICE.search(rest) is not None and offer.invoice in GIVEN
    bare = _AROUND.sub(" ", _INVOICE.sub(" ", PAPERS.sub(" ", rest))).strip()
    return bool(named or _INVOICE.search(rest)) and not (held or invoiced or bare)


def _is_of(code: str, land: str) -> bool:
    """Whether a paper is no code of a growing area or packing house for another country than ``land``."""
    return not code.startswith(_OF_LANDS) or code.endswith(land)


_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](?:20)?(\d\d)\b")
_MONTH = re.compile(r"(?<![/.\d-])(\d{1,2})[/.-]20(\d\d)\b")


def _days_held(plain: str, offer: Offer) -> bool:
    """Whether every day that a clause names is the last of a paper held."""
    held = {(e.day, e.month, e.year % 100) for paper in offer.certificates if (e := paper.expires)}
    months = {day[1:] for day in held}
    return all(tuple(map(int, found.groups())) in held for found in _DAY.finditer(plain)) and all(
        tuple(map(int, found.groups())) in months for found in _MONTH.finditer(plain)
    )


@lru_cache(maxsize=16_384)
def _names_any(plain: str) -> bool:
    """Whether a folded clause names a paper or an invoice at all."""
    return PAPERS.search(plain) is not None or _INVOICE.search(plain) is not None


@lru_cache(maxsize=16_384)
def _told(plain: str, asked: tuple[str, ...], invoiced: bool) -> bool:
    named = PAPERS.findall(plain)
    lacks = [not any(code.startswith(_NAMES[name]) for code in asked) for name in named]
    if all(lacks) if _EITHER.search(plain) and named else any(lacks):
        return False
    rest, invoices = _INVOICE.subn(" ", PAPERS.sub(" ", plain))
    if invoices and not invoiced:
        return False
    return bool(named or invoices) and len(_AROUND.sub(" ", rest).split()) <= MOST_MORE


# An offer's words that tell of a test, and of none to be made yet.
_TEST = re.compile(
    r"\b(?:(?:phieu |da )?(?:kiem|xet) nghiem|(?:phieu |ket qua )?phan tich|test(?:ed)?|coa)\b"
)
_UNTESTED = re.compile(r"\b(?:chua|se|dang|neu|without|not yet)\b|\bkhong (?:co|kem)\b")


@lru_cache(maxsize=16_384)
def tested(text: str) -> bool:
    """Whether an offer's words tell of a test of its goods: "test kháng sinh âm tính"."""
    return any(_TEST.search(part) and not _UNTESTED.search(part) for part in re.split(r"[;,\n]", fold(text)))


# Words by which a seller says that a paper is there, and those by which it is not, or not yet.
_HAS = re.compile(
    r"\b(?:co|kem|da (?:co|dang ky|cap|duoc)|duoc cap|du|dat|registered|registration|certified|certificate|"
    r"holds?|with|have|has|available|facility|so dang ky)\b|^(?:giay |chung nhan )"
)
_NO_HAVING = re.compile(r"\b(?:huu co|co so)\b")  # whose "co" is no word of having
_HAS_NOT = re.compile(
    r"\b(?:chua|khong|ko|se|dang (?:lam|xin|cho|danh gia|dang ky moi|hoan thien|nang)|du kien|theo (?:huong|"
    r"chuan|"
    r"tieu chuan)|neu|muon|can|sap|no|not|without|will|pending|expected|in (?:progress|process)|on request|"
    r"if|"
    r"under ?way|applying|planned|ben mua|huong toi)\b"
)


@lru_cache(maxsize=16_384)
def affirmed(text: str, codes: tuple[str, ...]) -> str:
    """The clause in which a seller says that he has a paper of some codes, or their beginnings; "" for none.

    >>> affirmed("đã đăng ký FDA, đang làm HACCP", ("FDA",)), affirmed("đang làm HACCP", ("HACCP",))
    ('đã đăng ký FDA', '')
    """
    for part in re.split(r"[;,\n]|\.(?=\s|$)", text):
        plain = fold(part)
        meant = codes_meant(PAPERS.findall(plain))
        pairs = ((code, each) for code in codes for each in meant if code.startswith(each))
        names_it = any(_may_be(plain, code, each) for code, each in pairs)
        has = _HAS.search(_NO_HAVING.sub("_", plain))
        if names_it and has and not _HAS_NOT.search(plain):
            return part.strip()
    return ""


# The folded words for whose standard, or for which country, a paper is, by the end of its code.
_WHOSE = {
    "EU": r"eu|chau au|europe(?:an)?",
    **dict.fromkeys(("USDA", "US"), r"usda|nop|my(?! \w)|us|usa|hoa ky"),
    **dict.fromkeys(("JAS", "JP"), r"jas|nhat(?: ban|(?! \w))|japan"),
    "CN": r"tq|trung quoc|china|chinese",
    **dict.fromkeys(("CA", "CANADA"), r"canada"),
    "KR": r"han quoc|korea",
    "AU": r"uc(?! \w)|australia",
    "VN": r"tcvn(?: ?11041)?|viet nam|vietnam|vn|trong nuoc|noi dia",
}
_ANYONES = re.compile(rf"\b(?:{'|'.join(_WHOSE.values())})\b")
_OF_HOME, _ORGANIC = "_VN", "HC_"


def _may_be(plain: str, code: str, family: str) -> bool:
    """Whether a clause that names a family of papers can mean one of them: of organic goods the national
    certificate is no other one, and a code for one country is none for another."""
    if not family.endswith("_") or code == family:
        return True
    if _ANYONES.search(plain):
        own = _WHOSE.get(code.removeprefix(family))
        return own is not None and re.search(rf"\b(?:{own})\b", plain) is not None
    return family != _ORGANIC or code.endswith(_OF_HOME)


def of_other_standards(offer: Offer, lacking: Sequence[str], asked: set[str], day: date) -> list[str]:
    """The papers that an offer lists of the families of some that it lacks, and that are not asked for
    themselves nor lapsed on a ``day``: none of them stands for those of itself."""
    own = tuple(family for family in (_ORGANIC, *_OF_LANDS) if any(c.startswith(family) for c in lacking))
    papers = [paper for paper in offer.certificates if own and paper.code.startswith(own)]
    codes = [paper.code for paper in papers if not (paper.expires and paper.expires < day)]
    return [code for code in dict.fromkeys(codes) if code not in asked]


def may_do_instead(codes: Sequence[str], lacking: str, abroad: bool) -> list[str]:
    """Those of some papers that a buyer may take for one that is lacking: of organic goods the certificate of
    another standard, where they are not sold abroad."""
    if abroad or not lacking.startswith(_ORGANIC):
        return []
    return [code for code in codes if code.startswith(_ORGANIC)]


def said_held(offer: Offer, code: str) -> str:
    """The clause in which a seller says that he has a paper that he does not list; "" for none.

    Of a family of which he lists another paper his words mean that one, unless they name this one.
    """
    said = affirmed(of_offer(offer), (code,))
    family = next((each for each in (_ORGANIC, *_OF_LANDS) if code.startswith(each)), "")
    listed = family and any(paper.code.startswith(family) for paper in offer.certificates)
    return "" if listed and not _ANYONES.search(fold(said)) else said


def of_offer(offer: Offer) -> str:
    """The texts in which a seller speaks of his papers."""
    return "; ".join(filter(None, (offer.product, offer.description, offer.packaging, offer.remarks)))
