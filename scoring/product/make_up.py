"""How goods are made up, as their names say: whole or its pulp, whole or filleted, cut or potted, chilled."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.units import fold

WHOLE, PULP, UNCUT, FILLET, CUT_FLOWER, POTTED, UNPOTTED, IN_SHELL, KERNEL = (1 << bit for bit in range(9))
_OF_NUTS = (
    r"mac[ -]?ca|mac ?ka|mac+a(?:damia)?|dieu|oc cho|ho dao|hat de|de (?:van|cuoi|rung)|hanh nhan|"
    r"lac|dau phong"
)
# The folded words that tell each of them.
_TOLD = {
    WHOLE: re.compile(r"\bnguyen (?:trai|qua)\b|\bwhole\b"),
    PULP: re.compile(
        r"^(?:com|mui|thit qua)\b|\bcom (?:sau rieng|dua)\b|\b(?:pulp|flesh|arils?)\b|\btach hat\b"
    ),
    UNCUT: re.compile(r"\bnguyen con\b|\bwhole\b"),
    FILLET: re.compile(
        r"\b(?:phi le|fillets?|loins?|steaks?|saku)\b|\bthan ca\b|\bca (?:ngu |thu )?cat khoanh\b"
    ),
    CUT_FLOWER: re.compile(r"\bcat canh\b|\bhoa cat\b|\bcut (?:flowers?|stems?|roses?)\b"),
    IN_SHELL: re.compile(
        r"\bnut (?:vo|may|tay|san|deu|toe|tu nhien)\b|\b(?:say|rang|hat) nut\b|"
        r"(?<!khong )\b(?:nguyen|con|ca|co) vo\b(?! (?:lua|trau))|\bin[ -]?shells?\b|\bunshelled\b|"
        r"\bnut ?(?:≥|>=?|tren|tu|dat)? ?\d+ ?%|\bcracked (?:macadamias?|nuts?|walnuts?)\b|"
        r"\b(?:chua|khong) (?:tach|boc|lot|dap) vo\b(?! (?:lua|trau))"
    ),
    KERNEL: re.compile(
        rf"(?<!hanh )\bnhan (?:(?:hat|qua|mang) )?(?:{_OF_NUTS})\b|\b(?:{_OF_NUTS}) nhan\b(?! khong)|"
        r"(?<!chua )(?<!khong )\b(?:tach|boc|lot|bo) vo\b(?! (?:lua|trau))|\bkhong vo\b|"
        r"\bkernels?\b|(?<!un)\bshelled\b|\bw{1,2}[1-4]\d0\b"
    ),
    POTTED: re.compile(r"\bpotted\b|\bin pots?\b|\b(?:trong|cay) chau\b"),
}
# One of these is in all that they find.
_LETTERS = (
    "nguyen", "whole", "com", "mui", "thit qua", "pulp", "flesh", "aril", "tach hat", "phi le", "fillet",
    "loin", "steak", "saku", "than ca", "khoanh", "cat", "cut ", "nut", "vo", "shell", "cracked", "nhan",
    "kernel", "w", "pot", "chau",
)  # fmt: skip
# The same of a name alone: in a specification the kernel within the shell may be spoken of.
_NAMED_KERNEL = re.compile(r"(?<!hanh )\bnhan (?:sua|trang|nguyen|vun|vo doi|vo hat|say|rang|boc|tach)\b")
_POT = re.compile(r"\bchậu\b", re.IGNORECASE)  # without its mark it is the name of many places
_UNPOTTED = re.compile(
    r"(?<!\w)(?:(?:chưa|không|ko|chua|khong)(?: (?:có|qua|được|co|duoc))?"
    r"(?: (?:ghép|vào|vô|lên|sang|thay|trồng|kèm|gồm|ghep|vao|vo|len|trong|kem|gom))?"
    r"(?: (?:vào|vô|trong|vao|vo|trong))? (?:chậu|chau)"
    r"|(?:cắt|bứng|đánh|trong|nguyên|cat|bung|danh|nguyen) bầu|bầu (?:đất|nhựa|ươm|ni ?lông)"
    r"|(?:cat|bung|danh) bau"
    r"|(?:cây|trồng) (?:rời|ngoài đất)|trồng đất|rễ trần|re tran|"
    r"un-?potted|not potted|without (?:a )?pots?|bare[- ]?root(?:ed)?|root ?balls?)(?!\w)",
    re.IGNORECASE,
)
# One of these is in all that it finds.
_OF_POTS = ("chậu", "chau", "bầu", "bau", "rời", "đất", "rễ", "re tran", "pot", "root")
# Who says so puts them into pots himself.
_POTS_THEM = re.compile(
    r"\b(?:ghep|vao|len|dong) chau (?:theo|san|giup|mien phi|khi|truoc)|\bnhan ghep\b|\bpotted (?:on|to)\b"
)
_BALL = re.compile(
    r"(?:(?<= )|^)(?:trong|còn|có|trong|con|co) bầu(?: (?:nhựa|đất|ươm|ni ?lông))?(?!\w)|"
    r",? ?\bbare[- ]root(?:ed)?\b|(?:(?<= )|^)rễ trần(?!\w)",
    re.IGNORECASE,
)
# The cold in which fresh goods are kept, or that no frozen ones are taken.
_DENIED = (
    r"\b(?:khong|ko|no|not|never)\b(?: \w+){0,3} (?:dong lanh|cap dong|tru dong|(?:dong|do) da|frozen|iqf)\b"
)
_CHILLED = re.compile(
    rf"\b(?:cap mat|tuoi mat|hang mat|chilled)\b|"
    rf"(?<![-–\d.,])[0-4] ?(?:-|–|den|to) ?[2-8] ?(?:do\b|°|o?c\b)|{_DENIED}"
)
_FREEZES = re.compile(r"\b(?:cap dong|dong lanh|tru dong|frozen|iqf)\b")


@lru_cache(maxsize=65_536)
def make_up(name: str, unit: str = "", more: str = "") -> int:
    """The ways in which goods are made up, as bits, by their name, else by what more is said or their unit.

    >>> make_up("Frozen whole durian Ri6") == WHOLE | UNCUT, make_up("Cá ngừ phi lê") == FILLET
    (True, True)
    """
    found = _bits(name) | (KERNEL if _NAMED_KERNEL.search(fold(name)) else 0) or _bits(more)
    told = f"{name}; {more}"
    if (unpotted(told) or unit.lower() == "bầu") and not pots_them(told):
        return (found & ~POTTED) | UNPOTTED
    return found or _by_stems(name, unit) or (POTTED if unit.lower() == "chậu" else 0)


# Cut flowers are sold by stems and bunches; orchids in pots too, and a number of stems may be that of a pot.
_STEMS = re.compile(
    r"(?<!\d )(?<!\d)(?<!phân )(?<!nhiều )\bcành\b(?! (?:vàng|la|lá|chiết|ghép|giâm))", re.IGNORECASE
)
_IN_POTS_TOO = re.compile(r"\b(?:lan|ho diep|dia lan|orchids?|phalaenopsis|cymbidium|cay|bau|goc|giong)\b")


def _by_stems(name: str, unit: str) -> int:
    by_unit = unit.lower() in ("cành", "bó", "bông")
    if not (by_unit or _STEMS.search(name)) or _IN_POTS_TOO.search(fold(name)):
        return 0
    return CUT_FLOWER


@lru_cache(maxsize=16_384)
def _bits(text: str) -> int:
    plain = fold(text)
    found = 0
    if any(letters in plain for letters in _LETTERS):
        found = sum(bit for bit, words in _TOLD.items() if words.search(plain))
    return found | (POTTED if _POT.search(text) else 0)


@lru_cache(maxsize=16_384)
def unpotted(text: str) -> str:
    """The words that tell plants to be in no pot; "" for none.

    >>> unpotted("Hồ điệp cắt bầu (chưa ghép chậu)"), unpotted("chậu 3 cành")
    ('chưa ghép chậu', '')
    """
    lowered = text.lower()
    if not any(word in lowered for word in _OF_POTS):
        return ""
    found = [each[0] for each in _UNPOTTED.finditer(text)]
    return next((each for each in found if "chậu" in each or "chau" in each), found[0] if found else "")


def pots_them(text: str) -> bool:
    """Whether a seller says that he puts his plants into pots for the buyer: "ghép chậu theo yêu cầu"."""
    return _POTS_THEM.search(fold(text)) is not None


# "Chậu lan hồ điệp 3 cành" is the plant; a pot of clay or to plant in is one.
_POT_OF = re.compile(
    r"^chậu (?:cây |hoa )?(?=(?:lan|hồ điệp|địa lan|quất|tắc|cúc|đào|mai|hồng|ly|trạng nguyên|dạ yến|sen đá|"
    r"tulip|dừa cạn|cát tường)(?!\w))(?!.*\b(?:bằng|đất nung|nhựa|gốm|sứ|gỗ|xi măng|composite|trồng|đựng)\b)",
    re.IGNORECASE,
)


def without_ball(name: str) -> str:
    """A name without the root ball or bag that a plant stands in, which is no goods by itself; of a pot of
    plants the plants first.

    >>> without_ball("hồ điệp 1 cành trong bầu nhựa"), without_ball("bầu sao")
    ('hồ điệp 1 cành', 'bầu sao')
    >>> without_ball("Chậu quất cảnh"), without_ball("Chậu lan bằng đất nung")
    ('quất cảnh chậu', 'Chậu lan bằng đất nung')
    """
    if found := _POT_OF.match(name):
        name = f"{name[found.end() :]} chậu"
    return _BALL.sub("", name).strip() or name


@lru_cache(maxsize=16_384)
def wants_chilled(text: str) -> bool:
    """Whether a buyer's words name the cold of fresh goods, or refuse frozen ones, and take none frozen.

    >>> wants_chilled("Gà làm sạch, cấp mát"), wants_chilled("cấp mát hoặc đông lạnh")
    (True, False)
    """
    plain = fold(text)
    return bool(_CHILLED.search(plain)) and not _FREEZES.search(re.sub(_DENIED, " ", plain))


def keeps_chilled(text: str) -> bool:
    """Whether a seller's words speak of chilled goods, beside frozen ones or not."""
    return bool(_CHILLED.search(fold(text)))


_AS_FROZEN = re.compile(
    r"(?<!xe )(?<!tai )(?<!kho )(?<!tu )(?<!container )(?<!cont )(?<!quay )(?<!thung )"
    r"\b(?:dong lanh|cap dong|tru dong|frozen|iqf)\b(?! (?:truck|van|container|store|storage))"
)
_OR_FRESH = re.compile(
    r"\b(?:tuoi|uop da|uop lanh|uop mat|cap mat|hang mat|fresh|chilled|iced)\b|0 ?[-–] ?4 ?(?:do|°|c\b)"
)
_ICED = re.compile(
    r"\buop (?:da|lanh|mat)\b|\bthung(?: xop)? (?:uop )?da\b|\bda (?:vay|xay|lanh)\b|\b(?:on ice|iced)\b"
)


@lru_cache(maxsize=16_384)
def wants_frozen(text: str) -> bool:
    """Whether a buyer's name and specification ask for frozen goods, and for no fresh or chilled ones too.

    >>> wants_frozen("Mực một nắng cấp đông"), wants_frozen("Tôm tươi hoặc cấp đông")
    (True, False)
    """
    plain = fold(text)
    if not ("dong" in plain or "frozen" in plain or "iqf" in plain):
        return False
    plain = re.sub(_DENIED, " ", plain)
    return _AS_FROZEN.search(plain) is not None and not _OR_FRESH.search(plain)


@lru_cache(maxsize=16_384)
def is_iced(text: str) -> bool:
    """Whether a seller's words keep goods on ice, and freeze none."""
    plain = fold(text)
    return _ICED.search(plain) is not None and not _FREEZES.search(plain)


def may_freeze(text: str) -> bool:
    """Whether a seller's words speak of freezing: "nhận cấp đông theo yêu cầu"."""
    return _FREEZES.search(re.sub(_DENIED, " ", fold(text))) is not None
