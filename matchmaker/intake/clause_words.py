"""Words that say what an amount is: for one of what, a size, a smallest order, other money, the past."""

from __future__ import annotations

from matchmaker.intake.phrases import Phrases, meaning

PER_UNIT = Phrases.listed(
    "/ | một | mỗi | 1 | per | a | an | each | cho một | cho 1 | trên | / 1 | / một | mỗi một | cho mỗi | "
    "trên một | every | trên mỗi | the | tính theo"
)
# Sizes, packings and smallest orders are told in the same units as the goods themselves.
OF_A_DETAIL = Phrases.listed(
    "tb | loại | size | cỡ | nặng | trọng lượng | quy cách | đóng | khối lượng | tịnh | net | cân nặng | "
    "đóng gói | kích cỡ | trọng lượng từ | đạt | quy cách đóng gói | x | * | weighing | size : | "
    "mỗi gói | trung "
    "bình | hút chân không"
)
# Without accents "đóng" is also canna and bronze, "nặng" sun, "đạt" earth.
SURE_DETAILS = frozenset({"tb", "loai", "size", "quy", "trong", "khoi", "kich", "hut"})
OF_LAND = Phrases.listed("độ cao | cao độ | altitude | elevation | cao | cách | dài | rộng | sâu")
OF_A_MINIMUM = Phrases.listed(
    "đơn tối thiểu | đặt tối thiểu | moq | đơn hàng tối thiểu | lấy tối thiểu | min order | đặt hàng tối "
    "thiểu | lô tối thiểu | minimum order | đơn từ | nhận đơn từ | nhận đơn trên | đơn trên | "
    "chỉ nhận trên | chỉ bán từ | chỉ giao từ | chỉ nhận từ | lấy từ | mỗi đơn tối thiểu | đặt từ | "
    "minimum order of | đơn hàng từ | đặt hàng từ | lô nhỏ nhất | đặt ít nhất | lấy ít nhất | đơn ít nhất | "
    "bán lẻ từ | lẻ từ | ship từ | sỉ từ | lấy sỉ từ | mua sỉ từ | giá sỉ từ | buôn từ | bán buôn từ | "
    "giá buôn từ | mua từ | "
    "wholesale from | free ship từ | freeship từ | miễn phí từ | miễn phí ship từ | miễn phí giao từ | "
    "% từ | % khi mua từ | "
    "% cho đơn từ"
)
CEILING = Phrases.listed(
    "maximum price | max price | price max | price maximum | maximum price of | price ceiling | ceiling "
    "price | giá tối "
    "đa | giá trần | giá cao nhất | price up to | maximum price : | max price : | giá tối đa : | giá trần :"
)
OF_OTHER_MONEY = Phrases.listed(
    "vốn | thu nhập | doanh thu | lương | đầu tư | vay | tổng giá trị | trị giá | lãi | cọc | đặt "
    "cọc | turnover | revenue | capital | deposit | ship | phí | phí ship | cước | phí vận chuyển | "
    "cộng | + | hỗ trợ | hỗ trợ vận chuyển | vận chuyển | tiền xe | tiền công | thưởng"
)
# What comes on top of a price, or off it: "đóng gói 500g thêm 3k", "giao HN cộng 700đ/kg".
# True where the words are another word without marks: "bột", "cá rô phi".
OF_A_SUPPLEMENT = Phrases(
    [
        *meaning(
            False,
            "thêm | cộng | cộng thêm | phụ thu | phụ phí | cước | phí ship | tiền ship | tiền công | giảm | "
            "trừ | em bớt | sẽ bớt | được bớt | thì bớt | lên bớt | bớt cho | tăng thêm | đắt hơn | "
            "rẻ hơn | cao hơn | thấp hơn | surcharge | plus",
        ),
        *meaning(True, "phí | công | bớt | tăng | chênh"),
    ]
)
# What was, told before what is: "đã bán 2 tấn, còn lại 8 tạ", "năm ngoái 3 tấn, năm nay 5 tấn".
PAST = Phrases.listed(
    "đã bán | bán được | bán rồi | đã giao | năm ngoái | năm ngoái bán | năm ngoái được | năm trước | "
    "vụ  trước | vụ rồi | giá gốc | giá cũ | trước đây | trước bán | hồi trước | last year | sold | was "
    "| tuổi cây | cây tuổi | tuổi"
)
NOW = ("còn", "nay", "giờ", "now", "left", "hiện", "mỗi")
