"""What each person allowed, by purpose, as rows that are only added."""
