package dev.kinprint.lab;

/** The wire formats that the lab speaks. */
public enum Dialect {
    /** {@code POST /v1/chat/completions}. */
    OPENAI_CHAT,
    /** {@code POST /v1/messages}. */
    ANTHROPIC_MESSAGES,
    /** {@code POST /v1beta/models/MODEL:generateContent}. */
    GEMINI_GENERATE,
    /** {@code POST /api/chat}. */
    OLLAMA_CHAT
}
