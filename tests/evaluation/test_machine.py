"""Where a measurement was made."""

import json
import platform
from datetime import date
from importlib.metadata import version

from evaluation.machine import describe_machine


def test_machine_is_described_in_plain_json() -> None:
    machine = describe_machine()
    assert json.loads(json.dumps(machine)) == machine
    assert date.fromisoformat(machine["date"]).year >= 2024
    assert machine["cores"] >= 1 and machine["processor"]
    assert machine["python"] == platform.python_version()
    assert machine["libraries"]["torch"] == version("torch")
    assert machine["libraries"]["numpy"] == version("numpy")
