"""Lessons: each is set up, run as its steps say, and shows the months that it speaks of."""

from playwright.sync_api import expect
from studio import StudioCase


class Lessons(StudioCase):
    def test_there_are_at_least_six_in_both_languages(self):
        page = self.open("#lang=en&view=lessons")
        page.locator(".lesson-card").first.wait_for()
        count = page.locator(".lesson-card").count()
        self.assertGreaterEqual(count, 6)
        english = page.locator(".lesson-card h3").all_inner_texts()
        self.picture(page, "lessons")
        page.get_by_role("button", name="中文").click()
        chinese = page.locator(".lesson-card h3").all_inner_texts()
        self.assertEqual(len(chinese), count)
        self.assertTrue(all(one != other for one, other in zip(english, chinese)))

    def test_a_lesson_is_worked_through(self):
        page = self.open("#lang=en&view=lessons")
        page.locator("[data-lesson=detour]").click()
        expect(page.get_by_role("tab", name="Lesson")).to_have_attribute("aria-selected", "true")
        page.locator("[data-do=run]").click()
        self.wait_for_picture(page, sides=2)
        self.pause_at(page, 60)
        page.locator("[data-do=month]").first.click()
        self.assertEqual(self.month(page), 18)
        page.get_by_text("What you should see").click()
        expect(page.locator(".see").first).to_contain_text("46.9 against 39.4 % in month 18")
        # What it says is what the charts show.
        expect(page.locator(".chart-values").first).to_contain_text("46.9 %")
        expect(page.locator(".chart-values").first).to_contain_text("39.4 %")
        self.picture(page, "lesson")

    def test_a_lessons_fork_is_a_button(self):
        page = self.open("#lang=en&view=lessons")
        page.locator("[data-lesson=power]").click()
        page.locator("[data-do=run]").click()
        self.wait_for_picture(page)
        self.pause_at(page, 40)
        page.locator("[data-do=future]").click()
        self.wait_for_picture(page, sides=2)
        self.pause_at(page, 36)
        told = page.locator(".chart-values")
        expect(told.nth(1)).to_contain_text("A 17.3 %")
        expect(told.nth(1)).to_contain_text("A2 0.1 %")
        self.picture(page, "lesson-fork")
