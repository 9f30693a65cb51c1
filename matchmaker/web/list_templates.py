"""The empty lists to download, with the choices of this service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from matchmaker.exchange.list_template import list_template
from matchmaker.schemas.units import unit_names
from matchmaker.services import guest_lists
from matchmaker.web.language import language
from matchmaker.wording import imports as words
from matchmaker.wording import labels
from seeds import reference

_PARTY = ("legal_form", "tax_code", "contact", "phone")
COLUMNS = {
    "offer": (
        *("producer", *_PARTY, "product", "description", "commune", "province", "quantity", "unit", "per"),
        *("season_text", "price_min", "price_max", "price_unit", "price_basis", "certificates", "ocop_stars"),
        *("ocop_expiry", "invoice", "shelf_life_days", "storage", "min_order", "packaging", "grade", "note"),
    ),
    "demand": (
        *("buyer", *_PARTY, "channel", "product", "spec", "quantity", "unit", "per", "season_text"),
        *("price_max", "price_unit", "price_basis", "required_certificates", "preferred_certificates"),
        *("min_ocop_stars", "invoice_required", "min_lot", "pooling_allowed", "payment_days", "discount_pct"),
        *("commune", "province", "valid_until", "note"),
    ),
}
EXAMPLES: dict[str, dict[str, Any]] = {
    "offer": {
        "producer": "HTX Mận Bắc Hà (mẫu)",
        "legal_form": "Hợp tác xã",
        "product": "Mận tam hoa",
        "commune": "Bắc Hà",
        "province": "Lào Cai",
        "quantity": 60,
        "unit": "tấn",
        "per": "mỗi vụ",
        "season_text": "tháng 6 – tháng 7",
        "price_min": 12000,
        "price_max": 20000,
        "price_unit": "kg",
        "price_basis": "tại nơi sản xuất",
        "certificates": "VietGAP; ATTP",
        "invoice": "Hóa đơn điện tử",
        "shelf_life_days": 18,
        "storage": "mát",
    },
    "demand": {
        "buyer": "Siêu thị A (mẫu)",
        "channel": "Siêu thị",
        "product": "Mận tam hoa",
        "quantity": 2,
        "unit": "tấn",
        "per": "mỗi tuần",
        "season_text": "tháng 6 – tháng 7",
        "price_max": 40000,
        "price_unit": "kg",
        "price_basis": "giao tại kho bên mua",
        "required_certificates": "ATTP",
        "invoice_required": "Hóa đơn điện tử",
        "payment_days": 15,
        "commune": "Tiên Du",
        "province": "Bắc Ninh",
    },
}
GUEST = {
    "side": "Bên bán",
    "name": "HTX Mận Bắc Hà (mẫu)",
    "province": "Lào Cai",
    "products": "Mận tam hoa",
    "representatives": "1",
    "languages": "vi",
}
# What keeps its leading zeros.
TYPED = ("phone", "tax_code")


def template_of(kind: str) -> bytes:
    """The empty list of one kind of record, in both languages."""
    heads = [(name, f"{words.field(name, 'vi')} / {words.field(name, 'en')}") for name in COLUMNS[kind]]
    title = words.said(words.KIND, kind, language())
    return list_template(title, heads, [EXAMPLES[kind]], _choices(), _guide(), typed=TYPED)


def guest_template(
    rows: Sequence[Mapping[str, str]], tables: Sequence[str], slots: Sequence[Sequence[str]]
) -> bytes:
    """The list of participants of a conference, to complete; with an example row where there are none.

    ``tables`` and ``slots`` are what the columns of tables and of absence name.
    """
    heads = list(zip(guest_lists.COLUMNS, guest_lists.heads(), strict=True))
    picks, sides = _choices(), [names[0] for names in labels.table("guest_side").values()]
    named = {name: picks[name] for name in ("province", "channel")}
    named |= {"side": sides, "products": picks["product"], "wants": picks["product"], "fixed_table": tables}
    named |= dict.fromkeys(("host", "contact_public"), picks["pooling_allowed"])
    guide = [
        [_("Việc"), _("Cách làm")],
        [_("Mỗi dòng một đơn vị"), _("Chỉ cần bên và tên; ô chưa biết thì để trống.")],
        [_("Mã đơn vị"), _("Để trống thì máy đặt. Giữ nguyên mã để sửa đơn vị đã có.")],
        [_("Nhiều sản phẩm trong một ô"), _("Cách nhau bằng dấu chấm phẩy: “Mận tam hoa; Chè Shan tuyết”.")],
        [_("Vắng ở các khung giờ"), _("Số của các khung giờ ở trang “Khung giờ”, ví dụ “1-3; 7”.")],
        [
            _("Phải gặp, muốn gặp, không gặp"),
            _("Mã hoặc tên của đơn vị bên kia; muốn gặp ai hơn thì viết trước."),
        ],
        [_("Danh sách chọn"), _("Có thể chọn trong ô hoặc gõ khác; điều lạ sẽ được đánh dấu để xem lại.")],
        [_("Dòng mẫu"), _("Xóa dòng chữ nghiêng trước khi gửi.")],
    ]
    return list_template(
        _("Danh sách"),
        heads,
        rows or [GUEST],
        named,
        guide,
        typed=guest_lists.COLUMNS,
        example=not rows,
        further={_("Khung giờ"): slots},
    )


def _choices() -> dict[str, list[str]]:
    """What can be picked, by field."""
    named = ("per", "price_basis", "storage", "invoice", "legal_form", "channel")
    picks = {name: [pair[0] for pair in labels.table(name).values()] for name in named}
    papers = [row["code"] for row in reference("certificates")]
    units = sorted({row["unit"] for row in reference("units")} & set(unit_names()))
    return picks | {
        "invoice_required": picks["invoice"],
        **dict.fromkeys(("certificates", "required_certificates", "preferred_certificates"), papers),
        **dict.fromkeys(("unit", "price_unit"), units),
        "province": sorted({row["new_province"] for row in reference("provinces")}),
        "product": sorted({row["name_vi"] for row in reference("products") if row["rank"] != "family"}),
        "pooling_allowed": ["có", "không"],
    }


def _guide() -> list[list[str]]:
    return [
        [_("Việc"), _("Cách làm")],
        [_("Mỗi dòng một sản phẩm"), _("“Rau củ các loại” nên tách thành từng dòng, mỗi dòng một loại.")],
        [_("Ô chưa biết thì để trống"), _("Máy không đoán; ô trống sẽ được hỏi lại sau.")],
        [_("Viết như vẫn viết"), _("“2–3 tấn/năm”, “T10–T12”, “25–30k/kg”, “OCOP 4 sao” đều đọc được.")],
        [_("Danh sách chọn"), _("Có thể chọn trong ô hoặc gõ khác; điều lạ sẽ được đánh dấu để xem lại.")],
        [_("Gửi lại lần nữa"), _("Dòng đã có thì được sửa theo, không nhập trùng.")],
        [_("Dòng mẫu"), _("Xóa dòng chữ nghiêng trước khi gửi.")],
    ]
