"""The layers of the code hold, and a bad import is really seen."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

LINT = Path(sys.executable).parent / "lint-imports"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT), "--no-cache", "--config", str(folder / "pyproject.toml")]
    environ = {"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """An empty shop with every package that the contracts name."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]:
        for names in contract.values():
            for name in names if isinstance(names, list) else []:
                if name.startswith("shop."):
                    write(tmp_path, name + ".__init__", "")
    for layer in ("api", "worker", "text"):
        write(tmp_path, f"shop.{layer}.__init__", "")
    return tmp_path


def write(folder: Path, module: str, text: str) -> None:
    path = folder.joinpath(*module.split(".")).with_suffix(".py")
    path.parent.mkdir(parents=True, exist_ok=True)
    for parent in path.relative_to(folder).parents:
        if parent.name and not (folder / parent / "__init__.py").exists():
            (folder / parent / "__init__.py").write_text("")
    path.write_text(text)


@pytest.mark.slow
def test_the_shop_keeps_its_layers() -> None:
    outcome = lint(ROOT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.slow
def test_an_import_of_a_lower_layer_is_fine(sample: Path) -> None:
    write(sample, "shop.catalogue.models", "import shop.producers\n")
    write(sample, "shop.catalogue.commands", "import shop.catalogue.models\nimport shop.platform\n")
    outcome = lint(sample)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "imported", "contract"),
    [
        ("shop.producers.models", "shop.catalogue", "A layer imports only the layers below it"),
        ("shop.api.products", "shop.web", "A layer imports only the layers below it"),
        ("shop.curation.queries", "shop.inquiries", "A layer imports only the layers below it"),
        ("shop.catalogue.extra", "shop.text", "A layer imports only the layers below it"),
        ("shop.catalogue.models", "shop.catalogue.commands", "Inside a feature"),
        ("shop.orders.commands", "flask", "Features know neither pages nor forms"),
        ("shop.lib.clock", "sqlalchemy", "lib knows neither Flask nor the database"),
        ("shop.web.public.products", "shop.web.staff", "Areas of the web do not know each other"),
        ("shop.web.staff.review", "sqlalchemy", "Pages and handlers write no SQL"),
        ("shop.worker.handlers.mail", "sqlalchemy", "Pages and handlers write no SQL"),
        ("shop.worker.mail", "shop.demo", "A layer imports only the layers below it"),
    ],
)
def test_a_bad_import_is_seen(sample: Path, module: str, imported: str, contract: str) -> None:
    write(sample, "shop.catalogue.commands", "")
    write(sample, module, f"import {imported}\n")
    outcome = lint(sample)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    broken = [line for line in outcome.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), outcome.stdout
