import { useOffice } from '../../ui/office/frame/office-context';

/** Whether the signed-in user prepares the hall: an admin's hall that hasn't gone live. */
export function usePreparing(): boolean {
  const { site, user } = useOffice();
  return site.practice && user.role === 'admin';
}
