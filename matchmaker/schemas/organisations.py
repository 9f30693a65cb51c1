"""An organisation as it comes in."""

from __future__ import annotations

from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.choices import CHANNELS
from matchmaker.schemas.fields import Choice, RecordId, Text, YesNo

SIDES = ("producer", "buyer", "department")
LEGAL_FORMS = ("DN", "HTX", "THT", "HKD", "household")


class OrganisationSchema(RecordSchema):
    """A producer, a buyer or a department. ``address`` is the registered one, kept as written."""

    id = RecordId(200)
    side = Choice(SIDES, required=True)
    name = Text(required=True)
    legal_form = Choice(LEGAL_FORMS)
    channel = Choice(CHANNELS)
    tax_code = Text(20)
    province = Text(80)
    commune = Text(80)
    address = Text(500)
    contact = Text(200)
    contact_role = Text(120)
    phone = Text(40)
    email = Text(254)
    fictional = YesNo()
    note = Text(2000)
