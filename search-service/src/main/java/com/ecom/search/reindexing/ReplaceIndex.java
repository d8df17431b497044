package com.ecom.search.reindexing;

import com.ecom.search.elastic.Indexes;
import com.ecom.search.elastic.Layout;
import com.ecom.search.elastic.OlderProducts;
import com.ecom.search.elastic.Rebuild;
import com.ecom.search.elastic.RebuildIndex;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.reindexing.Reindex.Kind;
import com.ecom.search.reindexing.Reindexes.Leased;
import com.ecom.search.reindexing.Reindexes.TakenAway;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/**
 * Carries out one reindex, from where it was interrupted. Whatever ends it before its time, the index that is searched is open
 * for writing again. Of the layout of this version two indexes stay: the one that is searched, and the one before.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class ReplaceIndex {

    private final Reindexes reindexes;
    private final Indexes indexes;
    private final RebuildIndex rebuild;
    private final SearchSettings settings;
    private final Clock clock;

    void handle(Leased taken) {
        var progress = new KeptProgress(taken);
        try {
            carryOut(progress);
        } catch (TakenAway e) {
            throw e;
        } catch (UncheckedIOException e) {
            letWritersIn(progress.leased.content());
            throw e;
        } catch (RuntimeException e) {
            log.warn("Reindex {} has failed", taken.content().id(), e);
            letWritersIn(progress.leased.content());
            progress.keep(progress.leased.content().failed(String.valueOf(e.getMessage()), clock.instant()));
        }
    }

    private void carryOut(KeptProgress progress) {
        var layout = indexes.layout(settings.products(), "products");
        var current = indexes.behind(layout.alias()).orElseThrow();
        if (progress.leased.content().from() == null) {
            progress.keep(begin(progress.leased.content(), layout, current));
        }
        var begun = progress.leased.content();
        var from = Objects.requireNonNull(begun.from());
        var to = Objects.requireNonNull(begun.to());
        if (current.equals(from)) {
            prepare(begun.kind(), to, layout);
            rebuild.replace(begun.rebuild(layout.alias(), from, to), OlderProducts::completed, progress);
        } else if (!current.equals(to)) {
            throw new IllegalStateException("%s has taken the place of %s".formatted(current, from));
        }
        progress.keep(progress.leased.content().done(clock.instant()));
        indexes.of(layout).stream().filter(it -> !Set.of(from, to).contains(it)).forEach(indexes::delete);
    }

    private Reindex begin(Reindex asked, Layout layout, String current) {
        if (asked.kind() == Kind.REINDEX) {
            return asked.begun(current, layout.name(clock.millis()), -1);
        }
        var last = reindexes
                .lastDone()
                .filter(it -> current.equals(it.to()) && it.from() != null && layout.isOf(it.from()))
                .orElseThrow(() -> new IllegalStateException("No index is known that was there before " + current));
        return asked.begun(current, Objects.requireNonNull(last.from()), Objects.requireNonNull(last.tookOverAt()));
    }

    private void prepare(Kind kind, String to, Layout layout) {
        if (kind == Kind.REINDEX) {
            indexes.create(to, layout);
        } else {
            indexes.openForWriting(to);
        }
    }

    private void letWritersIn(Reindex it) {
        if (it.from() != null
                && indexes.behind(settings.products()).filter(it.from()::equals).isPresent()) {
            indexes.openForWriting(it.from());
        }
    }

    /** Each step renews the lease, and ends in {@link TakenAway} where somebody else has it. */
    private final class KeptProgress implements Rebuild.Progress {

        private Leased leased;

        private KeptProgress(Leased leased) {
            this.leased = leased;
        }

        @Override
        public void reached(long position, int documents) {
            keep(leased.content().reached(position, documents));
        }

        @Override
        public void takesOver(long number) {
            keep(leased.content().takesOver(number));
        }

        private void keep(Reindex now) {
            leased = reindexes.keep(leased, now);
        }
    }
}
