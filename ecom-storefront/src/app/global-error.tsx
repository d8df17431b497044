'use client';

/** Where not even the frame could be made. */
export default function FailedAltogether({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>That did not work</h1>
          <p>It is our mistake. If you were about to pay, look at your orders before you try again.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
