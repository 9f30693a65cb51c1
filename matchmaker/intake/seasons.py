"""Delivery months from a text: lists, ranges round the year, exceptions, lunar months and feasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from matchmaker.intake import letter_dates, spoken_seasons
from matchmaker.intake.calendar_words import Months
from matchmaker.intake.explicit_months import explicit_first
from matchmaker.intake.lunar_points import days_within, months_held
from matchmaker.intake.months import MonthReader
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.points import Point
from matchmaker.intake.season_parts import Part, Season, days_named, deadline, is_break, told_break, told_days
from matchmaker.intake.text import Token

_TO = Phrases.listed(
    "- | - - | - > | đến | tới | cho đến | cho tới | to | until | till | through | thru | sang | qua | "
    "kéo dài đến | kéo dài tới | kéo dài sang | đến tận | up to | đến khoảng | đên | đén"
)
_UNTIL = Phrases.listed("đến | tới | cho đến | until | till | trước | before | by")
_FROM = Phrases.listed("từ | from | bắt đầu từ | kể từ | since | starting | between | bắt đầu")
_ONWARD = Phrases.listed("trở đi | đổ đi | về sau | trở về sau | onwards | onward | on | trở lên | đổ lên")
_AND = Phrases.listed(", | ; | và | & | + | and | or | hoặc | hay | với | , và | cùng | lẫn")
_EXCEPT = Phrases.listed(
    "trừ | ngoại trừ | trừ ra | nghỉ | không có | except | except for | excluding | không kể | trừ các "
    "tháng | hết hàng | không giao | chỉ trừ | but not | ngưng | nghỉ vào | không có hàng | chưa có hàng | "
    "không bán | không thu | không cung cấp | no supply in | not available in"
)
_REFUSAL = Phrases.listed(
    "không có | không có hàng | thì không | thì không có | không bán | không thu | không giao | hết hàng | "
    "nghỉ | thì nghỉ | không hái | không cắt | chưa có | chưa có hàng | khong co | khong co hang | "
    "thi khong | "
    "nghi | het hang | none | not available | closed | off"
)
_PEAK = Phrases.listed(
    "nhiều nhất | nhiều nhất là | nhiều nhất vào | đông nhất | mạnh nhất | rộ nhất | rộ nhất là | "
    "rộ nhất vào | rộ | rộ vào | nở rộ | cao điểm | cao điểm là | cao điểm vào | đỉnh điểm | đỉnh vụ | "
    "nhiều hàng nhất | most in | peak in | peaks in | peak | peak season"
)
_COMING = ("lứa", "đợt", "vụ", "mùa", "kỳ", "năm", "tuần", "tháng", "chuyến")
_REFUSED_WITHIN = 6  # tokens after a month
_GATHERED = Phrases.listed(
    "thu | thu hoạch | hái | thu hái | vụ thu hoạch | đào | bẻ | quay | khai thác | harvest | harvested"
)
_SOLD = Phrases.listed(
    "có hàng | bán | giao | hàng có | có bán | sẵn hàng | bán hàng | giao hàng | xuất bán | bán ra | có "
    "giao | in stock | sold | for sale"
)
_SELLING = (
    "bán",
    "giao",
    "kéo",
    "dài",
    "cho",
    "còn",
    "hàng",
    "thu",
    "hoạch",
    "có",
    "dần",
    "rải",
    "lai",
    "rai",
)
_MOST_READINGS = 6


_MARKS = (",", ";", "|", "(", ")", "\n")


def find_season(tokens: tuple[Token, ...], reader: MonthReader, *, alone: bool = False) -> Season | None:
    """The months that a text names, None where it names none.

    ``alone`` says that the text is known to be about months and nothing else, so that bare numbers
    ("11-2", "6, 7, 8") are months too.
    """
    parts = _parts(tokens, reader, alone or _round_the_year(tokens))
    if not parts:
        return None
    kept = _without_peaks(tokens, explicit_first(tokens, parts))
    if not kept:  # when there is most says nothing of the other months
        return None
    if peaks := [part for part in kept if spoken_seasons.is_peak(tokens, part.start, part.end)]:
        kept = [part for part in kept if part not in peaks] or [_all_year(peaks[0])]
        kept[0].doubts.append("peak")
    kept = _of_the_sale(tokens, kept)
    named = [p for p in kept if not p.taken_away]
    breaks = [p for p in kept if p.taken_away and is_break(p)]
    away = [p for p in kept if p.taken_away and p not in breaks]
    doubts = [code for part in kept if part not in breaks for code in part.doubts]
    doubts += ["break"] if breaks else []
    if not named:
        first = (away or breaks)[0]
        named = [Part((tuple(range(1, 13)),), first.start, first.start)]
        doubts.append("only_exception")
    excluded = {month for part in away for month in part.readings[0]}
    readings: list[Months] = []
    for choice in _choices(named):
        months = tuple(dict.fromkeys(m for group in choice for m in group if m not in excluded))
        if months and months not in readings:
            readings.append(months)
    if not readings:
        return None
    spans = tuple(sorted({i for part in parts for i in range(part.start, part.end)}))
    confidence = 0.95 - 0.25 * bool(doubts) - 0.15 * any(not p.sure for p in kept)
    return Season(
        readings[0],
        tuple(readings[1:_MOST_READINGS]),
        round(confidence, 2),
        tuple(dict.fromkeys(doubts)),
        spans,
        told_days(tokens, named) | told_break(breaks) | spoken_seasons.told_peak(tokens, peaks),
        **days_named(named[0] if len(named) == 1 and not away else None),
    )


def _without_peaks(tokens: tuple[Token, ...], parts: list[Part]) -> list[Part]:
    """The parts without those in which there is most, unless the others leave these out: "rộ tháng 6, lai rai
    tháng 5 và tháng 7"."""
    kept = [part for part in parts if not _PEAK.before(tokens, part.start)]
    said = {month for part in kept if not part.taken_away for month in part.readings[0]}
    apart = any(not said.issuperset(part.readings[0]) for part in parts if part not in kept)
    return parts if said and apart else kept


def find_peak(
    tokens: tuple[Token, ...], reader: MonthReader, *, alone: bool = False
) -> tuple[int, int, Months] | None:
    """Where a text says only when there is most ("rộ nhất T7–11"), from and to a token, and those months."""
    parts = _parts(tokens, reader, alone)
    peaks = [(found[0], part) for part in parts if (found := _PEAK.before(tokens, part.start))]
    if not peaks or len(peaks) < len(parts):
        return None
    start, part = peaks[0]
    return start, part.end, part.readings[0]


def _of_the_sale(tokens: tuple[Token, ...], parts: list[Part]) -> list[Part]:
    """The parts without those of the harvest, where the months of sale are told beside them: "thu tháng 10
    đến tháng 1, có hàng tháng 12 đến tháng 5"."""
    if not any(_SOLD.before(tokens, part.start) for part in parts):
        return parts
    return [part for part in parts if part.taken_away or not _GATHERED.before(tokens, part.start)] or parts


def _all_year(peak: Part) -> Part:
    """The whole year, where beside an amount of every month a feast is told only to take more."""
    return Part((tuple(range(1, 13)),), peak.start, peak.start, doubts=["vague_season"])


def _choices(parts: list[Part]) -> Iterator[list[Months]]:
    """The meant readings together, then the same with one part at a time read otherwise."""
    meant = [part.readings[0] for part in parts]
    yield meant
    doubtful = [k for k, part in enumerate(parts) if len(part.readings) > 1][:_MOST_READINGS]
    for k in doubtful:
        for other in parts[k].readings[1:]:
            yield [*meant[:k], other, *meant[k + 1 :]]


def _round_the_year(tokens: tuple[Token, ...]) -> bool:
    """Whether the text is nothing but "11-2": falling numbers that only months can be."""
    if len(tokens) != 3 or tokens[1].text != "-" or not all(t.text.isdigit() for t in (tokens[0], tokens[2])):
        return False
    return len(tokens[0].text) <= 2 and tokens[0].text.zfill(2) > tokens[2].text.zfill(2)


def _parts(tokens: tuple[Token, ...], reader: MonthReader, alone: bool) -> list[Part]:
    parts: list[Part] = []
    i, away = 0, False
    while i < len(tokens):
        hit = _EXCEPT.at(tokens, i)
        if hit and (found := _part(tokens, hit.end, reader, alone)):
            away = True
        else:
            found = _part(tokens, i, reader, alone or _listed(tokens, i, parts) or _set_apart(tokens, i))
        if found is None:
            extended = _extension(tokens, i, reader, parts)
            if extended:
                i = extended
                continue
            away = away and (i < len(tokens) and _AND.at(tokens, i) is not None)
            i += 1
            continue
        if not alone and _of_papers(tokens, found):
            i = found.end
            continue
        found.taken_away = away or _refused(tokens, found.end)
        found.start = min(i, found.start)
        if found.marked and parts:
            _mark_before(tokens, parts[-1], found, reader)
        parts.append(found)
        i = found.end
    return [part for k, part in enumerate(parts) if alone or not _weekday(tokens, parts, k)]


def _refused(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the clause of a month ends in a refusal: "riêng T7-T8 mưa bão không có", "tháng 2 thì nghỉ"."""
    for at in range(i, min(len(tokens), i + _REFUSED_WITHIN)):
        hit = _REFUSAL.at(tokens, at)
        if hit and hit.exact:
            return hit.end >= len(tokens) or tokens[hit.end].kind == "mark"
        if tokens[at].kind != "word":
            return False
    return False


def _of_papers(tokens: tuple[Token, ...], part: Part) -> bool:
    """Whether a single day or month is that of a paper: "VietGAP hết hạn 30/6/2027", "QĐ ngày 24/2/2023"."""
    if any(len(months) > 1 for months in part.readings) and "open_end" not in part.doubts:
        return False
    return letter_dates.of_a_letter(tokens, part.start, part.end)


def _weekday(tokens: tuple[Token, ...], parts: list[Part], k: int) -> bool:
    """Whether "T2" is a day of the week: "T2, T4, T6 hàng tuần"."""
    last = k
    while last + 1 < len(parts) and parts[last + 1].start - parts[last].end <= 1:
        last += 1
    after = tokens[parts[last].end : parts[last].end + 3]
    days = all(tokens[part.start].folded == "t" and set(part.readings[0]) <= {2, 3, 4, 5, 6, 7}
               for part in parts[k : last + 1])  # fmt: skip
    first = k
    while first and parts[first].start - parts[first - 1].end <= 1:
        first -= 1
    beside = [*tokens[max(0, parts[first].start - 2) : parts[first].start], *after[:2]]
    sunday = any(token.folded in ("cn", "sunday") for token in beside)  # "T7 CN nghỉ"
    return days and (
        sunday or any(token.is_("tuần") or token.folded in ("week", "weekly") for token in after)
    )


def _mark_before(tokens: tuple[Token, ...], part: Part, marked: Part, reader: MonthReader) -> None:
    """ "tháng 11 và 12 âm lịch": the mark at the end of a list is meant for the month before it too."""
    hit = _AND.at(tokens, part.end)
    if hit and hit.end == marked.start and not part.doubts and not part.vague:
        lunar = reader.as_lunar(Point(part.readings[0], part.start, part.end))
        part.readings, part.doubts, part.days = (lunar.months, *lunar.others), ["lunar"], lunar.days


def _listed(tokens: tuple[Token, ...], i: int, parts: list[Part]) -> bool:
    """Whether token ``i`` continues a list of months: at most "," or "và" since the last one."""
    if not parts or parts[-1].vague or tokens[i].kind != "number" or letter_dates.is_clock(tokens, i):
        return False
    hit = _AND.at(tokens, parts[-1].end)
    return i == (hit.end if hit else parts[-1].end)


def _set_apart(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "11-3" stands between marks or behind the word "vụ": a range that nothing but months can be."""
    first, dash, last = (*tokens[i : i + 3], None, None, None)[:3]
    if first is None or dash is None or last is None or dash.text != "-":
        return False
    if not (first.text.isdigit() and last.text.isdigit() and len(first.text) <= 2 and len(last.text) <= 2):
        return False
    if i and tokens[i - 1].is_("vụ", "mùa"):
        return True
    apart = i > 0 and tokens[i - 1].text in _MARKS and tokens[i + 3 : i + 4] != ()
    return apart and tokens[i + 3].text in _MARKS and first.text.zfill(2) > last.text.zfill(2)


def _part(tokens: tuple[Token, ...], i: int, reader: MonthReader, bare: bool) -> Part | None:
    """A point, a range or an open range that begins at token ``i``."""
    opening = _FROM.at(tokens, i)
    at = opening.end if opening else i
    if (month := _month_of_days(tokens, at, reader)) is not None:
        return replace(month, start=i)
    first = reader.point(tokens, at)
    if first is None and (today := spoken_seasons.now(tokens, at, reader.today)):
        last = _range_end(tokens, today, reader)
        return _range(today, last, i) if last else None
    if first is None and _of_year(tokens, at):
        first = Point((int(tokens[at].text),), at, at + 1)
    if first is None and (bare or (opening and _number_range(tokens, at, reader))):
        first = reader.bare(tokens, at)
    if first is None:
        return None
    last = _range_end(tokens, first, reader)
    if last is None and (more := _ONWARD.at(tokens, first.end)):  # "tháng 4 trở đi đến tháng 8"
        last = _range_end(tokens, replace(first, end=more.end), reader)
    if last:
        if last.marked and not first.lunar:
            first = reader.as_lunar(first)
        return _range(first, last, i)
    onward = _ONWARD.at(tokens, first.end)
    if (onward and (onward.exact or onward.end - first.end > 1)) or (
        opening and not first.vague and len(first.months) == 1
    ):
        end = onward.end if onward else first.end
        start = first.months[0]
        readings = (tuple(range(start, 13)), (start,)) if start < 12 else ((12, 1, 2), (12,))
        part = Part(readings, i, end, doubts=["open_end"], sure=first.sure)
        if first.lunar and first.days:  # "từ rằm tháng Chạp"
            part.doubts, part.days = ["lunar", "open_end"], (first.days[0], None)
        return part
    doubts = ["lunar"] if first.lunar else ["vague_season"] if first.vague else []
    until = _UNTIL.before(tokens, i, 2)
    comes = until is not None and until[0] > 0 and tokens[until[0] - 1].is_(*_COMING)
    doubts += ["open_start"] if until and not comes else []  # "lứa tới tháng 3" is the next one
    part = Part((first.months, *first.others), i, first.end, first.vague, doubts, first.sure)
    part.marked, part.days = first.marked, first.days
    part.within = None if until else first.within
    part.until = deadline(tokens, i, first)
    part.doubts += ["deadline"] if part.until else []
    return part


def _month_of_days(tokens: tuple[Token, ...], i: int, reader: MonthReader) -> Part | None:
    """The month of "1 đến 25 tháng Chạp": a range of days that no months can be."""
    i += i < len(tokens) and tokens[i].is_("mùng", "mồng", "ngày")
    hit = _TO.at(tokens, i + 1) if i < len(tokens) and tokens[i].kind == "number" else None
    last = hit.end if hit else len(tokens)
    if last >= len(tokens) or not tokens[last].text.isdigit() or not 12 < int(tokens[last].text) <= 31:
        return None
    month = reader.point(tokens, last + 1)
    if month is None or len(month.months) > 2:
        return None
    month = days_within(month, int(tokens[i].text), int(tokens[last].text), reader.today)
    doubts, readings = ["lunar"] if month.lunar else [], (month.months, *month.others)
    part = Part(readings, i, month.end, month.vague, doubts, month.sure, days=month.days)
    return replace(part, within=month.within)


def _range_end(tokens: tuple[Token, ...], first: Point, reader: MonthReader) -> Point | None:
    """The point that closes a range opened by ``first``, if "to" stands between."""
    hit = _TO.at(tokens, first.end)
    if hit is None and tokens[first.end : first.end + 1] and tokens[first.end].text == "and":
        return None
    if hit is None or len(first.months) == 12:
        return None
    named = reader.point(tokens, hit.end) or reader.bare(tokens, hit.end) or reader.closing(tokens, hit.end)
    return named or (reader.new_year_day(tokens, hit.end) if first.lunar else None)


def _number_range(tokens: tuple[Token, ...], i: int, reader: MonthReader) -> bool:
    """Whether "từ 3 đến tháng 5" stands at ``i``: a bare number whose range ends in a named month."""
    if i >= len(tokens) or tokens[i].kind != "number":
        return False
    hit = _TO.at(tokens, i + 1)
    return hit is not None and reader.point(tokens, hit.end) is not None


def _of_year(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "8-10/2026" stands at ``i``: months of a year that is named once."""
    texts = [token.text for token in tokens[i : i + 5]]
    if len(texts) < 5 or (texts[1], texts[3]) != ("-", "/") or not (i == 0 or tokens[i - 1].text != "/"):
        return False
    named = {str(month) for month in range(1, 13)} | {f"0{month}" for month in range(1, 10)}
    return {texts[0], texts[2]} <= named and len(texts[4]) == 4 and texts[4].startswith("20")


def _range(first: Point, last: Point, start: int) -> Part:
    """All months from the first of ``first`` to the last of ``last``, round the year if need be."""
    firsts = (first.months, *first.others)
    lasts = (last.months, *last.others)
    readings: list[Months] = []
    for a, b in product(firsts, lasts):
        months = _round(a[0], b[-1]) if len(a) > 1 or len(b) > 1 or a != b else a
        middle = a[:-1] if len(a) > 1 and a[-1] not in months else ()
        whole = tuple(dict.fromkeys((*middle, *months)))
        if whole not in readings:
            readings.append(whole)
    doubts = ["lunar"] if first.lunar or last.lunar else ["vague_season"] if first.vague or last.vague else []
    opens, closes = first.days[0] if first.days else None, last.days[1] if last.days else None
    runs = opens and closes and opens > closes  # then it has begun already
    days = (None if runs else opens, closes)
    if doubts == ["lunar"] and (held := months_held(days)) and held not in readings[:1]:
        readings = [held, *(each for each in readings if each != held)]
    sure = first.sure and last.sure
    dated = _is_day(first) and _is_day(last)
    return Part(tuple(readings[:4]), start, last.end, doubts=doubts, sure=sure, days=days, dated=dated)


def _is_day(point: Point) -> bool:
    return point.days is not None and point.days[0] is not None and point.days[0] == point.days[1]


def _round(start: int, end: int) -> Months:
    return tuple((start - 1 + step) % 12 + 1 for step in range((end - start) % 12 + 1))


def _extension(tokens: tuple[Token, ...], i: int, reader: MonthReader, parts: list[Part]) -> int:
    """ "thu T10, bán đến ra Tết": an end said later stretches the last range; the token after it, or 0."""
    hit = _TO.at(tokens, i)
    if hit is None or tokens[i].text == "-" or not parts or parts[-1].taken_away:
        return 0
    between = tokens[parts[-1].end : i]
    if len(between) > 3 or not all(t.text == "," or t.is_(*_SELLING) for t in between):
        return 0
    last = reader.point(tokens, hit.end)
    if last is None:
        return 0
    previous = parts[-1]
    first = Point(previous.readings[0], previous.start, previous.end)
    stretched = _range(first, last, previous.start)
    parts[-1] = stretched
    return stretched.end
