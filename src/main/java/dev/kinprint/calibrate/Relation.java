package dev.kinprint.calibrate;

/** How one model can relate to another. Each is weighed against "unrelated". */
public enum Relation {
    /** The same weights behind another name, system prompt or provider. */
    S("same model"),
    /** Derived by further training from the other's weights. */
    D("derived"),
    /** Another base model, trained on the other's outputs. */
    T("distilled");

    private final String words;

    Relation(String words) {
        this.words = words;
    }

    /** The plain words used in reports. */
    public String words() {
        return words;
    }
}
