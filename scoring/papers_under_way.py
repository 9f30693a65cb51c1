"""Papers that a seller is getting, told by what they consist of: "đang đo tọa độ vườn", "chờ chấm lại sao".

Beside a word of progress the plotting of gardens is the EUDR file, and the council's stars are OCOP; without
one they are none ("có tọa độ vườn" says nothing of a paper under way).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from scoring.papers_said import PAPERS, codes_meant

_OFFICES = r"(?:huyen|tinh|so|xa|cuc|chi cuc|phong|hoi dong|trung tam|bo|uy ban|ubnd)"
_CAP = r"cap(?! (?:dong|mat|hang|cho|nuoc|von)\b)"  # "cấp đông" is a way of keeping
_AT_WORK = re.compile(
    r"\b(?:dang (?:lam|cho|xin|gia han|nop|hoan thien|hoan tat|dang ky|danh gia|trinh|tham dinh|thu tuc|do|"
    rf"ve|lap|so hoa|cham|xet|lay mau|kiem nghiem|chung nhan|chay|bo sung|{_CAP}|tai danh gia|xep hang)|"
    r"(?:da|vua|moi)(?: moi)? (?:nop|trinh|len ho so|gui(?: di)? (?:ho so|mau)|lay mau|do xong|dang ky|"
    r"danh gia|tham dinh|lam ho so|lam don|lam thu tuc)|"
    rf"cho (?:{_CAP}|tham dinh|ket qua|quyet dinh|hoi dong|doan|cham|phan hang|xep hang|xet|duyet|ky|"
    r"cong nhan|chung nhan|giay|danh gia)|"
    rf"ho so (?:[a-z]+ ){{0,4}}?(?:o|tai|len|gui|nop|trinh|cho) {_OFFICES}|"
    r"sap (?:co|xong|nhan|duoc cap|ra giay|tai danh gia)|"
    r"application (?:filed|submitted)|applied for|submitted|file (?:is )?(?:with|at|before)|"
    r"pending|in (?:process|progress)|under ?way|being (?:renewed|mapped|plotted|assessed|issued)|renewing|"
    r"mapping|waiting for (?:the )?(?:results?|council|certificate)|audit(?:ed)? done|"
    r"samples? (?:taken|sent))\b"
)
# Of what alone nothing else is waited for.
_OF_PAPERS = re.compile(
    rf"\b(?:cho {_CAP}|(?:{_CAP}|duoc cap) (?:lai|moi|doi) giay|cho (?:tham dinh|quyet dinh|cong nhan|"
    rf"chung nhan)|da (?:nop|trinh) (?:{_OFFICES}|ho so)|sap (?:duoc cap|ra giay|co giay))\b"
)
_GARDEN = (
    r"(?:vuon|lo(?: dat| vuon)?|thua(?: dat)?|rung|ray|nuong|ho|vung(?: trong)?|dat|ca phe|cao su|ca cao)"
)
# What a paper consists of or is got by, with the codes, or their beginnings, that it may mean.
_PARTS = (
    (
        re.compile(
            r"\b(?:toa do|dinh vi|polygons?|ban do|ranh(?: gioi)?|gps)(?: (?:gps|polygon|tung|cac|cua))* "
            rf"{_GARDEN}\b|\b(?:polygons?|geo-?location|plot (?:maps?|data|coordinates)|"
            r"(?:farm|garden|plot)s? (?:mapping|coordinates)|mapping of (?:the )?(?:farm|garden|plot)s?)\b|"
            rf"\bdo(?: gps)? (?:tung )?{_GARDEN}\b(?! (?:an|toan))|\bdinh vi\b"
        ),
        ("EUDR",),
    ),
    (
        re.compile(
            r"\b(?:cham|xep|len|nang|giu|xet|danh gia|thi)(?: lai| hang| diem| them| san pham)*"
            r"(?: \d)? sao\b|"
            r"\b(?:phan|xep) hang(?: lai)?(?: san pham)?\b|"
            r"\bhoi dong (?:\w+ ){0,2}(?:cham|danh gia|xep|phan)\b|"
            r"\bsao moi\b|\b(?:\d[ -])?stars? (?:re-?)?(?:rating|assessment|review)\b"
        ),
        ("OCOP",),
    ),
    (
        re.compile(r"\b(?:lay|gui)(?: di)? mau\b(?! (?:cho|ma|mien|thu|ve|den))|\bsamples? (?:taken|sent)\b"),
        ("KN",),
    ),
    (re.compile(r"\b(?:chuyen doi(?: sang)?|nam chuyen doi)(?: huu co)?\b"), ("HC_", "PGS")),
)


class Named(NamedTuple):
    """Where a paper stands in a folded clause, and the codes, or their beginnings, that it may mean."""

    start: int
    end: int
    codes: tuple[str, ...]


@lru_cache(maxsize=16_384)
def papers_named(plain: str) -> tuple[Named, ...]:
    """The papers that a folded clause names, and those under way that it tells by what they consist of."""
    named = [Named(each.start(), each.end(), codes_meant([each[0]])) for each in PAPERS.finditer(plain)]
    if not _AT_WORK.search(plain):
        return tuple(named)
    for pattern, codes in _PARTS:
        if any(set(codes) & set(each.codes) for each in named):
            continue
        if found := pattern.search(plain):
            named.append(Named(found.start(), found.end(), codes))
    own = [each for each in named if each.codes != ("KN",)]
    return tuple(sorted(own if own and len(own) < len(named) else named))


def is_under_way(plain: str) -> bool:
    """Whether a folded clause says that something is being got or is waited for."""
    return _AT_WORK.search(plain) is not None


def on_papers(plain: str) -> bool:
    """Whether a folded clause tells that a paper is under way, by its name or by what it consists of."""
    return is_under_way(plain) and (bool(papers_named(plain)) or _OF_PAPERS.search(plain) is not None)
