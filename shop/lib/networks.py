"""The network that limits count by: one address of IPv4, of IPv6 the /64 that one customer has."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network


def network_of(address: str | None) -> str:
    """The network of an address, empty where there is none that can be read."""
    found = _read(address)
    if isinstance(found, IPv6Address):
        return str(ip_network((found, 64), strict=False))
    return str(found or "")


def counted_network(address: str | None, *, local: bool) -> str | None:
    """The network to count by; None, so that nothing is counted, for this machine where the site is ``local``.

    Local is a site without a public address and without a proxy: behind one, everybody may seem to be this machine.
    """
    found = _read(address)
    return None if local and (found is None or found.is_loopback) else network_of(address)


def _read(address: str | None) -> IPv4Address | IPv6Address | None:
    """An address; one of IPv4 in the clothes of IPv6 is undressed."""
    try:
        found = ip_address((address or "").partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped if isinstance(found, IPv6Address) else None) or found
