package dev.kinprint.trace;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.style.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;

/**
 * Draws prompts from a log, stratified by side and account. A prompt takes part where it stands in the log once, since
 * only then its answer is one account's. The order of a draw is that of a seeded hash, so it does not depend on how the
 * log is split.
 */
final class ProbeDraw {
    private static final int SPARE = 3;
    private static final int SHORTEST_PROMPT = 20;

    /** Prompts with more than this Jaccard similarity of their words are one prompt, asked twice. */
    private static final double SAME = 0.95;

    private final DrawRules rules;

    ProbeDraw(DrawRules rules) {
        this.rules = rules;
    }

    /**
     * Draws.
     *
     * @param sides for each account the name of its {@link Side}; an account that is missing is not drawn
     * @throws OperatorError where a side has no account with enough prompts
     */
    DrawnProbes draw(ExchangeLog log, Dataset<Row> sides) {
        return Engine.reading(log.where(), () -> drawn(log, sides));
    }

    private DrawnProbes drawn(ExchangeLog log, Dataset<Row> sides) {
        // Hashes and lengths decide what is drawn; the texts of what is drawn are read at the end.
        Dataset<Row> once = log.exchanges()
                .select(
                        col("asked"),
                        col("entry"),
                        xxhash64(col("account")).as("who"),
                        length(col("prompt"))
                                .between(SHORTEST_PROMPT, rules.longestPrompt())
                                .and(length(col("answer")).geq(rules.shortestAnswer()))
                                .as("fit"))
                .groupBy("asked")
                .agg(
                        min("entry").as("one"),
                        max("entry").as("other"),
                        min("who").as("who"),
                        min("fit").as("fit"))
                .where(col("one").equalTo(col("other")).and(col("fit")))
                .select("asked", "who");
        Dataset<Row> ranked = once.join(broadcast(sides.withColumn("who", xxhash64(col("account")))), "who")
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy("account")
                                        .orderBy(xxhash64(lit(rules.seed()), col("asked")), col("asked"))))
                .where(col("place").leq(SPARE * rules.perAccount()))
                .persist(StorageLevel.DISK_ONLY());
        Dataset<Row> chosen = ranked.groupBy("side", "account")
                .agg(count(lit(1)).as("stock"))
                .where(col("stock").geq(rules.perAccount()))
                .withColumn(
                        "turn",
                        row_number()
                                .over(Window.partitionBy("side")
                                        .orderBy(xxhash64(lit(rules.seed()), col("account")), col("account"))))
                .where(col("turn").leq(rules.accounts()))
                .select("account", "turn");
        Dataset<Row> places =
                ranked.join(broadcast(chosen), "account").select("side", "account", "turn", "place", "asked");
        List<Row> candidates = log.exchanges()
                .select("asked", "prompt")
                .join(broadcast(places), "asked")
                .dropDuplicates("asked")
                .select(col("side"), col("account"), col("turn"), col("place"), col("prompt"), sha2(col("prompt"), 256))
                .collectAsList();
        ranked.unpersist();
        return screened(candidates);
    }

    private DrawnProbes screened(List<Row> candidates) {
        List<Row> ordered = new ArrayList<>(candidates);
        ordered.sort(Comparator.comparing((Row row) -> row.getString(0))
                .thenComparing(row -> row.getInt(3))
                .thenComparing(row -> row.getInt(2)));
        Map<String, Integer> keptBack = new TreeMap<>();
        Map<String, Integer> ofAccount = new TreeMap<>();
        Map<Side, List<DrawnProbes.Drawn>> taken = new EnumMap<>(Side.class);
        Map<Side, Set<String>> accounts = new EnumMap<>(Side.class);
        List<Set<String>> seen = new ArrayList<>();
        for (Row row : ordered) {
            Side side = Side.valueOf(row.getString(0));
            String account = row.getString(1);
            List<DrawnProbes.Drawn> own = taken.computeIfAbsent(side, s -> new ArrayList<>());
            if (own.size() >= rules.probes() / 2 || ofAccount.getOrDefault(account, 0) >= rules.perAccount()) {
                continue;
            }
            Set<String> words = words(row.getString(4));
            Optional<String> reason = Privacy.mark(row.getString(4))
                    .or(() -> seen.stream().anyMatch(other -> alike(words, other))
                            ? Optional.of("nearly the same as another")
                            : Optional.empty());
            if (reason.isPresent()) {
                keptBack.merge(reason.get(), 1, Integer::sum);
                continue;
            }
            seen.add(words);
            ofAccount.merge(account, 1, Integer::sum);
            accounts.computeIfAbsent(side, s -> new TreeSet<>()).add(account);
            own.add(new DrawnProbes.Drawn(side, row.getString(5), row.getString(4)));
        }
        Map<Side, Integer> counts = new EnumMap<>(Side.class);
        List<DrawnProbes.Drawn> all = new ArrayList<>();
        for (Side side : Side.values()) {
            List<DrawnProbes.Drawn> own = taken.getOrDefault(side, List.of());
            if (own.isEmpty()) {
                throw new OperatorError(
                        OperatorError.Kind.INSUFFICIENT,
                        "No probe can be drawn from the " + side.word() + " accounts",
                        "probes",
                        "none of them has " + rules.perAccount()
                                + " prompts that were asked once, are no secret and have a long enough answer",
                        "Lower --per-account or --min-answer, or name more accounts with --suspects.");
            }
            counts.put(side, accounts.getOrDefault(side, Set.of()).size());
            all.addAll(own);
        }
        // By hash, so that the order of a probe set does not tell the two sides apart.
        all.sort(Comparator.comparing(DrawnProbes.Drawn::hash));
        return new DrawnProbes(all, counts, keptBack);
    }

    private static Set<String> words(String prompt) {
        Set<String> words = new HashSet<>();
        Tokens.scan(prompt, words::add);
        return words;
    }

    private static boolean alike(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return both > SAME * (a.size() + b.size() - both);
    }
}
