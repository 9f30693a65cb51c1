"""The read side: SELECTs for lists, boards and details. Every function starts from what the actor may see::

    matches.ranked(demand_id, actor, top=None) -> matches.RankedList          one demand's stored ranking
    matches.of_offer(offer_id, actor, top=None) -> list[models.Match]
    matches.one(match_id, actor) -> models.Match                              with evidence and decisions
    demands.page(actor, after="", limit=50, text="") -> Page[models.Demand];  demands.one(demand_id, actor)
    offers.page(...) -> Page[models.Offer];                                   offers.one(offer_id, actor)
    organisations.members(actor, side, text="") -> list[models.Organisation]; organisations.one(id, actor)
    conferences.listed(actor), conferences.one(conference_id, actor)
    search.products(text, limit), search.places(text, gazetteer, limit)

``one`` raises ``NotFound`` for what does not exist and for what the actor may not see alike.
"""
