package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which log is read, and how. */
final class LogOptions {
    private static final int FILES = 1_000;

    @Parameters(
            arity = "1..*",
            paramLabel = "LOG",
            description = "Files or folders: Parquet, JSON lines or CSV. Options may stand in a file, given as @FILE.")
    private List<String> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "parquet|jsonl|csv",
            description = "Its format, where the names of the files do not say it.")
    private Optional<LogFormat> format = Optional.empty();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "PART=NAME",
            description =
                    "Its columns, such as account=user_id,time=ts; the parts are account, time, prompt and answer.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(
            names = "--hash-accounts",
            description = "Replace account ids by pseudonyms as soon as they are read. Screen and page never show ids;"
                    + " with this, no file does.")
    private boolean hashed;

    @Option(
            names = "--salt-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the salt of the pseudonyms. Without a salt, whoever can"
                    + " guess an id can recognise it.")
    private Optional<String> salt = Optional.empty();

    /** Reads the log. */
    ExchangeLog read(SparkSession spark, Function<String, Optional<String>> environment) {
        LogFormat chosen = format.orElseGet(() -> LogFormat.of(files(), String.join(", ", paths)));
        String word = salt(environment);
        return new LogReader(spark, chosen, Columns.of(columns), hashed ? Optional.of(word) : Optional.empty())
                .read(paths);
    }

    /** How accounts are shown. */
    Pseudonyms pseudonyms(Function<String, Optional<String>> environment) {
        return new Pseudonyms(salt(environment), hashed);
    }

    private String salt(Function<String, Optional<String>> environment) {
        return salt.map(name -> environment
                        .apply(name)
                        .filter(value -> !value.isBlank())
                        .orElseThrow(() -> OperatorError.usage(
                                "The salt is missing",
                                "--salt-env " + name,
                                "the environment has no such variable, or it is blank",
                                "Set it, or leave the option out.")))
                .orElse("");
    }

    /** The names of some files; a path that this machine does not have is left to Spark, which may reach it. */
    private List<String> files() {
        List<String> files = new ArrayList<>();
        for (String path : paths) {
            if (path.contains("://")) {
                files.add(path);
                continue;
            }
            Path local = Path.of(path);
            if (!Files.exists(local)) {
                // A file of options that is there never gets this far.
                String what = path.startsWith("@") ? "There is no such file of options" : "There is no such log";
                throw OperatorError.usage(what, path, "nothing has this name", "Check the path.");
            }
            if (LogFormat.PARQUET.names(path) || !Files.isDirectory(local)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(local)) {
                inside.filter(Files::isRegularFile)
                        .map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> !name.startsWith(".") && !name.startsWith("_"))
                        .limit(FILES)
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
        return files;
    }
}
