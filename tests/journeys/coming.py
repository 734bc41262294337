"""What people do on many journeys: sign in, ask about a product."""

from tests.journeys.shopfront import Shopfront
from tests.journeys.visitor import Visitor

VEST = "rompi-pelampung-dewasa-busa-pe-pita-pantul"
MAKER = "konveksi-pelampung-cisadane"
MAKER_NAME = "Konveksi Pelampung Cisadane"


def sign_in(visitor: Visitor, shop: Shopfront, account: dict[str, str]) -> None:
    """By phone or e-mail and secret, and a code where a second factor is set."""
    visitor.open(visitor.path("/masuk"))
    visitor.fill(login=account["login"], secret=account["secret"])
    visitor.press("Masuk")
    if account["totp"]:
        visitor.fill(code=shop.code(account))
        visitor.press("Lanjut")
    assert "/masuk" not in visitor.page.url, visitor.text[:600]


def ask(visitor: Visitor, quantity: int, *, slug: str = VEST, **contact: str) -> str:
    """Send an inquiry about one product; the path of its secret page."""
    visitor.open(visitor.path(f"/produk/{slug}/tanya"))
    visitor.fill(quantity=quantity, **contact)
    if visitor.page.locator("[name='limits']").count():
        visitor.fill(limits=True)
    visitor.press("Kirim permintaan")
    return visitor.page.url.removeprefix(visitor.url).split("?")[0]
