import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** A framed part of a section, with its heading and what can be chosen in it. */
export function Panel(props: {
  readonly title: string;
  /** What it says, in a sentence. */
  readonly sentence?: string;
  readonly choices?: ReactNode;
  /** Where to go on from it, at its foot. */
  readonly link?: { readonly href: string; readonly name: string };
  readonly children: ReactNode;
}) {
  const { link } = props;
  return (
    <section className={styles.panel} aria-label={props.title}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{props.title}</h2>
          {props.sentence && <p className={styles.sentence}>{props.sentence}</p>}
        </div>
        {props.choices && <div className={styles.choices}>{props.choices}</div>}
      </div>
      {props.children}
      {link && (
        <a className={styles.link} href={link.href}>
          {link.name}
        </a>
      )}
    </section>
  );
}
