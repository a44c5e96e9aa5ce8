import { createContext, useContext } from 'react';

/** The ear: who can't read presses it and hears what the screen says. */
export interface Ear {
  /** Whether there is a voice for the language of the screen, and the hall has the ear. */
  readonly isOffered: boolean;
  readonly isReading: boolean;
  /** Begins to read, or stops. */
  readonly press: () => void;
}

const EarContext = createContext<Ear>({ isOffered: false, isReading: false, press: () => undefined });
export const EarProvider = EarContext.Provider;

/** The ear of the kiosk's page. */
export function useEar(): Ear {
  return useContext(EarContext);
}
