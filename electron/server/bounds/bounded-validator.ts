import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { Refusal } from '../../queue/refusal';
import { faultOfIssue } from '../../texts/fault-sentence';
import { fieldFault, type PlacedFault } from '../../texts/field-fault';
import { faultsTold } from '../problems';

/** Validates by the zod schema of a route; refuses with the first faults only, as a body may have a hundred thousand. */
export const boundedValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const { error, data: value } = schema.safeParse(data);
    return error ? { error: new Refusal('invalid_request', { errors: faultsOf(error.issues) }) } : { value };
  };

/** The fields at fault of what did not pass its schema, the first of them; an unknown field is named itself. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): PlacedFault[] {
  return issues.slice(0, faultsTold).flatMap((issue): PlacedFault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, faultsTold).map((key) => ({
        path: [...issue.path, key].join('.'),
        fault: fieldFault('unknown_field'),
      }));
    }
    return [{ path: issue.path.join('.'), fault: faultOfIssue(issue) }];
  });
}
