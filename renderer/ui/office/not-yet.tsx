import { useEntranceTexts } from './entrance-texts';

/** Says, in place of what was asked of the server and is not there yet, that it comes, or that the server is away. */
export function NotYet({ answer }: { readonly answer: { readonly failureCount: number } }) {
  const { t } = useEntranceTexts();
  return <p role="status">{t(answer.failureCount > 0 ? 'unreachable' : 'loading')}</p>;
}
