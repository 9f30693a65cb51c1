"""Words that tell one variety, cut, code or grade of a product from another, read and compared."""
