import Link from 'next/link';
import type { ComponentProps } from 'react';

/** To a page of ours. Nothing is fetched before somebody goes there: every page is made for its reader. */
export function To(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
