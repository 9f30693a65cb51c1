"""The texts that people agree to before anything of them is kept. A version is never changed, only followed.

Each is a list of headings with their paragraphs, Vietnamese and English.
"""

from __future__ import annotations

Text = tuple[tuple[str, tuple[str, ...]], ...]

CURRENT = "2026-11"

VERSIONS: dict[str, dict[str, Text]] = {
    "2026-11": {
        "vi": (
            (
                "Lưu những gì",
                (
                    "Tên đơn vị, loại hình, mã số thuế (nếu có), xã và tỉnh; tên người liên hệ, chức vụ, số "
                    "điện thoại, thư điện tử (nếu có); hàng bán hoặc hàng cần mua.",
                    "Sau này: các chào bán, nhu cầu, giấy tờ và kết quả giao dịch mà đơn vị hoặc cán bộ nhập "
                    "thay.",
                ),
            ),
            (
                "Ai xem được, khi nào",
                (
                    "Cán bộ xúc tiến thương mại của tỉnh xem được toàn bộ, để thẩm tra và gọi lại.",
                    "Bên kia chỉ thấy sản phẩm, xã, sản lượng, tháng có hàng, giấy tờ và lý do phù hợp. Tên "
                    "và số điện thoại chỉ được cho biết sau khi cán bộ giới thiệu hai bên.",
                    "Đơn vị cùng bán hoặc cùng mua không thấy hồ sơ, giá và nhu cầu của nhau.",
                    "Mỗi lần có người mở số điện thoại đều được ghi lại; đơn vị xem được ai mở, lúc nào.",
                ),
            ),
            (
                "Rút lại đồng ý",
                (
                    "Rút lúc nào cũng được, ở trang “Tài khoản và quyền riêng tư” hoặc nói với cán bộ của "
                    "tỉnh. Khi rút, tên người, số điện thoại và thư điện tử bị xóa, chào bán và nhu cầu được "
                    "đóng, tài khoản ngừng dùng. Kết quả giao dịch đã báo cáo được giữ, không kèm tên người.",
                    "Không đồng ý thì không bị bất lợi gì ngoài việc chưa tham gia được hệ thống này.",
                ),
            ),
        ),
        "en": (
            (
                "What is kept",
                (
                    "The organisation’s name, legal form, tax code (if any), commune and province; name, "
                    "position, telephone and e-mail (if any) of whom to call; the goods sold or wanted.",
                    "Later: the offers, demands, papers and results of trade that the organisation, or an "
                    "officer for it, enters.",
                ),
            ),
            (
                "Who sees it, and when",
                (
                    "Trade officers of the province see all of it, to check it and to call back.",
                    "The other side sees only product, commune, amounts, months, papers and the reasons why "
                    "it fits. Names and telephones are told only once an officer has introduced both sides.",
                    "Other sellers and other buyers see neither your records nor your prices or needs.",
                    "Each opening of a telephone number is logged; you can see who opened it and when.",
                ),
            ),
            (
                "Taking the consent back",
                (
                    "At any time, on the page “Account and privacy”, or by telling an officer. "
                    "Names of persons, telephones and e-mail addresses are then erased, offers and demands "
                    "closed, and the account is shut. Results of trade that were reported stay, without "
                    "names of persons.",
                    "Who does not agree suffers no disadvantage but not taking part in this service yet.",
                ),
            ),
        ),
    }
}


# What a version says, in three lines to read before it; the whole text is one tap away.
SUMMARIES: dict[str, dict[str, tuple[str, ...]]] = {
    "2026-11": {
        "vi": (
            "Lưu tên đơn vị, xã, người liên hệ, số điện thoại, hàng bán hoặc hàng cần mua.",
            "Cán bộ của tỉnh xem để gọi lại. Bên kia chỉ biết tên và số điện thoại sau khi cán bộ giới "
            "thiệu.",
            "Rút lại lúc nào cũng được; khi đó tên người và số điện thoại bị xóa.",
        ),
        "en": (
            "Kept: the organisation’s name, commune, whom to call, the telephone, the goods sold or wanted.",
            "Officers of the province see it to call back. The other side learns names and telephones only "
            "once an officer has introduced you.",
            "Take it back at any time; names of persons and telephones are then erased.",
        ),
    }
}


def text(version: str, lang: str) -> Text:
    """The text of a version in a language. Raises ``KeyError`` for a version that never was."""
    return VERSIONS[version][lang]


def summary(version: str, lang: str) -> tuple[str, ...]:
    """A version in three lines. Raises ``KeyError`` for a version that never was."""
    return SUMMARIES[version][lang]


SENTENCES: dict[str, tuple[str, str]] = {
    "paper": ("Phiếu đồng ý cho lưu thông tin", "Consent to keeping information"),
    "paper_version": ("Bản {version}", "Version {version}"),
    "paper_for": ("Đơn vị: {name}", "Organisation: {name}"),
    "paper_choice": (
        "☐ Tôi đã đọc và đồng ý      ☐ Tôi không đồng ý",
        "☐ I have read it and agree      ☐ I do not agree",
    ),
    "paper_date": (
        "Họ tên, chức vụ: …………………………………   Ngày …… tháng …… năm ………",
        "Name, position: …………………………………   Date: …………………",
    ),
    "paper_signer": ("Người đồng ý", "Signed"),
    "paper_link": (
        "Có thể đồng ý ngay trên điện thoại, tại đường dẫn riêng của đơn vị:",
        "You can also agree on a telephone, at your own link:",
    ),
    "chat": (
        "Chào {name}, cơ quan xúc tiến thương mại đang lưu tên và số điện thoại của đơn vị để kết nối cung "
        "cầu. Xin đọc và cho biết đồng ý tại đường dẫn riêng này (không cần tài khoản): {link}. Không đồng ý "
        "thì nhắn lại, chúng tôi sẽ xóa.",
        "Good day {name}, the trade promotion office keeps your name and telephone to bring you together "
        "with buyers and sellers. Please read and agree at your own link (no account needed): {link}. If you "
        "do not agree, tell us and we shall erase them.",
    ),
    "asked": (
        "Chào {name}, đăng ký của {member} còn cần bổ sung: {text}. Xin trả lời tại: {link}",
        "Good day {name}, the registration of {member} still needs: {text}. Please answer at: {link}",
    ),
}


def say(key: str, lang: str, **facts: object) -> str:
    """A sentence around consents and registrations in one language with its facts."""
    text = SENTENCES[key][lang == "en"]
    return text.format_map(facts) if facts else text
