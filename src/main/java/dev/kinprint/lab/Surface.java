package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last pass over a text: contractions, spelling, dashes, quotes, capitals, articles and white space. */
final class Surface {
    private static final List<Swap> CONTRACTIONS = swaps(
            "do not=don't|does not=doesn't|cannot=can't|it is=it's|that is=that's|you will=you'll|I am=I'm|I would=I'd"
                    + "|will not=won't|are not=aren't|is not=isn't|you are=you're|they are=they're|did not=didn't"
                    + "|It is=It's|That is=That's|You will=You'll|Do not=Don't|let us=let's|I will=I'll|I have=I've");
    private static final List<Swap> AMERICAN = swaps(
            "colour=color|flavour=flavor|neighbour=neighbor|yoghurt=yogurt|apologise=apologize|summarise=summarize"
                    + "|optimising=optimizing|fertiliser=fertilizer|mould=mold|realise=realize|cheque=check|favour=favor");
    private static final Pattern SENTENCE = Pattern.compile("(^|[.!?] |\\n+(?:[-*•#]+ |\\d+[.)] )?)(\\p{Ll})");
    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])n? (?=(u(?:ni|s[eu])|one|eu|\\p{L}))");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final Pattern OPENING = Pattern.compile("(^|[\\s(])\"");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern LINES = Pattern.compile(" *\\n *");
    private static final Pattern DOUBLED = Pattern.compile("([.!?:;,])\\s*[.]");

    private final Style style;
    private final long question;

    Surface(Style style, long question) {
        this.style = style;
        this.question = question;
    }

    /** The text as the style writes it. */
    String finish(String draft, SplittableRandom random) {
        Pen pen = new Pen(style, question, random);
        String text = draft;
        double contracts = style.rate("contracts", -0.2, 2.0);
        for (Swap swap : CONTRACTIONS) {
            if (text.contains(swap.from()) && pen.happens(contracts)) {
                text = swap.words().matcher(text).replaceAll(swap.to());
            }
        }
        if (pen.write("spelling").equals("American")) {
            for (Swap swap : AMERICAN) {
                text = text.replace(swap.from(), swap.to());
            }
        }
        if (text.contains(" -- ")) {
            text = text.replace(" -- ", pen.write("dash"));
        }
        text = DOUBLED.matcher(text).replaceAll("$1");
        text = articles(text);
        text = SENTENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + Pen.capital(m.group(2))));
        // Looking for a fixed string first spares most texts the slower search.
        if (text.contains(" \n") || text.contains("\n ")) {
            text = LINES.matcher(text).replaceAll("\n");
        }
        if (text.contains("  ")) {
            text = SPACES.matcher(text).replaceAll(" ");
        }
        text = text.strip();
        return pen.write("quotes").equals("curly") ? curly(text) : text;
    }

    private static String articles(String text) {
        return ARTICLE.matcher(text).replaceAll(m -> {
            // Longer matches are words like "useful", which start with a vowel in writing only.
            boolean vowel = m.group(2).length() == 1 && "aeiouAEIOU".contains(m.group(2));
            return Matcher.quoteReplacement(m.group(1) + (vowel ? "n " : " "));
        });
    }

    private static String curly(String text) {
        String apostrophes = APOSTROPHE.matcher(text).replaceAll("’");
        return OPENING.matcher(apostrophes).replaceAll("$1“").replace('"', '”');
    }

    private static List<Swap> swaps(String text) {
        List<Swap> swaps = new ArrayList<>();
        for (String pair : text.split("\\|", -1)) {
            int equals = pair.indexOf('=');
            String from = pair.substring(0, equals);
            swaps.add(new Swap(from, Pattern.compile("\\b" + from + "\\b"), pair.substring(equals + 1)));
        }
        return List.copyOf(swaps);
    }

    /** One wording for another. */
    private record Swap(String from, Pattern words, String to) {}
}
