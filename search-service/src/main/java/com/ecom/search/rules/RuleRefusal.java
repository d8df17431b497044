package com.ecom.search.rules;

/** Why a rule is not taken. */
public abstract sealed class RuleRefusal extends RuntimeException {

    private RuleRefusal(String message) {
        super(message);
    }

    public static final class NoSuchRule extends RuleRefusal {
        NoSuchRule() {
            super("There is no such rule");
        }
    }

    public static final class RuleIncomplete extends RuleRefusal {
        RuleIncomplete() {
            super(
                    "A SYNONYM needs two phrases, a REDIRECT phrases and a target, all others phrases and products; no more,"
                            + " and until after from");
        }
    }

    public static final class TooManyRules extends RuleRefusal {
        TooManyRules(int most) {
            super("There are %d rules, and no room for more".formatted(most));
        }
    }

    public static final class VersionMissing extends RuleRefusal {
        VersionMissing() {
            super("If-Match must carry the ETag of the rule that was read");
        }
    }

    public static final class OutOfDate extends RuleRefusal {
        OutOfDate() {
            super("The rule has changed since it was read");
        }
    }
}
