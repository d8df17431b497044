'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const SOON = 700;
const SELDOM = 5_000;

/** Looks again after a while, less and less often; a tab that nobody sees waits until somebody does. */
export function Watch({ version }: { version: string }) {
  const router = useRouter();
  useEffect(() => {
    let pause = SOON;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      if (document.visibilityState === 'visible') {
        router.refresh();
      }
      pause = Math.min(pause * 1.4, SELDOM);
      timer = setTimeout(look, pause);
    };
    timer = setTimeout(look, pause);
    return () => clearTimeout(timer);
  }, [router, version]);
  return null;
}
