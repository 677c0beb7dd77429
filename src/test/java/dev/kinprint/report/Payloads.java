package dev.kinprint.report;

import java.util.ArrayList;
import java.util.List;

/** Texts that try to break out of where they are put. */
public final class Payloads {
    private static final List<String> CORE = List.of(
            "<script>alert(1)</script>",
            "</script><img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "\" autofocus onfocus=\"alert(1)",
            "</style><script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "</textarea><iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
            "--><b>out</b><!--",
            "<![CDATA[<b>x</b>]]>",
            "]]><b>x</b>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=https://example.org/>x</a>",
            "https://example.org/?q=<b>",
            "<base href=//example.org/>",
            "<meta http-equiv=refresh content='0;url=//example.org'>",
            "<link rel=stylesheet href=//example.org/x.css>",
            "<style>@import '//example.org/x.css'</style>",
            "<img src=//example.org/x.png>",
            "<object data=//example.org/x></object>",
            "<form action=//example.org><button>go</button></form>",
            "<template><script>alert(1)</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<details open ontoggle=alert(1)>",
            "</bdi></td></tr></table><h1>forged</h1>",
            "</div></section></main><footer>forged</footer>",
            "&lt;b&gt; &amp;amp; &#60;script&#62; &#x202e;",
            "&quot;&apos;&nbsp;&zwj;",
            "${7*7} #{7*7} {{7*7}} <%= 7*7 %> @if(true)x@endif",
            "$unsafe{x} !{var x = 1;}",
            "\u0000\u0001\u0008\u000B\u000C\u001B[31mred\u007F\u009B31m",
            "\u202Egnp.exe\u202C \u2066a\u2069 \u061C",
            "zero\u200Bwidth\u2060join\uFEFFer\u00ADsoft",
            "\uD800 lone \uDFFF",
            "\uDB40\uDC41\uDB40\uDC42 tags",
            "line\u2028separator\u2029paragraph\u0085next",
            "a\r\nb\rc\n\n\n\td");

    private Payloads() {}

    /** 200 texts: each of 40 alone, quoted, in capitals, twice, and after a wall of letters. */
    public static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String core : CORE) {
            all.add(core);
            all.add("\"'`" + core + "`'\"");
            all.add(core.replace("script", "ScRiPt").replace("alert", "ALERT"));
            all.add(core + core);
            all.add("w".repeat(300) + core);
        }
        return all;
    }
}
