"""Words that stand around the names of places in a message."""

from __future__ import annotations

from matchmaker.intake.phrases import Phrases, meaning

TYPES = Phrases(
    [
        *meaning("commune", "xã | phường | thị trấn | đặc khu | x . | p . | tt | tt . | thị tứ"),
        *meaning("district", "huyện | thị xã | quận | huyện đảo | h . | tx | tx . | q ."),
        *meaning("city", "thành phố | tp | tp ."),
        *meaning("province", "tỉnh | t ."),
    ]
)
BETWEEN = Phrases.listed(", | - | ( | ) | cũ | mới | thuộc | . | của | in | of | ,")
INTRODUCING = Phrases.listed(
    "tại | ở | từ | kho | vùng | from | at | in | bán tại | hàng | trại | vườn | xuất xứ | "
    "hàng tại | đảo | quần đảo | ngoài đảo"
)
DELIVERED = Phrases.listed(
    "giao | giao tại | giao về | giao đến | giao tới | về | to | delivered to | nhận tại | ship"
)
BELOW_COMMUNE = Phrases.listed(
    "thôn | bản | ấp | xóm | làng | buôn | tổ dân phố | khu phố | hamlet | village"
)
# Cities that are provinces: "TP" before their names says province, before others town.
CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"})
# Products and regions that bear the name of a place, or bear it once their accents are left out.
NO_PLACES = Phrases.listed(
    "trà hoa vàng | hoa vàng | mật ong bạc hà | ong bạc hà | hoa bạc hà | lá bạc hà | tinh dầu bạc hà | "
    "sơn tra | thanh long | biển động | biển lặng | "
    "sông đà | hồ sông đà | "
    "cam lòng vàng | đông nam bộ | tam hoa | tây bắc | đông bắc | tây nguyên | miền tây | bắc trung bộ"
)
