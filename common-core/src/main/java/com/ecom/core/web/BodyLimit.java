package com.ecom.core.web;

import com.ecom.core.problems.ProblemWriter;
import com.ecom.core.problems.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/** Refuses bodies that are too large: by their announced length at once, otherwise when they get there. */
class BodyLimit extends OncePerRequestFilter {

    private final HttpProperties properties;
    private final ProblemWriter problems;

    BodyLimit(HttpProperties properties, ProblemWriter problems) {
        this.properties = properties;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = properties.mostBytes(request.getMethod(), request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            response.setHeader("Connection", "close");
            problems.write(response, tooLarge(limit).getBody());
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static ResponseStatusException tooLarge(long limit) {
        var refusal = new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        var problem = Problems.problem(
                HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", "A body may have up to %d bytes".formatted(limit));
        refusal.setType(java.util.Objects.requireNonNull(problem.getType()));
        refusal.setDetail(problem.getDetail());
        refusal.getBody().setProperty("code", "CONTENT_TOO_LARGE");
        return refusal;
    }

    private static class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long left;

        Counted(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = body.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
