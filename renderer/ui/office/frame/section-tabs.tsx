import styles from './section-tabs.module.css';
import type { OwnSection } from './sections';

/** The pages of one section beside each other; nothing where it is one page. */
export function SectionTabs<TextKey extends string>(props: {
  readonly section: OwnSection<TextKey>;
  /** The address of the page that is shown. */
  readonly present: string;
  readonly nameOf: (key: TextKey) => string;
}) {
  const { section, present, nameOf } = props;
  if (section.pages.length < 2) return null;
  return (
    <nav className={styles.tabs} aria-label={nameOf(section.name)}>
      {section.pages.map(({ address, name }) => (
        <a key={address} href={`#${address}`} aria-current={address === present ? 'page' : undefined}>
          {nameOf(name)}
        </a>
      ))}
    </nav>
  );
}
