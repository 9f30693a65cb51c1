"""The write side: one function is one use case, one transaction and its audit event.

Every use case takes the acting ``User``; it starts from what that user may see and raises the errors of
``matchmaker.errors``. The main ones::

    offers.post(record, actor, on_behalf_of=None) -> models.Offer
    offers.change(offer_id, record, actor, version) -> models.Offer
    demands.post(record, actor, on_behalf_of=None) -> models.Demand
    demands.change(demand_id, record, actor, version) -> models.Demand
    matches.rank_demand(demand_id) -> None                  (a job; defer it after the commit of a post)
    matches.rank_for_offer(offer_id) -> None                (likewise)
    decisions.decide(match_id, decision, reason, note, actor, version=None) -> models.Match
    organisations.register(record, actor) -> models.Organisation
    conferences.post(document, actor), conferences.keep_schedule(conference_id, schedule, actor, note)
    users.create(...) / users.issue_token(...)

``record`` is what the record's schema loaded. ``on_behalf_of`` is the id of the organisation an officer acts
for. After posting an offer an entry point calls ``queue.defer("rank_for_offer", offer.id)``, one that
posted a demand ``queue.defer("rank_demand", demand.id)``.
"""
