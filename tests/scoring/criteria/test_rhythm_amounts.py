"""An amount for a period that a buyer writes of deliveries is answered by what the offer has."""

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions


def test_an_amount_for_a_period_is_answered_by_what_the_offer_has(explained):
    def told(offered, rhythm, **more):
        wanted = {"product": "Khăn lanh", "unit": "chiếc", "payment_days": 7, "delivery_rhythm": rhythm}
        match = explained(wanted, {"product": "Khăn lanh", "unit": "chiếc", **offered, **more})
        rows = {each.criterion: {"code": each.code, "facts": each.facts} for each in match.reasons}
        said = sentence(rows["terms"]["code"], rows["terms"]["facts"], "vi")
        return said, "nhịp giao" in questions(rows, "vi")

    monthly = {"quantity": 250, "per": "month", "months": tuple(range(1, 13))}
    enough, asked = told(monthly, "200 chiếc/tháng")
    assert "nhịp giao bên mua cần là “200 chiếc/tháng”, bên bán có 250 chiếc mỗi tháng: đủ nhịp" in enough
    assert not asked
    less, asked = told(monthly, "mỗi tuần 100 chiếc")
    assert "bên bán có 250 chiếc mỗi tháng: ít hơn, phải hỏi lại" in less
    assert asked
    assert "bên bán chưa nói" in told(monthly, "2 tấn/tháng")[0]  # in another unit
    season = {"quantity": 900, "per": "season", "months": (1, 2, 3)}
    assert "bên bán chưa nói" in told(season, "200 chiếc/tháng")[0]
    assert "bên bán chưa nói" in told(monthly, "200 chiếc/tháng", product="Khăn lanh, túi lanh")[0]
    assert "bên bán chưa nói" in told(monthly, "2 lô")[0]
