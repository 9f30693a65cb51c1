"""Pages for people: one blueprint for each audience, thin views over services and queries."""

from __future__ import annotations

from flask import Flask

from matchmaker.extensions import babel
from matchmaker.permissions import may
from matchmaker.web import (
    account,
    answer_links,
    assets,
    board,
    buyer,
    catalogue,
    coefficients,
    conference_day,
    conference_guests,
    conference_outcome,
    conference_pairs,
    conference_planning,
    conference_preparation,
    conference_prints,
    conference_repair,
    conference_results,
    conference_wishes,
    conferences,
    consent_links,
    consents,
    day,
    exposure,
    freight,
    guest_sheets,
    hall,
    history,
    imports,
    introductions,
    joining,
    keeping,
    market_map,
    markets,
    own_introductions,
    own_records,
    personal_pages,
    pipeline,
    pipeline_report,
    place_answers,
    pool_links,
    pool_prints,
    pools,
    producer,
    profiles,
    public,
    questions,
    registrations,
    season,
    set_up,
    terms,
    unlocks,
    visible_fields,
    ways,
)
from matchmaker.web.assets import asset
from matchmaker.web.catalogues import compile_stale
from matchmaker.web.conference_tabs import conference_tabs, day_tabs, preparation_tabs, result_tabs
from matchmaker.web.language import language
from matchmaker.web.navigation import demonstration, here, navigation
from matchmaker.web.pool_lines import pool_sentence
from matchmaker.web.sending import sending
from matchmaker.web.words import teach

BLUEPRINTS = (
    public.blueprint,
    board.blueprint,
    pools.blueprint,
    keeping.blueprint,
    ways.blueprint,
    market_map.blueprint,
    season.blueprint,
    pool_prints.blueprint,
    pool_links.blueprint,
    introductions.blueprint,
    answer_links.blueprint,
    own_introductions.blueprint,
    pipeline.blueprint,
    pipeline_report.blueprint,
    buyer.blueprint,
    producer.blueprint,
    own_records.blueprint,
    conference_preparation.blueprint,
    conference_guests.blueprint,
    conference_prints.blueprint,
    guest_sheets.blueprint,
    conference_wishes.blueprint,
    conference_pairs.blueprint,
    conference_planning.blueprint,
    personal_pages.blueprint,
    conference_day.blueprint,
    conference_repair.blueprint,
    conference_results.blueprint,
    conference_outcome.blueprint,
    hall.blueprint,
    conferences.blueprint,
    profiles.blueprint,
    unlocks.blueprint,
    exposure.blueprint,
    catalogue.blueprint,
    markets.blueprint,
    coefficients.blueprint,
    freight.blueprint,
    terms.blueprint,
    history.blueprint,
    imports.blueprint,
    questions.blueprint,
    joining.blueprint,
    consent_links.blueprint,
    consents.blueprint,
    set_up.blueprint,
    registrations.blueprint,
    account.blueprint,
    place_answers.blueprint,
    day.blueprint,
    visible_fields.blueprint,
)


def init_app(app: Flask) -> None:
    """Give an application its pages and the words in them."""
    compile_stale()
    app.request_class = imports.ListRequest
    assets.init_app(app)
    babel.init_app(app, locale_selector=language)
    teach(app)
    for tool in (asset, demonstration, here, may, navigation, sending):
        app.add_template_global(tool, tool.__name__)
    for tool in (conference_tabs, preparation_tabs, day_tabs, result_tabs):
        app.add_template_global(tool, tool.__name__)
    app.add_template_global(history.may_undo, "may_undo")
    app.add_template_global(pool_sentence, "pool_sentence")
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
