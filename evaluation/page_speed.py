"""How fast and how light the page is in a browser. Usage: python -m evaluation.page_speed [--out evaluation/results/page_speed.json]."""

import argparse
import json
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from evaluation.page_load import QUESTIONS
from evaluation.page_server import HOME, Served, serve_page

RESULTS = HOME / "evaluation" / "results" / "page_speed.json"
SHOWN = "Number(document.querySelector('[role=log]').dataset.shown)"  # how often the thread has changed
# from the key press to the frame in which the answer stands; measured inside the page, where no test tool is in between
WATCH = f"""() => {{
  const before = {SHOWN};
  window.waited = undefined;
  document.addEventListener('keydown', () => {{
    const begun = performance.now();
    const look = () => {SHOWN} > before ? window.waited = performance.now() - begun : requestAnimationFrame(look);
    look();
  }}, {{once: true, capture: true}});
}}"""
WEIGHT = "performance.getEntries().filter((e) => e.transferSize !== undefined).reduce((sum, e) => sum + e.transferSize, 0)"


def open_seconds(page: Page, address: str) -> float:
    """From the start of the visit to a question box and a page that answers clicks."""
    begun = time.monotonic()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("[role=log][data-shown]")
    page.wait_for_selector("#bar [data-act=begin]")
    return time.monotonic() - begun


def answer_ms(page: Page, question: str) -> float:
    """From Enter to the answer on the screen."""
    page.fill("#question textarea", question)
    page.evaluate(WATCH)
    page.press("#question textarea", "Enter")
    page.wait_for_function("window.waited !== undefined")
    return float(page.evaluate("window.waited"))


def measure(page: Page, served: Served, questions: list[str], busy: float) -> dict[str, object]:
    """The figures: start, opening cold and warm, weight, answers."""
    first_open = open_seconds(page, served.address)
    weight = page.evaluate(WEIGHT)
    first_answer = answer_ms(page, questions[0])
    answers = sorted(answer_ms(page, question) for question in questions[1:])
    opens = [open_seconds(page, served.address) for _ in range(3)]
    return {
        "start_to_ready_s": round(served.seconds_to_ready, 1),
        "start_to_first_answer_s": round(served.seconds_to_ready + first_open + first_answer / 1000, 1),
        "interactive_first_s": round(first_open, 2),
        "interactive_again_s": round(min(opens), 2),
        "transferred_kb": round(weight / 1000),
        "answer_p50_ms": round(statistics.median(answers)),
        "answer_p95_ms": round(answers[int(len(answers) * 0.95) - 1]),
        "answers": len(answers),
        "load_before": round(busy, 1),
    }


def main() -> None:
    """Serve, look, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    busy = os.getloadavg()[0]
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()[100:131]
    questions = [json.loads(line)["question"] for line in lines]
    with (
        tempfile.TemporaryDirectory() as folder,
        serve_page(Path(folder) / "log", "--feedback", f"{folder}/feedback") as served,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        figures = measure(browser.new_page(locale="zh-CN"), served, questions, busy)
        browser.close()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
