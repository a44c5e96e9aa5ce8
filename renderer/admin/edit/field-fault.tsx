import { Input } from '@mantine/core';
import { type Faults, faultsWithin } from './faults';

/** Why a field is refused that has no line of its own for it. */
export function FieldFault(props: { readonly faults: Faults; readonly of: string }) {
  const [sentence] = Object.values(faultsWithin(props.faults, props.of));
  return sentence ? (
    <Input.Error tabIndex={-1} data-fault>
      {sentence}
    </Input.Error>
  ) : null;
}
