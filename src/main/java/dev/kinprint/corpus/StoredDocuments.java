package dev.kinprint.corpus;

/** The names of the archive's documents that say what was asked, of whom. */
public final class StoredDocuments {
    /** The audit of a run, as {@link dev.kinprint.suite.Audit#toJson} writes it. */
    public static final String AUDIT = "audit";

    /** The probes of a run, as {@link dev.kinprint.suite.Suite#toJson} writes them. */
    public static final String SUITE = "suite";

    /**
     * What the names of documents about imported outputs begin with. Such a document is a JSON object with
     * {@code models}, a list of {@code {id, name, lab?, base?, family?, released?}}, and {@code suite}, as for
     * {@link #SUITE}.
     */
    public static final String IMPORT_PREFIX = "import/";

    private StoredDocuments() {}
}
