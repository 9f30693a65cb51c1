from scoring.candidates import candidates
from scoring.columns import DemandColumns, OfferColumns


def test_only_offers_whose_product_may_match_are_judged(trade, profile, offer, demand):
    offers = [offer(id="a"), offer(id="b", product="gạo ST25"), offer(id="c", product="vải sấy")]
    columns = OfferColumns.build(offers, trade), DemandColumns.build([demand()], trade)
    found = candidates(columns[1], columns[0], trade, profile)
    assert [found.offer(i).id for i in range(len(found))] == ["a", "c"]
    assert len(candidates(columns[1], columns[0], trade, profile, all_pairs=True)) == 3


def test_records_that_share_a_text_are_all_there(trade, profile, offer, demand):
    offers = OfferColumns.build([offer(id=f"o{i}") for i in range(4)], trade)
    demands = DemandColumns.build([demand(id=f"d{i}") for i in range(3)], trade)
    found = candidates(demands, offers, trade, profile)
    assert len(offers.texts) == len(demands.texts) == 1
    assert len(found) == 12
