import '../../staff/mantine';
import type { Desk } from '../../../electron/contract/staff';
import { App } from '../../staff/app';
import { OfficeGround } from '../office-ground';
import { desk, officer, site } from '../samples';
import type { Stories, Story } from '../story';

const working = (desks: Desk[]): Story => ({
  draw: () => (
    <OfficeGround>
      <App />
    </OfficeGround>
  ),
  answers: { site, session: { user: officer }, desks },
});

const other = { id: '2', displayName: 'Budi Santoso' };

export const stories: Stories = {
  'Choosing a desk': working([desk('1'), desk('2', { user: other }), desk('3')]),
  'No desk at all': working([]),
};
