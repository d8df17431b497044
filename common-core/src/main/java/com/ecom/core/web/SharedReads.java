package com.ecom.core.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers that are the same for everybody: whoever has one and asks with its ETag gets 304 while it holds (RFC 9110,
 * 13.1.2), and whatever stands between may tell others for a second (RFC 9111), so that nobody sees a price two seconds
 * after it was one.
 */
class SharedReads extends ShallowEtagHeaderFilter {

    private static final String FOR_A_SECOND = "public, max-age=1";

    private final List<PathPattern> paths;

    SharedReads(List<String> paths) {
        this.paths =
                paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
        // The gateway may compress the same answer.
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return !HttpMethod.GET.matches(request.getMethod()) || paths.stream().noneMatch(it -> it.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilterInternal(request, response, (asked, answer) -> {
            chain.doFilter(asked, answer);
            if (((HttpServletResponse) answer).getStatus() == HttpStatus.OK.value()) {
                ((HttpServletResponse) answer).setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_SECOND);
            }
        });
    }
}
