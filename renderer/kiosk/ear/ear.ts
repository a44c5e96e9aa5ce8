import { type ComponentType, createContext, useContext } from 'react';

/** The ear: who can't read presses it and hears what the screen says. */
export interface Ear {
  /** Its button; null where the hall has no ear, or no voice for the language of the screen. */
  readonly Face: ComponentType | null;
  readonly isReading: boolean;
  /** Begins to read, or stops. */
  readonly press: () => void;
}

const EarContext = createContext<Ear>({ Face: null, isReading: false, press: () => undefined });
export const EarProvider = EarContext.Provider;

/** The ear of the kiosk's page. */
export function useEar(): Ear {
  return useContext(EarContext);
}
