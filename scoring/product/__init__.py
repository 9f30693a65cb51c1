"""Product sense: what a text names, and how near two named products are.

``Lexicon`` holds the kinds of goods, ``ProductMatcher`` reads texts and compares them. The room is pure:
reference rows come in as arguments and nothing here knows a language to speak to the user.
"""

from scoring.product.forms import Form, kept_form
from scoring.product.kind import Kind
from scoring.product.lexicon import Lexicon
from scoring.product.matcher import Comparison, ProductColumns, ProductMatcher, ProductText
from scoring.product.normalise import marked_around
from scoring.product.relation import Relation
from scoring.product.roles import Role
from scoring.product.similarity import Kinship

__all__ = [
    "Comparison",
    "Form",
    "Kind",
    "Kinship",
    "Lexicon",
    "ProductColumns",
    "ProductMatcher",
    "ProductText",
    "Relation",
    "Role",
    "kept_form",
    "marked_around",
]
