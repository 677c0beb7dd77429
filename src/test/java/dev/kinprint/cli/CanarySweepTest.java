package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.collect.FarServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A key is sent to hosts that send it back in every form, through every fault and every command, and then looked for on
 * the screen and in every file. {@code target/canary.csv} counts what was looked through.
 */
class CanarySweepTest {
    private static final String KEY = "sk-canary-5Yp/0aZ+7QxR3mK9wLtB2";
    private static final List<String> FORMS = forms();

    @TempDir
    private Path folder;

    private final Map<String, byte[]> sinks = new TreeMap<>();
    private final Map<String, String> environment = new TreeMap<>();
    private Path run = Path.of("");

    private static List<String> forms() {
        List<String> forms = new ArrayList<>(List.of(
                KEY,
                URLEncoder.encode(KEY, StandardCharsets.UTF_8),
                KEY.replace("/", "\\/"),
                KEY.substring(0, 12),
                KEY.substring(KEY.length() - 12)));
        for (int shift = 0; shift < 3; shift++) {
            String coded =
                    Base64.getEncoder().encodeToString((" ".repeat(shift) + KEY).getBytes(StandardCharsets.US_ASCII));
            forms.add(coded.substring(4, 24));
        }
        return forms;
    }

    @BeforeEach
    void place() {
        run = folder.resolve("results").resolve("test");
    }

    /** Where the key is found, in whichever form. */
    private static List<String> found(Map<String, byte[]> sinks) {
        List<String> hits = new ArrayList<>();
        sinks.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            FORMS.stream().filter(text::contains).forEach(form -> hits.add(name + " holds " + form));
        });
        return hits;
    }

    /** All files below a folder, packed ones unpacked. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                files.put(file.toString(), bytes);
                if (file.toString().endsWith(".zip")) {
                    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                            files.put(file + "!" + entry.getName(), zip.readAllBytes());
                        }
                    }
                } else if (file.toString().endsWith(".gz")) {
                    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        files.put(file + "!", plain.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private int say(String... args) {
        Screen screen = Screen.log();
        int code = screen.run(environment, args);
        String name = "screen " + sinks.size() + ": " + String.join(" ", args);
        sinks.put(name, (screen.answers() + screen.notes()).getBytes(StandardCharsets.UTF_8));
        assertThat(code).as(name + screen.notes()).isNotEqualTo(Exit.INTERNAL);
        return code;
    }

    /** An audit of hosts, whose models are named as the hosts; the first is the suspect. */
    private Path audit(FarServer server, List<String> hosts, String probes) throws IOException {
        environment.put("ACME_KEY", KEY);
        environment.put("HTTPS_PROXY", server.proxy());
        environment.put(
                "KINPRINT_CA_FILE",
                Files.write(folder.resolve("ca.pem"), server.pem()).toString());
        StringBuilder yaml = new StringBuilder("version: 1\nrun: { name: test, samples: 1 }\nmodels:\n");
        for (String host : hosts) {
            yaml.append("  - { id: " + host + ", provider: openai-compatible, baseUrl: \"https://" + host
                    + ".acme.example/v1\", keyEnv: ACME_KEY, model: m, role: "
                    + (host.equals(hosts.get(0)) ? "suspect" : "candidate") + " }\n");
        }
        yaml.append(
                "limits: { maxCalls: 9999 }\njudge: { embedder: \"builtin:none\" }\nprobes: [ \"" + probes + "\" ]\n");
        return Files.writeString(folder.resolve("audit.yaml"), yaml.toString());
    }

    private void count(String name, int faults, int files) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "canary-" + name + ".csv"),
                "faults,screens,files,hits\n" + faults + "," + (sinks.size() - files) + "," + files + ",0\n");
    }

    @Test
    void noFaultMakesAKeyStayAnywhere() throws IOException {
        Path probe = Files.writeString(folder.resolve("one.yaml"), """
                suite: one
                version: 1
                groups:
                  - category: open
                    language: en
                    maxTokens: 100
                    samples: 1
                    why: One question is enough.
                    probes:
                      - { id: one, ask: "Which bird?" }
                """);
        try (FarServer server = new FarServer(KEY)) {
            List<String> hosts =
                    IntStream.range(0, server.faults()).mapToObj(i -> "f" + i).toList();
            String audit = audit(server, hosts, "file:" + probe.getFileName()).toString();
            say("plan", audit);
            say("run", audit, "--no-judge");
            assertThat(server.reached(KEY))
                    .as("every fault was met with the key")
                    .containsAll(hosts);
            for (int i = 0; i < hosts.size(); i += 5) {
                say("show", run.toString(), hosts.get(i), "one");
            }
            say("judge", run.toString(), "--embedder", "none");
            say("doctor", audit, "--live");
            Map<String, byte[]> files = files(folder);
            sinks.putAll(files);
            assertThat(found(sinks)).isEmpty();
            count("faults", server.faults(), files.size());
        }
    }

    @Test
    void noCommandShowsAKeyThatCameBack() throws IOException {
        try (FarServer server = new FarServer(KEY)) {
            String audit = audit(server, List.of("suspect", "source", "other"), "builtin:quick")
                    .toString();
            String at = run.toString();
            Path shared = folder.resolve("shared");
            Path base = folder.resolve("base.json");
            say("plan", audit, "--lock", "--json", folder.resolve("plan.json").toString());
            say("run", audit, "--json", "-");
            assertThat(Files.readString(run.resolve("responses.jsonl")))
                    .as("the answers did hold the key")
                    .contains("Bearer ****");
            say("run", audit, "--offline", "--no-judge");
            say("show", at, "suspect");
            say("show", at, "suspect", "quick-open-tides", "--beside", "source");
            say("show", at, "suspect", "--beside", "source");
            say("report", at, "--no-text", "--mask-names", "--out", shared.toString());
            for (int i = 0; i < 2; i++) {
                say(
                        "gate",
                        at,
                        "--baseline",
                        base.toString(),
                        "--embedder",
                        "none",
                        "--junit",
                        folder.resolve("junit.xml").toString(),
                        "--markdown",
                        folder.resolve("summary.md").toString(),
                        "--sarif",
                        folder.resolve("gate.sarif").toString());
            }
            say("seal", at, "--new-key", folder.resolve("seal.key").toString());
            say("pack", at, "--out", folder.resolve("test.zip").toString());
            say("verify", folder.resolve("test.zip").toString(), "--no-judge");
            say("doctor", audit, "--live");
            Map<String, byte[]> files = files(folder);
            for (String sink : List.of(
                    "archive.sqlite",
                    "report.html",
                    "result.json",
                    "scores.csv",
                    "responses.jsonl",
                    "seal.json",
                    "junit.xml",
                    "summary.md",
                    "gate.sarif",
                    "test.zip!report.html")) {
                assertThat(files.keySet()).as(sink).anyMatch(name -> name.endsWith(sink));
            }
            sinks.putAll(files);
            assertThat(found(sinks)).isEmpty();
            count("commands", 0, files.size());
        }
    }

    @Test
    void aKeyThatIsPlantedIsFound() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "x " + KEY + " y");
        Files.writeString(
                folder.resolve("b.txt"),
                Base64.getEncoder().encodeToString(("Bearer " + KEY).getBytes(StandardCharsets.US_ASCII)));
        Files.writeString(folder.resolve("c.txt"), "tail " + KEY.substring(KEY.length() - 12));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("d.zip")))) {
            zip.putNextEntry(new ZipEntry("inside"));
            zip.write(URLEncoder.encode(KEY, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(found(files(folder)))
                .extracting(hit -> hit.replaceFirst(" holds .*", "").replaceFirst(".*/", ""))
                .contains("a.txt", "b.txt", "c.txt", "d.zip!inside");
    }
}
