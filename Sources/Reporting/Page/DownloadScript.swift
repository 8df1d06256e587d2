/// The part of the page's script that gives a chart as SVG, with its title and legend and the colours that are seen, and its
/// numbers as CSV; both are made from what the page holds, so nothing is fetched.
enum DownloadScript {
    static let source = csv + svg + buttons

    private static let csv = """
          function save(name, type, text) {
            var link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([text], { type: type }));
            link.download = name;
            document.body.appendChild(link);
            link.click();
            link.remove();
            setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
          }
          function nameOf(chart) {
            var series = chart.dataset.series ? stored[chart.dataset.series] : null;
            return series ? series[0] : chart.dataset.name || "chart";
          }
          function numbersOf(chart) {
            if (chart.dataset.series) { return stored[chart.dataset.series] ? stored[chart.dataset.series][1] : ""; }
            if (!chart.dataset.head) { return ""; }
            var rows = Array.from(chart.querySelectorAll("[data-row]")).map(function (mark) { return mark.dataset.row; });
            return [chart.dataset.head].concat(rows).join("\\n") + "\\n";
          }

        """

    /// Ten units of a chart are a pixel; strokes that have the same width at any size are given it in these units.
    private static let svg = """
          var looks = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-linejoin", "font-size", "font-family", "font-weight", "text-anchor", "paint-order"];
          function dress(from, to, unit) {
            var seen = getComputedStyle(from), rules = looks.map(function (name) { return name + ":" + seen.getPropertyValue(name); });
            var scale = seen.getPropertyValue("vector-effect") === "non-scaling-stroke" ? unit : 1;
            rules.push("stroke-width:" + parseFloat(seen.getPropertyValue("stroke-width")) * scale);
            var dashes = seen.getPropertyValue("stroke-dasharray");
            if (dashes !== "none") { rules.push("stroke-dasharray:" + dashes.split(",").map(function (dash) { return parseFloat(dash) * scale; }).join(" ")); }
            to.setAttribute("style", rules.join(";"));
            Array.from(to.attributes).forEach(function (own) { if (own.name.indexOf("data-") === 0) { to.removeAttribute(own.name); } });
          }
          function dressAll(from, to, unit) {
            var sources = from.querySelectorAll("*"), copies = to.querySelectorAll("*");
            sources.forEach(function (source, place) { dress(source, copies[place], unit); });
          }
          function wrapped(text, most) {
            var lines = [""], width = 0;
            text.split(/(?=[ \\u2e80-\\uffff])/).forEach(function (piece) {
              var more = Array.from(piece).reduce(function (sum, letter) { return sum + (letter > "\\u2e7f" ? 2 : 1); }, 0);
              if (width > 0 ? width + more > most : false) { lines.push(""); width = 0; }
              lines[lines.length - 1] += piece;
              width += more;
            });
            return lines.map(function (line) { return line.trim(); });
          }
          function legendOf(figure) {
            for (var node = figure.parentNode; node ? node.tagName !== "BODY" : false; node = node.parentNode) {
              var list = node.querySelector(":scope > ul.legend");
              if (list) { return Array.from(list.children); }
            }
            return [];
          }
          function wordsIn(entry) {
            var words = Array.from(entry.childNodes).filter(function (node) { return node.nodeType === Node.TEXT_NODE; });
            return words.map(function (node) { return node.textContent; }).join(" ").trim();
          }
          function pictureOf(figure, chart) {
            var copy = chart.cloneNode(true), box = chart.viewBox.baseVal, page = getComputedStyle(document.body);
            dressAll(chart, copy, 10);
            copy.querySelectorAll(".hit, .cursor").forEach(function (line) { line.remove(); });
            function add(parent, name, attributes) {
              var element = document.createElementNS(chart.namespaceURI, name);
              Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
              parent.appendChild(element);
              return element;
            }
            function write(words, x, y, size, weight) {
              var rules = "fill:" + page.color + ";font-size:" + size + "px;font-weight:" + weight + ";font-family:" + page.fontFamily;
              add(copy, "text", { x: x, y: y, style: rules }).textContent = words;
            }
            var caption = figure.querySelector("figcaption"), small = caption ? caption.querySelector("small") : null;
            var title = caption ? caption.childNodes[0].textContent + (small ? ", " + small.textContent : "") : "";
            var lines = title ? wrapped(title, box.width / 72) : [], top = lines.length * 170 + 60, bottom = box.height + 60;
            lines.forEach(function (line, place) { write(line, 40, 130 + place * 170 - top, 130, "bold"); });
            legendOf(figure).forEach(function (entry) {
              var sample = entry.querySelector("svg"), group = add(copy, "g", { transform: "translate(40 " + (bottom + 20) + ") scale(10)" });
              var drawn = sample.cloneNode(true);
              dressAll(sample, drawn, 1);
              Array.from(drawn.children).forEach(function (part) { group.appendChild(part); });
              wrapped(wordsIn(entry), (box.width - 480) / 62).forEach(function (line) { write(line, 460, bottom + 120, 105, "normal"); bottom += 165; });
            });
            bottom = Math.ceil(bottom / 10) * 10;
            copy.insertBefore(add(copy, "rect", { x: 0, y: -top, width: box.width, height: bottom + top + 40, fill: page.backgroundColor }), copy.firstChild);
            copy.setAttribute("viewBox", [0, -top, box.width, bottom + top + 40].join(" "));
            copy.setAttribute("width", box.width / 10); copy.setAttribute("height", (bottom + top + 40) / 10);
            ["tabindex", "class"].concat(Object.keys(copy.dataset).map(function (key) { return "data-" + key; })).forEach(function (name) { copy.removeAttribute(name); });
            return new XMLSerializer().serializeToString(copy) + "\\n";
          }

        """

    private static let buttons = """
          document.querySelectorAll("figure").forEach(function (figure) {
            var chart = figure.querySelector("svg"), main = figure.closest("main"), tools = document.createElement("div");
            if (!chart) { return; }
            var title = figure.querySelector("figcaption, svg > title"), language = main ? main.id : "en";
            tools.className = "tools";
            function button(kind, make) {
              var own = document.createElement("button"), words = title ? title.textContent : "";
              own.type = "button";
              own.textContent = kind;
              own.setAttribute("aria-label", kind + (language === "en" ? ", download: " : "\\uff0c\\u4e0b\\u8f7d\\uff1a") + words);
              own.addEventListener("click", make);
              tools.appendChild(own);
            }
            button("SVG", function () { save(nameOf(chart) + "-" + language + ".svg", "image/svg+xml", pictureOf(figure, chart)); });
            if (numbersOf(chart)) { button("CSV", function () { save(nameOf(chart) + ".csv", "text/csv", numbersOf(chart)); }); }
            figure.appendChild(tools);
          });

        """
}
