"""Organisations: producers, buyers and departments, and the people to call there."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, Dated


class Organisation(Base, Dated):
    """A party of the trade: ``side`` is producer, buyer or department.

    ``legal_form`` is the form as registered (HTX, THT, DN, HKD, household …). ``registered_address`` is the
    address on the licence and is never rewritten to the new administrative map: an exporter's code is
    suspended when its address changes.
    """

    __tablename__ = "organisations"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    side: Mapped[str] = mapped_column(String(12), index=True)
    name: Mapped[str] = mapped_column(String(300), index=True)
    legal_form: Mapped[str] = mapped_column(String(40), default="")
    channel: Mapped[str] = mapped_column(String(40), default="")
    tax_code: Mapped[str] = mapped_column(String(20), default="")
    province: Mapped[str] = mapped_column(String(80), default="", index=True)
    commune: Mapped[str] = mapped_column(String(80), default="")
    registered_address: Mapped[str] = mapped_column(String(500), default="")
    fictional: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(2000), default="")
    version: Mapped[int] = mapped_column(default=1)

    contacts: Mapped[list[Contact]] = relationship(
        back_populates="organisation", cascade="all, delete-orphan", order_by="Contact.id"
    )

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


class Contact(Base):
    """A person at an organisation. Personal data: shown only to those who may open contacts."""

    __tablename__ = "contacts"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(200), default="")
    role: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")

    organisation: Mapped[Organisation] = relationship(back_populates="contacts")
