"""Requests of buyers: parts, threads, quotes, drafts, unmet demand."""
