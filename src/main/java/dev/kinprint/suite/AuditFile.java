package dev.kinprint.suite;

import dev.kinprint.fault.OperatorError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The audit file: one YAML document that names models, probes, limits and what must hold. */
public final class AuditFile {
    /** The longest audit file, in bytes. */
    static final int CAP = 256 << 10;

    private AuditFile() {}

    /**
     * Reads an audit file. Its paths are resolved against its own folder.
     *
     * @throws OperatorError with file and line, for anything that is not exactly right
     */
    public static Audit read(Path file) {
        String name = file.toString();
        Yaml root = YamlFile.read(file, CAP);
        refuseKeys(root, "", name);
        Path folder = file.toAbsolutePath().normalize().getParent();
        return AuditReader.read(root, name, folder == null ? file.toAbsolutePath() : folder, Files::exists);
    }

    /** Before anything else, so that no later message can print a secret. */
    private static void refuseKeys(Yaml node, String key, String file) {
        if (node instanceof Yaml.Text text) {
            if (KeyLiteral.within(key, text.value())) {
                throw secret(text.line(), file);
            }
        } else if (node instanceof Yaml.Section section) {
            for (Yaml.Entry entry : section.entries()) {
                if (KeyLiteral.within(entry.key())) {
                    throw secret(entry.line(), file);
                }
                refuseKeys(entry.value(), entry.key(), file);
            }
        } else if (node instanceof Yaml.Items list) {
            List<Yaml> items = list.items();
            items.forEach(item -> refuseKeys(item, key, file));
        }
    }

    private static OperatorError secret(int line, String file) {
        return OperatorError.usage(
                "something here looks like an API key",
                file + ":" + line,
                "a key in a file is soon a key in a repository; it is not printed here",
                "Put it into an environment variable, write 'keyEnv: NAME_OF_THE_VARIABLE', and revoke the key if the"
                        + " file was shared.");
    }
}
