"""Accepted quotes and what follows: orders, allocations, papers, reviews."""
