package dev.kinprint.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Groups accounts that lean on the same templates: the connected parts of the graph of accounts and keys, by union and
 * find (Tarjan 1975). The pairs come to the driver part by part; what is held there is one entry for each account that
 * leans on a shared template, and one for each such template.
 */
final class Clusters {
    private static final StructType SCHEMA =
            new StructType().add("account", DataTypes.StringType).add("cluster", DataTypes.StringType);

    private final Map<String, String> parents = new HashMap<>();
    private final Map<Long, String> firstOfKey = new HashMap<>();

    private Clusters() {}

    /**
     * {@code account} and {@code cluster}, the smallest account name of its part, for parts of enough accounts.
     *
     * @param shared has the columns {@code account} and {@code key}
     * @param smallest how many accounts a cluster has at least
     */
    static Dataset<Row> of(Dataset<Row> shared, int smallest) {
        Clusters clusters = new Clusters();
        Iterator<Row> pairs = shared.select("account", "key").toLocalIterator();
        while (pairs.hasNext()) {
            Row pair = pairs.next();
            clusters.add(pair.getString(0), pair.getLong(1));
        }
        return shared.sparkSession().createDataFrame(clusters.rows(smallest), SCHEMA);
    }

    private void add(String account, long key) {
        parents.putIfAbsent(account, account);
        String other = firstOfKey.putIfAbsent(key, account);
        if (other != null) {
            String a = root(account);
            String b = root(other);
            // The smaller name is the root, whatever the order in which pairs come.
            parents.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        }
    }

    private String root(String account) {
        String here = account;
        String parent = parents.getOrDefault(here, here);
        while (!parent.equals(here)) {
            String above = parents.getOrDefault(parent, parent);
            parents.put(here, above);
            here = parent;
            parent = above;
        }
        return here;
    }

    private List<Row> rows(int smallest) {
        Map<String, List<String>> members = new TreeMap<>();
        for (String account : List.copyOf(parents.keySet())) {
            members.computeIfAbsent(root(account), root -> new ArrayList<>()).add(account);
        }
        List<Row> rows = new ArrayList<>();
        members.forEach((root, accounts) -> {
            if (accounts.size() >= smallest) {
                accounts.stream().sorted().forEach(account -> rows.add(RowFactory.create(account, root)));
            }
        });
        return rows;
    }
}
