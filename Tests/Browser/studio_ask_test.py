"""Futures of one past, and why."""

import re

from playwright.sync_api import expect
from studio import SMALL, StudioCase


class Futures(StudioCase):
    ATTENTION = "#lang=en&place=x-estate&regimes=x-community&months=72&share=0.3"

    def test_attention_moves_on_and_both_futures_share_their_past(self):
        page = self.open(self.ATTENTION)
        self.run_set_up(page)
        self.pause_at(page, 40)
        page.get_by_text("What if …").click()
        page.locator("[data-future=attention]").click()
        self.wait_for_picture(page, sides=2)
        expect(page.locator(".fork-dot").first).to_be_visible()
        expect(page.locator(".side").nth(1)).to_contain_text("Attention moves on from May 2016")
        self.pause_at(page, 40)
        self.until(page, "[...document.querySelectorAll('canvas.picture-dots')].every((one) => one.dataset.month === '40')")
        self.assertEqual(self.people(page, 0), self.people(page, 1), "the past is shared")
        self.pause_at(page, 70)
        self.until(page, "[...document.querySelectorAll('canvas.picture-dots')].every((one) => one.dataset.month === '70')")
        self.assertNotEqual(self.people(page, 0), self.people(page, 1), "the futures differ")
        self.picture(page, "fork")

    def test_a_lever_of_ones_own_in_mid_run(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 12)
        page.get_by_role("tab", name="Levers").click()
        page.get_by_label("Search levers").fill("taskLoad")
        slider = page.get_by_role("slider", name=re.compile("Share of committee hours taken"))
        slider.focus()
        slider.press("Home")
        page.get_by_role("button", name="Live this future from month 13").click()
        expect(page.locator(".side")).to_have_count(2)
        self.wait_for_picture(page, sides=2)
        page.wait_for_timeout(200)
        page.reload()
        self.wait_for_picture(page, sides=2)
        expect(page.locator(".fork-dot").first).to_be_visible()


class Why(StudioCase):
    def test_a_resident_is_asked_by_a_click(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 20)
        x, y = page.evaluate("""async () => {
          const { state } = await import('/page/store.js');
          const { frame } = await import('/page/frames.js');
          const busy = frame(state.game.sides[0], state.month).rung.findIndex((rung) => rung >= 3);
          const { arrange, middle } = await import('/page/picture-layout.js');
          const canvas = document.querySelector('canvas.picture-dots'), box = canvas.getBoundingClientRect();
          const at = middle(arrange(state.game.layout.communities, canvas.width, canvas.height, 1), busy);
          return [box.x + at.x, box.y + at.y];
        }""")
        page.mouse.click(x, y)
        expect(page.locator(".why h3")).to_have_text(re.compile(r"Resident \d+"))
        expect(page.locator(".waterfall")).to_be_visible()
        self.assertGreaterEqual(page.locator(".waterfall rect").count(), 5)
        expect(page.locator(".why .rungs")).to_contain_text("co-decides")
        self.assertIn("pick=resident", page.evaluate("location.hash"))
        self.picture(page, "why")

    def test_the_terms_add_up(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 20)
        page.get_by_role("tab", name="Why").click()
        page.get_by_role("button", name="Find somebody who has just begun").click()
        expect(page.locator(".waterfall")).to_be_visible()
        told = page.locator(".waterfall .amount").all_text_contents()
        terms = [float(one.replace("−", "-")) for one in told]
        # Rounded to two digits each, and terms too small to be drawn are left out.
        self.assertAlmostEqual(sum(terms[:-1]), terms[-1], delta=0.05 + 0.005 * len(terms))

    def test_organisations_and_projects_are_listed_and_asked(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 24)
        page.get_by_role("tab", name="Who").click()
        page.locator(".card").first.wait_for()
        self.picture(page, "who")
        page.locator(".card", has_text="Group for").first.click()
        expect(page.locator(".why .screen")).to_contain_text("organisation")
        page.get_by_role("tab", name="Who").click()
        page.locator(".who section", has_text="Projects").locator(".card").first.click()
        expect(page.locator(".why")).to_contain_text("How it was decided")

    def test_a_resident_who_is_not_there_is_told(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 5)
        page.get_by_role("tab", name="Who").click()
        page.get_by_label("Resident no.").fill("99999")
        page.get_by_role("button", name="Ask why").click()
        expect(page.locator("#resident-fault")).to_contain_text("residents are numbered from 1 to")
