package com.ecom.local.elasticsearch.modules;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Elasticsearch's token filters over Lucene's own classes, reading the same settings. */
final class TokenFilters {

    private TokenFilters() {}

    static TokenFilterFactory asciiFolding(String name, Settings settings) {
        var preserveOriginal = settings.getAsBoolean("preserve_original", false);
        return filter(name, in -> new ASCIIFoldingFilter(in, preserveOriginal));
    }

    static TokenFilterFactory edgeNgram(String name, Settings settings) {
        var shortest = settings.getAsInt("min_gram", 1);
        var longest = settings.getAsInt("max_gram", 2);
        var preserveOriginal = settings.getAsBoolean("preserve_original", false);
        return filter(name, in -> new EdgeNGramTokenFilter(in, shortest, longest, preserveOriginal));
    }

    static TokenFilterFactory stemmer(String name, Settings settings) {
        var language = settings.get("language", settings.get("name", "english")).toLowerCase(Locale.ROOT);
        return switch (language) {
            case "english", "porter" -> filter(name, PorterStemFilter::new);
            case "light_english", "kstem" -> filter(name, KStemFilter::new);
            case "possessive_english" -> filter(name, EnglishPossessiveFilter::new);
            case "porter2" -> filter(name, in -> new SnowballFilter(in, "English"));
            default -> filter(name, in -> new SnowballFilter(in, capitalised(language)));
        };
    }

    static TokenFilterFactory synonymGraph(String name, Settings settings) {
        var rules = synonyms(
                String.join("\n", settings.getAsList("synonyms")),
                settings.getAsBoolean("expand", true),
                settings.getAsBoolean("lenient", false));
        return filter(name, in -> rules.fst == null ? in : new SynonymGraphFilter(in, rules, true));
    }

    private static SynonymMap synonyms(String rules, boolean expand, boolean lenient) {
        try {
            var parser = new SolrSynonymParser(true, expand, lowerCaseWords());
            parser.parse(new StringReader(rules));
            return parser.build();
        } catch (IOException | ParseException e) {
            if (lenient) {
                return synonyms("", expand, false);
            }
            throw new IllegalArgumentException("The synonyms cannot be read", e);
        }
    }

    /** Rules are matched after the lower-casing that every analyzer with synonyms does first. */
    private static Analyzer lowerCaseWords() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new WhitespaceTokenizer();
                return new TokenStreamComponents(words, new LowerCaseFilter(words));
            }
        };
    }

    private static TokenFilterFactory filter(String name, UnaryOperator<TokenStream> wrapping) {
        return new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream in) {
                return wrapping.apply(in);
            }
        };
    }

    private static String capitalised(String language) {
        return language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1);
    }
}
