"""When goods are in supply and when they are wanted, as every sentence on months tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from matchmaker.wording.months import short, span, within
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, choose, days, quoted


def in_supply(facts: Facts, lang: str) -> str:
    """The months of supply: "T11–T2", "quanh năm"; "từ T11", "đến T3" where the record names one end only."""
    side, offered = facts.get("open_side"), span(facts.get("offered") or (), lang)
    if facts.get("offered_days"):
        return f"{offered} ({days_told(facts['offered_days'], lang)})"
    if facts.get("harvested"):
        months = span(facts["harvested"], lang)
        return choose(lang, f"thu {months}", f"of the harvest {months}")
    if not side or facts.get("open_by_harvest"):
        return offered
    month = short(facts["open_month"], lang)
    if side == "end":
        return choose(lang, f"từ {month}", f"from {month} on")
    return choose(lang, f"đến {month}", f"until {month}")


def wanted_then(facts: Facts, lang: str) -> str:
    """The months wanted, with the days where the buyer names them: "T12–T1 (10/12/2026–15/01/2027)"."""
    months, days = facts.get("wanted") or (), facts.get("wanted_days")
    if facts.get("early") and facts.get("deadline"):
        return days_told((None, facts["deadline"]), lang)
    if month := facts.get("wanted_from"):  # nobody says until when
        first = short(month, lang)
        return days_told(days, lang) if days else choose(lang, f"từ {first}", f"from {first} on")
    if not days:
        return within(months, lang)
    if all(days) and days[0][:4] == days[1][:4] and len(months) > 1:  # T1, T3–T12 of 2027
        return f"{span(sorted(months), lang, one_year=True)} ({days_told(days, lang)})"
    return f"{within(months, lang)} ({days_told(days, lang)})"


def days_told(ends: Sequence[str | None], lang: str) -> str:
    """ "10/12/2026–15/01/2027", "từ 10/12/2026", "đến 15/01/2027"."""
    first, last = (day(each, lang) if each else "" for each in ends)
    if first and last:
        return first if first == last else f"{first}–{last}"
    one = (f"từ {first}", f"from {first} on") if first else (f"đến {last}", f"until {last}")
    return choose(lang, *one)


def lunar_told(facts: Facts, lang: str) -> list[str]:
    """Which solar days the lunar months and feasts of a record are."""
    notes = []
    if part := facts.get("wanted_part"):
        words = quoted(part, lang)
        notes.append(choose(lang, f"bên mua ghi {words}", f"the buyer says {words}"))
    for side, vi, en in (("offered", "bên bán", "the producer"), ("wanted", "bên mua", "the buyer")):
        if said := facts.get(f"{side}_lunar"):
            if side == "wanted" and facts.get("deadline"):
                continue
            if about := lunar_days(facts, side, lang):
                words = quoted(said.get("words"), lang)
                notes.append(choose(lang, f"{vi} ghi {words}, tức {about}", f"{en} says {words}, {about}"))
    return notes


def lunar_days(facts: Facts, side: str, lang: str) -> str:
    """ "khoảng 08/01/2027–05/02/2027", "đến khoảng 05/02/2027": the solar days of a season in lunar words."""
    said = facts[f"{side}_lunar"]
    first, last = said.get("from"), said.get("to")
    if side == "offered" and facts.get("open_side"):
        first, last = (first, None) if facts["open_side"] == "end" else (None, last)
    if not (first or last):
        return ""
    days = days_told((first, last), lang)
    if lang == "en":
        return f"about {days}"
    return f"khoảng {days}" if first and last else days.replace(" ", " khoảng ")


def deadline_told(facts: Facts, lang: str) -> list[str]:
    """The last day on which a buyer's text wants the goods, and whether they are there by then."""
    words = quoted(facts.get("deadline_words"), lang)
    if before := facts.get("begin_apart"):
        months, begun = span(before, lang), quoted(facts["begin_words"], lang)
        first = day(facts["begin"], lang)
        vi = f"bên mua ghi {begun} (từ {first}) mà cần cả {months}: phải hỏi bắt đầu lấy khi nào"
        en = f"the buyer says {begun} ({first}) and wants {months}, too: ask when deliveries begin"
        return [choose(lang, vi, en)]
    if beyond := facts.get("deadline_apart"):
        months = span(beyond, lang)
        vi = f"bên mua ghi {words} mà cần cả {months}: phải hỏi hạn ấy là của đợt nào"
        return [choose(lang, vi, f"the buyer says {words} and wants {months}, too: ask what is due by then")]
    if not facts.get("deadline"):
        return []
    until = day(facts["deadline"], lang)
    vi, en = f"bên mua ghi {words}, hạn {until}", f"the buyer says {words}, that is {until}"
    if (facts.get("wanted_days") or [None])[-1] == facts["deadline"]:  # told with the months wanted
        vi, en = f"bên mua ghi {words}", f"the buyer says {words}"
    if late := facts.get("days_late"):
        vi += f": sớm nhất cũng trễ {late} ngày, phải hỏi giao sớm hơn"
        en += f": {late} days late at the earliest, ask for an earlier delivery"
    elif early := facts.get("early"):
        months = span(early, lang)
        vi = f"{vi}: chỉ có hàng sớm hơn, phải hỏi bên mua nhận {months} được không"
        en = f"{en}: only there sooner, ask whether the buyer takes it in {months}"
    elif (spare := facts.get("days_to_spare")) is not None:
        vi += f": sớm nhất tới nơi trước hạn có {spare} ngày" if spare else ": sớm nhất tới nơi đúng ngày hạn"
        en += f": there {spare} days before it at the earliest"
    elif facts.get("in_time"):
        vi, en = f"{vi}: kịp", f"{en}: in time"
    return [choose(lang, vi, en)]


def wrong_season(facts: Facts, lang: str) -> str:
    """Why no month of supply is one wanted."""
    offered, wanted = in_supply(facts, lang), wanted_then(facts, lang)
    if facts.get("lead_misses"):
        return _not_ready(facts, offered, wanted, lang)
    if not facts.get("offered"):
        return choose(
            lang, f"Đợt hàng đã qua, bên mua cần {wanted}.", f"The supply is over; wanted {wanted}."
        )
    source = choose(lang, " theo lịch mùa vụ", " by the crop calendar") if facts.get("calendar") else ""
    if facts.get("ready_on"):
        ready = day(facts["ready_on"], lang)
        source += choose(lang, f", sớm nhất từ {ready}", f", from {ready} at the earliest")
    said = [*lunar_told(facts, lang), *(deadline_told(facts, lang) if facts.get("days_late") else ())]
    if words := facts.get("ruled_out_by"):
        words = next((row["words"] for row in facts.get("notes") or () if words in row["words"]), words)
        vi, en = f"bên bán ghi {quoted(words, lang)}", f"the producer says {quoted(words, lang)}"
        said.append(choose(lang, vi, en))
    supply = choose(
        lang,
        f"Có hàng {offered}{source}, bên mua cần {wanted}",
        f"In supply {offered}{source}, wanted {wanted}",
    )
    why, *more = _other_months(facts, lang)
    return in_sentences(f"{supply}: {why}", [*more, *said])


def in_sentences(head: str, notes: Sequence[str]) -> str:
    """What a row says first, and behind it each thing that is to be added in a sentence of its own."""
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in (head, *notes))


def _not_ready(facts: Facts, offered: str, wanted: str, lang: str) -> str:
    """Goods in supply when they are wanted that take too long to get ready."""
    ready, lead = day(facts["ready_on"], lang), days(facts.get("lead_time_days"), lang)
    late = days(facts["lead_misses"], lang)
    past = ("quá hạn giao", "the last day wanted") if facts.get("wanted_days") else ("quá tháng cần", "it")
    return choose(
        lang,
        f"Có hàng {offered} nhưng cần {lead} chuẩn bị, sớm nhất {ready}, bên mua cần {wanted}: "
        f"{past[0]} {late}, phải hỏi giao sớm hơn.",
        f"In supply {offered}, but it takes {lead} to get ready, {ready} at the earliest; wanted {wanted}: "
        f"{late} after {past[1]}, ask for an earlier delivery.",
    )


def _other_months(facts: Facts, lang: str) -> list[str]:
    """ "không trùng tháng nào", "hàng T10 để được …": goods that keep are in other months, not spoilt."""
    old, later = facts.get("left_over"), facts.get("stored_for") if facts.get("stored") else None
    keeps = kept_told(facts, lang)
    if not (old or facts.get("stored")):
        return [choose(lang, "lệch vụ", "out of season"), *([keeps] if keeps else ())]
    keeps = keeps or choose(lang, "hàng để được lâu", "the goods keep")
    months = span(old or later or facts.get("wanted") or (), lang)
    if old:
        how = (f"còn hàng trữ thì giao được {months}, phải hỏi", f"what is left can go in {months}: ask")
    else:
        how = (f"trữ lại thì giao được {months}", f"goods set aside can go in {months}")
    return [choose(lang, "không trùng tháng nào", "no month in common"), keeps, choose(lang, *how)]


def kept_for(facts: Facts, lang: str) -> list[str]:
    """ "T2–T6 nếu trữ hàng": the months that are served only from a store."""
    told = []
    for name, vi, en in (
        ("left_over", "nếu còn hàng vụ trước", "if some of the last season is left"),
        ("stored_for", "nếu trữ hàng", "if goods are set aside"),
    ):
        if months := facts.get(name):
            told.append(choose(lang, f"{span(months, lang)} {vi}", f"{within(months, lang)} {en}"))
    return told


def kept_year(facts: Facts) -> int:
    """The year of the harvest from which goods are set aside; 0 where nobody says until when they keep."""
    if not facts.get("kept_until") or facts.get("kept_days") is None:
        return 0
    goes = float(facts["kept_days"]) - float(facts.get("kept_left") or 0)
    return (date.fromisoformat(str(facts["kept_until"])) - timedelta(days=goes)).year


def kept_told(facts: Facts, lang: str) -> str:
    """ "hàng T10 để được 720 ngày, tức đến khoảng cuối T9/2028"; "" where nobody says."""
    if not facts.get("kept_until"):
        return ""
    since, shelf = short(facts["kept_since"], lang), days(facts.get("kept_days"), lang)
    until, left = part_of_month(facts["kept_until"], lang), facts.get("kept_left")
    table = choose(lang, " theo bảng sản phẩm", " by the product table") if facts.get("kept_by_table") else ""
    wants = days(left, lang) if left else ""
    if facts.get("kept_over"):  # before anything can be there
        last = day(facts["kept_until"], lang)
        vi = f", bên mua đòi còn {wants} nên" if wants else " nên"
        en = f" and, as the buyer wants {wants} left," if wants else " and"
        return choose(
            lang,
            f"hàng {since} để được {shelf}{table}{vi} chỉ giao được đến {last}, nay không kịp",
            f"goods of {since} keep {shelf}{table}{en} could go until {last}, which is too soon",
        )
    vi = f", bên mua đòi còn {wants} nên giao được đến" if wants else ", tức đến"
    en = f" and, as the buyer wants {wants} left, can go until" if wants else ", that is until"
    return choose(
        lang, f"hàng {since} để được {shelf}{table}{vi} khoảng {until}",
        f"goods of {since} keep {shelf}{table}{en} about {until}",
    )  # fmt: skip


def asked_of_time(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is asked of goods that come before the day they are wanted by, or of a harvest too old by then."""
    if facts.get("early"):
        yield ("bên mua nhận sớm được không", "whether goods are taken early")
    if facts.get("begin_apart"):
        yield ("bắt đầu lấy hàng khi nào", "when deliveries begin")
    if facts.get("stale"):
        yield ("hạn dùng tính từ ngày nào", "from which day the shelf life counts")


def part_of_month(told: str, lang: str) -> str:
    """ "đầu T4/2028", "early Apr 2028": about when a day is, where the day itself would say too much."""
    part = min((int(told[8:10]) - 1) // 10, 2)
    vi, en = (("đầu", "early"), ("giữa", "mid-"), ("cuối", "late"))[part]
    month = short(int(told[5:7]), lang)
    return choose(lang, f"{vi} {month}/{told[:4]}", f"{en}{'' if en[-1] == '-' else ' '}{month} {told[:4]}")
