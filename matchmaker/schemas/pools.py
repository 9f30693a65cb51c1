"""What members of a pool answer and what an officer orders, as it comes in."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from matchmaker.schemas import numbers
from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.fields import LARGEST, Choice, Day, RecordId, Text

ANSWERS = ("yes", "no", "less")
ACTIONS = ("keep", "out", "fix", "most", "clear")
MONTHS = frozenset(str(month) for month in range(1, 13))


class Amounts(fields.Field[dict[str, float]]):
    """Amounts by month, ``{"6": 1500}``, in the unit of the pool; months of nothing are left out."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> dict[str, float]:
        if not isinstance(value, Mapping):
            raise Refused("not_an_object")
        found: dict[str, float] = {}
        for month, said in value.items():
            if str(month) not in MONTHS:
                raise Refused("not_a_month", value=month)
            amount = 0.0 if said is None or said == "" else self._read(said)
            if not math.isfinite(amount) or not 0 <= amount <= LARGEST:
                raise Refused("not_a_pool_amount")
            if amount:
                found[str(month)] = int(amount) if amount == int(amount) else round(amount, 2)
        return found

    def _read(self, value: Any) -> float:
        if isinstance(value, str):
            local = bool(getattr(self.root, "local_numbers", False))
            return numbers.parse(value.strip(), local=local, money=False)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > LARGEST:
            raise Refused("not_a_pool_amount")
        return float(value)


class MemberAnswerSchema(RecordSchema):
    """An answer: yes to the whole share, no, or less (with the amounts by month that it can deliver)."""

    answer = Choice(ANSWERS, required=True)
    amounts = Amounts()
    note = Text(500)


class PoolAnswerSchema(MemberAnswerSchema):
    """The same with the offer whose producer answered."""

    offer = RecordId(required=True)


class PoolOrderSchema(RecordSchema):
    """An officer's order for one offer of a pool: keep its present share, leave it out, fix or limit its
    amounts, or clear an earlier order."""

    offer = RecordId(required=True)
    action = Choice(ACTIONS, required=True)
    amounts = Amounts()


class HoldSchema(RecordSchema):
    """Until when quantities are held, and for a match how much by month."""

    until = Day(required=True)
    amounts = Amounts()
