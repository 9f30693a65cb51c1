"""Suggestions while somebody types: products of the lexicon, places of the country."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask.views import MethodView

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer
from matchmaker.api.replies import PlacesReply, ProductsReply
from matchmaker.permissions import Permission, requires
from matchmaker.queries import search
from matchmaker.schemas.queries import SearchArguments
from matchmaker.services.reference import gazetteer

blueprint = Blueprint("api_search", __name__, url_prefix="/api/v1")


@blueprint.route("/products")
class Products(MethodView):
    """Kinds of products."""

    @requires(Permission.SEARCH_REFERENCE)
    @blueprint.arguments(SearchArguments, location="query")
    @blueprint.response(200, ProductsReply)
    def get(self, arguments: dict[str, Any]) -> Answer:
        """Kinds whose names or synonyms hold the words of ``q``, with or without accents."""
        found = search.products(arguments["q"], arguments["limit"])
        return {"items": [asdict(product) for product in found], "next": None}


@blueprint.route("/places")
class Places(MethodView):
    """Places on the old and the new map."""

    @requires(Permission.SEARCH_REFERENCE)
    @blueprint.arguments(SearchArguments, location="query")
    @blueprint.response(200, PlacesReply)
    def get(self, arguments: dict[str, Any]) -> Answer:
        """The places that ``q`` may mean, the likeliest first."""
        return {"items": search.places(arguments["q"], gazetteer(), arguments["limit"]), "next": None}
