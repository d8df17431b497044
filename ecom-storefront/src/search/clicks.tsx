'use client';

import type { MouseEvent, ReactNode } from 'react';
import { reportClick } from '@/api/click';

const RIGHT_BUTTON = 2;

/** Says which of the products in it is chosen, for the counts of staff: without a cookie, and nothing without a script. */
export function Clicks({ query, children }: { query: string; children: ReactNode }) {
  const report = ({ target, button }: MouseEvent) => {
    const product = button !== RIGHT_BUTTON && (target as Element).closest('a')?.closest<HTMLElement>('[data-product]');
    if (product) {
      reportClick(query, product.dataset.product ?? '', [...(product.parentElement?.children ?? [])].indexOf(product) + 1);
    }
  };
  return (
    <div onClick={report} onAuxClick={report}>
      {children}
    </div>
  );
}
