import json
import pickle

from scoring.records import Certificate, Doubt, Place, Size


def test_a_match_as_a_record_has_the_fields_of_the_interchange_format(match, offer, demand):
    record = match(offer(), demand()).as_record()
    assert list(record)[:10] == [
        *(
            "demand",
            "offer",
            "rank",
            "score",
            "base",
            "eligible",
            "vetoes",
            "components",
            "reasons",
            "missing",
        )
    ]
    assert (record["demand"], record["offer"], record["rank"], record["eligible"]) == ("d1", "o1", 1, True)
    assert json.loads(json.dumps(record, allow_nan=False)) == record


def test_a_vetoed_match_has_no_rank_and_still_a_score(match, offer, demand):
    record = match(offer(certificates=(), invoice="KHONG"), demand()).as_record()
    assert (record["rank"], record["eligible"]) == (None, False)
    assert record["vetoes"] == ["missing_cert", "no_invoice"]
    assert [veto["code"] for veto in record["veto_facts"]] == record["vetoes"]
    assert 0 < record["score"] < 1


def test_a_record_sent_to_another_process_arrives_as_it_was(offer, demand):
    told = {
        "place": Place("Sa Pa", 22.3, 103.8, terrain="mountain"),
        "doubts": (Doubt("price", "price_open", {"value": "thỏa thuận"}),),
        "sizes": (Size("con", 2.0, 3.0, "kg"),),
    }
    for record in (offer(**told, certificates=(Certificate("OCOP", None, 4),)), demand(**told)):
        assert pickle.loads(pickle.dumps(record)) == record
