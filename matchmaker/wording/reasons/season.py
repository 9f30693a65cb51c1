"""Reasons about the months: when there are goods, and when they are wanted."""

from __future__ import annotations

from matchmaker.wording.months import short, span, within
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons.phrases import Facts, Teller, choose, quoted
from matchmaker.wording.reasons.reached import not_sure, reached, with_the_next
from matchmaker.wording.reasons.standing import standing
from matchmaker.wording.reasons.supply import deadline_told, in_supply, kept_told, lunar_told, wanted_then
from matchmaker.wording.reasons.vetoes import VETOES
from scoring.horizon import YEAR


def _supply_and_wish(facts: Facts, lang: str) -> str:
    offered, wanted = in_supply(facts, lang), wanted_then(facts, lang)
    return choose(lang, f"Có hàng {offered}, bên mua cần {wanted}", f"In supply {offered}, wanted {wanted}")


def _season_all(facts: Facts, lang: str) -> str:
    n, tail = len(facts.get("wanted") or ()), _season_notes(facts, lang)
    end = choose(lang, f"giao đủ cả {n} tháng", f"all {n} months served")
    if n == 1:
        end = choose(lang, "giao đúng tháng cần", "the month is served")
    if facts.get("if_papers"):  # which of them are served the papers tell, that may come late
        month = (
            (" tháng cần", "in supply in the month")
            if n == 1
            else (f" cả {n} tháng", f"in supply all {n} months")
        )
        end = choose(
            lang,
            f"có hàng đủ{month[0]}, giao được khi có giấy",
            f"{month[1]}, served once the papers are there",
        )
    if unsure := not_sure(facts):
        sure, open_ = reached(facts), span(unsure, lang)
        end = choose(lang, f"{open_} chưa rõ", f"not known for {open_}")
        if sure:
            served = choose(lang, "giao được", "served")
            if facts.get("if_papers"):
                served = choose(lang, "khi có giấy thì giao được", "once the papers are there, served")
            vi = f"{served} {span(sure, lang)} ({len(sure)} trong {n} tháng cần); "
            end = choose(lang, vi, f"{served} {within(sure, lang)} ({len(sure)} of {n} months); ") + end
    elif early := facts.get("early"):
        end = choose(
            lang, f"giao {span(early, lang)}, trước hạn", f"delivered {within(early, lang)}, before it"
        )
    elif facts.get("over"):
        left = span([month for month in facts.get("common") or () if month not in facts["over"]], lang)
        vi, en = f"vụ này chỉ còn {left}", f"of this season only {left} is left"
        end = choose(lang, f"{vi}, cả vụ sau thì đủ {n} tháng", f"{en}, all {n} months with the next one")
    elif facts.get("lacks"):
        end = choose(
            lang, f"có hàng trong {n} tháng ấy nhưng không trọn", f"in these {n} months, but not throughout"
        )
    return f"{_supply_and_wish(facts, lang)}: {end}{tail}."


def _season_part(facts: Facts, lang: str) -> str:
    common, served_at_all = reached(facts), facts.get("common") or ()
    lacking = [month for month in facts.get("wanted") or () if month not in served_at_all]
    once = facts.get("in_time") and common  # one delivery will do
    open_ = "".join(
        choose(lang, f"; {span(months, lang)} phải {how}", f"; {how} for {span(months, lang)}")
        for months, how in _open_months(lacking, facts, lang)
        if months and not once
    )
    if unsure := not_sure(facts):
        open_ += choose(lang, f"; {span(unsure, lang)} chưa rõ", f"; not known for {span(unsure, lang)}")
    served = within(common, lang) + ("" if once else _of_months(facts, lang, apart=not open_))
    can = choose(lang, f"giao được {served}", f"served {served}")
    if not common:
        can = choose(lang, "đợt này khó kịp", "hardly in time")
    elif facts.get("if_papers"):  # which of them are served the papers tell, that may come late
        can = choose(
            lang,
            f"có hàng {served}, giao được khi có giấy",
            f"in supply {served}, served once the papers are there",
        )
    return f"{_supply_and_wish(facts, lang)}: {can}{open_}{_season_notes(facts, lang)}."


def _open_months(lacking: list[int], facts: Facts, lang: str) -> list[tuple[list[int], str]]:
    """The months that are not served with what could serve them, those before any supply apart."""
    sooner, kept = facts.get("sooner") or [], facts.get("left_over") or []
    keeps = kept_told(facts, lang) if kept else ""
    until = f" ({keeps})" if keeps else ""
    old = (
        f"lấy hàng trữ vụ trước nếu còn{until}, hoặc tìm nguồn khác",
        f"what is left of the last season{until}, or another source,",
    )
    before, rest = choose(lang, "tìm nguồn khác", "another source"), _filled(facts, lang)
    kept_for = facts.get("stored_for") or lacking
    spoilt = [month for month in lacking if month not in kept_for]
    hows = {
        month: choose(lang, *old) if month in kept else before if month in sooner or month in spoilt else rest
        for month in lacking
    }
    if by_paper := _by_paper(facts, lang):
        hows |= {month: by_paper for month in lacking if month in facts["barred"]}
        lapsed = facts.get("stored_barred") or ()
        hows |= {month: _with_paper(facts, lang) for month in lacking if month in lapsed}
    hows |= {month: _too_late(facts, lang) for month in lacking if month in (facts.get("unready") or ())}
    return [([month for month in lacking if hows[month] == how], how) for how in dict.fromkeys(hows.values())]


def _by_paper(facts: Facts, lang: str) -> str:
    """What the months need of which only a paper is not there, where others need a store."""
    if not facts.get("barred") or not facts.get("stored") or facts.get("barred_by_market", True):
        return ""
    return choose(
        lang,
        "có giấy còn hạn (hàng thì có) hoặc tìm nguồn khác",
        "valid papers (the goods are there) or another source",
    )


def _with_paper(facts: Facts, lang: str) -> str:
    """What the months need that goods set aside can serve once a paper holds that long."""
    keeps = "" if facts.get("left_over") else kept_told(facts, lang)
    until = f" ({keeps})" if keeps else ""
    return choose(
        lang,
        f"trữ hàng{until} và có giấy còn hạn, hoặc tìm nguồn khác",
        f"goods set aside{until} with valid papers, or another source,",
    )


def _too_late(facts: Facts, lang: str) -> str:
    """That goods in supply cannot be ready within what is left of a month."""
    if not facts.get("ready_on"):
        return choose(lang, "tìm nguồn khác", "another source")
    ready, lead = day(facts["ready_on"], lang), number(facts.get("lead_time_days"), lang)
    vi, en = "tìm nguồn khác", "another source"
    if facts.get("unready_again"):
        vi, en = "đợi lần sau", "their next time"
    vi = f"{vi} (hàng có, cần {lead} ngày chuẩn bị, sớm nhất {ready})"
    return choose(lang, vi, f"{en} (the goods are there, ready after {lead} days, on {ready})")


def _of_months(facts: Facts, lang: str, *, apart: bool) -> str:
    """ " (2 trong 10 tháng cần)": how many of the months wanted this delivery reaches; ``apart`` from what
    stands in brackets behind it: ", 2 trong 10 tháng cần"."""
    wanted, served = len(facts.get("wanted") or ()), len(reached(facts))
    said = choose(lang, f"{served} trong {wanted} tháng cần", f"{served} of {wanted} months")
    if more := with_the_next(facts):
        said += choose(lang, f", cả vụ sau thì {more}", f", {more} with the next season")
    return f", {said}" if apart else f" ({said})"


def _only_papers_lack(facts: Facts) -> bool:
    """Whether of all months that are not served the goods are there, and only the papers are not."""
    barred, served = facts.get("barred") or (), facts.get("common") or ()
    left = [month for month in facts.get("wanted") or () if month not in served]
    once = facts.get("in_time") and served  # then no month is told as open
    return bool(left) and set(left) <= set(barred) and not facts.get("barred_by_market", True) and not once


def _filled(facts: Facts, lang: str) -> str:
    """How the months that are not served can be: goods that keep can also be set aside for them."""
    barred = facts.get("barred") or ()
    common, wanted = facts.get("common") or (), facts.get("wanted") or ()
    if barred and all(month in barred for month in wanted if month not in common):
        if facts.get("barred_by_market", True):
            return choose(lang, "có giấy còn hạn hoặc tìm nguồn khác", "valid papers or another source")
        vi = "có giấy còn hạn (hàng thì có) hoặc tìm nguồn khác"
        return choose(lang, vi, "valid papers (the goods are there) or another source")
    if facts.get("stored"):
        keeps = "" if facts.get("left_over") else kept_told(facts, lang)
        until = f" ({keeps})" if keeps else ""
        vi, en = f"trữ hàng{until} hoặc tìm nguồn khác", f"goods set aside{until} or another source"
        return choose(lang, vi, en)
    return choose(lang, "tìm nguồn khác", "another source")


def _season_unknown(facts: Facts, lang: str) -> str:
    wanted = within(facts.get("wanted") or (), lang)
    tail = _season_notes(facts, lang)
    if not facts.get("wanted"):
        return choose(
            lang,
            f"Chưa rõ tháng bên bán có hàng, bên mua cũng chưa nêu tháng nhận{tail}: phải hỏi lại.",
            f"Neither the months of supply nor those wanted are known{tail}: to be asked.",
        )
    return choose(
        lang,
        f"Cần hàng {wanted} nhưng chưa rõ tháng bên bán có hàng{tail}: phải hỏi lại.",
        f"Wanted {wanted}, but the months of supply are not known{tail}: to be asked.",
    )


def _season_open(facts: Facts, lang: str) -> str:
    offered, tail = in_supply(facts, lang), _season_notes(facts, lang)
    return choose(
        lang,
        f"Có hàng {offered}, bên mua chưa nêu tháng nhận{tail}: thời gian tùy thỏa thuận.",
        f"In supply {offered}; the buyer names no month{tail}: the time is open.",
    )


def _bar(facts: Facts, lang: str) -> str:
    if facts.get("barred_by_market", True):
        return choose(lang, "thiếu giấy còn hạn hoặc thị trường chưa mở", "valid paper or open market")
    return choose(lang, "giấy không còn đủ hạn", "valid paper")


_PARTS = {
    "early": ("đầu T{month}", "early {name}"),
    "middle": ("giữa T{month}", "mid-{name}"),
    "late": ("cuối T{month}", "late {name}"),
    "before": ("trước {day}/{month}", "before {day} {name}"),
    "after": ("sau {day}/{month}", "after {day} {name}"),
}


def not_throughout(facts: Facts, lang: str) -> list[str]:
    """What is told of months that are not served from end to end, each with who says so."""
    notes = []
    if facts.get("lacks"):
        parts = [
            choose(lang, *_PARTS[part]).format(month=month, day=at, name=span([month], lang))
            for part, month, at in facts["lacks"]
        ]
        lacking = choose(lang, ", ", " and ").join(parts)
        said = facts.get("season_said")
        quote = choose(lang, f"bên bán ghi “{said}”, ", f"the producer says “{said}”, ") if said else ""
        if days := _lunar_of(said, facts, lang):  # the words that the days are of are quoted once
            quote = f"{days}: "
        notes.append(
            choose(lang, f"{quote}{lacking} phải tìm nguồn khác", f"{quote}another source for {lacking}")
        )
    if left := facts.get("days_left"):
        month = span((facts.get("common") or ())[:1], lang)
        vi, en = f"{month} chỉ còn {left} ngày", f"only {left} days of {month} are left"
        if way := facts.get("days_on_way"):
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
        vi = f"tính từ lúc thu thì {keeps}: {months} phải hỏi hạn dùng tính từ ngày nào"
        en = f"counted from the harvest {keeps}: for {months} ask from which day the shelf life counts"
        notes.append(choose(lang, vi, en))
    return notes


def _lunar_of(said: str | None, facts: Facts, lang: str) -> str:
    """The note on the solar days of a season in lunar words, where what it leaves out is told of those words
    alone; else ""."""
    lunar = facts.get("offered_lunar")
    if not said or not lunar or lunar.get("words") != said:
        return ""
    return next(iter(lunar_told({**facts, "wanted_lunar": None}, lang)), "")


def next_year(facts: Facts, lang: str) -> list[str]:
    """Which of the months wanted are those of the next year, as one of them runs already."""
    if not facts.get("next_year"):
        return []
    months, year = span(facts["next_year"], lang), facts["year"]
    return [choose(lang, f"{months} tính năm {year}", f"{months} is that of {year}")]


def _season_notes(facts: Facts, lang: str) -> str:
    notes = not_throughout(facts, lang)
    told = _only_papers_lack(facts) or _by_paper(facts, lang)  # with the months that are open
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
        *(told for told in lunar_told(facts, lang) if not any(told in note for note in notes)),
        *deadline_told(facts, lang),
        *_break(facts, lang),
        *_paused(facts, lang),
    ]
    if facts.get("off_season"):
        months = span(facts["off_season"], lang)
        notes.append(
            choose(lang, f"{months} là trái vụ, cần xác minh", f"{months} is off season, to be verified")
        )
    notes += standing(facts, lang)
    return f" ({'; '.join(notes)})" if notes else ""


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


REASONS: dict[str, Teller] = {
    "season_all": _season_all,
    "season_part": _season_part,
    "season_none": VETOES["wrong_season"],
    "season_unknown": _season_unknown,
    "season_open": _season_open,
}
