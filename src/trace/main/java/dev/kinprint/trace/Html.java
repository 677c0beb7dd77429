package dev.kinprint.trace;

import java.util.List;

/** A page of its own: no script, nothing from elsewhere, every text escaped. */
final class Html {
    private static final String STYLE = """
        :root{color-scheme:light dark;--ink:#1c1c1c;--soft:#505050;--paper:#fff;--rule:#c8c8c8;--mark:#1f5f8b}
        @media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#b5b5b5;--paper:#161616;--rule:#444;--mark:#7db8e0}}
        body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper)}
        h1,h2{line-height:1.25}h1{overflow-wrap:anywhere}h2{margin-top:2rem}p,li{max-width:46rem}
        .lead{font-size:1.15rem;border-left:.3rem solid var(--mark);padding-left:1rem}
        figure{margin:1rem 0}figcaption{color:var(--soft);max-width:46rem;padding-bottom:.35rem}
        .wide{overflow-x:auto}table{border-collapse:collapse}
        th,td{padding:.25rem .75rem;border-bottom:1px solid var(--rule);text-align:left;white-space:nowrap}
        th{vertical-align:bottom;border-bottom-width:2px}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        svg{width:100%;min-width:34rem;max-width:46rem;height:auto}svg text{font-size:12px;fill:var(--ink)}svg .tick{text-anchor:middle;fill:var(--soft)}
        svg line{stroke:var(--soft);stroke-width:2}svg .axis{stroke-width:1;stroke-dasharray:3 3}
        svg circle{fill:var(--paper);stroke:var(--soft);stroke-width:2}
        svg .strong line{stroke:var(--mark);stroke-width:3}svg .strong circle{fill:var(--mark);stroke:var(--mark)}
        @media(max-width:40rem){body{margin:1rem auto}h1{font-size:1.5rem}th,td{padding:.25rem .5rem;font-size:.9rem}}
        @media print{:root{--ink:#000;--soft:#333;--paper:#fff;--rule:#999;--mark:#1f5f8b}
        body{font-size:10pt;max-width:none;margin:0}.wide{overflow:visible}th,td{padding:.1rem .4rem;white-space:normal}
        thead{display:table-header-group}tr,figure,li{break-inside:avoid}h2{break-after:avoid}}
        """;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    Html(String title) {
        this.title = title;
        body.append("<h1>").append(escape(title)).append("</h1>\n");
    }

    Html heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    Html lead(String text) {
        body.append("<p class=\"lead\">").append(escape(text)).append("</p>\n");
        return this;
    }

    Html text(String text) {
        body.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    /** A list; nothing where it is empty. */
    Html list(List<String> items) {
        if (items.isEmpty()) {
            return this;
        }
        body.append("<ul>\n");
        items.forEach(item -> body.append("<li>").append(escape(item)).append("</li>\n"));
        body.append("</ul>\n");
        return this;
    }

    /** A table, or nothing where it has no row; a column whose cells are all numbers stands to the right. */
    Html table(String caption, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        open(caption);
        body.append("<table>\n<thead><tr>");
        for (int c = 0; c < heads.size(); c++) {
            int column = c;
            boolean number = rows.stream().allMatch(row -> row.get(column).matches("[-−]?[0-9].*|–"));
            body.append("<th scope=\"col\"").append(number ? " class=\"n\">" : ">");
            body.append(escape(heads.get(c))).append("</th>");
        }
        body.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (String cell : row) {
                body.append(cell.matches("[-−]?[0-9].*|–") ? "<td class=\"n\">" : "<td>");
                body.append(escape(cell)).append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div></figure>\n");
        return this;
    }

    /** A drawing and what it shows. */
    Html figure(String caption, IntervalPlot plot) {
        open(caption);
        body.append(plot.svg(caption)).append("</div></figure>\n");
        return this;
    }

    /** What is wider than a phone is moved by itself, with the keyboard too; its caption stays where it is. */
    private void open(String caption) {
        body.append("<figure><figcaption>")
                .append(escape(caption))
                .append("</figcaption>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escape(caption))
                .append("\">\n");
    }

    /** The whole page. */
    String page() {
        return "<!doctype html>\n"
                + "<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + escape(title)
                + "</title>\n<style>\n"
                + STYLE + "</style></head>\n<body><main>\n" + body + "</main></body></html>\n";
    }

    /** The text as it may stand in a page or an attribute. */
    static String escape(String text) {
        return Screen.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
