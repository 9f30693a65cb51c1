"""The readable page of the API's description, drawn from openapi.json itself."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template

from matchmaker.extensions import rest

blueprint = Blueprint("api_page", __name__, url_prefix="/api/v1")
METHODS = ("get", "post", "put", "patch", "delete")


@blueprint.get("/docs")
def page() -> str:
    """All operations and schemas on one page, without a script and without anything from elsewhere."""
    description: dict[str, Any] = rest.spec.to_dict()
    operations = [
        (method, path, item[method])
        for path, item in sorted(description["paths"].items())
        for method in METHODS
        if method in item
    ]
    schemas = sorted(description["components"]["schemas"].items())
    return render_template("api/docs.html", description=description, operations=operations, schemas=schemas)
