"""Saving, loading, downloading, sharing; and what must not get through."""

import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import expect
from studio import BOTH, SMALL, StudioCase


class Files(StudioCase):
    def download(self, page, what: str):
        page.locator(".tools summary").click()
        with page.expect_download() as awaited:
            page.locator(f"[data-download='{what}']").click()
        return Path(awaited.value.path()).read_bytes()

    def test_a_set_up_is_saved_and_opened_again(self):
        page = self.open(SMALL + "&set=0~taskLoad~0.3")
        self.run_set_up(page)
        self.pause_at(page, 24)
        seen = page.locator(".chart-values").all_inner_texts()
        saved = self.download(page, "scenario")
        self.assertIn(b"taskLoad", saved)
        other = self.open("#lang=en")
        other.locator("input[type=file]").set_input_files({"name": "saved.yaml", "mimeType": "application/yaml", "buffer": saved})
        self.wait_for_picture(other)
        self.pause_at(other, 24)
        expect(other.locator(".chart-values").first).to_have_text(seen[0].replace("\n", ""))

    def test_a_wrong_file_is_refused_with_what_is_wrong(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        saved = self.download(page, "scenario") + b"taskLoda: 0.5\n"
        self.refusals_expected = True
        page.locator("input[type=file]").set_input_files({"name": "bad.yaml", "mimeType": "application/yaml", "buffer": saved})
        expect(page.get_by_role("alert").first).to_contain_text("taskLoda")
        self.picture(page, "refused")

    def test_results_and_the_command_are_given(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 24)
        names = zipfile.ZipFile(io.BytesIO(self.download(page, "results"))).namelist()
        self.assertEqual(sorted(names), ["command.txt", "events.csv", "money.csv", "scenario.yaml", "series.csv"])
        page.locator(".tools summary").click()
        page.get_by_role("button", name="The command that repeats it").click()
        expect(page.get_by_role("dialog")).to_contain_text("cogov run")

    def test_a_link_shows_another_person_the_same(self):
        page = self.open(BOTH)
        self.run_set_up(page)
        self.wait_for_picture(page, sides=2)
        self.pause_at(page, 14)
        page.wait_for_timeout(300)
        other = self.open(page.evaluate("location.hash"))
        other.locator("canvas.picture-dots[data-month='14']").nth(1).wait_for()
        self.assertEqual(self.dots(other), self.dots(page))


class Hostile(StudioCase):
    WORDS = "<img src=x onerror=window.broken=1><script>window.broken=1</script>"

    def test_markup_in_an_address_stays_text(self):
        page = self.open(f"#lang=en&place={self.WORDS}&pick=resident:{self.WORDS}&community={self.WORDS}&lesson={self.WORDS}")
        page.locator(".welcome-inner").wait_for()
        self.assertIsNone(page.evaluate("window.broken ?? null"))
        self.assertEqual(page.locator("img[src=x], main script").count(), 0)

    def test_markup_in_a_scenario_stays_text(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        address = self.studio.address.split("?")[0] + "api/games"
        games = page.request.get(address).json()["games"]
        saved = page.request.get(f"{address}/{games[0]['id']}/scenario.yaml").text()
        # Every text of the file: titles of the scenario, of communities, groups, organisations, funds and events.
        hostile, changed = re.subn(r"""\b(en|zh): ("[^"]*"|'[^']*'|[^",'{}\n]+)""", lambda found: f'{found[1]}: "{self.WORDS}"', saved)
        self.assertGreaterEqual(changed, 20)
        other = self.open("#lang=en")
        other.locator("input[type=file]").set_input_files({"name": "hostile.yaml", "mimeType": "application/yaml", "buffer": hostile.encode()})
        self.wait_for_picture(other)
        self.pause_at(other, 24)
        # They are shown, or the test would show nothing.
        self.assertIn("<img src=x", other.locator("body").inner_text())
        for tab in other.get_by_role("tab").all():
            if tab.is_visible() and tab.is_enabled():
                tab.click()
        other.locator("canvas.picture-dots").first.click(position={"x": 60, "y": 60})
        other.wait_for_timeout(500)
        self.assertIsNone(other.evaluate("window.broken ?? null"))
        self.assertEqual(other.locator("img[src=x], main script").count(), 0)

    def test_a_game_that_is_not_there_is_told(self):
        self.refusals_expected = True
        page = self.open("#lang=en&game=nothing-of-that-name")
        expect(page.get_by_role("alert")).to_be_visible()
        page.get_by_role("button", name="Close").click()
        expect(page.get_by_role("button", name="Run", exact=True)).to_be_enabled()

    def test_no_foreign_address_is_asked(self):
        asked = []
        page = self.open("")
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        page.locator(".welcome-inner").wait_for()
        self.assertEqual([url for url in asked if not url.startswith(self.studio.address.split("#")[0])], [])

    def test_the_page_holds_to_the_policy(self):
        page = self.open("")
        policy = page.request.get(self.studio.address).headers.get("content-security-policy", "")
        self.assertIn("default-src 'self'", policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(page.locator("[style]").count(), page.locator("[style]").evaluate_all("all => all.filter((one) => one.style.length).length"))
