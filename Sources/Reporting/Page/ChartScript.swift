/// The part of the page's script that tells a chart's numbers: where one points, and step by step with the arrow keys, which
/// those who hear the page are told too.
enum ChartScript {
    static let source = tip + months + pointing + keys

    private static let tip = """
          var tip = document.createElement("div"), heard = document.createElement("div");
          tip.id = "tip"; tip.hidden = true; document.body.appendChild(tip);
          heard.className = "heard"; heard.setAttribute("aria-live", "polite"); document.body.appendChild(heard);
          function english() { return document.documentElement.lang === "en"; }
          function point(words, x, y) {
            tip.textContent = words;
            tip.hidden = false;
            tip.style.left = Math.max(4, Math.min(x + 14, innerWidth - tip.offsetWidth - 8)) + "px";
            tip.style.top = (y + tip.offsetHeight + 24 > innerHeight ? Math.max(4, y - tip.offsetHeight - 10) : y + 14) + "px";
          }
          function hide() {
            tip.hidden = true;
            document.querySelectorAll(".cursor").forEach(function (line) { line.remove(); });
            document.querySelectorAll(".at").forEach(function (mark) { mark.classList.remove("at"); });
          }

        """

    /// Numbers come from the tables that the page holds once for both languages.
    private static let months = """
          var held = document.getElementById("series"), stored = held ? JSON.parse(held.textContent) : {}, tables = {};
          function table(key) {
            if (!tables[key]) {
              tables[key] = (stored[key] || ["", ""])[1].split("\\n").slice(1).filter(Boolean).map(function (line) { return line.split(","); });
            }
            return tables[key];
          }
          function pair(text) { return text.split(" ").map(Number); }
          function spacing(chart) {
            var xs = pair(chart.dataset.x), months = Number(chart.dataset.months);
            return { left: xs[0], step: (xs[1] - xs[0]) / Math.max(1, months), months: months };
          }
          function monthAt(chart, x) {
            var box = chart.getBoundingClientRect(), scale = chart.viewBox.baseVal.width / box.width, at = spacing(chart);
            return Math.max(0, Math.min(at.months, Math.round(((x - box.left) * scale - at.left) / at.step)));
          }
          function wordsOf(chart, month) {
            var data = chart.dataset, rows = table(data.series), row = rows[month] || [], range = pair(data.range), at = spacing(chart);
            var digits = Math.min(4, Math.max(0, 3 - Math.ceil(Math.log10(Math.max(Math.abs(range[0]), Math.abs(range[1]))))));
            var date = english() ? "month " + (month + 1) : "\\u7b2c " + (month + 1) + " \\u4e2a\\u6708";
            var lines = [row[1] ? row[1] + " (" + date + ")" : date];
            function number(text) { return text ? (Number(text) * Number(data.factor)).toFixed(digits).replace("-", "\\u2212") : "\\u2013"; }
            chart.querySelectorAll("path.line").forEach(function (path) {
              var place = 2 + 3 * Number(path.dataset.column);
              if (!row[place]) { return; }
              var interval = row[place + 1] ? " [" + number(row[place + 1]) + ", " + number(row[place + 2]) + "]" : "";
              lines.push(path.dataset.name + ": " + number(row[place]) + (data.unit ? " " + data.unit : "") + interval);
            });
            chart.querySelectorAll("g > line.mark").forEach(function (mark) {
              if (at.step / 2 > Math.abs(Number(mark.getAttribute("x1")) - at.left - month * at.step)) {
                lines.push(mark.parentNode.querySelector("title").textContent);
              }
            });
            return lines.join("\\n");
          }
          function rule(chart, month) {
            var at = spacing(chart), ys = pair(chart.dataset.y), line = document.createElementNS(chart.namespaceURI, "line");
            line.setAttribute("class", "cursor");
            line.setAttribute("x1", at.left + month * at.step); line.setAttribute("x2", at.left + month * at.step);
            line.setAttribute("y1", ys[0]); line.setAttribute("y2", ys[1]);
            chart.appendChild(line);
          }

        """

    private static let pointing = """
          function tell(event) {
            hide();
            var target = event.target.closest ? event.target : null;
            var mark = target ? target.closest("[data-tip]") : null, chart = target ? target.closest("svg[data-series]") : null;
            if (mark) { point(mark.dataset.tip, event.clientX, event.clientY); return; }
            if (!chart) { return; }
            var month = monthAt(chart, event.clientX);
            rule(chart, month);
            point(wordsOf(chart, month), event.clientX, event.clientY);
          }
          addEventListener("pointermove", tell);
          addEventListener("pointerdown", tell);
          addEventListener("scroll", hide, true);

        """

    /// Charts are come to by the tabulator; arrows, Home and End lead through their months or marks, Escape away.
    private static let keys = """
          function steps(chart) {
            return chart.dataset.series ? Number(chart.dataset.months) + 1 : chart.querySelectorAll("[data-tip]").length;
          }
          function go(chart, place) {
            var box = chart.getBoundingClientRect(), words;
            hide();
            chart.place = Math.max(0, Math.min(steps(chart) - 1, place));
            if (chart.dataset.series) {
              var at = spacing(chart), scale = box.width / chart.viewBox.baseVal.width;
              words = wordsOf(chart, chart.place);
              rule(chart, chart.place);
              point(words, box.left + (at.left + chart.place * at.step) * scale, box.top + box.height / 3);
            } else {
              var mark = chart.querySelectorAll("[data-tip]")[chart.place], own = mark.getBoundingClientRect();
              words = mark.dataset.tip;
              mark.classList.add("at");
              point(words, own.left + own.width / 2, own.top + own.height / 2);
            }
            heard.textContent = words;
          }
          document.querySelectorAll("figure svg").forEach(function (chart) {
            if (steps(chart) > 0) { chart.setAttribute("tabindex", "0"); }
          });
          document.addEventListener("keydown", function (event) {
            var chart = event.target.closest ? event.target.closest("figure svg[tabindex]") : null;
            if (event.key === "Escape") { hide(); return; }
            if (!chart) { return; }
            var last = steps(chart) - 1, place = chart.place === undefined ? -1 : chart.place;
            var next = { ArrowRight: place + 1, ArrowLeft: Math.max(0, place - 1), Home: 0, End: last }[event.key];
            if (next === undefined) { return; }
            event.preventDefault();
            go(chart, next);
          });
          document.addEventListener("focusout", hide);

        """
}
