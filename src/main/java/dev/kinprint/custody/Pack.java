package dev.kinprint.custody;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A sealed run as one file for someone else. The same run gives the same bytes. */
public final class Pack {
    private static final int MOST_FILES = 100_000;
    private static final long MOST_BYTES = 10L << 30;
    private static final long MOST_RATIO = 200;
    private static final long FREE = 64L << 20;

    private Pack() {}

    /**
     * Writes a pack.
     *
     * @return how many files it holds
     * @throws OperatorError where the run is not sealed, or the file exists
     */
    public static int write(Path folder, Path file) {
        if (!Files.isRegularFile(folder.resolve(SealFiles.MANIFEST))) {
            throw OperatorError.usage(
                    "The run is not sealed",
                    folder.toString(),
                    "a pack without a seal shows nothing",
                    "Seal it first: kinprint seal " + folder + " --key FILE");
        }
        int count = 0;
        try (OutputStream raw = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                ZipOutputStream zip = new ZipOutputStream(raw)) {
            Manifest manifest = Manifest.read(Files.readAllBytes(folder.resolve(SealFiles.MANIFEST)));
            for (String name : SealFiles.packed(folder, manifest.files())) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(folder.resolve(name), zip);
                zip.closeEntry();
                count++;
            }
            return count;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw OperatorError.usage(
                    "The pack exists", file.toString(), "it would be replaced", "Name another file with --out.");
        } catch (JsonFault e) {
            throw damaged(folder, "its seal cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException("the pack " + file + " cannot be written", e);
        }
    }

    /**
     * Unpacks into an empty folder.
     *
     * @throws OperatorError with {@link OperatorError.Kind#INTEGRITY} where the file is no pack, or is made to do harm;
     *     what was unpacked by then must be thrown away
     */
    public static void open(Path file, Path into) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = new HashSet<>();
            long total = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = target(file, into, entry.getName());
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT)) || names.size() > MOST_FILES) {
                    throw damaged(file, "a name stands twice, or there are too many");
                }
                Files.createDirectories(target.getParent());
                total += copy(zip, entry, target, file, total);
            }
        } catch (IOException e) {
            throw damaged(file, "it is no zip file, or is cut off");
        }
    }

    private static long copy(ZipFile zip, ZipEntry entry, Path target, Path file, long before) throws IOException {
        long limit = Math.min(MOST_BYTES - before, Math.max(FREE, Math.max(1, entry.getCompressedSize()) * MOST_RATIO));
        long size = 0;
        byte[] chunk = new byte[64 << 10];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                size += n;
                if (size > limit) {
                    throw damaged(file, "it unpacks to more than it can hold");
                }
                out.write(chunk, 0, n);
            }
        }
        return size;
    }

    private static Path target(Path file, Path into, String name) {
        boolean plain = !name.isEmpty()
                && name.length() < 300
                && !name.startsWith("/")
                && !name.endsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.chars().allMatch(c -> c >= ' ' && c != 127);
        if (!plain) {
            throw damaged(file, "it holds a name that no pack has");
        }
        Path target = into.resolve(name).normalize();
        if (!target.startsWith(into.normalize())
                || !into.relativize(target).toString().replace('\\', '/').equals(name)) {
            throw damaged(file, "it holds a name that leads elsewhere");
        }
        return target;
    }

    private static OperatorError damaged(Path file, String why) {
        return new OperatorError(
                OperatorError.Kind.INTEGRITY,
                "The pack is not what it should be",
                file.toString(),
                why,
                "Get it anew.");
    }
}
