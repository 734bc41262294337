"""What limits count by."""

import pytest

from shop.lib.networks import counted_network, network_of


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
    ("address", "local", "counted"),
    [
        ("127.0.0.1", True, None),
        ("::1", True, None),
        ("::ffff:127.0.0.1", True, None),
        (None, True, None),
        ("192.0.2.7", True, "192.0.2.7"),
        ("127.0.0.1", False, "127.0.0.1"),
        (None, False, ""),
    ],
)
def test_this_machine_is_not_counted_on_a_local_site(address: str | None, local: bool, counted: str | None) -> None:
    assert counted_network(address, local=local) == counted
