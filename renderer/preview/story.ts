import type { ReactNode } from 'react';
import type { RouteName } from '../../electron/contract/routes';
import type { Answer } from '../client/api';

/** What the server answers in a story; a route that isn't told never answers. */
export type Answers = {
  readonly [Name in RouteName]?: Answer<Name> | ((query: URLSearchParams) => Answer<Name>);
};

/** A component in one state, or a page with what a server would tell it. */
export interface Story {
  readonly draw: () => ReactNode;
  readonly answers?: Answers;
  /** What the live line tells, by topic; without any, it never opens. */
  readonly topics?: Readonly<Record<string, unknown>>;
}

/** The stories of a surface or of what surfaces share, by what they show. */
export type Stories = Readonly<Record<string, Story>>;
