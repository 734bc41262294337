"""Style sheets and scripts as they are joined when the application starts."""

from pathlib import Path

from shop.web.assets import SCRIPTS, Assets
from tests.person import Person


def joined(folder: Path, name: str, **files: str) -> str:
    for path, text in files.items():
        target = folder / path.replace("__", "/")
        target = target.with_name(target.name.replace("_css", ".css").replace("_js", ".js"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    content = Assets(folder).content(name)
    assert content is not None
    return content.decode()


def test_comments_and_indentation_stay_behind(tmp_path: Path) -> None:
    sheet = "/* why\n   two lines */\n.card {\n  color: red; /* warm */\n\n  background: url(/a//b.svg);\n}\n"
    told = joined(tmp_path, "bundle/public.css", css__components__card_css=sheet)
    assert told.split() == [".card", "{", "color:", "red;", "background:", "url(/a//b.svg);", "}"]
    assert "  " not in told


def test_scripts_are_one_module_whose_addresses_stay_whole(tmp_path: Path) -> None:
    part = '// Copies.\nexport function start(all) {\n  // each\n  const link = "https://wa.me/"; // where to\n}\n'
    told = joined(tmp_path, SCRIPTS, js__components__copy_js=part, js__shop_js="components.copy([]);\n")
    assert told.startswith("const components = {\ncopy: (() => {")
    assert 'const link = "https://wa.me/"; // where to' in told
    assert "Copies." not in told
    assert "// each" not in told
    assert told.endswith("components.copy([]);\n")


def test_the_sheet_of_the_shop_is_served_compressed_for_a_year(client: Person) -> None:
    page = client.get("/masuk", headers={"Accept-Encoding": "gzip"})
    address = page.get_data(as_text=True).split('rel="stylesheet" href="')[1].split('"')[0]
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert "immutable" in answer.headers["Cache-Control"]
