import { entranceEnglish } from '../../ui/office/entrance-texts';
import type { indonesian } from './indonesian';

/** English may also have the singular (`_one`) of a text that counts. */
export const english: Record<keyof typeof indonesian, string> & Record<string, string> = {
  ...entranceEnglish,
  page: 'Antre admin',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  signOut: 'Sign out',
  sections: 'Sections',
  toDesks: 'To the desks',
  practice: 'Practice mode',
  readOnly: 'Only admins can change this page.',
  'onlyAdmins.title': "The admins' page",
  'onlyAdmins.sentence': 'This page is for admins and supervisors.',
  'unit.numbers': 'numbers',
  'unit.times': 'times',
  'unit.minutes': 'minutes',

  'section.hall': 'Hall',

  'save.unsaved': '{{fields}} changed, not saved',
  'save.discard': 'Discard',
  'save.meanwhile': 'Another admin saved meanwhile: {{fields}}. Choose which to keep.',
  'save.meanwhileSame': 'Another admin saved this page meanwhile. Choose which to keep.',
  'save.takeTheirs': 'Take what is saved',
  'save.keepMine': 'Go on with my changes',

  'hall.siteName': "The hall's name",
  'hall.siteName.help': 'Stands on kiosk, screen and ticket.',
  'hall.city': 'Regency or city',
  'hall.city.help': "Names the regional offices' group: “Dinas Kabupaten Pekalongan”.",
  'hall.publicUrl': "Address for visitors' phones",
  'hall.publicUrl.help': "This server's address in the hall's Wi-Fi. Empty: no QR on tickets.",
  'hall.exitPin': 'PIN that closes the kiosk',
  'hall.exitPin.help': 'Four to twelve digits that close the kiosk. There is none yet.',
  'hall.exitPin.set': 'There is a PIN. Fill this in to replace it.',
  'hall.exitPin.rule': 'Four to twelve digits.',
  'hall.priorityRatio': 'Priority numbers in a row',
  'hall.priorityRatio.help': 'Called before one regular number, while both wait.',
  'hall.recallLimit': 'Repeated calls at most',
  'hall.recallLimit.help': 'Of one number.',
  'hall.waitLimit': 'Limit of waiting',
  'hall.waitLimit.help': 'A longer wait is marked for supervisors.',
  'hall.paperless': 'Numbers without paper',
  'hall.paperless.help': 'When paper has run out, visitors get a number on the screen.',
  'hall.lanOpen': "Open to the hall's network",
  'hall.lanOpen.help': 'Desks and screens on other computers can connect, from the next start of Antre.',

  'goLive.open': 'Go live',
  'goLive.title': 'Go live',
  'goLive.sentence': 'The practice mode of {{hall}} ends. This changes:',
  'goLive.tickets_one':
    'All practice numbers are removed, also the {{count}} that still waits, with their records.',
  'goLive.tickets_other':
    'All practice numbers are removed, also the {{count}} that still wait, with their records.',
  'goLive.numbers': 'Numbering starts again at 1.',
  'goLive.hours': 'Hours, breaks and closures apply.',
  'goLive.mark': 'Tickets no longer say LATIHAN.',
  'goLive.withoutDesk': 'Counters without a desk, whose numbers cannot be called: {{counters}}.',
  'goLive.sure': 'I understand. This cannot be undone.',
};
