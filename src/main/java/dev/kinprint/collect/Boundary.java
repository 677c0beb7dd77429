package dev.kinprint.collect;

import okhttp3.Call;
import okhttp3.EventListener;

/** Remembers whether the first byte of a request may have left. */
final class Boundary extends EventListener {
    private volatile boolean crossed;

    @Override
    public void requestHeadersStart(Call call) {
        crossed = true;
    }

    boolean crossed() {
        return crossed;
    }
}
