"""What an offer's words say to one thing that a buyer specifies."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from scoring.columns.alive import dressed
from scoring.criteria.bare_sizes import asked_bare, bare_sizes
from scoring.criteria.beside_figures import beside_figure, held_by_vessel, is_part
from scoring.criteria.by_sides import BY, of_sides
from scoring.criteria.clauses import (
    ON_PACK,
    OR,
    OTHER,
    PART,
    PART_SAID,
    REPACK,
    SAME,
    UNMET,
    UNSAID,
    WORD,
    Clause,
    cuts_in,
)
from scoring.criteria.dryness import dryness
from scoring.criteria.ends import Measure, meets, overlaps, within
from scoring.criteria.evenness import evenness
from scoring.criteria.exclusive import excluded, left_on
from scoring.criteria.given_figures import bare_ages, beside_of, none_of, of_its_own
from scoring.criteria.head_weights import of_the_dressed, of_the_living
from scoring.criteria.lacks_said import lacks_said
from scoring.criteria.left_in import left_in
from scoring.criteria.meaning import admitted, denials, denied, meaning, plain_of, without_denials, words_said
from scoring.criteria.meant import (
    contrary_by_meaning,
    of_some_by_meaning,
    partly_by_meaning,
    said_by_meaning,
)
from scoring.criteria.measures import SIZE, alike, at_most, measures
from scoring.criteria.named_figures import named_figure
from scoring.criteria.naming import grades, grades_alone
from scoring.criteria.of_largest import of_largest
from scoring.criteria.packed_pieces import by_its_pack
from scoring.criteria.packing import packed
from scoring.criteria.packs import (
    as_packed,
    choices_of,
    holds_alone,
    near,
    pack_measures,
    packed_in,
    packs_in,
    unpacked,
)
from scoring.criteria.part_words import LONGEST, of_its_part
from scoring.criteria.per_case import per_case
from scoring.criteria.quoting import as_written
from scoring.criteria.said_whole import EVENLY, says
from scoring.criteria.sets_asked import set_told
from scoring.criteria.sides import BY_SIDE, nearly, of_side, of_stems, of_the_noun
from scoring.criteria.spec_words import EMPTY, another, firmly, saying, vietnamese, words_beside
from scoring.exclusions import is_refusal, kept_out
from scoring.units import fold

# Words of forms, which the product itself is judged by.
_FORMS = frozenset(("tuoi", "kho", "say", "dong", "lanh", "song", "fresh", "dried", "frozen", "live", "raw"))
_COLD_DRIED = re.compile(r"\bsay lanh\b")  # a way of drying
_SHELF = re.compile(
    r"(?:hsd|han su dung|han dung|shelf life|date)\D{0,12}(\d+) ?(thang|ngay|nam|month|day|year)"
)
_DAYS = {"thang": 30, "month": 30, "ngay": 1, "day": 1, "nam": 365, "year": 365}


def answer(
    asks: str, plain: str, told: str, packaging: str, shelf: float | None, heads: str, vessel: str = ""
) -> Clause | None:
    """What an offer says to one clause: its words ``told``, how it packs, how long its goods keep, and how
    its ``heads`` are weighed where slaughtered ones are wanted; ``vessel``: goods that are a basket."""
    empty = EMPTY - saying(asks)
    words = [word for word in WORD.findall(meaning(plain)) if word not in empty]
    asks = asks if len(asks) <= LONGEST else asks[:LONGEST].rsplit(" ", 1)[0] + "…"
    if refused := _REFUSED.fullmatch(plain):
        plain = f"khong lay {refused[1]}"
    if untaken := _UNTAKEN.match(plain):  # what is not taken need not be asked where nothing is said of it
        for each in re.split(r",|\b(?:va|hay|hoac)\b", plain[untaken.end() :]):
            barred = frozenset(WORD.findall(meaning(each)))
            text = told.split(";")[0] if barred <= _FORMS else told  # "khô ráo" of a carton is no form
            if barred and barred <= words_said(plain_of(text)):
                return Clause(asks, UNMET, _shown(barred, told))
        return None
    if wanted := grades(asks):
        given = grades(told) or grades_alone(told.partition(";")[2], wanted)
        if not given:
            return Clause(asks, UNSAID)
        if not given & wanted:
            return None  # told as a grade that differs
        if given - wanted and not set(words) - wanted - {"hang"}:
            return None  # told as several grades, of which one is asked
        words = [word for word in words if word not in wanted]
        if not words:
            return Clause(asks, SAME)
    if found := _SHELF.search(plain):
        least = int(found[1]) * _DAYS[found[2]]
        if shelf is None:
            return Clause(asks, UNSAID)
        return Clause(asks, SAME) if shelf >= least * 0.98 else Clause(asks, UNMET, f"{shelf:g} ngày")
    if even := evenness(plain, told):
        return Clause(asks, *even)
    if not words or (set(words) <= _FORMS and not _COLD_DRIED.search(plain)):
        return dryness(asks, words, told)
    if OR.search(plain) and (tail := ON_PACK.search(asks)) and packs_in(asks[: tail.start()]):
        bare = asks[: tail.start()].strip()
        pack = answer(bare, fold(bare), told, packaging, shelf, heads)
        if pack and pack.says == SAME:  # whichever pack it is, what is on it is asked
            return Clause(asks, SAME) if says(tail[1], fold(tail[1]), told) else Clause(tail[1], UNSAID)
    if vessel and plain.split()[0] == vessel and not measures(plain) and not pack_measures(plain):
        return _in_words(asks, plain, told)
    if found_so := set_told(asks, told) or per_case(asks, told, packaging) or of_largest(asks, told):
        return found_so
    if not _LABELLED.search(plain) and (packs := packs_in(asks)):
        if said_by_meaning(asks, told):  # "glass jar" of a "hũ thủy tinh"
            return Clause(asks, SAME)
        either = choices_of(asks) if len(packs) > 1 else [asks]
        if len(either) > 1:
            any_of = [packed(each, fold(each), packs_in(each)[0], told, packaging) for each in either]
            return min(any_of, key=lambda answer: answer.says != SAME)._replace(asks=asks)
        return packed(asks, plain, packs[0], told, packaging)
    if _PACKED.search(plain) and packed_in(packaging):  # packed in what, the buyer does not say
        alike = near(pack_measures(plain), pack_measures(fold(told)))
        return Clause(asks, SAME) if alike else Clause(asks, REPACK, as_packed(packaging))
    if (crop := _CROP.fullmatch(plain)) and (own := _CROPS.findall(fold(told))):
        same = any(crop[1] in years for years in own)
        return Clause(asks, SAME) if same else Clause(asks, OTHER, as_written(own[0], told))
    if by := BY.search(plain):
        return of_sides(asks, by[0], told)
    if sized := measures(plain):
        if said_by_meaning(asks, told):  # "100% cotton"
            return Clause(asks, SAME)
        choices = sized if OR.search(plain) else sized[:1]
        answers = [_measured(asks, plain, each, told, heads, packaging) for each in choices]
        return min(answers, key=lambda answer: answer.says not in (SAME, PART))
    if named := named_figure(asks, told):
        return named
    if (rest := held_by_vessel(asks, told)) is not None:
        return _in_words(rest, fold(rest), told) if rest else Clause(asks, SAME)
    return _in_words(asks, plain, told)


_IN_PART = re.compile(r"\b(?:thap|nhe|it|dat|cho phep|nguong|muc)\b|[<≤]")  # little of it, or within limits
_REFUSED = re.compile(
    r"([a-z]+\d*(?: [a-z]+\d*){0,5}) (?:(?:thi )?(?:khong|ko) (?:nhan|lay|mua|dung)|"
    r"mien (?:chao|tiep|ban)|dung chao|"
    r"(?<!cac )(?<!du )(?<!moi )(?<!nhieu )(?<!phan )(?<!mot )(?<!kim )(?<!chung )(?<!the )(?<!tuyen )loai)"
)
_LABELLED = re.compile(r"\b(?:tren|len|ngoai|vao|in) (?:bao|tui|hop|thung|chai|nap|vo|nhan|lon|hu)\b")
# What is not put to use in growing or making is no sort of goods that is not taken: "không dùng thuốc".
_UNTAKEN = re.compile(
    r"^(?:khong|ko) (?:lay|nhan|mua|thu|dung(?! (?:them |cac |bat ky |loai )?(?:thuoc|hoa|chat|phan|khang|"
    r"luu|pham|phu gia|diem|duong|muoi|mau|han the|bot|tang|men|xang|lo|may)\b))(?: (?:hang|loai|do))? "
)


def _in_words(asks: str, plain: str, told: str) -> Clause | None:
    """A clause without a figure against the words of an offer: said, denied, another one, or not said."""
    own = plain_of(told)
    if _SLAUGHTERED.fullmatch(plain) and dressed(told):
        return Clause(asks, SAME)
    if kept_out(asks) and not _DENIAL.match(plain):  # "cấm pha bột sắn", "no printed batik"
        return _barred(asks, told)
    if "," in asks and len(cuts := cuts_in(asks)) > 1 and cuts & (has := cuts_in(told)):
        return Clause(asks, SAME) if cuts <= has else Clause(asks, PART_SAID, ", ".join(sorted(cuts & has)))
    if there := left_in(asks, plain, told):
        return Clause(asks, OTHER if _LITTLE.search(fold(there)) else UNMET, there)
    if some := of_some_by_meaning(asks, told):
        return Clause(asks, PART_SAID, some)
    if (
        says(asks, plain, told)
        or left_on(asks, told)
        or said_by_meaning(asks, told)
        or (_ENTIRE.fullmatch(plain) and _A_HEAD.search(own) and not _CUT_UP.search(own))
    ):
        return Clause(asks, SAME)
    if contrary := denied(plain, own) or admitted(vietnamese(plain), vietnamese(own)):
        in_part = _IN_PART.search(contrary) is not None
        return Clause(asks, OTHER if in_part else UNMET, as_written(contrary, told))
    if contrary := excluded(asks, told):
        return Clause(asks, UNMET, as_written(contrary, told))
    if other := contrary_by_meaning(asks, told):
        return Clause(asks, UNMET if other[1] else OTHER, other[0])
    if differing := another(vietnamese(plain), vietnamese(fold(told))):
        undone = differing.startswith(("chua ", "khong ")) or firmly(differing, fold(told))
        return Clause(asks, UNMET if undone else OTHER, as_written(differing, told))
    if there := _kept_out(asks, told):
        return Clause(asks, OTHER if _LITTLE.search(fold(there)) else UNMET, there)
    if part := _in_part(plain, told):
        return Clause(asks, PART_SAID, part)
    if topic := lacks_said(plain, told) or of_its_part(asks, told):
        return Clause(asks, OTHER, topic)
    if part := partly_by_meaning(asks, told):
        return Clause(asks, PART_SAID, part)
    return Clause(asks, UNSAID)


_SLAUGHTERED = re.compile(r"(?:(?:sau|da) (?:khi )?(?:giet )?mo|dressed(?: weight)?|(?:hang )?lam sach)")
_DENIAL = re.compile(r"(?:khong|ko|without|free)\b")


def _barred(asks: str, told: str) -> Clause:
    """What an offer says to what a buyer bars: that it is there, that it is not, or nothing."""
    if there := _kept_out(asks, told):
        return Clause(asks, OTHER if _LITTLE.search(fold(there)) else UNMET, there)
    if said_by_meaning(asks, told):
        return Clause(asks, SAME)
    if other := contrary_by_meaning(asks, told):
        return Clause(asks, UNMET if other[1] else OTHER, other[0])
    words = {word for word in WORD.findall(meaning(vietnamese(fold(kept_out(asks))))) if word not in EMPTY}
    denied_too = any(words <= each.things for each in denials(meaning(vietnamese(plain_of(told)))))
    if words and denied_too:
        return Clause(asks, SAME)
    beside = partly_by_meaning(asks, told)
    return Clause(asks, PART_SAID, beside) if beside else Clause(asks, UNSAID)


def _kept_out(asks: str, told: str) -> str:
    """The part of an offer's words that says there is what a clause will have in no goods; "" where none."""
    barred = fold(kept_out(asks))
    words = {word for word in WORD.findall(vietnamese(barred)) if word not in EMPTY}
    if not words or (len(words) == 1 and not _IN_ENGLISH.match(asks)) or words <= _FORMS:
        return ""
    for part in re.split(r"[;\n]|,(?!\d)|\. ", told.partition(";")[2] or told):
        said = vietnamese(without_denials(plain_of(part)))
        if words <= set(WORD.findall(said)) and not is_refusal(part):
            return part.strip()[:LONGEST]
    return ""


_LITTLE = re.compile(
    rf"{_IN_PART.pattern}|(?<!\d)[0-5](?:[.,]\d+)? ?%|\b(?:duoi|khong qua|max|below|under|slight\w*|few)\b"
)
_IN_ENGLISH = re.compile(r"(?:no|without|never|avoid)\b", re.IGNORECASE)  # whose words are no others
# The year of a harvest, whichever words stand about it: "vụ lúa-tôm 2026", "vụ tháng 11/2026".
_CROP = re.compile(r"(?:(?:mat|gao|hang|thu|niem) )?vu(?: (?:moi|nam|mua))* (20\d\d)")
_CROPS = re.compile(
    r"\b(?:vu|thu hoach|thu hai|gat|crop|harvest)\b[^,;.()]{0,24}?20\d\d(?: ?[-–/] ?\d\d(?:\d\d)?)?"
)
# So much a head is the weight of a whole animal.
_ENTIRE = re.compile(r"(?:de |hang )?nguyen con|whole(?: bird| fish| round)?")
_A_HEAD = re.compile(r"\d ?(?:kg|g|gr|gam|ky) ?(?:/|mot|moi) ?con\b|\bcon/kg\b")
_CUT_UP = re.compile(r"\b(?:phi le|fillet|cat khuc|khuc|nua con|chat|dui|uc|canh|cat lat|bo dau|manh)\b")
_CODED = re.compile(r"[a-z]+\d+")


def _in_part(plain: str, told: str) -> str:
    """The part of an offer's words, its name left out, that says half of what a clause asks: "có COA" of
    "có COA từng lô"; of one word alone nothing is taken but the code of a grade or a test."""
    words = {word for word in WORD.findall(meaning(vietnamese(plain))) if word not in EMPTY}
    if len(words) < 2 or _UNTAKEN.match(plain):
        return ""
    name, _, more = told.partition(";")
    words -= words_said(plain_of(name))
    for part in re.split(r"[;\n]|,(?!\d)|\. ", more):
        said = words & words_said(meaning(vietnamese(plain_of(part))))
        coded = "kiemnghiem" in said or any(_CODED.fullmatch(word) for word in said)
        if (len(said) > 1 and 2 * len(said) >= len(words)) or coded:
            return part.strip()[:LONGEST]
    return ""


def _shown(words: frozenset[str], told: str) -> str:
    """The part of an offer's words in which some stand."""
    parts = [part.strip() for part in re.split(r"[;,]", told)]
    if len(words) == 2 and (found := re.search(rf"\b({'|'.join(words)}) ({'|'.join(words)})\b", fold(told))):
        return as_written(found[0], told)
    return next((part for part in parts if words <= set(WORD.findall(fold(part)))), parts[0])


_NO_PACK_HOLDS = ("age", "protein", "moisture", "brix", "alcohol", "degrees", "screen", "ripeness")


@lru_cache(maxsize=16_384)
def stated(told: str) -> str:
    """An offer's words without its packs, and the figures beside these that no pack is measured by: "25 độ
    đạm" of "loại 25 độ đạm can 5 lít", "30–45 kg/con" of animals in cages."""
    kept = unpacked(told)
    if not any(letter.isdigit() for letter in told):
        return kept
    beside = [
        as_written(each.words, part)
        for part in re.split(r"[;]|,(?!\d)", told)
        if part not in kept
        for each in measures(part)
        if each.dimension in _NO_PACK_HOLDS
        or each.dimension.startswith("% ")
        or (each.dimension == SIZE and "/" in each.words)
        or (each.dimension == "length" and re.search(rf"\b(?:cao|dai) {re.escape(each.words)}", fold(part)))
    ]
    return "; ".join(filter(None, (kept, *dict.fromkeys(beside))))


def _measured(asks: str, plain: str, wanted: Measure, told: str, heads: str, packaging: str) -> Clause:
    """A clause with a figure against the figures of the same dimension in the offer."""
    own = stated(told)
    wanted = of_stems(at_most(wanted), plain)
    given = [each for each in measures(own) if alike(each, wanted) and _is_of(each, wanted)]
    given = [each for each in of_its_own(given, wanted) if not holds_alone(each.words, told, packaging)]
    given = of_the_noun(given, plain.replace(wanted.words, " "), own)
    if wanted.dimension in BY_SIDE and given:
        given = of_side(given, wanted, plain, fold(own))
    if not given and (given := bare_sizes(own, wanted, plain)):
        wanted = asked_bare(plain, wanted, given[0])
    given = given or bare_ages(told, wanted)
    if not given and none_of(told, wanted):
        return Clause(asks, SAME)
    if not given and wanted.dimension == SIZE and (named := _SIZED.search(fold(own))):
        return Clause(asks, OTHER, as_written(named[0], own))
    whole = wanted.dimension == SIZE and _WHOLE.search(fold(told))
    if not given and whole and near(pack_measures(plain), pack_measures(fold(told))):
        return Clause(asks, SAME)  # packed one by one
    if not given and wanted.dimension == SIZE and (by_pack := by_its_pack(asks, wanted, told)):
        return by_pack
    second = _SECOND_GRADE.search(fold(told)) if wanted.dimension == "screen" else None
    if not given and second and wanted.low >= LEAST_SORTED:  # of sieve 13 by the trade's grades
        return Clause(asks, UNMET, as_written(second[1], told))
    if not given and "/" in wanted.dimension and says(asks, plain, told):
        return Clause(asks, SAME)
    if not given and (rest := beside_figure(asks, wanted.words)) and _noun_said(rest, told):
        return Clause(asks.replace(rest, "", 1).strip(" ,:()"), UNSAID)  # its pot is said, and not how high
    if not given:
        part = "" if _PIECE_SIZE.search(plain) or "/" in wanted.dimension else _in_part(plain, told)
        return Clause(asks, PART_SAID, part) if part else Clause(asks, UNSAID)
    alike_words = [each for each in given if each.words.split()[0] == wanted.words.split()[0]]
    given = alike_words if wanted.dimension == "ripeness" and alike_words else given
    if heads and wanted.dimension == SIZE and not of_the_living(plain):
        clean = [each for each in given if of_the_dressed(each.words, told)]
        heads, given = ("", clean) if clean else (heads, given)
    else:
        heads = ""
    told_once = {(each.low, each.high): each for each in given}  # "nồng độ 39% vol" is read in two ways
    words = ", ".join(dict.fromkeys(as_written(each.words, own) for each in told_once.values()))
    if heads and any(each.high >= wanted.low for each in given):  # none weighs more slaughtered
        return Clause(asks, heads, words)
    fits = any(within(each, wanted) for each in given)
    even = {"deu"} if EVENLY.search(plain) else set()  # "nứt đều" beside a size
    beside = beside_of(words_beside(asks, plain, wanted), wanted) | even
    if not beside <= set(WORD.findall(vietnamese(fold(told)))):
        if all(within(each, wanted) for each in given) and (rest := beside_figure(asks, wanted.words)):
            return _in_words(rest, fold(rest), told) or Clause(rest, UNSAID)
        some = any(meets(each, wanted) for each in given)
        return Clause(asks, PART_SAID if fits else OTHER if some else UNMET, words)
    if all(within(each, wanted) for each in given):
        return Clause(asks, SAME)
    if any(overlaps(each, wanted) for each in given):
        return Clause(asks, PART, words)
    at_an_end = any(meets(each, wanted) for each in given)  # 12 % is not under 12 %
    return Clause(asks, OTHER if at_an_end or nearly(given, wanted) else UNMET, words)


def _noun_said(rest: str, told: str) -> bool:
    """Whether what stands beside a figure is said, and not by the name alone: the "chậu sứ" of "chậu sứ cao
    40 cm"."""
    more = told.partition(";")[2]
    answered = None if is_part(rest) or _FIGURED.search(rest) else _in_words(rest, fold(rest), f"; {more}")
    return answered is not None and answered.says == SAME


_FIGURED = re.compile(r"\d")
LEAST_SORTED = 16.0  # the sieve of first-grade robusta
_SECOND_GRADE = re.compile(r"\b(?:robusta|ca phe|cafe|ca nhan|coffee|ro)\b[^;]*?\b(r ?2)\b")
_PIECE_SIZE = re.compile(r"\d ?(?:kg|g|con|qua|trai|cm)\b")
_WHOLE = re.compile(r"\b(?:nguyen con|1 con|mot con|con/tui|lam sach)\b")
# Goods told small or large without a figure: "bi" are the least of tubers and fruit.
_SIZED = re.compile(
    r"\b(?:qua|trai|cu|con|hat|bap|size|co|loai|hang) (?:nho|bi|be|mini|vun|kep)\b|"
    r"\bbi = [a-z]+ [a-z]+|\bbaby\b"
)


TIMES = 40.0  # a figure so many times another is an amount of goods and no size of a piece


def _is_of(given: Measure, wanted: Measure) -> bool:
    """Whether a figure can speak of the same thing: "ngày 200 kg" says nothing of fruits of 250 g."""
    if wanted.dimension.startswith("% "):  # a tenth of a percent of defects is held against five
        return True
    ends = [each for each in (wanted.low, wanted.high) if 0 < each < inf]
    own = [each for each in (given.low, given.high) if 0 < each < inf]
    return not ends or not own or (min(own) <= max(ends) * TIMES and max(own) * TIMES >= min(ends))


_PACKED = re.compile(r"\b(?:packed|dong|dong goi) \d")
