"""What a record of trade keeps, offer or demand alike: three layers that never overwrite each other."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from matchmaker.models.base import Dated
from matchmaker.models.organisations import Organisation
from matchmaker.models.places import Place


class TradeRecord(Dated):
    """The columns that offers and demands share.

    ``raw`` is the record as it came (interchange names), ``parsed`` what was understood of it (the fields
    of ``scoring.records``), ``confirmed`` the fields a person has confirmed or corrected (interchange names).
    ``doubts`` lists what was read with less than certainty. ``status`` is open, paused (rests
    with its organisation) or closed.
    """

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    __tablename__: str

    product: Mapped[str] = mapped_column(String(300))
    status: Mapped[str] = mapped_column(String(12), default="open")
    raw: Mapped[dict[str, Any]]
    parsed: Mapped[dict[str, Any]]
    confirmed: Mapped[dict[str, Any]] = mapped_column(default=dict)
    doubts: Mapped[list[Any]] = mapped_column(default=list)
    valid_until: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    # Every UPDATE names the version it starts from, so two changes at once cannot both succeed.
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    @declared_attr.directive
    def __table_args__(self) -> tuple[Index, ...]:
        """The state of every record on the market, read without the records themselves."""
        return (Index(f"ix_{self.__tablename__}_state", "status", "id", "version", "changed_at"),)

    @declared_attr
    def organisation_id(self) -> Mapped[str | None]:
        """Whose record it is; absent until a name is known to belong to an organisation."""
        return mapped_column(ForeignKey("organisations.id"), index=True)

    @declared_attr
    def place_id(self) -> Mapped[int | None]:
        """The place of production or delivery."""
        return mapped_column(ForeignKey("places.id"), index=True)

    @declared_attr
    def posted_by(self) -> Mapped[int | None]:
        """The user who entered it (for a member: the officer; ``organisation_id`` is the member)."""
        return mapped_column(ForeignKey("users.id"))

    @declared_attr
    def organisation(self) -> Mapped[Organisation | None]:
        """Whose record it is."""
        return relationship(Organisation)

    @declared_attr
    def place(self) -> Mapped[Place | None]:
        """The place as a row."""
        return relationship(Place, cascade="all, delete-orphan", single_parent=True)
