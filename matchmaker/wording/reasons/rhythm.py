"""How often the buyer wants goods delivered, and how often the producer says that he delivers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.wording.reasons.phrases import Facts, choose, quoted

# Words of time; what holds none ("container 20 feet", "xe lạnh") says how goods are delivered, not how often.
_OFTEN = re.compile(
    r"\d ?h\b|ngày|ngay|tuần|tuan|tháng|thang|quý|lần|lan\b|chuyến|chuyen|đợt|dot\b|thứ|thu \d|hằng|"
    r"quy\b|cách (?:ngày|tuần)|sáng|sang\b|chiều|giờ|gio\b|đêm|\bday|week|fortnight|month|quarter|daily|hour",
    re.IGNORECASE,
)
CARRIAGE = ("cách vận chuyển", "how goods are carried")
# Words of a last day, where it was not read as one ("lô đầu trước 20/12").
_DUE = re.compile(
    r"\b(?:trước|truoc|chậm nhất|muộn nhất|trễ nhất|hạn giao|before|deadline|no later)\b|\bby \d",
    re.IGNORECASE,
)


def rhythm(facts: Facts, lang: str) -> str:
    """ "; nhịp giao bên mua cần là “2 chuyến/tuần”, bên bán chưa nói: phải hỏi": how often, or by what."""
    return f"{_carriage(facts, lang)}{_often(facts, lang)}{_carriage_asked(facts, lang)}"


def _carriage(facts: Facts, lang: str) -> str:
    """How goods are to be carried, which the producer's words say too."""
    if not facts.get("carriage_met"):
        return ""
    words = ", ".join(quoted(each, lang) for each in facts["carriage_met"])
    return choose(
        lang, f"; bên mua cần {words}, bên bán có", f"; the buyer wants {words}, the producer has it"
    )


def _carriage_asked(facts: Facts, lang: str) -> str:
    """How goods are to be carried beside how often, of which the producer has said nothing."""
    if not facts.get("carriage_asked"):
        return ""
    words = ", ".join(quoted(each, lang) for each in facts["carriage_asked"])
    return choose(
        lang,
        f"; bên mua cần {words}, bên bán chưa nói: phải hỏi",
        f"; the buyer wants {words}, the producer has not said: to be asked",
    )


def _often(facts: Facts, lang: str) -> str:
    if not facts.get("rhythm"):
        return ""
    wanted, own = quoted(facts["rhythm"], lang), quoted(facts.get("rhythm_offered"), lang)
    how = choose(lang, "cách vận chuyển", "carriage by")
    if is_rhythm(facts):
        how = choose(lang, "nhịp giao", "deliveries")
    elif is_due(facts):
        how = choose(lang, "hạn giao", "delivery")
    if not facts.get("rhythm_offered"):
        return choose(
            lang,
            f"; {how} bên mua cần là {wanted}, bên bán chưa nói: phải hỏi",
            f"; the buyer wants {how} {wanted}, the producer has not said: to be asked",
        )
    end = choose(lang, "phải đối chiếu", "to be compared")
    if facts.get("rhythm_fits") is not None:
        end = choose(lang, "thưa hơn, phải hỏi lại", "too seldom, to be asked")
        if facts["rhythm_fits"]:
            end = choose(lang, "kịp nhịp", "often enough")
    return choose(
        lang,
        f"; {how} bên mua cần là {wanted}, bên bán ghi {own}: {end}",
        f"; the buyer wants {how} {wanted}, the producer says {own}: {end}",
    )


def is_rhythm(facts: Facts) -> bool:
    """Whether what the buyer says of deliveries tells how often."""
    return _OFTEN.search(str(facts.get("rhythm"))) is not None


def is_due(facts: Facts) -> bool:
    """Whether what the buyer says of deliveries names a last day and not how often."""
    return not is_rhythm(facts) and _DUE.search(str(facts.get("rhythm"))) is not None


def rhythm_asked(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is asked of what the buyer says of deliveries."""
    if facts.get("rhythm") and not facts.get("rhythm_fits"):
        if is_rhythm(facts):
            yield ("nhịp giao", "how often goods are delivered")
        else:
            yield ("hạn giao", "the deadline") if is_due(facts) else CARRIAGE
    if facts.get("carriage_asked"):
        yield CARRIAGE
