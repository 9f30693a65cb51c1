"""What the notes of both records say beside their fields, clause by clause, with the criterion it bears on.

A note is never judged: it is quoted where it belongs, and asked about where it makes what is promised less
certain. Of free text, from which amounts and prices are read, only such doubtful clauses are quoted, and
those on papers, which nobody reads from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

from scoring.criteria.lacks_said import lacks_said
from scoring.criteria.meaning import THINGS, meaning, plain_of, words_said
from scoring.criteria.price_places import at_the_door
from scoring.criteria.wishes import ALLOWED, wished_in
from scoring.declared import (
    as_declared,
    criterion_of_term,
    kind_of_term,
    must_suit,
    needless,
    of_samples,
    samples_answered,
)
from scoring.exclusions import is_his_own
from scoring.hours_said import hour_of_day
from scoring.left_to_sell import of_the_sale
from scoring.papers_due import says_when
from scoring.papers_said import PAPERS, agrees, tested, told_by_fields, told_by_offer
from scoring.papers_under_way import is_under_way, on_papers, papers_named
from scoring.pauses import paused
from scoring.pooling_said import lot_met, of_pooling
from scoring.records import Demand, Offer
from scoring.sale_months import makes_more
from scoring.sold_abroad import sold_abroad
from scoring.units import fold

Said = dict[str, Any]

# Criterion: words (folded) by which a clause bears on it; the first that has one takes the clause.
_TOPICS = {
    "volume": "san luong|so luong|con it|it hang|hang it|khan hang|hang khan|khan hiem|mat mua|duoc mua|"
    "(?:nguyen|tron) (?:xe|cont|container|lo)|"
    "du hang|san hang|doi dao|het hang|dat het|ban het|kin don|dat kin|het don|du don|toi thieu|yield|"
    "quantity",
    "terms": "dat coc|tien coc|tra tien|thanh toan|cong no|tien mat|chuyen khoan|ky gui|tra hang|hoan hang|"
    "tra lai|doi tra|hang loi|bu (?:hang|lai|tien)|den bu|boi thuong|hoan tien|bao hanh|doi (?:hang|moi)|"
    r"compensat\w*|replac\w*|refund\w*|"
    "khong tra|hop dong|khach quen|(?:can|gui|lay) mau|can anh|dan (?:tem|nhan)|"
    "deposit|payment|returns?|cash",
    "requirements": "tai danh gia|danh gia (?:lai|dinh ky|giam sat)|(?:cho|dang|chua|sap) danh gia|"
    "giay to|giay chung nhan|ho so|chung nhan|vietgap|globalgap|attp|haccp|iso|ocop|huu co|"
    "cong bo|kiem nghiem|kiem (?:mau|tra mau|dinh|cadimi|du luong|vi sinh|kim loai)|cadimi|vang o|du luong|"
    "vi sinh|kim loai nang|ton du|auramine?|ochratoxin|aflatoxin|asen|thuy ngan|cadmium|"
    "mosh|moah|ethylene oxide|eto|antibiotics?|"
    "khang sinh|pesticides?|residues?|heavy metals?|not detected|xong hoi|khu trung|methyl bromide|"
    "ma vach|gs1|ma so|hoa don|bang ke|chieu xa|mrl|"
    "kiem dich|nhan hieu|chi dan dia ly|certificates?|invoices?",
    "price": r"(?<!danh )gia(?! han| dinh| tri| vi| truyen| cong| suc)|thuong luong|thoa thuan|re hon|price|"
    r"negotiable|\d+k",
    "freshness": "bao quan|han dung|han su dung|de duoc|cap dong|dong lanh|kho lanh|shelf life",
    "logistics": "bien (?:dong|lang|em)|dong bien|song (?:gio|to|lon)|gio cap|cam bien|"
    "xe|van chuyen|ship|giao tan|sat lo|tau|pha|cho hang|gui hang|truck|freight",
    "season": r"vu|mua (?:mua|kho|dong|xuan|he|thu)|"
    r"bao(?! ?\d| (?:hanh|quan|ve|gom|dam|bi|tai|dung|goi|trai|li|tuoi|ngoai|mau)\b)|"
    r"suong muoi|ret|lu|thu hoach|tet|dip|thang|tuan|ngay|"
    r"dat truoc|bao truoc|giao|som|muon|harvest|frost|season|t\d{1,2}",
}
_BEARS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _TOPICS.items()}
_DOUBTFUL = (
    "dang (?:lam|cho|xin|gia han|nop|hoan thien|hoan tat|dang ky|danh gia|trinh|tham dinh|thu tuc)|"
    "dang (?:tai (?:cap|danh gia|chung nhan)|cap (?:lai|moi|doi)|duoc (?:cap|danh gia|tham dinh))|"
    "cho (?:duoc )?(?:tai (?:cap|danh gia|chung nhan)|cap lai|gia han|danh gia lai|duyet)|"
    "da nop|da trinh|"
    "da gui ho so|cho cap|cho tham dinh|application (?:filed|submitted)|applied for|submitted|"
    "sap co|sap xong|cho ket qua|"
    "pending|in (?:process|progress)|under ?way|being renewed|renewing|waiting for (?:the )?(?:results?)|"
    "audit(?:ed)? done|"
    "co the (?:lam |giao )?(?:giam|thieu|tre|cham|thay doi|tang|het|mat|khong|bi|anh huong|chua)|"
    "co kha nang|hang khan|chua (?:co|ro|biet|xong|chac|dat|lam|nhan|du)|neu|tuy|phu thuoc|du kien|"
    "khong (?:chac|dam bao|on dinh)|if|may be|limited|depends"
)
_SCARCE = (
    "uu tien|dat coc|tien coc|con it|it hang|hang it|khan hang|khan hiem|mat mua|giam san luong|"
    "san luong giam|sap het|het hang|gan het|dat het|ban het|kin don|dat kin|het don|"
    r"(?:tam )?ngung (?:ban|giao|nhan|lay)|nghi ban|"
    r"chi (?:nhan|ban(?! (?:hoi|con song|song|ca con|tuoi|kho)\b)|giao|con|ky)|khong (?:nhan|ban|giao)"
)
_WISH = (
    "chi (?:nhan|lay|mua)|khong (?:nhan|lay|mua)|phai|yeu cau|bat buoc|giao truoc|giao trong|"
    r"giao (?:luc |tu |truoc )?\d{1,2} ?(?:h|gio|:)\d{0,2}|can (?:co|san pham|loai|them|hang|mau|anh)|"
    "gui mau|dan (?:tem|nhan)|(?<!kho )dong (?:thung|goi|tui|hop|bao|khay|sot)|"
    "in (?:logo|nhan|ten)|bu (?:hang|lai|tien)|den (?:bu|hang|tien)|boi thuong|hoan tien|"
    "bao hanh|doi (?:hang|moi|lai)|"
    r"compensat\w*|replac\w*|refund\w*"
)
_ASKED = {
    "offer": re.compile(rf"\b(?:{_DOUBTFUL}|{_SCARCE})\b"),
    "demand": re.compile(rf"\b(?:{_DOUBTFUL}|{_WISH})\b"),
}
_CLAUSES = re.compile(r"[;\n]|\.(?:\s|$)")
_PARTS = re.compile(r"[,;\n]|\.(?:\s|$)")
_THINGS = re.compile(r",(?!\d)| [-–] ")  # of a clause of a note
LONGEST = 160  # letters of a clause that are quoted


def notes(offer: Offer, demand: Demand) -> dict[str, list[Said]]:
    """For each criterion what the notes of both sides say to it: side, words, and whether it must be asked.

    ``underway`` marks a clause on papers that the seller is obtaining or renewing.
    """
    found: dict[str, list[Said]] = defaultdict(list)
    sides: tuple[tuple[str, Offer | Demand], ...] = (("offer", offer), ("demand", demand))
    for side, record in sides:
        for row in _begun_in(record.description) if side == "offer" and record.description else ():
            found["requirements"].append(dict(row))
        if side == "offer" and (free := _brought_from(record)) and at_the_door(offer, demand):
            found["price"].append({"side": side, "words": free, "asked": False})
        if side == "offer" and (abroad := sold_abroad(offer, demand)):
            found["requirements"].append({"side": side, "words": abroad, "asked": False, "sold": True})
        if record.note or record.remarks:
            due = _deadline(record) if record.doubts else ""
            for criterion, row in _of_record(side, record.note, record.remarks):
                if due and due in row["words"]:  # held against the season
                    continue
                if side == "offer" and row["words"] in paused(offer)[1]:  # held against the months
                    if row["note"]:
                        found["season"].append({"side": side, "words": row["words"], "asked": False})
                    continue
                if told := _beside_fields(side, criterion, row, offer, demand):
                    found[criterion].append(told)
    return dict(found)


def _beside_fields(side: str, criterion: str, row: Said, offer: Offer, demand: Demand) -> Said | None:
    """A clause as it is told beside the fields: of a seller's term that a field declares too the ground, and
    asked where the field says otherwise; None where the fields tell it all."""
    plain = fold(row["words"])
    if row.get("more"):
        return {name: value for name, value in row.items() if name != "note"}
    declared = as_declared(plain, offer) if side == "offer" else None
    if declared and not row.get("underway"):
        return {"side": side, "words": row["words"], "asked": False, "ground": True} if row["note"] else None
    told = {name: value for name, value in row.items() if name != "note"}
    if declared is False:
        return told | {"asked": True}
    if side == "offer" and (row["asked"] or must_suit(plain)):
        if needless(plain, demand):
            return told | {"asked": False} if row["note"] else None
        told["asked"] = row["asked"] or row["note"]
    if side == "demand" and _SENT_BACK.fullmatch(plain):  # "không trả" is said of goods, not of money
        return told | {"of_returns": "sure" if demand.returns is False or " tru " in plain else "likely"}
    if side == "demand" and of_samples(plain):
        own = samples_answered(plain, offer.remarks)
        return told | ({"asked": False, "answer": own} if own else {"asked": row["asked"] or row["note"]})
    if side == "demand" and row["asked"] and (own := lacks_said(plain, offer.remarks)):
        return told | {"answer": own, "lacking": True}
    if side == "demand" and row["asked"] and criterion == "requirements":
        told["words"] = _not_told(row["words"], offer, demand)
    return None if _answered(side, criterion, told, offer, demand) else told


_SENT_BACK = re.compile(r"(?:khong|ko|k|khg) tra(?: (?:tru|ngoai tru) .*)?")
_JOINED = re.compile(r",(?!\d)|\s(?:và|va|and|\+|&)\s", re.IGNORECASE)


def _not_told(words: str, offer: Offer, demand: Demand) -> str:
    """What a buyer's clause on papers asks beyond its parts that the fields tell: the "origin papers" of "VAT
    e-invoice and origin papers"."""
    parts = _split(_JOINED, words)
    left = [
        part for part in parts if not (told_by_fields(fold(part), demand) or told_by_offer(fold(part), offer))
    ]
    return ", ".join(left) if left and len(left) < len(parts) else words


def _answered(side: str, criterion: str, row: Said, offer: Offer, demand: Demand) -> bool:
    """Whether a clause that would be asked is answered by the fields or the words of the other side."""
    plain = fold(row["words"])
    if side == "offer":
        if row["asked"] and _RANGE_BY_SORT.fullmatch(plain):
            return bool(offer.price_min and offer.price_max)  # told as the range of the price
        if row["asked"] and lacks_said(fold(f"{demand.spec}; {demand.remarks}"), str(row["words"])):
            return True  # told beside what the buyer asks for
        return bool(row["asked"]) and (_papers_agree(plain, offer) or _is_answer(plain, demand))
    if demand.months and _MONTHS_OFF.search(plain):  # read as the months wanted
        return True
    if row["asked"] and _AMOUNT.search(plain) and criterion == "requirements":
        paper = next((each for each in PAPERS.findall(plain)), "")
        return not paper or paper in fold(demand.product) or told_by_fields(paper, demand)
    if of_pooling(plain, demand) or lot_met(plain, offer, demand):
        return True
    doubtful = [part.strip() for part in plain.split(",") if _ASKED["demand"].search(part)]
    refused = [_REFUSES.fullmatch(part) for part in doubtful]
    if refused and all(refused):
        own = words_said(plain_of(f"{offer.product}; {offer.description}"))
        words = [
            set(re.findall(r"[a-z]+", each[1])) - {"hang", "loai", "cac", "con"} for each in refused if each
        ]
        return not any(each <= own for each in words)
    if told_by_fields(plain, demand) or told_by_offer(plain, offer):
        return True
    if "kiem nghiem" in plain and tested(f"{offer.description}; {offer.remarks}"):
        return True
    if not row["asked"]:
        return False
    told = "; ".join(filter(None, (offer.product, offer.description, offer.packaging, offer.remarks)))
    core = _core(plain)
    return bool(core) and core <= words_said(plain_of(told))


# "280-450 nghìn/kg tùy loại", and goods that a buyer will not have: "gừng trâu không nhận".
_RANGE_BY_SORT = re.compile(
    r"(?:gia )?(?:tu )?\d[\d.,]* ?(?:k|nghin|ngan|tr|trieu)? ?(?:[-–]|den|toi) ?"
    r"\d[\d.,]* ?(?:k|nghin|ngan|tr|trieu|d|dong)?"
    r"(?: ?/ ?[a-z]+)?(?: tai [a-z]{2,8}(?: [a-z]{2,8})?)? tuy (?:theo )?[a-z]{1,8}(?: [a-z]{1,8}){0,3}"
)
_REFUSES = re.compile(
    r"([a-z ]{3,30}) (?:(?:thi )?khong (?:nhan|lay|mua|dung)|mien (?:chao|tiep|ban)|dung chao)"
)
_MONTHS_OFF = re.compile(
    r"\b(?:nghi|khong (?:lay|nhan|mua)|tru|ngung)\b.*\b(?:thang|t) ?\d|\bthang \d.*khong lay"
)
_AMOUNT = re.compile(r"\d ?(?:kg|tan|ta|yen|lit|goi|hop|chai|trai|qua|con|cai|chiec)\b")
_MUST = re.compile(r"\b(?:phai|bat buoc|must)\b")


def papers_or(asked: bool, criterion: str) -> bool:
    """Whether a clause of a buyer would be asked: what he writes of papers always."""
    return asked or criterion == "requirements"


def _is_answer(plain: str, demand: Demand) -> bool:
    """Whether what an offer writes of papers and tests, without a doubt, is what the buyer asks about."""
    if _ASKED["offer"].search(plain):
        return False
    asks = _core(fold("; ".join((demand.product, demand.spec, demand.remarks))))
    said = _core(plain) & asks
    return bool(said & THINGS) or len(said - _core(fold(demand.product))) > 1


def _papers_agree(plain: str, offer: Offer) -> bool:
    """Whether what a clause says of papers, part by part, says no more than the fields."""
    parts = [part.strip() for part in plain.split(",")]
    told = [part for part in parts if _ASKED["offer"].search(part) or topic(part) == "requirements"]
    return bool(told) and all(agrees(part, offer) for part in told)


_ASKING = frozenset(
    (
        *("phai", "co", "can", "yeu", "cau", "bat", "buoc", "kem", "giay", "va", "day", "du", "ho", "so"),
        *("duoc", "dat", "cho", "ca"),
    )
)


@lru_cache(maxsize=16_384)
def _core(plain: str) -> frozenset[str]:
    """The words of a clause in one wording, without those of asking."""
    return frozenset(re.findall(r"[a-z0-9]+", meaning(plain))) - _ASKING


_DAYS_TOLD = "deadline", "deadline_apart", "begins", "begin_apart"


def _deadline(record: Offer | Demand) -> str:
    """The words of a deadline that was understood, "" where there is none."""
    told = (doubt for doubt in record.doubts if doubt.code in _DAYS_TOLD)
    found = (doubt.facts.get("words") for doubt in told)
    return str(next(found, ""))


@lru_cache(maxsize=16_384)
def _of_record(side: str, note: str, remarks: str) -> tuple[tuple[str, Said], ...]:
    free = remarks.removesuffix(note)
    clauses = [(words, True) for clause in _split(_CLAUSES, note) for words in _terms_apart(clause, side)]
    clauses += [(words, False) for words in _split(_PARTS, free)]
    rows = []
    for words, always in clauses:
        plain = fold(words)
        criterion, asked = topic(plain), _ASKED[side].search(_of_others(plain, side)) is not None
        if side == "offer" and on_papers(plain):
            criterion = "requirements"
        if side == "offer" and of_the_sale(plain, in_note=always):
            criterion, asked = criterion if criterion == "season" else "volume", True
        more = side == "offer" and makes_more(plain)
        criterion = "volume" if more else criterion
        if side == "demand" and (hour := hour_of_day(words)):
            rows.append(("terms", {"side": side, "words": hour, "note": always, "asked": True}))
            continue
        allowed = ALLOWED.search(plain) and not _MUST.search(plain)
        if side == "demand" and papers_or(asked, criterion) and (wished_in(words) or allowed):
            if not always or wished_in(words):  # told with the goods, or a mere allowance
                rows += [("requirements", {"side": side, "words": each, "note": always, "asked": True})
                         for each in (_beside_wishes(words) if always else ())]  # fmt: skip
                continue
            asked = False
        if side == "demand" and always and not asked and _told_with_goods(words):
            continue
        papers = criterion == "requirements"
        if not (always or asked or papers or more):
            continue
        row: Said = {"side": side, "words": words[:LONGEST], "note": always}
        row["asked"] = asked or more or (papers and (side == "demand" or not always))
        row |= {"more": True} if more else {}
        if criterion == "requirements" and side == "offer" and says_when(words):
            row["asked"] = False
        elif criterion == "requirements" and side == "offer" and is_under_way(plain):
            row["asked"] = row["underway"] = True
            row["of_papers"] = list(_codes_named(plain))
        rows.append((criterion, row))
    return tuple(rows)


def _terms_apart(words: str, side: str) -> list[str]:
    """A clause of a note cut at its commas where a part names a term of trade; a part that speaks of nothing
    else ("vốn ít") stays with it."""
    parts = _split(_THINGS, words)
    kinds = [kind_of_term(fold(part)) for part in parts]
    if len(parts) < 2 or max(kinds) < 0 or len(words) > LONGEST:
        return [words]
    loose = [
        kind < 0
        and topic(fold(part)) == "product"
        and not (_ASKED[side].search(fold(part)) or wished_in(part))
        for part, kind in zip(parts, kinds, strict=True)
    ]
    found = [parts[0]]
    for n, part in enumerate(parts[1:], 1):
        if kinds[n] == kinds[n - 1] or loose[n] or loose[n - 1]:
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found


def _told_with_goods(words: str) -> bool:
    """Whether a note holds wishes for the goods and nothing else: they are told with these."""
    parts = _split(_THINGS, words)
    return bool(parts) and all(fold(part) in map(fold, wished_in(part)) for part in parts)


def _beside_wishes(words: str) -> list[str]:
    """The parts of a buyer's note on papers, tests and residues that none of the wishes beside them tells:
    the "MRL EU" of "MRL EU, không chiếu xạ"."""
    parts = [part for part in _split(_THINGS, words) if not (wished_in(part) or ALLOWED.search(fold(part)))]
    return [part[:LONGEST] for part in parts if topic(fold(part)) == "requirements"]


def _brought_from(record: Offer | Demand) -> str:
    """The words by which the goods are brought for nothing from an amount on, "" where none are."""
    facts = (doubt.facts for doubt in record.doubts if doubt.code == "price_at_place")
    return next((str(each["value"]) for each in facts if each.get("least")), "")


def _codes_named(plain: str) -> tuple[str, ...]:
    """The codes, or their beginnings, of the papers of which a folded clause speaks."""
    return tuple(dict.fromkeys(code for each in papers_named(plain) for code in each.codes))


@lru_cache(maxsize=16_384)
def _begun_in(description: str) -> tuple[Said, ...]:
    """The clauses of a description that tell of a named paper under way."""
    told = [words for words in _split(_PARTS, description) if is_under_way(fold(words))]
    named = [(words, _codes_named(fold(words))) for words in told]
    return tuple(
        {"side": "offer", "words": words[:LONGEST], "asked": True, "underway": True, "of_papers": list(codes)}
        for words, codes in named
        if codes
    )


def _of_others(plain: str, side: str) -> str:
    """A folded clause without what a buyer sees to himself: there is nothing to ask in it."""
    if side == "offer":
        return plain
    return ",".join(part for part in plain.split(",") if not is_his_own(part))


def topic(plain: str) -> str:
    """The criterion that a folded clause bears on; the goods themselves where it speaks of nothing else.

    >>> topic("uu tien khach dat coc"), topic("nong do 45%")
    ('terms', 'product')
    """
    return criterion_of_term(plain) or next(
        (name for name, pattern in _BEARS.items() if pattern.search(plain)), "product"
    )


def _split(marks: re.Pattern[str], text: str) -> list[str]:
    return [words for part in marks.split(text) if (words := part.strip(" ,.-"))]
