from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import Conflict
from matchmaker.models import AuditEvent
from matchmaker.services import organisations

MEMBER = {
    "id": "M1",
    "side": "producer",
    "name": "HTX (mẫu)",
    "legal_form": "HTX",
    "province": "Lào Cai",
    "address": "Thôn 1, xã Bắc Hà, huyện Bắc Hà, tỉnh Lào Cai",
    "contact": "Nguyễn Thị Mẫu",
    "phone": "0100 000 001",
}


def test_the_registered_address_stays_as_written(session: Any) -> None:
    assert organisations.register(MEMBER, None).registered_address == MEMBER["address"]


def test_persons_stay_out_of_the_audit_trail(session: Any) -> None:
    member = organisations.register(MEMBER, None)

    facts = str(session.scalar(select(AuditEvent.facts)))
    assert [contact.name for contact in member.contacts] == ["Nguyễn Thị Mẫu"]
    assert "Nguyễn" not in facts
    assert "0100" not in facts


def test_an_id_serves_one_member(session: Any) -> None:
    organisations.register(MEMBER, None)

    with pytest.raises(Conflict, match="duplicate_id"):
        organisations.register(MEMBER, None)
