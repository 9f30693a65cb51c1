"""What an offer's words tell as not there yet: "chưa gắn thẻ tai", "tem đang làm", "sắp có nhãn".

It is none of what the goods are or have, and no denial of what they will never have either.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORK = (
    r"(?:làm|in|dán|gắn|thiết kế|xin|chờ|đặt|hoàn thiện|hoàn thành|xây dựng|đăng ký|đóng|cấp|được|có|xây|"
    r"chuẩn bị|triển khai|bổ sung|lam|dan|gan|thiet ke|cho|dat|hoan thien|xay dung|dang ky|duoc|co)"
)
_THING = r"(?:tem|nh[aã]n|m[aã]|logo|th[eẻ]|chip)"
_UNDONE = re.compile(
    rf"(?<!\w)(?:chưa(?: (?:kịp|kip|thể|the))?|chua kip|chua(?= (?:co|dan|in|gan) {_THING}(?!\w))|"
    rf"(?:đang|dang|sắp|sap|sẽ|se) (?:{_WORK} ?)+|(?:chờ|cho) (?:cấp|in|duyệt|cap|duyet)|"
    r"(?:in preparation|not yet|pending|to be (?:made|printed|applied)))(?!\w)",
    re.IGNORECASE,
)
_VERB = re.compile(rf"\s*(?:{_WORK}\s*)*(?:\d[\d/]*\s*)?$", re.IGNORECASE)
_PARTS = re.compile(r"([;,\n()]|\.(?:\s|$)|\s(?:nhưng|nhung|mà|song|but|có sẵn|co san)\s)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def without_undone(told: str) -> str:
    """A text without what it tells as not done yet; where nothing follows, without the thing before it too.

    >>> without_undone("bao trắng, chưa in nhãn; tem đang làm; có lá chưa rửa")
    'bao trắng, ; ; có lá '
    """
    if not _UNDONE.search(told):
        return told
    return "".join(_done_part(part) for part in _PARTS.split(told))


def _done_part(part: str) -> str:
    found = _UNDONE.search(part)
    if not found:
        return part
    if _VERB.match(part, found.end()):  # "tem chưa có", "nhãn đang thiết kế"
        return " " if part.startswith(" ") else ""
    return part[: found.start()]
