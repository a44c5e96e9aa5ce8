import '../../ui/fonts';
import '../../ui/tokens.css';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { FollowPage } from '../../phone/follow-page';
import { TextsProvider } from '../../phone/texts';
import { site, ticket } from '../samples';
import type { Stories, Story } from '../story';

const followed = (change: Partial<HolderTicket> = {}): Story => ({
  draw: () => (
    <TextsProvider>
      <FollowPage token={ticket.token} />
    </TextsProvider>
  ),
  answers: { site, ticket: { ...ticket, ...change } },
  topics: { [`ticket:${ticket.token}`]: { ...ticket, ...change } },
});

export const stories: Stories = {
  'A number that waits': followed(),
  'A number that is next': followed({ ahead: 0, estimate: { low: 0, high: 1 } }),
  'A number that is called': followed({
    status: 'called',
    ahead: 0,
    estimate: null,
    standing: null,
    desk: { id: '3', label: '3' },
    calledAt: site.now,
  }),
  'A number that is served': followed({ status: 'serving', estimate: null, standing: null }),
  'A number on hold': followed({ status: 'held', estimate: null }),
  'A visit that is over': followed({ status: 'done', estimate: null, standing: null }),
  'Who did not come': followed({ status: 'no_show', estimate: null, standing: null }),
};
