package dev.kinprint.trace;

/**
 * How a probe set is drawn.
 *
 * @param probes how many, half of them from each side; at least 4
 * @param perAccount how many of one account, so that an account can be judged; at least 1
 * @param shortestAnswer a logged answer shorter than this, in characters, has too little in it to be echoed
 * @param longestPrompt a longer prompt, in characters, is not drawn
 * @param seed decides the draw
 */
record DrawRules(int probes, int perAccount, int shortestAnswer, int longestPrompt, long seed) {
    /** Checks the ranges. */
    DrawRules {
        if (probes < 4 || perAccount < 1 || shortestAnswer < 1 || longestPrompt < 1) {
            throw new IllegalArgumentException("probes, perAccount, shortestAnswer, longestPrompt: " + probes + ", "
                    + perAccount + ", " + shortestAnswer + ", " + longestPrompt + " are below 4, 1, 1 and 1");
        }
    }

    /** How many accounts of a side are asked for. */
    int accounts() {
        return Math.max(1, (probes / 2 + perAccount - 1) / perAccount);
    }
}
