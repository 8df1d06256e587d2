"""Whether everybody gets there: both languages, keyboard alone, small screens, contrast, names."""

import os
import re
import unittest

from playwright.sync_api import expect
from studio import BOTH, SMALL, StudioCase

# Texts and their grounds as the browser has laid them out; what is transparent or covered is left to axe-core.
CONTRAST = """() => {
  const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const bright = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const parse = (colour) => (colour.match(/[\\d.]+/g) || [0, 0, 0]).map(Number);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest('svg, :disabled, .unseen')) continue;
    const style = getComputedStyle(element);
    const [one, other] = [bright(parse(style.color)), bright(ground(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) poor.push(`${text.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""

NAMELESS = """() => [...document.querySelectorAll('button, a[href], input, select, summary, canvas[tabindex], svg[role=img]')]
  .filter((one) => one.checkVisibility() && one.type !== 'file')
  .filter((one) => !(one.getAttribute('aria-label') || one.labels?.length || one.textContent.trim() || one.closest('label')?.textContent.trim()))
  .map((one) => one.outerHTML.slice(0, 120))"""

CHINESE = re.compile("[\u4e00-\u9fff]")


class Languages(StudioCase):
    def test_the_language_is_switched_without_a_reload(self):
        page = self.open(BOTH)
        self.run_set_up(page)
        self.pause_at(page, 12)
        page.evaluate("window.same = true")
        page.get_by_role("button", name="中文").click()
        expect(page.get_by_role("tab", name="事件")).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
        self.assertTrue(page.evaluate("window.same"), "the page was not loaded anew")
        self.assertEqual(self.month(page), 12)
        for part in (".setup", ".log", ".toolbar", ".charts-box"):
            self.assertRegex(page.locator(part).inner_text(), CHINESE)
        self.picture(page, "chinese")
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("tab", name="Events")).to_be_visible()

    def test_no_english_word_is_left_in_the_chinese_page(self):
        page = self.open("#lang=zh&place=liyuan-xiaojie-3&regimes=liyuan-detour.liyuan-direct&months=24")
        page.get_by_role("button", name="运行", exact=True).click()
        self.wait_for_picture(page)
        page.get_by_role("button", name="暂停", exact=True).click()
        for tab in ("制度杠杆", "资金", "组织与项目", "为什么", "事件"):
            page.get_by_role("tab", name=tab).click()
            page.wait_for_timeout(400)
            words = [word for word in re.findall(r"[A-Za-z]{4,}", page.locator(".studio").inner_text()) if word not in {"Cogov"}]
            self.assertEqual(words, [], tab)

    def test_every_word_is_there_and_every_word_is_used(self):
        page = self.open("#lang=en")
        lacking, idle = page.evaluate("""async () => {
          const { dictionary } = await import('/page/dictionary.js');
          const seen = new Map(), queue = ['/page/main.js'];
          while (queue.length) {
            const path = queue.pop();
            if (seen.has(path)) continue;
            const text = await (await fetch(path)).text();
            seen.set(path, text);
            for (const [, next] of text.matchAll(/from '\\.\\/([\\w-]+\\.js)'/g)) queue.push('/page/' + next);
          }
          const code = [...seen].filter(([path]) => !path.includes('/words-')).map(([, text]) => text).join('\\n');
          const used = new Set([...code.matchAll(/say(?:ing)?\\('([^']+)'/g)].map((found) => found[1]));
          const stems = [...code.matchAll(/`([\\w.]+\\.)\\$\\{/g)].map((found) => found[1]);
          const lacking = [...used].filter((key) => !(key in dictionary));
          const idle = Object.keys(dictionary).filter((key) => !code.includes(`'${key}'`) && !stems.some((stem) => key.startsWith(stem)));
          return [lacking, idle];
        }""")
        self.assertEqual(lacking, [])
        # Kinds of accounts and uses of money are looked up by stems that are put together.
        self.assertEqual([key for key in idle if not key.startswith(("account.", "use."))], [])


class Sizes(StudioCase):
    def inside(self, page):
        return page.evaluate("[document.documentElement.scrollWidth <= innerWidth, document.documentElement.scrollHeight <= innerHeight]")

    def test_the_main_view_fits_a_small_laptop_without_scrolling(self):
        page = self.open(BOTH)
        self.run_set_up(page)
        self.pause_at(page, 20)
        self.assertEqual(self.inside(page), [True, True])
        for part in ("canvas.picture-dots", ".transport", ".chart", ".column.right", "button.primary.wide"):
            box = page.locator(part).first.bounding_box()
            self.assertLessEqual(box["y"] + box["height"], 768, part)
            self.assertLessEqual(box["x"] + box["width"], 1366, part)
            self.assertGreater(box["height"], 20, part)
        self.assertEqual(page.locator("body").evaluate("body => getComputedStyle(body).overflowY"), "visible")
        self.picture(page, "laptop")

    def test_a_phone_is_enough(self):
        page = self.open(BOTH, width=390, height=844)
        self.assertTrue(self.inside(page)[0])
        self.picture(page, "phone-set-up")
        self.run_set_up(page)
        self.pause_at(page, 20)
        self.assertTrue(self.inside(page)[0])
        self.picture(page, "phone-watch")
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.get_by_role("tab", name="Money")).to_be_visible()
        self.picture(page, "phone-ask")
        for view in ("Lessons", "Workshop"):
            page.get_by_role("button", name=view, exact=True).click()
            self.assertTrue(self.inside(page)[0], view)
        small = page.evaluate("""() => [...document.querySelectorAll('button, select, input')].filter((one) => one.checkVisibility() && one.type !== 'file')
          .filter((one) => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; }).map((one) => one.outerHTML.slice(0, 80))""")
        self.assertEqual(small, [], "targets are large enough for fingers (24 px)")


class Keyboard(StudioCase):
    def test_the_keyboard_alone_is_enough(self):
        page = self.open(BOTH)
        page.locator(".welcome-inner").wait_for()

        def tab_to(name: str, most: int = 60):
            for _ in range(most):
                page.keyboard.press("Tab")
                if page.evaluate("(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || '').trim()") == name:
                    return
            self.fail(f"never came to {name}")

        tab_to("Run")
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth")
        self.assertEqual(ring, "solid2px", "where one is can be seen")
        page.keyboard.press("Enter")
        self.wait_for_picture(page)
        page.locator("body").focus()
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press(" ")
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
        here = self.month(page)
        page.keyboard.press("ArrowRight")
        self.assertEqual(self.month(page), here + 1)
        page.keyboard.press("Home")
        self.assertEqual(self.month(page), 1)
        page.keyboard.press("2")
        expect(page.get_by_role("button", name="Trust", exact=True)).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("m")
        expect(page.get_by_role("tab", name="Money")).to_have_attribute("aria-selected", "true")
        page.locator("canvas.picture-dots").first.focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".why h3")).to_have_text(re.compile(r"Resident \d+"))
        first = page.locator(".why h3").inner_text()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".why h3")).not_to_have_text(first)
        page.keyboard.press("Escape")
        expect(page.locator(".why h3")).to_have_count(0)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("/")
        expect(page.get_by_label("Search levers")).to_be_focused()
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_contain_text("Play or pause")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)

    def test_tabs_are_moved_along_by_arrows(self):
        page = self.open(SMALL)
        page.get_by_role("tab", name="Events").focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name="Money")).to_be_focused()
        expect(page.get_by_role("tab", name="Money")).to_have_attribute("aria-selected", "true")

    def test_little_motion_is_respected(self):
        page = self.open(SMALL, reduced_motion="reduce")
        self.run_set_up(page)
        page.locator("canvas.picture-dots[data-month='24']").wait_for()
        self.assertEqual(self.month(page), 24, "the end is shown at once")


class Access(StudioCase):
    def look(self, page, where: str):
        self.assertEqual(page.evaluate(NAMELESS), [], f"{where}: what can be used has a name")
        self.assertEqual(page.evaluate(CONTRAST), [], f"{where}: contrast of at least 4.5, of large text 3")
        try:
            from axe_playwright_python.sync_playwright import Axe
        except ImportError:
            if os.environ.get("COGOV_BROWSER") == "required":
                raise
            return
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]}).response["violations"]
        told = [f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')[:200]}" for one in found]
        self.assertEqual(told, [], f"{where}: axe-core")

    def through(self, scheme: str, language: str):
        page = self.open(BOTH.replace("lang=en", f"lang={language}") + f"&theme={scheme}", color_scheme=scheme)
        page.locator(".welcome-inner").wait_for()
        self.look(page, "before a run")
        page.locator(".setup-foot button").click()
        self.wait_for_picture(page, sides=2)
        self.pause_at_any(page)
        page.locator("#left-levers").click()
        page.locator(".more").first.click()
        self.look(page, "levers and events")
        for panel in ("money", "who"):
            page.locator(f"#right-{panel}").click()
            page.wait_for_timeout(500)
            self.look(page, panel)
        ground = page.locator("canvas.picture-dots").first.bounding_box()
        page.mouse.click(ground["x"] + 6, ground["y"] + 6)
        page.locator(".waterfall").first.wait_for()
        self.look(page, "why")
        for view in ("lessons", "workshop"):
            page.locator(f"[data-view={view}]").click()
            page.wait_for_timeout(200)
            self.look(page, view)
        self.picture(page, f"{scheme}-{language}")

    def pause_at_any(self, page):
        page.locator(".transport .primary").click()

    def test_light_english(self):
        self.through("light", "en")

    def test_dark_chinese(self):
        self.through("dark", "zh")


if __name__ == "__main__":
    unittest.main()
