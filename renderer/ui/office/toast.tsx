import { IconInfoCircle } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import styles from './toast.module.css';

const shownMs = 6_000;

const Say = createContext<(sentence: string) => void>(() => undefined);

/** Says a sentence for a moment over whatever is shown, dialogs too; screen readers speak it. */
export function useToast(): (sentence: string) => void {
  return useContext(Say);
}

/** Where toasts are shown; around all that raises any. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly sentence: string; readonly turn: number } | null>(null);
  const say = useCallback(
    (sentence: string) => setSaid((before) => ({ sentence, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Say value={say}>
      {/* There before anything is said, or nothing of it is spoken. */}
      <div className={styles.place} role="status">
        {said && (
          <p key={said.turn} className={styles.word}>
            <IconInfoCircle size={22} aria-hidden />
            {said.sentence}
          </p>
        )}
      </div>
      {children}
    </Say>
  );
}
