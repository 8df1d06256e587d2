"""Lessons: each is set up, run as its steps say, and shows the months that it speaks of."""

import json
import time
import urllib.request

from playwright.sync_api import expect
from studio import PATIENCE, StudioCase

# What lessons say is to be seen: lesson, observable, month, and the value on each side in turn; sides after the regimes are the
# lesson's futures in the order of its steps.
FIGURES = [
    ("load", "participation.rung1plus", 36, 0.047, 0.262), ("load", "participation.rung1plus", 120, 0.046, 0.332),
    ("load", "committee.orientation", 120, 0.07, 0.46), ("load", "need.vulnerable", 120, 0.516, 0.414),
    ("power", "participation.rung1plus", 36, 0.371, 0.346), ("power", "participation.rung3plus", 36, 0.173, 0.001),
    ("power", "efficacy", 36, 0.28, 0.14), ("power", "participation.rung1plus", 60, 0.382, 0.314), ("power", "match", 60, 1.00, 0.70),
    ("attention", "participation.rung1plus", 96, 0.414, 0.361), ("attention", "participation.rung1plus", 120, 0.388, 0.364),
    ("attention", "participation.rung1plus", 60, 0.382, 0.382, 0.317), ("attention", "money.contracts", 90, 14800, 100),
    ("federation", "participation.rung2plus", 36, 0.161, 0.159), ("federation", "participation.rung2plus", 84, 0.178, 0.210),
    ("federation", "participation.rung2plus", 120, 0.207, 0.232), ("federation", "trust.socialOrganisation", 120, 0.41, 0.50),
    ("detour", "participation.rung1plus", 18, 0.469, 0.394), ("detour", "participation.rung3plus", 36, 0.235, 0.237),
    ("detour", "participation.rung3plus", 60, 0.247, 0.256),
    ("ages", "functions.integration", 42, 0.55), ("ages", "functions.support", 72, 0.59), ("ages", "functions.welfare", 120, 0.69),
    ("ages", "functions.control", 120, 0.49), ("ages", "participation.rung1plus", 42, 0.270),
    ("vouchers", "quality.purchased", 24, 0.59, 0.66), ("vouchers", "quality.purchased", 60, 0.68, 0.62),
    ("vouchers", "match", 60, 1.00, 0.61), ("vouchers", "need.vulnerable", 60, 0.26, 0.49),
    ("ties", "ties.mean", 60, 2.8, 5.6), ("ties", "ties.isolated", 60, 0.133, 0.056), ("ties", "participation.rung2plus", 60, 0.015, 0.015),
]


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


class Figures(StudioCase):
    """A lesson says what the model shows: each is lived as the page lives it, and held to the figures that it names."""

    def ask(self, path: str, body=None):
        address = self.studio.address.rstrip("/")
        request = urllib.request.Request(f"{address}/api/{path}", headers={"Content-Type": "application/json", "Origin": address},
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def lived(self, game: str) -> int:
        end = time.monotonic() + 4 * PATIENCE / 1000
        while True:
            told = self.ask(f"games/{game}")
            if all(side["monthsLived"] == told["months"] for side in told["sides"]):
                return len(told["sides"])
            self.assertLess(time.monotonic(), end, "the lesson was never lived to its end")
            time.sleep(0.2)

    def live(self, lesson) -> list:
        """All sides' observables, as the lesson's set-up and its futures give them."""
        last = lambda changes: [{**change, "lasting": True} for change in changes or []]
        begun = self.ask("games", {key: lesson[key] for key in ("place", "regimes", "months", "seed", "share") if lesson.get(key) is not None}
                         | {"changes": last(lesson.get("changes"))})
        game = begun["id"]
        self.lived(game)
        for step in lesson["tasks"]:
            action = step.get("action") or {}
            if action.get("kind") == "future":
                self.ask(f"games/{game}/futures", {"side": action.get("side") or 0, "month": action["month"], "changes": last(action["changes"])})
        sides = [self.ask(f"games/{game}/series?side={side}") for side in range(self.lived(game))]
        return [{key: [month[at] for month in side["months"]] for at, key in enumerate(side["keys"])} for side in sides]

    def test_each_lesson_shows_what_it_says(self):
        for lesson in self.ask("catalogue")["lessons"]:
            figures = [row for row in FIGURES if row[0] == lesson["id"]]
            self.assertTrue(figures, f"no figures of the lesson {lesson['id']} are held")
            sides = self.live(lesson)
            for _, key, month, *values in figures:
                for side, value in enumerate(values):
                    with self.subTest(lesson=lesson["id"], observable=key, month=month, side=side):
                        # Half a unit of the last digit that the text names.
                        digits = max(0, len(str(value).partition(".")[2])) if isinstance(value, float) else -2
                        self.assertLessEqual(abs(sides[side][key][month - 1] - value), 0.5 * 10.0 ** -digits + 1e-9)
