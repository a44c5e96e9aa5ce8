import { Select } from '@mantine/core';
import type { TicketBlock } from '../../../electron/contract/ticket-layout';
import { LocalizedFields } from '../edit/localized-fields';
import { NumberField } from '../edit/number-field';
import { useTexts } from '../texts';

/** What can be set of one block; most have nothing but their place. */
export function BlockFields(props: {
  readonly block: TicketBlock;
  readonly readOnly: boolean;
  readonly onChange: (block: TicketBlock) => void;
}) {
  const { block, readOnly, onChange } = props;
  const { t } = useTexts();
  const sizes = (['normal', 'tall', 'double'] as const).map((value) => ({
    value,
    label: t(`ticket.size.${value}`),
  }));
  switch (block.kind) {
    case 'hall':
    case 'institution':
    case 'please_wait':
      return (
        <Select
          label={t('ticket.size')}
          allowDeselect={false}
          disabled={readOnly}
          data={sizes}
          value={block.size}
          onChange={(size) => size && onChange({ ...block, size })}
        />
      );
    case 'ahead':
    case 'wait':
      return (
        <Select
          label={t('ticket.size')}
          allowDeselect={false}
          disabled={readOnly}
          data={sizes.filter(({ value }) => value !== 'double')}
          value={block.size}
          onChange={(size) => size && size !== 'double' && onChange({ ...block, size })}
        />
      );
    case 'documents':
      return (
        <NumberField
          label={t('ticket.lines')}
          unit="lines"
          readOnly={readOnly}
          value={block.lines}
          onChange={(lines) => lines !== null && onChange({ ...block, lines })}
        />
      );
    case 'text':
      return (
        <>
          <LocalizedFields
            label={t('ticket.block.text')}
            help={t('ticket.text.help')}
            value={block.text}
            readOnly={readOnly}
            onChange={(text) => onChange({ ...block, text })}
          />
          <Select
            label={t('ticket.size')}
            allowDeselect={false}
            disabled={readOnly}
            data={sizes}
            value={block.size}
            onChange={(size) => size && onChange({ ...block, size })}
          />
          <Select
            label={t('ticket.align')}
            allowDeselect={false}
            disabled={readOnly}
            data={[
              { value: 'center', label: t('ticket.align.center') },
              { value: 'left', label: t('ticket.align.left') },
            ]}
            value={block.align}
            onChange={(align) => align && onChange({ ...block, align })}
          />
        </>
      );
    default:
      return null;
  }
}
