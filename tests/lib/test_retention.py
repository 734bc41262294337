"""What is kept for a time only, and for how long."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from shop.lib import retention
from shop.lib.retention import Kept, kept_for


def test_everything_has_a_length() -> None:
    assert {what: kept_for(what).days for what in Kept} == {
        Kept.DRAFTS: 30,
        Kept.LOGS: 30,
        Kept.CONTACTS: 730,
        Kept.NOTICES: 730,
    }


def test_a_new_length_holds_from_its_day_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "retention.csv"
    table.write_text("from,what,days\n2027-01-01,drafts,20\n2026-11-01,drafts,30\n", encoding="utf-8")
    monkeypatch.setattr(retention, "TABLE", table)
    retention._rows.cache_clear()
    try:
        days = [date(2025, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
        assert [kept_for(Kept.DRAFTS, day) for day in days] == [timedelta(days=one) for one in (30, 30, 20)]
    finally:
        retention._rows.cache_clear()
