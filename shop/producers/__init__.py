"""Makers of four forms, their members, companions, records and stories."""
