"""Provinces, regencies and districts of the country."""
