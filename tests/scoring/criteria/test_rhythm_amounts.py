"""An amount for a period that a buyer writes of deliveries is answered by what the offer has."""

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from scoring.records import Doubt


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


def test_what_comes_a_day_beside_the_whole_is_laid_beside_a_rhythm(explained):
    def told(parts, **more):
        offered = {"product": "Dứa", "quantity": 500, "unit": "tấn", "months": (4, 5, 6), **more}
        several = Doubt("quantity", "several", {"count": len(parts), "parts": parts})
        wanted = {
            "product": "Dứa",
            "quantity": 1200,
            "months": (4, 5, 6),
            "delivery_rhythm": "xe tải hằng ngày",
        }
        match = explained(wanted, {**offered, "doubts": (several,)})
        row = next(each for each in match.reasons if each.criterion == "terms")
        return sentence(row.code, row.facts, "vi")

    def part(words, quantity, per):
        return {"words": words, "quantity": quantity, "unit": "kg", "per": per}

    whole = part("khoảng 500 tấn", 500_000.0, "")
    for words, per in (("mỗi ngày 5-7 tấn", "day"), ("40 tấn/tuần", "week"), ("moi thang 150 tan", "month")):
        assert f"bên bán ghi “{words}”: phải đối chiếu" in told([whole, part(words, 5000.0, per)])
    assert "bên bán chưa nói" in told([whole, part("còn lại 200 tấn", 200_000.0, "")])
    of_several = [part("dứa queen 300 tấn", 300_000.0, ""), part("mít 2 tấn/ngày", 2000.0, "day")]
    assert "2 tấn/ngày" not in told(of_several)


def test_a_whole_beside_what_comes_a_day_is_no_guess(one, offer, demand):
    def assumed(*parts):
        rows = [{"words": words, "quantity": 1000.0, "unit": "kg", "per": per} for words, per in parts]
        several = Doubt("quantity", "several", {"count": len(rows), "parts": rows})
        stock = offer(quantity=500, per="", months=(4, 5, 6), doubts=(several,) if rows else ())
        return "period_assumed" in one("volume", stock, demand(quantity=1200, months=(4, 5, 6))).facts

    assert not assumed(("500 tấn", ""), ("5 tấn/ngày", "day"))
    assert not assumed(("500 tan", ""), ("moi tuan 40 tan", "week"))
    assert assumed(("500 tấn", ""), ("còn 200 tấn", ""))
    assert assumed()
