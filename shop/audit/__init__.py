"""Who did what, on whose behalf: ids only."""
