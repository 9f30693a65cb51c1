"""Tables, one file an aggregate. Importing this package registers all of them on ``Base.metadata``."""

from matchmaker.models.attendance import Attendance
from matchmaker.models.audit import AuditEvent, IdempotencyKey
from matchmaker.models.base import Base
from matchmaker.models.conferences import Conference, PlanningRun, PrintJob, ScheduleVersion
from matchmaker.models.deliveries import Delivery, TermSaid
from matchmaker.models.demands import Demand, Ranking
from matchmaker.models.exposure import ExposureSetting
from matchmaker.models.freight import FreightQuote, RateCard
from matchmaker.models.holdings import Holding
from matchmaker.models.imports import Import, ImportRow, SenderColumn
from matchmaker.models.introductions import (
    IntroducedMatch,
    Introduction,
    IntroductionAnswer,
    IntroductionReminder,
    IntroductionVersion,
    LetterNumber,
    Office,
)
from matchmaker.models.matches import Decision, Match
from matchmaker.models.offers import Certificate, Offer
from matchmaker.models.organisations import Contact, Organisation
from matchmaker.models.place_answers import PlaceAnswer
from matchmaker.models.places import Place
from matchmaker.models.pools import Pool, PoolMember, PoolVersion
from matchmaker.models.privacy import Consent, ContactOpening
from matchmaker.models.products import Product
from matchmaker.models.profiles import ProfileAdoption, ProfileVersion
from matchmaker.models.reference_changes import ReferenceChange
from matchmaker.models.registrations import Registration, RegistrationStage
from matchmaker.models.results import MatchStage, MeetingResult
from matchmaker.models.unlocks import UnlockReport
from matchmaker.models.users import EVERYWHERE, ApiToken, Role, User, UserScope
from matchmaker.models.wishes import Wish

__all__ = [
    "EVERYWHERE",
    "ApiToken",
    "Attendance",
    "AuditEvent",
    "Base",
    "Certificate",
    "Conference",
    "Consent",
    "Contact",
    "ContactOpening",
    "Decision",
    "Delivery",
    "Demand",
    "ExposureSetting",
    "FreightQuote",
    "Holding",
    "IdempotencyKey",
    "Import",
    "ImportRow",
    "IntroducedMatch",
    "Introduction",
    "IntroductionAnswer",
    "IntroductionReminder",
    "IntroductionVersion",
    "LetterNumber",
    "Match",
    "MatchStage",
    "MeetingResult",
    "Offer",
    "Office",
    "Organisation",
    "Place",
    "PlaceAnswer",
    "PlanningRun",
    "Pool",
    "PoolMember",
    "PoolVersion",
    "PrintJob",
    "Product",
    "ProfileAdoption",
    "ProfileVersion",
    "Ranking",
    "RateCard",
    "ReferenceChange",
    "Registration",
    "RegistrationStage",
    "Role",
    "ScheduleVersion",
    "SenderColumn",
    "TermSaid",
    "UnlockReport",
    "User",
    "UserScope",
    "Wish",
]
