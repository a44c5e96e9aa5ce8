import type { ReactNode } from 'react';
import styles from './page.module.css';

/** A section: its heading, one sentence that says how it stands, what can be done, and what it shows. */
export function Page(props: {
  readonly title: string;
  readonly sentence?: string;
  readonly back?: { readonly href: string; readonly name: string };
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.words}>
          {props.back && <a href={props.back.href}>{props.back.name}</a>}
          <h1>{props.title}</h1>
          {props.sentence && <p className={styles.sentence}>{props.sentence}</p>}
        </div>
        {props.tools && <div className={styles.tools}>{props.tools}</div>}
      </div>
      {props.children}
    </div>
  );
}

/** A card of a section. */
export function Card({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className={styles.card}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
