"""The pages of plain text: what the shop is, how to use it, and the promises it makes."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

pages = Blueprint("pages", __name__)


@pages.get("/tentang")
def about() -> ResponseReturnValue:
    """What the shop is and what it does not do."""
    return render_template("public/pages/about.html")


@pages.get("/bantuan")
def help() -> ResponseReturnValue:  # noqa: A001 - the mirror rule names the page
    """How to ask, read a quote, pay and get help."""
    return render_template("public/pages/help.html")


@pages.get("/privasi")
def privacy() -> ResponseReturnValue:
    """Which data is kept, why, for how long, and people's rights over it."""
    return render_template("public/pages/privacy.html")


@pages.get("/syarat")
def terms() -> ResponseReturnValue:
    """The terms of use."""
    return render_template("public/pages/terms.html")


@pages.get("/aksesibilitas")
def accessibility() -> ResponseReturnValue:
    """The accessibility statement with its known gaps."""
    return render_template("public/pages/accessibility.html")


@pages.get("/pengaduan")
def complaints() -> ResponseReturnValue:
    """How a complaint is made and when it is answered."""
    return render_template("public/pages/complaints.html", form=None)
