"""Choosing, changing, running, and moving through the months."""

import re

from playwright.sync_api import expect
from studio import BOTH, SMALL, StudioCase


class Choosing(StudioCase):
    def test_a_place_and_a_regime_are_chosen_and_told_of(self):
        page = self.open("#lang=en")
        page.get_by_label("Place", exact=True).select_option("xinhong")
        page.get_by_label(re.compile("Way to govern")).select_option("work-units")
        page.get_by_label(re.compile("Beside it")).select_option("")
        expect(page.locator(".setup")).to_contain_text("12,000 people in one community")
        self.picture(page, "set-up")
        self.until(page, "location.hash.includes('place=xinhong') && location.hash.includes('regimes=work-units')")

    def test_wrong_values_are_told_and_not_taken(self):
        page = self.open(SMALL)
        page.get_by_label("Months", exact=True).fill("a thousand")
        page.get_by_label("Months", exact=True).blur()
        expect(page.locator("#setup-fault")).to_contain_text("found “a thousand”; expected a whole number from 1 to")
        expect(page.get_by_role("button", name="Run", exact=True)).to_be_disabled()
        page.get_by_label("Months", exact=True).fill("12")
        page.get_by_label("Months", exact=True).blur()
        expect(page.locator("#setup-fault")).to_be_hidden()
        page.get_by_role("tab", name="Levers").click()
        page.get_by_label("Search levers").fill("taskLoad")
        exact = page.get_by_label(re.compile("Share of committee hours taken by tasks from above, exact value"))
        exact.fill("7")
        exact.blur()
        expect(page.locator("#lever-taskLoad-fault")).to_have_text("Found “7”; expected a number from 0 to 1.")
        expect(exact).to_have_attribute("aria-invalid", "true")
        self.assertNotIn("taskLoad", page.evaluate("location.hash"))

    def test_a_lever_explains_itself_is_marked_and_put_back(self):
        page = self.open(SMALL)
        page.get_by_role("tab", name="Levers").click()
        page.get_by_label("Search levers").fill("tasks from above")
        name = "Share of committee hours taken by tasks from above"
        page.get_by_role("button", name=f"About: {name}").click()
        about = page.locator("#lever-taskLoad-about")
        for words in ("Range", "0 – 1", "In this regime", "Neutral", "institutions.taskLoad"):
            expect(about).to_contain_text(words)
        slider = page.get_by_role("slider", name=name)
        before = slider.input_value()
        slider.focus()
        slider.press("Home")
        expect(page.locator(".lever.changed")).to_have_count(1)
        expect(page.locator(".count", has_text="1 changed")).to_be_visible()
        page.get_by_role("button", name=f"Reset: {name}").click()
        expect(page.locator(".lever.changed")).to_have_count(0)
        self.assertEqual(slider.input_value(), before)

    def test_a_changed_lever_changes_what_happens(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 24)
        before = page.locator(".chart-values").first.inner_text()
        page = self.open(SMALL + "&set=0~taskLoad~0")
        self.run_set_up(page)
        self.pause_at(page, 24)
        self.assertNotEqual(page.locator(".chart-values").first.inner_text(), before)


class Playing(StudioCase):
    def test_months_play_stop_step_and_go_back(self):
        page = self.open(SMALL + "&speed=8")
        self.run_set_up(page)
        self.until(page, "document.querySelector('.months').value > 4")
        page.get_by_role("button", name="Pause", exact=True).click()
        stopped = self.month(page)
        page.wait_for_timeout(500)
        self.assertEqual(self.month(page), stopped)
        page.get_by_role("button", name="One month on").click()
        self.assertEqual(self.month(page), stopped + 1)
        page.get_by_role("button", name="One month back").click()
        self.assertEqual(self.month(page), stopped)
        page.locator(f"canvas[data-month='{stopped}']").wait_for()
        then = self.dots(page)
        page.get_by_role("button", name="To the first month").click()
        page.locator("canvas[data-month='1']").wait_for()
        self.assertNotEqual(self.dots(page), then)
        self.pause_at(page, stopped)
        self.assertEqual(self.dots(page), then, "the same month looks the same again")

    def test_playing_ends_at_the_last_month(self):
        page = self.open(SMALL + "&speed=16")
        self.run_set_up(page)
        page.get_by_role("button", name="Play", exact=True).wait_for()
        self.assertEqual(self.month(page), 24)

    def test_months_not_yet_shown_stay_hidden_in_charts(self):
        page = self.open(SMALL + "&speed=1")
        self.run_set_up(page)
        page.get_by_role("button", name="Pause", exact=True).click()
        page.wait_for_timeout(1500)
        self.assertIn(page.locator(".line .beyond").first.get_attribute("d").count("L"), (0, 1))

    def test_colour_legend_and_events_follow(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 20)
        by_rung = self.dots(page)
        page.get_by_role("button", name="Trust", exact=True).click()
        expect(page.locator(".legend")).to_contain_text("full trust")
        self.assertNotEqual(self.dots(page), by_rung)
        page.get_by_role("button", name="Need", exact=True).click()
        expect(page.locator(".legend")).to_contain_text("needs unmet")
        self.assertGreater(page.locator(".log-month").count(), 2)

    def test_money_is_shown_and_told(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 24)
        page.get_by_role("tab", name="Money").click()
        expect(page.locator(".sankey")).to_be_visible()
        self.assertGreaterEqual(page.locator(".sankey .flow").count(), 3)
        page.get_by_text("As a table").click()
        expect(page.locator(".as-table table")).to_contain_text("wages")
        year = page.locator(".money-side .facts").inner_text()
        page.get_by_role("button", name="This month").click()
        self.assertNotEqual(page.locator(".money-side .facts").inner_text(), year)
        self.picture(page, "money")

    def test_charts_are_exchanged_added_and_taken_away(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        expect(page.locator(".chart")).to_have_count(3)
        page.get_by_role("button", name="+ chart").click()
        expect(page.locator(".chart")).to_have_count(4)
        page.locator(".chart").first.hover()
        page.get_by_label("Show another figure").first.select_option("skill")
        expect(page.locator(".chart-name").first).to_have_text("Skill in deliberation")
        page.locator(".chart .value").first.wait_for()
        self.until(page, "document.querySelector('.chart .value').textContent !== 'A –'")
        page.locator(".chart").first.hover()
        page.get_by_role("button", name="Remove chart: Skill in deliberation").click()
        expect(page.locator(".chart")).to_have_count(3)


class Comparing(StudioCase):
    def test_two_regimes_have_the_same_people_and_the_same_past(self):
        page = self.open(BOTH)
        self.run_set_up(page)
        self.wait_for_picture(page, sides=2)
        self.pause_at(page, 1)
        self.until(page, "[...document.querySelectorAll('canvas.picture-dots')].every((one) => one.dataset.month === '1')")
        self.assertEqual(self.people(page, 0), self.people(page, 1), "both sides begin alike")
        self.pause_at(page, 30)
        self.until(page, "[...document.querySelectorAll('canvas.picture-dots')].every((one) => one.dataset.month === '30')")
        self.assertNotEqual(self.people(page, 0), self.people(page, 1))
        self.assertEqual(page.locator(".chart").first.locator("g.line").count(), 2)
        self.picture(page, "two-sides")

    def test_a_reload_in_mid_run_brings_everything_back(self):
        page = self.open(BOTH)
        self.run_set_up(page)
        self.wait_for_picture(page, sides=2)
        self.pause_at(page, 17)
        page.get_by_role("button", name="Trust", exact=True).click()
        page.get_by_role("tab", name="Money").click()
        page.wait_for_timeout(300)
        seen, values = self.dots(page), page.locator(".chart-values").all_inner_texts()
        page.reload()
        page.locator("canvas.picture-dots[data-month='17']").nth(1).wait_for()
        self.assertEqual(self.month(page), 17)
        expect(page.get_by_role("tab", name="Money")).to_have_attribute("aria-selected", "true")
        expect(page.get_by_role("button", name="Trust", exact=True)).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".chart-values").first).to_have_text(values[0].replace("\n", ""))
        self.assertEqual(self.dots(page), seen)

    def test_a_restarted_server_still_knows_the_game(self):
        page = self.open(SMALL)
        self.run_set_up(page)
        self.pause_at(page, 10)
        page.wait_for_timeout(300)
        seen = self.dots(page)
        self.refusals_expected = True
        self.studio.stop()
        self.studio.start(self.studio.port)
        page.reload()
        page.locator("canvas.picture-dots[data-month='10']").wait_for()
        self.assertEqual(self.dots(page), seen)
