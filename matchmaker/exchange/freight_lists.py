"""Lists of hauliers' prices as people send them: which columns they have, and their rows by field."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.exchange.columns import ColumnNames, layout
from matchmaker.exchange.workbooks import SheetRefused, read_book, text_of

LARGEST_FILE = 2_000_000  # bytes
MOST_ROWS = 2_000
LONGEST = 300  # letters of a cell
Record = dict[str, str]
# Names that the columns have in hauliers' lists, by field; a header that is near one is taken for it.
NAMES: dict[str, str] = {
    "origin": "nơi đi;điểm đi;từ;điểm lấy hàng;nơi lấy hàng;điểm bốc;nơi xuất phát;from;origin;pick up",
    "destination": "nơi đến;điểm đến;đến;điểm giao hàng;nơi giao hàng;điểm dỡ;to;destination;delivery",
    "tonnes": "tấn;số tấn;khối lượng (tấn);trọng lượng (tấn);tải trọng;tonnes;tons;weight (t)",
    "price_kg": "giá (đ/kg);đơn giá (đ/kg);cước (đ/kg);giá một kg;đ/kg;price per kg;vnd/kg",
    "price_trip": "giá chuyến;giá chuyến (đồng);giá trọn chuyến;cước chuyến;price per trip;trip price",
    "quoted_on": "ngày;ngày báo giá;ngày chạy;date;quoted on",
    "vehicle": "xe;loại xe;phương tiện;vehicle;truck",
    "source": "nguồn;nhà xe;đơn vị vận tải;ghi chú;source;note",
    "carrier": "nhà xe;đơn vị vận tải;hãng xe;chành xe;carrier;haulier",
    "km_from": "từ km;km từ;km from",
    "km_to": "đến km;km đến;km to",
    "tonnes_from": "từ tấn;tấn từ;tonnes from",
    "tonnes_to": "đến tấn;tấn đến;tonnes to",
    "valid_from": "hiệu lực từ;áp dụng từ;từ ngày;valid from",
    "valid_to": "hiệu lực đến;áp dụng đến;đến ngày;valid to",
}
FIELDS = {
    "quotes": ("origin", "destination", "tonnes", "price_kg", "price_trip", "quoted_on", "vehicle", "source"),
    "cards": (
        *("carrier", "origin", "destination", "km_from", "km_to", "tonnes_from", "tonnes_to", "price_kg"),
        *("valid_from", "valid_to"),
    ),
}


def records(data: bytes, kind: str) -> list[tuple[int, Record]]:
    """The rows of the first sheet, numbered as a spreadsheet numbers them, by field; empty cells left out.

    Raises ``SheetRefused``, also ``sheet_no_columns`` where the price and a place or carrier have no column.
    """
    if len(data) > LARGEST_FILE:
        raise SheetRefused("sheet_too_big", megabytes=LARGEST_FILE // 1_000_000)
    sheet = read_book(data).sheets[0]
    if len(sheet.rows) > MOST_ROWS:
        raise SheetRefused("sheet_too_long", rows=MOST_ROWS, columns=60)
    rows = [{"field": field, "records": kind, "names": NAMES[field]} for field in FIELDS[kind]]
    found = layout(sheet, ColumnNames(rows, kind, {}), {})
    columns = {column.place: column.field for column in found.columns if column.field in FIELDS[kind]}
    named = set(columns.values())
    if not named & {"price_kg", "price_trip"} or not named & {"origin", "carrier"}:
        raise SheetRefused("sheet_no_columns")
    return list(_rows(sheet.rows, found.first, columns))


def _rows(rows: list[list[object]], first: int, columns: dict[int, str]) -> Iterator[tuple[int, Record]]:
    for number, row in enumerate(rows[first:], first + 1):
        told = {columns[i]: text_of(cell)[:LONGEST].strip() for i, cell in enumerate(row) if i in columns}  # type: ignore[arg-type]
        record = {field: text for field, text in told.items() if text}
        if record:
            yield number, record
