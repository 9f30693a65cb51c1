"""Where a seller packs, stores or sells his goods, which is no origin: "tỏi Kinh Môn, đóng túi tại Lý Sơn".

Words of packing, sorting, storing and selling lose the place behind them; where the same clause says that the
goods grow, are reared or made there ("trồng và đóng gói tại Lý Sơn") it stays.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PACKED = (
    r"đóng(?: (?:gói|túi|bao|thùng|hộp|chai|lọ|hũ|kiện|bịch|can|hàng|bao bì))*|bao gói|vô bao|sơ chế|"
    r"phân loại|tuyển chọn|lựa hàng|tập kết|thu gom|lưu kho|sang chiết|chiết rót|chiết chai|dán nhãn|"
    r"dong(?: (?:goi|tui|bao|thung|hop|chai|lo|hu|kien|bich|can|hang|bao bi))*|bao goi|vo bao|so che|"
    r"phan loai|tuyen chon|lua hang|tap ket|thu gom|luu kho|sang chiet|chiet rot|chiet chai|dan nhan|"
    r"(?:re)?pack(?:ed|aged|ing)?|bottled|sorted|graded|bagged|boxed"
)
_SOLD = (
    r"(?:bày |có |đang |mở |bay |co |dang |mo )?(?:bán|ban)(?: (?:hàng|lẻ|sỉ|buôn|hang|le|si|buon))?|"
    r"tiêu thụ|kho(?: (?:hàng|lạnh|chứa|trữ|bãi|hang|lanh|chua|tru))?|cửa hàng|điểm bán|quầy hàng|trụ sở|"
    r"văn phòng|giao(?: hàng| nhận| hang| nhan)?|nhận hàng|lấy hàng|xuất kho|nhan hang|lay hang|xuat kho|"
    r"tieu thu|cua hang|diem ban|tru so|van phong|sold|stored|stocked|"
    r"warehoused?|(?:our )?(?:warehouse|shop|office)"
)
_AT = r"tại|ở|trên|tai|o|in|at"
_LETTER = r"[A-ZĐÂÊÔƠƯĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]"
_KIND = (
    r"(?:xã|huyện|tỉnh|phường|thị trấn|đặc khu|đảo|vùng|chợ|xưởng|nhà máy|kho|xa|"
    r"huyen|tinh|phuong|dac khu|dao|vung|cho|xuong|nha may|the)"
)
# The place is told by its capitals; without any it is the rest of a short clause.
_PLACE = re.compile(
    rf"(?:{_KIND} )*{_LETTER}[\w'’]*(?:[ -]{_LETTER}[\w'’]*)*"
    rf"(?: ?[,(–-] ?(?:{_KIND} )*{_LETTER}[\w'’]*(?: {_LETTER}[\w'’]*)*\)?)*"
)
_BARE = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,3}(?=\s*(?:[,;.()\n]|$))")
_MAY = re.compile(rf"(?<!\w)(?:{_AT})(?!\w)", re.IGNORECASE)
_WORK = re.compile(
    rf"(?<!\w)(?:(?P<packed>(?:{_PACKED})(?: (?!(?:{_AT}) )\w+(?:[.,/]\d+)?){{0,4}}?)|(?:{_SOLD})) "
    rf"(?:{_AT}) (?=\w)",
    re.IGNORECASE,
)
# Where goods grow, though they are fetched there: "lấy hàng tại vườn Cao Phong".
_FIELD = re.compile(
    r"(?<!\w)(?:vườn|nương|ruộng|trang trại|trại|ao|bè|rẫy|vuon|nuong|ruong|trai|farm|garden)(?!\w)", re.I
)
_CLAUSE = re.compile(r"[,;.(\n](?!\d)")
_GROWN = re.compile(
    r"(?<!\w)(?:trồng|nuôi|thả|hái|thu hoạch|thu hái|sản xuất|khai thác|đánh bắt|canh tác|chế biến|làm|"
    r"trong|nuoi|tha|hai|thu hoach|thu hai|san xuat|khai thac|danh bat|canh tac|che bien|lam|"
    r"grown|raised|harvested|produced|caught|made)(?!\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=65_536)
def without_work_places(text: str) -> str:
    """A text without the places that it names only for packing, storing or selling.

    >>> without_work_places("tỏi khô loại 1, đóng túi 500 g tại Lý Sơn")
    'tỏi khô loại 1, đóng túi 500 g'
    >>> without_work_places("trồng và đóng gói tại Lý Sơn")
    'trồng và đóng gói tại Lý Sơn'
    """
    if not _MAY.search(text):
        return text
    kept, at = "", 0
    for work in _WORK.finditer(text):
        if work.start() < at:
            continue
        clause = _CLAUSE.split(text[: work.start()])[-1]
        place = _PLACE.match(text, work.end()) or _BARE.match(text, work.end())
        said = f"{clause} {work[0]} {place[0] if place else ''}"
        if place is None or _GROWN.search(said) or _FIELD.search(f"{work[0]} {place[0]}"):
            continue
        kept += text[at : work.end("packed") if work["packed"] else work.start()]
        at = place.end()
    return f"{kept.rstrip() if at else ''}{text[at:]}".strip(" ,;") if at else text
