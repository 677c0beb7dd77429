package dev.kinprint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** A standard stream that passes nothing but visible characters, in a charset that its reader has. */
final class Sink {
    private final OutputStream stream;
    private final CharsetEncoder encoder;

    Sink(OutputStream stream, Charset charset) {
        this.stream = stream;
        this.encoder = charset.newEncoder();
    }

    /** Whether the charset has these characters. */
    synchronized boolean has(String characters) {
        return encoder.canEncode(characters);
    }

    /** Writes a line, or several. */
    void line(String text) {
        write(TerminalText.visible(text) + System.lineSeparator());
    }

    /** Writes words of our own as they are. */
    synchronized void write(String text) {
        try {
            stream.write(TerminalText.within(encoder, text).getBytes(encoder.charset()));
            stream.flush();
        } catch (IOException closed) {
            // Whoever read it has had enough, as with 'kinprint probes | head'.
        }
    }

    /** A writer for libraries that print; what it gets is written when it is flushed. */
    PrintWriter writer() {
        return new PrintWriter(new Buffered(), false);
    }

    private final class Buffered extends Writer {
        private final StringBuilder pending = new StringBuilder();

        @Override
        public void write(char[] characters, int from, int count) {
            pending.append(characters, from, count);
        }

        @Override
        public void flush() {
            if (!pending.isEmpty()) {
                Sink.this.write(TerminalText.visible(pending.toString().replace("\r\n", "\n")));
                pending.setLength(0);
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
