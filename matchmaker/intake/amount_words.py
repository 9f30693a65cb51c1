"""Words around an amount: currencies, ranges, bounds, and nouns that a number counts."""

from __future__ import annotations

from matchmaker.intake.phrases import Phrases, meaning

CURRENCY = Phrases(
    [
        *meaning(
            "VND",
            "đồng | đ | vnd | vnđ | dong | đvn | ₫ | vn đồng",
        ),
        *(
            (w, "USD")
            for w in ("usd", "$", "us $", "đô", "đô la", "dollar", "dollars", "u s d", "us dollars")
        ),
        *meaning(
            "CNY",
            "cny | rmb | ¥ | nhân dân tệ | ndt | tệ",
        ),
        *meaning(
            "EUR",
            "eur | € | euro | euros",
        ),
        *meaning(
            "JPY",
            "jpy | yên nhật",
        ),
    ]
)
# Written before the number as well as after it.
LEADING_SIGNS = frozenset({"vnd", "vnđ", "usd", "$", "us", "¥", "€", "eur", "cny", "rmb"})
RANGE = Phrases.listed("- | đến | tới | to | - - | and | hoặc | cho đến")
AT_LEAST = Phrases.listed(
    "trên | hơn | từ | tối thiểu | ít nhất | không dưới | > = | > | ≥ | at least | over | more than | from "
    "| min | minimum | above | thấp nhất | chí ít | không ít hơn | giá sàn | min ."
)
AT_MOST = Phrases.listed(
    "dưới | tối đa | không quá | đến | tới | < = | < | ≤ | up to | at most | below | under | max | maximum "
    "| no more than | not more than | less than | cao nhất | nhiều nhất | không vượt quá | giá trần | trần "
    "| not above | max . | ko quá"
)
OPEN_AFTER = Phrases([(w, "min") for w in ("trở lên", "đổ lên", "+", "or more", "and up", "and above", "up")])
OPEN_BELOW = Phrases([(w, "max") for w in ("trở xuống", "đổ lại", "trở lại", "or less", "đổ xuống")])
ABOUT = Phrases.listed(
    "khoảng | trên dưới | chừng | tầm | gần | độ | cỡ | ước | ước tính | khoảng chừng | about | around "
    "| approx | approximately | approx . | ~ | xấp xỉ | nearly | cỡ khoảng | - | "
    "được | tầm khoảng | ước khoảng | khoang | đạt | trung bình"
)
# Without accents also: black, tired, naked, common, red, to have, earth, is.
HOMONYMS = frozenset({"den", "toi", "tran", "chung", "do", "co", "dat", "duoc"})
# Nouns that a number after an amount counts: "5 tấn 3 loại", "10 tấn 2 vụ".
COUNTED = Phrases.listed(
    "loại | vụ | ngày | tuần | tháng | năm | giống | màu | sao | nhà | người | xã | thôn | hộ | món | "
    "size | điểm | giờ | quý | tỉnh | huyện | star | stars | days | weeks | months | years | types | "
    "kinds | times | âm | h | đến | tới | to | và | trở | hoặc | or | and | x | k | cơ sở | đại lý | "
    "cửa hàng"
)
# "30k bao ship": the freight is included, and no sack is counted.
FREIGHT = Phrases.listed("bao ship | bao vận chuyển | bao giao | bao xe | bao cước | bao đổi | bao ăn")
# "ba to" and "ba vi" without accents are rather Ba Tơ and Ba Vì than three hives and three trays.
IN_NAMES = frozenset({"to", "vi"})
# What makes a number uncertain by being said on purpose vaguely.
VAGUE = Phrases.listed(
    "mấy | vài | dăm | đôi ba | several | a few | few | một vài | dăm ba | vài ba | dăm bảy | mươi"
)
