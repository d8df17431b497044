import type { ReactNode } from 'react';
import { Was } from '@/ui/price';
import type { Row } from './model';

/** @param beside what stands beside a line, by its key */
export function BillRows({ rows, beside }: { rows: readonly Row[]; beside?: (key: string) => ReactNode }) {
  const of = (...kinds: Row['kind'][]) => rows.filter((it) => kinds.includes(it.kind));
  return (
    <>
      <ul className="short-lines">
        {of('line').map((it) => (
          <li key={it.key}>
            <span>
              {it.label}
              {beside?.(it.key)}
            </span>
            <span>
              {it.amount}
              {it.was && <Was {...it.was} />}
            </span>
          </li>
        ))}
      </ul>
      {of('step').length > 0 && (
        <ul className="short-lines steps">
          {of('step').map((it) => (
            <li key={it.key}>
              <span>{it.label}</span>
              <span>{it.amount}</span>
            </li>
          ))}
        </ul>
      )}
      {of('total').map((it) => (
        <p key={it.key} className="sum">
          <span>{it.label}</span>
          <strong>{it.amount}</strong>
        </p>
      ))}
      {of('inside').map((it) => (
        <p key={it.key} className="fine inside">
          <span>{it.label}</span> <span>{it.amount}</span>
        </p>
      ))}
    </>
  );
}
