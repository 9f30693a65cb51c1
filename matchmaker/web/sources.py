"""Where a line of the reference data comes from, as people read it."""

from __future__ import annotations

import re

from flask_babel import gettext as _

from seeds import reference

TRADE = "K"  # the tag of what people in the trade know
_BETWEEN = re.compile(r";(?![^(]*\))")  # a ";" in brackets parts nothing
_TAGGED = re.compile(r"(\w+)( \(.*\))?")


def sources(cell: str) -> list[str]:
    """What the short tags of a source stand for; what is no tag stays as it is."""
    known = {row["tag"]: row["source"] for row in reference("citations")}
    known[TRADE] = _("hiểu biết của người trong nghề, chưa có nguồn công bố")
    told = []
    for part in filter(None, map(str.strip, _BETWEEN.split(cell))):
        found = _TAGGED.fullmatch(part)
        named = found is not None and found[1] in known
        told.append(known[found[1]] + (found[2] or "") if found and named else part)
    return told
