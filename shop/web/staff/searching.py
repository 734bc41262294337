"""Finding people: a name or a number that is typed travels in the body and stands in no address and no log."""

from flask import request
from wtforms import HiddenField

from shop.web.forms import Longest, ShopForm, TextField


class PeopleSearch(ShopForm):
    """Words to look for, and behind which row to go on."""

    q = TextField("", [Longest(80)])
    lanjut = HiddenField()

    @property
    def words(self) -> str:
        return " ".join((self.q.data or "").split()) if self.status == 200 else ""

    @property
    def cursor(self) -> str | None:
        """Where the page begins; the list without words goes on by links."""
        return self.lanjut.data or request.args.get("lanjut")


def people_search(label: str) -> PeopleSearch:
    """The form as it was sent, checked; an empty one where nothing was."""
    form = PeopleSearch()
    form.q.label.text = label
    if form.is_submitted():
        form.validate()
    return form
