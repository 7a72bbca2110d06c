"""Words, tags and links of the public pages; one module a page."""
