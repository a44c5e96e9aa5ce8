import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { type FieldFault, Refusal } from '../../queue/refusal';
import { fieldFault } from '../../texts/field-fault';
import { faultsTold } from '../problems';

/** Validates by the zod schema of a route; refuses with the first faults only, as a body may have a hundred thousand. */
export const boundedValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const { error, data: value } = schema.safeParse(data);
    return error ? { error: new Refusal('invalid_request', { errors: faultsOf(error.issues) }) } : { value };
  };

/** The fields at fault of what did not pass its schema, the first of them; an unknown field is named itself. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): FieldFault[] {
  return issues.slice(0, faultsTold).flatMap(({ path, code, message, ...params }): FieldFault[] => {
    if (code === 'unrecognized_keys' && 'keys' in params) {
      return params.keys.slice(0, faultsTold).map((key) => ({
        path: [...path, key].join('.'),
        message: fieldFault('this field is unknown'),
      }));
    }
    return [{ path: path.join('.'), message, rule: { keyword: code, params } }];
  });
}
