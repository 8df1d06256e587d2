"""Pages of results as people use them: offline, in both languages and themes, by pointer and keyboard, on a phone and on paper."""

import csv
import io
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/CommandTests/Fixtures"
PICTURES = os.environ.get("COGOV_PICTURES")
SVG = "{http://www.w3.org/2000/svg}"


class ReportPageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="cogov-report-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        for file in FIXTURES.glob("*.yaml"):
            shutil.copy(file, cls.folder)
        cls.cogov("compare", "closed.yaml", "open.yaml", "--months", "18", "--replicates", "3", "--communities",
                  "--set", "institutions.taskLoad=0.6", "--out", "out", "--quiet")
        cls.page_file = cls.folder / "out/report.html"
        cls.driver = sync_playwright().start()
        cls.addClassCleanup(cls.driver.stop)
        cls.browser = cls.driver.chromium.launch(executable_path=shutil.which(os.environ["CHROMIUM"]), args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    @classmethod
    def cogov(cls, *words):
        environment = {**os.environ, "COGOV_SCENARIOS": str(ROOT / "Scenarios"), "LANG": "C.UTF-8"}
        done = subprocess.run([os.environ["COGOV"], *words], cwd=cls.folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    def open(self, language="en", theme="light", width=1366, file=None, anchor=None):
        """A page that notes what goes wrong, and whatever it asks of a network."""
        context = self.browser.new_context(viewport={"width": width, "height": 768}, color_scheme=theme, accept_downloads=True)
        self.addCleanup(context.close)
        page = context.new_page()
        page.wrong = []
        page.on("console", lambda message: page.wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("request", lambda request: page.wrong.append(request.url)
                if not request.url.startswith(("file:", "blob:", "data:")) else None)
        context.set_offline(True)
        page.goto(f"file://{file or self.page_file}#{anchor or language}")
        return page

    def sound(self, page):
        self.assertEqual(page.wrong, [])

    def picture(self, page, name):
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/report-{name}.png", full_page=True)

    def download(self, page, figure, kind):
        with page.expect_download() as waiting:
            figure.locator(".tools button", has_text=kind).click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_text(encoding="utf-8")

    # Every language, theme and width

    def test_it_stands_in_both_languages_themes_and_widths(self):
        for language in ("en", "zh"):
            for theme in ("light", "dark"):
                for width in (1366, 390):
                    with self.subTest(language=language, theme=theme, width=width):
                        page = self.open(language, theme, width)
                        self.assertEqual(page.locator("main:visible").count(), 1)
                        self.assertTrue(page.evaluate("document.documentElement.lang").startswith(language))
                        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                        self.picture(page, f"{language}-{theme}-{width}")
                        self.sound(page)

    def test_nothing_keeps_people_out(self):
        for language, theme in (("en", "light"), ("zh", "dark")):
            with self.subTest(language=language, theme=theme):
                page = self.open(language, theme)
                found = Axe().run(page)
                self.assertEqual(
                    [(wrong["id"], wrong["nodes"][0]["target"], wrong["nodes"][0]["html"][:200]) for wrong in found.response["violations"]], [])
                self.sound(page)

    # What is asked for is there

    def test_every_section_is_there(self):
        page = self.open()
        for name in ("overview", "run", "series", "rungs", "map", "observables", "money", "parameters", "reproduce"):
            self.assertEqual(page.locator(f"#en-{name}").count(), 1, name)
        self.assertIn("institutions.taskLoad=0.6", page.locator("#en-parameters").inner_text())

    def test_charts_have_titles_units_and_files(self):
        page = self.open()
        lacking = page.evaluate("""() => Array.from(document.querySelectorAll("main figure")).filter(figure => {
            const chart = figure.querySelector("svg"), named = chart.getAttribute("aria-labelledby") || chart.getAttribute("aria-label");
            const buttons = Array.from(figure.querySelectorAll(".tools button")).map(button => button.textContent);
            return !figure.querySelector("figcaption") || !named || buttons.join() !== "SVG,CSV" || !chart.hasAttribute("tabindex");
        }).map(figure => figure.textContent.slice(0, 80))""")
        self.assertEqual(lacking, [])

    # Pointing, keys, files

    def first_chart(self, page):
        return page.locator("#en-series figure").first

    def test_pointing_tells_the_numbers_of_the_table(self):
        page = self.open()
        figure = self.first_chart(page)
        name, text = self.download(page, figure, "CSV")
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(name, "participation.rung1plus.csv")
        self.assertEqual(len(rows), 18)
        with open(self.folder / "out/summary.csv", encoding="utf-8") as file:
            summary = {(row["scenario"], row["observable"], row["month"]): row["mean"] for row in csv.DictReader(file)}
        for row in rows:
            for scenario in ("closed", "open"):
                mean = float(summary[scenario, "participation.rung1plus", row["month"]])
                self.assertAlmostEqual(float(row[scenario]), mean, delta=1e-4 * abs(mean) + 1e-9)
        figure.scroll_into_view_if_needed()
        box = figure.locator("svg").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5)
        told = page.locator("#tip").inner_text()
        month = int(re.search(r"month (\d+)", told)[1])
        shown = float(re.search(r"open: ([\d.]+) %", told)[1])
        self.assertAlmostEqual(shown, 100 * float(rows[month - 1]["open"]), delta=0.06)
        page.mouse.move(2, 2)
        self.assertFalse(page.locator("#tip").is_visible())
        self.sound(page)

    def test_keys_lead_through_a_chart(self):
        page = self.open()
        chart = self.first_chart(page).locator("svg")
        chart.focus()
        page.keyboard.press("End")
        self.assertIn("month 18", page.locator("#tip").inner_text())
        self.assertIn("month 18", page.locator(".heard").inner_text())
        page.keyboard.press("ArrowLeft")
        self.assertIn("month 17", page.locator("#tip").inner_text())
        page.keyboard.press("Escape")
        self.assertFalse(page.locator("#tip").is_visible())
        page.locator("#en-money figure svg").first.focus()
        page.keyboard.press("ArrowRight")
        self.assertIn("→", page.locator("#tip").inner_text())
        self.sound(page)

    def test_a_picture_stands_alone(self):
        page = self.open(theme="dark")
        for section in ("series", "rungs", "money", "map"):
            with self.subTest(section=section):
                figure = page.locator(f"#en-{section} figure").first
                figure.hover()
                name, text = self.download(page, figure, "SVG")
                self.assertTrue(name.endswith("-en.svg"), name)
                root = ElementTree.fromstring(text)
                self.assertNotIn("var(", text)
                words = " ".join(element.text or "" for element in root.iter(SVG + "text"))
                # A title may be broken into lines.
                title = figure.locator("figcaption").evaluate("caption => caption.childNodes[0].textContent")
                self.assertIn(title.replace(" ", ""), words.replace(" ", ""))
                if PICTURES:
                    Path(PICTURES, name).write_text(text, encoding="utf-8")
                if shutil.which("rsvg-convert"):
                    picture = subprocess.run(["rsvg-convert"], input=text.encode(), check=True, capture_output=True).stdout
                    self.assertTrue(picture.startswith(b"\x89PNG"))
                    if PICTURES:
                        Path(PICTURES, name).with_suffix(".png").write_bytes(picture)
        self.sound(page)

    def test_money_that_comes_in_is_money_that_goes_out(self):
        page = self.open()
        figures = page.locator("#en-money figure.flows")
        self.assertGreaterEqual(figures.count(), 2)
        for place in range(figures.count()):
            _, text = self.download(page, figures.nth(place), "CSV")
            rows = list(csv.DictReader(io.StringIO(text)))
            inside = {row["to"] for row in rows} & {row["from"] for row in rows if not row["from"].startswith("outside:")}
            into = sum(float(row["yuan"]) for row in rows if row["from"] not in inside)
            out = sum(float(row["yuan"]) for row in rows if row["to"] not in inside)
            self.assertGreater(into, 0)
            self.assertAlmostEqual(into, out, delta=1e-6 * into)

    # Languages, links, paper

    def test_the_language_is_switched_by_keyboard_and_kept_by_links(self):
        page = self.open()
        page.locator("nav.languages button").first.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.documentElement.lang"), "zh-Hans")
        self.assertTrue(page.url.endswith("#zh"))
        page.reload()
        self.assertEqual(page.evaluate("document.documentElement.lang"), "zh-Hans")
        self.assertTrue(self.open(anchor="zh-money").locator("#zh-money").is_visible())

    def test_paper_has_one_language_and_no_buttons(self):
        page = self.open("zh", "dark")
        page.emulate_media(media="print", color_scheme="dark")
        self.assertEqual(page.locator("main:visible").count(), 1)
        self.assertEqual(page.locator("button:visible").count(), 0)
        self.assertEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")
        paper = page.pdf(prefer_css_page_size=True)
        self.assertGreater(len(re.findall(rb"/Type\s*/Page\b", paper)), 2)
        if PICTURES:
            Path(PICTURES, "report-zh.pdf").write_bytes(paper)

    def test_it_is_read_without_scripts(self):
        context = self.browser.new_context(java_script_enabled=False)
        self.addCleanup(context.close)
        page = context.new_page()
        page.goto(f"file://{self.page_file}")
        self.assertEqual(page.locator("main:visible").count(), 2)


if __name__ == "__main__":
    unittest.main()
