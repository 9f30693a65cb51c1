"""How often the buyer wants goods delivered, and how often the producer says that he delivers."""

from __future__ import annotations

from matchmaker.wording.reasons.phrases import Facts, choose, quoted


def rhythm(facts: Facts, lang: str) -> str:
    """ "; bên mua cần giao “2 chuyến/tuần”, bên bán chưa nói: phải hỏi": how often goods are delivered."""
    if not facts.get("rhythm"):
        return ""
    wanted, own = quoted(facts["rhythm"], lang), quoted(facts.get("rhythm_offered"), lang)
    if not facts.get("rhythm_offered"):
        return choose(
            lang,
            f"; nhịp giao bên mua cần là {wanted}, bên bán chưa nói: phải hỏi",
            f"; the buyer wants deliveries {wanted}, the producer has not said: to be asked",
        )
    end = choose(lang, "phải đối chiếu", "to be compared")
    if facts.get("rhythm_fits") is not None:
        end = choose(lang, "thưa hơn, phải hỏi lại", "too seldom, to be asked")
        if facts["rhythm_fits"]:
            end = choose(lang, "kịp nhịp", "often enough")
    return choose(
        lang,
        f"; nhịp giao bên mua cần là {wanted}, bên bán ghi {own}: {end}",
        f"; the buyer wants deliveries {wanted}, the producer says {own}: {end}",
    )
