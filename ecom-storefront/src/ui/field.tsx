import { useId, type ComponentProps } from 'react';

type Props = ComponentProps<'input'> & { label: string; name: string; wrong?: string; hint?: string };

/** An input with its name above it and what is wrong with it below. */
export function Field({ label, wrong, hint, ...input }: Props) {
  // Several forms of a page may ask for the same.
  const id = useId();
  const about = [wrong ? `${id}-wrong` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={wrong ? true : undefined} aria-describedby={about || undefined} {...input} />
      {hint && (
        <p className="fine" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="why" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
