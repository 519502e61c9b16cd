"""Imports go one way: corpus ← index ← assistant ← app.py; each outside library is known in one place only."""

import ast
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
ORDER = ["corpus", "index", "assistant", "app"]
LEAVES = {"evaluation", "training", "tests"}
KNOWN_ONLY_TO: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("faiss", "tantivy", "jieba", "sentence_transformers"), ("index/",)),
    "gradio": ("assistant/page/", "app.py"),
}
FILES = [*sorted(p for name in ORDER[:3] for p in (HOME / name).rglob("*.py")), HOME / "app.py"]
NAMES = [str(file.relative_to(HOME)) for file in FILES]


def imports(file: Path) -> set[str]:
    """The top-level packages that a file imports, at its head or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide the package they reach"
            found.add(str(node.module).partition(".")[0])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_imports_go_one_way(name: str) -> None:
    package = name.removesuffix(".py").partition("/")[0]
    above = set(ORDER[ORDER.index(package) + 1 :])
    assert not imports(HOME / name) & (above | LEAVES)


@pytest.mark.parametrize("name", NAMES)
def test_outside_libraries_are_known_in_one_place(name: str) -> None:
    for library, places in KNOWN_ONLY_TO.items():
        assert library not in imports(HOME / name) or name.startswith(places), library


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith(("corpus/", "index/"))])
def test_package_names_are_never_variables(name: str) -> None:
    tree = ast.parse((HOME / name).read_text(encoding="utf-8"))
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    fields = {id(field.target) for one in classes for field in one.body if isinstance(field, ast.AnnAssign)}
    stored = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    assert not (arguments | {node.id for node in stored if id(node) not in fields}) & {"corpus", "index"}


def test_no_error_hides_the_one_of_python() -> None:
    classes = [
        node.name for file in FILES for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.ClassDef)
    ]
    assert "IndexError" not in classes
    assert len([name for name in classes if name.endswith("Error")]) >= 10
