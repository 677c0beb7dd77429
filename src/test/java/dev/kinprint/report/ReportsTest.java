package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @Test
    void writesAllFiles(@TempDir Path folder) throws IOException {
        Reports.write(SampleReport.plain(), folder);
        Reports.write(SampleReport.plain(), Path.of("target/sample"));
        assertThat(Files.size(folder.resolve("report.html"))).isLessThan(3_000_000);
    }
}
