/// How the page looks: in light and dark, on narrow screens and on paper.
enum PageStyle {
    static let source = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --ink: #1b1f24; --quiet: #59636e; --rule: #d5dae0; --grid: #e8ebee; --shade: #f5f7f9;
          --link: #0b5cad;
          \(colours(Palette.light)) --context: \(Palette.context.light); --up: 0 114 178; --down: 213 94 0;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14181d; --ink: #e4e8ec; --quiet: #9aa5b1; --rule: #37404a; --grid: #262d35; --shade: #1c2229;
            --link: #7cb8f2;
            \(colours(Palette.dark)) --context: \(Palette.context.dark); --up: 86 180 233; --down: 240 118 58;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans CJK SC",
            "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif;
        }
        main { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
        main[hidden] { display: none; }
        .languages { display: flex; justify-content: flex-end; gap: .25rem; max-width: 78rem; margin: 0 auto; padding: .75rem 1.25rem 0; }
        .languages button {
          font: inherit; font-size: .875rem; padding: .2rem .7rem; border: 1px solid var(--rule); border-radius: .35rem;
          background: none; color: var(--quiet); cursor: pointer;
        }
        .languages button[aria-pressed="true"] { background: var(--shade); color: var(--ink); font-weight: 600; }
        h1 { font-size: 1.9rem; line-height: 1.25; margin: .5rem 0 .25rem; text-wrap: balance; }
        h2 { font-size: 1.3rem; margin: 2.75rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); }
        p { max-width: 46rem; margin: .6rem 0; }
        .lead { color: var(--quiet); }
        code { font: .85em ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--quiet); overflow-wrap: anywhere; }
        pre { background: var(--shade); border: 1px solid var(--rule); border-radius: .35rem; padding: .75rem 1rem; overflow-x: auto; font-size: .875rem; white-space: pre-wrap; }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; font-size: .9rem; min-width: 30rem; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
        th, td, caption { text-align: left; }
        th, td { vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--grid); font-weight: 400; }
        thead th { font-weight: 600; }
        thead th, thead td { border-bottom: 1px solid var(--rule); vertical-align: bottom; }
        main td:not(.number):not([class]) { min-width: 4em; }
        tr.group > td { padding-top: .9rem; }
        tr.group th { font-weight: 600; padding-top: .9rem; border-bottom: 1px solid var(--rule); }
        .number { text-align: right; }
        td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
        td small, th code { display: block; color: var(--quiet); font-size: .8rem; }
        tbody th[scope="row"] { min-width: 9rem; position: sticky; left: 0; background: var(--paper); }
        tr > * + *:last-child { padding-right: 0; }
        td svg { display: block; margin-top: .2rem; }
        .verdict { white-space: nowrap; }
        .fate.wins { box-shadow: inset -3px 0 var(--s2); } .fate.loses { box-shadow: inset -3px 0 var(--s1); }
        td.fate { padding-right: .6rem; }
        .hash { font-size: .75rem; }
        .findings { padding-left: 1.1rem; max-width: 52rem; }
        .findings li { margin: .4rem 0; }
        .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; margin: .75rem 0; font-size: .9rem; }
        .legend svg { vertical-align: middle; }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1.25rem 1.5rem; margin: 1rem 0; }
        .charts.broad { grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); }
        figure { margin: 0; display: flex; flex-direction: column; justify-content: flex-end; }
        figcaption { font-size: .9rem; font-weight: 600; line-height: 1.35; margin-bottom: auto; padding-bottom: .25rem; }
        figcaption code { display: block; font-weight: 400; font-size: .75rem; }
        figure svg { width: 100%; height: auto; }
        details { border-top: 1px solid var(--grid); padding: .5rem 0; }
        summary { cursor: pointer; font-weight: 600; }
        h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
        summary code { font-weight: 400; font-size: .75rem; }
        summary:focus-visible, .scroll:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        a { color: var(--link); }
        .multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(46%, 11.5rem), 1fr)); gap: 1rem .75rem; margin: .75rem 0; }
        .multiples figcaption { font-size: .78rem; font-weight: 400; line-height: 1.3; }
        table.overview { font-size: .8rem; min-width: 60rem; }
        table.overview th, table.overview td { padding: .3rem; }
        table.overview thead th { font-size: .72rem; line-height: 1.25; word-break: keep-all; }
        table.overview tbody th[scope="row"] { min-width: 7.5rem; max-width: 11rem; padding-left: 0; line-height: 1.3; }
        table.overview tbody th a { color: inherit; text-decoration-color: var(--rule); }
        table.overview td { border-left: 1px solid var(--paper); }
        table.overview td small { font-size: .7rem; }
        table.overview b { padding-right: .3em; }
        table.overview thead th:first-child { padding-left: 0; }
        table.overview tr.baseline > * { border-bottom: 2px solid var(--rule); font-weight: 600; }
        th small { display: block; font-weight: 400; color: var(--quiet); font-size: .68rem; }
        .up1 { background: rgb(var(--up) / .13); } .up2 { background: rgb(var(--up) / .27); } .up3 { background: rgb(var(--up) / .42); }
        .down1 { background: rgb(var(--down) / .13); } .down2 { background: rgb(var(--down) / .27); } .down3 { background: rgb(var(--down) / .42); }
        :is(.up1, .up2, .up3, .down1, .down2, .down3) small { color: inherit; }
        table.claims { font-size: .85rem; min-width: 52rem; }
        table.claims td svg { margin: 0; }
        table.claims td, table.claims th { padding-top: .25rem; padding-bottom: .25rem; }
        table.claims tbody th[scope="row"] { min-width: 16rem; max-width: 24rem; line-height: 1.35; }
        table.claims tr.axis td { border-bottom: 0; padding-bottom: 0; }
        table.claims tr.group th small { display: block; font-size: .8rem; }
        .verdict.supported { box-shadow: inset 3px 0 var(--s2); padding-left: .5rem; }
        .verdict.contradicted { box-shadow: inset 3px 0 var(--s1); padding-left: .5rem; }
        .verdict.inconclusive { box-shadow: inset 3px 0 var(--context); padding-left: .5rem; }
        code.change { display: block; }
        .set { stroke: var(--c); stroke-width: 1; stroke-opacity: .7; fill: none; vector-effect: non-scaling-stroke; }
        figure.strip { max-width: 30rem; margin: .75rem 0; }
        figure.strip svg { display: block; }
        figure.plot { max-width: 36rem; margin: 1rem 0; }
        figure.plot svg text { font-size: 90px; }
        .case { fill: var(--context); fill-opacity: .45; stroke: none; }
        .case.of { fill: var(--s1); fill-opacity: .75; }
        .box { fill: var(--c); fill-opacity: .1; stroke: var(--c); stroke-width: 2; vector-effect: non-scaling-stroke; }
        .ring { fill: none; stroke: var(--ink); stroke-width: 2; vector-effect: non-scaling-stroke; }
        .link { fill: none; stroke: var(--rule); vector-effect: non-scaling-stroke; }
        .leaf { fill: var(--shade); stroke: var(--rule); vector-effect: non-scaling-stroke; }
        .part { fill: var(--s1); fill-opacity: .55; stroke: none; }
        figure.tree { margin: 1rem 0; overflow-x: auto; }
        figure.tree svg { min-width: 36rem; }
        svg text.strong { fill: var(--ink); font-weight: 600; }
        svg text.middle { text-anchor: middle; }
        figure.waterfall { max-width: 60rem; margin: .75rem 0; }
        figure.waterfall svg { display: block; }
        table.heat { font-size: .8rem; }
        table.heat td { padding: .35rem .6rem; border-left: 1px solid var(--paper); }
        table.heat thead th { padding: .35rem .6rem; font-size: .72rem; }
        #tip {
          position: fixed; z-index: 2; pointer-events: none; max-width: 20rem; padding: .35rem .6rem; border: 1px solid var(--rule);
          border-radius: .35rem; background: var(--paper); color: var(--ink); font-size: .8rem; line-height: 1.4; white-space: pre-line;
        }
        #tip[hidden] { display: none; }
        svg text { font: 110px system-ui, "Noto Sans", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; fill: var(--quiet); }
        svg text.y { text-anchor: end; font-variant-numeric: tabular-nums; }
        svg text.x { text-anchor: middle; }
        svg text.end { text-anchor: end; }
        .line, .grid, .axis, .tick, .zero { vector-effect: non-scaling-stroke; }
        .grid { stroke: var(--grid); }
        .axis, .tick { stroke: var(--quiet); }
        .zero { stroke: var(--ink); }
        .s0 { --c: var(--s0); } .s1 { --c: var(--s1); } .s2 { --c: var(--s2); } .s3 { --c: var(--s3); }
        .s4 { --c: var(--s4); } .s5 { --c: var(--s5); } .s6 { --c: var(--s6); } .s7 { --c: var(--s7); }
        .line { fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round; }
        \(dashRules)
        .context { --c: var(--context); }
        .line.context { stroke-width: 1.5; stroke-dasharray: \(dashes(Palette.contextDashes)); }
        .band { fill: var(--c); fill-opacity: .2; stroke: none; }
        .dot { fill: var(--c); }
        .whisker { stroke: var(--c); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
        .mark { stroke: var(--c); stroke-opacity: .55; stroke-width: 1; vector-effect: non-scaling-stroke; }
        .mark.all { stroke: var(--ink); stroke-dasharray: 1 3; stroke-opacity: .8; }
        .hit { stroke: transparent; stroke-width: 7; vector-effect: non-scaling-stroke; pointer-events: stroke; }
        .bar { fill: var(--c); fill-opacity: .55; }
        .cursor { stroke: var(--ink); stroke-opacity: .55; vector-effect: non-scaling-stroke; pointer-events: none; }
        figure svg .at { stroke: var(--ink); stroke-width: 2.5; stroke-opacity: 1; vector-effect: non-scaling-stroke; }
        figure svg:focus-visible, button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: pre; }
        .tools { display: flex; gap: .3rem; justify-content: flex-end; order: 3; margin-top: .15rem; }
        .tools button {
          font: .72rem/1 system-ui, sans-serif; min-width: 2.6rem; min-height: 1.5rem; padding: .2rem .4rem; border: 1px solid var(--rule);
          border-radius: .3rem; background: none; color: var(--quiet); cursor: pointer;
        }
        .tools button:hover { color: var(--ink); border-color: var(--quiet); }
        @media (hover: hover) {
          .multiples .tools { opacity: 0; }
          .multiples figure:hover .tools, .multiples figure:focus-within .tools { opacity: 1; }
        }
        figure.flows, figure.stack { max-width: 60rem; margin: 1.25rem 0; overflow-x: auto; display: block; }
        figure.flows { max-width: 68rem; }
        figure.flows svg { min-width: 46rem; }
        figure.stack { max-width: 46rem; }
        figure.stack svg { min-width: 28rem; }
        .flow { fill: var(--c); fill-opacity: .38; stroke: none; }
        .flow:hover, .flow.at { fill-opacity: .65; }
        .node { fill: var(--ink); }
        .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 30; stroke-linejoin: round; }
        .piece { fill: var(--s0); stroke: var(--paper); stroke-width: 1; vector-effect: non-scaling-stroke; }
        .r1 { fill-opacity: .28; } .r2 { fill-opacity: .52; } .r3 { fill-opacity: .76; } .r4 { fill-opacity: 1; }
        .tile { fill: var(--s0); stroke: var(--quiet); stroke-width: 1; vector-effect: non-scaling-stroke; }
        .tile.none { fill: none; stroke-dasharray: 3 3; }
        .maps .multiples { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
        .maps figcaption small { display: block; color: var(--quiet); }
        @media print {
          :root {
            color-scheme: light;
            --paper: #ffffff; --ink: #000000; --quiet: #444444; --rule: #bbbbbb; --grid: #dddddd; --shade: #f4f4f4;
            --link: #0b5cad;
            \(colours(Palette.light)) --context: \(Palette.context.light); --up: 0 114 178; --down: 213 94 0;
          }
          .languages, #tip, .tools, .heard { display: none; }
          details:not([open]) { display: none; }
          details[open] > summary { list-style: none; }
          figure.flows, figure.stack { overflow: visible; max-width: none; }
          figure.flows svg, figure.stack svg { min-width: 0; }
          .charts { grid-template-columns: 1fr 1fr; }
          .flow, .piece, .tile, .band, .bar, .fate { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          table { font-size: 8pt; }
          tbody th[scope="row"] { position: static; }
          section { break-inside: auto; }
          figure, tr, li { break-inside: avoid; }
          h2, h3, .legend, caption, figcaption { break-after: avoid; }
          .scroll { overflow: visible; }
          @page { margin: 14mm; }
          @page wide { size: A4 landscape; }
          .wide { page: wide; }
          main { max-width: none; padding: 0; }
          table.overview { font-size: 7pt; min-width: 0; }
          table.overview thead th, table.overview td small { font-size: 6pt; }
          table.overview tbody th[scope="row"] { min-width: 5rem; }
          table.overview td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """

    private static func colours(_ palette: [String]) -> String {
        palette.enumerated().map { "--s\($0): \($1);" }.joined(separator: " ")
    }

    private static let dashRules = Palette.dashes.enumerated().dropFirst().map { place, lengths in
        ".line.s\(place) { stroke-dasharray: \(dashes(lengths)); }"
    }.joined(separator: " ")

    private static func dashes(_ lengths: [Double]) -> String {
        lengths.map(NumberText.coordinate).joined(separator: " ")
    }
}
