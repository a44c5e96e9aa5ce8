import { z } from 'zod';
import {
  adminDevice,
  deviceChange,
  deviceId,
  deviceReport,
  deviceReported,
  deviceStatus,
  ownDevice,
  pairing,
  pairingApproval,
  pairingCode,
  pairingRequest,
  pairingState,
  pollToken,
} from '../admin-devices';
import { pageFault } from '../page-faults';
import { ticket } from '../tickets';
import { admins, byId, changeRoute, listRoute, oneRoute, removeRoute, supervisors } from './collection';
import type { RouteRows } from './route';

const byDevice = z.strictObject({ id: deviceId });

/** Kiosks and displays: paired by a code on their screens, looked after, revoked. */
export const adminDeviceRoutes = {
  pairDevice: {
    method: 'POST',
    path: '/devices/pair',
    callers: ['anyone'],
    rate: 'guess',
    summary: 'Ask to be let in as a kiosk or display: a code to show on the screen',
    body: pairingRequest,
    answers: { 201: pairing },
  },
  pairingState: {
    method: 'GET',
    path: '/devices/pair/:pollToken',
    callers: ['anyone'],
    summary: 'Whether an admin has approved; then the token, once',
    params: z.strictObject({ pollToken }),
    sameForAll: false,
    answers: { 200: pairingState },
  },
  ownDevice: {
    method: 'GET',
    path: '/devices/me',
    callers: ['kiosk', 'display'],
    summary: 'The device that asks',
    answers: { 200: ownDevice },
  },
  reportDevice: {
    method: 'POST',
    path: '/devices/me/report',
    callers: ['kiosk', 'display'],
    summary: 'Tell how this device is',
    body: deviceReport,
    signOfLife: true,
    answers: { 200: deviceReported },
  },
  reportPageFault: {
    method: 'POST',
    path: '/page-faults',
    callers: ['anyone'],
    rate: 'guess',
    summary: 'Tell that a page threw, hung or died, for the admins',
    body: pageFault,
    signOfLife: true,
    answers: { 204: null },
  },
  approvePairing: {
    method: 'POST',
    path: '/admin/devices/pairings/:code/approve',
    callers: admins,
    rate: 'guess',
    summary: 'Let in the device that shows this code',
    subject: 'pairing',
    params: z.strictObject({ code: pairingCode }),
    body: pairingApproval.optional(),
    answers: { 201: adminDevice },
    key: 'optional',
  },
  adminDevices: listRoute('/admin/devices', adminDevice, 'All devices, revoked ones too', 'hall'),
  adminDevice: { ...oneRoute('/admin/devices/:id', adminDevice, 'One device', 'hall'), params: byDevice },
  changeDevice: {
    ...changeRoute('device', '/admin/devices/:id', deviceChange, adminDevice, 'Rename a device or assign it'),
    params: byDevice,
  },
  revokeDevice: {
    ...removeRoute('device', '/admin/devices/:id', 'Let a device in no longer'),
    params: byDevice,
  },
  deviceStatus: {
    method: 'GET',
    path: '/admin/devices/:id/status',
    callers: supervisors,
    reach: 'hall',
    summary: 'How a device is',
    params: byDevice,
    answers: { 200: deviceStatus },
  },
  reprintTicket: {
    method: 'POST',
    path: '/admin/tickets/:id/reprint',
    callers: supervisors,
    reach: 'act',
    summary: "Print a ticket's paper again, marked SALINAN",
    subject: 'ticket',
    params: byId,
    answers: { 200: ticket },
    key: 'optional',
  },
} as const satisfies RouteRows;
