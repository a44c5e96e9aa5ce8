import { first } from './0001-first';
import { dayEstimates } from './0002-day-estimates';
import { rollsSeenNew } from './0003-rolls-seen-new';
import { openClosures } from './0004-open-closures';
import { hallClock } from './0005-hall-clock';
import { hallIdentity } from './0006-hall-identity';
import { givenPasswords } from './0007-given-passwords';
import { sumsFormat } from './0008-sums-format';
import { closingSteps } from './0009-closing-steps';
import { attendance } from './0010-attendance';
import { stops } from './0011-stops';
import { help } from './0012-help';
import { askedBreaks } from './0013-asked-breaks';
import { openComplaints } from './0014-open-complaints';
import { sentToAnOfficer } from './0015-sent-to-an-officer';
import { institutions } from './0016-institutions';
import { phoneJoining } from './0017-phone-joining';
import { desksOfSeveralCounters } from './0018-desks-of-several-counters';
import { paperBlocks } from './0019-paper-blocks';
import { fetchMe } from './0020-fetch-me';
import { waysAtKiosks } from './0021-ways-at-kiosks';
import { followUps } from './0022-follow-ups';

/** In order; the position plus one is the database's `user_version` after it. Never edit one that was released. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-first', sql: first },
  { name: '0002-day-estimates', sql: dayEstimates },
  { name: '0003-rolls-seen-new', sql: rollsSeenNew },
  { name: '0004-open-closures', sql: openClosures },
  { name: '0005-hall-clock', sql: hallClock },
  { name: '0006-hall-identity', sql: hallIdentity },
  { name: '0007-given-passwords', sql: givenPasswords },
  { name: '0008-sums-format', sql: sumsFormat },
  { name: '0009-closing-steps', sql: closingSteps },
  { name: '0010-attendance', sql: attendance },
  { name: '0011-stops', sql: stops },
  { name: '0012-help', sql: help },
  { name: '0013-asked-breaks', sql: askedBreaks },
  { name: '0014-open-complaints', sql: openComplaints },
  { name: '0015-sent-to-an-officer', sql: sentToAnOfficer },
  { name: '0016-institutions', sql: institutions },
  { name: '0017-phone-joining', sql: phoneJoining },
  { name: '0018-desks-of-several-counters', sql: desksOfSeveralCounters },
  { name: '0019-paper-blocks', sql: paperBlocks },
  { name: '0020-fetch-me', sql: fetchMe },
  { name: '0021-ways-at-kiosks', sql: waysAtKiosks },
  { name: '0022-follow-ups', sql: followUps },
];
