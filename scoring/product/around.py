"""What the goods of a record are to the product that it names: itself, or a thing around it."""

from __future__ import annotations

from scoring.product.cues import find_role, opens_as_planted, serves
from scoring.product.implements import is_craft_tool, is_implement
from scoring.product.leading import Leads
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, covered
from scoring.product.record import Record
from scoring.product.roles import PLANTING, Role
from scoring.product.trades import is_likeness, of_another_trade

# Families of things around the goods: their words give a role to the product named beside them.
AROUND_GOODS = {
    "seedling": Role.SEEDLING,
    "packaging": Role.PACKAGING,
    "machinery": Role.MACHINE,
    "fertilizer": Role.FERTILISER,
}
# Other trades that the lexicon knows: what stands before a product there is a thing for it.
OTHER_GOODS = {"building": Role.TOOL, "paint": Role.TOOL, "household": Role.TOOL, "vehicle_part": Role.TOOL}
# Categories whose goods are sold in the words and units of other trades.
OTHER_TRADES = frozenset(
    ("handicraft", "service", "construction", "household", "packaging", "machinery", "farm input", "seedling",
     "cosmetic", "fibre", "forest product")
)  # fmt: skip
ANIMALS = frozenset(("seafood", "meat", "livestock"))
# What other food is cooked with or in: "thịt xiên nướng lá mắc mật" is food.
SEASONING = frozenset(("spice", "condiment", "herb", "vegetable"))


class Surroundings:
    """Tells roles; ``outside`` are kinds of things around goods, ``leads`` finds what heads a name."""

    def __init__(self, lexicon: Lexicon, outside: frozenset[int], leads: Leads) -> None:
        self.lexicon = lexicon
        self._outside = outside
        self._leads = leads
        self._families = tuple(
            (lexicon.index[key], role)
            for key, role in (AROUND_GOODS | OTHER_GOODS).items()
            if key in lexicon.index
        )

    def role(self, record: Record, chosen: Match | None, kinds: tuple[int, ...]) -> Role:
        """The role of the goods, with the phrase believed and the kinds that it may mean."""
        taken = covered(len(record.name), record.goods if chosen in record.goods else record.in_name)
        role = find_role(record.name, taken, record.accented)
        if role is Role.GOODS and opens_as_planted(record.rest, record.accented):
            role = Role.SEEDLING
        if role is Role.GOODS and self._to_be_raised(record, chosen, kinds):
            role = Role.SEEDLING
        if role is Role.GOODS and self._used_for(record, kinds):
            role = Role.TOOL
        if role is Role.GOODS:
            role = self._around(record, chosen, kinds, taken)
        if role is Role.MACHINE and kinds and self.lexicon.kinds[kinds[0]].category == "handicraft":
            role = Role.GOODS  # a tea set is what is sold
        if role is Role.WASTE and kinds and self.lexicon.kinds[kinds[0]].category == "farm input":
            role = Role.GOODS  # husks are what is sold
        if kinds and self.lexicon.kinds[kinds[0]].category == "service":
            role = Role.GOODS
        elif kinds and kinds[0] in self._outside:
            role = self._own_role(kinds[0])
        return role

    def _to_be_raised(self, record: Record, chosen: Match | None, kinds: tuple[int, ...]) -> bool:
        """True for bare "giong" right after an animal, or after a plant and before a word of planting."""
        if record.accented or record.english or chosen is None or chosen not in record.goods:
            return False
        after = record.name[chosen.end : chosen.end + 2]
        bred = bool(after) and after[0].plain == "giong" and not after[0].broken
        planted = len(after) > 1 and after[1].plain in PLANTING and not after[1].broken
        return bred and (planted or self.lexicon.kinds[kinds[0]].category in ANIMALS)

    def _own_role(self, kind: int) -> Role:
        """The role of a kind that is itself a thing around goods."""
        line = (kind, *self.lexicon.ancestors(kind))
        return next((role for family, role in self._families if family in line), Role.GOODS)

    def _used_for(self, record: Record, kinds: tuple[int, ...]) -> bool:
        """True where the name is that of a thing that serves to make, hold or raise the product behind it."""
        if not kinds or not record.goods or self.lexicon.kinds[kinds[0]].category in OTHER_TRADES:
            return False
        start = record.goods[0].start
        seasons = self.lexicon.kinds[record.goods[0].kinds[0]].category in SEASONING
        hidden = covered(len(record.name), [m for m in record.in_name if not m.kinds])
        return serves(record.name, start, hidden, record.accented, seasons)

    def _around(
        self, record: Record, chosen: Match | None, kinds: tuple[int, ...], taken: list[bool]
    ) -> Role:
        """The role of a thing around the product, by the phrase that heads its name or by its trade."""
        first = self._leads.first(record)
        if first is not None and first is not chosen and not record.english:
            lines = [{k, *self.lexicon.ancestors(k)} for k in first.kinds]
            for family, role in self._families:
                if lines and all(family in line for line in lines):
                    return role
        category = self.lexicon.kinds[kinds[0]].category if kinds else ""
        if category in OTHER_TRADES:
            craft = category == "handicraft" and is_craft_tool(record.name, record.rest, record.accented)
            return Role.TOOL if craft else Role.GOODS
        if self._implement(record, chosen):
            return Role.TOOL
        eaten = bool(kinds) and category != "flower"
        if eaten and chosen is not None and chosen in record.goods:
            taken = covered(len(record.name), [chosen])
        if of_another_trade(record.name, record.rest, taken, record.accented, eaten):
            return Role.TOOL
        if chosen is None or chosen not in record.goods:
            return Role.GOODS
        image = is_likeness(record.name, chosen.start, chosen.end, record.accented, record.english)
        return Role.TOOL if image else Role.GOODS

    @staticmethod
    def _implement(record: Record, chosen: Match | None) -> bool:
        """True where a tool, a vessel or a garment heads the name of a product of farm or sea."""
        if chosen is None or chosen not in record.goods:
            return False
        hidden = covered(len(record.name), [m for m in record.in_name if not m.kinds])
        at = chosen.end if record.english else chosen.start
        return is_implement(record.name, at, hidden, record.accented, record.english)
