"""Words for points and stretches of the year, in Vietnamese and English."""

from __future__ import annotations

from matchmaker.intake.phrases import Phrases, meaning

Months = tuple[int, ...]

NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
ENGLISH = Phrases(
    [
        *((name, number) for number, name in enumerate(NAMES, 1)),
        *((name[:3], number) for number, name in enumerate(NAMES, 1)),
        ("sept", 9),
    ]
)
_ORDINAL_WORDS = "một | hai | ba | tư | năm | sáu | bảy | tám | chín | mười | mười một | mười hai"
ORDINALS = Phrases(
    [
        *((word.strip(), number) for number, word in enumerate(_ORDINAL_WORDS.split("|"), 1)),
        ("bốn", 4),
        ("bẩy", 7),
    ]
)
LUNAR_NAMES = Phrases([("giêng", 1), ("chạp", 12)])
LUNAR_MARK = Phrases.listed(
    "âm lịch | âm | al | âl | lunar | ( âm lịch ) | ( âm ) | ( al ) | ( âl ) | lịch âm | theo âm lịch | ta"
)
SOLAR_MARK = Phrases.listed("dương lịch | dương | dl | ( dương lịch ) | ( dl ) | ( dương )")
FULL_MOON = Phrases.listed("rằm")
AROUND_TET = Phrases.listed(
    "trước và sau tết | trước sau tết | trước trong và sau tết | trước , trong và sau tết"
)
FIRST_DAYS = Phrases.listed("mùng | mồng | ngày mùng | ngày mồng")
MONTH = Phrases([("tháng", None), ("thg", None), ("month", None), ("thng", None)])
PART = Phrases.listed(
    "đầu | giữa | cuối | hết | trong | khoảng | mid | mid - | early | late | end of | the end of | "
    "beginning of | thượng tuần | trung tuần | hạ tuần | khoảng giữa | nửa đầu | nửa cuối | đầu mùa | vào | "
    "tầm | độ | khoảng đầu | khoảng cuối | nửa sau | nửa đầu của | nửa cuối của | nửa tháng đầu | "
    "nửa tháng cuối | first half of | the first half of | second half of | the second half of | "
    "tuần đầu | tuần đầu của | tuần đầu tiên | tuần cuối | tuần cuối của | tuần cuối cùng | "
    "first week of | the first week of | last week of | the last week of | the beginning of | "
    "start of | middle of | the middle of"
)
NEXT_YEAR = Phrases.listed(
    "năm sau | năm tới | sang năm | năm kế tiếp | ( năm sau ) | next year | of next year | năm nay | năm "
    "sau nữa | hàng năm | hằng năm | mỗi năm | dương lịch"
)
# Named stretches: the usual months, then other readings. Where regions differ all are kept.
STRETCHES: Phrases[tuple[Months, ...]] = Phrases(
    [
        *meaning(
            (tuple(range(1, 13)),),
            "quanh năm | cả năm | suốt năm | quanh năm suốt tháng | bốn mùa | 4 mùa | cả 12 tháng | "
            "đủ 12 tháng | 12 tháng trong năm | year round "
            "| year - round | all year | all year round | the whole year | all year - round | whole year | "
            "tháng nào cũng có | mùa nào cũng có | suốt 12 tháng | 12 / 12 tháng | "
            "available every month | available any month | any month of the year | "
            "in any month | any month | quanh nam",
        ),
        *meaning(
            ((1, 2, 3, 4, 5, 6),),
            "6 tháng đầu năm | sáu tháng đầu năm | nửa đầu năm | first half of the year",
        ),
        *meaning(
            ((7, 8, 9, 10, 11, 12),),
            "6 tháng cuối năm | sáu tháng cuối năm | nửa cuối năm | nửa sau năm | second half of the year",
        ),
        *meaning(
            ((1, 2, 3, 4, 5, 6, 7, 8, 9),),
            "9 tháng đầu năm | chín tháng đầu năm",
        ),
        *meaning(
            ((1, 2, 3),),
            "3 tháng đầu năm | ba tháng đầu năm",
        ),
        *meaning(
            ((10, 11, 12),),
            "3 tháng cuối năm | ba tháng cuối năm",
        ),
        *meaning(
            ((10, 11, 12), (11, 12), (12,), (11, 12, 1)),
            "cuối năm | late in the year | end of year | end of the year | year end",
        ),
        *meaning(
            ((1, 2, 3), (1, 2), (1,)),
            "đầu năm | early in the year | beginning of the year",
        ),
        *meaning(
            ((5, 6, 7), (6, 7), (6,)),
            "giữa năm | mid year | mid - year",
        ),
        *meaning(((11, 12, 1, 2, 3, 4), (2, 3, 4), (12, 1, 2, 3, 4)), "vụ đông xuân | đông xuân"),
        *meaning(((5, 6, 7, 8, 9), (4, 5, 6, 7, 8), (8, 9)), "vụ hè thu | hè thu"),
        *meaning(
            ((2, 3, 4), (1, 2, 3), (3, 4, 5)),
            "mùa xuân | vụ xuân | spring",
        ),
        *meaning(
            ((5, 6, 7), (6, 7, 8), (4, 5, 6)),
            "mùa hè | mùa hạ | hè | vụ hè",
        ),
        ("summer", ((6, 7, 8), (5, 6, 7))),
        *meaning(
            ((8, 9, 10), (7, 8, 9), (9, 10, 11)),
            "mùa thu | vụ thu",
        ),
        ("autumn", ((9, 10, 11), (8, 9, 10))),
        *meaning(
            ((11, 12, 1), (10, 11, 12), (12, 1, 2)),
            "mùa đông | vụ đông",
        ),
        ("winter", ((12, 1, 2), (11, 12, 1))),
        *meaning(
            ((5, 6, 7, 8, 9, 10), (4, 5, 6, 7, 8, 9, 10), (5, 6, 7, 8, 9, 10, 11)),
            "mùa mưa | rainy season",
        ),
        *meaning(
            ((11, 12, 1, 2, 3, 4), (12, 1, 2, 3, 4), (12, 1, 2, 3)),
            "mùa khô | dry season",
        ),
        *meaning(
            ((12,), (11, 12)),
            "giáng sinh | noel | nô en | christmas",
        ),
        ("hết năm", ((12,),)),
        *meaning(((2,), (2, 3)), "đầu xuân"),
        *meaning(((4,), (3, 4)), "cuối xuân"),
        *meaning(((5,), (5, 6)), "đầu hè | đầu mùa hè"),
        *meaning(((7,), (7, 8)), "cuối hè | cuối mùa hè"),
        *meaning(((8,), (8, 9)), "đầu thu | đầu mùa thu"),
        *meaning(((10,), (9, 10)), "cuối thu | cuối mùa thu"),
        *meaning(((11,), (11, 12)), "đầu đông | đầu mùa đông"),
        *meaning(((1,), (1, 2)), "cuối đông | cuối mùa đông"),
    ]
)  # fmt: skip
AFTER_TET = Phrases.listed("ra tết | sau tết | ra giêng | qua tết | after tet | after tết")
TET = Phrases.listed(
    "tết | tết nguyên đán | dịp tết | giáp tết | vụ tết | cận tết | trước tết | mùa tết | hàng tết | tết âm "
    "lịch | tết âm | phục vụ tết | dịp tết nguyên đán | vụ tết nguyên đán | lunar new year | before tet | "
    "for tet | tet season | tet holiday | tết ta | bán tết | trước tết nguyên đán | giáp tết nguyên đán | "
    "dịp tết âm lịch"
)
# Feasts by lunar date: (month, day).
FEASTS = Phrases(
    [
        *meaning(
            (8, 15),
            "trung thu | tết trung thu | rằm trung thu | dịp trung thu | mid - autumn | rằm tháng tám | dịp "
            "tết trung thu | mid - autumn festival | mid autumn",
        ),
        *meaning(
            (5, 5),
            "đoan ngọ | tết đoan ngọ | dịp tết đoan ngọ",
        ),
        *meaning(
            (7, 15),
            "vu lan | rằm tháng bảy | rằm tháng 7 | xá tội vong nhân | mùa vu lan",
        ),
        *meaning(
            (1, 15),
            "rằm tháng giêng | rằm giêng | tết nguyên tiêu",
        ),
        ("ông công ông táo", (12, 23)),
    ]
)  # fmt: skip
NEW_YEAR = Phrases.listed(
    "tết dương lịch | tết dương | tết tây | new year | cận tết dương | giáp tết dương | dịp tết dương | "
    "trước tết dương | cận tết dương lịch | giáp tết dương lịch | dịp tết dương lịch | "
    "trước tết dương lịch | dịp tết tây | trước tết tây | giáp tết tây | cận tết tây"
)
# Cities whose districts have numbers, written Q1 as quarters are.
CITY = Phrases.listed("tp | tp . | tphcm | hcm | hcmc | sg | sài gòn | hồ chí minh | thành phố")
QUARTER = Phrases([("quý", None), ("quarter", None)])
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# Words before "20 tháng 7" that make it a day, and no twenty months.
BEFORE_A_DAY = "từ", "đến", "tới", "trước", "hết", "sau", "hạn", "from", "until", "till", "by"
WORDS_ENDING_A_MONTH = "năm", "âm", "và", "hoặc", "đến", "tới", "hàng", "dương", "trở", "to", "until", "till"
