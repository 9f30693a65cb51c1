"""Sentences of letters of introduction, their annexes, scripts of calls and texts for chat (vi, en)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "number": ("Số: {number}/{symbol}", "No. {number}/{symbol}"),
    "place_date": ("{place}, ngày {day} tháng {month} năm {year}", "{place}, {day}/{month}/{year}"),
    "subject": ("V/v giới thiệu nguồn cung {product}", "Re: supply of {product}"),
    "subject_producer": ("V/v giới thiệu bên mua {product}", "Re: a buyer of {product}"),
    "to": ("Kính gửi: {name}", "To: {name}"),
    "opening": (
        "Thực hiện nhiệm vụ kết nối cung cầu, hỗ trợ tiêu thụ sản phẩm của miền núi, vùng sâu, vùng xa và "
        "hải đảo, "
        "trên cơ sở nhu cầu mua hàng của Quý đơn vị, {unit} đã rà soát các chào bán và trân trọng giới thiệu "
        "{count} nguồn cung cho nhu cầu sau:",
        "In its task of bringing together supply and demand for products of mountainous, remote and island "
        "areas, "
        "and on the basis of your demand, {unit} has gone through the offers at hand and has the honour to "
        "introduce {count} source(s) of supply for:",
    ),
    "need_product": ("Sản phẩm: {product}{spec}.", "Product: {product}{spec}."),
    "need_amount": ("Lượng cần mua: {amount}; thời gian: {months}.", "Quantity: {amount}; months: {months}."),
    "need_place": ("Giao tại: {place}.", "Delivered to: {place}."),
    "need_papers": ("Giấy tờ bắt buộc: {papers}.", "Papers required: {papers}."),
    "need_invoice": ("Hóa đơn: {invoice}.", "Invoice: {invoice}."),
    "need_rhythm": ("Nhịp giao: {rhythm}.", "Rhythm of delivery: {rhythm}."),
    "sources": ("Các nguồn cung được giới thiệu, xếp theo mức độ phù hợp:", "The sources, the best first:"),
    "source": (
        "{place}. {name} ({origin}): {product}{amount}.",
        "{place}. {name} ({origin}): {product}{amount}.",
    ),
    "source_pool": (
        "{place}. {name} ({origin}), đứng đầu nhóm {count} đơn vị cùng cung ứng: {amount}; danh sách các "
        "đơn vị và "
        "phần của từng đơn vị tại Phụ lục II.",
        "{place}. {name} ({origin}), leading {count} producers who supply together: {amount}; the "
        "producers and "
        "their shares are in Annex II.",
    ),
    "annexed": (
        "Sản lượng theo tháng, giá, giấy tờ, vận chuyển, lý do giới thiệu và người liên hệ tại Phụ lục I.",
        "Quantities by month, prices, papers, transport, reasons and whom to call are in Annex I.",
    ),
    "declared": (
        "Sản lượng, giá và giấy tờ do đơn vị cung ứng kê khai; mục ghi “chưa thẩm tra” đề nghị Quý đơn vị "
        "kiểm tra "
        "trước khi ký kết.",
        "Quantities, prices and papers are as the producers declared them; please check what is marked “not "
        "verified” before signing.",
    ),
    "asks": (
        "Đề nghị Quý đơn vị liên hệ trực tiếp với các đơn vị cung ứng, thống nhất bằng văn bản các điều "
        "khoản còn để "
        "ngỏ ({annex}), và cho biết ý kiến (quan tâm, cần hàng mẫu, đề nghị điều kiện khác hoặc chưa phù "
        "hợp, nêu lý "
        "do) trước ngày {until}{phone}.",
        "Please call the producers directly, settle the open terms in writing ({annex}), and tell us "
        "before {until} "
        "whether you are interested, need a sample, propose other terms, or find it does not fit and "
        "why{phone}.",
    ),
    "by_phone": (" qua điện thoại {phone}", " by telephone {phone}"),
    "by_link": (
        "Có thể trả lời ngay tại đường dẫn riêng của Quý đơn vị, không cần tài khoản:",
        "You can answer at your own link, without an account:",
    ),
    "thanks": ("Trân trọng cảm ơn sự hợp tác của Quý đơn vị./.", "Thank you for working with us."),
    "opening_producer": (
        "Trên cơ sở chào bán “{product}” của Quý đơn vị, {unit} đã giới thiệu Quý đơn vị với {buyer}, hiện "
        "có nhu cầu "
        "mua như sau:",
        "On the basis of your offer “{product}”, {unit} has introduced you to {buyer}, who wants to buy:",
    ),
    "yours": (
        "Phần chào bán của Quý đơn vị đã giới thiệu: {amount}.",
        "What was introduced of your offer: {amount}.",
    ),
    "pool_yours": (
        "Quý đơn vị đứng đầu nhóm cung ứng chung gồm {count} đơn vị; phần của Quý đơn vị: {share}.",
        "You lead {count} producers who supply together; your share: {share}.",
    ),
    "subject_member": ("V/v cung ứng chung {product}", "Re: supplying {product} together"),
    "opening_member": (
        "Trên cơ sở chào bán “{product}” của Quý đơn vị, {unit} đã ghép Quý đơn vị vào nhóm cung ứng chung "
        "cho nhu cầu sau:",
        "On the basis of your offer “{product}”, {unit} has placed you among producers who together supply:",
    ),
    "member_share": ("Phần của Quý đơn vị: {share}.", "Your share: {share}."),
    "asks_member": (
        "Đề nghị Quý đơn vị chuẩn bị hàng đúng phần nêu trên và cho biết ý kiến trước ngày {until}{phone}; "
        "{unit} sẽ kết nối Quý đơn vị với đơn vị đứng đầu nhóm để thống nhất việc giao nhận, thanh toán.",
        "Please prepare your share and tell us your answer before {until}{phone}; {unit} will put you in "
        "touch with the lead of the group to settle delivery and payment.",
    ),
    "contact_buyer": ("Người liên hệ của bên mua: {people}.", "Whom to call at the buyer: {people}."),
    "asks_producer": (
        "Đề nghị Quý đơn vị chủ động liên hệ với bên mua, chuẩn bị hàng mẫu, báo giá và bản sao giấy tờ; "
        "thống nhất "
        "bằng văn bản các điều khoản còn để ngỏ ({annex}); và cho biết ý kiến trước ngày {until}{phone}.",
        "Please call the buyer, prepare a sample, a price and copies of your papers; settle the open terms "
        "in "
        "writing ({annex}); and tell us your answer before {until}{phone}.",
    ),
    "file": ("Lưu: VT, XTTM.", "File."),
    "annex": ("Phụ lục {number}", "Annex {number}"),
    "annex_of": (
        "(Kèm theo Công văn số {number}/{symbol} ngày {day} của {unit})",
        "(With letter no. {number}/{symbol} of {day} by {unit})",
    ),
    "annex_sources": ("Danh sách nguồn cung giới thiệu", "Sources of supply introduced"),
    "annex_pool": ("Các đơn vị cùng cung ứng", "The producers who supply together"),
    "annex_terms": ("Các điều khoản hai bên cần thống nhất", "Terms that the two sides have to settle"),
    "by_month": ("Sản lượng theo tháng ({unit})", "Quantity by month ({unit})"),
    "by_month_none": ("Chưa rõ sản lượng theo tháng.", "The quantity by month is not known."),
    "contacts": ("Người liên hệ", "Contacts"),
    "contacts_none": (
        "Chưa có người liên hệ trong hồ sơ; cán bộ bổ sung trước khi gửi.",
        "No contact is on record; the officer adds one before sending.",
    ),
    "column_rank": ("STT", "No."),
    "column_party": ("Đơn vị cung ứng", "Producer"),
    "column_goods": ("Sản phẩm", "Product"),
    "column_amount": ("Sản lượng, thời gian", "Quantity and months"),
    "column_price": ("Giá, nơi tính giá", "Price and its basis"),
    "column_papers": ("Giấy tờ (số, hạn)", "Papers (number, until)"),
    "column_route": ("Vận chuyển", "Transport"),
    "column_why": ("Vì sao giới thiệu", "Why it is introduced"),
    "column_total": ("Cộng", "Total"),
    "column_month": ("Tháng {month}", "Month {month}"),
    "column_person": ("Họ tên", "Name"),
    "column_role": ("Chức vụ", "Position"),
    "column_phone": ("Điện thoại", "Telephone"),
    "column_mail": ("Thư điện tử", "E-mail"),
    "column_term": ("Điều khoản", "Term"),
    "column_buyer": ("Bên mua nêu", "The buyer says"),
    "column_producer": ("Bên cung ứng nêu", "The producer says"),
    "column_state": ("Hiện trạng", "State"),
    "column_agreed": ("Hai bên thống nhất", "Agreed"),
    "lead": ("{name} (đứng đầu, xuất hóa đơn)", "{name} (leads and invoices)"),
    "route": ("{km} km, {hours} giờ", "{km} km, {hours} hours"),
    "paper_number": ("{name} số {number}", "{name} no. {number}"),
    "paper_unverified": ("{name} (chưa thẩm tra)", "{name} (not verified)"),
    "price_unsaid": ("chưa nêu", "not said"),
    "amount_free": ("; còn {amount} chưa giữ cho đơn khác", "; {amount} not kept for others"),
    "reissue": ("Bản {number}, thay bản {before}", "Version {number}, in place of version {before}"),
    # the script of a call
    "script": ("Kịch bản gọi điện", "Script for the call"),
    "script_about": ("{product} – Công văn số {number}/{symbol}", "{product} – letter {number}/{symbol}"),
    "script_call": ("Gọi {name}", "Call {name}"),
    "script_people": ("Người nghe: {people}", "To: {people}"),
    "script_nobody": ("Người nghe: ………………… ĐT: …………………", "To: ………………… Tel.: …………………"),
    "script_hello_buyer": (
        "Chào anh/chị, tôi gọi từ {unit}. Theo nhu cầu mua {product} của đơn vị, chúng tôi đã tìm được "
        "{count} nguồn "
        "phù hợp và đã gửi công văn số {number}.",
        "Good day, I am calling from {unit}. For your demand of {product} we have found {count} source(s) "
        "and sent "
        "letter no. {number}.",
    ),
    "script_hello_producer": (
        "Chào anh/chị, tôi gọi từ {unit}. Chúng tôi đã giới thiệu {product} của đơn vị với {buyer}: cần "
        "{amount}, "
        "{months}, giao tại {place}.",
        "Good day, I am calling from {unit}. We have introduced your {product} to {buyer}, who needs "
        "{amount}, "
        "{months}, delivered to {place}.",
    ),
    "script_source": (
        "{place}. {name}, {origin}: {amount}{price}",
        "{place}. {name}, {origin}: {amount}{price}",
    ),
    "script_ask": (
        "Hỏi: đơn vị thấy thế nào? ☐ quan tâm ☐ cần xem hàng mẫu ☐ đề nghị điều kiện khác ☐ chưa phù hợp",
        "Ask: what do you think? ☐ interested ☐ needs a sample ☐ proposes other terms ☐ does not fit",
    ),
    "script_ask_producer": (
        "Hỏi: đơn vị thấy thế nào? ☐ quan tâm ☐ gửi được hàng mẫu ☐ đề nghị điều kiện khác ☐ chưa phù hợp",
        "Ask: what do you think? ☐ interested ☐ can send a sample ☐ proposes other terms ☐ does not fit",
    ),
    "script_why": ("Nếu chưa phù hợp, vì: {reasons}", "If it does not fit, because of: {reasons}"),
    "script_terms": ("Hỏi những điều chưa rõ: {terms}.", "Ask what is open: {terms}."),
    "script_end": (
        "Hẹn: đơn vị trả lời trước ngày {until}; ghi lại ngay sau khi gọi.",
        "Agree: an answer before {until}; write it down right after the call.",
    ),
    "script_notes": ("Ghi chép: …………………………………………………………", "Notes: …………………………………………………………"),
    "file_letter": ("Thư giới thiệu", "Letter of introduction"),
    "file_copy": ("Thư gửi bên cung ứng", "Letter to the producer"),
    "file_copies": ("Các thư gửi bên cung ứng", "Letters to the producers"),
    "file_script": ("Kịch bản gọi điện", "Script for the call"),
    # texts for chat
    "chat_buyer": (
        "{unit} kính gửi {name}: theo nhu cầu mua {product}, chúng tôi giới thiệu {count} nguồn hàng (công "
        "văn số "
        "{number}):\n{sources}\nXin xem và trả lời trước ngày {until} tại: {link}",
        "{unit} to {name}: for your demand of {product} we introduce {count} source(s) (letter no. "
        "{number}):\n{sources}\nPlease look and answer before {until} at: {link}",
    ),
    "chat_producer": (
        "{unit} gửi {name}: đã giới thiệu {product} của đơn vị với {buyer} (công văn số {number}). Bên mua "
        "cần "
        "{amount}, {months}, giao tại {place}. Xin xem người liên hệ và trả lời trước ngày {until} tại: "
        "{link}",
        "{unit} to {name}: your {product} was introduced to {buyer} (letter no. {number}), who needs "
        "{amount}, "
        "{months}, delivered to {place}. Please see whom to call and answer before {until} at: {link}",
    ),
    "remind_3": (
        "{unit} xin nhắc {name}: ngày {day} chúng tôi đã gửi giới thiệu về {product} (số {number}). Đơn vị "
        "cho biết ý "
        "kiến giúp tại: {link}",
        "{unit} reminds {name}: on {day} we sent an introduction about {product} (no. {number}). Please "
        "answer at: "
        "{link}",
    ),
    "remind_7": (
        "{unit} xin nhắc lại {name}: giới thiệu về {product} (số {number}) đã {days} ngày chưa có trả lời; "
        "bên kia "
        "đang chờ. Nếu chưa phù hợp, xin chọn lý do để chúng tôi tìm đơn vị khác: {link}",
        "{unit} reminds {name} again: the introduction about {product} (no. {number}) has waited {days} "
        "days and the "
        "other side is waiting. If it does not fit, please choose why, so that we can look further: {link}",
    ),
    "remind_14": (
        "{unit} gửi {name}: giới thiệu về {product} (số {number}) đã {days} ngày. Nếu không nhận được trả "
        "lời trong 3 "
        "ngày nữa, chúng tôi xin ghi là không liên lạc được và giới thiệu đơn vị khác. Trả lời tại: {link}",
        "{unit} to {name}: the introduction about {product} (no. {number}) is {days} days old. Without an "
        "answer "
        "within 3 days we shall note that you could not be reached and introduce others. Answer at: {link}",
    ),
}


def say(key: str, lang: str, **facts: object) -> str:
    """A sentence in one language with its facts."""
    text = SENTENCES[key][lang == "en"]
    return text.format_map(facts) if facts else text
