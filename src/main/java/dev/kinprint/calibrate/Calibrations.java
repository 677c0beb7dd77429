package dev.kinprint.calibrate;

import dev.kinprint.channel.Profiles;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.JsonFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A fitted calibration: made, kept in a file, and used to weigh. */
public final class Calibrations {
    /** The calibration on public models that is used by default. */
    public static final String BUILTIN = "builtin";

    /** The calibration on the lab's worlds, which the demo uses. */
    public static final String LAB = "lab";

    /** Under so many labs in the background no likelihood ratio is printed, only ranks. */
    public static final int LEAST_LABS = Weigher.LEAST_LABS;

    private static final int ID_DIGITS = 12;
    private static final long MOST_BYTES = 256L << 20;

    /** What ships takes a second to read, and nothing changes it. */
    private static final Map<String, Calibrations> SHIPPED = new ConcurrentHashMap<>();

    private final Calibration calibration;
    private final String sha256;

    /**
     * A calibration.
     *
     * @param content its file form
     */
    private Calibrations(Calibration calibration, byte[] content) {
        this.calibration = calibration;
        this.sha256 = sha256(content);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * A labelled corpus.
     *
     * @param profiles the corpus as the channels see it
     * @param labels its documented lineage
     */
    public record Labelled(Profiles profiles, Labels labels) {}

    /**
     * Fits a calibration on corpora of known lineage.
     *
     * @param source what to say of it
     * @param corpora the corpora; each is compared within itself alone
     * @param counts the numbers of questions at which it is to hold
     */
    public static Calibrations fit(CalibrationSource source, List<Labelled> corpora, List<Integer> counts) {
        Calibrator calibrator = new Calibrator(source.seed());
        for (Labelled corpus : corpora) {
            Truth truth = Truth.of(corpus.profiles().corpus(), corpus.labels());
            // Two corpora may use one name for two models; of several, a name says nothing by itself.
            String prefix = corpora.size() == 1 ? "" : (corpora.indexOf(corpus) + 1) + "/";
            calibrator.add(prefix, corpus.profiles(), truth, counts);
        }
        Calibration fitted = calibrator.build(source);
        return new Calibrations(fitted, CalibrationJson.write(fitted).canonical());
    }

    /**
     * The calibration that ships under a name ({@link #BUILTIN} or {@link #LAB}), or the one in a file.
     *
     * @throws OperatorError where there is no such file, or it is no calibration
     */
    public static Calibrations named(String name) {
        if (name.equals(BUILTIN) || name.equals(LAB)) {
            return SHIPPED.computeIfAbsent(name, Calibrations::shipped);
        }
        try {
            return read(Files.readAllBytes(Path.of(name)), name);
        } catch (IOException e) {
            throw OperatorError.usage(
                    "The calibration cannot be read",
                    name,
                    e.toString(),
                    "Name builtin, lab, or a file that `kinprint calibrate` wrote");
        }
    }

    private static Calibrations shipped(String name) {
        String resource = name.equals(BUILTIN) ? "alpaca-eval.json.gz" : "lab.json.gz";
        try (InputStream in = Calibrations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            return read(in.readAllBytes(), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Calibrations read(byte[] bytes, String name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes((int) MOST_BYTES);
            return new Calibrations(CalibrationJson.read(plain), plain);
        } catch (JsonFault | IllegalArgumentException | java.util.zip.ZipException e) {
            throw OperatorError.usage(
                    "This is no calibration file",
                    name,
                    String.valueOf(e.getMessage()),
                    "Make one with `kinprint calibrate`");
        }
    }

    /** Writes the calibration to a gzipped JSON file; the same calibration always gives the same bytes. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(CalibrationJson.write(calibration).canonical());
        }
        Files.write(file, out.toByteArray());
    }

    /** Its name and the first twelve digits of the SHA-256 of its file form before it is compressed. */
    public String id() {
        return calibration.source().name() + "@" + sha256.substring(0, ID_DIGITS);
    }

    /** What it was made from. */
    public CalibrationSource source() {
        return calibration.source();
    }

    /**
     * Weighs pairs.
     *
     * @param comparison the comparison of an audit's models
     * @param pairs suspects and candidates
     * @param panel the positions of the background models, on whose unrelated pairs the calibration is checked
     * @param draws how many bootstrap draws
     * @param seed decides the draws
     */
    public Weighing weigh(Comparison comparison, List<Pair> pairs, List<Integer> panel, int draws, long seed) {
        return new Weigher(calibration, comparison, pairs, panel, draws, seed).weigh();
    }

    /**
     * How often its own related pairs reach a likelihood ratio, each weighed without its clusters.
     *
     * @param date the day to note
     */
    public Power power(LocalDate date) {
        return new PowerMeasure(calibration).measure(id(), date);
    }

    Calibration calibration() {
        return calibration;
    }
}
