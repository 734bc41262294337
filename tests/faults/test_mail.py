"""The mail server is down: the inquiry stands, the message waits, and goes out once when the server is back."""

from dataclasses import replace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.faults.buyers import send_surely
from tests.faults.conftest import LiveShop
from tests.processes import free_port, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


class Letters(Message):
    """Keeps what arrives."""

    def __init__(self) -> None:
        super().__init__()
        self.recipients: list[str] = []

    def handle_message(self, message: object) -> None:
        self.recipients.append(str(message["To"]))


def test_a_mail_server_that_is_down_costs_only_time(live_shop: LiveShop) -> None:
    port = free_port()
    shop = replace(live_shop, env={**live_shop.env, "SHOP_MAIL_URL": f"smtp://127.0.0.1:{port}"})
    shop.open()
    shop.work()
    assert send_surely(shop, 7).startswith("PM-")
    tried = "SELECT 1 FROM outbox_message WHERE name = 'NoticeLeft' AND attempts > 0 AND last_error IS NOT NULL"
    wait_until(lambda: shop.ask(tried), 60, "a first try fails")
    letters = Letters()
    server = Controller(letters, hostname="127.0.0.1", port=port)
    server.start()
    try:
        waiting = "SELECT 1 FROM outbox_message WHERE name = 'NoticeLeft' AND done_at IS NULL"
        wait_until(lambda: not shop.ask(waiting), 120, "what waited goes out")
    finally:
        server.stop()
    assert letters.recipients.count("pembeli7@contoh.example") == 1
