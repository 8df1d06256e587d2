/// What the page does by itself: shows one language, opens what a link leads to, tells a chart's numbers where one points or
/// goes by keyboard, and gives charts as files.
///
/// The page is well-formed XML too, so its script has neither the less-than sign nor the ampersand.
enum PageScript {
    static let source = "(function () {\n" + languages + links + ChartScript.source + DownloadScript.source + "})();\n"

    /// Anchors of a language begin with its name, so links keep it.
    private static let languages = """
          function show(name) {
            document.querySelectorAll("main").forEach(function (main) {
              main.hidden = main.id !== name;
              if (main.hidden) { return; }
              document.documentElement.lang = main.lang;
              document.title = main.dataset.title;
            });
            document.querySelectorAll("nav.languages button").forEach(function (button) {
              button.setAttribute("aria-pressed", String(button.dataset.shows === name));
            });
          }
          document.querySelectorAll("nav.languages button").forEach(function (button) {
            button.addEventListener("click", function () {
              show(button.dataset.shows);
              history.replaceState(null, "", "#" + button.dataset.shows);
            });
          });

        """

    /// What is folded opens when a link leads there.
    private static let links = """
          function follow() {
            var anchor = location.hash.slice(1), name = anchor.split("-")[0];
            if (document.querySelector("main#" + (name || "none"))) { show(name); }
            var target = document.getElementById(anchor);
            if (target ? target.tagName === "DETAILS" : false) { target.open = true; target.scrollIntoView(); }
          }
          addEventListener("hashchange", follow);
          follow();

        """
}
