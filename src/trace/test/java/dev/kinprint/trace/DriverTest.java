package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What comes from the cluster to the driver, as a positive list: never the log. */
class DriverTest {
    private static final String FETCHES = "collect.*|toLocalIterator|take.*|head|first|reduce|toPandas|tail|show";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/ttest/"))
            .importPackages("dev.kinprint.trace");

    @Test
    void onlyCountsProbesAndRowsOfAccountsAreFetched() {
        Set<String> fetching = new TreeSet<>();
        for (JavaClass type : MAIN) {
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                boolean spark = call.getTargetOwner().getFullName().matches("org\\.apache\\.spark\\.(sql|api)\\..*");
                if (spark
                        && call.getName().matches(FETCHES)
                        && !call.getTargetOwner().getSimpleName().equals("functions")) {
                    fetching.add(type.getSimpleName() + "." + call.getOrigin().getName() + ": " + call.getName());
                }
            }
        }

        assertThat(fetching)
                .containsExactlyInAnyOrder(
                        // Account and key of those that lean on a shared template, part by part.
                        "Clusters.of: toLocalIterator",
                        // The closeness of each probe.
                        "Comparer.compare: collect",
                        // Counts by reason and file.
                        "LogReader.intake: collectAsList",
                        // Three times the probes that are asked for, at most.
                        "ProbeDraw.drawn: collectAsList",
                        // The names of flagged accounts, part by part, into a file.
                        "SignReport.write: toLocalIterator",
                        // As many rows as are printed.
                        "SignTable.clusters: collectAsList",
                        "SignTable.top: collectAsList",
                        // The exchanges of the probes of a run.
                        "TracedRun.joined: collectAsList");
    }
}
