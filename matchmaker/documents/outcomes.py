"""What came of a conference, counted. Memoranda, framework and purchase contracts are never added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from matchmaker.documents.material import Material, Record

AGREEMENTS = ("mou", "framework", "contract")
TONNES = {"tấn": 1.0, "tạ": 0.1, "yến": 0.01, "kg": 0.001, "ký": 0.001, "cân": 0.001}
Key = tuple[str, str]


@dataclass(frozen=True)
class Agreement:
    """One pair's agreement of one kind, with the quantity as written."""

    producer: str
    buyer: str
    quantity: float | None = None
    unit: str = ""
    value: int | None = None

    @property
    def tonnes(self) -> float | None:
        """The quantity in tonnes; None where it is not known or not a weight."""
        share = TONNES.get(self.unit.strip().casefold())
        return None if self.quantity is None or share is None else self.quantity * share


@dataclass(frozen=True)
class Sum:
    """Agreements of one kind: how many, tonnes of weights, amounts in other units, value in đồng."""

    count: int
    tonnes: float
    other: Mapping[str, float]
    value: int


@dataclass(frozen=True)
class Outcomes:
    """The figures of a report."""

    arranged: int
    outcomes: Mapping[str, int]
    steps: Mapping[str, int]
    reasons: Mapping[str, int]
    agreements: Mapping[str, Sequence[Agreement]] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """Meetings that took place."""
        return self.outcomes.get("met", 0)

    def summed(self, kind: str) -> Sum:
        """One kind of agreement (of `AGREEMENTS`) alone."""
        its = self.agreements[kind]
        other: Counter[str] = Counter()
        for a in its:
            if a.quantity is not None and a.tonnes is None:
                other[a.unit] += a.quantity  # type: ignore[assignment]
        tonnes = sum(a.tonnes or 0.0 for a in its)
        return Sum(len(its), round(tonnes, 6), dict(other), sum(a.value or 0 for a in its))


def counted(material: Material) -> Outcomes:
    """The figures of a conference from its timetable, its result slips and the stages of its matches.

    A match counts once for each kind of agreement, with the latest figures; the earlier agreement of one that
    failed still counts, since it was signed.
    """
    results = list(material.results)
    reasons = Counter(r["reason"] for r in _last_reasons(material) if r.get("reason"))
    return Outcomes(
        arranged=len(material.schedule["meetings"]),
        outcomes=Counter(r["outcome"] for r in results),
        steps=Counter(step for r in results for step in r.get("steps") or ()),
        reasons=dict(reasons.most_common()),
        agreements={kind: _agreements(material, kind) for kind in AGREEMENTS},
    )


def _agreements(material: Material, kind: str) -> list[Agreement]:
    """One for each match of a pair: two products may be two contracts. A slip that names no match stands for
    the pair where none of its matches tells."""
    found: dict[tuple[Key, object], Agreement] = {}
    if kind == "mou":
        for r in material.results:
            if "mou" in (r.get("steps") or ()):
                found[key(r), r.get("match")] = _agreement(r)
    for stage in in_time(material.stages):
        if stage["stage"] == kind:
            told, place = _agreement(stage), (key(stage), stage.get("match"))
            unnamed = found.pop((key(stage), None), None)
            before = found.get(place) or unnamed
            found[place] = told if before is None or told.quantity or told.value else before
    return list(found.values())


def _last_reasons(material: Material) -> Iterable[Record]:
    """Each pair's latest word on why it came to nothing: from its stages, else from its slip."""
    last = {key(r): r for r in material.results}
    last |= {key(s): s for s in in_time(material.stages) if s.get("reason")}
    return last.values()


def in_time(stages: Iterable[Record]) -> list[Record]:
    """Stages in the order in which they happened."""
    return sorted(stages, key=lambda s: s["happened_on"])


def key(record: Record) -> Key:
    """The pair of a result or a stage."""
    return record["producer"], record["buyer"]


def _agreement(record: Record) -> Agreement:
    return Agreement(
        record["producer"],
        record["buyer"],
        record.get("quantity"),
        record.get("unit") or "",
        record.get("value"),
    )
