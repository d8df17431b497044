'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { suggestionsFor } from '@/api/suggest';
import { moved, SHORTEST, type Suggestion } from './suggestions';

type Props = { words: Record<'search' | 'find' | 'list' | 'some', string>; kinds: Record<Suggestion['kind'], string> };

/** Long enough that nobody is asked for every letter of a word. */
const PAUSE = 150;

/** A search form that works as such; with a script it suggests, as a combobox of ARIA 1.2. */
export function SearchBox({ words, kinds }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isShown = isOpen && found.length > 0;

  useEffect(() => {
    const q = typed.trim();
    if (q.length < SHORTEST) {
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await suggestionsFor(q, asking.signal);
      if (!asking.signal.aborted) {
        setFound(answer);
        setActive(-1);
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [typed]);

  const change = (text: string) => {
    setTyped(text);
    setOpen(true);
    if (text.trim().length < SHORTEST) {
      setFound([]);
    }
  };
  const go = (suggestion: Suggestion) => {
    setOpen(false);
    router.push(suggestion.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(moved(active, event.key === 'ArrowDown' ? 1 : -1, found.length));
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Enter') {
      const chosen = isShown ? found[active] : undefined;
      setOpen(false);
      if (chosen) {
        event.preventDefault();
        go(chosen);
      }
    }
  };

  return (
    <form className="find" action="/search" role="search" ref={form} onBlur={(event) => !form.current?.contains(event.relatedTarget) && setOpen(false)}>
      <input
        type="search"
        name="q"
        role="combobox"
        aria-label={words.search}
        aria-expanded={isShown}
        aria-controls="suggestions"
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `suggestion-${active}` : undefined}
        placeholder={words.search}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" aria-label={words.find}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="9" cy="9" r="6" />
          <path d="M13.5 13.5 18 18" />
        </svg>
      </button>
      <ul id="suggestions" role="listbox" aria-label={words.list} hidden={!isShown}>
        {found.map((it, index) => (
          <li
            key={`${it.kind} ${it.text}`}
            id={`suggestion-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(it)}
          >
            {/* eslint-disable-next-line @next/next/no-img-element */}
            {it.image && <img src={it.image} alt="" width={32} height={32} />}
            <bdi>{it.text}</bdi>{' '}
            <span className="fine">
              {kinds[it.kind]} {it.price}
            </span>
          </li>
        ))}
      </ul>
      <p className="unseen" role="status">
        {isShown ? words.some.replace('#', String(found.length)) : ''}
      </p>
    </form>
  );
}
