"""What to ask on the telephone, and in a message, about what a record leaves open."""

from __future__ import annotations

# question: (what the queue calls it, what to ask a seller, what to ask a buyer), in Vietnamese and English
QUESTIONS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "quantity": (
        (
            "thiếu hoặc chưa rõ lượng",
            "Bán được bao nhiêu, tính theo gì (tấn, tạ, con…), mỗi ngày, tuần, tháng hay cả vụ?",
            "Cần bao nhiêu, tính theo gì, mỗi ngày, tuần, tháng hay cả đợt?",
        ),
        (
            "amount missing or unclear",
            "How much can you sell, in what unit, a day, week, month or season?",
            "How much do you need, in what unit, a day, week, month or in all?",
        ),
    ),
    "months": (
        ("thiếu hoặc chưa rõ tháng", "Giao được những tháng nào (dương lịch)?", "Cần hàng những tháng nào?"),
        ("months missing or unclear", "In which months can you deliver?", "In which months do you need it?"),
    ),
    "place": (
        (
            "nơi chưa rõ",
            "Hàng ở xã nào, tỉnh nào (tên mới hoặc tên cũ)?",
            "Nhận hàng ở xã, phường nào, tỉnh nào?",
        ),
        (
            "place unclear",
            "In which commune and province are the goods?",
            "Where are the goods to be delivered?",
        ),
    ),
    "price": (
        ("thiếu hoặc chưa rõ giá", "Giá bao nhiêu một kg (chai, con…)?", "Giá mua cao nhất là bao nhiêu?"),
        ("price missing or unclear", "What is the price, for what unit?", "What is the highest price?"),
    ),
    "price_basis": (
        (
            "chưa rõ giá tại đâu",
            "Giá đó là tại nơi sản xuất, tại kho, lên xe hay giao tận nơi?",
            "Giá đó là nhận tại nơi bán hay giao tận kho của mình?",
        ),
        (
            "where the price is taken is unclear",
            "Is that price at your place, at the truck station or delivered?",
            "Is that price at the seller’s place or delivered to you?",
        ),
    ),
    "invoice": (
        ("chưa rõ hóa đơn", "Xuất được hóa đơn điện tử không, hay chỉ có bảng kê?", ""),
        ("invoice unknown", "Can you issue an electronic invoice, or a purchase list only?", ""),
    ),
    "papers": (
        ("chưa khai giấy tờ", "Đang có giấy gì (ATTP, VietGAP, OCOP…), hạn đến ngày nào?", ""),
        ("no papers told", "Which papers do you hold, and until when?", ""),
    ),
    "shelf_life": (
        ("chưa rõ giữ được bao lâu", "Hàng giữ được mấy ngày, bảo quản thường, mát hay đông?", ""),
        ("shelf life unknown", "How many days does it keep, and how is it stored?", ""),
    ),
    "payment": (
        ("chưa rõ thanh toán", "", "Thanh toán sau bao nhiêu ngày?"),
        ("payment unknown", "", "After how many days do you pay?"),
    ),
}


def queue(question: str, lang: str) -> str:
    """What the work queue calls a question."""
    return QUESTIONS[question][lang == "en"][0]


def ask(question: str, kind: str, lang: str) -> str:
    """What to ask the seller of an offer or the buyer of a demand."""
    return QUESTIONS[question][lang == "en"][1 if kind == "offer" else 2]


def chat(product: str, kind: str, questions: list[str], lang: str) -> str:
    """A message to copy: greeting, numbered questions, thanks."""
    lines = [f"{number}. {ask(question, kind, lang)}" for number, question in enumerate(questions, 1)]
    if lang == "en":
        what = "offer" if kind == "offer" else "demand"
        return "\n".join([f"Hello, about your {what} of {product} we need to know:", *lines, "Thank you."])
    what = "giới thiệu" if kind == "offer" else "tìm nguồn"
    return "\n".join([f"Chào anh/chị, để {what} {product}, bên em cần hỏi thêm:", *lines, "Cảm ơn anh/chị."])
