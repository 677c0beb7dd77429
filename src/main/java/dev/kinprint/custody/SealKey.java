package dev.kinprint.custody;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key that signs seals. It lies in a file of two lines of base64: the private half and the public half. */
public final class SealKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey hidden;
    private final String shown;

    private SealKey(PrivateKey hidden, String shown) {
        this.hidden = hidden;
        this.shown = shown;
    }

    /**
     * Makes a key and writes it into a new file that only its owner can read.
     *
     * @throws OperatorError where the file exists or cannot be written
     */
    public static SealKey create(Path file) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            SealKey key = new SealKey(pair.getPrivate(), base64(pair.getPublic().getEncoded()));
            String text = base64(pair.getPrivate().getEncoded()) + "\n" + key.shown + "\n";
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
            return key;
        } catch (IOException e) {
            throw OperatorError.usage(
                    "The key cannot be made", file.toString(), "it exists, or cannot be written", "Name another file.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /**
     * Reads a key.
     *
     * @throws OperatorError where the file holds none
     */
    public static SealKey read(Path file) {
        try {
            String[] lines = Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1);
            PrivateKey hidden = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0].strip())));
            SealKey key = new SealKey(hidden, lines.length > 1 ? lines[1].strip() : "");
            byte[] probe = {1};
            if (!verifies(key.shown, probe, key.sign(probe))) {
                throw new GeneralSecurityException("the halves do not belong together");
            }
            return key;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // Nothing of the file's content is shown.
            throw OperatorError.usage(
                    "The key cannot be read",
                    file.toString(),
                    "it is no file that `kinprint seal --new-key` wrote",
                    "Make one with --new-key FILE.");
        }
    }

    /** The public half, in base64. */
    public String publicKey() {
        return shown;
    }

    String sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(hidden);
            signature.update(content);
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    /** Whether a signature is by the private half of a public key; never throws on what a file says. */
    static boolean verifies(String publicKey, byte[] content, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(content);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Shows the public half alone. */
    @Override
    public String toString() {
        return "Ed25519 " + shown;
    }
}
