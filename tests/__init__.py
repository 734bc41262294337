"""The tests, a mirror of the shop."""
