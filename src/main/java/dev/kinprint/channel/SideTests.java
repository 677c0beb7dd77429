package dev.kinprint.channel;

import java.util.List;

/** All side tests, in the order in which they are printed. */
public final class SideTests {
    private static final List<SideTest> ALL = List.of(
            new RankTest(
                    new Described(
                            "habits",
                            "repeated one-word and number answers to free choices",
                            "1 − mean Jensen–Shannon divergence, 0 to 1; p is the share of labs as much alike",
                            "Many models share the favourite choices of public text, and the temperature widens or"
                                    + " narrows the spread. Under 3 questions with 3 samples of each it says nothing."),
                    3,
                    new Habits()),
            new RankTest(
                    new Described(
                            "errors",
                            "wrong answers in common, given that both are wrong, rare ones counting more",
                            "mean rarity of shared wrong answers less what chance shares, in nats; p is the share of labs"
                                    + " as much alike",
                            "A question with a tempting wrong answer is missed alike by strangers, which a large"
                                    + " background shows and a small one does not. Under 5 questions that both got wrong"
                                    + " it says nothing."),
                    5,
                    new SharedErrors()),
            new RankTest(
                    new Described(
                            "refusals",
                            "which contested requests are declined",
                            "correlation of refusal rates less the background's, −1 to 1; p is the share of labs as much"
                                    + " alike",
                            "Refusals are trained by policy and shared by models of one policy; a system prompt moves"
                                    + " them. They are found by fixed English phrases at the beginning of an answer, so a"
                                    + " refusal in other words or languages is missed. Under 8 contested questions, or"
                                    + " where one of the two treats all of them like everybody, it says nothing."),
                    8,
                    new SharedRefusals()),
            new NamedSelf(),
            new Sameness());

    private SideTests() {}

    /** All side tests, in the order in which they are printed. */
    public static List<SideTest> all() {
        return ALL;
    }
}
