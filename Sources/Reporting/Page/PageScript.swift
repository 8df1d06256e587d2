/// What the page does by itself: shows one language, opens what a link leads to, and tells a chart's numbers where one points.
enum PageScript {
    static let source = "(function () {\n" + languages + links + numbers + "})();\n"

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

    /// Numbers are read off the paths, whose steps are far finer than what can be seen.
    private static let numbers = """
          var tip = document.createElement("div");
          tip.id = "tip"; tip.hidden = true; document.body.appendChild(tip);
          function pair(text) { return text.split(" ").map(Number); }
          function places(path) {
            if (path.places) { return path.places; }
            path.places = [];
            path.getAttribute("d").split("M").slice(1).forEach(function (run) {
              var numbers = run.match(/-?[0-9]+/g).map(Number), x = 0, y = 0;
              for (var i = 0; numbers.length > i + 1; i += 2) {
                x += numbers[i]; y += numbers[i + 1];
                path.places.push([x, y]);
              }
            });
            return path.places;
          }
          function tell(event) {
            var chart = event.target.closest ? event.target.closest("svg.chart") : null;
            tip.hidden = !chart;
            if (!chart) { return; }
            var data = chart.dataset, box = chart.getBoundingClientRect(), xs = pair(data.x), ys = pair(data.y);
            var range = pair(data.range), months = Number(data.months), scale = chart.viewBox.baseVal.width / box.width;
            var step = (xs[1] - xs[0]) / Math.max(1, months);
            var month = Math.round(((event.clientX - box.left) * scale - xs[0]) / step);
            month = Math.max(0, Math.min(months, month));
            var date = (document.documentElement.lang === "en" ? "month " : "\\u6708\\u4efd ") + (month + 1);
            if (data.start) {
              var start = data.start.split("-").map(Number), ordinal = start[0] * 12 + start[1] - 1 + month;
              date = Math.floor(ordinal / 12) + "-" + String(ordinal % 12 + 1).padStart(2, "0");
            }
            var digits = Math.max(0, 3 - Math.ceil(Math.log10(Math.max(Math.abs(range[0]), Math.abs(range[1])))));
            var lines = [date];
            chart.querySelectorAll("path.line").forEach(function (path) {
              var place = places(path).find(function (place) { return step / 2 + 1 > Math.abs(place[0] - xs[0] - month * step); });
              if (!place) { return; }
              var value = range[0] + (ys[0] - place[1]) / (ys[0] - ys[1]) * (range[1] - range[0]);
              lines.push(path.dataset.name + ": " + value.toFixed(Math.min(4, digits)));
            });
            chart.querySelectorAll("g > line.mark").forEach(function (mark) {
              if (step / 2 > Math.abs(Number(mark.getAttribute("x1")) - xs[0] - month * step)) {
                lines.push(mark.parentNode.querySelector("title").textContent);
              }
            });
            tip.textContent = lines.join("\\n");
            tip.style.left = Math.max(4, Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)) + "px";
            tip.style.top = (event.clientY + tip.offsetHeight + 24 > innerHeight ? event.clientY - tip.offsetHeight - 10 : event.clientY + 14) + "px";
          }
          addEventListener("pointermove", tell);
          addEventListener("pointerdown", tell);
          addEventListener("scroll", function () { tip.hidden = true; }, true);

        """
}
