package dev.kinprint.trace;

import dev.kinprint.json.Json;
import dev.kinprint.table.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * The signs as files. Ids of accounts stand in {@code accounts.csv} and {@code flagged.txt} alone, for the one whose log
 * it is; page and JSON show pseudonyms.
 *
 * @param accounts the accounts with the highest combined signs, under their pseudonyms
 * @param clusters the largest clusters, under numbers
 * @param clustered how many accounts are in a cluster that is listed
 * @param flagged how many accounts are flagged
 * @param named the same accounts, under the ids of the log
 * @param intake what became of the rows
 */
record SignReport(
        List<SignTable.Account> accounts,
        List<SignTable.Cluster> clusters,
        long clustered,
        long flagged,
        List<SignTable.Account> named,
        Intake intake) {
    /** Stands for the cluster of an account where there are too many to give each a number. */
    static final String UNLISTED = "another";

    /** What a sign may be beside a harvest. */
    static final List<String> OTHER_EXPLANATIONS = List.of(
            "One exercise for a whole class, one tool of a company, or an app with a built-in prompt: all its accounts"
                    + " ask in one template.",
            "A program that somebody has a right to run: tests, monitoring, translation of a catalogue. It is even,"
                    + " awake at night, and returns to no subject.",
            "One person or family with several accounts, or one account that many people share.");

    /** What nobody may conclude. */
    static final List<String> NOT_CONCLUDED = List.of(
            "That the owner of a flagged account harvested, or did anything at all.",
            "That accounts of one cluster belong together: they share wordings, and some wordings are common.",
            "That an account without a flag is natural. A careful harvest looks like people; and where half of a log is"
                    + " harvest, no base rate is left to stand out from.",
            "A probability from a combined sign: its four parts are not independent.");

    private static final int CLUSTERS = 1_000;
    private static final int ON_PAGE = 50;

    static SignReport of(SignTable table, Intake intake, Pseudonyms pseudonyms, int top) {
        List<SignTable.Account> named = table.top(top);
        List<SignTable.Cluster> clusters = table.clusters(CLUSTERS);
        Map<String, String> numbers = new TreeMap<>();
        clusters.forEach(cluster -> numbers.put(cluster.name(), "cluster " + (numbers.size() + 1)));
        return new SignReport(
                named.stream()
                        .map(account -> new SignTable.Account(
                                pseudonyms.of(account.account()),
                                account.exchanges(),
                                account.cluster().isEmpty() ? "" : numbers.getOrDefault(account.cluster(), UNLISTED),
                                account.values(),
                                account.rates(),
                                account.combined(),
                                account.flagged()))
                        .toList(),
                clusters.stream()
                        .map(cluster -> new SignTable.Cluster(
                                numbers.getOrDefault(cluster.name(), ""),
                                cluster.accounts(),
                                cluster.flagged(),
                                cluster.combined()))
                        .toList(),
                clusters.stream().mapToLong(SignTable.Cluster::accounts).sum(),
                table.flagged(),
                named,
                intake);
    }

    /** Writes all files. The list of flagged accounts is written part by part, however long it is. */
    void write(Path folder, SignTable table) {
        try {
            Files.createDirectories(folder);
            csv(folder.resolve("accounts.csv"));
            try (BufferedWriter flags = Files.newBufferedWriter(folder.resolve("flagged.txt"))) {
                Iterator<Row> rows = table.rows()
                        .where("flagged")
                        .select("account")
                        .orderBy("account")
                        .toLocalIterator();
                while (rows.hasNext()) {
                    flags.write(rows.next().getString(0) + "\n");
                }
            }
            Files.writeString(folder.resolve("signs.json"), json(table).pretty(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("signs.html"), page(table), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private void csv(Path file) throws IOException {
        List<String> heads = new ArrayList<>(List.of("account", "exchanges", "cluster", "combined", "flagged"));
        for (Sign sign : Sign.values()) {
            heads.add(sign.column());
            heads.add(sign.column() + "_base_rate");
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            TableWriter writer = new TableWriter(out, heads);
            for (int i = 0; i < named.size(); i++) {
                SignTable.Account account = named.get(i);
                List<Object> cells = new ArrayList<>(List.of(
                        account.account(),
                        account.exchanges(),
                        accounts.get(i).cluster(),
                        account.combined(),
                        Boolean.toString(account.flagged())));
                for (Sign sign : Sign.values()) {
                    cells.add(account.values().getOrDefault(sign, 0.0));
                    cells.add(account.rates().getOrDefault(sign, 1.0));
                }
                writer.row(cells.toArray());
            }
        }
    }

    private Json.Obj json(SignTable table) {
        return Json.object(
                "accounts", table.accounts(),
                "looked", table.looked(),
                "flagged", flagged,
                "intake", intake.json(),
                "rules",
                        Json.object(
                                "minExchanges", table.rules().exchanges(),
                                "templatePrompts", table.rules().promptsOfTemplate(),
                                "templateShare", table.rules().shareOfTemplate(),
                                "templateAccounts", table.rules().accountsOfTemplate(),
                                "common", table.rules().commonShare(),
                                "flag", table.rules().flag()),
                "clusters",
                        clusters.stream()
                                .map(cluster -> Json.object(
                                        "name", cluster.name(),
                                        "accounts", cluster.accounts(),
                                        "flagged", cluster.flagged(),
                                        "combined", cluster.combined()))
                                .toList(),
                "top", accounts.stream().limit(ON_PAGE).map(SignReport::json).toList());
    }

    private static Json.Obj json(SignTable.Account account) {
        Map<String, Object> signs = new TreeMap<>();
        for (Sign sign : Sign.values()) {
            signs.put(
                    sign.column(),
                    Json.object(
                            "value", account.values().getOrDefault(sign, 0.0),
                            "baseRate", account.rates().getOrDefault(sign, 1.0)));
        }
        return Json.object(
                "account", account.account(),
                "exchanges", account.exchanges(),
                "cluster", account.cluster(),
                "combined", account.combined(),
                "flagged", account.flagged(),
                "signs", signs);
    }

    private String page(SignTable table) {
        SignRules rules = table.rules();
        List<String> heads = new ArrayList<>(List.of("account", "exchanges", "cluster", "combined", "flagged"));
        Arrays.stream(Sign.values()).forEach(sign -> heads.add(sign.column()));
        return new Html("Signs of a harvest in a log")
                .lead(Words.of(
                        "%,d of %,d accounts are flagged; %,d are in %,d clusters that share templates.",
                        flagged, table.looked(), clustered, clusters.size()))
                .text(
                        "A flag is a reason to look, and no finding: the account shares templates with others, and its ways"
                                + " are rare among the accounts that share none. Whether anybody was trained on its exchanges"
                                + " only an echo can show.")
                .heading("What else explains a sign")
                .list(OTHER_EXPLANATIONS)
                .heading("What must not be concluded")
                .list(NOT_CONCLUDED)
                .heading("What was read")
                .text(intake.sentence())
                .list(intake.parts())
                .heading("The signs")
                .list(Arrays.stream(Sign.values())
                        .map(sign -> sign.column() + ": " + sign.words() + ".")
                        .toList())
                .text(Words.of(
                        "A base rate is the part of the accounts outside of any cluster that have as much of a sign or"
                                + " more. The combined sign is the sum of -log10 of the four base rates. The signs are not"
                                + " independent, so it ranks and is no probability. Looked at: accounts with %d exchanges"
                                + " or more. A template: %d or more different near-duplicate prompts of one account, and"
                                + " %.0f %% of its prompts, leant on by %d or more accounts and by at most %.0f %% of all."
                                + " Flagged: in a cluster, and combined %.1f or more.",
                        rules.exchanges(),
                        rules.promptsOfTemplate(),
                        100 * rules.shareOfTemplate(),
                        rules.accountsOfTemplate(),
                        100 * rules.commonShare(),
                        rules.flag()))
                .heading("Clusters")
                .table(
                        "Accounts that share templates, the largest first",
                        List.of("cluster", "accounts", "flagged", "mean combined sign"),
                        clusters.stream()
                                .limit(ON_PAGE)
                                .map(cluster -> List.of(
                                        cluster.name(),
                                        Words.of("%,d", cluster.accounts()),
                                        Words.of("%,d", cluster.flagged()),
                                        Words.of("%.1f", cluster.combined())))
                                .toList())
                .heading("Accounts")
                .table(
                        "The highest combined signs, under pseudonyms. After each sign its base rate, in brackets",
                        heads,
                        accounts.stream().limit(ON_PAGE).map(SignReport::cells).toList())
                .page();
    }

    private static List<String> cells(SignTable.Account account) {
        List<String> cells = new ArrayList<>(List.of(
                account.account(),
                Words.of("%,d", account.exchanges()),
                account.cluster(),
                Words.of("%.1f", account.combined()),
                account.flagged() ? "yes" : "no"));
        for (Sign sign : Sign.values()) {
            cells.add(Words.of(
                    "%.2f (%.4f)",
                    account.values().getOrDefault(sign, 0.0), account.rates().getOrDefault(sign, 1.0)));
        }
        return cells;
    }
}
