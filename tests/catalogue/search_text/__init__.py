"""Tests of catalogue, search_text."""
