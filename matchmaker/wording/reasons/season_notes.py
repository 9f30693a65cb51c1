"""What is added to the months of a season in sentences of their own: parts of months, days; questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matchmaker.wording.months import short, span, within
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons.phrases import Facts, choose, quoted
from matchmaker.wording.reasons.standing import standing
from matchmaker.wording.reasons.supply import deadline_told, kept_told, lunar_days, lunar_told
from scoring.horizon import YEAR


def _bar(facts: Facts, lang: str) -> str:
    if facts.get("barred_by_market", True):
        return choose(lang, "thiếu giấy còn hạn hoặc thị trường chưa mở", "valid paper or open market")
    return choose(lang, "giấy không còn đủ hạn", "valid paper")


_THIRDS = {"early": ("đầu", "early"), "middle": ("giữa", "mid"), "late": ("cuối", "late")}  # of a month
_ENDS = {
    "before": ("trước {day}/{month}", "before {day} {name}"),
    "after": ("sau {day}/{month}", "after {day} {name}"),
}


def not_throughout(facts: Facts, lang: str) -> list[str]:
    """What is told of months that are not served from end to end, each with who says so."""
    notes = []
    if facts.get("lacks"):
        lacking, said = _lacking(facts["lacks"], lang), facts.get("season_said")
        quote = choose(lang, f"bên bán ghi “{said}”", f"the producer says “{said}”") if said else ""
        quote += _lunar_within(said, facts, lang)  # the words that the days are of are quoted once
        quote += ": " if quote else ""
        notes.append(
            choose(lang, f"{quote}{lacking} phải tìm nguồn khác", f"{quote}another source for {lacking}")
        )
    if left := facts.get("days_left"):
        month = span((facts.get("common") or ())[:1], lang)
        vi, en = f"{month} chỉ còn {left} ngày", f"only {left} days of {month} are left"
        way, again = facts.get("days_on_way"), facts.get("again_in")
        if way and again:
            vi += f", đường đi đã mất {way} ngày: tính {month} năm {again}"
            en += f" and the way takes {way}: that of {again} counts"
        elif way:
            vi += f", đường đi đã mất {way} ngày: coi như không kịp {month}"
            en += f" and the way takes {way}: too late for it"
        notes.append(choose(lang, vi, en))
    over = span(facts.get("over") or (), lang).strip("–")
    if over:
        notes.append(
            choose(lang, f"{over} phải đợi vụ sau", f"{over} of this season is over, the next one counts")
        )
    notes += next_year(facts, lang)
    if since := facts.get("sold_since"):
        first = short(since, lang)
        vi = f"bán từ {first}, phải hỏi nay còn bao nhiêu"
        notes.append(choose(lang, vi, f"sold since {first}: ask what is left"))
    return notes + _of_harvest(facts, lang)


def _of_harvest(facts: Facts, lang: str) -> list[str]:
    """What is told of goods that keep of which the producer says the harvest."""
    said = facts.get("harvest_said")
    notes = []
    if not said:
        pass  # a crop that goods in store are from is told among the seller's own words
    elif facts.get("sold_all_year"):
        notes.append(choose(lang, f"bên bán ghi “{said}”", f"the producer says “{said}”"))
    else:
        vi = f"bên bán ghi “{said}”, hàng để được lâu: phải hỏi bán đến tháng nào"
        en = f"“{said}” is the harvest of goods that keep: ask until when they are sold"
        notes.append(choose(lang, vi, en))
    if (stale := facts.get("stale")) and (keeps := kept_told(facts, lang)):
        months = span(stale, lang)
        vi = f"{months} phải hỏi hạn dùng tính từ ngày nào"
        en = f"for {months} ask from which day the shelf life counts"
        counted = choose(lang, "tính từ lúc thu thì ", "counted from the harvest ")
        notes += [f"{counted}{keeps}", choose(lang, vi, en)]
    return notes


def _lunar_within(said: str | None, facts: Facts, lang: str) -> str:
    """ ", tức khoảng 08/01/2027–05/02/2027", ", “dịp Tết” là khoảng …": the solar days of lunar words that
    stand in the words quoted just before; else ""."""
    if not _told_within(facts):
        return ""
    words = facts["offered_lunar"]["words"]
    about = lunar_days(facts, "offered", lang)
    if not about or words == said:
        return about and choose(lang, f", tức {about}", f", {about}")
    return choose(lang, f", “{words}” là {about}", f", “{words}” is {about}")


def _told_within(facts: Facts) -> bool:
    """Whether the words quoted for the parts that lack hold those of which the solar days are told."""
    words = (facts.get("offered_lunar") or {}).get("words")
    return bool(facts.get("lacks") and words and words in str(facts.get("season_said") or ""))


def _lacking(rows: Sequence[Sequence[Any]], lang: str) -> str:
    """ "trước 10/6 và sau 15/7", "đầu và giữa T5, cuối T6": parts of months, those of one month together."""
    told: list[tuple[int, list[str]]] = []
    for part, month, at in rows:
        if part in _ENDS:
            told.append(
                (0, [choose(lang, *_ENDS[part]).format(day=at, month=month, name=span([month], lang))])
            )
        elif told and told[-1][0] == month:
            told[-1][1].append(choose(lang, *_THIRDS[part]))
        else:
            told.append((month, [choose(lang, *_THIRDS[part])]))
    and_ = choose(lang, " và ", " and ")
    each = [f"{and_.join(words)} {span([month], lang)}" if month else words[0] for month, words in told]
    return (", " if any(and_ in words for words in each) else and_).join(each).replace("mid ", "mid-")


def next_year(facts: Facts, lang: str) -> list[str]:
    """Which of the months wanted are those of the next year, as one of them runs already."""
    if not facts.get("next_year"):
        return []
    months, year = span(facts["next_year"], lang), facts["year"]
    return [choose(lang, f"{months} tính năm {year}", f"{months} is that of {year}")]


def season_notes(facts: Facts, lang: str) -> list[str]:
    """All that is to be added, in the order of a reader's questions."""
    notes = not_throughout(facts, lang)
    told = only_papers_lack(facts) or by_paper(facts, lang)  # with the months that are open
    if facts.get("barred") and not told:
        months = within(facts["barred"], lang)
        notes.append(
            choose(
                lang,
                f"{months} có hàng nhưng {_bar(facts, lang)}",
                f"{months} there are goods, but no {_bar(facts, lang)}",
            )
        )
    for side, text in (("bán", facts.get("offered_unread")), ("mua", facts.get("wanted_unread"))):
        if text:
            notes.append(choose(lang, f"bên {side} ghi “{text}”", f"“{text}” could not be read"))
    if facts.get("ready_on") and not facts.get("unready"):  # else told with the month that it closes
        ready, lead = day(facts["ready_on"], lang), number(facts.get("lead_time_days"), lang)
        notes.append(
            choose(
                lang, f"cần {lead} ngày chuẩn bị, sớm nhất {ready}", f"ready after {lead} days, on {ready}"
            )
        )
    if words := facts.get("peak_said"):
        said = quoted(words, lang)
        vi, en = (
            f"bên bán chỉ ghi {said}, phải hỏi các tháng khác",
            f"the producer says only {said}: ask for the rest",
        )
        notes.append(choose(lang, vi, en))
    elif facts.get("calendar"):
        vi, en = "theo lịch mùa vụ, bên bán chưa nói", "by the crop calendar, not yet confirmed"
        if len(set(facts.get("offered") or ())) == YEAR:
            vi, en = "bên bán chưa nói tháng, coi là có quanh năm", "no months are named, taken as all year"
        notes.append(choose(lang, vi, en))
    if month := facts.get("from_month"):
        first = short(month, lang)
        notes.append(choose(lang, f"sớm nhất {first}", f"from {first} at the earliest"))
    notes += [
        *_one_end(facts, lang),
        *lunar_told({**facts, "offered_lunar": None} if _told_within(facts) else facts, lang),
        *deadline_told(facts, lang),
        *_break(facts, lang),
        *_paused(facts, lang),
    ]
    if facts.get("off_season"):
        months = span(facts["off_season"], lang)
        notes.append(
            choose(lang, f"{months} là trái vụ, cần xác minh", f"{months} is off season, to be verified")
        )
    if facts.get("after_harvest"):
        months = span(facts["after_harvest"], lang)
        vi = f"theo bảng sản phẩm {months} là hàng trữ sau thu hoạch"
        en = f"by the product table goods sold in {months} are kept since the harvest"
        notes.append(choose(lang, vi, en))
    notes += standing(facts, lang)
    return notes


def _one_end(facts: Facts, lang: str) -> list[str]:
    """What is asked of a season of which a record names one end only."""
    notes = []
    if side := facts.get("open_side"):
        month = short(facts["open_month"], lang)
        vi, en = f"bên bán chỉ nói từ {month}", f"the producer says from {month} on only"
        asked = ("phải hỏi bán đến tháng nào", "ask until when")
        if side == "start":
            vi, en = f"bên bán chỉ nói đến {month}", f"the producer says until {month} only"
            asked = ("phải hỏi có từ tháng nào", "ask from when on")
        if facts.get("open_by_harvest"):
            vi, en = f"{vi}, phần còn lại theo lịch mùa vụ", f"{en}, the rest is by the crop calendar"
        notes.append(choose(lang, f"{vi}, {asked[0]}", f"{en}: {asked[1]}"))
    if month := facts.get("wanted_from"):
        first = short(month, lang)
        vi = f"bên mua chỉ nói nhận từ {first}, phải hỏi nhận đến tháng nào"
        notes.append(choose(lang, vi, f"the buyer says from {first} on only: ask until when"))
    return notes


def _break(facts: Facts, lang: str) -> list[str]:
    """Days on which a producer who delivers all the while does not."""
    if not facts.get("break_said"):
        return []
    words = quoted(facts["break_said"], lang)
    vi, en = f"bên bán ghi {words}: tránh giao những ngày ấy", f"the producer says {words}: no delivery then"
    return [choose(lang, vi, en)]


def _paused(facts: Facts, lang: str) -> list[str]:
    """The words by which a producer takes no orders in some of the months wanted."""
    if not (said := facts.get("paused_by")):
        return []
    words = quoted(said, lang)
    return [choose(lang, f"bên bán ghi {words}", f"the producer says {words}")]


def by_paper(facts: Facts, lang: str) -> str:
    """What the months need of which only a paper is not there, where others need a store."""
    if not facts.get("barred") or not facts.get("stored") or facts.get("barred_by_market", True):
        return ""
    return choose(
        lang,
        "có giấy còn hạn (hàng thì có) hoặc tìm nguồn khác",
        "valid papers (the goods are there) or another source",
    )


def only_papers_lack(facts: Facts) -> bool:
    """Whether of all months that are not served the goods are there, and only the papers are not."""
    barred, served = facts.get("barred") or (), facts.get("common") or ()
    left = [month for month in facts.get("wanted") or () if month not in served]
    once = facts.get("in_time") and served  # then no month is told as open
    return bool(left) and set(left) <= set(barred) and not facts.get("barred_by_market", True) and not once
