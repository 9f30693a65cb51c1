"""Sentences of the agreement by which producers supply one order together (vi, en)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "title": (
        "Bản thỏa thuận cung ứng chung",
        "Agreement on joint supply",
    ),
    "about": (
        "Về việc cùng cung ứng {product} cho {buyer}",
        "On supplying {product} to {buyer} together",
    ),
    "opening": (
        "Hôm nay, ngày … tháng … năm {year}, tại ……………………, chúng tôi gồm:",
        "Today, …/…/{year}, at ……………………, we are:",
    ),
    "lead": (
        "BÊN ĐỨNG ĐẦU: {name}",
        "LEAD: {name}",
    ),
    "member": (
        "THÀNH VIÊN {number}: {name}",
        "MEMBER {number}: {name}",
    ),
    "address": (
        "Địa chỉ: {text}",
        "Address: {text}",
    ),
    "phone": ("Điện thoại: ……………………", "Telephone: ……………………"),
    "person": (
        "Đại diện: ……………………          Chức vụ: ……………………",
        "Represented by: ……………………          Position: ……………………",
    ),
    "agree": (
        "Các bên tự nguyện thỏa thuận:",
        "The parties freely agree:",
    ),
    "article_1": (
        "Điều 1. Hàng hóa. Các bên cùng cung ứng {product}{spec} cho {buyer}, tổng lượng "
        "{total}, giao tại {place}, trong {months}.",
        "Article 1. Goods. The parties together supply {product}{spec} to {buyer}, {total} in "
        "all, delivered at {place}, in {months}.",
    ),
    "article_2": (
        "Điều 2. Phần của từng bên. Mỗi bên giao đúng lượng theo tháng trong bảng sau. Ít hơn "
        "hoặc nhiều hơn phải được bên đứng đầu đồng ý trước.",
        "Article 2. Shares. Each party delivers by month what the table says. Less or more needs "
        "the lead's consent beforehand.",
    ),
    "article_3": (
        "Điều 3. Chất lượng và giấy tờ. Từng bên tự mình bảo đảm chất lượng, quy cách và giấy tờ "
        "còn hiệu lực: {papers}. Hàng không đạt do bên giao hàng chịu.",
        "Article 3. Quality and papers. Each party by itself answers for quality, packing and "
        "valid papers: {papers}. Goods that fail are at the charge of who delivered them.",
    ),
    "no_papers": (
        "theo yêu cầu của bên mua",
        "as the buyer requires",
    ),
    "article_4": (
        "Điều 4. Bên đứng đầu. {lead} thay mặt các bên ký với bên mua, xuất hóa đơn cho toàn bộ "
        "lượng hàng, điều xe gom hàng và trả tiền cho từng bên trong … ngày kể từ ngày bên mua "
        "thanh toán, sau khi trừ chi phí đã thống nhất.",
        "Article 4. The lead. {lead} signs with the buyer for all, invoices the whole quantity, "
        "sends the truck that collects, and pays each party within … days of the buyer's "
        "payment, less the costs agreed.",
    ),
    "article_5": (
        "Điều 5. Gom hàng. Thứ tự gom: {stops}. Giờ bốc hàng do bên đứng đầu báo trước ít nhất … giờ.",
        "Article 5. Collection. In this order: {stops}. The lead tells the hour of loading at "
        "least … hours ahead.",
    ),
    "article_6": (
        "Điều 6. Giá và chi phí. Giá bán cho bên mua: ……………………; chi phí vận chuyển, bốc xếp, hao "
        "hụt chia theo lượng giao của từng bên.",
        "Article 6. Price and costs. Price to the buyer: ……………………; the costs of transport, "
        "loading and loss are shared by what each party delivers.",
    ),
    "article_7": (
        "Điều 7. Khi một bên không giao đủ. Bên đó báo bên đứng đầu trước ít nhất … ngày; phần "
        "thiếu ưu tiên chia cho các bên còn hàng theo tỷ lệ trong bảng. Không báo trước thì chịu "
        "chi phí phát sinh.",
        "Article 7. When a party falls short. It tells the lead at least … days ahead; what is "
        "missing goes first to the parties with goods left, by their shares. Without notice it "
        "bears the costs that arise.",
    ),
    "article_8": (
        "Điều 8. Hiệu lực. Bản thỏa thuận có hiệu lực từ ngày ký đến hết đợt giao hàng; lập "
        "thành {copies} bản, mỗi bên giữ 01 bản, cơ quan xúc tiến thương mại giữ 01 bản.",
        "Article 8. Validity. Valid from its signing until the last delivery; {copies} copies, "
        "one for each party and one for the trade promotion office.",
    ),
    "number": (
        "STT",
        "No.",
    ),
    "party": (
        "Bên",
        "Party",
    ),
    "place": (
        "Nơi sản xuất",
        "Place",
    ),
    "month": (
        "T{month}",
        "M{month}",
    ),
    "total": (
        "Tổng",
        "Total",
    ),
    "shares": (
        "Phần của từng bên",
        "Shares",
    ),
    "in_unit": (
        "Đơn vị tính: {unit}.",
        "Unit: {unit}.",
    ),
    "sign_lead": (
        "Bên đứng đầu",
        "Lead",
    ),
    "sign_member": (
        "Thành viên {number}",
        "Member {number}",
    ),
    "dots": (
        "……………………",
        "……………………",
    ),
}


def say(key: str, lang: str, **facts: object) -> str:
    """A sentence of the agreement in one language with its facts."""
    text = SENTENCES[key][lang == "en"]
    return text.format(**facts) if facts else text
