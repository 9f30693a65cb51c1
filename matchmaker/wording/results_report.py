"""Sentences of the report on introduced matches (vi, en)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("Báo cáo", "Report"),
    "about": (
        "Kết quả kết nối cung cầu{where} từ ngày {first} đến ngày {last}",
        "Results of matching supply and demand{where} from {first} to {last}",
    ),
    "in_province": (" có đơn vị của {province} tham gia", " with parties of {province}"),
    "to": ("Kính gửi: {parent}; Bộ Công Thương.", "To: {parent}; Ministry of Industry and Trade."),
    "opening": (
        "{unit} báo cáo kết quả kết nối cung cầu{where} từ ngày {first} đến ngày {last} như sau:",
        "{unit} reports the results of matching supply and demand{where} from {first} to {last}:",
    ),
    "part_1": ("I. GIỚI THIỆU HAI BÊN", "I. INTRODUCTIONS"),
    "letters": (
        "Đã phát hành {letters} văn bản, giới thiệu {introduced} kết nối giữa {buyers} bên mua và "
        "{producers} "
        "bên cung ứng. Trả lời của hai bên:",
        "{letters} letters were issued, introducing {introduced} pairs of {buyers} buyers and {producers} "
        "producers. Their answers:",
    ),
    "answers": ("Trả lời", "Answers"),
    "answer": ("Trả lời", "Answer"),
    "of_buyers": ("Bên mua", "Buyers"),
    "of_producers": ("Bên cung ứng", "Producers"),
    "part_2": ("II. KẾT QUẢ", "II. RESULTS"),
    "steps": (
        "1. Đã gặp {met} cặp; gửi mẫu {sample}; báo giá {quote}; khảo sát vùng trồng, cơ sở {visit}.",
        "1. {met} pairs met; samples {sample}; quotations {quote}; site visits {visit}.",
    ),
    "agreements": (
        "2. Ghi nhớ, hợp đồng (Phụ lục I). Biên bản ghi nhớ, hợp đồng nguyên tắc và hợp đồng mua bán được "
        "thống "
        "kê riêng, không cộng gộp:",
        "2. Memoranda and contracts (Annex I). Memoranda, framework contracts and purchase contracts are "
        "counted "
        "apart and never added up:",
    ),
    "agreements_tab": ("Ghi nhớ, hợp đồng", "Agreements"),
    "kind": ("Loại văn bản", "Kind"),
    "delivered": (
        "3. Đã giao hàng {count} lần: {tonnes} tấn{more}, trị giá {value} đồng.",
        "3. Deliveries: {count}, {tonnes} tonnes{more}, worth VND {value}.",
    ),
    "part_3": ("III. KHÓ KHĂN, VƯỚNG MẮC", "III. DIFFICULTIES"),
    "reasons": ("Các kết nối không thành, theo lý do:", "Pairs that came to nothing, by reason:"),
    "no_reasons": ("Chưa ghi nhận kết nối không thành nào.", "None came to nothing."),
    "part_4": ("IV. ĐỀ XUẤT, KIẾN NGHỊ", "IV. RECOMMENDATIONS"),
    "blank_line": (
        "…………………………………………………………………………",
        "…………………………………………………………………………",
    ),
    "closing": ("Trên đây là báo cáo kết quả kết nối cung cầu./.", "This is the report."),
    "annex_1": ("Biên bản ghi nhớ, hợp đồng", "Memoranda and contracts"),
    "annex_2": ("Các lần giao hàng", "Deliveries"),
    "on": ("Ngày giao", "Delivered on"),
    "file": ("Báo cáo kết quả kết nối", "Report on matching"),
}


def say(key: str, lang: str, **facts: object) -> str:
    """A sentence in one language with its facts."""
    text = SENTENCES[key][lang == "en"]
    return text.format_map(facts) if facts else text
