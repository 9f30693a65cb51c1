"""The words that say where a price is taken: who moves the goods, which way, and to what kind of place.

An expression is a verb ("giao", "lấy"), a direction ("tới", "tại"), a kind of place ("kho", "bến xe") and a
name, each of which may be missing; ``matchmaker.intake.price_basis`` puts them together.
"""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.intake.phrases import Hit, Phrases, meaning
from matchmaker.intake.text import Token

# A store or a works is the seller's in an offer and the buyer's in a demand; a place that a buyer names is
# his own, one that a seller names may be anywhere, and so may a port.
STORE, WORKS, NAMED_PLACE, PORT = "store", "works", "named_place", "port"
# "giao tại kho": plain speech for the seller's own store, and for the buyer's too.
OPEN_STORE = "open_store"
GATE, DEPOT, STATION, DOOR = "farm_gate", "depot", "truck_station", "delivered"
# What a verb says: the seller brings the goods, hands them to a carrier, or the buyer takes them.
BRINGS, SENDS, TAKES = "brings", "sends", "takes"
# A direction: the goods are there, are moved there, come home ("về"), or go on ("ra"), which needs a verb.
AT, TO, HOME, ON = "at", "to", "home", "on"
FARM, OWN, MADE, BUYERS, HUB, MARKET, HARBOUR = "farm", "own", "made", "buyers", "hub", "market", "harbour"
NO_PLACE = ""  # "gia toi da" is the highest price, no price "tới đa"

VERBS = Phrases(
    [
        *meaning(
            BRINGS,
            "giao | giao hàng | hàng giao | giao thẳng | giao trực tiếp | giao luôn | giao tận tay | giao "
            "cho | giao hàng cho | ship | ship hàng | chở | chở hàng | đưa hàng | trả hàng | vận chuyển | bỏ "
            "hàng | deliver | delivered | delivery | landed | landed price | landed cost",
        ),
        *meaning(SENDS, "gửi | gửi hàng | gởi | gởi hàng | đóng gửi"),
        *meaning(
            TAKES,
            "nhận | nhận hàng | lấy | lấy hàng | lấy từ | bốc | bốc hàng | cân | cân hàng | mua | thu mua | "
            "mua từ | bắt | bắt từ | cắt | hái | đón | xuất | xuất bán | giá | pick up | picked "
            "up | received | collected | loaded",
        ),
    ]
)
DIRECTIONS = Phrases(
    [
        *meaning(
            AT,
            "tại | ở | ngay | ngay tại | ngay ở | at | at the | at our | at my | in | in our | from | "
            "from the | from our | ex | ex-",
        ),
        *meaning(TO, "tận | tới | đến | tới tận | đến tận | to"),
        *meaning(HOME, "về | về tận | về đến | về tới | vào | vào tận | nhập | nhập vào"),
        *meaning(ON, "ra | lên | xuống | sang | ra tận | lên tận | xuống tận"),
    ]
)
PLACES = Phrases(
    [
        *meaning(
            FARM,
            "vườn | nhà vườn | ruộng | rẫy | nương | đồi | gốc | nhà | nhà dân | nhà thùng | bản | thôn | "
            "làng | ấp | buôn | xóm | trại | trang trại | nông trại | chuồng | ao | bờ ao | đìa | "
            "đầm | vuông | hồ nuôi | bè | lồng | lồng bè | bãi | bến cá | cảng cá | ghe | thuyền | hộ | "
            "hộ dân | chỗ | tổ | rừng | bìa rừng | nơi sản xuất | nơi thu hoạch | vùng nguyên liệu | đảo | "
            "xã | trung tâm xã | ủy ban xã | ubnd xã | trụ sở xã | trụ sở ubnd xã | cổng xã | "
            "cổng bản | cổng làng | nhà văn hóa | trụ sở | "
            "lán | sân phơi | đồng | đồng muối | cánh đồng | farm | the farm | farm gate | farmgate | "
            "farm-gate | bee yard | apiary | bờ | bờ đầm | bờ ruộng | chân ruộng | chân rẫy | cổng trại | "
            "cổng vườn | gate | garden | orchard | village | origin | pond | plantation",
        ),
        *meaning(
            OWN,
            "kho | nhà kho | tổng kho | kho lạnh | kho hàng | kho tổng | kho xã | kho đảo | cửa hàng | vựa | "
            "vựa trái cây | điểm thu mua | điểm thu gom | điểm tập kết | điểm cân | bàn cân | trạm thu mua | "
            "trạm cân | trạm thu gom | công ty | cty | cooperative warehouse | co-op warehouse | "
            "warehouse | store | cold store | cold storage",
        ),
        *meaning(
            MADE,
            "nhà máy | nm | xưởng | phân xưởng | nhà xưởng | lò | lò sấy | cơ sở | cơ sở chế biến | nhà "
            "đóng gói | nhà sơ chế | xưởng đóng gói | lò mổ | factory | mill | workshop | packhouse | "
            "packing house | packinghouse | packing shed | packing plant | processing plant",
        ),
        *meaning(
            BUYERS,
            "bếp | bếp ăn | nhà bếp | bếp trung tâm | nhà hàng | nh | quán | siêu thị | st | trường | "
            "trường học | cổng trường | "
            "khách sạn | ks | resort | căng tin | căn tin | bệnh viện | shop | sạp | quầy | "
            "đại lý | nhà trẻ | nhà ăn | nơi | nơi nhận | chỗ nhận | chân công trình | cửa | "
            "trung tâm phân phối | dc | homestay | spa | showroom | văn phòng | điểm bán | địa chỉ",
        ),
        *meaning(
            HUB,
            "chành | chành xe | bến xe | bx | nhà xe | xe khách | xe đò | ga | ga tàu | sân bay | bến tàu | "
            "bến phà | bến | bưu cục | trạm trung chuyển",
        ),
        *meaning(MARKET, "chợ | chợ đầu mối | đầu mối | dầu mối | chợ nông sản"),
        *meaning(HARBOUR, "cảng | cầu cảng | cửa khẩu | ck | bến cảng | icd | cảng cạn | port"),
    ]
)
ON_WHEELS = ("khách", "đò")  # "giao xe khách đi Kon Tum" is handed over where the bus starts
# What is done at a place, which then is none of the price: "đóng gói tại xưởng", "bán tại quầy bar".
WORK = Phrases.listed(
    "trồng | nuôi | sản xuất | chế biến | đóng gói | sơ chế | sấy | phơi | ủ | lên men | rang | giết mổ | "
    "mổ | chiếu xạ | làm | dệt | nấu | chưng cất | bảo quản | lưu kho | trữ | để | dùng | thử | kiểm tra | "
    "tự làm | gia công | ép | xay | phân loại | có | rửa"
)
COLLECTED = Phrases.listed("lấy | cân | bốc | mua | chở | nhận | thu | bắt | cắt | hái")  # "xe tới vườn lấy"
# Whose a store is, where the words tell.
OWNERS = Phrases(
    [
        *meaning(
            DOOR,
            "bên mua | của bên mua | người mua | của người mua | khách | khách hàng | của khách | nhà phân "
            "phối | đại lý | anh | chị | anh chị | anh/chị | siêu thị | nhà hàng | quý khách | quý công ty | "
            "của siêu thị | chuỗi | chuỗi siêu thị | chuỗi cửa hàng | chuỗi bán lẻ | khách sạn | bếp ăn | "
            "buyer | buyers | customer",
        ),
        *meaning(
            DEPOT,
            "htx | hợp tác xã | của htx | bên bán | người bán | của bên bán | của người bán | nhà vườn | "
            "bà con | của bà con | hộ | nhà cung cấp",
        ),
        *meaning(STORE, "mình | của mình | bên mình | chúng tôi | của chúng tôi | của tôi | em | bên em"),
    ]
)


def owner_at(tokens: Sequence[Token], i: int) -> Hit[str] | None:
    """Whose a place is, as the words at a token tell; "kho chuoi" without marks is one of bananas."""
    hit = OWNERS.at(tokens, i)
    return None if hit and not hit.exact and tokens[hit.end - 1].folded == "chuoi" else hit


FREIGHT = (
    "cước",
    "vận chuyển",
    "phí vận chuyển",
    "ship",
    "phí ship",
    "tiền ship",
    "cước vận chuyển",
    "tiền xe",
)
NOT_IN_IT = ("chưa", "chưa gồm", "chưa bao gồm", "chưa tính", "chưa kể", "chưa có", "chưa cộng", "không gồm",
             "không bao gồm", "ngoài", "không tính")  # fmt: skip
IN_IT = ("gồm", "bao gồm", "đã gồm", "đã bao gồm", "gồm cả", "bao gồm cả", "đã tính", "đã có", "đã cộng",
         "tính cả", "kể cả")  # fmt: skip
TAKERS, GIVERS = ("bên mua", "người mua", "khách", "khách hàng"), ("bên bán", "người bán", "nhà cung cấp")
BEAR = ("chịu", "trả", "lo")
WHOLE = Phrases(
    [
        *meaning(
            GATE,
            "xuất xưởng | xuất vườn | giá vườn | giá gốc | giá chân ruộng | ex works | ex-works | ex work | "
            "ex-work | exw | ex farm | ex-farm | ex farm gate | ex-farm gate | ex-farm-gate | ex farmgate | "
            "ex factory | ex-factory | farm gate | farmgate | farm-gate | "
            "tự đến lấy | tự tới lấy | tự lấy | tự chở | tự vận chuyển | đến lấy | "
            "tới lấy | vào lấy | lên lấy | xuống lấy | đánh xe vào lấy | lái vào vườn | lấy tận nơi | "
            "khách tự tới | khách tự đến | đầu bờ | giá đầu bờ | đầu ruộng | mặt ruộng | chân ruộng | "
            "kho nhà | tại kho nhà | giá kho nhà | đầu nương | chân nương | chân đồi | đầu bản | giá đầu bản",
        ),
        *meaning(
            DEPOT,
            "ra xe | đưa ra xe | bốc ra xe | ra tận xe | lên xe | bốc lên xe | xếp lên xe | tại xe | "
            "đầu xe | trên xe | lên cont | lên container | lên "
            "ghe | lên tàu | kho bên bán | giá xuất kho | giá rời kho | giá ra kho | "
            "tại htx | tại hợp tác xã | "
            "excluding freight | excluding delivery | plus freight | plus delivery | freight extra | "
            "delivery extra | on truck | on board truck | loaded on truck | cước tính riêng | "
            "ship tính riêng | cước tính sau | cước bên mua | cước người mua | cước khách",
        ),
        *((f"{no} {freight}", DEPOT) for no in NOT_IN_IT for freight in FREIGHT),
        *((f"{who} {bears} {freight}", DEPOT) for who in TAKERS for bears in BEAR for freight in FREIGHT),
        *(
            (f"{freight} {who} {bears}", DEPOT)
            for who in TAKERS
            for bears in BEAR
            for freight in (*FREIGHT, "phí", "tiền xe")
        ),
        *meaning(
            STATION, "ra xe khách | gửi xe | gởi xe | gửi xe khách | gửi xe đò | gửi xe buýt | gửi theo xe"
        ),
        *meaning(STORE, "ex warehouse | ex-warehouse | ex store | ex-store | giá kho"),
        *meaning(
            DOOR,
            "bao ship | bao cước | bao vận chuyển | free ship | freeship | miễn ship | miễn cước | miễn "
            "phí vận chuyển | giao miễn phí | miễn phí giao | miễn phí giao hàng | giao hàng miễn phí | "
            "miễn phí ship | "
            "ship miễn phí | chở miễn phí | free delivery to | delivered free | delivered free to | "
            "tận nơi | giao tận nơi | giao hàng tận nơi | tại nơi nhận | "
            "dap | ddp | delivery included | including delivery | free delivery",
        ),
        *((f"{holds} {freight}", DOOR) for holds in IN_IT for freight in FREIGHT),
        *((f"{who} {bears} {freight}", DOOR) for who in GIVERS for bears in BEAR for freight in FREIGHT),
        *meaning(PORT, "fob | cif | cfr | cnf | c & f | fca | cpt | cip | fas"),
        *meaning(NO_PLACE, "giá tối đa | giá tối thiểu | giá tới nay | giá tới đây | tới đa"),
    ]
)
NOT = ("không", "chưa", "ko", "not", "no", "excluding", "without")
# Words that follow "giao" or a direction and begin no name.
NO_NAMES = Phrases.listed(
    "tay | khách | người | khi | lúc | hết | tháng | ngày | tuần | năm | đủ | đúng | sớm | trễ | ngay | "
    "nhanh | lạnh | đều | định kỳ | dịch | mùa | theo | từ | trong | trước | sau | mỗi | hàng | hằng | hai | "
    "ba | bốn | một | vài | nhiều | kèm | được | luôn | cả | nguyên | tươi | sống | đông | mẫu | tiếp | thêm "
    "| nay | đây | đó | kia | mai | tết | giữa | cuối | đầu | mùng | rằm | vụ | chạp | giêng | số | khoảng | "
    "tầm | sáng | chiều | tối | đêm | gần | xong | toàn quốc | các | những | với | và | hoặc | bởi | do "
    "| price | xe"
)
# Hubs that bear no name of a unit on the maps, with the unit that they lie in.
HUBS = {
    "my dinh": "Nam Từ Liêm, Hà Nội", "nuoc ngam": "Hoàng Mai, Hà Nội", "yen nghia": "Hà Đông, Hà Nội",
    "luong yen": "Hai Bà Trưng, Hà Nội", "den lu": "Hoàng Mai, Hà Nội", "minh khai": "Bắc Từ Liêm, Hà Nội",
    "dong xuan": "Hoàn Kiếm, Hà Nội", "van phuc": "Hà Đông, Hà Nội", "giap bat": "Hoàng Mai, Hà Nội",
    "mien dong": "Thủ Đức, Hồ Chí Minh", "mien dong moi": "Thủ Đức, Hồ Chí Minh",
    "mien dong cu": "Bình Thạnh, Hồ Chí Minh", "mien tay": "Bình Tân, Hồ Chí Minh",
    "an suong": "Hóc Môn, Hồ Chí Minh", "nga tu ga": "Quận 12, Hồ Chí Minh",
    "cho lon": "Quận 6, Hồ Chí Minh", "ba chieu": "Bình Thạnh, Hồ Chí Minh",
    "ben thanh": "Quận 1, Hồ Chí Minh", "tam binh": "Thủ Đức, Hồ Chí Minh", "sai gon": "Quận 4, Hồ Chí Minh",
    "hiep phuoc": "Nhà Bè, Hồ Chí Minh", "song than": "Dĩ An, Bình Dương", "niem nghia": "Lê Chân, Hải Phòng",
    "lac long": "Hồng Bàng, Hải Phòng", "cai mep": "Phú Mỹ, Bà Rịa - Vũng Tàu",
    "chua ve": "Đông Hải, Hải Phòng", "dinh vu": "Đông Hải, Hải Phòng", "tan vu": "Đông Hải, Hải Phòng",
    "ky ha": "Núi Thành, Quảng Nam", "chu lai": "Núi Thành, Quảng Nam", "tien sa": "Sơn Trà, Đà Nẵng",
    "phuoc long": "Thủ Đức, Hồ Chí Minh", "truong tho": "Thủ Đức, Hồ Chí Minh", "tan cang": "Cát Lái",
    "tan thuan": "Quận 7, Hồ Chí Minh", "thi vai": "Phú Mỹ, Bà Rịa - Vũng Tàu",
    "cai cui": "Cái Răng, Cần Thơ", "tra noc": "Bình Thủy, Cần Thơ",
    "hoa cuong": "Hải Châu, Đà Nẵng", "hoa khanh": "Liên Chiểu, Đà Nẵng",
}  # fmt: skip
