package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a refusal by the vendor means. The vendor's code comes before the status, because a status of 429 can be
 * an empty account and one of 400 a filter; the words of a message are never searched.
 */
final class Rejections {
    /** By the vendor's code, what it means wherever it stands. */
    private static final Map<String, FaultKind> CODES = Map.ofEntries(
            Map.entry("insufficient_quota", FaultKind.QUOTA),
            Map.entry("credit_balance_exhausted", FaultKind.QUOTA),
            Map.entry("organization_spend_limit_exceeded", FaultKind.QUOTA),
            Map.entry("project_spend_limit_exceeded", FaultKind.QUOTA),
            Map.entry("organization_usage_limit_exceeded", FaultKind.QUOTA),
            Map.entry("enforced_spend_limit_reached", FaultKind.QUOTA),
            Map.entry("billing_hard_limit_reached", FaultKind.QUOTA),
            Map.entry("exceeded_current_quota_error", FaultKind.QUOTA),
            Map.entry("billing_error", FaultKind.QUOTA),
            Map.entry("daily_quota", FaultKind.QUOTA),
            Map.entry("overloaded_error", FaultKind.OVERLOADED),
            Map.entry("engine_overloaded", FaultKind.OVERLOADED),
            Map.entry("engine_overloaded_error", FaultKind.OVERLOADED),
            Map.entry("rate_limit_error", FaultKind.RATE_LIMITED),
            Map.entry("rate_limit_exceeded", FaultKind.RATE_LIMITED),
            Map.entry("authentication_error", FaultKind.AUTHENTICATION),
            Map.entry("invalid_api_key", FaultKind.AUTHENTICATION),
            Map.entry("model_not_found", FaultKind.NOT_FOUND),
            Map.entry("timeout_error", FaultKind.GATEWAY),
            Map.entry("throttlingexception", FaultKind.RATE_LIMITED),
            Map.entry("modelnotreadyexception", FaultKind.OVERLOADED),
            Map.entry("serviceunavailableexception", FaultKind.OVERLOADED),
            Map.entry("internalserverexception", FaultKind.SERVER),
            Map.entry("modeltimeoutexception", FaultKind.GATEWAY),
            Map.entry("modelerrorexception", FaultKind.GATEWAY),
            Map.entry("servicequotaexceededexception", FaultKind.QUOTA),
            Map.entry("accessdeniedexception", FaultKind.AUTHENTICATION),
            Map.entry("resourcenotfoundexception", FaultKind.NOT_FOUND),
            Map.entry("validationexception", FaultKind.BAD_REQUEST),
            Map.entry("minimax-1000", FaultKind.SERVER),
            Map.entry("minimax-1001", FaultKind.GATEWAY),
            Map.entry("minimax-1002", FaultKind.RATE_LIMITED),
            Map.entry("minimax-1004", FaultKind.AUTHENTICATION),
            Map.entry("minimax-1008", FaultKind.QUOTA),
            Map.entry("minimax-1024", FaultKind.SERVER),
            Map.entry("minimax-1033", FaultKind.SERVER),
            Map.entry("minimax-1039", FaultKind.BAD_REQUEST));

    /** Codes of a filter: the question was turned away for what it says, which is data. */
    private static final Map<String, String> FILTERS = Map.of(
            "content_filter", "content_filter",
            "responsibleaipolicyviolation", "content_filter",
            "content_policy_violation", "content_policy_violation",
            "usage_guidelines", "usage_guidelines",
            "moderation", "moderation",
            "minimax-1026", "input_sensitive",
            "minimax-1027", "output_sensitive");

    private Rejections() {}

    /** What a reply with an error status, or with an error in its body, means. */
    static Answer read(int status, Map<String, String> headers, Optional<Complaint> complaint) {
        for (String code : complaint.map(Complaint::codes).orElse(List.of())) {
            if (FILTERS.containsKey(code)) {
                return new Draft().category(new Json.Str(FILTERS.get(code))).done(Draft.Finish.FILTER);
            }
        }
        int said = status == 200 ? complaint.flatMap(Complaint::status).orElse(200) : status;
        FaultKind kind = byStatus(said, headers, complaint.isPresent());
        String shown = Integer.toString(said);
        for (String code : complaint.map(Complaint::codes).orElse(List.of())) {
            FaultKind known = CODES.get(code);
            if (known != null) {
                kind = known;
                shown = code;
                break;
            }
        }
        return Answer.error(new Fault(kind, shown, complaint.flatMap(Complaint::pause)));
    }

    private static FaultKind byStatus(int status, Map<String, String> headers, boolean inVendorsWords) {
        return switch (status) {
            case 401, 403 -> FaultKind.AUTHENTICATION;
            case 402 -> headers.containsKey("retry-after") ? FaultKind.RATE_LIMITED : FaultKind.QUOTA;
            case 404, 410 -> FaultKind.NOT_FOUND;
            case 408, 504 -> FaultKind.GATEWAY;
            case 429 -> FaultKind.RATE_LIMITED;
            case 503, 529 -> FaultKind.OVERLOADED;
            default -> {
                if (status >= 300 && status < 400) {
                    yield FaultKind.REDIRECT;
                } else if (status >= 400 && status < 500) {
                    yield FaultKind.BAD_REQUEST;
                } else if (status == 200 || ((status == 500 || status == 502) && inVendorsWords)) {
                    yield FaultKind.SERVER;
                }
                yield FaultKind.GATEWAY;
            }
        };
    }
}
