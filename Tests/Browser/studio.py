"""A studio of its own for a test, and a browser that notes whatever goes wrong in it."""

import os
import re
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PICTURES = os.environ.get("COGOV_PICTURES")

# Pages are given this long for what takes the server a moment on a busy machine.
PATIENCE = 30_000


class Studio:
    """A server on a free port, with set-ups in a folder that goes when it does."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cogov-studio-"))
        self.start()

    def start(self, port: int = 0):
        environment = {"COGOV_STUDIO": str(ROOT / "Studio"), "COGOV_SCENARIOS": str(ROOT / "Scenarios"), **os.environ, "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            [os.environ["COGOV"], "studio", "--port", str(port), "--out", str(self.folder), "--language", "en"],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = []
        for line in self.process.stdout:
            said.append(line)
            if found := re.search(r"http://[\w.:\[\]]+/\S*", line):
                self.address = found[0]
                self.port = int(re.search(r":(\d+)/", self.address)[1])
                return
        raise RuntimeError("the studio did not start: " + "".join(said))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class StudioCase(unittest.TestCase):
    """One server and one browser for a class of tests; every page is held to make no errors."""

    @classmethod
    def setUpClass(cls):
        expect.set_options(timeout=PATIENCE)
        cls.studio = Studio()
        cls.addClassCleanup(cls.studio.close)
        cls.driver = sync_playwright().start()
        cls.addClassCleanup(cls.driver.stop)
        cls.browser: Browser = cls.driver.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.faults: list[str] = []
        self.refusals_expected = False
        self.addCleanup(self.assert_no_faults)

    def assert_no_faults(self):
        self.assertEqual(self.faults, [], "the page reported errors")

    def open(self, address: str = "", width: int = 1366, height: int = 768, locale: str = "en-GB", **options) -> Page:
        """A page in a browser of its own, as another person would have it."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, locale=locale, accept_downloads=True, **options)
        self.addCleanup(context.close)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.note(said))
        page.goto(self.studio.address + address)
        return page

    def note(self, said):
        # The browser tells of each answer that refuses; a test that provokes refusals says so.
        if said.type == "error" and not (self.refusals_expected and "Failed to load resource" in said.text):
            self.faults.append(f"{said.text} ({said.location.get('url', '')})")

    def run_set_up(self, page: Page):
        """Presses Run and waits until the picture shows residents."""
        page.get_by_role("button", name="Run", exact=True).click()
        self.wait_for_picture(page)

    def wait_for_picture(self, page: Page, sides: int = 1):
        page.locator("canvas.picture-dots[data-month]").nth(sides - 1).wait_for()

    def until(self, page: Page, expression: str):
        """Waits until something is true in the page; asked from outside, for the page's policy lets nothing be evaluated in it."""
        end = time.monotonic() + PATIENCE / 1000
        while not page.evaluate(expression):
            self.assertLess(time.monotonic(), end, f"waited in vain for {expression}")
            page.wait_for_timeout(50)

    def month(self, page: Page) -> int:
        return int(page.locator("input.months").input_value())

    def pause_at(self, page: Page, month: int):
        """Stops and goes to a month by the line of months, when it has been lived."""
        if page.get_by_role("button", name="Pause", exact=True).count():
            page.get_by_role("button", name="Pause", exact=True).click()
        line = page.locator("input.months")
        for _ in range(100):
            line.evaluate("(line, month) => { line.value = month; line.dispatchEvent(new Event('input', { bubbles: true })); }", month)
            if self.month(page) == month:
                page.locator(f"canvas.picture-dots[data-month='{month}']").first.wait_for()
                return
            page.wait_for_timeout(200)
        self.fail(f"month {month} was never lived")

    def picture(self, page: Page, name: str):
        """Keeps what is seen, where pictures are wanted."""
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{PICTURES}/{name}.png")

    def people(self, page: Page, at: int = 0) -> str:
        """What everybody does, trusts and needs in a picture's month, whatever its size."""
        return page.evaluate("""async (at) => {
          const { state } = await import('/page/store.js');
          const { frame } = await import('/page/frames.js');
          const { owner } = await import('/page/game.js');
          const side = owner(state.game.sides[state.shown[at]], state.month);
          const bytes = frame(side, state.month);
          return bytes && [bytes.rung, bytes.trust, bytes.need].map((plane) => plane.join(',')).join(';');
        }""", at)

    def dots(self, page: Page, at: int = 0) -> str:
        """The picture's points, to tell whether two are the same."""
        return page.locator("canvas.picture-dots").nth(at).evaluate("canvas => canvas.toDataURL()")


# A small place and a short time, so that tests are quick: 663 residents.
SMALL = "#lang=en&place=liyuan-xiaojie-3&regimes=liyuan-direct&months=24"
BOTH = "#lang=en&place=liyuan-xiaojie-3&regimes=liyuan-detour.liyuan-direct&months=36"
