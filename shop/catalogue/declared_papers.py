"""Which papers a maker can say that a product of a kind has."""

from shop.catalogue.book import KindFacts
from shop.catalogue.types import CertificateType

LONGEST_NUMBER = 60


def paper_types(kind: KindFacts) -> list[CertificateType]:
    """The papers that matter for a kind: compulsory ones and those its honesty labels speak of."""
    named = [rule["certificate"] for rule in kind.rules.get("papers", ())]
    named += [rule.get("certificates") or "" for rule in kind.rules.get("honesty", ())]
    codes = {code for names in named for code in names.split("|") if code}
    return [one for one in CertificateType if str(one) in codes]


def compulsory_types(kind: KindFacts) -> set[str]:
    """Those without which a product of the kind cannot be shown."""
    always = [rule["certificate"] for rule in kind.rules.get("papers", ()) if rule["when"] == "always"]
    return {code for names in always for code in names.split("|")}
