package dev.kinprint.provider;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the name of the model that answered must agree with the name that was asked. */
public enum ServedRule {
    /** The same name, but for a vendor's prefix and for a date or tag at its end. */
    SAME,
    /** Nothing follows from the name: it is a deployment, a file, or an alias of the operator's own. */
    UNCHECKED;

    /** What vendors add to a name for one version of it: -2024-08-06, :latest, -002, -preview-05-06. */
    private static final Pattern TAGS =
            Pattern.compile("(?:[-:@](?:latest|preview|exp|[0-9]{3,8}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}))+");

    private static final Pattern FLOATING = Pattern.compile("[-:@](?:latest|preview|exp)$");
    private static final int LONGEST = 200;

    /** Whether an answer by the served model counts as one by the requested model. */
    boolean allows(String requested, String served) {
        if (this == UNCHECKED) {
            return true;
        } else if (served.length() > LONGEST) {
            return false;
        }
        String asked = bare(requested);
        String came = bare(served);
        // A date that was asked for must be the date that came; a name without one may get any.
        String base = FLOATING.matcher(asked).replaceFirst("");
        return came.equals(asked)
                || came.equals(base)
                || (came.startsWith(base)
                        && TAGS.matcher(came.substring(base.length())).matches());
    }

    private static String bare(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
