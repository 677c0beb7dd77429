package dev.kinprint.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small files of outputs into a folder. */
final class SampleFiles {
    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path gzip(String name, String text) throws IOException {
        return write(name, gzip(text.getBytes(StandardCharsets.UTF_8)));
    }

    Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** Two models in AlpacaEval's layout, one file plain and one gzipped, with a table of lineages. */
    static SampleFiles alpaca(Path folder) throws IOException {
        SampleFiles files = new SampleFiles(folder);
        files.write("heron-7b/model_outputs.json", """
                [
                {"instruction": "Name a bird.", "output": "A heron.", "generator": "heron", "dataset": "x"},
                {"instruction": "Name a fish.", "output": "A \\"pike\\", ] or } perhaps.", "generator": "heron"}
                ]
                """);
        files.gzip("Otter (v1.2)/model_outputs.json.gz", """
                [{"instruction":"Name a fish.","output":"","generator":"otter"},
                 {"instruction":"Name a bird.","output":"Coot","generator":"otter"}]""");
        files.write("lineage.csv", """
                model,role,family,lab,base_model,teachers,relation
                heron-7b,student,heron,Marsh Lab,llama-1,Otter (v1.2),distilled
                Otter (v1.2),panel,,unknown,proprietary,,independent
                """);
        files.write("README.md", "no outputs");
        return files;
    }
}
