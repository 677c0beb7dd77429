package dev.kinprint.embed;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * An embedding model on disk, with the hashes of what was checked.
 *
 * @param name its short name
 * @param folder holds {@code model.onnx} and {@code tokenizer.json}
 * @param modelHash SHA-256 of the model in hex
 * @param tokenizerHash SHA-256 of the tokenizer in hex
 */
record ModelFiles(String name, Path folder, String modelHash, String tokenizerHash) {
    static final String MODEL = "model.onnx";
    static final String TOKENIZER = "tokenizer.json";

    private static final String BUILTIN = "all-minilm-l6-v2";
    private static final String BUILTIN_MODEL = "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e";
    private static final String BUILTIN_TOKENIZER = "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0";

    Path tokenizer() {
        return folder.resolve(TOKENIZER);
    }

    /** The model that the tool brings along, copied once out of the class path and checked before every use. */
    static ModelFiles builtin(Path cacheDir) {
        Path folder = cacheDir.resolve("models").resolve(BUILTIN);
        try {
            Files.createDirectories(folder);
            place("/" + BUILTIN + ".onnx", folder.resolve(MODEL), BUILTIN_MODEL);
            place("/" + BUILTIN + "-tokenizer.json", folder.resolve(TOKENIZER), BUILTIN_TOKENIZER);
        } catch (IOException e) {
            throw OperatorError.usage(
                    "The embedding model cannot be unpacked",
                    folder.toString(),
                    String.valueOf(e.getMessage()),
                    "Set KINPRINT_CACHE to a folder that can be written, with 200 MB free.");
        }
        return new ModelFiles(BUILTIN, folder, BUILTIN_MODEL, BUILTIN_TOKENIZER);
    }

    /** A model of the user's own. */
    static ModelFiles in(Path folder) {
        for (String needed : new String[] {MODEL, TOKENIZER}) {
            if (!Files.isRegularFile(folder.resolve(needed))) {
                throw OperatorError.usage(
                        "The folder holds no embedding model",
                        folder.toString(),
                        "there is no file " + needed + " in it",
                        "Name a folder with " + MODEL + " and " + TOKENIZER + ".");
            }
        }
        try {
            return new ModelFiles(
                    "custom", folder, Sha256.hex(folder.resolve(MODEL)), Sha256.hex(folder.resolve(TOKENIZER)));
        } catch (IOException e) {
            throw OperatorError.usage(
                    "The embedding model cannot be read",
                    folder.toString(),
                    String.valueOf(e.getMessage()),
                    "Check the folder's permissions.");
        }
    }

    private static void place(String resource, Path file, String hash) throws IOException {
        if (Files.isRegularFile(file) && Sha256.hex(file).equals(hash)) {
            return;
        }
        Path fresh = Files.createTempFile(file.getParent(), "unpacking-", ".part");
        try (InputStream in = ModelFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path holds no " + resource);
            }
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            String found = Sha256.hex(fresh);
            if (!found.equals(hash)) {
                throw new OperatorError(
                        OperatorError.Kind.INTEGRITY,
                        "The embedding model is not the one this version was tested with",
                        resource,
                        "its SHA-256 is " + found + " and not " + hash,
                        "Install Kinprint again.");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
