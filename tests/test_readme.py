"""The README is true: its file map, its commands, its pictures and its tables."""

import re
import subprocess
from pathlib import Path

from evaluation.tables import fill

HOME = Path(__file__).resolve().parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")
_HOSTS = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|deb\.debian|huggingface\.co|download\.pytorch", re.IGNORECASE)


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=HOME, capture_output=True, text=True, check=True).stdout
    return [HOME / name for name in listed.splitlines()]


def test_the_file_map_names_every_folder_with_code_and_nothing_that_is_gone() -> None:
    mapped = set(re.findall(r"^\| `([\w.]+)/?` \|", README, re.MULTILINE))
    there = {path.relative_to(HOME).parts[0] for path in _tracked() if path.suffix in (".py", ".safetensors", ".png")}
    assert mapped == there


def test_the_pictures_and_files_it_points_to_are_there() -> None:
    named = re.findall(r"\]\(([\w./-]+)\)|`((?:models|evaluation|corpus)/[\w./-]+\.(?:md|txt))`", README)
    paths = [a or b for a, b in named]
    assert paths
    assert [path for path in paths if not (HOME / path).exists()] == []


def test_every_make_target_it_names_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", (HOME / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make (run|test|check|measure|encoder|setup)\b", README)) <= targets | {"encoder"}


def test_its_tables_are_those_of_the_recorded_results() -> None:
    assert fill(README) == README


def test_no_file_names_a_registry_host() -> None:
    texts = [p for p in _tracked() if p.suffix in (".py", ".md", ".txt", ".toml", ".mk", "") and p.is_file() and p.stat().st_size < 200_000]
    here = Path(__file__)
    assert [str(p) for p in texts if p != here and _HOSTS.search(p.read_text(encoding="utf-8", errors="replace"))] == []
