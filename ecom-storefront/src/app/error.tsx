'use client';

/** For what nobody foresaw. It cannot know the shopper's language, so it uses few words. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="narrow-page band empty" role="alert">
      <h1>That did not work</h1>
      <p>It is our mistake. If you were about to pay, look at your orders before you try again.</p>
      {error.digest && <p className="fine">Reference: {error.digest}</p>}
      <p className="actions">
        <button className="button" type="button" onClick={reset}>
          Try again
        </button>
      </p>
    </div>
  );
}
