"""Figures of the shop in the format of Prometheus."""

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, ProcessCollector, generate_latest

from shop.platform.health import Health


def figures(health: Health) -> tuple[bytes, str]:
    """The text and its type; made anew each time, so that nothing is kept between processes."""
    registry = CollectorRegistry()
    told = {
        "shop_database_writable": ("The database takes writes.", health.database),
        "shop_disk_has_room": ("The disk has room.", health.disk),
        "shop_search_available": ("There is a search index.", health.search),
        "shop_outbox_oldest_seconds": ("How long the oldest due message waits.", health.outbox_age),
        "shop_outbox_waiting": ("Messages that are due.", health.outbox_waiting),
        "shop_outbox_failed": ("Messages that staff must look at.", health.outbox_failed),
    }
    for name, (text, value) in told.items():
        Gauge(name, text, registry=registry).set(float(value))
    ProcessCollector(registry=registry)
    return generate_latest(registry), CONTENT_TYPE_LATEST
