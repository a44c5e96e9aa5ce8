import { z } from 'zod';

/** The pages that tell of their faults. */
export const surfaces = ['kiosk', 'display', 'staff', 'admin', 'reports', 'phone'] as const;
/** Besides, the page of the centre of several halls, which tells its own server. */
export type Surface = (typeof surfaces)[number] | 'centre';

/** What happened to a page: it threw while it was drawn, threw elsewhere, stopped answering, died, or showed nothing. */
export const pageFaultKinds = ['drawing', 'script', 'hung', 'gone', 'blank'] as const;

/** What a page, or the window around it, tells of its fault. It is about the program, never about a person. */
export const pageFault = z.strictObject({
  surface: z.enum(surfaces),
  kind: z.enum(pageFaultKinds),
  /** What was thrown and where, without addresses' secret parts. */
  message: z.string().max(500),
});
export type PageFault = z.infer<typeof pageFault>;

/** The same of the centre's page, to the centre. */
export const centrePageFault = z.strictObject({ ...pageFault.shape, surface: z.literal('centre') });
