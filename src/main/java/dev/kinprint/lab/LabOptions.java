package dev.kinprint.lab;

import java.time.Duration;

/**
 * How a lab is served.
 *
 * @param seed the seed of its world
 * @param port the port on 127.0.0.1; 0 takes a free one
 * @param latency how long each answer waits before it is sent; zero or more
 */
public record LabOptions(long seed, int port, Duration latency) {
    /** Checks the ranges. */
    public LabOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " is not in 0..65535");
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency: " + latency + " is negative");
        }
    }
}
