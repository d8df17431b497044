'use client';

import { wordsOfFailure } from '@/words/failed';

/** For what nobody foresaw. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = wordsOfFailure();
  return (
    <div className="narrow-page band empty" role="alert">
      <h1>{words.title}</h1>
      <p>{words.help}</p>
      {error.digest && (
        <p className="fine">
          {words.reference} {error.digest}
        </p>
      )}
      <p className="actions">
        <button className="button" type="button" onClick={reset}>
          {words.again}
        </button>
        {/* A whole new page: what failed is left behind. */}
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
        <a className="button quiet" href="/">
          {words.home}
        </a>
      </p>
    </div>
  );
}
