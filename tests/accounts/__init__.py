"""People, sessions and notices."""
