package dev.kinprint.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tool in a process of its own. */
record Child(Process process, Path output) {
    /** Starts a command; what it says goes to a file. */
    static Child start(Path folder, String... args) throws IOException {
        return start(folder, List.of(), args);
    }

    /** The same with options of the virtual machine. */
    static Child start(Path folder, List<String> machine, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(machine);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        File output = Files.createTempFile(folder, "child", ".log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        return new Child(process, output.toPath());
    }

    String said() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
