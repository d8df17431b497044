package com.ecom.search.analytics;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class AnalyticsController {

    /** Of so many the rarely clicked ones are chosen: a rate cannot be sorted by in Elasticsearch. */
    private static final int LOOKED_AT = 1_000;

    private static final int USUAL_DAYS = 7;

    private final QueryStatistics statistics;
    private final Clock clock;

    /** What was looked for in some days, and what came of it: of each day what at least three networks asked. */
    @GetMapping("/api/admin/search/analytics")
    Report report(@Valid @ParameterObject ReportQuery wanted) {
        var to = Objects.requireNonNullElseGet(wanted.to(), () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var from = Objects.requireNonNullElseGet(wanted.from(), () -> to.minusDays(USUAL_DAYS - 1L));
        var kind = Objects.requireNonNullElse(wanted.kind(), ReportKind.TOP);
        var most = kind == ReportKind.LOW_CLICK ? LOOKED_AT : wanted.limitOrDefault();
        return new Report(
                from,
                to,
                kind,
                statistics.between(from, to, kind.sum, most).stream()
                        .filter(kind::shows)
                        .limit(wanted.limitOrDefault())
                        .toList());
    }

    /**
     * Days are those of UTC.
     *
     * @param from the first day; by default six days before the last
     * @param to the last day; by default today
     */
    record ReportQuery(
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate from,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate to,

            @Nullable ReportKind kind,
            @Nullable @Min(1) @Max(100) Integer limit) {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 9999;

        @AssertTrue(message = "must name days of this time, the first before the last")
        boolean isInOrder() {
            return isOfThisTime(from) && isOfThisTime(to) && (from == null || to == null || !from.isAfter(to));
        }

        int limitOrDefault() {
            return limit == null ? 20 : limit;
        }

        private static boolean isOfThisTime(@Nullable LocalDate day) {
            return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        }
    }

    record Report(LocalDate from, LocalDate to, ReportKind kind, List<QueryFigures> items) {}
}
