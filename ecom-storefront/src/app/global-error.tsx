'use client';

import { wordsOfFailure } from '@/words/failed';

/** Where not even the frame could be made. */
export default function FailedAltogether({ reset }: { reset: () => void }) {
  const words = wordsOfFailure();
  return (
    <html lang={words.language} dir={words.language === 'ar' ? 'rtl' : 'ltr'}>
      <body>
        <main>
          <h1>{words.title}</h1>
          <p>{words.help}</p>
          <button type="button" onClick={reset}>
            {words.again}
          </button>
        </main>
      </body>
    </html>
  );
}
