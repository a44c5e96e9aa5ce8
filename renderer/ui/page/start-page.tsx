import { Component, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import type { Surface } from '../../../electron/contract/page-faults';
import { reportPageFault, watchPageFaults } from '../../client/page-fault';
import { FailedPage } from './failed-page';

/** Nobody works at these; they come back by themselves alone. */
const unattended: readonly Surface[] = ['kiosk', 'display'];
const office: readonly Surface[] = ['staff', 'admin', 'reports', 'centre'];

/**
 * Draws a surface's page in the element with that id. Whatever of it can't be drawn is told to the server and, in words,
 * to whoever stands before it, until it is loaded again. Throws where the element is missing.
 */
export function startPage(surface: Surface, id: string, page: ReactNode): void {
  const root = document.getElementById(id);
  if (!root) throw new Error(`index.html has no #${id}`);
  watchPageFaults(surface);
  createRoot(root).render(
    <StrictMode>
      <PageBoundary surface={surface}>{page}</PageBoundary>
    </StrictMode>,
  );
}

class PageBoundary extends Component<
  { readonly surface: Surface; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    reportPageFault(this.props.surface, 'drawing', error);
  }

  override render() {
    const { surface, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <FailedPage
        languages={languagesOf(surface)}
        withButton={!unattended.includes(surface)}
        forVisitors={!office.includes(surface)}
      />
    );
  }
}

/** The page's language first; the office speaks Indonesian and English. */
function languagesOf(surface: Surface): Language[] {
  const own = languages.find((each) => each === document.documentElement.lang) ?? 'id';
  const others = languages.filter(
    (each) => each !== own && (!office.includes(surface) || each === 'id' || each === 'en'),
  );
  return [own, ...others];
}
