package dev.kinprint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs several command lines one after the other in one process, as somebody types them in one folder. */
final class Typed {
    static final String ARGUMENT = "\u0001";
    static final String END = "\u0002";

    /** Stands for the key that the last seal was made with. */
    static final String PUBLIC_KEY = "\u0003";

    private static final Pattern SEALED = Pattern.compile("Public key +(\\S+)");

    private Typed() {}

    /**
     * Runs what a file holds, a command line on each line, and writes code and output of each into another.
     *
     * @param args the two files
     */
    public static void main(String[] args) throws IOException {
        Path ended = Files.writeString(Path.of(args[1]), "");
        String key = "";
        for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
            Screen screen = Screen.log();
            long before = System.nanoTime();
            int code = Main.run(
                    screen.console(),
                    name -> Optional.ofNullable(System.getenv(name)),
                    line.replace(PUBLIC_KEY, key).split(ARGUMENT, -1));
            Matcher sealed = SEALED.matcher(screen.answers());
            if (sealed.find()) {
                key = sealed.group(1);
            }
            Files.writeString(
                    ended,
                    code + ARGUMENT + screen.answers() + screen.notes() + "(" + (System.nanoTime() - before) / 1_000_000
                            + " ms)" + END,
                    StandardOpenOption.APPEND);
        }
    }
}
