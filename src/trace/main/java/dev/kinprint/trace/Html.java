package dev.kinprint.trace;

import java.util.List;

/** A page of its own: no script, nothing from elsewhere, every text escaped. */
final class Html {
    private static final String STYLE = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
        h1,h2{line-height:1.25}table{border-collapse:collapse;margin:1rem 0;display:block;overflow-x:auto}
        th,td{padding:.25rem .75rem;border-bottom:1px solid #c8c8c8;text-align:left}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        .lead{font-size:1.15rem;border-left:.3rem solid #1f5f8b;padding-left:1rem}caption{text-align:left;color:#444}
        @media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}caption{color:#bbb}th,td{border-color:#444}}
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
        body.append("<table><caption>").append(escape(caption)).append("</caption>\n<thead><tr>");
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
        body.append("</tbody></table>\n");
        return this;
    }

    /** The whole page. */
    String page() {
        return "<!doctype html>\n"
                + "<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                + "<title>" + escape(title)
                + "</title>\n<style>\n"
                + STYLE + "</style></head>\n<body><main>\n" + body + "</main></body></html>\n";
    }

    private static String escape(String text) {
        return Screen.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
