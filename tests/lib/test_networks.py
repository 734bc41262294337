"""What limits count by."""

import pytest

from shop.lib.networks import is_this_machine, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("unix:", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_address_counts_as_its_network(address: str | None, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.parametrize(
    ("address", "here"),
    [("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), (None, True), ("192.0.2.7", False)],
)
def test_this_machine_is_known(address: str | None, here: bool) -> None:
    assert is_this_machine(address) is here
