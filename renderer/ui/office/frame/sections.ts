import type { IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role, User } from '../../../../electron/contract/staff';
import type { LazyPage } from './lazy-page';

/** Where a page of an office is, and to whom it is shown. */
export interface SectionPlace<TextKey> {
  /** Behind `#` in the address. */
  readonly address: string;
  readonly name: TextKey;
  /** The section it is a tab of, where that is called otherwise. */
  readonly of?: TextKey;
  readonly roles: readonly Role[];
  /** Only for accounts of the whole hall. */
  readonly wholeHall?: true;
  /** Only until the hall goes live. */
  readonly untilLive?: true;
}

/** What an address shows. */
interface SectionPage<TextKey> extends SectionPlace<TextKey> {
  /** Addresses that led to pages of which this one has become the place. */
  readonly former?: readonly string[];
  /** What the keys of its drafts begin with: `counter` of `counter:12`. */
  readonly drafts?: readonly string[];
  readonly page: ComponentType | LazyPage;
}

interface SectionRow<TextKey> {
  /** The heading it stands under with its neighbours of the same; without one, under none. */
  readonly group?: TextKey;
  readonly icon: ComponentType<IconProps>;
}

/** One row of the navigation: a page, or a few pages that are tabs of each other, each with an address of its own. */
export type OfficeSection<TextKey> =
  | (SectionRow<TextKey> & SectionPage<TextKey>)
  | (SectionRow<TextKey> & {
      readonly name: TextKey;
      readonly tabs: readonly SectionPage<TextKey>[];
    });

/** A row of the navigation as one user has it. */
export interface OwnSection<TextKey> extends SectionRow<TextKey> {
  readonly name: TextKey;
  /** The pages in it that the user may see, at least one. */
  readonly pages: readonly [SectionPage<TextKey>, ...SectionPage<TextKey>[]];
}

/** Returns the sections that a user may see, each with its pages for them, in a hall that is live or still practises. */
export function ownSections<TextKey>(
  sections: readonly OfficeSection<TextKey>[],
  user: Pick<User, 'role' | 'wholeHall'>,
  { practice }: { readonly practice: boolean },
): OwnSection<TextKey>[] {
  return sections.flatMap((section) => {
    const pages = 'tabs' in section ? section.tabs : [section];
    const [first, ...others] = pages.filter((page) => isShown(page, user, practice));
    return first ? [{ ...section, pages: [first, ...others] }] : [];
  });
}

/** Whether a page is shown to a user, in a hall that practises or is live. */
export function isShown(
  { roles, wholeHall, untilLive }: SectionPlace<unknown>,
  user: Pick<User, 'role' | 'wholeHall'>,
  practice: boolean,
): boolean {
  return roles.includes(user.role) && (!wholeHall || user.wholeHall) && (!untilLive || practice);
}

/** Returns the page that an address's hash (`#gerai?pilih=3`) names, and the section it stands in; the first where it names none. */
export function pageAt<TextKey>(sections: readonly OwnSection<TextKey>[], hash: string) {
  const address = hash.slice(1).split(/[/?]/)[0];
  const all = sections.flatMap((section) => section.pages.map((page) => ({ section, page })));
  const isAt = ({ page }: (typeof all)[number]) =>
    page.address === address || page.former?.includes(address ?? '');
  return all.find(isAt) ?? all[0];
}

/** Whether something of a section was typed and not saved: `draftKeys` are the keys of what is kept (`counter:12`). */
export function isUnsaved<TextKey>(section: OwnSection<TextKey>, draftKeys: readonly string[]): boolean {
  const own = section.pages.flatMap(({ drafts = [] }) => drafts);
  return draftKeys.some((key) => own.some((start) => key === start || key.startsWith(`${start}:`)));
}
