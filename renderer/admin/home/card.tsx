import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

/** One of the home's cards: what it is about, in a few words how it is, the way to where it is set, and its rows. */
export function Card(props: {
  readonly title: string;
  readonly state?: string;
  readonly link?: { readonly href: string; readonly text: string; readonly label?: string };
  readonly children: ReactNode;
}) {
  const { title, state, link } = props;
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {state && <span>{state}</span>}
        {link && (
          <a href={link.href} aria-label={link.label}>
            {link.text}
          </a>
        )}
      </header>
      {props.children}
    </section>
  );
}
