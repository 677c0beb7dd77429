package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.table.Row;
import dev.kinprint.table.Table;
import dev.kinprint.table.TableFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which account is in which cluster, as {@code signs} wrote it into {@code accounts.csv}. */
final class ClusterList {
    private static final List<String> COLUMNS = List.of("account", "cluster");

    private ClusterList() {}

    /**
     * The cluster of each account that is in one by name.
     *
     * @throws OperatorError where the file is no such list
     */
    static Map<String, String> read(Path file) {
        try {
            Table table = Table.read(file);
            if (!table.columns().containsAll(COLUMNS)) {
                throw wrong(file.toString(), "it has no columns account and cluster");
            }
            Map<String, String> clusters = new TreeMap<>();
            for (Row row : table.rows()) {
                String cluster = row.text("cluster");
                if (!cluster.isEmpty() && !cluster.equals(SignReport.UNLISTED)) {
                    clusters.put(row.text("account"), cluster);
                }
            }
            return clusters;
        } catch (TableFault e) {
            throw wrong(file + ":" + e.line(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw wrong(file.toString(), "it cannot be read");
        }
    }

    private static OperatorError wrong(String where, String why) {
        return OperatorError.usage(
                "The list of clusters cannot be read", where, why, "Give the accounts.csv that `signs` wrote.");
    }
}
