"""How often the buyer wants goods delivered, and how often the producer says that he delivers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from matchmaker.wording.reasons.phrases import Facts, choose, quoted, said_amount

# Words of time, and numbers of loads; what holds none ("container 20 feet", "xe lạnh") says by what goods are
# delivered, where to, or something else.
_OFTEN = re.compile(
    r"ngày|ngay|tuần|tuan|tháng|thang|quý|lần|lan\b|chuyến|chuyen|đợt|dot\b|thứ|thu \d|hằng|"
    r"\bthu (?:hai|ba|tu|nam|sau|bay)\b|chủ nhật|chu nhat|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|"
    r"\bt[2-7]\b|\bcn\b|"
    r"quy\b|cách (?:ngày|tuần)|\bday|week|fortnight|month|quarter|daily|"
    r"\b(?:\d+|một|mot|hai|ba|bốn|bon|one|two|three|four|several|vài|vai|nhiều|nhieu) ?"
    r"(?:\d+ ?-? ?(?:ft|feet|foot|')\.? ?|[a-z]+ )?"
    r"(?:lô|lo|mẻ|me|xe|cont|container|lot|batch|batche|shipment|load|trip|deliverie|delivery|consignment|"
    r"truck)s?\b|"
    r"\btheo (?:đơn|don|lệnh|lenh|yêu cầu|yeu cau|nhu cầu)\b|\bon (?:call|order|demand)\b|\bper order\b",
    re.IGNORECASE,
)
# At what time of the day: says nothing of how often.
_HOUR = re.compile(
    r"\d ?h\d{0,2}\b|\d ?[ap]\.?m\b|\b\d{1,2}:\d{2}\b|"
    r"\b(?:giờ|chiều(?! (?:dài|rộng|cao|ngang))|(?<!màu )tối(?! (?:đa|thiểu|ưu|màu))|đêm|buổi|"
    r"(?<!màu )(?<!tươi )(?<!bóng )sáng(?! (?:màu|bóng|da))|hours?|morning|evening|night|"
    r"(?<!trong )(?<!bang )gio(?! (?:hoa|qua|tre|lua|nhua|may|thu|lon))|"
    r"buoi(?= (?:sang|chieu|toi|trua|som|dem|le|dau|cuoi)))\b",
    re.IGNORECASE,
)
# Words of a last day, where it was not read as one ("lô đầu trước 20/12").
_DUE = re.compile(
    r"\b(?:trước|truoc|chậm nhất|muộn nhất|trễ nhất|hạn giao|before|deadline|no later)\b|\bby \d|"
    r"\b\d{1,2}/\d{1,2}\b",
    re.IGNORECASE,
)
_CARRIAGE = re.compile(
    r"\b(?:xe|tàu|tau|thuyền|máy bay|may bay|hàng không|hang khong|đường (?:biển|bộ|sắt|thủy)|biển|"
    r"duong (?:bien|bo|sat|thuy)|cont|containers?|feet|thùng|thung|bồn|oxy|ô ?xy|lạnh|lanh|mát|"
    r"reefer|trucks?|vans?|lorry|lorries|air|sea|rail|vessel|tank|chilled|frozen|refrigerated)\b|"
    r"\d+ ?(?:ft\b|')",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:tại|tai|tận|tan (?:noi|cho|kho)|đến|den|về|kho|chợ|bến|ben|cảng|cang|cửa khẩu|cua khau|"
    r"sân bay|san bay|bãi|cửa hàng|cua hang|nhà máy|nha may|warehouse|port|station|door|at|"
    r"depot|stores?|ex[- ]works)\b",
    re.IGNORECASE,
)
OFTEN = ("nhịp giao", "how often goods are delivered")
CARRIAGE = ("cách vận chuyển", "how goods are carried")
# What each sort of words is called in a reason, and as what is asked.
_NAMES = {
    "often": (("nhịp giao", "deliveries"), OFTEN),
    "hour": (("giờ giao", "the hour of delivery"), ("giờ giao", "the hour of delivery")),
    "due": (("hạn giao", "delivery"), ("hạn giao", "the deadline")),
    "carriage": (("cách vận chuyển", "carriage by"), CARRIAGE),
    "place": (("nơi giao", "delivery"), ("nơi giao", "the place of delivery")),
    "other": (("cách giao", "deliveries"), ("cách giao", "how goods are delivered")),
}


class _Part(NamedTuple):
    sort: str
    words: str


def rhythm(facts: Facts, lang: str) -> str:
    """ "; nhịp giao bên mua cần là “2 chuyến/tuần”, bên bán chưa nói: phải hỏi": how often, or by what."""
    often = _often(facts, lang) or _once(facts, lang)
    return f"{_carriage(facts, lang)}{often}{_carriage_asked(facts, lang)}"


def _once(facts: Facts, lang: str) -> str:
    """A single delivery that the producer can make up of one lot."""
    if not facts.get("brought_once"):
        return ""
    words = quoted(facts["brought_once"], lang)
    return choose(
        lang,
        f"; bên mua ghi {words}, một lô của bên bán đủ cả lượng ấy",
        f"; the buyer wants {words}, one lot of the producer is enough for that",
    )


def _carriage(facts: Facts, lang: str) -> str:
    """How goods are to be carried, which the producer's words say too."""
    if not facts.get("carriage_met"):
        return ""
    words = ", ".join(quoted(each, lang) for each in facts["carriage_met"])
    return choose(
        lang, f"; bên mua cần {words}, bên bán có", f"; the buyer wants {words}, the producer has it"
    )


def _carriage_asked(facts: Facts, lang: str) -> str:
    """How goods are to be carried beside how often, which the producer has not said, or in other words."""
    beside = facts.get("carriage_beside") or {}
    unsaid = [each for each in facts.get("carriage_asked") or () if each not in beside]
    told = "".join(
        choose(
            lang,
            f"; bên mua cần {quoted(each, lang)}, bên bán ghi {quoted(own, lang)}: phải hỏi lại",
            f"; the buyer wants {quoted(each, lang)}, the producer says {quoted(own, lang)}: to be asked",
        )
        for each, own in beside.items()
    )
    if not unsaid:
        return told
    words = ", ".join(quoted(each, lang) for each in unsaid)
    return told + choose(
        lang,
        f"; bên mua cần {words}, bên bán chưa nói: phải hỏi",
        f"; the buyer wants {words}, the producer has not said: to be asked",
    )


def _often(facts: Facts, lang: str) -> str:
    if not facts.get("rhythm"):
        return ""
    first, *apart = _parts(str(facts["rhythm"]))
    return _held(first, facts, lang) + "".join(_unsaid(each, lang) for each in apart)


def _held(part: _Part, facts: Facts, lang: str) -> str:
    """The words on deliveries beside the producer's, or beside what the producer has for that period."""
    if not facts.get("rhythm_offered") and not facts.get("rhythm_amount"):
        return _unsaid(part, lang)
    how, wanted = choose(lang, *_NAMES[part.sort][0]), quoted(part.words, lang)
    own = choose(lang, "bên bán ghi ", "the producer says ") + quoted(facts.get("rhythm_offered"), lang)
    less, enough = ("thưa hơn, phải hỏi lại", "too seldom, to be asked"), ("kịp nhịp", "often enough")
    if said := facts.get("rhythm_amount"):
        had = {"x_said": said["supply"], "x_said_unit": said["unit"], "x_said_per": said["per"]}
        own = choose(lang, "bên bán có ", "the producer has ") + said_amount(had, "x", lang)
        less, enough = ("ít hơn, phải hỏi lại", "less, to be asked"), ("đủ nhịp", "enough")
    end = choose(lang, "phải đối chiếu", "to be compared")
    if facts.get("rhythm_days_apart"):
        end = choose(lang, "khác ngày, phải hỏi lại", "other days, to be asked")
    if facts.get("rhythm_fits") is not None:
        end = choose(lang, *(enough if facts["rhythm_fits"] else less))
    return choose(
        lang,
        f"; {how} bên mua cần là {wanted}, {own}: {end}",
        f"; the buyer wants {how} {wanted}, {own}: {end}",
    )


def _unsaid(part: _Part, lang: str) -> str:
    how, wanted = choose(lang, *_NAMES[part.sort][0]), quoted(part.words, lang)
    return choose(
        lang,
        f"; {how} bên mua cần là {wanted}, bên bán chưa nói: phải hỏi",
        f"; the buyer wants {how} {wanted}, the producer has not said: to be asked",
    )


def _parts(words: str) -> list[_Part]:
    """What a buyer writes of deliveries by sorts: how often and until when together, and apart from them by
    what and where to; the words that tell of the producer's side, how often, come first."""
    found: list[_Part] = []
    for clause in filter(None, re.split(r"\s*[;,](?!\d)\s*", words)):
        sort = _sort(clause)
        if found and (
            sort == "other" or sort == found[-1].sort or {sort, found[-1].sort} <= {"often", "hour", "due"}
        ):
            found[-1] = _Part(found[-1].sort, f"{found[-1].words}, {clause}")
        else:
            found.append(_Part(sort, clause))
    if len(found) < 2:
        return [_Part(_sort(words), words)]
    return sorted(found, key=lambda part: part.sort not in ("often", "hour", "due"))


def _sort(words: str) -> str:
    sorts = (("often", _OFTEN), ("hour", _HOUR), ("due", _DUE), ("carriage", _CARRIAGE), ("place", _PLACE))
    return next((sort for sort, pattern in sorts if pattern.search(words)), "other")


def rhythm_asked(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is asked of what the buyer says of deliveries."""
    first, *apart = _parts(str(facts.get("rhythm") or ""))
    if first.words and not facts.get("rhythm_fits"):
        yield _NAMES[first.sort][1]
    if first.words:
        yield from (_NAMES[part.sort][1] for part in apart)
    if facts.get("carriage_asked"):
        yield CARRIAGE
