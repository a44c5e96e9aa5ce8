import type { FieldShape } from '../../../electron/contract/field-shapes';

/** A field's bounds, where there is room for fewer letters than its schema allows. */
export function narrowed(shape: FieldShape, max: number | undefined): FieldShape {
  if (max === undefined) return shape;
  if (!shape.parts) return { ...shape, max };
  return {
    ...shape,
    parts: Object.fromEntries(Object.entries(shape.parts).map(([part, its]) => [part, narrowed(its, max)])),
  };
}
