"""A workshop with a teacher and three groups, each in a browser of its own."""

import re

from playwright.sync_api import expect
from studio import StudioCase


class Workshop(StudioCase):
    def join(self, code: str, name: str, role: str):
        page = self.open("#lang=en&view=workshop")
        page.get_by_label("Code", exact=True).fill(code.lower())
        page.get_by_label("Name of the group", exact=True).fill(name)
        page.get_by_label("Role", exact=True).select_option(role)
        page.get_by_role("button", name="Join", exact=True).click()
        expect(page.locator(".turn h2")).to_have_text(name)
        return page

    def decide(self, page, search: str, key: str):
        page.get_by_role("tab", name="Levers").click()
        page.get_by_label("Search levers").fill(search)
        slider = page.locator(f"#lever-{key}")
        slider.focus()
        slider.press(key_of(slider))
        page.get_by_role("tab", name="Your turn").click()
        expect(page.locator(".turn .changes li")).to_have_count(1)
        page.get_by_role("button", name="Decide and live the turn").click()
        expect(page.locator(".turn .changes li")).to_have_count(0)

    def test_a_class_plays_two_turns(self):
        teacher = self.open("#lang=en&view=workshop")
        teacher.get_by_label("Task", exact=True).select_option("village")
        teacher.get_by_label("Name of the session", exact=True).fill("Tuesday <b>class</b>")
        teacher.get_by_role("button", name="Open", exact=True).click()
        code = teacher.locator(".big-code").inner_text()
        self.assertRegex(code, r"^[A-Z0-9]{4,}$")
        expect(teacher.get_by_role("heading", level=1)).to_have_text("Tuesday <b>class</b>")
        expect(teacher.locator(".empty.big")).to_contain_text(code)
        self.picture(teacher, "board-empty")

        north = self.join(code, "North <script>", "committee")
        south = self.join(code, "South", "government")
        east = self.join(code, "East", "committee")
        expect(teacher.locator(".standings tbody tr")).to_have_count(3)
        expect(teacher.locator(".standings")).to_contain_text("North <script>")

        # A role moves its own levers only.
        north.get_by_role("tab", name="Levers").click()
        north.get_by_label("Search levers").fill("rights.")
        expect(north.locator(".lever-list .lever:visible")).to_have_count(0)

        self.decide(north, "cultivation", "cultivation")
        self.decide(south, "taskLoad", "taskLoad")
        east.get_by_role("button", name="Decide and live the turn").click()
        for page in (north, south, east):
            page.locator("canvas.picture-dots[data-month]").wait_for()
            page.get_by_role("tab", name="Your turn").click()
            expect(page.locator(".turn [role=status]")).to_contain_text("Waiting for the teacher")
        self.picture(south, "group-waits")
        expect(teacher.locator(".standings tbody td:nth-child(2)")).to_have_text([re.compile("^6")] * 3)
        self.picture(teacher, "board")

        teacher.get_by_role("button", name="Open the next 6 months").click()
        expect(north.get_by_role("button", name="Decide and live the turn")).to_be_enabled()
        north.get_by_role("button", name="Decide and live the turn").click()
        expect(teacher.locator(".standings tbody tr").first).to_contain_text("12")

        # A reload in the middle brings teacher and group back to where they were.
        teacher.reload()
        expect(teacher.locator(".big-code")).to_have_text(code)
        expect(teacher.get_by_role("button", name="Open the next 6 months")).to_be_visible()
        south.reload()
        expect(south.locator(".turn h2")).to_have_text("South")

        teacher.locator("[data-replay]").first.click()
        self.wait_for_picture(teacher)

    def test_a_wrong_code_is_told(self):
        self.refusals_expected = True
        page = self.open("#lang=en&view=workshop")
        page.get_by_role("button", name="Join", exact=True).click()
        expect(page.get_by_role("alert").filter(has_text="Enter the code")).to_be_visible()
        page.get_by_label("Code", exact=True).fill("ZZZZZZ")
        page.get_by_label("Name of the group", exact=True).fill("Lost")
        page.get_by_role("button", name="Join", exact=True).click()
        expect(page.get_by_role("alert").filter(has_text="No workshop has the code ZZZZZZ")).to_be_visible()


def key_of(slider) -> str:
    """The key that moves a slider from where it is: to its end, or back to its beginning."""
    return "Home" if float(slider.input_value()) > 0 else "End"
