"""Kinds, categories, units, products, photos, certificates, capacity and search."""
