"""Units as they are written after a number, from the reference rows and the words people say for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from matchmaker.intake.phrases import Hit, Phrases, meaning
from matchmaker.intake.text import Token, fold

Dimension = Literal["mass", "volume", "count", "area", "load"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its canonical name, what it measures, and kilograms (litres, hectares) in one of it.

    ``load`` is what carries goods or brings them (a trip, a lorry): it counts deliveries, not goods.
    """

    name: str
    dimension: Dimension
    factor: Decimal

    @property
    def kg(self) -> Decimal | None:
        """Kilograms in one of this unit, for a unit of mass."""
        return self.factor if self.dimension == "mass" else None


KG = Unit("kg", "mass", Decimal(1))
_DIMENSIONS: dict[str, Dimension] = {"mass": "mass", "live_mass": "mass", "volume": "volume", "area": "area"}
# Said as multiples of a number ("5 vạn quả"), not as units.
_MANY = frozenset({"vạn", "thiên", "nghìn", "chục"})
_MEASURES: tuple[tuple[str, Dimension, str, str], ...] = (
    ("kg", "mass", "1", "kg | kgs | ký | kí | kilo | kilogram | kilograms | ki lô | ki - lô | cân | kg hơi | "
     "ký hơi | kí hơi | cân hơi | kg tươi | kg khô"),
    ("tấn", "mass", "1000", "tấn | tonne | tonnes | ton | tons | mt | metric ton | metric tons | "
     "metric tonnes"),
    ("tạ", "mass", "100", "tạ"),
    ("yến", "mass", "10", "yến"),
    ("lạng", "mass", "0.1", "lạng"),
    ("g", "mass", "0.001", "g | gr | gam | gram | grams"),
    ("lít", "volume", "1", "lít | l | litre | litres | liter | liters"),
    ("ml", "volume", "0.001", "ml"),
    ("ha", "area", "1", "ha | hecta | héc ta | hectare | hectares"),
    ("sào", "area", "0", "sào"),
    ("công", "area", "0", "công | công đất"),
    ("mẫu", "area", "0", "mẫu"),
    ("m2", "area", "0.0001", "m² | mét vuông"),
)  # fmt: skip
_LOADS = (
    "chuyến | chuyến xe | chuyến hàng | trip | trips | load | loads",
    "xe | xe tải | truck | trucks | truckload | truckloads",
    "container | containers | cont | fcl",
    "lượt",
    "lứa | batch | batches",
    "đợt",
    "mẻ",
    "lần | times | deliveries",
)
_PIECES = (
    "quả | trái | piece | pieces | pcs | fruit | fruits | eggs | coconuts | pomelos",
    "con | head | heads | birds | chickens | ducks | pigs | goats | cows | buffaloes",
    "chai | bottle | bottles",
    "hộp | box | boxes",
    "gói | pack | packs | packet | packets",
    "túi | bag | bags",
    "thùng | carton | cartons | case | cases | crate | crates",
    "bó | bunch | bunches",
    "bao | sack | sacks",
    "giỏ | basket | baskets",
    "chậu | pot | pots",
    "set | sets",
    "hũ | jar | jars",
    "khay | tray | trays",
    "cặp | pair | pairs",
    "mét | metre | metres",
    "khăn | scarf | scarves",
    "nón | hat | hats",
)
# Pieces that have one name only, or whose other names are left to the reference rows.
_OTHER_PIECES = (
    "chiếc cái bộ lọ cây bình lon cành nải buồng bắp tấm cuộn vỉ rổ sọt két lốc đôi bịch kiện xâu thanh viên "
    "bánh miếng suất giạ chục tá chum củ bụi giò "
    "gùi chiếu tranh váy áo đèn thớt quạt mành võng tượng thúng rèm thảm chổi lược trống khèn"
)
# Goods that are counted by their own noun; folded, these words are others too ("20 den 30", "3 chieu").
_ONLY_MARKED = frozenset(
    ("den", "chieu", "ao", "vay", "tuong", "manh", "vong", "luoc", "tham", "trong", "khen")
)


def _spoken() -> list[tuple[str, Unit]]:
    """Every word of speech with its unit; the first word of a list names the unit."""
    entries = [
        entry
        for name, dimension, factor, words in _MEASURES
        for entry in meaning(Unit(name, dimension, Decimal(factor)), words)
    ]
    for words in _LOADS:
        entries += meaning(Unit(words.split(" | ")[0], "load", Decimal(1)), words)
    for words in (*_PIECES, *_OTHER_PIECES.split()):
        entries += meaning(Unit(words.split(" | ")[0], "count", Decimal(1)), words)
    return entries


_SPOKEN = dict(_spoken())


_AFTER_TONNES = ("per", "a", "each", "every", "of", "moi")


class Units:
    """The units known, looked up at a token."""

    def __init__(self, entries: Iterable[tuple[str, Unit]]) -> None:
        self._phrases = Phrases(entries)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Units:
        """From rows with ``unit, aliases (;), dimension, factor``, beside the words of speech.

        A word of speech keeps its own name ("hũ" stays "hũ"); the rows add every other name.
        """
        entries = list(_SPOKEN.items())
        for row in rows:
            unit = _unit(row)
            names = [
                name.strip() for name in (row["unit"], *row.get("aliases", "").split(";")) if name.strip()
            ]
            accented = {fold(name) for name in names if fold(name) != name.lower()}
            if unit.name in ("vạn", "thiên") or (" " in unit.name and unit.name.split()[0] in _MANY):
                continue
            entries += [(n, unit) for n in names if n not in _SPOKEN and n not in accented]
        return cls(entries)

    def at(self, tokens: tuple[Token, ...], i: int) -> Hit[Unit] | None:
        """The unit whose name begins at token ``i``."""
        if i < len(tokens) and tokens[i].loose and tokens[i].marked == "can":
            return Hit(KG, i + 1, False)  # without accents "cân" is written "can", which is also a jerrycan
        if i < len(tokens) and _no_unit(tokens, i):
            return None
        if i < len(tokens) and tokens[i].folded == "t" and not _tonnes(tokens, i):
            return None
        hit = self._phrases.at(tokens, i, lenient=True)
        if hit is not None and not hit.exact and tokens[i].folded in _ONLY_MARKED:
            return None
        named = hit is not None and hit.value.dimension == "count" and _opens_name(tokens, i)
        return None if named else hit


def _no_unit(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word that may be a unit is another here: "gia" typed for "giá", "thanh viên" (members)."""
    if tokens[i].marked == "gia":
        return True
    return tokens[i].folded == "thanh" and i + 1 < len(tokens) and tokens[i + 1].folded == "vien"


def _tonnes(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a "t" is tonnes ("5t", "2t5", "(12 t)", "60 t per month") and not the month of "T10"."""
    if not i or tokens[i - 1].kind != "number":
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return tokens[i].glued or (after is not None and (after.text in ")/" or after.folded in _AFTER_TONNES))


def _opens_name(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the token begins a name ("Bình Gia", "Cái Bè"): two capitals that no shouting explains."""
    return i + 1 < len(tokens) and all(t.text.istitle() and t.kind == "word" for t in tokens[i : i + 2])


def _unit(row: Mapping[str, str]) -> Unit:
    """The unit of a reference row, or the spoken one of the same name where it says more."""
    name = row["unit"].strip()
    if name in _SPOKEN:
        return _SPOKEN[name]
    dimension = _DIMENSIONS.get(row.get("dimension", ""), "count")
    return Unit(name, dimension, Decimal(row.get("factor") or "1"))
