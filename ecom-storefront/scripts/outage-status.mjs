// Loaded before the server: a document that lacks what it is for goes out as 503, and not as the page that it should have
// been. Next has no way to say so from a page; the page says it to us, in `src/api/outage.ts`.
import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';

const SECONDS = '5';

/** What a page says about the answer that it is part of. */
const answers = new AsyncLocalStorage();
globalThis.ecomAnswers = answers;

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, response, ...rest) {
  if (event !== 'request' || !isDocument(request)) {
    return emit.call(this, event, request, response, ...rest);
  }
  const answer = { lacksContent: false };
  const writeHead = response.writeHead;
  response.writeHead = function (status, ...more) {
    if (answer.lacksContent && status === 200) {
      this.setHeader('Retry-After', SECONDS);
      return writeHead.call(this, 503, ...more);
    }
    return writeHead.call(this, status, ...more);
  };
  return answers.run(answer, () => emit.call(this, event, request, response, ...rest));
};

/** Not what Next asks for between pages: it would take a 503 for a page that it cannot show. */
function isDocument(request) {
  return (request.method === 'GET' || request.method === 'HEAD') && !request.headers['rsc'];
}
