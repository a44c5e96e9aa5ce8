import { counterGroups } from '../../../electron/contract/counter-groups';
import type { CounterGroup, MenuCounter } from '../../../electron/contract/site';

/** One column group of a page: a group's heading with tiles under it in so many columns. */
export interface MenuBlock {
  readonly group: CounterGroup;
  readonly columns: number;
  readonly counters: readonly MenuCounter[];
}
export type MenuPage = readonly MenuBlock[];

type Groups = readonly { readonly group: CounterGroup; readonly counters: readonly MenuCounter[] }[];

/** Heights in px of the portrait screen: a group's heading, a row of tiles with its gap, and what there is for all. */
const portrait = { heading: 54, row: 101, whole: 1482, withPager: 1374 };
/** Rows of the landscape screen: beside the buttons lower left, beside the help, and above a whole footer. */
const landscape = { regionalRows: 7, verticalRows: 8, enterpriseRows: 8, pagedRows: 7, columns: 4 };

/** Counters by group, in the hall's order; a group without counters is left out. */
export function byGroup(counters: readonly MenuCounter[]): Groups {
  return counterGroups
    .map((group) => ({ group, counters: counters.filter((counter) => counter.group === group) }))
    .filter(({ counters: members }) => members.length > 0);
}

/** The pages of the upright screen: two columns, groups one under another. More than fits goes on pages. */
export function portraitPages(counters: readonly MenuCounter[]): MenuPage[] {
  const groups = byGroup(counters);
  const height = groups.reduce((sum, { counters: members }) => sum + blockHeight(members.length), 0);
  if (height <= portrait.whole) {
    return [groups.map(({ group, counters: members }) => ({ group, columns: 2, counters: members }))];
  }
  const pages: MenuBlock[][] = [];
  let page: MenuBlock[] = [];
  let left = portrait.withPager;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    left = portrait.withPager;
  };
  for (const { group, counters: members } of groups) {
    let rest = members;
    while (rest.length > 0) {
      // Two rows at least: a heading with a single row under it at the end of a page looks forgotten.
      if (left < blockHeight(Math.min(rest.length, 4))) turn();
      const rows = Math.floor((left - portrait.heading) / portrait.row);
      const here = rest.slice(0, rows * 2);
      page.push({ group, columns: 2, counters: here });
      left -= blockHeight(here.length);
      rest = rest.slice(here.length);
    }
  }
  turn();
  return pages;
}

function blockHeight(count: number): number {
  return portrait.heading + Math.ceil(count / 2) * portrait.row;
}

/** The pages of the broad screen: four columns side by side, the regional group in two where one page is enough. */
export function landscapePages(counters: readonly MenuCounter[]): MenuPage[] {
  const groups = byGroup(counters);
  const count = (group: CounterGroup) => groups.find((each) => each.group === group)?.counters.length ?? 0;
  if (
    count('regional') <= 2 * landscape.regionalRows &&
    count('vertical') <= landscape.verticalRows &&
    count('enterprise') <= landscape.enterpriseRows
  ) {
    return [
      groups.map(({ group, counters: members }) => ({
        group,
        columns: group === 'regional' ? 2 : 1,
        counters: members,
      })),
    ];
  }
  const pages: MenuBlock[][] = [];
  let page: MenuBlock[] = [];
  let left = landscape.columns;
  for (const { group, counters: members } of groups) {
    let rest = members;
    while (rest.length > 0) {
      if (left === 0) {
        pages.push(page);
        page = [];
        left = landscape.columns;
      }
      const columns = Math.min(left, Math.ceil(rest.length / landscape.pagedRows));
      page.push({ group, columns, counters: rest.slice(0, columns * landscape.pagedRows) });
      rest = rest.slice(columns * landscape.pagedRows);
      left -= columns;
    }
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

/** Cuts a list into pages of `size`; one empty page where there is nothing. */
export function pagesOf<Item>(items: readonly Item[], size: number): Item[][] {
  const pages: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pages.push(items.slice(start, start + size));
  return pages.length > 0 ? pages : [[]];
}
