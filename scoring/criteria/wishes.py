"""What a buyer asks of the goods in free words: sizes, grades, packs, parts left on or off, what is put in.

A free text tells of amounts, prices, places and months too, which are read elsewhere; what it merely allows
("mũ vụn cũng được") and whom the goods are for ask nothing. Each wish is told in the buyer's own words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.exclusions import asked_text
from scoring.records import Demand
from scoring.units import fold

_PIECES = re.compile(r"[;\n()]|,(?!\d)|\.(?:\s|$)|\s[–-]\s")
# What is allowed, or would be welcome, and is no condition.
ALLOWED = re.compile(
    r"\b(?:cung (?:duoc|ok|nhan|lay|tot|chap nhan)|(?:cho|duoc) phep|cho lan|khong ngai|chiu duoc|"
    r"van (?:nhan|lay|mua|duoc|ok|dung duoc)|(?:may|can) (?:be|include|contain|have|vary)|allow(?:ed|able)|"
    r"permitted|permissible|tolerat(?:ed|ion|e)|tolerance|acceptable|accepted|is (?:fine|ok)|no problem|"
    r"(?:lan|dinh|con|co) [a-z ]{2,20} duoc$|neu (?:re|co|duoc|tien|hop)|chap nhan|linh hoat|"
    r"khong (?:can|yeu cau|quan trong|nhat thiet|bat buoc|ke|phan biet|kho tinh)|thoai mai|tuy (?:y|ben)|"
    r"thi (?:tot|cang tot|duoc)|khong(?: co)? thi|thay (?:cho )?.{2,20} (?:duoc|nhan)|bao (?:them|gia|lai)|"
    r"chao (?:them|gia)|cang tot|uu tien|co the(?! (?:tai|deo|rfid|chip|qr|ma|bai|ten|nhua)\b)|"
    r"sao cung|gi cung|(?:nhan |lay |mua )?(?:moi|tat ca cac) (?:giong|loai|co|size|vung)|giong nao|"
    r"any (?:variety|size|origin)|deu (?:duoc|nhan|lay))\b"
)
_OF_PAYMENT = re.compile(r"\b(?:thanh toan|cong no|tra cham|chuyen khoan|dat coc|payment|net \d+)\b")
_EXCHANGED = re.compile(r" ?(?:doi|tra lai|hoan|boi thuong|bao hanh)\b")  # what comes of goods that fail
_N = r"\d+(?:[.,]\d+)?(?: ?(?:-|–|x|đến|den|tới|toi) ?\d+(?:[.,]\d+)?)*"
_PACK = (
    "túi|hộp|hũ|lọ|gói|bó|thùng|chai|bao|khay|sọt|vỉ|lon|hộc|giỏ|rổ|phuy|keo|bịch|xấp|"
    "tui|hop|hu|lo|goi|bo|thung|khay|sot|vi|gio|ro|bich|xap"
)
_MADE = (
    "gỗ|sứ|thủy tinh|thuỷ tinh|giấy|thiếc|tre|nhựa|sơn mài|vải|cói|mây|xốp|kraft|zip|lưới|carton|cứng|thường|"
    "go|su|thuy tinh|giay|thiec|nhua|son mai|vai|coi|may|xop|luoi|cung"
)
_LEAST = r"(?:≥|>=|>|≤|<=|<|trên|dưới|từ|tối thiểu|tối đa|ít nhất|tren|duoi|tu|toi thieu|toi da|it nhat)"
_PIECE = (
    "quả|trái|con|củ|bông|bắp|cây|cành|lát|miếng|hạt|nải|buồng|chùm|chum|qua|trai|cu|bong|bap|hat|nai|buong"
)
_FOOD_PARTS = (
    f"{_PIECE}|vỏ|ruột|cùi|thịt|mỡ|da|lá|cuống|gốc|thân|đầu|mùi|vị|màu|nước|sợi|ngọn|búp|cánh|nụ|hoa|tép|"
    f"mũ|tai|"
    "vo|ruot|cui|thit|mo|la|cuong|goc|than|mui|vi|mau|soi|bup|canh|nu|tep|mu|loại|hàng|loai|hang"
)
_SO = (
    "tròn|đều|to|lớn|nhỏ|dài|mập|thon|dày|mỏng|cứng|mềm|dẻo|giòn|xốp|non|già|chín|ương|thẳng|ráo|sáng|bóng|"
    "sạch|thơm|ngọt|chua|đỏ|vàng|xanh|tím|trắng|đen|hồng|đậm|nhạt|nạc|mẩy|chắc|"
    "tron|deu|nho|map|mong|mem|deo|gion|xop|chin|uong|rao|bong|sach|thom|ngot|vang|tim|trang|hong|dam|"
    "nac|chac"
)
_SOME = "1|2|3|4|5|6|7|8|9|một|hai|ba|bốn|năm"
_NO_TRADE = (
    "thay|lấy|nhận|mua|cần|quá|vượt|gộp|trả|đổi|hơn|dưới|biết|phải|kể|thu|hóa|hoá|trừ|giao|tính|chịu|bắt|yêu|"
    "nhất|quan|và|hoặc|hay|va|hoac|"
    "lay|nhan|can|qua|vuot|gop|tra|doi|hon|duoi|biet|phai|ke|hoa don|tru|giao|tinh|chiu|bat|yeu|nhat|"
    "ngoi|được|duoc|"
    "bán|thường|thuong|kịp|kip|mất|mat|rõ|ro|nên|nen|có hóa|co hoa"
)
_NOT = r"(?:không|khong|ko)"
_END = r"(?!\w)"
_WISH = re.compile(
    r"(?<!\w)(?:"
    # parts left on or off, additives, defects
    rf"(?:có|còn|nguyên|kèm|co|con|nguyen|kem) (?:lá|cuống|cành|chùm|rễ|phấn|vỏ|quai|van|la|cuong|canh|"
    rf"chum|phan)|"
    rf"{_NOT} (?!(?:{_NO_TRADE}){_END})(?:(?:có|dùng|sử dụng|chứa|bị|qua|thêm|pha|tẩm|hun|xông|ướp|lẫn|"
    rf"trộn|chất|"
    rf"hóa chất|phẩm|"
    r"co|dung|su dung|chua|bi|them|tam|xong|uop|lan|tron|chat|hoa chat|pham) )*\w+(?: (?:huỳnh|huynh|"
    r"quản|quan|màu|"
    r"mau|sinh|the|trắng|trang|"
    r"muối|muoi|bơ|chất|chat|dư|du|thuốc|thuoc|trừ|tru|sâu|sau|bệnh|benh|dập|nát|mốc|xơ|tạp|tap|vụn|ngọt|"
    r"ngot)(?!\w)){0,4}|"
    rf"{_NOT} (?:lấy|nhận|mua|lay|nhan) (?:hàng |loại |đồ |hang |loai |do )?"
    r"(?!(?:gộp|gop|trả|tra|thêm|them|tháng|thang|chủ|chu|dịp|dip|nếu|neu|giao|lẻ|le|từ|tu|vào|vao|ngày|"
    r"ngay|hàng|hang|"
    r"kỳ|ky|trong|quá|qua|tết|tet|dưới|duoi)\b)[^,;.()\d]{2,24}|"
    # how it was done to, or what it is like
    r"(?:(?:loại|dệt|det) chắp|(?:loai|det) chap)(?!\w| nhận| nhan)|"
    r"móc hàm|moc ham|(?:hút|ép|hut|ep) chân không|(?:hut|ep) chan khong|rửa sạch|rua sach|sạch (?:cuống|"
    r"rễ|đất|gốc)|"
    r"sach (?:cuong|re|dat)|ngũ sắc|ngu sac|(?:ít|it) (?:đường|duong|ngọt|ngot|muối|muoi|cay|xơ|mỡ|mo)|"
    r"chín (?:cây|tới|đều|kỹ)|chin (?:cay|toi|deu)|(?:đẹp|dep) (?:mã|ma)|(?:mới|moi) (?:hái|vụ|hai|vu)|"
    r"vụ mới|vu moi|"
    rf"nguyên (?:con|bông|hạt|trái|quả|củ|lá|miếng)|nguyen (?:con|bong|hat|trai|qua|cu|la)|theo mẫu|theo mau|"
    r"(?:rang|xay) (?:mộc|vừa|đậm|nhạt|nhẹ|thô|mịn|moc|vua|dam|nhat|nhe|min)|(?:hàng )?(?:trâu|bò|heo|"
    r"lợn|gà|mật|sâm|tre|gỗ) thật"
    r"(?: (?:không|khong) pha)?|(?:có|co) (?:tem|nhãn|nhan)(?: (?:phụ|mác|phu|mac))?"
    r"(?! (?:chỉ|chi|gi|ocop|qr|truy|vạch|vach|hiệu|hieu|chống|chong|kiểm|kiem)\b)|"
    r"nửa con|nua con|"
    r"(?:gọt|bóc|got|boc) (?:vỏ|vo)|(?:cắt|thái|cat|thai) (?:khúc|đoạn|lát|sợi|khuc|doan|lat|soi)|(?:dệt|"
    r"đan|det|dan) tay|"
    r"(?:nhuộm|nhuom) (?:chàm|cham)|(?:vẽ|ve) (?:sáp ong|sap ong)|thủ công|thu cong|"
    r"(?:aflatoxin|hmf|flavonoid|curcumin|citral|saponin|cadimi) (?:đạt|thấp|dat|thap)|"
    r"in (?:logo|nhãn|tên|nhan|ten)(?: riêng)?|"
    rf"(?:hái|cắt|thu hoạch|bắt|hai|cat|thu hoach|bat) trong (?:24 ?(?:h|giờ|gio)|ngày|ngay)|"
    rf"(?:{_FOOD_PARTS}) (?:{_SO})(?: (?:{_SO}))*(?: {_LEAST} ?{_N} ?(?:kg|g|ký|cm))?|"
    # packs, grades, sizes
    rf"(?:đóng |dong )?(?:{_PACK}) (?:{_MADE})(?: (?:đẹp|dep|sang))?(?: {_N} ?(?:kg|g|ml|lít|lit|l|"
    rf"{_PIECE}))?|"
    rf"(?:{_PACK}) {_N} ?(?:kg|gr|g|ml|lít|lit|l|{_PIECE}|món|mon){_END}"
    r"(?! ?/ ?(?!tháng|thang|tuần|tuan|ngày|ngay))(?: (?:có|co) van)?|"
    rf"can {_N} ?(?:lít|lit|l)|\d{{2,3}} ?[xX] ?\d{{2,3}}(?: ?[xX] ?\d{{1,3}})?(?: ?(?:cm|mm|"
    rf"m))?(?! ?(?:['’]|ft|feet|cont|gói|goi|túi|tui))|"
    rf"(?:loại|hạng|loai|hang) (?:[1-3]|A|B|VIP|đặc biệt|dac biet){_END}|"
    rf"[RS]\d{{1,2}}\+?(?: (?:sàng|sang) ?\d+\+?)?(?: (?:trở lên|tro len))?|"
    rf"(?:sàng|sang) ?\d\d\+?(?: (?:trở lên|tro len))?|"
    rf"(?:(?:{_PIECE}|cao|dài|rộng|dai|rong) )?(?:{_LEAST} ?)?{_N} ?(?:{_PIECE}) ?/ ?(?:1 ?)?(?:kg|ký|"
    rf"ki){_END}|"
    rf"(?:{_PIECE})(?: (?:đẹp|dep|to|{_SO}))+ (?:{_LEAST} ?){_N} ?(?:kg|ký|g|gr|cm|mm){_END}|"
    rf"(?:{_PIECE}|cao|dài|rộng|dai|rong|mặt|size|cỡ|co) (?:{_LEAST} ?)?{_N} ?(?:kg|ký|g|gr|cm|mm|ly){_END}"
    rf"(?: (?:trở lên|trở xuống|tro len|tro xuong))?|"
    rf"(?:{_LEAST} ?)?{_N} ?(?:năm|nam) (?:tuổi|tuoi)(?: (?:trở lên|tro len))?|"
    rf"(?:{_LEAST} ?)?{_N} ?(?:cm|mm)(?: (?:trở lên|tro len))?{_END}|"
    rf"(?:{_LEAST} ?)?{_N} ?(?:kg|g) ?(?:/|mỗi |một |moi |mot )(?:{_PIECE}){_END}|"
    rf"(?:{_LEAST} ?)?{_N} ?(?:kg|g) (?:trở lên|tro len){_END}|"
    rf"(?:trên|dưới|tren|duoi|≥|>=|≤|<=) ?[0-5](?:[.,]\d+)? ?kg(?! ?(?:/|mỗi|moi|một|mot)){_END}|"
    # figures of what the goods hold
    rf"(?:độ ẩm|do am|ẩm|thủy phần|thuy phan|brix|độ brix|do brix|tinh dầu|tinh dau|tạp chất|tap chat|"
    rf"tạp|tấm|tam|độ mặn|do man|"
    rf"độ đạm|do dam|độ cồn|do con|chín|già|chin|gia|lỗi|vỡ|aflatoxin|hmf) ?(?:{_LEAST} ?)?{_N} ?(?:%|độ|do)?"
    rf"(?: (?:trở lên|trở xuống|tro len|tro xuong))?{_END}|"
    rf"(?:{_LEAST} ?)?{_N} ?g ?/ ?(?:l|lít|lit)(?: (?:trở lên|tro len))?|"
    r"(?:[-–−] ?|(?:âm|am) )\d+ ?(?:[°º] ?c|độ(?: ?c)?|do(?: ?c)?)|"  # how cold, and with its sign
    rf"(?<![-–−])(?<!âm )(?<!am )"
    rf"(?:{_LEAST} ?)?{_N} ?(?:độ đạm|do dam|độ cồn|do con|độ brix|do brix|brix|% vol|độ|"
    rf"do){_END}(?! ?[cC]\b)"
    rf"(?: (?:trở lên|trở xuống|tro len|tro xuong))?){_END}",
    re.IGNORECASE,
)

_GRADED = re.compile(r"\b(?:loại|hạng|loai|hang) [123]\b", re.IGNORECASE)
# What leaves the price to be agreed, which is a remark and no wish: "giá thỏa thuận theo mẫu".
PRICE_OPEN = (
    r"(?<!\w)(?:(?:đơn|mức|khung|don|muc) )?(?:giá|gia)"
    r"(?: (?:cả|bán|mua|sẽ|thì|được|ca|ban|se|thi|duoc))*"
    r" (?:thỏa thuận|thoả thuận|thương lượng|đàm phán|tùy|tuỳ|theo|chốt|tính|xem|linh hoạt|trao đổi|báo|"
    r"thoa thuan|thuong luong|dam phan|tuy|theo|chot|tinh|xem|linh hoat|trao doi|bao)(?!\w)[^,;]*|"
    r"(?<!\w)(?:thỏa thuận|thoả thuận|thương lượng|thoa thuan|thuong luong)(?: (?:giá|gia))?"
    r" (?:theo|tùy|tuỳ|tuy)(?!\w)[^,;]*|"
    r"(?<!\w)prices? (?:(?:is|are|to be|will be|negotiable|agreed|depend\w*) )*"
    r"(?:by|as|on|per|according)\b[^,;]*"
    r"|(?<!\w)(?:báo giá|bao gia) (?:theo|hàng|hằng|mỗi|từng|hang|moi|tung)(?!\w)[^,;]*|"
    r"(?<!\w)(?:xem|duyệt|gửi|thử|duyet|gui|thu) (?:mẫu|mau)(?: (?:hàng|hang))?(?: \w+){0,2}"
    r" (?:chốt|báo|thỏa thuận|tính|ra|chot|bao|thoa thuan|tinh) (?:giá|gia)(?!\w)[^,;]*"
)
_PRICE_OPEN = re.compile(PRICE_OPEN, re.IGNORECASE)


def without_price_remarks(text: str) -> str:
    """A text without what it says of a price that is still to be agreed."""
    return _PRICE_OPEN.sub("", text)


# Amounts, rhythms and prices, in whose figures no wish may be read, and the air that goods travel by.
_READ_ELSEWHERE = re.compile(
    rf"{PRICE_OPEN}|"
    r"(?<!\w)(?:đi|bằng|đường|gửi|bay|theo|qua|chuyển|di|bang|duong|gui|chuyen) "
    r"(?:hàng không|hang khong)(?!\w)|"
    r"(?<!\w)(?:giá|gia|tầm giá|ngân sách|ngan sach|trả|tra)(?: (?:tới|đến|dưới|trên dưới|tối đa|khoảng|"
    r"trần|sàn|từ|bán|"
    r"mua|toi|den|duoi|toi da|khoang|tran|tu))* ?[≤<]? ?\d[^,;]*|"
    r"\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?:k|nghìn|ngàn|triệu|tr|đ|đồng|nghin|ngan|trieu|d|dong)\d? ?"
    r"(?:/|một |mot )? ?(?:kg|ký|lít|lit|chai|hộp|hop|túi|tui|trái|quả|con|chiếc|hũ|gói|goi|l)?(?!\w)|"
    r"(?<!\w)(?:tháng|thang|t|ngày|ngay|năm|nam|quý|quy|tuần|tuan) ?\d[\d/–-]*|\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    re.IGNORECASE,
)


def wishes(demand: Demand) -> list[str]:
    """What the free text of a demand asks of its goods, and the grade that their name holds, where its
    specification does not say it."""
    free = without_need(asked_text(demand, f"{demand.description}; {demand.remarks}"), demand.quantity)
    return list(_wished(free, demand.product, demand.spec))


# "Can 600 lit" without marks is "cần 600 lít", where nothing before it speaks of packing and no jerrycan
# holds so much, or it is the amount wanted.
_NEED = re.compile(r"(?<!\w)can (?=(\d+(?:\.\d{3})*)(?:,\d+)? ?(?:lit|lít|l)(?!\w))", re.IGNORECASE)
_PACKING = re.compile(
    r"(?:\d|(?<!\w)(?:dong|đóng|goi|gói|bang|bằng|trong|vao|vào|dung|đựng|chua|chứa|cach|cách|bi|bì|loai|"
    r"loại|theo|moi|mỗi|chiet|chiết|rot|rót|hoac|hoặc|hay|xai|x))\s*:?\s*$",
    re.IGNORECASE,
)
LARGEST_CAN = 60.0  # litres; what holds more is a drum


def without_need(text: str, quantity: float | None) -> str:
    """A free text without the verb of a need that, typed without marks, looks like a jerrycan.

    >>> without_need("can 600 lit mat ong, dong can 20 lit", 600.0)
    '600 lit mat ong, dong can 20 lit'
    """

    def verb(found: re.Match[str]) -> str:
        amount = float(found[1].replace(".", ""))
        need = amount > LARGEST_CAN or amount == quantity
        return "" if need and not _PACKING.search(text[: found.start()]) else found[0]

    return _NEED.sub(verb, text)


@lru_cache(maxsize=16_384)
def _wished(free: str, product: str, spec: str) -> tuple[str, ...]:
    items = _items(product)
    found = [_of_item(wish, piece, items) for piece in _PIECES.split(free) for wish in wished_in(piece)]
    found += _GRADED.findall(product)
    said = fold(f"{spec}; {product}") if found else ""
    named = dict.fromkeys(
        words for words in found if not says(fold(words), said) or words in _GRADED.findall(product)
    )
    return tuple(wish for wish in named if not any(wish != other and wish in other for other in named))


_ITEMS = re.compile(r"[,;+&/]|\b(?:và|va|and)\b")


def _items(product: str) -> list[str]:
    """The goods that a name lists; none where it names one alone."""
    items = [item.strip() for item in _ITEMS.split(product) if item.strip()]
    return items if len(items) > 1 else []


def _of_item(wish: str, piece: str, items: list[str]) -> str:
    """A size with the one of several goods that its piece of the text opens with: "bap cai 1-1,8 kg" asks
    nothing of the other vegetables."""
    plain = fold(piece)
    opened = [item for item in items if plain.startswith(fold(item))]
    if not wish[:1].isdigit():
        return _with_its_goods(wish, piece, items)
    if len(opened) != 1 or fold(opened[0]) in fold(wish):
        return wish
    return f"{opened[0]} {wish}"


_MOST_BEFORE = 3  # words before a wish that say of which of several goods it is


def _with_its_goods(wish: str, piece: str, items: list[str]) -> str:
    """A wish with the words before it that name one of several goods: "su su không già xơ"."""
    before = piece.partition(wish)[0].strip()
    named = {word for item in items for word in fold(item).split()} & set(fold(before).split())
    return f"{before} {wish}" if named and len(before.split()) <= _MOST_BEFORE else wish


@lru_cache(maxsize=16_384)
def wished_in(piece: str) -> tuple[str, ...]:
    """The wishes in one piece of a text, in its own words; none in what it only allows."""
    if ALLOWED.search(fold(piece)) or _EXCHANGED.match(fold(piece)) or _OF_PAYMENT.search(fold(piece)):
        return ()
    text = _READ_ELSEWHERE.sub(lambda found: ";" * len(found[0]), piece)
    found = _whole(text, [match.span() for match in _WISH.finditer(text)])
    if any("/" in wish for wish in found):  # the size is in figures
        found = [wish for wish in found if not _LARGE.fullmatch(wish)]
    if (each := _HEAD.search(text)) and not any(each[1] in wish for wish in found):
        found.append(each[1])
    return tuple(found)


_EITHER = re.compile(r"\s*(?:hoặc|hoac|hay|or|/)\s*")
_OR_MADE = re.compile(
    rf"\s*(?:hoặc|hoac|hay|/)\s*(?:{_MADE})(?: {_N} ?(?:kg|g|ml|lít|lit|l))?(?!\w)", re.IGNORECASE
)
_TAKEN_OFF = re.compile(
    r"(?:(?:đã|da) )?(?:bỏ|cắt|tỉa|nhặt|bo|cat|tia|nhat)(?: (?:hết|bỏ|sạch|het|sach))? $", re.I
)
_LAST_WORDS = re.compile(r"(?: [^\W\d_]+){1,2}\s*$")
_DENIES = re.compile(rf"{_NOT} (?!(?:lấy|nhận|mua|lay|nhan)\b)", re.IGNORECASE)


def _whole(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The wishes at some places of a piece with the words without which they say something else: "không hồi
    [lép]", "[đã bỏ] lá già", "bó 1 kg [hoặc] túi 5 kg", "chai sứ [hoặc thủy tinh 500 ml]"."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if before := _TAKEN_OFF.search(text[:start]):
            start = before.start()
        if more := _OR_MADE.match(text, end):
            end = more.end()
        if _DENIES.match(text, start) and (rest := _LAST_WORDS.match(text, end)):
            end = rest.end()
        if kept and _EITHER.fullmatch(text[kept[-1][1] : start]):
            start = kept.pop()[0]
        kept.append((start, end))
    return [text[start:end].strip() for start, end in kept]


_LARGE = re.compile(rf"(?:{_FOOD_PARTS}|hàng) (?:to|lớn|nhỏ|nho)", re.IGNORECASE)
# What one of some heads, fruits or cakes is to weigh: "6 con lợn đen mổ sẵn 30-40kg".
_HEAD = re.compile(
    rf"(?<!\w)(?:con|cái|chiếc|cai|chiec|{_PIECE}) [^\d;]*?(\d+(?:[.,]\d+)? ?(?:-|–) ?\d+(?:[.,]\d+)? ?kg)"
    r"(?! ?(?:/|mỗi|moi|một|mot|\w))",
    re.IGNORECASE,
)


def says(words: str, told: str) -> bool:
    """Whether folded words stand in a folded text."""
    return re.search(rf"\b{re.escape(words)}\b", told) is not None
