'use client';

import { useEffect } from 'react';

/** Has the browser keep the page for when there is no network. Without a script, or a browser that can, there is none. */
export function Offline() {
  useEffect(() => {
    navigator.serviceWorker?.register(`/sw.js?${document.documentElement.lang}`).catch(() => {});
  }, []);
  return null;
}
