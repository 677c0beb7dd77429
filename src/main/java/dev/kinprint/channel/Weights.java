package dev.kinprint.channel;

/** How much each question and each background model counts. Bootstrap draws are weights. */
public final class Weights {
    private final double[] questions;
    private final double[] members;

    /**
     * Weights of at least 0.
     *
     * @param questions one for each question of the corpus
     * @param members one for each model of the corpus; what a model counts for in a background
     */
    public Weights(double[] questions, double[] members) {
        this.questions = checked("questions", questions);
        this.members = checked("members", members);
    }

    private static double[] checked(String name, double[] weights) {
        for (double weight : weights) {
            if (!Double.isFinite(weight) || weight < 0) {
                throw new IllegalArgumentException(name + ": not a weight: " + weight);
            }
        }
        return weights.clone();
    }

    /** The weight of a question. */
    public double question(int question) {
        return questions[question];
    }

    /** The weight of a background model. */
    public double member(int member) {
        return members[member];
    }

    /** How many questions there are. */
    public int questions() {
        return questions.length;
    }

    /** How many models there are. */
    public int members() {
        return members.length;
    }
}
