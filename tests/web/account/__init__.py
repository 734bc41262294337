"""A signed-in person's own pages."""
